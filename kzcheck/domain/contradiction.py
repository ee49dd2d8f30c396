"""What does not go together: claims with other values of one measure, verdicts that disagree."""

from dataclasses import dataclass

from kzcheck.domain.match import Match
from kzcheck.domain.relation import Relation
from kzcheck.domain.views import ClaimRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A claim in a contradiction: who says it (a speaker, else the outlet) and of when it is, EDTF."""

    row: ClaimRow
    who: str | None
    when: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Claims of one measure that do not agree, and those that say the same as one of them.

    `measure` is what they are about in a few words. `sides` are in order of value, then of date.
    """

    measure: str
    sides: tuple[Side, ...]
    pairs: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Alarm:
    """Two claims whose verdicts do not go together: like ones that differ, or two in conflict verified."""

    a: ClaimRow
    b: ClaimRow
    relation: Relation
    score: float
