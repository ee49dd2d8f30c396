"""Pages of the list of claims, read by walking along an index, without OFFSET or count.

Each order of the list has an index that begins with zone and status, so a query for three statuses is
three walks that SQLite merges. A page after a key is made of two such walks: first the remaining rows with
the key's own value, then those with values beyond it.
"""

import math

from kzcheck.domain import ClaimQuery, ClaimRow, RowKey, Sort, TakesLonger, ZoneKind
from kzcheck.store.convert import ROW_COLUMNS, row_of
from kzcheck.store.filters import Source, Start, place_condition, source_of, statuses_of
from kzcheck.store.store import Store

PROBING_SECONDS = 0.03
"""For how long common words are looked up row by row, before all hits are gathered instead."""
RANKS = {
    Sort.PRIORITY: "by_priority",
    Sort.DOCUMENT: "by_document",
    Sort.VALUE: "by_value",
    Sort.TOUCHED: "by_touched",
}


def page(
    store: Store,
    query: ClaimQuery,
    *,
    after: RowKey | None = None,
    before: RowKey | None = None,
    limit: int = 100,
    last: bool = False,
    within: float | None = None,
) -> list[ClaimRow]:
    """Return up to `limit` rows of the list that `query` asks for, in its order.

    They follow `after`, or precede `before`, or are the first of the list, or with `last` the last ones.
    Raises TakesLonger when they are not found `within` so many seconds.
    """
    if within is not None:
        with store.hurried(within):
            return page(store, query, after=after, before=before, limit=limit, last=last)
        raise TakesLonger(f"the claims with {query.text!r} are not all found yet; wait a moment")
    key = after or before
    backward = before is not None or last
    source = source_of(store, query, gathered=False)
    if source is not None and source.is_probing:
        with store.hurried(PROBING_SECONDS) as hurry:
            found = Walk(store, query, source, backward=backward).page(key, limit)
        if not hurry.is_over:
            return found
        source = source_of(store, query, gathered=True)
    if source is None:
        return []
    return Walk(store, query, source, backward=backward).page(key, limit)


def count(store: Store, query: ClaimQuery) -> int:
    """Return how many rows the list has; every one of them is looked at."""
    source = source_of(store, query, gathered=True)
    if source is None:
        return 0
    start = source.start or Start("claims")
    places, parameters = place_condition(query)
    sql = f"SELECT count(*) FROM {start.table} WHERE {' AND '.join((places, *source.conditions))}"
    return store.integer(sql, (*start.parameters, *parameters, *source.parameters))


def rank_of(key: RowKey, sort: Sort) -> object:
    """Return the value of a row's key in the column of RANKS, in which every order is ascending."""
    if sort is Sort.DOCUMENT:
        return key.value
    if key.value is None:
        return math.inf
    assert not isinstance(key.value, str)
    return -key.value


class Walk:
    """A walk along the list of one query, in one direction."""

    def __init__(self, store: Store, query: ClaimQuery, source: Source, *, backward: bool) -> None:
        self.store = store
        self.query = query
        self.source = source
        self.rank = RANKS[query.sort]
        self.beyond, self.direction = ("<", "DESC") if backward else (">", "ASC")

    def page(self, key: RowKey | None, limit: int) -> list[ClaimRow]:
        """Return up to `limit` rows beyond a key, or from the start without one, in the list's order."""
        if key is None:
            found = self.rows("", (), limit)
        else:
            rank = rank_of(key, self.query.sort)
            found = self.rows("= ? AND number {beyond} ?", (rank, key.number), limit)
            if len(found) < limit:
                found += self.rows("{beyond} ?", (rank,), limit - len(found))
        return found if self.direction == "ASC" else found[::-1]

    def rows(self, bound: str, bounds: tuple[object, ...], limit: int) -> list[ClaimRow]:
        """Return the first rows of the walk whose rank fulfils `bound`, a condition with `bounds` in it."""
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
        """Return the SELECTs to merge and their parameters: one over a few candidates, or one a place."""
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
        """Return the pairs of zone and status that are asked for and have any claim; at least one pair."""
        zones = self.query.zones or tuple(ZoneKind)
        statuses = statuses_of(self.query)
        held = self.store.rows("SELECT zone, status FROM tallies WHERE n > 0")
        return [place for place in held if place[0] in zones and place[1] in statuses] or [
            (zones[0], statuses[0])
        ]
