"""A match: two claims and how they relate."""

from dataclasses import dataclass

from kzcheck.domain.relation import Relation
from kzcheck.domain.views import ClaimRow


@dataclass(frozen=True, slots=True)
class Comparison:
    """The result of comparing two claims. `score` (0 to 1) is how likely they state the same.

    `reasons` is the explanation that a reviewer reads: shared and differing terms, the two values side by
    side, and the rule that decided, one short phrase each.
    """

    relation: Relation
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """The stored comparison of claims `a` and `b` (ids, a < b), and the reviewer's decision, if any."""

    a: str
    b: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """A match seen from one of its claims: the `other` claim with its sentence, and how the two relate."""

    other: ClaimRow
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None
    other_sentence: str
