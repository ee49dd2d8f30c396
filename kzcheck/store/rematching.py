"""Queries for matching the whole desk anew: what has to be compared, and how much of it is done."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kzcheck.store import claims, matching
from kzcheck.store.convert import OFF_LISTS
from kzcheck.store.matching import Finding, Read
from kzcheck.store.store import AT_A_TIME, Store, in_slices, placeholders

AGAIN, FIND = "again", "find"
"""The two kinds of parts: comparing the stored matches again, and finding pairs that share rare terms."""

ROWS_A_TIME = 1000


class Part(NamedTuple):
    """A part of the work: number `part` of the `parts` of its kind.

    The work covers the claims whose numbers are up to `newest`; `claims` says how many there were of them
    in the index when it was planned.
    """

    kind: str
    part: int
    parts: int
    newest: int
    claims: int


class Indexed(NamedTuple):
    """A claim in the index: its number, a number for its document's lineage, the numbers of its terms."""

    number: int
    lineage: int
    terms: list[int]


def unread(store: Store, edition: int) -> list[tuple[int, str]]:
    """Return (number, id) of documents with claims that are not prepared in this edition of matching."""
    return [
        (number, document_id)
        for number, document_id in store.rows(
            "SELECT DISTINCT d.number, d.id FROM claims AS c LEFT JOIN prepared AS p ON p.claim = c.number "
            "JOIN documents AS d ON d.number = c.document "
            f"WHERE p.edition IS NOT ? AND c.status NOT IN {OFF_LISTS} ORDER BY d.number",
            (edition,),
        )
    ]


def put_read(store: Store, read: Sequence[Read]) -> None:
    """Replace the prepared form of claims, and put them into the index by it; within `writing`."""
    matching.unindex_claims(store, [one.claim for one in read])
    matching.index_claims(store, read)


def extent(store: Store) -> tuple[int, int]:
    """Return the number of the newest claim in the index, and how many claims are in it."""
    row = store.row("SELECT coalesce(max(claim), 0), count(*) FROM prepared")
    assert row is not None
    return row[0], row[1]


def left(store: Store) -> list[Part]:
    """Return the parts that are left to do, in order; none when the claims are not the planned ones."""
    parts = [
        Part(*row)
        for row in store.rows("SELECT kind, part, parts, newest, claims FROM rematching ORDER BY 1, 2")
    ]
    if not parts:
        return []
    held = store.value("SELECT count(*) FROM prepared WHERE claim <= ?", (parts[0].newest,))
    return parts if held == parts[0].claims else []


def plan(store: Store, parts: Sequence[Part]) -> None:
    """Write down which parts are to be done."""
    with store.writing():
        store.write("DELETE FROM rematching")
        store.write_many(
            "INSERT INTO rematching (kind, part, parts, newest, claims) VALUES (?, ?, ?, ?, ?)", parts
        )


def tick(store: Store, part: Part) -> None:
    """Write down that a part is done; within `writing`."""
    store.write("DELETE FROM rematching WHERE kind = ? AND part = ?", part[:2])


def indexed(store: Store, newest: int) -> Iterator[Indexed]:
    """Yield the claims in the index whose numbers are up to `newest`, in order."""
    lineages = lineages_of_claims(store)
    rows = store.each("SELECT claim, terms FROM prepared WHERE claim <= ? ORDER BY claim", (newest,))
    for some in in_slices(rows, ROWS_A_TIME):
        terms = json.loads(f"[{','.join(row[1] for row in some)}]")
        for (number, _), its in zip(some, terms, strict=True):
            yield Indexed(number, lineages[number], its)


def lineages_of_claims(store: Store) -> "array[int]":
    """Return, indexed by the claims' numbers, a number that claims of one lineage have in common."""
    lineages = array("q", bytes(8 * (claims.newest_number(store) + 1)))
    first: dict[str, int] = {}
    of_document = {
        number: first.setdefault(lineage, number)
        for number, lineage in store.each("SELECT number, lineage FROM documents")
    }
    for number, document in store.each(
        "SELECT number, document FROM claims INDEXED BY claims_of_document ORDER BY document"
    ):
        lineages[number] = of_document[document]
    return lineages


def stored(store: Store, part: Part) -> list[Finding]:
    """Return the stored matches that belong to a part, without those of claims that are off the lists."""
    span = -(-part.newest // part.parts)
    return [
        Finding(*row)
        for row in store.rows(
            "SELECT m.a, m.b, m.relation, m.score, m.reasons FROM matches AS m "
            "CROSS JOIN claims AS a ON a.number = m.a CROSS JOIN claims AS b ON b.number = m.b "
            f"WHERE m.a > ? AND m.a <= ? AND a.status NOT IN {OFF_LISTS} AND b.status NOT IN {OFF_LISTS}",
            (part.part * span, (part.part + 1) * span),
        )
    ]


def on_lists(store: Store, numbers: Iterable[int]) -> set[int]:
    """Return which of these claims (numbers) are on the lists."""
    return {
        number
        for some in in_slices(dict.fromkeys(numbers), AT_A_TIME)
        for (number,) in store.rows(
            f"SELECT number FROM claims WHERE number IN ({placeholders(some)}) AND status NOT IN {OFF_LISTS}",
            some,
        )
    }
