"""Looking at a cited page again: the same, changed, gone, or out of reach."""

from collections.abc import Callable
from dataclasses import dataclass

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
    """What the desk knows of a cited page: hash and text of its snapshot, and the passage cited."""

    url: str
    sha256: str | None = None
    text: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    passage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recheck:
    """What looking again came to. `page` is the new page when it changed, fit for a snapshot."""

    outcome: RecheckOutcome
    why: str = ""
    passage: PassageCheck | None = None
    page: Page | None = None

    @property
    def line(self) -> str:
        """What a reviewer reads, in one line."""
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
    """Looks at cited pages again, politely: robots.txt is respected, and hosts are given time.

    `text_of` gives the text of a page and may raise KzcheckError, which goes through.
    """

    def __init__(self, fetcher: Fetcher, text_of: Callable[[Page], str], pacer: Pacer | None = None) -> None:
        self._fetcher = fetcher
        self._text_of = text_of
        self._pacer = pacer or Pacer()
        self._robots = Robots(fetcher.fetch)

    def look(self, kept: Kept) -> Recheck:
        """Return what became of a cited page; raise FetchError only when cancelled.

        A page whose bytes changed and whose words did not (another advertisement) is the same.
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
        check = find_passage(kept.passage, text) if kept.passage else None
        return Recheck(outcome=RecheckOutcome.CHANGED, passage=check, page=page)


def _failed(error: FetchError) -> Recheck:
    if error.failure is FetchFailure.CANCELLED:
        raise error
    outcome = {
        FetchFailure.GONE: RecheckOutcome.GONE,
        FetchFailure.UNREACHABLE: RecheckOutcome.UNREACHABLE,
    }.get(error.failure, RecheckOutcome.BLOCKED)
    return Recheck(outcome=outcome, why=error.why)
