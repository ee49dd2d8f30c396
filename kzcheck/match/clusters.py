"""Joining claims that say the same, but never two that are in conflict or that a reviewer told apart."""

from collections.abc import Iterable
from typing import NamedTuple


class Tie(NamedTuple):
    """Two claims (ids) that say the same, with their score; `accepted` if a reviewer said so."""

    a: str
    b: str
    score: float
    accepted: bool = False


def clusters(ties: Iterable[Tie], forbidden: Iterable[tuple[str, str]] = ()) -> dict[str, str]:
    """Join tied claims; return, for each claim in a cluster, the one that stands for it, the lowest id.

    Accepted ties go first, then those with higher scores; a tie that would bring a forbidden pair into one
    cluster is left out. So the result depends on the ties alone, not on their order.
    """
    groups = _Groups(forbidden)
    for tie in sorted(ties, key=lambda tie: (not tie.accepted, -tie.score, sorted(tie[:2]))):
        groups.join(tie.a, tie.b)
    return {member: min(group) for group in groups.all() for member in group}


class _Groups:
    """Groups of claims, and for each claim those that must never be in its group."""

    def __init__(self, forbidden: Iterable[tuple[str, str]]) -> None:
        self._of: dict[str, set[str]] = {}
        self._barred: dict[str, set[str]] = {}
        for a, b in forbidden:
            self._barred.setdefault(a, set()).add(b)
            self._barred.setdefault(b, set()).add(a)

    def join(self, a: str, b: str) -> None:
        one, other = self._of.setdefault(a, {a}), self._of.setdefault(b, {b})
        if one is other or self._at_odds(one, other):
            return
        small, large = sorted((one, other), key=len)
        large |= small
        for member in small:
            self._of[member] = large

    def _at_odds(self, one: set[str], other: set[str]) -> bool:
        small, large = sorted((one, other), key=len)
        return any(not large.isdisjoint(self._barred.get(member, ())) for member in small)

    def all(self) -> list[set[str]]:
        return [
            group for group in {id(group): group for group in self._of.values()}.values() if len(group) > 1
        ]
