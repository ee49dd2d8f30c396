"""The present state: putting in place what the ledger's entries say.

A cell is one thing that is decided: a claim's verdict, its rationale, its headline, whether it is on the
desk, one citation, one reviewer's second verdict, the decision on one pair. An entry has the cell's state
before and after; doing and redoing put `after` in place, undoing puts `before`. Nothing else writes these
columns, so the present state can be rebuilt from the ledger.
"""

from typing import Any

from kzcheck.domain import Action, KzcheckError, Relation, Status
from kzcheck.store import clusters
from kzcheck.store.convert import DROPPED, INSERT_CLAIM, STORED
from kzcheck.store.evidence import put_check
from kzcheck.store.ledger import State
from kzcheck.store.revisions import SETTLED, carried, put_carried
from kzcheck.store.search import index_texts, unindex_text
from kzcheck.store.seconds import put_second, second
from kzcheck.store.store import Store

VERDICT = ("status", "reviewer", "decided_at", "override_reason", "active_seconds")
INHERITED = ("inherited_from", "stale")
"""Further fields of a verdict that was carried over from another claim; other verdicts lack them."""
CITED = (
    "reference", "title", "publisher", "author", "published", "accessed", "passage", "locator",
    "stance", "kind", "snapshot", "archive_url",
)  # fmt: skip
PRESENT: dict[str, Any] = {"on_desk": True}


def number_of(store: Store, claim_id: str) -> int:
    """Return the number of the claim with this whole id; raise KzcheckError when it is not on the desk."""
    number: int | None = store.value("SELECT number FROM claims WHERE id = ?", (claim_id,))
    if number is None:
        raise KzcheckError(
            f"the ledger speaks of claim {claim_id}, which is not on the desk; restore a backup"
        )
    return number


def numbers_of(store: Store, subject: str) -> list[int]:
    """Return the numbers of the claims that an entry concerns: one, or the two of a pair."""
    return [number_of(store, claim_id) for claim_id in subject.split("|")]


def put(store: Store, action: Action, subject: str, old: State, new: State, seq: int) -> None:
    """Replace the state `old` of a cell by `new`, as entry `seq` says.

    The caller holds the transaction, and calls `touch` next.
    """
    if action is Action.ADD_CLAIM and new is not None:
        bring_back(store, subject, new)
        return
    numbers = numbers_of(store, subject)
    if action is Action.DECIDE:
        put_decision(store, numbers[0], numbers[1], new)
        return
    number = numbers[0]
    match action:
        case Action.STATUS:
            put_status(store, number, new)
        case Action.RATIONALE:
            put_rationale(store, number, new)
        case Action.HEADLINE:
            put_headline(store, number, new)
        case Action.CITE | Action.UNCITE:
            put_citation(store, number, old, new, seq)
        case Action.ADD_CLAIM | Action.DROP_CLAIM:
            put_presence(store, number, present=new is not None)
        case _:
            put_note(store, action, number, old, new)


def put_note(store: Store, action: Action, number: int, old: State, new: State) -> None:
    """Put in place what leaves the claim itself as it is: a carry, a second verdict, a citation's check."""
    match action:
        case Action.CARRY:
            put_carried(store, number, new)
        case Action.SECOND:
            put_second(store, number, old, new)
        case Action.CHECKED:
            assert new is not None
            put_check(store, new)
        case _:
            raise AssertionError("undo and redo put nothing themselves")


def touch(store: Store, subject: str, seq: int) -> None:
    """Settle the claims of an entry that was put in place, and note that it is the last one on them."""
    for number in numbers_of(store, subject):
        store.write(
            f"UPDATE claims SET touched = ?, status = CASE status WHEN ? THEN status ELSE {SETTLED} END "
            "WHERE number = ?",
            (seq, DROPPED, number),
        )


def current(store: Store, action: Action, subject: str, sample: State) -> State:
    """Return the present state of the cell that an entry with this action and subject changes.

    A claim has several citations and second verdicts; `sample` is any state of the cell that is meant, which
    names the citation or the reviewer.
    """
    if action is Action.ADD_CLAIM:
        found = store.value("SELECT status FROM claims WHERE id = ?", (subject,))
        return None if found in (None, DROPPED) else sample
    numbers = numbers_of(store, subject)
    match action:
        case Action.STATUS:
            return verdict(store, numbers[0])
        case Action.RATIONALE:
            words = store.value("SELECT rationale FROM verdicts WHERE claim = ?", (numbers[0],))
            return None if words is None else {"rationale": words}
        case Action.HEADLINE:
            return {"headline": store.value("SELECT headline FROM claims WHERE number = ?", (numbers[0],))}
        case Action.CITE | Action.UNCITE:
            return None if sample is None else cited(store, sample["id"])
        case Action.DROP_CLAIM:
            word = store.value("SELECT status FROM claims WHERE number = ?", (numbers[0],))
            return None if word == DROPPED else dict(PRESENT)
        case Action.DECIDE:
            decision = store.value("SELECT decision FROM matches WHERE a = ? AND b = ?", numbers)
            return None if decision is None else {"relation": decision}
        case Action.CARRY:
            return carried(store, numbers[0])
        case Action.SECOND:
            return None if sample is None else second(store, numbers[0], sample["reviewer"])
        case _:
            raise AssertionError("undo and redo have no cell")


