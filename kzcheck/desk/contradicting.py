"""What claims of the desk contradict each other in: who says what, of when, and which of it is checked."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kzcheck.domain import Claim, Contradiction, Match, Side
from kzcheck.store import Store, claims, clusters
from kzcheck.store import contradictions as stored
from kzcheck.store.documents import document_row


def contradictions(store: Store) -> list[Contradiction]:
    """Return all contradictions by measure; each holds all claims that conflicts or clusters connect."""
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
    """Return one contradiction between claims."""
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
    """Return what claims are about in a few words: their measure, subject or unit, whichever most have."""
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
    """Numbers that belong together, each group known by the number that came first."""

    def __init__(self, pairs: Iterable[tuple[int, int]]) -> None:
        self._first: dict[int, int] = {}
        self._members: dict[int, list[int]] = {}
        for pair in pairs:
            self.join(pair)

    def join(self, numbers: Iterable[int]) -> None:
        """Put numbers, and all that belong with any of them, into one group."""
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
        """Return the number that a number's group is known by."""
        return self._first[number]

    def all(self) -> Iterable[int]:
        """Return all numbers that belong to a group."""
        return self._first

    def members(self, group: int) -> list[int]:
        """Return the numbers of a group."""
        return self._members[group]
