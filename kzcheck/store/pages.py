"""Pages of the claim list: walks along an index, never an OFFSET, never a count.

Each order of the list has an index that begins with zone and status, so a query for three statuses is
three walks that SQLite merges. A page after a key is made of two such walks: first the rest of the rows
that tie with the key's value, then the values beyond it.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kzcheck.domain import ClaimQuery, ClaimRow, Relation, RowKey, Sort, Status, ZoneKind
from kzcheck.store.convert import ROW_COLUMNS, row_of
from kzcheck.store.documents import document_number
from kzcheck.store.search import FEW, gather_hits, match_expression
from kzcheck.store.store import Store

RANKS = {
    Sort.PRIORITY: "by_priority",
    Sort.DOCUMENT: "by_document",
    Sort.VALUE: "by_value",
    Sort.TOUCHED: "by_touched",
}


OF_MATCHES = (
    "(SELECT a AS number FROM matches WHERE effective = ? UNION SELECT b FROM matches WHERE effective = ?) "
    "CROSS JOIN claims USING (number)"
)
RELATED = (
    "EXISTS (SELECT 1 FROM matches AS m WHERE m.a = claims.number AND m.effective = ? UNION ALL "
    "SELECT 1 FROM matches AS m WHERE m.b = claims.number AND m.effective = ?)"
)


@dataclass(frozen=True, slots=True)
class Start:
    """A way to few candidates: a FROM clause, and the parameters in it."""

    table: str
    parameters: tuple[object, ...] = ()


HITS = Start("temp.hits CROSS JOIN claims USING (number)")
OF_DOCUMENT = Start("claims INDEXED BY claims_of_document")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows of a query come from and what they must fulfil.

    `start` leads to a few candidates; it is None when the walk along the order's index is best.
    """

    start: Start | None
    conditions: tuple[str, ...]
    parameters: tuple[object, ...]


def page(
    store: Store,
    query: ClaimQuery,
    *,
    after: RowKey | None = None,
    before: RowKey | None = None,
    limit: int = 100,
    last: bool = False,
) -> list[ClaimRow]:
    """Return up to `limit` rows of the list `query` asks for, in its order.

    They follow `after`, or precede `before`, or are the first, or with `last` the last of the list.
    """
    key = after or before
    backward = before is not None or last
    source = source_of(store, query)
    if source is None:
        return []
    walk = Walk(store, query, source, backward=backward)
    if key is None:
        found = walk.rows("", (), limit)
    else:
        rank = rank_of(key, query.sort)
        found = walk.rows("= ? AND number {beyond} ?", (rank, key.number), limit)
        if len(found) < limit:
            found += walk.rows("{beyond} ?", (rank,), limit - len(found))
    return found[::-1] if backward else found


def count(store: Store, query: ClaimQuery) -> int:
    """Return how many rows the list has; it looks at each of them."""
    source = source_of(store, query)
    if source is None:
        return 0
    start = source.start or Start("claims")
    places, parameters = place_condition(query)
    sql = f"SELECT count(*) FROM {start.table} WHERE {' AND '.join((places, *source.conditions))}"
    found: int = store.value(sql, (*start.parameters, *parameters, *source.parameters))
    return found


def rank_of(key: RowKey, sort: Sort) -> object:
    """Return where a row's key stands in the order's column, in which all orders ascend."""
    if sort is Sort.DOCUMENT:
        return key.value
    if key.value is None:
        return math.inf
    assert not isinstance(key.value, str)
    return -key.value


class Walk:
    """One query, ready to be walked in one direction."""

    def __init__(self, store: Store, query: ClaimQuery, source: Source, *, backward: bool) -> None:
        self.store = store
        self.query = query
        self.source = source
        self.rank = RANKS[query.sort]
        self.beyond, self.direction = ("<", "DESC") if backward else (">", "ASC")

    def rows(self, bound: str, bounds: tuple[object, ...], limit: int) -> list[ClaimRow]:
        """Return the first rows in this direction whose rank fulfils `bound`."""
        arms, parameters = self.arms(bound.replace("{beyond}", self.beyond), bounds)
        order = "ORDER BY rank {0}, number {0}".replace("{0}", self.direction)
        sql = " ".join(
            [
                "SELECT", ROW_COLUMNS, "FROM (", " UNION ALL ".join(arms), order, "LIMIT ?",
                ") AS k JOIN claims AS c ON c.number = k.number JOIN documents AS d ON d.number = c.document",
                order.replace("rank", "k.rank").replace("number", "k.number"),
            ]
        )  # fmt: skip
        return [row_of(row, self.query.sort) for row in self.store.rows(sql, (*parameters, limit))]

    def arms(self, bound: str, bounds: tuple[object, ...]) -> tuple[list[str], list[object]]:
        """Return the walks to merge: one over few candidates, or one for each zone and status."""
        conditions = [*self.source.conditions]
        if bound:
            conditions.append(f"{self.rank} {bound}")
        select = f"SELECT number, {self.rank} AS rank FROM"
        start = self.source.start
        if start is not None:
            places, parameters = place_condition(self.query)
            where = " AND ".join([places, *conditions])
            return [f"{select} {start.table} WHERE {where}"], [
                *start.parameters,
                *parameters,
                *self.source.parameters,
                *bounds,
            ]
        where = " AND ".join(["zone = ? AND status = ?", *conditions])
        arm = f"{select} claims INDEXED BY claims_{self.rank} WHERE {where}"
        places_held = self.places()
        values: list[object] = []
        for zone, status in places_held:
            values += [zone, status, *self.source.parameters, *bounds]
        return [arm] * len(places_held), values

    def places(self) -> list[tuple[str, str]]:
        """Return the zones and statuses asked for that hold any claim; at least one."""
        zones = self.query.zones or tuple(ZoneKind)
        statuses = self.query.statuses or tuple(Status)
        held = self.store.rows("SELECT zone, status FROM tallies WHERE n > 0")
        return [place for place in held if place[0] in zones and place[1] in statuses] or [
            (zones[0], statuses[0])
        ]


