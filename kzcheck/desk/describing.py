"""A deed in a few words, for the person who takes it back or does it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kzcheck.domain import Action, Relation, plural
from kzcheck.store import Store, claims, state
from kzcheck.store.merged import MERGE

if TYPE_CHECKING:
    from kzcheck.domain import LedgerEntry

DECISIVE = (Action.CARRY, Action.STATUS, Action.SECOND)
"""A deed that contains one of these is named after it."""
DECIDED: Mapping[str, str] = {
    Relation.DUPLICATE: "the same",
    Relation.COMPATIBLE: "compatible",
    Relation.CONFLICT: "in conflict",
    Relation.DIFFERENT: "not the same",
}


def described(store: Store, entries: Sequence[LedgerEntry]) -> str:
    """Return in a few words what the entries of one deed did, and to which claim or to how many."""
    if entries and entries[0].batch.startswith(MERGE):
        return f"merge: {plural(len(entries), 'decision')} of another desk"
    decisive = next(
        (found for action in DECISIVE if (found := [entry for entry in entries if entry.action is action])),
        list(entries),
    )
    words = _words(decisive[0])
    if any(_words(entry) != words for entry in decisive):
        return f"{len(decisive)} decisions"
    if len(decisive) > 1:
        return f"{words}: {len(decisive)} claims"
    numbers = state.numbers_of(store, decisive[0].subject)
    return f"{words}: {claims.claim(store, numbers[0]).headline}"


def _words(entry: LedgerEntry) -> str:
    after, before = entry.after or {}, entry.before or {}
    match entry.action:
        case Action.STATUS:
            return str(after.get("status", "")).replace("-", " ")
        case Action.CITE:
            return f"citation of {after.get('reference', '')}"
        case Action.UNCITE:
            return f"removal of the citation of {before.get('reference', '')}"
        case Action.SECOND:
            return f"second verdict {(after or before).get('status', '')}".replace("-", " ")
        case Action.DECIDE:
            return DECIDED.get(str(after.get("relation", "")), "decision")
        case Action.CARRY:
            return "what was carried to a new text" if after.get("to") else "letting go"
        case Action.ADD_CLAIM:
            return "added claim"
        case Action.DROP_CLAIM:
            return "dropped claim"
        case _:
            return str(entry.action)
