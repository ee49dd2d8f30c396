"""Queries for merging a desk into this one: what the other desk has, copying it, and what a desk had before.

In every function `store` is the desk that is asked or written to, and `other` the one that is copied from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kzcheck.domain import Action
from kzcheck.store import documents
from kzcheck.store.claims import is_known, newest_number, numbered
from kzcheck.store.convert import INSERT_CLAIM, claim_values
from kzcheck.store.documents import document_number, insert_document
from kzcheck.store.factchecks import all_checks
from kzcheck.store.ledger import dumped
from kzcheck.store.search import index_texts
from kzcheck.store.store import Row, Store, placeholders

if TYPE_CHECKING:
    from kzcheck.domain import Claim, FactCheck

MERGE = "merge-"
"""The beginning of a merge's batch, by which its entries are recognised."""
ENTRY = "hash, seq, at, reviewer, session, action, subject, batch, before, after, prev_hash"


class Text(NamedTuple):
    """What a desk knows of a document, apart from its text and metadata. `added_at` is UTC, ISO 8601."""

    number: int
    id: str
    origin: str | None
    added_at: str
    lineage: str
    is_superseded: int


def texts(store: Store) -> list[Text]:
    """Return all documents in the order in which they were added."""
    rows = store.rows(
        "SELECT number, id, origin, added_at, lineage, superseded FROM documents ORDER BY number"
    )
    return [Text(*row) for row in rows]


def added_at(store: Store, document_id: str) -> str:
    """Return when a document came onto the desk, UTC, ISO 8601."""
    at: str = store.value("SELECT added_at FROM documents WHERE id = ?", (document_id,))
    return at


def claims_as_found(store: Store, document: int) -> list[Claim]:
    """Return the claims that extraction found in a document, as it found them."""
    added = {row[0] for row in store.rows("SELECT subject FROM ledger WHERE action = 'add-claim'")}
    return [as_found(store, claim) for _, claim in numbered(store, document) if claim.id not in added]


def as_found(store: Store, claim: Claim) -> Claim:
    """Return a claim with the headline that extraction gave it."""
    first: str | None = store.value(
        "SELECT before ->> 'headline' FROM ledger WHERE subject = ? AND action = 'headline' "
        "ORDER BY seq LIMIT 1",
        (claim.id,),
    )
    return claim if first is None else claim._replace(headline=first)


def put_text(store: Store, other: Store, text: Text, claims: list[Claim], lineage: str) -> list[int]:
    """Copy a document with the given claims to this desk, into a lineage; return the claims' numbers."""
    document = documents.document(other, text.id)
    numbers = insert_document(
        store,
        document,
        claims,
        added_at=text.added_at,
        origin=text.origin if documents.is_address(text.origin) else None,  # a path is of that machine
        lineage=lineage,
    )
    if text.is_superseded:
        number = document_number(store, text.id)
        store.write("UPDATE documents SET superseded = 1 WHERE number = ?", (number,))
        store.write("UPDATE claims SET status = 'superseded' WHERE document = ?", (number,))
    return numbers


def missing_claims(store: Store, claims: Sequence[Claim]) -> list[Claim]:
    """Return those of the given claims that the desk has never had."""
    return [claim for claim in claims if not is_known(store, claim.id)]


def put_claims(store: Store, document_id: str, claims: Sequence[Claim]) -> list[int]:
    """Add claims to a document that is on the desk already; return their numbers."""
    document = document_number(store, document_id)
    first = newest_number(store) + 1
    store.write_many(INSERT_CLAIM, [claim_values(claim, document) for claim in claims])
    store.write(
        "UPDATE claims SET status = 'superseded' WHERE number >= ? "
        "AND (SELECT superseded FROM documents WHERE number = ?)",
        (first, document),
    )
    index_texts(store, first, first + len(claims) - 1)
    return list(range(first, first + len(claims)))


def revisions_of(store: Store) -> list[tuple[str, str, str]]:
    """Return (id of the later text, id of the text it replaced, when) for each revision, oldest first."""
    rows = store.rows(
        "SELECT later.id, earlier.id, r.at FROM revisions AS r "
        "JOIN documents AS later ON later.number = r.document "
        "JOIN documents AS earlier ON earlier.number = r.earlier ORDER BY r.number"
    )
    return [(later, earlier, at) for later, earlier, at in rows]


def note_revision(store: Store, later: str, earlier: str, at: str) -> None:
    """Write down that one text replaced another, unless the desk knows that."""
    numbers = (document_number(store, later), document_number(store, earlier))
    store.write(
        "INSERT INTO revisions (document, earlier, at) SELECT ?1, ?2, ?3 WHERE NOT EXISTS ("
        "SELECT 1 FROM revisions WHERE document = ?1 AND earlier = ?2)",
        (*numbers, at),
    )


