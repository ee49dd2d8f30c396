"""A match: two claims and how they relate."""

from dataclasses import dataclass
from enum import StrEnum

SUGGEST = 0.37
"""From this score on a pair is put before the reviewer as the same: near the best F1 of the development
pairs, headlines and newswire alike."""
JOIN = 0.85
"""From this score on a pair joins a cluster without being asked."""


class Relation(StrEnum):
    """How two claims relate.

    `COMPATIBLE`: same measure, values agree within rounding and hedges. `CONFLICT`: same measure,
    values do not agree.
    """

    DUPLICATE = "duplicate"
    COMPATIBLE = "compatible"
    CONFLICT = "conflict"
    RELATED = "related"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two claims came to. `score` is 0 to 1: how likely they state the same.

    `reasons` is the explanation a reviewer reads: shared and differing terms, the two values side by
    side, and the rule that decided, one short phrase each.
    """

    relation: Relation
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A stored comparison of claims `a` and `b` (ids, a < b), with the reviewer's decision if any."""

    a: str
    b: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None = None
