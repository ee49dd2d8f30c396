"""What two statements have in common and where they differ, and the numbers that the score is made of."""

import math
from bisect import bisect_left
from itertools import pairwise, product
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from kzcheck.match.align import Alignment, align, weights, whole
from kzcheck.match.counted import agreement_of
from kzcheck.match.figures import Agreement, Figure
from kzcheck.match.names import COUNTRY
from kzcheck.match.prepared import MAYBE_NAME, NAME, WORD, Prepared
from kzcheck.match.vocabulary import NEGATIONS
from kzcheck.match.words import DENIALS, WEEKDAYS, stem

_TWO_NAMES = frozenset(map("".join, product((NAME, MAYBE_NAME), repeat=2)))
_ORDER = {kind: place for place, kind in enumerate(Agreement)}


class FigurePair(NamedTuple):
    """A figure of each side, and how the two relate."""

    a: Figure
    b: Figure
    agreement: Agreement


class Evidence(NamedTuple):
    """What is known about a pair of statements. Fields in `_a` and `_b` are about one side each.

    `shared` is the weight of the terms that the other side has too, times the credit of each pair. `lone`,
    `years` and `names` are the figures, years and names that the other side lacks. `denies` is whether just
    one side denies anything, and `negated` whether the other side asserts the very thing that is denied.
    """

    alignment: Alignment
    shared_a: float
    shared_b: float
    figures: tuple[FigurePair, ...]
    lone_a: tuple[Figure, ...]
    lone_b: tuple[Figure, ...]
    years_a: tuple[str, ...]
    years_b: tuple[str, ...]
    names_a: tuple[str, ...]
    names_b: tuple[str, ...]
    denies: bool
    negated: bool

    def agreements(self) -> list[Agreement]:
        """Return how the figures of each pair relate."""
        return [pair.agreement for pair in self.figures]


def gather(a: Prepared, b: Prepared) -> Evidence:
    """Return the evidence on two statements: their words and figures aligned, and what is left over."""
    aligned = align(a, b)
    pairs, lone_a, lone_b = pair_figures(a.figures, b.figures)
    denies = (
        a.negations % 2 != b.negations % 2
        and not _among(DENIALS, a, aligned.rest_a)
        and not _among(DENIALS, b, aligned.rest_b)
    )
    return Evidence(
        alignment=aligned,
        shared_a=_shared(a, {i: credit for i, _, credit in aligned.pairs}),
        shared_b=_shared(b, {j: credit for _, j, credit in aligned.pairs}),
        figures=tuple(pairs),
        lone_a=tuple(lone_a),
        lone_b=tuple(lone_b),
        years_a=tuple([year for year in a.years if year not in b.years]),
        years_b=tuple([year for year in b.years if year not in a.years]),
        names_a=tuple([a.terms[at] for at in aligned.rest_a if a.kinds[at] == NAME]),
        names_b=tuple([b.terms[at] for at in aligned.rest_b if b.kinds[at] == NAME]),
        denies=denies,
        negated=denies and _one_denies(a, b, aligned),
    )


def _one_denies(a: Prepared, b: Prepared, aligned: Alignment) -> bool:
    """Return whether one side denies something that the other asserts."""
    denied_a, denied_b = _denied(a), _denied(b)
    return any((i in denied_a) != (j in denied_b) for i, j, _ in aligned.pairs)


def _denied(prepared: Prepared) -> set[int]:
    """Return the places of the denied terms: the one after each negation, or the last term of all."""
    found: set[int] = set()
    denying = False
    for word in prepared.plain.split():
        if word in NEGATIONS:
            denying = True
        elif denying and (place := _place(prepared, word)) is not None:
            found.add(place)
            denying = False
    return found | {len(prepared.terms) - 1} if denying else found


def _place(prepared: Prepared, word: str) -> int | None:
    """Return the place of the term that a folded word became, None if it became none."""
    term = COUNTRY.get(word) or stem(word)
    return prepared.terms.index(term) if term in prepared.terms else None


def pair_figures(
    left: tuple[Figure, ...], right: tuple[Figure, ...]
) -> tuple[list[FigurePair], list[Figure], list[Figure]]:
    """Pair figures of one dimension, equal ones first; return the pairs, then what is left on each side."""
    rest_a, rest_b = list(left), list(right)
    pairs: list[FigurePair] = []
    if not rest_a or not rest_b:
        return pairs, rest_a, rest_b
    graded = [
        (_ORDER[kind], mine.unit != other.unit, i, j, kind)
        for i, mine in enumerate(left)
        for j, other in enumerate(right)
        if (kind := agreement_of(mine, other)) is not Agreement.APART
    ]
    used_a: set[int] = set()
    used_b: set[int] = set()
    for _, _, i, j, kind in sorted(graded):
        if i not in used_a and j not in used_b:
            used_a.add(i)
            used_b.add(j)
            pairs.append(FigurePair(left[i], right[j], kind))
    return (
        pairs,
        [item for i, item in enumerate(left) if i not in used_a],
        [item for j, item in enumerate(right) if j not in used_b],
    )


