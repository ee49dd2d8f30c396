"""Whether two statements that are not the same are worth seeing side by side."""

from kzcheck.match import words
from kzcheck.match.align import FAMILY_CREDIT, weights
from kzcheck.match.counted import of_one_kind
from kzcheck.match.evidence import FigurePair
from kzcheck.match.figures import Agreement, bare_number
from kzcheck.match.prepared import LIGHT, MAYBE_NAME, NAME, WORD
from kzcheck.match.sides import Sides

TOPIC = 1.0
"""From this `strength` on what two statements share, a word among it, makes them related."""
EVENT = 0.5
"""So does so much of it where a name and what happened tell that it may be one event."""
LIKELY = 0.3
"""Or where they are the same statement with this score."""


def strength(sides: Sides) -> float:
    """Return the weight of what two statements share, times which part of both it is.

    A figure that both give counts as a term; words that only tell that something is said do not.
    """
    a, b, evidence = sides[:3]
    weight = sides.weight + sum(map(_tells, evidence.figures))
    if not words.SAYING.isdisjoint(a.terms):
        mine = weights(a.kinds)
        both = [(i, worth) for i, j, worth in evidence.alignment.pairs if b.terms[j] in words.SAYING]
        weight -= sum([mine[i] * worth for i, worth in both if a.terms[i] in words.SAYING])
    return max(weight, 0.0) * sides.part


def _tells(pair: FigurePair) -> bool:
    """Return whether two figures give the same value of the same things, which "7" and "7" need not."""
    bare = bare_number(pair.a) or bare_number(pair.b)
    return pair.agreement is Agreement.SAME and not bare and of_one_kind(pair.a, pair.b)


def topic(sides: Sides, strong: float, score: float) -> str | None:
    """Say why two statements are worth seeing together, None if they are not.

    They share as much as `strong` says, and are the same with this `score`. Names and everyday words alone
    make nothing of two statements: news is full of them.
    """
    if strong < EVENT:
        return None
    a, b, evidence = sides[:3]
    pairs = [
        (i, j)
        for i, j, _ in evidence.alignment.pairs
        if a.terms[i] not in words.SAYING or b.terms[j] not in words.SAYING
    ]
    if not any(WORD in (a.kinds[i], b.kinds[j]) for i, j in pairs):
        return None
    if _contained(sides):
        return "one says more of the same"
    named = any({a.kinds[i], b.kinds[j]} in ({NAME}, {NAME, MAYBE_NAME}) for i, j in pairs)
    happened = any(_group(a.terms[i]) == _group(b.terms[j]) in words.EVENTS for i, j in pairs)
    if named and happened and Agreement.CLASH not in evidence.agreements():
        return "perhaps one event"
    return "on one topic" if strong >= TOPIC or score >= LIKELY else None


def _contained(sides: Sides) -> bool:
    """Return whether all that one statement says, but for faint words, the other says too."""
    a, b, evidence = sides[:3]
    if any(credit <= FAMILY_CREDIT for _, _, credit in evidence.alignment.pairs):
        return False
    if evidence.denies or evidence.alignment.opposites or Agreement.CLASH in evidence.agreements():
        return False
    rest_a = [at for at in evidence.alignment.rest_a if a.kinds[at] != LIGHT]
    rest_b = [at for at in evidence.alignment.rest_b if b.kinds[at] != LIGHT]
    return not (rest_a or evidence.lone_a or evidence.years_a) or not (
        rest_b or evidence.lone_b or evidence.years_b
    )


def _group(term: str) -> str:
    return words.SYNONYM.get(term, term)
