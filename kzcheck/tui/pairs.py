"""The pairs of claims that are compared one after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kzcheck.desk import Desk
from kzcheck.domain import Relation

if TYPE_CHECKING:
    from kzcheck.domain import PairView

PAGE = 50


class Pairs:
    """A sequence of pairs with one of them in view. If `is_queue`, more are read towards its end."""

    def __init__(self, desk: Desk, pairs: Sequence[PairView], at: int = 0, *, is_queue: bool = False) -> None:
        self._desk = desk
        self._pairs = list(pairs)
        self._at = min(at, max(0, len(self._pairs) - 1))
        self.is_queue = is_queue
        self._is_whole = not is_queue or len(self._pairs) < PAGE
        self._decided: list[int] = []

    @classmethod
    def of_claim(cls, desk: Desk, claim_id: str, other_id: str) -> Pairs:
        """Return the matches of a claim, with the one with `other_id` in view."""
        from kzcheck.domain import PairView

        pairs = [
            PairView(
                key=None,
                a=claim_id,
                b=match.other.id,
                relation=match.relation,
                score=match.score,
                reasons=match.reasons,
                decision=match.decision,
            )
            for match in desk.matches_of(claim_id)
        ]
        at = next((number for number, pair in enumerate(pairs) if pair.b == other_id), 0)
        return cls(desk, pairs, at)

    @classmethod
    def undecided(cls, desk: Desk) -> Pairs:
        """Return the queue of pairs that nobody has decided on."""
        return cls(desk, desk.undecided(limit=PAGE), is_queue=True)

    @property
    def now(self) -> PairView | None:
        """The pair in view."""
        return self._pairs[self._at] if self._pairs else None

    @property
    def place(self) -> str:
        """The position in the sequence: `3 of 12`, or `3 of 50 and more`."""
        return f"{self._at + 1} of {len(self._pairs)}{'' if self._is_whole else ' and more'}"

    def step(self, by: int) -> bool:
        """Go to another pair; return whether there is one."""
        if self._at + by >= len(self._pairs) and not self._is_whole:
            more = self._desk.undecided(after=self._pairs[-1].key, limit=PAGE)
            self._is_whole = len(more) < PAGE
            self._pairs += more
        if not 0 <= self._at + by < len(self._pairs):
            return False
        self._at += by
        return True

    def note(self, relation: Relation) -> None:
        """Record what was decided on the pair in view."""
        self._pairs[self._at] = replace(self._pairs[self._at], decision=relation)
        self._decided.append(self._at)

    def read_again(self, ids: Sequence[str]) -> bool:
        """Read the decision on a pair again and go to it; return whether it is among these pairs."""
        for number, pair in enumerate(self._pairs):
            if {pair.a, pair.b} == set(ids):
                decision = next(m.decision for m in self._desk.matches_of(pair.a) if m.other.id == pair.b)
                self._pairs[number] = replace(pair, decision=decision)
                self._at = number
                return True
        return False