MOST_LETTERS = 4000
"""How much of a text is compared letter by letter, since the time grows quadratically."""

MOST_SHARED, MOST_NEIGHBOURS = 0.85, 0.67
"""Above these, the shared part of two texts, and the part of it with the same neighbours, weigh once more."""

CONTRARY = slice(10, 14)
"""The places in `measures` of clashing and lone figures, of denial, and of opposite words."""


def measures(a: Prepared, b: Prepared, evidence: Evidence) -> tuple[float, ...]:
    """Return the numbers that the score is made of, in the order of its weights."""
    aligned = evidence.alignment
    both = (whole(a.kinds) or 1.0) + (whole(b.kinds) or 1.0)
    agreements = evidence.agreements()
    run = [j for _, j, _ in sorted(aligned.pairs)]
    longest = max(len(a.terms), len(b.terms), 1)
    words_a, words_b = a.plain.split(), b.plain.split()
    plain_a, plain_b = a.plain[:MOST_LETTERS], b.plain[:MOST_LETTERS]
    rest_a, rest_b = aligned.rest_a, aligned.rest_b
    rest = max(_unmatched(a, rest_a), _unmatched(b, rest_b))
    dice = (evidence.shared_a + evidence.shared_b) / both
    neighbours = [y - x for x, y in pairwise(run)].count(1) / max(longest - 1, 1)
    return (
        dice,
        fuzz.token_sort_ratio(plain_a, plain_b) / 100,
        fuzz.token_set_ratio(plain_a, plain_b) / 100,
        fuzz.ratio(plain_a, plain_b) / 100,
        fuzz.partial_ratio(plain_a, plain_b) / 100,
        LCSseq.normalized_similarity(words_a, words_b),
        _longest_rise(run) / longest,
        neighbours,
        min(len(evidence.names_a) + len(evidence.names_b), 4) / 4,
        min(agreements.count(Agreement.SAME), 2) / 2,
        float(Agreement.CLASH in agreements),
        min(len(evidence.lone_a) + len(evidence.lone_b), 3) / 3,
        float(evidence.denies),
        float(bool(aligned.opposites)),
        math.log(min(len(a.terms), len(b.terms)) + 1),
        math.log1p(rest),
        math.log1p(abs(len(words_a) - len(words_b))),
        float(_among(WEEKDAYS, a, rest_a) and _among(WEEKDAYS, b, rest_b)),
        min(max(_words(a, rest_a), _words(b, rest_b)), 5) / 5,
        float(a.plain != b.plain and _within(a.plain, b.plain)),
        float(a.plain == b.plain),
        max(dice - MOST_SHARED, 0.0) / (1 - MOST_SHARED),
        max(neighbours - MOST_NEIGHBOURS, 0.0) / (1 - MOST_NEIGHBOURS),
    )


def _within(one: str, other: str) -> bool:
    """Return whether one text contains the other word for word."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _among(terms: frozenset[str], prepared: Prepared, rest: list[int]) -> bool:
    """Return whether what only this side says contains one of `terms`."""
    return not terms.isdisjoint([prepared.terms[at] for at in rest])


def _words(prepared: Prepared, rest: list[int]) -> int:
    return [prepared.kinds[at] for at in rest].count(WORD)


def _shared(prepared: Prepared, credited: dict[int, float]) -> float:
    weight = weights(prepared.kinds)
    return sum([weight[at] * credit for at, credit in credited.items()])


def _unmatched(prepared: Prepared, rest: list[int]) -> float:
    """Return the weight of what the other side lacks, apart from given names before a shared surname."""
    kinds, weight = prepared.kinds, weights(prepared.kinds)
    return sum([weight[at] for at in rest if at + 1 in rest or kinds[at : at + 2] not in _TWO_NAMES])


def _longest_rise(places: list[int]) -> int:
    """Return how many of `places` stand in rising order: terms that both sides put in the same order."""
    tops: list[int] = []
    for place in places:
        if not tops or place > tops[-1]:
            tops.append(place)
        else:
            tops[bisect_left(tops, place)] = place
    return len(tops)
