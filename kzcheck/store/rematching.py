"""What a rebuild of the matches reads, and how far it has come."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kzcheck.store import claims, matching
from kzcheck.store.convert import OFF_LISTS
from kzcheck.store.matching import Finding, Read
from kzcheck.store.store import AT_A_TIME, Store, in_slices, marks

AGAIN, FIND = "again", "find"
"""Compare what is stored as matches again; find what shares rare terms."""

ROWS_A_TIME = 1000


class Part(NamedTuple):
    """A part of the work: one of `parts` of its kind, over the claims up to `newest`, `claims` in all."""

    kind: str
    part: int
    parts: int
    newest: int
    claims: int


class Indexed(NamedTuple):
    """A claim in the index: its number, that of its document's lineage, and the numbers of its terms."""

    number: int
    lineage: int
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


def put_read(store: Store, read: Sequence[Read]) -> None:
    """Keep claims as matching reads them now, within `writing`."""
    matching.unindex_claims(store, [one.claim for one in read])
    matching.index_claims(store, read)


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
    lineages = lineages_of_claims(store)
    rows = store.each("SELECT claim, terms FROM prepared WHERE claim <= ? ORDER BY claim", (newest,))
    for some in in_slices(rows, ROWS_A_TIME):
        terms = json.loads(f"[{','.join(row[1] for row in some)}]")
        for (number, _), its in zip(some, terms, strict=True):
            yield Indexed(number, lineages[number], its)


def lineages_of_claims(store: Store) -> "array[int]":
    """Return for each claim, by number, a number that the claims of one lineage share."""
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
    """Return the matches of a part; those with a claim off the lists are left out."""
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
    """Return which of these claims are on the lists."""
    return {
        number
        for some in in_slices(dict.fromkeys(numbers), AT_A_TIME)
        for (number,) in store.rows(
            f"SELECT number FROM claims WHERE number IN ({marks(some)}) AND status NOT IN {OFF_LISTS}", some
        )
    }
