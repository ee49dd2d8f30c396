"""The queue of matches that nobody has decided on, read by walking along the index of relations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kzcheck.domain import Relation
from kzcheck.store.convert import OFF_LISTS
from kzcheck.store.store import Row, Store

if TYPE_CHECKING:
    from kzcheck.domain import PairKey, PairView

ORDER = (Relation.CONFLICT, Relation.DUPLICATE, Relation.COMPATIBLE)
"""The relations in the order of the queue; pairs that are only related are not worth a decision."""
SELECT = f"""
SELECT m.a, m.b, a.id, b.id, m.score, m.reasons
FROM (
  SELECT a, b, score, reasons FROM matches INDEXED BY matches_of_relation
  WHERE effective = ? AND decision IS NULL {{beyond}} ORDER BY score DESC, a DESC, b DESC
) AS m CROSS JOIN claims AS a ON a.number = m.a CROSS JOIN claims AS b ON b.number = m.b
WHERE a.status NOT IN {OFF_LISTS} AND b.status NOT IN {OFF_LISTS}
ORDER BY m.score DESC, m.a DESC, m.b DESC LIMIT ?
"""


def undecided(store: Store, *, after: PairKey | None, limit: int) -> list[PairView]:
    """Return up to `limit` undecided pairs that follow `after`, or the first ones."""
    found: list[PairView] = []
    for relation in ORDER[ORDER.index(after.relation) if after else 0 :]:
        beyond, values = "", tuple[object, ...]()
        if after is not None and relation is after.relation:
            beyond = "AND score <= ? AND (score, a, b) < (?, ?, ?)"
            values = (after.score, after.score, after.a, after.b)
        rows = store.rows(SELECT.format(beyond=beyond), (relation, *values, limit - len(found)))
        found += [pair_of(row, relation) for row in rows]
        if len(found) == limit:
            break
    return found


def pair_of(row: Row, relation: Relation) -> PairView:
    """Return the pair in a row of SELECT."""
    from kzcheck.domain import PairKey, PairView

    a, b, a_id, b_id, score, reasons = row
    return PairView(
        key=PairKey(relation, score, a, b),
        a=a_id,
        b=b_id,
        relation=relation,
        score=score,
        reasons=tuple(json.loads(reasons)),
    )
