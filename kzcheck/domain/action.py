"""What an entry of the ledger does."""

from enum import StrEnum


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
