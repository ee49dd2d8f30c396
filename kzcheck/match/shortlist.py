"""Which claims are worth comparing: those that share rare terms. Nothing here is quadratic.

Two claims are candidates when each other's rarest terms hold `SHARED` of the other's, and the cosine of
their terms, weighted by rarity, is at least `LIKENESS`. Terms that more than `LONGEST` claims have are no
way to a candidate: they say too little, and their lists are what takes the time.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from kzcheck.match import figures
from kzcheck.match.prepared import Prepared

RAREST = 6
"""How many of a claim's rarest terms lead to candidates."""
SHARED = 2
"""How many of these a candidate must share."""
LONGEST = 150
"""A term that more claims have leads to none."""
LIKENESS = 0.3
"""The least cosine of a candidate."""


def index_terms(prepared: Prepared) -> tuple[str, ...]:
    """Return the terms, years and canonical figures under which a claim is indexed, each once."""
    return tuple(dict.fromkeys([*prepared.terms, *prepared.years, *map(figures.term, prepared.figures)]))


class Bulk:
    """All claims at once: their terms as numbers, rarest first, and who has each rare term."""

    def __init__(self, claims: Iterable[Sequence[str]]) -> None:
        numbers: dict[str, int] = {}
        rows = [[numbers.setdefault(term, len(numbers)) for term in claim] for claim in claims]
        held = Counter(chain.from_iterable(rows))
        count = len(rows)
        self._square = [math.log(1 + count / held[number]) ** 2 for number in range(len(numbers))]
        self._held = held
        self._rows = [frozenset(row) for row in rows]
        self._norms = [math.sqrt(sum(map(self._square.__getitem__, row))) for row in rows]
        self._rarest = [self._rarest_of(row) for row in rows]
        self._holders: dict[int, list[int]] = {}

    def _rarest_of(self, row: Sequence[int]) -> tuple[int, ...]:
        """Return the rarest terms that at least one other claim has."""
        held = self._held
        some = [number for number in row if 1 < held[number] <= LONGEST]
        some.sort(key=lambda number: (held[number], number))
        return tuple(some[:RAREST])

    def candidates(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Yield pairs of places (one < other, one from `start` up to `end`) that are worth comparing.

        Slices may be worked on by several processes; together they give every pair once.
        """
        holders = self._all_holders()
        for one in range(start, len(self._rows) if end is None else min(end, len(self._rows))):
            shared: dict[int, int] = {}
            for number in self._rarest[one]:
                for other in holders[number]:
                    if other > one:
                        shared[other] = shared.get(other, 0) + 1
            for other, times in shared.items():
                if times >= SHARED and self._likeness(one, other) >= LIKENESS:
                    yield one, other

    def _all_holders(self) -> dict[int, list[int]]:
        """Return for each term the claims that count it among their rarest."""
        if not self._holders:
            for place, rarest in enumerate(self._rarest):
                for number in rarest:
                    self._holders.setdefault(number, []).append(place)
        return self._holders

    def _likeness(self, one: int, other: int) -> float:
        shared = self._rows[one] & self._rows[other]
        norms = self._norms[one] * self._norms[other]
        return sum(map(self._square.__getitem__, shared)) / norms if norms else 0.0
