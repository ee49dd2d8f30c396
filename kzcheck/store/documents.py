"""Documents on the desk: writing one with its claims, and reading documents back.

An origin is where a document comes from, an address or a path. A lineage is the id of the first text that was
read from an origin; all later texts of that origin belong to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kzcheck.domain import KzcheckError, ZoneKind
from kzcheck.domain.metadata import LONGEST_BEGINNING
from kzcheck.store.convert import INSERT_CLAIM, METADATA_COLUMNS, check_offsets, claim_values, metadata_of
from kzcheck.store.search import index_texts
from kzcheck.store.store import Row, Store

if TYPE_CHECKING:
    from kzcheck.domain import Claim, Document, DocumentRow

SELECT_ROW = (
    "SELECT d.id, d.source, d.added_at, d.claims, d.done, d.superseded, CASE WHEN d.title IS NULL THEN "
    f"(SELECT substr(text, 1, {LONGEST_BEGINNING}) FROM texts WHERE document = d.number) END, "
    f"{METADATA_COLUMNS} FROM documents AS d"
)


def has_document(store: Store, document_id: str) -> bool:
    """Return whether the document with this whole id is on the desk."""
    return store.row("SELECT 1 FROM documents WHERE id = ?", (document_id,)) is not None


def lineage(store: Store, document_id: str) -> str:
    """Return the lineage of a document; for a first text that is its own id."""
    row = store.row("SELECT lineage FROM documents WHERE id = ?", (document_id,))
    assert row is not None
    found: str = row[0]
    return found


def earlier_lineage(store: Store, origin: str | None) -> str | None:
    """Return the lineage of the documents that came from an origin, None when none has."""
    found: str | None = store.value("SELECT lineage FROM documents WHERE origin = ? LIMIT 1", (origin,))
    return found


def is_address(origin: str | None) -> bool:
    """Return whether an origin is an address, which is the same on every machine, and not a path."""
    return origin is not None and "://" in origin


def insert_document(
    store: Store,
    document: Document,
    claims: Sequence[Claim],
    *,
    added_at: str,
    origin: str | None = None,
    lineage: str | None = None,
) -> list[int]:
    """Write a document, its zones and its claims; return the numbers of the claims, in order.

    `added_at` is UTC, ISO 8601. Without a `lineage` the document begins one. The caller holds the
    transaction. Raises KzcheckError where a claim's offsets do not fit the text.
    """
    for claim in claims:
        check_offsets(claim, document.text)
    m = document.metadata
    number = store.write(
        "INSERT INTO documents (id, title, outlet, author, published, published_from, url, source, origin,"
        " added_at, lineage) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.id, m.title, m.outlet, m.author, m.published, m.published_from, m.url,
            document.source, origin, added_at, lineage or document.id,
        ),
    )  # fmt: skip
    store.write("INSERT INTO texts (document, text) VALUES (?, ?)", (number, document.text))
    store.write_many(
        'INSERT INTO zones (document, "start", "end", kind) VALUES (?, ?, ?, ?)',
        [(number, zone.start, zone.end, zone.kind) for zone in document.zones],
    )
    first = store.integer("SELECT coalesce(max(number), 0) + 1 FROM claims")
    store.write_many(INSERT_CLAIM, [claim_values(claim, number) for claim in claims])
    index_texts(store, first, first + len(claims) - 1)
    return list(range(first, first + len(claims)))


def document_number(store: Store, document_id: str) -> int:
    """Return the number of the document that an id, or a unique beginning of one, names.

    A beginning has at least 4 characters. Raises KzcheckError when no document is meant, or more than one.
    """
    rows = store.rows(
        "SELECT number, id FROM documents WHERE id >= ? AND id < ? LIMIT 2",
        (document_id, document_id + "\U0010ffff"),
    )
    if len(document_id) < 4 or not rows:
        raise KzcheckError(f"no document has the id {document_id!r}; 'kzcheck documents' lists them")
    if len(rows) > 1 and rows[0][1] != document_id:
        raise KzcheckError(
            f"more than one document has an id that begins with {document_id}; give more of it"
        )
    number: int = rows[0][0]
    return number


def document(store: Store, document_id: str) -> Document:
    """Return a document with its text and zones; raise KzcheckError as `document_number` does."""
    from kzcheck.domain import Document, Zone

    number = document_number(store, document_id)
    row = store.row(
        f"SELECT d.id, d.source, t.text, {METADATA_COLUMNS}"
        " FROM documents AS d JOIN texts AS t ON t.document = d.number WHERE d.number = ?",
        (number,),
    )
    assert row is not None
    zones = store.rows(
        'SELECT "start", "end", kind FROM zones WHERE document = ? ORDER BY "start"', (number,)
    )
    return Document(
        id=row[0],
        source=row[1],
        text=row[2],
        metadata=metadata_of(row[3:]),
        zones=tuple(Zone(start, end, ZoneKind(kind)) for start, end, kind in zones),
    )


def documents(store: Store) -> list[DocumentRow]:
    """Return all documents in the order in which they were added."""
    return [row_of(row) for row in store.rows(f"{SELECT_ROW} ORDER BY d.number")]


def outlets(store: Store) -> list[str]:
    """Return the names of all outlets, by name."""
    found = store.rows("SELECT DISTINCT outlet FROM documents WHERE outlet IS NOT NULL ORDER BY outlet")
    return [name for (name,) in found]


def titles(store: Store) -> dict[str, str]:
    """Return the titles of all documents by id, oldest first; "" for a document without one."""
    return dict(store.rows("SELECT id, coalesce(title, '') FROM documents ORDER BY number"))


def document_row(store: Store, document_id: str) -> DocumentRow:
    """Return a document as a row of the list; raise KzcheckError as `document_number` does."""
    row = store.row(f"{SELECT_ROW} WHERE d.number = ?", (document_number(store, document_id),))
    assert row is not None
    return row_of(row)


def row_of(row: Row) -> DocumentRow:
    """Return the list row in a row of SELECT_ROW."""
    from kzcheck.domain import DocumentRow

    return DocumentRow(
        id=row[0],
        source=row[1],
        added_at=row[2],
        claims=row[3],
        done=row[4],
        is_superseded=bool(row[5]),
        begins=row[6] or "",
        metadata=metadata_of(row[7:]),
    )
