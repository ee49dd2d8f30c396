"""Deeds: batches of ledger entries, each of which is done, undone and redone as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kzcheck.domain import Action, KzcheckError
from kzcheck.store import state
from kzcheck.store.ledger import Change, Deed, append, of_batch
from kzcheck.store.settings import note_session
from kzcheck.store.store import Store

if TYPE_CHECKING:
    from kzcheck.domain import LedgerEntry


def do(store: Store, deed: Deed, changes: Sequence[Change]) -> None:
    """Write a deed to the ledger and put its changes in place, in one transaction."""
    with store.writing():
        numbers = append(store, deed, changes)
        note_session(store, deed.session, deed.reviewer, deed.at)
        note_deed(store, deed.batch, deed.reviewer, numbers[0], numbers[-1])
        for seq, change in zip(numbers, changes, strict=True):
            state.put(store, change.action, change.subject, change.before, change.after, seq)
            state.touch(store, change.subject, seq)


def undo(store: Store, deed: Deed) -> list[LedgerEntry]:
    """Undo the newest deed of `deed.reviewer` that still stands; return its entries.

    `deed` is the undo itself, which has a batch of its own. Raises KzcheckError when there is nothing to
    undo, or when somebody else has changed one of the claims since.
    """
    with store.writing():
        row = store.row(
            "SELECT batch, last_seq FROM deeds WHERE reviewer = ? AND state = 'done' "
            "ORDER BY first_seq DESC LIMIT 1",
            (deed.reviewer,),
        )
        if row is None:
            raise KzcheckError(
                f"nothing to undo: {deed.reviewer} has decided nothing on this desk that still stands"
            )
        return turn(store, deed, Action.UNDO, *row)


def redo(store: Store, deed: Deed) -> list[LedgerEntry]:
    """Redo the deed that `deed.reviewer` undid last; return its entries.

    Raises KzcheckError as `undo` does.
    """
    with store.writing():
        row = store.row(
            "SELECT batch, last_seq FROM deeds WHERE reviewer = ? AND state = 'undone' "
            "ORDER BY first_seq LIMIT 1",
            (deed.reviewer,),
        )
        if row is None:
            raise KzcheckError(f"nothing to redo: {deed.reviewer} has undone nothing since the last decision")
        return turn(store, deed, Action.REDO, *row)


def turn(store: Store, deed: Deed, action: Action, batch: str, last_seq: int) -> list[LedgerEntry]:
    """Undo or redo the deed `batch`; `last_seq` is its last entry, or its last undo or redo."""
    entries = of_batch(store, batch)
    refuse_overtaken(store, action, entries, last_seq)
    (seq,) = append(store, deed, [Change(action, batch, None, None)])
    put_entries(store, action, entries, seq)
    note_turn(store, action, batch, seq)
    return entries


def note_deed(store: Store, batch: str, reviewer: str, first_seq: int, last_seq: int) -> None:
    """Note that a deed stands. What its reviewer had undone before can no longer be redone."""
    store.write("UPDATE deeds SET state = 'gone' WHERE reviewer = ? AND state = 'undone'", (reviewer,))
    store.write(
        "INSERT INTO deeds (batch, reviewer, first_seq, last_seq, state) VALUES (?, ?, ?, ?, 'done')",
        (batch, reviewer, first_seq, last_seq),
    )


def note_turn(store: Store, action: Action, batch: str, seq: int) -> None:
    """Note that a deed was undone or redone by entry `seq`."""
    store.write(
        "UPDATE deeds SET state = ?, last_seq = ? WHERE batch = ?",
        ("undone" if action is Action.UNDO else "done", seq, batch),
    )


def put_entries(store: Store, action: Action, entries: Sequence[LedgerEntry], seq: int) -> None:
    """Put a deed's `before` (undo, last entry first) or `after` (redo) in place."""
    for entry in reversed(entries) if action is Action.UNDO else entries:
        old, new = (entry.after, entry.before) if action is Action.UNDO else (entry.before, entry.after)
        state.put(store, entry.action, entry.subject, old, new, entry.seq)
        state.touch(store, entry.subject, seq)


def refuse_overtaken(store: Store, action: Action, entries: Sequence[LedgerEntry], last_seq: int) -> None:
    """Raise KzcheckError when something that the deed changed has been changed by others since `last_seq`."""
    for entry in entries:
        if entry.action is Action.SECOND:  # each reviewer has a cell of their own
            continue
        other = store.row(
            "SELECT l.reviewer, l.at FROM ledger AS l JOIN deeds AS d ON d.batch = l.batch "
            "WHERE l.subject = ? AND l.seq > ? AND l.reviewer <> ? AND l.action <> 'second' "
            "AND d.state = 'done' ORDER BY l.seq DESC LIMIT 1",
            (entry.subject, last_seq, entry.reviewer),
        )
        if other is not None:
            raise KzcheckError(
                f"{action} was refused: {other[0]} has changed {entry.subject} since, at {other[1]}; "
                "decide it anew instead"
            )
    for entry in edges(action, entries):
        expected = entry.after if action is Action.UNDO else entry.before
        now = state.current(store, entry.action, entry.subject, entry.after or entry.before)
        if state.without_place(now or {}) != state.without_place(expected or {}):
            raise KzcheckError(
                f"{action} was refused: {entry.subject} is no longer as it was left; decide it anew instead"
            )


def edges(action: Action, entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Return one entry for each cell that a deed changes: the last one for undo, the first one for redo."""
    ordered = entries if action is Action.UNDO else entries[::-1]
    return list({cell_of(entry): entry for entry in ordered}.values())


def cell_of(entry: LedgerEntry) -> tuple[str, str]:
    """Return a key of the cell that an entry changes; see `kzcheck.store.state` for what a cell is."""
    if entry.action in (Action.CITE, Action.UNCITE):
        return "citation", (entry.after or entry.before or {})["id"]
    if entry.action is Action.SECOND:
        return entry.action, f"{entry.subject} {(entry.after or entry.before or {})['reviewer']}"
    if entry.action in (Action.ADD_CLAIM, Action.DROP_CLAIM):
        return "presence", entry.subject
    return entry.action, entry.subject
