"""The ledger: the append-only record of every decision."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Action(StrEnum):
    """What an entry of the ledger does to a claim, a pair, or another entry."""

    STATUS = "status"
    CITE = "cite"
    UNCITE = "uncite"
    SECOND = "second"
    """What another reviewer found on a claim without seeing its verdict."""
    RATIONALE = "rationale"
    HEADLINE = "headline"
    ADD_CLAIM = "add-claim"
    DROP_CLAIM = "drop-claim"
    DECIDE = "decide"
    CARRY = "carry"
    """What was decided on a claim went over to the next text of its document, or was let go."""
    CHECKED = "checked"
    """What looking at a cited page came to: seen, not decided, so nobody undoes it."""
    UNDO = "undo"
    REDO = "redo"


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
