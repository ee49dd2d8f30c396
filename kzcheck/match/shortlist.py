"""Which claims are worth comparing: those that share rare terms. Nothing here is quadratic.

Two claims are candidates when they share two of each other's rarest terms, and the cosine of their terms,
weighted by rarity, is at least `LIKENESS`. Two rare terms that more than `CROWD` claims share are a phrase
that says too little, and its list is what would take the time.
"""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from typing import Generic, TypeVar

from kzcheck.match import figures, words
from kzcheck.match.prepared import Prepared

Term = TypeVar("Term", str, int)

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


class Bulk(Generic[Term]):
    """All claims at once: their terms as numbers, the rarer the lower, and which two are worth comparing."""

    def __init__(self, claims: Iterable[Sequence[Term]]) -> None:
        rows = [tuple(dict.fromkeys(claim)) for claim in claims]
        held = Counter(chain.from_iterable(rows))
        order = sorted(held, key=lambda term: (held[term], term))
        number = {term: place for place, term in enumerate(order)}
        self._square = [math.log(1 + len(rows) / held[term]) ** 2 for term in order]
        alone = sum(held[term] == 1 for term in order)
        self._rows: list[tuple[int, ...]] = []
        self._norms: list[float] = []
        self._rarest: list[tuple[int, ...]] = []
        for row in rows:
            terms = sorted(map(number.__getitem__, row))
            first = bisect_left(terms, alone)
            self._rows.append(tuple(terms[first:]))
            self._norms.append(math.sqrt(sum(map(self._square.__getitem__, terms))))
            self._rarest.append(tuple(terms[first : first + RAREST]))

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

    def _phrases(self, part: int, parts: int) -> dict[int, list[int]]:
        """Return every two rare terms that a few claims share, packed, with those claims in order."""
        terms = len(self._square)
        alone: dict[int, int] = {}
        crowds: dict[int, list[int]] = {}
        for place, rarest in enumerate(self._rarest):
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
        theirs = self._rarest[other]
        found = 0
        for number in self._rarest[one]:
            if number in theirs:
                found += 1
                if number != (first if found == 1 else second):
                    return False
                if found == 2:
                    return True
        return False

    def _likeness(self, one: int, other: int) -> float:
        shared = set(self._rows[one]).intersection(self._rows[other])
        norms = self._norms[one] * self._norms[other]
        return sum(map(self._square.__getitem__, shared)) / norms if norms else 0.0
