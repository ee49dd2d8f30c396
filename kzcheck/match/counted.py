"""What figures count or rank, and how two of them relate with that in mind."""

from itertools import takewhile

from kzcheck.domain import QuantityKind
from kzcheck.match import words
from kzcheck.match.align import credit
from kzcheck.match.figures import Agreement, Figure, agreement
from kzcheck.match.vocabulary import STOP


def agreement_of(a: Figure, b: Figure) -> Agreement:
    """Tell how two figures relate; two values of different things are no clash: one man, seven storms."""
    found = agreement(a, b)
    return Agreement.APART if found is Agreement.CLASH and not of_one_kind(a, b) else found


def of_one_kind(a: Figure, b: Figure) -> bool:
    """Return whether two figures count or rank the same things, as far as their words show."""
    if a.unit == b.unit and a.dimension != QuantityKind.RANK:
        return True
    one, other = noun(a), noun(b)
    return not one or not other or one == other or bool(credit(one, other)) or {one, other} <= words.PERSONS


def noun(item: Figure) -> str:
    """Return the stem of the noun that a figure counts or ranks: "largest oil pipelines in Europe"."""
    if item.dimension != QuantityKind.RANK:
        return words.stem(item.unit)
    described = takewhile(lambda word: word not in STOP, words.fold(item.text).split()[1:])
    return words.stem(next(reversed([*described]), ""))
