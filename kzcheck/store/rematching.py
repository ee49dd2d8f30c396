"""What a rebuild of the matches reads, and how far it has come."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzcheck.store import matching
from kzcheck.store.convert import OFF_LISTS
from kzcheck.store.store import Store

AGAIN, FIND = "again", "find"
"""Compare what is stored as matches again; find what shares rare terms."""


class Part(NamedTuple):
    """A part of the work: one of `parts` of its kind, over the claims up to `newest`, `claims` in all."""

    kind: str
    part: int
    parts: int
    newest: int
    claims: int


class Indexed(NamedTuple):
    """A claim in the index: its number, its document's lineage, and the numbers of its terms."""

    number: int
    lineage: str
    terms: list[int]


def unread(store: Store, edition: int) -> list[tuple[int, str]]:
    """Return documents (number, id) with claims that matching has not read, or read in another way."""
    return [
        (number, document_id)
        for number, document_id in store.rows(
            "SELECT DISTINCT d.number, d.id FROM claims AS c LEFT JOIN prepared AS p ON p.claim = c.number "
            "JOIN documents AS d ON d.number = c.document "
            f"WHERE p.edition IS NOT ? AND c.status NOT IN {OFF_LISTS} ORDER BY d.number",
            (edition,),
        )
    ]


def put_read(store: Store, number: int, prepared: str, terms: Sequence[str]) -> None:
    """Keep a claim as matching reads it now, within `writing`."""
    matching.unindex_claim(store, number)
    matching.index_claims(store, {number: prepared}, {number: terms})


def extent(store: Store) -> tuple[int, int]:
    """Return the number of the newest claim in the index, and how many there are."""
    row = store.row("SELECT coalesce(max(claim), 0), count(*) FROM prepared")
    assert row is not None
    return row[0], row[1]


def left(store: Store) -> list[Part]:
    """Return what is left to do of a rebuild, in order; nothing where the claims are no longer the same."""
    parts = [
        Part(*row)
        for row in store.rows("SELECT kind, part, parts, newest, claims FROM rematching ORDER BY 1, 2")
    ]
    if not parts:
        return []
    held = store.value("SELECT count(*) FROM prepared WHERE claim <= ?", (parts[0].newest,))
    return parts if held == parts[0].claims else []


def plan(store: Store, parts: Sequence[Part]) -> None:
    """Write down what is to do."""
    with store.writing():
        store.write("DELETE FROM rematching")
        store.write_many(
            "INSERT INTO rematching (kind, part, parts, newest, claims) VALUES (?, ?, ?, ?, ?)", parts
        )


def tick(store: Store, part: Part) -> None:
    """Write down that a part is done, within `writing`."""
    store.write("DELETE FROM rematching WHERE kind = ? AND part = ?", part[:2])


def indexed(store: Store, newest: int) -> Iterator[Indexed]:
    """Yield the claims in the index up to `newest`, in order."""
    lineages: dict[int, str] = dict(store.rows("SELECT number, lineage FROM documents"))
    for number, document, terms in store.each(
        "SELECT p.claim, c.document, p.terms FROM prepared AS p CROSS JOIN claims AS c ON c.number = p.claim "
        "WHERE p.claim <= ? ORDER BY p.claim",
        (newest,),
    ):
        yield Indexed(number, lineages[document], json.loads(terms))


def stored_pairs(store: Store, part: Part) -> list[tuple[int, int]]:
    """Return the matches of a part, as the numbers of their claims; those off the lists are left out."""
    span = -(-part.newest // part.parts)
    return [
        (a, b)
        for a, b in store.rows(
            "SELECT m.a, m.b FROM matches AS m CROSS JOIN claims AS a ON a.number = m.a "
            "CROSS JOIN claims AS b ON b.number = m.b "
            f"WHERE m.a > ? AND m.a <= ? AND a.status NOT IN {OFF_LISTS} AND b.status NOT IN {OFF_LISTS}",
            (part.part * span, (part.part + 1) * span),
        )
    ]


def ids(store: Store, a: int, b: int) -> tuple[str, str] | None:
    """Return the ids of two claims; None where one is off the lists."""
    row = store.row(
        "SELECT a.id, b.id FROM claims AS a, claims AS b WHERE a.number = ? AND b.number = ? "
        f"AND a.status NOT IN {OFF_LISTS} AND b.status NOT IN {OFF_LISTS}",
        (a, b),
    )
    return None if row is None else (row[0], row[1])
