"""How two statements relate: whether they can say the same at all, and if so how alike they are."""

from collections.abc import Iterator
from itertools import chain

from kzcheck.domain import JOIN, SUGGEST, Comparison, Relation
from kzcheck.match import explain, swapped
from kzcheck.match.evidence import gather
from kzcheck.match.figures import Agreement, hedged_alike
from kzcheck.match.obstacles import DENIED, contradictions, other_things
from kzcheck.match.prepared import Prepared
from kzcheck.match.reasons import difference, outline, reasons
from kzcheck.match.score import probabilities
from kzcheck.match.sides import HALF, Sides, weigh
from kzcheck.match.topic import TOPIC, strength, topic

LEAST_SHARED, LEAST_WEIGHT = 0.35, 1.5
"""Two statements that share a lesser part of their weight (0 to 1), or less weight, are never the same."""

NEARLY_ALL = 0.9
"""Unless they share this part of their weight: they may be short, such as "12 percent voted"."""


def compare(a: Prepared, b: Prepared) -> Comparison:
    """Return how two statements relate, how likely it is that they say the same (0 to 1), and why.

    Statements that differ in a value, unit, year, negation, direction or name are never duplicates, however
    alike their words. If the rest agrees, a different value, negation or direction makes a conflict.
    """
    evidence = gather(a, b)
    sides = weigh(a, b, evidence)
    score, otherwise = probabilities(a, b, evidence)
    likely = min(score, otherwise)
    if otherwise < SUGGEST or not _enough(sides):
        return _distant(sides, likely, otherwise)
    for relation, why in chain(other_things(sides), contradictions(sides)):
        return Comparison(relation, likely, reasons(sides, why))
    if score < SUGGEST:
        return _distant(sides, likely, otherwise)
    for relation, why in _others(sides):
        return Comparison(relation, score, reasons(sides, why))
    return Comparison(Relation.DUPLICATE, score, reasons(sides, explain.alike(a, b, surely=score >= JOIN)))


def _enough(sides: Sides) -> bool:
    """Return whether two statements share enough to be the same."""
    much = sides.part >= LEAST_SHARED and sides.weight >= LEAST_WEIGHT
    return much or sides.part >= NEARLY_ALL or sides.a.plain == sides.b.plain


def _distant(sides: Sides, score: float, otherwise: float) -> Comparison:
    """Tell how two statements relate that are not the same: whether they are worth seeing together."""
    _, other = next(other_things(sides), (None, None))
    strong = strength(sides)
    why = topic(sides, strong, otherwise)
    if why is None or (other is not None and strong < TOPIC):
        return Comparison(Relation.DIFFERENT, score, difference(sides, other))
    tell = reasons if sides.part >= HALF else outline
    return Comparison(Relation.RELATED, score, tell(sides, other or why))


def _others(sides: Sides) -> Iterator[tuple[Relation, str]]:
    """Yield what makes two like statements other than duplicates, and why."""
    a, b, evidence = sides[:3]
    replaced = swapped.replaced(a, b)
    turned = swapped.turned(replaced)
    if turned is not None:
        yield Relation.CONFLICT, f"opposite: {explain.against(*turned)}"
    if swapped.only_denied(a, b, evidence.alignment) and a.negations == b.negations:
        yield Relation.CONFLICT, DENIED
    turn = swapped.in_turn(replaced)
    if turn is not None:
        yield Relation.RELATED, explain.against(*turn)
    names = swapped.other_name(a, b, evidence.alignment, replaced)
    if names is not None:
        yield Relation.RELATED, explain.about(*names)
    exchanged = swapped.exchanged(a, b, evidence.alignment)
    if exchanged is not None:
        yield Relation.RELATED, f"{exchanged[0]} and {exchanged[1]} have changed places"
    for pair in evidence.figures:
        if pair.agreement is Agreement.WITHIN or not hedged_alike(pair.a, pair.b):
            yield Relation.COMPATIBLE, explain.agreed(pair)
