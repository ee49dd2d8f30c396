"""Which claims are worth comparing: those that share rare terms. Nothing here is quadratic.

Two claims are candidates when they share two of each other's rarest terms, and the cosine of their terms,
weighted by rarity, is at least `LIKENESS`. Two rare terms that more than `CROWD` claims share are a phrase
that says too little, and its list is what would take the time.
"""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from kzcheck.match import figures, words
from kzcheck.match.prepared import Prepared

RAREST = 6
"""How many of a claim's rarest terms lead to candidates, two by two."""
CROWD = 40
"""Two terms that more claims share lead to none."""
LIKENESS = 0.4
"""The least cosine of a candidate."""


def index_terms(prepared: Prepared) -> tuple[str, ...]:
    """Return the terms, years and canonical figures under which a claim is indexed, each once.

    Words that news swaps stand under one term: "violence" is found by "unrest".
    """
    terms = [words.SYNONYM.get(term, term) for term in prepared.terms]
    return tuple(dict.fromkeys([*terms, *prepared.years, *map(figures.term, prepared.figures)]))


class Bulk:
    """All claims at once, their terms given as numbers, and which two are worth comparing.

    Kept in arrays, some 80 bytes a claim, for each process that takes a part has all of it. `_ranked` has the
    terms that a claim shares with others as ranks, the rarest first, and `_starts` where each claim's begin.
    """

    def __init__(self, claims: Iterable[Sequence[int]]) -> None:
        terms, ends = array("I"), array("I")
        for claim in claims:
            terms.extend(claim)
            ends.append(len(terms))
        holders = array("I", bytes(4 * (max(terms, default=0) + 1)))
        for term in terms:
            holders[term] += 1
        order = sorted(range(len(holders)), key=holders.__getitem__)
        self._square = array("d", (_square(len(ends), holders[term]) for term in order))
        rank = array("I", holders)
        for place, term in enumerate(order):
            rank[term] = place
        alone = bisect_right(order, 1, key=holders.__getitem__)
        self._ranked, self._starts, self._norms = array("I"), array("I", [0]), array("d")
        start = 0
        for end in ends:
            row = sorted(map(rank.__getitem__, terms[start:end]))
            self._norms.append(math.sqrt(sum(map(self._square.__getitem__, row))))
            self._ranked.extend(row[bisect_left(row, alone) :])
            self._starts.append(len(self._ranked))
            start = end

    def candidates(self, part: int = 0, parts: int = 1) -> Iterator[tuple[int, int]]:
        """Yield pairs of places, the lesser first, that are worth comparing.

        `parts` processes may each take one `part`; together they give every pair once.
        """
        terms = len(self._square)
        for phrase, crowd in self._phrases(part, parts).items():
            first, second = divmod(phrase, terms)
            for one, other in combinations(crowd, 2):
                if self._found_first(one, other, first, second) and self._likeness(one, other) >= LIKENESS:
                    yield one, other

    def _rarest(self, place: int) -> "array[int]":
        start = self._starts[place]
        return self._ranked[start : min(start + RAREST, self._starts[place + 1])]

    def _phrases(self, part: int, parts: int) -> dict[int, list[int]]:
        """Return every two rare terms that a few claims share, packed, with those claims in order."""
        terms = len(self._square)
        alone: dict[int, int] = {}
        crowds: dict[int, list[int]] = {}
        for place in range(len(self._norms)):
            rarest = self._rarest(place)
            for at, first in enumerate(rarest, 1):
                if first % parts == part:
                    for second in rarest[at:]:
                        phrase = first * terms + second
                        other = alone.setdefault(phrase, place)
                        if other != place:
                            crowds.setdefault(phrase, [other]).append(place)
        return {phrase: crowd for phrase, crowd in crowds.items() if len(crowd) <= CROWD}

    def _found_first(self, one: int, other: int, first: int, second: int) -> bool:
        """Whether these are the two rarest terms that both have among their rarest: each pair comes once.

        Where those two are too crowded, the pair is one of a crowd and left out.
        """
        theirs = self._rarest(other)
        found = 0
        for number in self._rarest(one):
            if number in theirs:
                found += 1
                if number != (first if found == 1 else second):
                    return False
                if found == 2:
                    return True
        return False

    def _likeness(self, one: int, other: int) -> float:
        starts, ranked = self._starts, self._ranked
        shared = set(ranked[starts[one] : starts[one + 1]])
        shared.intersection_update(ranked[starts[other] : starts[other + 1]])
        norms = self._norms[one] * self._norms[other]
        return sum(map(self._square.__getitem__, shared)) / norms if norms else 0.0


@lru_cache(maxsize=65536)
def _square(claims: int, holders: int) -> float:
    """Return the square of how rare a term is that so many of all claims have."""
    return math.log(1 + claims / holders) ** 2 if holders else 0.0
