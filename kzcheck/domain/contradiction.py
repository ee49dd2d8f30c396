"""Claims that contradict each other, and verdicts that do."""

from dataclasses import dataclass

from kzcheck.domain.match import Match
from kzcheck.domain.relation import Relation
from kzcheck.domain.views import ClaimRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One claim of a contradiction: `who` says it (the speaker, else the outlet), and of `when` (EDTF)."""

    row: ClaimRow
    who: str | None
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims that give different values for one measure, and the claims that repeat one of these.

    `measure` says in a few words what they are about. `sides` are in order of value, then of date. `pairs`
    are the conflicts among them.
    """

    measure: str
    sides: tuple[Side, ...]
    pairs: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Two claims whose verdicts cannot both be right.

    Either they say the same and have different verdicts, or they are in conflict and both are verified.
    `relation` and `score` (0 to 1) are those of their match.
    """

    a: ClaimRow
    b: ClaimRow
    relation: Relation
    score: float
