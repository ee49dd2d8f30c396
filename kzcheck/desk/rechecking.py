"""The use case of `kzcheck recheck`: cited pages are fetched again, and what became of them written down.

Imported where it is used: it loads the rooms of evidence and reading.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kzcheck.desk.evidence import fetcher, look, read
from kzcheck.desk.hand import Hand, now
from kzcheck.desk.settings import ARCHIVE, setting
from kzcheck.domain import Citation, KeptPage, KzcheckError, Page, RecheckOutcome
from kzcheck.evidence import (
    Kept,
    Pacer,
    Recheck,
    Rechecker,
    archive_page,
    body_hash,
    page_of_file,
    read_reference,
)
from kzcheck.store import Store, claims, settings, state
from kzcheck.store import evidence as stored


@dataclass(frozen=True, slots=True)
class Again:
    """A citation as it stands after a recheck.

    `line` says for the reader what came of it; `is_done` is false when something asked for was not done.
    """

    citation: Citation
    line: str
    is_done: bool = True


def recheck(
    store: Store,
    hand: Hand,
    claim_ids: Sequence[str],
    *,
    archive: bool = False,
    allow_private: bool = False,
    cancelled: Callable[[], bool] | None = None,
    pacer: Pacer | None = None,
) -> Iterator[Again]:
    """Look again at the pages that some claims cite, or all claims when none is named; yield each result.

    Citations come in the order they were made. A page that several of them name is fetched once, and one
    that was never kept is kept now. Each result is on the desk when it is yielded. With `archive`, the
    archive of the setting is asked for a public copy of each. Raises KzcheckError only when cancelled.
    """
    going = fetcher(allow_private, cancelled)
    pacer = pacer or Pacer()
    looker = Rechecker(going, lambda page: read(page)[0], pacer)
    seen: dict[tuple[str, str], Recheck] = {}
    numbers = [claims.claim_number(store, claim_id) for claim_id in claim_ids]
    for citation_id in stored.cited_by(store, numbers):
        citation = claims.citation(store, citation_id)
        url = read_reference(citation.reference).url
        page = None if citation.snapshot is None else stored.kept(store, citation.snapshot)
        if url is None and (page is None or not page.url.startswith("file:")):
            continue
        if page is None:
            pacer.wait(url or "", cancelled=cancelled)
            again = _first_look(store, hand, citation, allow_private, cancelled)
        else:
            key = (url or page.url, page.sha256)
            if key not in seen:
                seen[key] = _look_again(looker, key[0], page)
            again = _note(store, hand, citation, seen[key])
        yield _archived(store, hand, again, url, cancelled) if archive and url else again


def _first_look(
    store: Store, hand: Hand, citation: Citation, allow_private: bool, cancelled: Callable[[], bool] | None
) -> Again:
    try:
        found = look(store, hand, citation.id, allow_private=allow_private, cancelled=cancelled)
    except KzcheckError as error:
        if cancelled is not None and cancelled():
            raise
        return Again(citation, str(error), is_done=False)
    return Again(found, "kept now for the first time")


def _look_again(looker: Rechecker, url: str, page: KeptPage) -> Recheck:
    if url.startswith("file:"):
        return _file_again(url, page)
    # Another address may have answered with the very same bytes; its validators say nothing of this one.
    headers = page.headers if page.url == url else ()
    return looker.look(Kept(url=url, sha256=page.sha256, text=page.text, headers=headers))


def _file_again(url: str, page: KeptPage) -> Recheck:
    try:
        present: Page = page_of_file(url)
    except KzcheckError as error:
        return Recheck(outcome=RecheckOutcome.GONE, why=str(error))
    if body_hash(present.body) == page.sha256:
        return Recheck(outcome=RecheckOutcome.SAME)
    return Recheck(outcome=RecheckOutcome.CHANGED, page=present, text=read(present)[0])


def _note(store: Store, hand: Hand, citation: Citation, result: Recheck) -> Again:
    """Write down what became of the page that a citation names."""
    result = result.with_passage(citation.passage)
    is_plain = result.line == str(result.outcome)
    checked = {
        "rechecked_at": now(),
        "recheck": str(result.outcome),
        "recheck_note": None if is_plain else result.line,
    }
    return Again(_noted(store, hand, citation, checked), result.line)


def _archived(
    store: Store, hand: Hand, again: Again, url: str, cancelled: Callable[[], bool] | None
) -> Again:
    """Ask the archive for a public copy of a page, and write down where it is."""
    endpoint = settings.setting(store, ARCHIVE) or setting(ARCHIVE).default
    try:
        copy = archive_page(url, endpoint=endpoint, cancelled=cancelled)
    except KzcheckError as error:
        return Again(again.citation, f"{again.line}; {error}", is_done=False)
    kept = _noted(store, hand, again.citation, {"archive_url": copy})
    return Again(kept, f"{again.line}; archived at {copy}", again.is_done)


def _noted(store: Store, hand: Hand, citation: Citation, seen: dict[str, str | None]) -> Citation:
    with store.writing():
        if state.cited(store, citation.id) is None:  # taken off meanwhile
            return citation
        stored.note_check(store, hand.deed(), citation.claim_id, citation.id, seen)
        return claims.citation(store, citation.id)