def put_status(store: Store, number: int, state: State) -> None:
    """Set a claim's verdict; None resets it to what it was before anybody decided."""
    names = (*VERDICT, *INHERITED)
    values = [(state or {}).get(name) for name in names]
    store.write(
        f"INSERT INTO verdicts (claim, {', '.join(names)}) VALUES (?{', ?' * len(names)})"
        f" ON CONFLICT (claim) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in names)}",
        (number, values[0] or Status.OPEN, *values[1:]),
    )


def verdict(store: Store, number: int) -> State:
    """Return a claim's verdict as the ledger keeps it, None when nobody has decided."""
    names = (*VERDICT, *INHERITED)
    row = store.row(f"SELECT {', '.join(names)} FROM verdicts WHERE claim = ?", (number,))
    if row is None or row[1] is None:
        return None
    cell = dict(zip(names, row, strict=True))
    return {name: value for name, value in cell.items() if name in VERDICT or value is not None}


def put_rationale(store: Store, number: int, state: State) -> None:
    """Set a claim's rationale."""
    store.write(
        "INSERT INTO verdicts (claim, rationale) VALUES (?, ?)"
        " ON CONFLICT (claim) DO UPDATE SET rationale = excluded.rationale",
        (number, None if state is None else state["rationale"]),
    )


def put_headline(store: Store, number: int, state: State) -> None:
    """Set a claim's headline, in the search index too."""
    assert state is not None
    unindex_text(store, number)
    store.write("UPDATE claims SET headline = ? WHERE number = ?", (state["headline"], number))
    index_texts(store, number, number)


def put_citation(store: Store, number: int, old: State, new: State, seq: int) -> None:
    """Replace the citation `old` of a claim by `new`, which keeps its place (`entry`) if it had one."""
    if old is not None:
        store.write("DELETE FROM citations WHERE id = ?", (old["id"],))
    if new is not None:
        store.write(
            f"INSERT INTO citations (claim, entry, id, reviewer, {', '.join(CITED)})"
            f" VALUES (?, ?, ?, ?{', ?' * len(CITED)})",
            (number, new.get("entry", seq), new["id"], new["reviewer"], *(new[name] for name in CITED)),
        )


def cited(store: Store, citation_id: str) -> State:
    """Return a citation as the ledger keeps it, with its place (`entry`); None when it is not on the desk."""
    names = ("id", "reviewer", "entry", *CITED)
    row = store.row(f"SELECT {', '.join(names)} FROM citations WHERE id = ?", (citation_id,))
    return None if row is None else dict(zip(names, row, strict=True))


def without_place(citation: dict[str, Any]) -> dict[str, Any]:
    """Return a citation's state without its place (`entry`), so that it gets a new one when it is put."""
    return {name: value for name, value in citation.items() if name != "entry"}


def put_presence(store: Store, number: int, *, present: bool) -> None:
    """Put a claim on the desk or take it off; its verdict and citations are kept meanwhile."""
    store.write(
        f"UPDATE claims SET status = CASE WHEN ? THEN {SETTLED} ELSE ? END WHERE number = ?",
        (present, DROPPED, number),
    )
    store.text_version += 1
    clusters.rejoin(store, [number])


def bring_back(store: Store, claim_id: str, state: dict[str, Any]) -> None:
    """Put a claim that a reviewer added on the desk, or back on it; raise KzcheckError for no document."""
    number: int | None = store.value("SELECT number FROM claims WHERE id = ?", (claim_id,))
    if number is not None:
        put_presence(store, number, present=True)
        return
    document: int | None = store.value("SELECT number FROM documents WHERE id = ?", (state["document"],))
    if document is None:
        raise KzcheckError(
            f"claim {claim_id} is of document {state['document']}, which is not on the desk; add it"
        )
    values = {**state, "document": document}
    number = store.write(INSERT_CLAIM, [values[name] for name in STORED])
    index_texts(store, number, number)


def put_decision(store: Store, a: int, b: int, state: State) -> None:
    """Set a reviewer's decision on a pair (numbers), which need not have been stored as a match before."""
    decision = None if state is None else state["relation"]
    store.write(
        "INSERT INTO matches (a, b, relation, score, reasons, decision) VALUES (?, ?, ?, 0, '[]', ?)"
        " ON CONFLICT (a, b) DO UPDATE SET decision = excluded.decision",
        (a, b, Relation.DIFFERENT, decision),
    )
    clusters.rejoin(store, [a, b])
