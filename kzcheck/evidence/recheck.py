"""Fetching a cited page again to see what became of it: the same, changed, gone, or out of reach."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kzcheck.domain import Page, PassageOutcome, RecheckOutcome
from kzcheck.evidence.fetch import Fetcher
from kzcheck.evidence.limits import FetchError, FetchFailure
from kzcheck.evidence.normal import normalise
from kzcheck.evidence.passages import PassageCheck, find_passage
from kzcheck.evidence.robots import Pacer, Robots
from kzcheck.evidence.snapshots import body_hash
from kzcheck.evidence.validators import Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the desk knows of a cited page: its address, and the hash, text and headers of its kept copy."""

    url: str
    sha256: str | None = None
    text: str | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """What looking at a cited page again came to.

    `why` says in words why there is no page to compare. `page` and its `text` are there when the page
    changed. `passage` is what looking for a citation's passage in that text came to.
    """

    outcome: RecheckOutcome
    why: str = ""
    page: Page | None = None
    text: str | None = None
    passage: PassageCheck | None = None

    def with_passage(self, passage: str | None) -> "Recheck":
        """Return this result with the passage looked for in the changed page, if there are both."""
        if not passage or self.text is None:
            return self
        return replace(self, passage=find_passage(passage, self.text))

    @property
    def line(self) -> str:
        """The result in one line, for the reviewer."""
        if self.outcome is not RecheckOutcome.CHANGED:
            return f"{self.outcome}: {self.why}" if self.why else self.outcome.value
        if self.passage is None:
            return "changed"
        if self.passage.outcome is PassageOutcome.FOUND:
            return "changed, the passage is still there"
        if self.passage.outcome is PassageOutcome.ABSENT:
            return "changed, the passage is gone"
        return f"changed, the passage is {self.passage.line}"


class Rechecker:
    """Fetches cited pages again, politely: robots.txt is respected, and requests to a host are spaced out.

    `text_of` returns the text of a page. A KzcheckError that it raises is passed on.
    """

    def __init__(self, fetcher: Fetcher, text_of: Callable[[Page], str], pacer: Pacer | None = None) -> None:
        self._fetcher = fetcher
        self._text_of = text_of
        self._pacer = pacer or Pacer()
        self._robots = Robots(fetcher.fetch)

    def look(self, kept: Kept) -> Recheck:
        """Return what became of a cited page; raise FetchError only when cancelled.

        A page whose bytes changed but whose words did not (another advertisement) counts as the same.
        """
        try:
            if not self._robots.allows(kept.url):
                return Recheck(outcome=RecheckOutcome.BLOCKED, why="robots.txt asks programs to stay away")
            self._pacer.wait(kept.url, self._robots.gap(kept.url), self._fetcher.cancelled)
            page = self._fetcher.fetch(kept.url, Validators.of(kept.headers) if kept.sha256 else None)
        except FetchError as error:
            return _failed(error)
        if page.status == 304 or body_hash(page.body) == kept.sha256:
            return Recheck(outcome=RecheckOutcome.SAME)
        text = self._text_of(page)
        if kept.text is not None and normalise(text) == normalise(kept.text):
            return Recheck(outcome=RecheckOutcome.SAME)
        return Recheck(outcome=RecheckOutcome.CHANGED, page=page, text=text)


def _failed(error: FetchError) -> Recheck:
    if error.failure is FetchFailure.CANCELLED:
        raise error
    outcome = {
        FetchFailure.GONE: RecheckOutcome.GONE,
        FetchFailure.UNREACHABLE: RecheckOutcome.UNREACHABLE,
    }.get(error.failure, RecheckOutcome.BLOCKED)
    return Recheck(outcome=outcome, why=error.why)
