"""Kept pages, and the checks of citations: what was seen of the cited pages, and when."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kzcheck.domain import Action, KzcheckError, Metadata
from kzcheck.store.ledger import Change, Deed, State, append
from kzcheck.store.store import Row, Store, placeholders

if TYPE_CHECKING:
    from kzcheck.domain import KeptPage

CHECKED = (
    "snapshot", "archive_url", "passage_check", "passage_note", "rechecked_at", "recheck", "recheck_note",
)  # fmt: skip
"""The fields of a citation's check, besides the id of the citation."""
PART = 200_000
"""Bytes or characters of one part of a page. Writing it takes some milliseconds, and two texts are compared
by less than one part."""
PAUSE_SECONDS = 0.01
_KEPT = (
    "sha256", "size", "url", "final_url", "status", "content_type", "headers", "fetched_at", "title",
    "publisher", "author", "published",
)  # fmt: skip


def keep(store: Store, page: KeptPage, packed: bytes) -> None:
    """Keep a page and its packed body, unless the same bytes are kept already.

    Each part is a transaction of its own with a pause after it, so that a large page delays no reviewer's
    mark; the page is there once the last transaction is done.
    """
    if is_kept(store, page.sha256):
        return
    _write_parts(store, "snapshot_bodies (sha256, part, packed)", page.sha256, packed)
    _write_parts(store, "snapshot_texts (sha256, part, text)", page.sha256, page.text)
    about = page.metadata
    with store.writing():
        store.write(
            f"INSERT OR IGNORE INTO snapshots ({', '.join(_KEPT)}) VALUES ({placeholders(_KEPT)})",
            (
                page.sha256, page.size, page.url, page.final_url, page.status, page.content_type,
                json.dumps(page.headers, ensure_ascii=False), page.fetched_at, about.title, about.outlet,
                about.author, about.published,
            ),
        )  # fmt: skip


def _write_parts(store: Store, table: str, sha256: str, whole: bytes | str) -> None:
    for part, start in enumerate(range(0, len(whole), PART)):
        if part:
            time.sleep(PAUSE_SECONDS)
        with store.writing():
            store.write(
                f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?)",
                (sha256, part, whole[start : start + PART]),
            )


def is_kept(store: Store, sha256: str) -> bool:
    """Return whether the desk keeps the page with this hash."""
    return store.row("SELECT 1 FROM snapshots WHERE sha256 = ?", (sha256,)) is not None


def kept(store: Store, sha256: str) -> KeptPage | None:
    """Return the kept page with this hash, None when the desk has none."""
    row = store.row(f"SELECT {', '.join(_KEPT)} FROM snapshots WHERE sha256 = ?", (sha256,))
    if row is None:
        return None
    parts = store.rows("SELECT text FROM snapshot_texts WHERE sha256 = ? ORDER BY part", (sha256,))
    return _page_of(row, "".join(text for (text,) in parts))


def named_page(store: Store, name: str) -> KeptPage:
    """Return the kept page whose hash, or whose citation's id, begins with `name` (at least 4 characters).

    Raises KzcheckError when no page is meant, or more than one.
    """
    end = name + "\U0010ffff"
    hashes = {
        row[0]
        for row in store.rows(
            "SELECT sha256 FROM snapshots WHERE sha256 >= ?1 AND sha256 < ?2 UNION "
            "SELECT coalesce(k.snapshot, t.snapshot) FROM citations AS t "
            "LEFT JOIN citation_checks AS k ON k.citation = t.id "
            "WHERE t.id >= ?1 AND t.id < ?2 AND coalesce(k.snapshot, t.snapshot) IS NOT NULL",
            (name, end),
        )
    }
    if len(name) < 4 or not hashes:
        raise KzcheckError(
            f"no kept copy belongs to {name!r}; 'kzcheck evidence list' names those there are, "
            "'kzcheck evidence fetch' makes one"
        )
    if len(hashes) > 1:
        raise KzcheckError(f"more than one kept copy belongs to {name!r}; give more of it")
    page = kept(store, hashes.pop())
    if page is None:
        raise KzcheckError(
            f"the copy that belongs to {name!r} is on another desk; fetch it with 'kzcheck evidence fetch'"
        )
    return page


def packed_body(store: Store, sha256: str) -> bytes:
    """Return the body of a kept page as it was packed."""
    parts = store.rows("SELECT packed FROM snapshot_bodies WHERE sha256 = ? ORDER BY part", (sha256,))
    return b"".join(packed for (packed,) in parts)


def texts(store: Store, hashes: Iterable[str]) -> dict[str, str]:
    """Return the texts of kept pages by their hashes, each up to PART characters; empty ones are left out."""
    found = {}
    for sha256 in set(hashes):
        text = store.value("SELECT text FROM snapshot_texts WHERE sha256 = ? AND part = 0", (sha256,))
        if text:
            found[sha256] = text
    return found


def note_check(store: Store, deed: Deed, claim_id: str, citation_id: str, seen: dict[str, Any]) -> None:
    """Write down what was seen of a cited page; fields that `seen` does not name stay as they were.

    It goes into the ledger, since it cannot be seen again once the page is gone. It is not a deed: undo
    passes over what was seen.
    """
    with store.writing():
        before = check_of(store, citation_id)
        after = {"citation": citation_id, **dict.fromkeys(CHECKED), **(before or {}), **seen}
        if after != before:
            append(store, deed, [Change(Action.CHECKED, claim_id, before, after)])
            put_check(store, after)


def check_of(store: Store, citation_id: str) -> State:
    """Return the check of a citation as the ledger keeps it, None when nobody has looked."""
    names = ("citation", *CHECKED)
    row = store.row(f"SELECT {', '.join(names)} FROM citation_checks WHERE citation = ?", (citation_id,))
    return None if row is None else dict(zip(names, row, strict=True))


def put_check(store: Store, state: dict[str, Any]) -> None:
    """Replace the check of the citation that `state` names."""
    names = ("citation", *CHECKED)
    store.write(
        f"INSERT OR REPLACE INTO citation_checks ({', '.join(names)}) VALUES ({placeholders(names)})",
        [state[name] for name in names],
    )


def cited_by(store: Store, claims: Sequence[int] = ()) -> Iterator[str]:
    """Yield the ids of all citations, or of those of some claims (numbers), in the order they were made."""
    if not claims:
        rows = store.rows("SELECT id FROM citations ORDER BY entry, number")
    else:
        rows = store.rows(
            f"SELECT id FROM citations WHERE claim IN ({placeholders(claims)}) ORDER BY entry, number", claims
        )
    for (citation_id,) in rows:
        yield citation_id


def _page_of(row: Row, text: str) -> KeptPage:
    from kzcheck.domain import KeptPage

    named = dict(zip(_KEPT, row, strict=True))
    about = Metadata(
        title=named.pop("title"),
        outlet=named.pop("publisher"),
        author=named.pop("author"),
        published=named.pop("published"),
    )
    headers = tuple((name, value) for name, value in json.loads(named.pop("headers")))
    return KeptPage(metadata=about, headers=headers, text=text, **named)
