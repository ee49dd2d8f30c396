"""Which claims are worth comparing: those that share rare terms. Nothing here is quadratic.

Two claims are candidates if they share two of each other's rarest terms and the cosine of all their terms,
weighted by rarity, is at least `LIKENESS`. Two rare terms that more than `CROWD` claims share are ignored:
they are a common phrase, and comparing all these claims would take the time.
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
claims 5 find .9987; 6 take half as long again and find .9990, 4 take half as long and find .9982."""
CROWD = 40
"""Two terms that more claims than this share lead to no candidates."""
LIKENESS = 0.4
"""The lowest cosine of two claims that are candidates."""


def index_terms(prepared: Prepared) -> tuple[str, ...]:
    """Return the terms, years and canonical figures under which a claim is indexed, each once.

    Synonyms share one term, so that "unrest" finds "violence".
    """
    terms = [words.SYNONYM.get(term, term) for term in prepared.terms]
    return tuple(dict.fromkeys([*terms, *prepared.years, *map(figures.term, prepared.figures)]))


class Bulk:
    """All claims at once, their terms given as numbers, and which pairs are worth comparing.

    It is made of arrays, some 80 bytes a claim, since every process that takes a part holds all of it.
    `_ranked` has the terms that a claim shares with others, as ranks with the rarest first, and `_starts`
    has where the terms of each claim begin there.
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
        """Return where the claims begin that have a term among their rarest, and these claims, in order.

        A claim is not listed under the last of its rarest terms, which is never the rarer one of two.
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
        """Yield pairs of places that are worth comparing, the lower place first.

        `parts` processes may each take one `part`. Together they yield every pair once: where the rarest of
        the terms belongs that both claims have among their rarest.
        """
        for term in range(self._first + part, len(self._square), parts):
            members = self._members[self._of[term] : self._of[term + 1]]
            if len(members) > 1:
                yield from self._sharing(term, members)

    def _sharing(self, term: int, members: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the candidates among `members` that share no rarer term than this one."""
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
    """Return the squared rarity of a term that `holders` of `claims` claims have."""
    return math.log(1 + claims / holders) ** 2 if holders else 0.0
