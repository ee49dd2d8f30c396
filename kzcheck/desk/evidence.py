"""Looking at cited pages: fetched, kept, read, and the quoted passage looked for in them.

Imported where it is used: it loads the rooms of evidence and reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from kzcheck.desk import deciding
from kzcheck.desk.deciding import Hand
from kzcheck.desk.gate import texts_of
from kzcheck.domain import Action, Citation, KeptPage, KzcheckError, Metadata, Page, Span
from kzcheck.evidence import (
    AddressPolicy,
    Fetcher,
    Snapshot,
    find_passage,
    independent_sources,
    page_of_file,
    read_reference,
    take_snapshot,
)
from kzcheck.store import Store, claims, deeds, state
from kzcheck.store import evidence as stored
from kzcheck.store.ledger import Change

NOTHING_SAID = Metadata()
_PATH = re.compile(r"(?:file:|~?/|\.\.?/|[A-Za-z]:[\\/])", re.IGNORECASE)


def can_be_looked_at(reference: str) -> bool:
    """Return whether a reference leads to a page or a file; plain words don't."""
    return read_reference(reference).url is not None or file_of(reference) is not None


def file_of(reference: str) -> str | None:
    """Return the file of this machine that a reference names by `file:` or a path, if it does."""
    if not _PATH.match(reference):
        return None
    if reference.lower().startswith("file:") or Path(reference).expanduser().is_file():
        return reference
    return None


def fetcher(*, allow_private: bool, cancelled: Callable[[], bool] | None) -> Fetcher:
    """Return what fetches cited pages."""
    return Fetcher(policy=AddressPolicy(allow_private=allow_private), cancelled=cancelled)


def look(
    store: Store,
    hand: Hand,
    citation_id: str,
    *,
    may_read_files: bool = False,
    allow_private: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> Citation:
    """Keep the page that a citation names, unless it is kept, and look for its passage there.

    What the page says of itself then fills what the citation leaves open. A file is read only with
    `may_read_files`, for a path that the person has just typed: one from an import is nobody's wish.
    Raises KzcheckError when there is no page; the citation stays as it was.
    """
    citation = claims.citation(store, citation_id)
    page = None if citation.snapshot is None else stored.kept(store, citation.snapshot)
    if page is None:
        path = file_of(citation.reference) if may_read_files else None
        if path is not None:
            got = page_of_file(path)
        else:
            url = read_reference(citation.reference).url
            if url is None:
                raise KzcheckError(
                    f"{citation.reference} was not fetched: it is no web address; nothing need be done"
                )
            got = fetcher(allow_private=allow_private, cancelled=cancelled).fetch(url)
        page = keep(store, got)
    seen = {"snapshot": page.sha256, **passage_seen(citation.passage, page.text)}
    with store.writing():
        if state.cited(store, citation.id) is None:  # taken off while the page was on its way
            return citation
        stored.note_check(store, hand.deed(), citation.claim_id, citation.id, seen)
        return claims.citation(store, citation.id)


def keep(store: Store, page: Page) -> KeptPage:
    """Keep a page with what can be read in it, and return it."""
    text, about = read(page)
    snapshot = take_snapshot(page)
    kept = KeptPage(
        sha256=snapshot.sha256,
        size=snapshot.size,
        url=page.url,
        final_url=page.final_url,
        status=page.status,
        content_type=page.content_type,
        headers=page.headers,
        fetched_at=page.fetched_at,
        metadata=about,
        text=text,
    )
    stored.keep(store, kept, snapshot.packed)
    return stored.kept(store, kept.sha256) or kept


def body_of(store: Store, page: KeptPage) -> bytes:
    """Return a kept page as it came. Raises KzcheckError when it is not what its hash says."""
    snapshot = Snapshot(
        sha256=page.sha256,
        size=page.size,
        packed=stored.packed_body(store, page.sha256),
        url=page.url,
        final_url=page.final_url,
        status=page.status,
        content_type=page.content_type,
        headers=page.headers,
        fetched_at=page.fetched_at,
    )
    return snapshot.page().body


def read(page: Page) -> tuple[str, Metadata]:
    """Return the text of a page and what it says of itself; of a picture and its like, nothing."""
    from kzcheck.ingest import read_page

    try:
        document = read_page(page, NOTHING_SAID)
    except KzcheckError:  # it is kept all the same, and an empty text says that it can't be read
        return "", NOTHING_SAID
    return document.text, document.metadata


def passage_seen(passage: str | None, text: str) -> dict[str, Any]:
    """Return what looking for a passage came to, as a check holds it."""
    if not passage:
        return {"passage_check": None, "passage_note": None}
    if not text:
        return {"passage_check": None, "passage_note": "nothing can be read in the kept copy"}
    check = find_passage(passage, text)
    note = check.line if check.differences or check.occurrences > 1 else None
    return {"passage_check": str(check.outcome), "passage_note": note}


def passage_span(passage: str | None, text: str) -> Span | None:
    """Return where a passage stands in a text, None where it does not."""
    return find_passage(passage, text).span if passage else None


def amend(store: Store, hand: Hand, citation_id: str, changes: dict[str, Any]) -> Citation:
    """Correct fields of a citation as one deed; what was filled in stays filled in only where not named.

    Stance, passage and locator are part of what a citation is: with another it becomes another citation,
    in the same place, of the same kept page.
    """
    deed = hand.deed()
    with store.writing():
        shown = claims.citation(store, citation_id)
        before = state.cited(store, citation_id)
        assert before is not None
        made = deciding.citation_for(shown.claim_id, replace(shown, **changes), deed)
        fields = {**before, "id": made.id, "snapshot": shown.snapshot, "archive_url": shown.archive_url}
        wanted = deciding.citation_state(made, before["reviewer"])
        after = fields | {name: wanted[name] for name in changes}
        if made.id == citation_id:
            after |= {"snapshot": before["snapshot"], "archive_url": before["archive_url"]}
        if after == before:
            return shown
        if made.id != citation_id and state.cited(store, made.id) is not None:
            raise KzcheckError("nothing was changed: the claim has that very citation already")
        deeds.do(store, deed, _replaced(shown.claim_id, before, after))
        return claims.citation(store, made.id)


def _replaced(claim_id: str, before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    if before["id"] == after["id"]:
        return [Change(Action.CITE, claim_id, before, after)]
    return [Change(Action.UNCITE, claim_id, before, None), Change(Action.CITE, claim_id, None, after)]


def source_line(store: Store, citations: Sequence[Citation]) -> str | None:
    """Return how many independent sources citations come to, and why; None for fewer than two citations."""
    if len(citations) < 2:
        return None
    sources = independent_sources(citations, texts_of(store, citations))
    count = len(sources)
    merged = "; ".join(source.reason for source in sources if source.reason)
    said = f"{count} independent source{'' if count == 1 else 's'}"
    return f"{said}: {merged}" if merged else said