def place_condition(query: ClaimQuery) -> tuple[str, list[object]]:
    """Return the condition on zone and status, for rows that are not found by them.

    The plus signs keep SQLite from leaving the candidates for the index of the order.
    """
    zones = query.zones or tuple(ZoneKind)
    statuses = query.statuses or tuple(Status)
    return (
        f"+zone IN ({marks(len(zones))}) AND +status IN ({marks(len(statuses))})",
        [*zones, *statuses],
    )


def marks(n: int) -> str:
    """Return `n` parameter marks."""
    return ", ".join("?" * n)


def source_of(store: Store, query: ClaimQuery) -> Source | None:
    """Return a query's conditions and the best place to start from; None when nothing can fulfil them."""
    expression = match_expression(query.text)
    hits = None if expression is None else gather_hits(store, expression)
    if hits == 0:
        return None
    needs = list(requirements(store, query, hits))
    start = next((need.start for need in needs if need.start is not None), None)
    kept = [need for need in needs if need.start is not HITS or start is not HITS]
    return Source(
        start,
        tuple(need.condition for need in kept),
        tuple(value for need in kept for value in need.parameters),
    )


class Need(NamedTuple):
    """A condition with its parameters and, where few claims fulfil it, the way to just those."""

    condition: str
    parameters: tuple[object, ...]
    start: Start | None = None


def requirements(store: Store, query: ClaimQuery, hits: int | None) -> Iterator[Need]:
    """Yield what a query asks for beside zone and status."""
    if query.document is not None:
        yield Need("document = ?", (document_number(store, query.document),), OF_DOCUMENT)
    if hits is not None:
        found = "EXISTS (SELECT 1 FROM temp.hits AS h WHERE h.number = claims.number)"
        yield Need(found, (), HITS if hits <= FEW else None)
    if query.speaker is not None:
        yield few(store, "speaker", "speaker = ?", query.speaker)
    if query.kinds:
        yield few(store, "kind", f"kind IN ({marks(len(query.kinds))})", *query.kinds)
    if query.min_value is not None:
        yield few(store, "value_top", "value_top >= ?", query.min_value)
    if query.max_value is not None:
        yield few(store, "value", "value <= ?", query.max_value)
    if query.relation is not None:
        yield related(store, query.relation)
    if query.outlet is not None:
        yield Need(
            "document IN (SELECT d.number FROM documents AS d WHERE d.outlet = ?)",
            (query.outlet,),
            OF_DOCUMENT if outlet_size(store, query.outlet) <= FEW else None,
        )
    if query.min_priority > 0:
        yield Need("by_priority <= ?", (-query.min_priority,))


def few(store: Store, column: str, condition: str, *values: object) -> Need:
    """Return a condition on an indexed column, starting at the index when few claims fulfil it."""
    index = f"claims INDEXED BY claims_of_{column}"
    known: int = store.value(
        f"SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {condition} LIMIT {FEW + 1})", values
    )
    return Need(condition, values, Start(index) if known <= FEW else None)


def related(store: Store, relation: Relation) -> Need:
    """Return the condition that a claim has such a match, starting at the matches when they are few."""
    known: int = store.value(
        f"SELECT count(*) FROM (SELECT 1 FROM matches WHERE effective = ? LIMIT {FEW + 1})", (relation,)
    )
    both = (relation, relation)
    return Need(RELATED, both, Start(OF_MATCHES, both) if known <= FEW else None)


def outlet_size(store: Store, outlet: str) -> int:
    """Return how many body claims the documents of an outlet have."""
    size: int = store.value("SELECT coalesce(sum(claims), 0) FROM documents WHERE outlet = ?", (outlet,))
    return size
