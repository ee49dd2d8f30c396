"""Cited pages: fetching and keeping them, looking for the quoted passage, correcting what a citation says.

Imported where it is used: it loads the rooms of evidence and reading.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kzcheck.desk.citing import citation_for, citation_state
from kzcheck.desk.gate import texts_of
from kzcheck.desk.hand import Hand
from kzcheck.desk.paths import expanded
from kzcheck.domain import Action, Citation, KeptPage, KzcheckError, Metadata, Page, Span, is_date
from kzcheck.evidence import (
    AddressPolicy,
    Fetcher,
    body_hash,
    find_passage,
    independent_sources,
    pack,
    page_of_file,
    read_reference,
    unpack,
)
from kzcheck.store import Store, claims, deeds, state
from kzcheck.store import evidence as stored
from kzcheck.store.ledger import Change

NOTHING_SAID = Metadata()
_PATH = re.compile(r"(?:~?/|\.\.?/|[A-Za-z]:[\\/])", re.IGNORECASE)


def can_be_looked_at(reference: str) -> bool:
    """Return whether a reference leads to a page or a file; plain words do not."""
    return read_reference(reference).url is not None or file_of(reference) is not None


def file_of(reference: str) -> str | None:
    """Return a reference if it names a file of this machine by `file:` or by a path, else None."""
    if reference.lower().startswith("file:"):
        return reference
    if not _PATH.match(reference) and read_reference(reference).url is not None:
        return None
    try:
        return reference if expanded(reference).is_file() else None
    except OSError:  # words too long for a path
        return None


def fetcher(allow_private: bool, cancelled: Callable[[], bool] | None) -> Fetcher:
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

    Returns the citation as it is then: what it leaves open is filled with what the page says of itself. A
    file is read only with `may_read_files`, for a path that the person has just typed; a path that came with
    an import was nobody's wish. Raises KzcheckError when there is no page; the citation stays as it was.
    """
    citation = claims.citation(store, citation_id)
    page = None if citation.snapshot is None else stored.kept(store, citation.snapshot)
    if page is None:
        path = file_of(citation.reference) if may_read_files else None
        if path is None:
            page = keep(store, _fetched(citation.reference, fetcher(allow_private, cancelled)))
        else:
            page = keep(store, page_of_file(path))
    seen = {"snapshot": page.sha256, **passage_seen(citation.passage, page.text)}
    with store.writing():
        if state.cited(store, citation.id) is None:  # taken off while the page was on its way
            return citation
        stored.note_check(store, hand.deed(), citation.claim_id, citation.id, seen)
        return claims.citation(store, citation.id)


def _fetched(reference: str, fetcher: Fetcher) -> Page:
    url = read_reference(reference).url
    if url is None:
        but = "and there is no such file; correct the path, or leave it as words"
        if file_of(reference) is not None:
            but = "but a file on this machine; 'kzcheck evidence fetch --files' keeps it"
        raise KzcheckError(f"{reference} was not fetched: it is not a web address, {but}")
    return fetcher.fetch(url)


def keep(store: Store, page: Page) -> KeptPage:
    """Keep a page on the desk together with the text that can be read in it, and return it as kept."""
    text, about = read(page)
    kept = KeptPage(
        sha256=body_hash(page.body),
        size=len(page.body),
        url=page.url,
        final_url=page.final_url,
        status=page.status,
        content_type=page.content_type,
        headers=page.headers,
        fetched_at=page.fetched_at,
        metadata=about,
        text=text,
    )
    stored.keep(store, kept, pack(page.body))
    return stored.kept(store, kept.sha256) or kept


def body_of(store: Store, page: KeptPage) -> bytes:
    """Return the bytes of a kept page as they came. Raises KzcheckError when they do not fit its hash."""
    return unpack(stored.packed_body(store, page.sha256), page.size, page.sha256)


def read(page: Page) -> tuple[str, Metadata]:
    """Return the text of a page and what it says of itself; both are empty where nothing can be read."""
    from kzcheck.ingest import read_page

    try:
        document = read_page(page, NOTHING_SAID)
    except KzcheckError:  # it is kept all the same, and an empty text says that it can't be read
        return "", NOTHING_SAID
    return document.text, document.metadata


def passage_seen(passage: str | None, text: str) -> dict[str, Any]:
    """Look for a passage in a text; return the result in the fields that a citation's check has for it."""
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
    """Correct the fields of a citation that `changes` names, as one deed; return it as it is then.

    Stance, passage and locator are part of a citation's identity. When one of them changes, a new citation
    takes the place of the old one and refers to the same kept page.
    """
    published = changes.get("published")
    if published and not is_date(published):
        raise KzcheckError(
            f"nothing was corrected: {published!r} is not a date; give 2026-01-08, 2026-01 or 2026"
        )
    deed = hand.deed()
    with store.writing():
        shown = claims.citation(store, citation_id)
        before = state.cited(store, citation_id)
        assert before is not None
        made = citation_for(shown.claim_id, replace(shown, **changes), deed)
        fields = {**before, "id": made.id, "snapshot": shown.snapshot, "archive_url": shown.archive_url}
        wanted = citation_state(made, before["reviewer"])
        after = fields | {name: wanted[name] for name in changes}
        if made.id == citation_id:
            after |= {"snapshot": before["snapshot"], "archive_url": before["archive_url"]}
        if after == before:
            return shown
        if made.id != citation_id and state.cited(store, made.id) is not None:
            raise KzcheckError("nothing was changed: the claim has that very citation already; use that one")
        deeds.do(store, deed, _replaced(shown.claim_id, before, after))
        return claims.citation(store, made.id)


def _replaced(claim_id: str, before: dict[str, Any], after: dict[str, Any]) -> list[Change]:
    if before["id"] == after["id"]:
        return [Change(Action.CITE, claim_id, before, after)]
    return [Change(Action.UNCITE, claim_id, before, None), Change(Action.CITE, claim_id, None, after)]


def source_line(store: Store, citations: Sequence[Citation]) -> str:
    """Return in one line how many independent sources some citations are, and which count as one."""
    sources = independent_sources(citations, texts_of(store, citations))
    count = len(sources)
    merged = "; ".join(source.reason for source in sources if source.reason)
    said = f"{count} independent source{'' if count == 1 else 's'}"
    return f"{said}: {merged}" if merged else said