def touched_claims(store: Store) -> Iterator[tuple[int, str]]:
    """Yield (number, id) of the claims that any entry of the ledger concerns, oldest first."""
    yield from store.rows(
        "SELECT number, id FROM claims WHERE id IN (SELECT subject FROM ledger) ORDER BY number"
    )


def decided_pairs(store: Store) -> list[tuple[str, str, str]]:
    """Return (id, id, relation) of the pairs that reviewers decided on."""
    rows = store.rows(
        "SELECT a.id, b.id, m.decision FROM matches AS m JOIN claims AS a ON a.number = m.a "
        "JOIN claims AS b ON b.number = m.b WHERE m.decision IS NOT NULL ORDER BY a.id, b.id"
    )
    return [(a, b, decision) for a, b, decision in rows]


def had(store: Store, action: Action, subject: str, after: dict[str, Any] | None) -> bool:
    """Return whether an entry of the ledger has put this state in place, whatever was decided later.

    Entries of a merge that was undone do not count, since that merge can be made again.
    """
    return _any_entry(store, action, subject, "l.after IS ?", dumped(after))


def had_citation(store: Store, claim_id: str, citation_id: str) -> bool:
    """Return whether a claim has ever had a citation, as `had` does."""
    return _any_entry(store, Action.CITE, claim_id, "l.after ->> 'id' = ?", citation_id)


def _any_entry(store: Store, action: Action, subject: str, condition: str, value: str | None) -> bool:
    row = store.row(
        "SELECT 1 FROM ledger AS l LEFT JOIN deeds AS d ON d.batch = l.batch "
        f"WHERE l.subject = ? AND l.action = ? AND {condition} "
        f"AND (d.state = 'done' OR substr(l.batch, 1, {len(MERGE)}) <> '{MERGE}') LIMIT 1",
        (subject, action, value),
    )
    return row is not None


def copy_entries(store: Store, other: Store) -> int:
    """Copy the entries of the other desk's ledger that this desk does not have; return how many."""
    known = {
        row[0] for row in store.rows("SELECT hash FROM ledger UNION ALL SELECT hash FROM merged_entries")
    }
    missing = [row for row in _entries(other) if row[0] not in known]
    store.write_many(
        f"INSERT OR IGNORE INTO merged_entries ({ENTRY}) VALUES ({placeholders(ENTRY.split(', '))})", missing
    )
    return len(missing)


def _entries(store: Store) -> Iterator[Row]:
    yield from store.each(f"SELECT {ENTRY} FROM ledger")
    yield from store.each(f"SELECT {ENTRY} FROM merged_entries")


def copy_sessions(store: Store, other: Store) -> None:
    """Copy the sessions of the other desk's reviewers."""
    store.write_many(
        "INSERT OR IGNORE INTO sessions (id, reviewer, started_at) VALUES (?, ?, ?)",
        other.rows("SELECT id, reviewer, started_at FROM sessions"),
    )


def missing_pages(store: Store, other: Store) -> list[str]:
    """Return the hashes of the kept pages that only the other desk has."""
    known = {row[0] for row in store.rows("SELECT sha256 FROM snapshots")}
    return [
        row[0] for row in other.rows("SELECT sha256 FROM snapshots ORDER BY number") if row[0] not in known
    ]


def copy_page(store: Store, other: Store, sha256: str) -> None:
    """Copy a kept page with its parts."""
    for table, columns in (
        ("snapshot_bodies", "sha256, part, packed"),
        ("snapshot_texts", "sha256, part, text"),
    ):
        store.write("DELETE FROM " + table + " WHERE sha256 = ?", (sha256,))
        store.write_many(
            f"INSERT INTO {table} ({columns}) VALUES (?, ?, ?)",
            other.each(f"SELECT {columns} FROM {table} WHERE sha256 = ? ORDER BY part", (sha256,)),
        )
    columns = (
        "sha256, size, url, final_url, status, content_type, headers, fetched_at, title, publisher, author, "
        "published"
    )
    store.write_many(
        f"INSERT INTO snapshots ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        other.rows(f"SELECT {columns} FROM snapshots WHERE sha256 = ?", (sha256,)),
    )


def missing_checks(store: Store, other: Store) -> list[FactCheck]:
    """Return the published checks that only the other desk has."""
    known = {row[0] for row in store.rows("SELECT id FROM fact_checks")}
    return [check for check in all_checks(other) if check.id not in known]
