"""Which claims are worth comparing: those that share rare terms. Nothing here is quadratic.

Two claims are candidates when they share two of each other's rarest terms, and the cosine of their terms,
weighted by rarity, is at least `LIKENESS`. Two rare terms that more than `CROWD` claims share are a phrase
that says too little, and its list is what would take the time.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations, groupby

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
    """All claims at once: their terms as numbers, the rarer the lower, and which two are worth comparing."""

    def __init__(self, claims: Iterable[Sequence[str]]) -> None:
        rows = [tuple(dict.fromkeys(claim)) for claim in claims]
        held = Counter(chain.from_iterable(rows))
        order = sorted(held, key=lambda term: (held[term], term))
        number = {term: place for place, term in enumerate(order)}
        self._square = [math.log(1 + len(rows) / held[term]) ** 2 for term in order]
        self._alone = sum(held[term] == 1 for term in order)
        self._rows = [frozenset(map(number.__getitem__, row)) for row in rows]
        self._norms = [math.sqrt(sum(map(self._square.__getitem__, row))) for row in self._rows]
        self._rarest = [self._rarest_of(row) for row in self._rows]

    def _rarest_of(self, row: Iterable[int]) -> tuple[int, ...]:
        """Return the rarest terms that at least one other claim has, rarest first."""
        return tuple(sorted(number for number in row if number >= self._alone)[:RAREST])

    def candidates(self, part: int = 0, parts: int = 1) -> Iterator[tuple[int, int]]:
        """Yield pairs of places, the lesser first, that are worth comparing.

        `parts` processes may each take one `part`; together they give every pair once.
        """
        for first, second, crowd in self._phrases(part, parts):
            for one, other in combinations(crowd, 2):
                if self._found_first(one, other, first, second) and self._likeness(one, other) >= LIKENESS:
                    yield one, other

    def _phrases(self, part: int, parts: int) -> Iterator[tuple[int, int, list[int]]]:
        """Yield every two rare terms that some claims share, with those claims in order."""
        terms, claims = len(self._square), len(self._rows)
        phrases = [
            (first * terms + second) * claims + place
            for place, rarest in enumerate(self._rarest)
            for first, second in combinations(rarest, 2)
            if parts == 1 or first % parts == part
        ]
        phrases.sort()
        for phrase, group in groupby(phrases, key=lambda packed: packed // claims):
            crowd = [packed % claims for packed in group]
            if 1 < len(crowd) <= CROWD:
                first, second = divmod(phrase, terms)
                yield first, second, crowd

    def _found_first(self, one: int, other: int, first: int, second: int) -> bool:
        """Whether these are the two rarest terms that both have among their rarest: each pair comes once.

        Where those two are too crowded, the pair is one of a crowd and left out.
        """
        theirs = self._rarest[other]
        shared = [number for number in self._rarest[one] if number in theirs]
        return shared[0] == first and shared[1] == second

    def _likeness(self, one: int, other: int) -> float:
        shared = self._rows[one] & self._rows[other]
        norms = self._norms[one] * self._norms[other]
        return sum(map(self._square.__getitem__, shared)) / norms if norms else 0.0
