"""The ledger: its entries are appended, chained by hash, read and verified, but never changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kzcheck.domain import Action
from kzcheck.store.store import Row, Store

if TYPE_CHECKING:
    from kzcheck.domain import LedgerEntry

State = dict[str, Any] | None
"""What one cell holds before or after an entry, JSON-able; None for nothing. See `kzcheck.store.state`."""

COLUMNS = "seq, at, reviewer, session, action, subject, batch, before, after, hash"
CHAINED = "seq, at, reviewer, session, action, subject, batch, before, after, prev_hash, hash"
ROOT = "0" * 64
"""The hash before the first entry."""


class Deed(NamedTuple):
    """What the entries of one batch have in common. `at` is UTC, ISO 8601."""

    at: str
    reviewer: str
    session: str
    batch: str


class Change(NamedTuple):
    """An entry that is to be written: its action, its subject, and the state before and after."""

    action: Action
    subject: str
    before: State
    after: State


def append(store: Store, deed: Deed, changes: Sequence[Change]) -> list[int]:
    """Append an entry for each change, in order; return their numbers. The caller holds the transaction."""
    last = store.row("SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1") or (0, ROOT)
    seq, previous = last
    rows = []
    for change in changes:
        seq += 1
        fields = (
            seq, deed.at, deed.reviewer, deed.session, str(change.action), change.subject, deed.batch,
            dumped(change.before), dumped(change.after), previous,
        )  # fmt: skip
        previous = entry_hash(fields)
        rows.append((*fields, previous))
    store.write_many(
        f"INSERT INTO ledger ({CHAINED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows,
    )
    return [row[0] for row in rows]


def entry_hash(fields: Row) -> str:
    """Return the SHA-256 of an entry's fields, the last of which is the hash of the entry before it.

    The fields are hashed as a JSON list without spaces, so that no two different entries are hashed alike.
    """
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def dumped(state: State) -> str | None:
    """Return a state as canonical JSON (sorted keys, no spaces), None for None."""
    if state is None:
        return None
    return json.dumps(state, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def entry_of(row: Row) -> LedgerEntry:
    """Return the entry in a row of COLUMNS."""
    from kzcheck.domain import LedgerEntry

    seq, at, reviewer, session, action, subject, batch, before, after, own_hash = row
    return LedgerEntry(
        seq=seq,
        at=at,
        reviewer=reviewer,
        session=session,
        action=Action(action),
        subject=subject,
        batch=batch,
        before=None if before is None else json.loads(before),
        after=None if after is None else json.loads(after),
        hash=own_hash,
    )


def newest(store: Store, limit: int) -> list[LedgerEntry]:
    """Return the newest entries, newest first."""
    return [
        entry_of(row)
        for row in store.rows(f"SELECT {COLUMNS} FROM ledger ORDER BY seq DESC LIMIT ?", (limit,))
    ]


def newest_number(store: Store) -> int:
    """Return the number of the newest entry, 0 on an empty ledger."""
    return store.integer("SELECT coalesce(max(seq), 0) FROM ledger")


def all_entries(store: Store) -> Iterator[LedgerEntry]:
    """Yield every entry, oldest first."""
    for row in store.rows(f"SELECT {COLUMNS} FROM ledger ORDER BY seq"):
        yield entry_of(row)


def of_batch(store: Store, batch: str) -> list[LedgerEntry]:
    """Return the entries of a batch in order."""
    return [
        entry_of(row)
        for row in store.rows(f"SELECT {COLUMNS} FROM ledger WHERE batch = ? ORDER BY seq", (batch,))
    ]


def of_claim(store: Store, number: int) -> list[LedgerEntry]:
    """Return the entries on a claim and its pairs, oldest first, with those that undid and redid them."""
    rows = store.rows(
        f"""
        WITH subjects (subject) AS (
          SELECT id FROM claims WHERE number = ?1
          UNION SELECT a.id || '|' || b.id FROM matches AS m
            JOIN claims AS a ON a.number = m.a JOIN claims AS b ON b.number = m.b
            WHERE m.a = ?1
          UNION SELECT a.id || '|' || b.id FROM matches AS m
            JOIN claims AS a ON a.number = m.a JOIN claims AS b ON b.number = m.b
            WHERE m.b = ?1
        ), batches (batch) AS (
          SELECT DISTINCT batch FROM ledger WHERE subject IN (SELECT subject FROM subjects)
        )
        SELECT {COLUMNS} FROM ledger
        WHERE subject IN (SELECT subject FROM subjects UNION ALL SELECT batch FROM batches) ORDER BY seq
        """,
        (number,),
    )
    return [entry_of(row) for row in rows]


def verify(store: Store) -> list[str]:
    """Return a line for each entry that is missing, or whose hash or place in the chain is wrong."""
    problems = []
    previous, expected = ROOT, 1
    for row in store.each(f"SELECT {CHAINED} FROM ledger ORDER BY seq"):
        seq, own_hash = row[0], row[10]
        if seq != expected:
            problems.append(
                f"ledger entry {expected} is missing; restore a backup from before it was removed"
            )
        elif row[9] != previous or entry_hash(row[:10]) != own_hash:
            problems.append(f"ledger entry {seq} is not as it was written; compare it with a backup")
        previous, expected = own_hash, seq + 1
    problems += [
        f"an entry of another ledger, {row[-1][:12]}, is not as it was written; merge that desk again"
        for row in store.each(f"SELECT {CHAINED} FROM merged_entries")
        if entry_hash(row[:10]) != row[10]
    ]
    known = store.integer("SELECT coalesce(max(last_seq), 0) FROM deeds")
    if known >= expected:
        problems.append(f"the last entry of the ledger should be {known}; restore a backup from before")
    return problems
