"""The ledger: the append-only record of every decision."""

from dataclasses import dataclass
from typing import Any

from kzcheck.domain.action import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One decision. `before` and `after` are what undo and redo put in place.

    `batch` joins the entries of one deed (a verdict on many claims). `hash` covers the entry and the
    hash before it, so that a changed past shows.
    """

    seq: int
    at: str
    reviewer: str
    session: str
    action: Action
    subject: str
    """A claim id, or `a|b` for a pair, or for undo and redo the batch they concern."""
    batch: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    hash: str
