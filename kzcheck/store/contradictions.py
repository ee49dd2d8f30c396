"""Queries for pairs in conflict, and for pairs whose verdicts cannot both be right (alarms)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kzcheck.domain import Match, Relation
from kzcheck.store.claims import claim_row
from kzcheck.store.convert import HAS_VERDICT, OFF_LISTS
from kzcheck.store.store import Store

if TYPE_CHECKING:
    from kzcheck.domain import Alarm

DIFFER = f"""a.{HAS_VERDICT} AND b.{HAS_VERDICT} AND (
  m.effective IN ('duplicate', 'compatible') AND a.status <> b.status
  OR m.effective = 'conflict' AND a.status = 'verified' AND b.status = 'verified'
)"""
AT_ODDS = f"""
FROM verdicts AS v CROSS JOIN claims AS a ON a.number = v.claim
CROSS JOIN matches AS m ON m.a = v.claim CROSS JOIN claims AS b ON b.number = m.b
WHERE {DIFFER}
"""
OF_CLAIM = f"""
SELECT m.a, m.b, m.effective, m.score FROM matches AS m
CROSS JOIN claims AS a ON a.number = m.a CROSS JOIN claims AS b ON b.number = m.b
WHERE m.{{side}} = ?1 AND {DIFFER}
"""


def conflicts(store: Store) -> list[tuple[tuple[int, int], Match]]:
    """Return the pairs in conflict, each with the numbers of its two claims, the best score first."""
    rows = store.rows(
        "SELECT a.number, b.number, a.id, b.id, m.relation, m.score, m.reasons, m.decision "
        "FROM matches AS m CROSS JOIN claims AS a ON a.number = m.a CROSS JOIN claims AS b ON b.number = m.b "
        f"WHERE m.effective = 'conflict' AND a.status NOT IN {OFF_LISTS} AND b.status NOT IN {OFF_LISTS} "
        "ORDER BY m.score DESC, a.id, b.id"
    )
    return [
        (
            (row[0], row[1]),
            Match(
                a=row[2],
                b=row[3],
                relation=Relation(row[4]),
                score=row[5],
                reasons=tuple(json.loads(row[6])),
                decision=None if row[7] is None else Relation(row[7]),
            ),
        )
        for row in rows
    ]


def alarms(store: Store) -> list[Alarm]:
    """Return the pairs whose verdicts cannot both be right, the most alike first."""
    from kzcheck.domain import Alarm

    pairs = store.rows(f"SELECT m.a, m.b, m.effective, m.score {AT_ODDS} ORDER BY m.score DESC, m.a, m.b")
    return [
        Alarm(claim_row(store, a), claim_row(store, b), Relation(relation), score)
        for a, b, relation, score in pairs
    ]


def alarms_of(store: Store, number: int) -> list[Alarm]:
    """Return the pairs of one claim whose verdicts cannot both be right."""
    from kzcheck.domain import Alarm

    both = " UNION ALL ".join(OF_CLAIM.format(side=side) for side in ("a", "b"))
    return [
        Alarm(claim_row(store, a), claim_row(store, b), Relation(relation), score)
        for a, b, relation, score in store.rows(both, (number,))
    ]


def count_alarms(store: Store) -> int:
    """Return how many pairs have verdicts that cannot both be right."""
    return store.integer(f"SELECT count(*) {AT_ODDS}")
