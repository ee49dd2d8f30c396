"""The contradictions on a desk: conflicting claims grouped by what they are about."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kzcheck.domain import Claim, Contradiction, Match, Side
from kzcheck.store import Store, claims, clusters
from kzcheck.store import contradictions as stored
from kzcheck.store.documents import document_row


def contradictions(store: Store) -> list[Contradiction]:
    """Return all contradictions, sorted by measure.

    Each has all claims that are connected by conflicts, and the claims of their clusters.
    """
    conflicts = stored.conflicts(store)
    groups = _Groups(numbers for numbers, _ in conflicts)
    for number in list(groups.all()):
        groups.join(member for member, _ in clusters.members(store, number))
    pairs: dict[int, list[Match]] = defaultdict(list)
    for (number, _), match in conflicts:
        pairs[groups.of(number)].append(match)
    found = [contradiction(store, groups.members(group), pairs[group]) for group in pairs]
    return sorted(found, key=lambda one: (one.measure.casefold(), one.pairs[0].a))


def contradiction(store: Store, numbers: Iterable[int], pairs: list[Match]) -> Contradiction:
    """Return the contradiction between some claims, given by number, with the conflicts among them."""
    told = [(claims.claim(store, number), claims.claim_row(store, number)) for number in numbers]
    sides = []
    for claim, row in told:
        metadata = document_row(store, claim.document_id).metadata
        who, when = claim.speaker or metadata.outlet or metadata.title, claim.as_of or metadata.published
        sides.append(Side(row=row, who=who, when=when))
    sides.sort(key=lambda side: (side.row.value is None, side.row.value or 0.0, side.when or "", side.row.id))
    return Contradiction(
        measure=measured([claim for claim, _ in told]), sides=tuple(sides), pairs=tuple(pairs)
    )


def measured(found: list[Claim]) -> str:
    """Return in a few words what claims are about.

    That is the most frequent measure, else the most frequent subject, unit or headline.
    """
    wordings = (
        [claim.measure for claim in found],
        [claim.subject for claim in found],
        [claim.quantity.unit if claim.quantity else None for claim in found],
        [claim.headline for claim in found],
    )
    for wording in wordings:
        usual = Counter(words for words in wording if words).most_common(1)
        if usual:
            return usual[0][0]
    return ""


class _Groups:
    """Numbers in disjoint groups, each of which is named by its smallest number when it is joined."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._first: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        for pair in pairs:
            self.join(pair)

    def join(self, numbers: Iterable[int]) -> None:
        """Join the groups of some numbers into one; a new number is a group of its own at first."""
        groups = dict.fromkeys(self._of_or_new(number) for number in numbers)
        if len(groups) < 2:
            return
        first, *others = sorted(groups)
        for other in others:
            for member in self._members[other]:
                self._first[member] = first
            self._members[first] += self._members.pop(other)

    def _of_or_new(self, number: int) -> int:
        if number not in self._first:
            self._first[number] = number
            self._members[number] = [number]
        return self._first[number]

    def of(self, number: int) -> int:
        """Return the name of a number's group."""
        return self._first[number]

    def all(self) -> Iterable[int]:
        """Return the numbers of all groups."""
        return self._first

    def members(self, group: int) -> list[int]:
        """Return the numbers of a group."""
        return self._members[group]
