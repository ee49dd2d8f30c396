"""The ledger: the append-only record of every decision."""

from dataclasses import dataclass
from typing import Any

from kzcheck.domain.action import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One decision, as it is kept for good.

    `seq` numbers the entries from 1, `at` is UTC, ISO 8601. `before` is the state that undo puts back,
    `after` the one that redo puts in place. Entries of one deed (a verdict on many claims) have the same
    `batch`. `hash` covers the entry and the hash of the entry before it, so that a later change of either
    shows.
    """

    seq: int
    at: str
    reviewer: str
    session: str
    action: Action
    subject: str
    """A claim id; for a pair of claims `a|b`; for undo and redo the batch that they turn."""
    batch: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    hash: str
