"""Two statements side by side: what they share, weighed, and whether their figures measure the same."""

from typing import NamedTuple

from kzcheck.match import words
from kzcheck.match.align import SEAT_CREDIT, credit, whole
from kzcheck.match.counted import of_one_kind
from kzcheck.match.evidence import Evidence, FigurePair
from kzcheck.match.figures import DAY, Figure
from kzcheck.match.names import COUNTRY
from kzcheck.match.prepared import Prepared

HALF = 0.5
"""Where two statements share so much, 0 to 1, it is worth telling what differs."""

NEAR, ALIKE = 3, 0.6
"""So many words before and after a figure tell what it measures; where two statements share so much, 0 to 1,
their figures measure the same."""


class Sides(NamedTuple):
    """Two statements and what they share: the weight of its terms, and which part of both it is, 0 to 1."""

    a: Prepared
    b: Prepared
    evidence: Evidence
    weight: float
    part: float


def weigh(a: Prepared, b: Prepared, evidence: Evidence) -> Sides:
    """Weigh what two statements share."""
    part = (evidence.shared_a + evidence.shared_b) / (whole(a.kinds) + whole(b.kinds) or 1.0)
    return Sides(a, b, evidence, min(evidence.shared_a, evidence.shared_b), part)


def of_one_measure(sides: Sides, pair: FigurePair) -> bool:
    """Return whether two figures may measure the same: they count one thing, or stand near one."""
    if pair.a.dimension == DAY or sides.part >= ALIKE or (pair.a.unit and of_one_kind(pair.a, pair.b)):
        return True
    near = _near(sides.a, pair.a), _near(sides.b, pair.b)
    return not all(near) or meet(*near)


def _near(prepared: Prepared, item: Figure) -> tuple[str, ...]:
    """Return the terms of the words that stand near a figure."""
    figure = [words.fold(token.text) for token in words.tokens(item.text)]
    plain = prepared.plain.split()
    width = len(figure)
    at = next((at for at in range(len(plain)) if plain[at : at + width] == figure), None)
    if at is None:
        return ()
    telling = [
        [term for word in side if (term := COUNTRY.get(word) or words.stem(word)) in prepared.terms]
        for side in (reversed(plain[:at]), plain[at + width :])
    ]
    return (*telling[0][:NEAR], *telling[1][:NEAR])


def meet(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Return whether a term of one list stands for the same as a term of the other."""
    return any(one == two or credit(one, two) >= SEAT_CREDIT for one in left for two in right)
