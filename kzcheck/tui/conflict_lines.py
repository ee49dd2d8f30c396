"""The lines of the view of contradictions: who says what, as of when, and what is checked."""

from collections.abc import Sequence
from dataclasses import dataclass

from kzcheck.domain import Alarm, ClaimRow, Contradiction, Relation

UNLIKE = "verdicts differ"
BOTH = "both verified"


@dataclass(frozen=True, slots=True)
class Line:
    """One claim of a contradiction. `measure` is what the group is about, given on its first line only.

    `other` is the id of a claim that contradicts it; `is_alarm` says that their verdicts do not go together.
    """

    key: str
    measure: str
    row: ClaimRow
    who: str
    when: str
    other: str
    is_alarm: bool = False


def conflict_lines(alarms: Sequence[Alarm], contradictions: Sequence[Contradiction]) -> list[Line]:
    """Return the lines for verdicts that do not go together, then those for all contradictions by measure."""
    lines = []
    for number, alarm in enumerate(alarms):
        words = BOTH if alarm.relation is Relation.CONFLICT else UNLIKE
        pairs = ((words, alarm.a, alarm.b), ("", alarm.b, alarm.a))
        for words_here, row, other in pairs:
            who = row.speaker or row.outlet or row.document_title or ""
            lines.append(Line(f"alarm {number} {row.id}", words_here, row, who, "", other.id, is_alarm=True))
    for number, one in enumerate(contradictions):
        against = {pair.b: pair.a for pair in one.pairs} | {pair.a: pair.b for pair in one.pairs}
        for at, side in enumerate(one.sides):
            lines.append(
                Line(
                    f"{number} {side.row.id}",
                    one.measure if at == 0 else "",
                    side.row,
                    side.who or "",
                    side.when or "",
                    against.get(side.row.id, one.pairs[0].a),
                )
            )
    return lines
