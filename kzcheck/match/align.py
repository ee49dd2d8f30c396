"""Which terms of two statements mean the same thing, and which are left over on each side."""

from dataclasses import dataclass, field
from functools import lru_cache

from kzcheck.match import names, words
from kzcheck.match.prepared import LIGHT, MAYBE_NAME, NAME, Prepared

SYNONYM_CREDIT = 0.85
SEAT_CREDIT = 0.5
AXIS_CREDIT = 0.6
FAMILY_CREDIT = 0.6
MISSPELT = 4
"""From so many letters on an abbreviation may have them in another order: CSTO and its misprint CTSO."""
_WEIGHTS = {NAME: 1.3, MAYBE_NAME: 1.1, LIGHT: 0.4}


@dataclass(slots=True)
class Alignment:
    """Pairs of terms, by their places, with the credit (0 to 1) for each, and the places left over."""

    pairs: list[tuple[int, int, float]] = field(default_factory=list)
    rest_a: list[int] = field(default_factory=list)
    rest_b: list[int] = field(default_factory=list)
    opposites: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=8192)
def weights(kinds: str) -> tuple[float, ...]:
    """Return the weight of each term, given the kinds of all terms."""
    return tuple([_WEIGHTS.get(kind, 1.0) for kind in kinds])


@lru_cache(maxsize=8192)
def whole(kinds: str) -> float:
    """Return the weight of all terms of these kinds."""
    return sum(weights(kinds))


def align(a: Prepared, b: Prepared) -> Alignment:
    """Pair the terms of `a` and `b`: equal ones first, then abbreviations, joined words, similar terms."""
    result = Alignment()
    places = {term: at for at, term in enumerate(b.terms)}
    free_a, free_b = [], dict.fromkeys(range(len(b.terms)))
    for at, term in enumerate(a.terms):
        other = places.get(term)
        if other is None:
            free_a.append(at)
        else:
            result.pairs.append((at, other, 1.0))
            free_b.pop(other)
    left, right = dict.fromkeys(free_a), free_b
    if left and right:
        _abbreviated(a, b, left, right, result.pairs, False)
        _abbreviated(b, a, right, left, result.pairs, True)
        _joined(a, b, left, right, result.pairs, False)
        _joined(b, a, right, left, result.pairs, True)
        result.opposites = _opposites(a, b, left, right)
        _alike(a, b, left, right, result.pairs)
    result.rest_a, result.rest_b = list(left), list(right)
    return result


def _abbreviated(
    short: Prepared,
    long: Prepared,
    free_short: dict[int, None],
    free_long: dict[int, None],
    pairs: list[tuple[int, int, float]],
    swapped: bool,
) -> None:
    spelled = {}
    for letters, start, end in long.spelled:
        spelled[letters] = (start, end)
        if len(letters) >= MISSPELT:
            spelled.setdefault("".join(sorted(letters)), (start, end))
    for at in list(free_short):
        term = short.terms[at]
        run = spelled.get(term) or (spelled.get("".join(sorted(term))) if len(term) >= MISSPELT else None)
        if run is None:
            continue
        covered = [place for place in range(*run) if place in free_long]
        for place in covered:
            pairs.append((place, at, 1.0) if swapped else (at, place, 1.0))
            free_long.pop(place)
        if covered:
            free_short.pop(at, None)


def _joined(
    whole: Prepared,
    parts: Prepared,
    free_whole: dict[int, None],
    free_parts: dict[int, None],
    pairs: list[tuple[int, int, float]],
    swapped: bool,
) -> None:
    """Pair a word with the two neighbouring words it is made of: "horsemeat" and "horse meat"."""
    made = {whole.terms[at]: at for at in free_whole}
    for first in list(free_parts):
        second = first + 1
        at = made.get(parts.terms[first] + parts.terms[second]) if second in free_parts else None
        if at is None or at not in free_whole:
            continue
        for place in (first, second):
            pairs.append((place, at, 1.0) if swapped else (at, place, 1.0))
            free_parts.pop(place, None)
        free_whole.pop(at)


def _opposites(
    a: Prepared, b: Prepared, left: dict[int, None], right: dict[int, None]
) -> list[tuple[str, str]]:
    ends = {}
    for at in right:
        for axis, sign in words.OPPOSITE.get(b.terms[at], ()):
            ends[axis, sign] = b.written[at]
    if not ends:
        return []
    return [
        (a.written[at], ends[axis, -sign])
        for at in left
        for axis, sign in words.OPPOSITE.get(a.terms[at], ())
        if (axis, -sign) in ends
    ]


def _alike(
    a: Prepared,
    b: Prepared,
    left: dict[int, None],
    right: dict[int, None],
    pairs: list[tuple[int, int, float]],
) -> None:
    names_b = {other for other in right if is_name(b, other)}
    for at in list(left):
        best, found, name = 0.0, -1, is_name(a, at)
        for other in right:
            worth = credit(a.terms[at], b.terms[other], named=name and other in names_b)
            if worth > best:
                best, found = worth, other
        if found >= 0:
            pairs.append((at, found, best))
            del left[at], right[found]
            if not right:
                return


def is_name(prepared: Prepared, at: int) -> bool:
    """Return whether a term is a name, or is capitalised and none of the words that headlines swap."""
    kind, term = prepared.kinds[at], prepared.terms[at]
    return kind == NAME or (kind == MAYBE_NAME and term not in words.SYNONYM and term not in words.OPPOSITE)


def credit(a: str, b: str, *, named: bool = True) -> float:
    """Return how surely two different terms mean the same: 0 to .9.

    Only terms that are `named` may be spellings of one name; "daily" and "deadly" are two words.
    """
    group = words.SYNONYM.get(a)
    if group is not None and words.SYNONYM.get(b) == group:
        return SYNONYM_CREDIT
    if names.SEAT.get(a) == b or names.SEAT.get(b) == a:
        return SEAT_CREDIT
    if a.isdigit() or b.isdigit() or (a in names.PLACE and b in names.PLACE):
        return 0.0
    like = names.likeness(a, b) if named else 0.0
    if like:
        return like
    ends = words.OPPOSITE.get(a)
    if ends is not None and not set(ends).isdisjoint(words.OPPOSITE.get(b, ())):
        return AXIS_CREDIT
    rooted = a[: words.SHORT_ROOT] == b[: words.SHORT_ROOT]
    return FAMILY_CREDIT if rooted and words.one_family(a, b) else 0.0
