"""Queries for texts that replace earlier ones, and for where decisions on the earlier texts went."""

from kzcheck.store import clusters
from kzcheck.store.convert import OFF_LISTS
from kzcheck.store.ledger import State
from kzcheck.store.store import Store

DECIDED = (
    "(EXISTS (SELECT 1 FROM citations AS t WHERE t.claim = claims.number) OR EXISTS ("
    "SELECT 1 FROM verdicts AS v "
    "WHERE v.claim = claims.number AND (v.status <> 'open' OR v.rationale IS NOT NULL)) OR EXISTS ("
    "SELECT 1 FROM second_verdicts AS s WHERE s.claim = claims.number))"
)
SETTLED = (
    "CASE WHEN NOT (SELECT d.superseded FROM documents AS d WHERE d.number = claims.document) "
    "THEN coalesce((SELECT v.status FROM verdicts AS v WHERE v.claim = claims.number), 'open') "
    "WHEN EXISTS (SELECT 1 FROM carried AS k WHERE k.claim = claims.number) "
    f"OR NOT {DECIDED} THEN 'superseded' ELSE 'orphaned' END"
)
"""The value that `claims.status` should have for a claim that is on the desk."""
TOUCHED_BY_HAND = (
    f"(claims.status = 'dropped' OR {DECIDED} "
    "OR EXISTS (SELECT 1 FROM ledger AS l "
    "WHERE l.subject = claims.id AND l.action IN ('add-claim', 'headline')) "
    "OR EXISTS (SELECT 1 FROM matches AS m WHERE m.a = claims.number AND m.decision IS NOT NULL) "
    "OR EXISTS (SELECT 1 FROM matches AS m WHERE m.b = claims.number AND m.decision IS NOT NULL))"
)


def present_text(store: Store, lineage: str | None) -> tuple[int, str] | None:
    """Return the number and the id of the present text of a lineage, None when there is none."""
    row = store.row(
        "SELECT number, id FROM documents WHERE lineage = ? AND NOT superseded ORDER BY number DESC LIMIT 1",
        (lineage,),
    )
    return None if row is None else (row[0], row[1])


def comes_back(store: Store, document_id: str, lineage: str | None) -> bool:
    """Return whether a document is a replaced text of this lineage."""
    return (
        store.row(
            "SELECT 1 FROM documents WHERE id = ? AND lineage = ? AND superseded", (document_id, lineage)
        )
        is not None
    )


def supersede(store: Store, earlier: int, later: int, at: str) -> None:
    """Replace the text `earlier` by the text `later` (numbers); the caller holds the transaction."""
    store.write("INSERT INTO revisions (document, earlier, at) VALUES (?, ?, ?)", (later, earlier, at))
    store.write(
        "UPDATE documents SET superseded = (number = ?) WHERE number IN (?, ?)", (earlier, earlier, later)
    )
    store.write(
        f"UPDATE claims SET status = {SETTLED} WHERE document IN (?, ?) AND status <> 'dropped'",
        (earlier, later),
    )
    moved = store.rows("SELECT number FROM claims WHERE document IN (?, ?) ORDER BY number", (earlier, later))
    clusters.rejoin(store, [number for (number,) in moved])


def text_before(store: Store, document: int) -> tuple[str, str] | None:
    """Return the id of the text that a document replaced last, and when; None for a first text."""
    row = store.row(
        "SELECT d.id, r.at FROM revisions AS r JOIN documents AS d ON d.number = r.earlier "
        "WHERE r.document = ? ORDER BY r.number DESC LIMIT 1",
        (document,),
    )
    return None if row is None else (row[0], row[1])


def text_after(store: Store, document: int) -> str | None:
    """Return the id of the present text that replaced a document; None when it is itself the present one."""
    document_id: str | None = store.value(
        "SELECT later.id FROM documents AS d JOIN documents AS later ON later.lineage = d.lineage "
        "WHERE d.number = ? AND d.superseded AND NOT later.superseded ORDER BY later.number DESC LIMIT 1",
        (document,),
    )
    return document_id


def touched_by_hand(store: Store, document: int) -> list[int]:
    """Return the claims (numbers) of a document on which anything was decided, in text order."""
    rows = store.rows(
        f'SELECT number FROM claims WHERE document = ? AND {TOUCHED_BY_HAND} ORDER BY "start", number',
        (document,),
    )
    return [row[0] for row in rows]


def orphaned(store: Store, document: int) -> list[int]:
    """Return the orphaned claims (numbers) of a document, in text order."""
    rows = store.rows(
        "SELECT number FROM claims WHERE document = ? AND status = 'orphaned' ORDER BY \"start\", number",
        (document,),
    )
    return [row[0] for row in rows]


def texts_with_orphans(store: Store, lineage: str | None = None) -> list[tuple[int, str]]:
    """Return (number, id) of the texts of a lineage, or of all, that have orphaned claims, oldest first."""
    return [
        (number, document_id)
        for number, document_id in store.rows(
            "SELECT number, id FROM documents WHERE (?1 IS NULL OR lineage = ?1) AND number IN ("
            "SELECT document FROM claims WHERE status = 'orphaned') ORDER BY number",
            (lineage,),
        )
    ]


def is_left_behind(store: Store, number: int) -> bool:
    """Return whether a claim is of a text that was replaced."""
    superseded = store.integer(
        "SELECT d.superseded FROM documents AS d JOIN claims AS c ON c.document = d.number "
        "WHERE c.number = ?",
        (number,),
    )
    return bool(superseded)


def is_dropped(store: Store, number: int) -> bool:
    """Return whether a claim was taken off the desk."""
    word: str = store.value("SELECT status FROM claims WHERE number = ?", (number,))
    return word == "dropped"


def edited_headline(store: Store, claim_id: str) -> str | None:
    """Return the headline that a reviewer gave a claim; None while it has its first one."""
    row = store.row(
        "SELECT c.headline, l.before ->> 'headline' FROM claims AS c JOIN ledger AS l ON l.subject = c.id "
        "WHERE c.id = ? AND l.action = 'headline' ORDER BY l.seq LIMIT 1",
        (claim_id,),
    )
    return None if row is None or row[0] == row[1] else row[0]


def decided_pairs(store: Store, number: int) -> list[tuple[str, str]]:
    """Return (id, relation) of the claims on the lists that reviewers decided to relate to a claim."""
    return [
        (other, decision)
        for other, decision in store.rows(
            "SELECT o.id, m.decision FROM ("
            "SELECT b AS other, decision FROM matches WHERE a = ?1 AND decision IS NOT NULL "
            "UNION ALL SELECT a, decision FROM matches WHERE b = ?1 AND decision IS NOT NULL"
            ") AS m JOIN claims AS o ON o.number = m.other "
            f"WHERE o.status NOT IN {OFF_LISTS} ORDER BY o.id",
            (number,),
        )
    ]


def carried(store: Store, number: int) -> State:
    """Return to which claim decisions were carried over, as the ledger keeps it; None when they were not."""
    row = store.row('SELECT "to", how FROM carried WHERE claim = ?', (number,))
    return None if row is None else {"to": row[0], "how": row[1]}


def put_carried(store: Store, number: int, state: State) -> None:
    """Set to which claim decisions were carried over."""
    store.write("DELETE FROM carried WHERE claim = ?", (number,))
    if state is not None:
        store.write(
            'INSERT INTO carried (claim, "to", how) VALUES (?, ?, ?)', (number, state["to"], state["how"])
        )
