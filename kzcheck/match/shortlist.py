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
from itertools import accumulate, chain, combinations

from kzcheck.match import figures, words
from kzcheck.match.prepared import Prepared

RAREST = 5
"""How many of a claim's rarest terms lead to candidates, two by two. Of the pairs planted among 100,000
claims 5 keep .9987; 6 take half as long again for .9990, and 4 half as long for .9982."""
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

        self._first = alone
        self._of, self._members = self._by_term()

    def _by_term(self) -> tuple["array[int]", "array[int]"]:
        """Return where the claims that have a term among their rarest begin, and those claims, in order.

        A claim is not under the last of its rarest terms: that is never the rarer one of two.
        """
        ends = array("L", bytes(array("L").itemsize * (len(self._square) + 1)))
        for place in range(len(self._norms)):
            for term in self._rarest(place)[:-1]:
                ends[term] += 1
        ends = array("L", accumulate(ends))
        members = array("I", bytes(4 * (ends[-1])))
        for place in range(len(self._norms) - 1, -1, -1):
            for term in self._rarest(place)[:-1]:
                ends[term] -= 1
                members[ends[term]] = place
        return ends, members

    def candidates(self, part: int = 0, parts: int = 1) -> Iterator[tuple[int, int]]:
        """Yield pairs of places, the lesser first, that are worth comparing.

        `parts` processes may each take one `part`; together they give every pair once: with the rarest term
        that both have among their rarest.
        """
        for term in range(self._first + part, len(self._square), parts):
            members = self._members[self._of[term] : self._of[term + 1]]
            if len(members) > 1:
                yield from self._sharing(term, members)

    def _sharing(self, term: int, members: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the candidates that have no rarer term in common than this one."""
        ranked, starts = self._ranked, self._starts
        crowds: dict[int, list[int]] = {}
        for member in members:
            rarest = ranked[starts[member] : min(starts[member] + RAREST, starts[member + 1])]
            for second in rarest[rarest.index(term) + 1 :]:
                if second in crowds:
                    crowds[second].append(member)
                else:
                    crowds[second] = [member]
        pairs = [combinations(crowd, 2) for crowd in crowds.values() if 1 < len(crowd) <= CROWD]
        terms: dict[int, set[int]] = {}
        for pair in dict.fromkeys(chain.from_iterable(pairs)):
            one, other = pair
            if one not in terms:
                terms[one] = set(ranked[starts[one] : starts[one + 1]])
            if other not in terms:
                terms[other] = set(ranked[starts[other] : starts[other + 1]])
            both = terms[one] & terms[other]
            if min(both) == term:
                shared = sum(map(self._square.__getitem__, both))
                if shared >= LIKENESS * self._norms[one] * self._norms[other]:
                    yield pair

    def _rarest(self, place: int) -> "array[int]":
        start = self._starts[place]
        return self._ranked[start : min(start + RAREST, self._starts[place + 1])]


@lru_cache(maxsize=65536)
def _square(claims: int, holders: int) -> float:
    """Return the square of how rare a term is that so many of all claims have."""
    return math.log(1 + claims / holders) ** 2 if holders else 0.0
