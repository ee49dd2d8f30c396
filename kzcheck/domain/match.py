"""A match: two claims and how they relate."""

from dataclasses import dataclass

from kzcheck.domain.relation import Relation
from kzcheck.domain.views import ClaimRow


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """A match as one of its claims sees it: the other claim, and how the two relate."""

    other: ClaimRow
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None
    other_sentence: str
