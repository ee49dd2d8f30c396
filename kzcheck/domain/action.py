"""The kinds of entries in the ledger."""

from enum import StrEnum


class Action(StrEnum):
    """What an entry of the ledger does to a claim, to a pair of claims, or to another deed."""

    STATUS = "status"
    CITE = "cite"
    UNCITE = "uncite"
    SECOND = "second"
    """Another reviewer's verdict on a claim, found without seeing the first one."""
    RATIONALE = "rationale"
    HEADLINE = "headline"
    ADD_CLAIM = "add-claim"
    DROP_CLAIM = "drop-claim"
    DECIDE = "decide"
    CARRY = "carry"
    """The decisions on a claim were carried over to the next text of its document, or let go."""
    CHECKED = "checked"
    """The result of looking at a cited page. It was seen, not decided, so undo passes over it."""
    UNDO = "undo"
    REDO = "redo"
