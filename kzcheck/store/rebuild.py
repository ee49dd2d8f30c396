"""Rebuilding the present state from the ledger, and comparing it with what the desk shows."""

from collections.abc import Mapping

from kzcheck.domain import Action, LedgerEntry
from kzcheck.store import clusters, deeds, state
from kzcheck.store.evidence import CHECKED
from kzcheck.store.ledger import all_entries
from kzcheck.store.seconds import CELL
from kzcheck.store.store import Row, Store

PROJECTED: Mapping[str, str] = {
    "verdicts": (
        "SELECT c.id, v.status, v.rationale, v.reviewer, v.decided_at, v.override_reason, v.active_seconds, "
        "v.inherited_from, v.stale "
        "FROM verdicts AS v JOIN claims AS c ON c.number = v.claim "
        "WHERE v.status <> 'open' OR v.rationale IS NOT NULL OR v.reviewer IS NOT NULL ORDER BY c.id"
    ),
    "second_verdicts": (
        f"SELECT c.id, {', '.join(f's.{name}' for name in CELL)} FROM second_verdicts AS s "
        "JOIN claims AS c ON c.number = s.claim ORDER BY c.id, s.reviewer"
    ),
    "citations": (
        "SELECT t.id, c.id, t.entry, t.reviewer, t.reference, t.title, t.publisher, t.author, t.published, "
        "t.accessed, t.passage, t.locator, t.stance, t.kind, t.snapshot, t.archive_url "
        "FROM citations AS t JOIN claims AS c ON c.number = t.claim ORDER BY t.id"
    ),
    "citation_checks": f"SELECT citation, {', '.join(CHECKED)} FROM citation_checks ORDER BY citation",
    "decisions": (
        "SELECT a.id, b.id, m.decision FROM matches AS m JOIN claims AS a ON a.number = m.a "
        "JOIN claims AS b ON b.number = m.b WHERE m.decision IS NOT NULL ORDER BY a.id, b.id"
    ),
    "clusters": (
        "SELECT c.id, r.id FROM clusters AS k JOIN claims AS c ON c.number = k.claim "
        "JOIN claims AS r ON r.number = k.cluster ORDER BY c.id"
    ),
    "carried": (
        'SELECT c.id, k."to", k.how FROM carried AS k JOIN claims AS c ON c.number = k.claim ORDER BY c.id'
    ),
    "claims": "SELECT id, status, headline, touched, citations, matches, conflicts FROM claims ORDER BY id",
    "tallies": "SELECT zone, status, n FROM tallies WHERE n > 0 ORDER BY zone, status",
    "documents": "SELECT id, claims, done FROM documents ORDER BY id",
    "deeds": "SELECT batch, reviewer, first_seq, last_seq, state FROM deeds ORDER BY batch",
}
"""For each table that is made from the ledger, a query for everything in it that the ledger determines."""

COUNT = """
INSERT INTO temp.counted
SELECT claim, sum(citations), sum(matches), sum(conflicts) FROM (
  SELECT claim, 1 AS citations, 0 AS matches, 0 AS conflicts FROM citations
  UNION ALL
  SELECT a, 0, effective IN ('duplicate', 'compatible', 'conflict'), effective = 'conflict' FROM matches
  UNION ALL
  SELECT b, 0, effective IN ('duplicate', 'compatible', 'conflict'), effective = 'conflict' FROM matches
) GROUP BY claim
"""


def check(store: Store) -> list[str]:
    """Return a line for each table whose rows are not what the ledger makes of them; nothing is changed."""
    with store.trying():
        return remake(store)


def repair(store: Store) -> list[str]:
    """Rebuild the present state from the ledger; return a line for each table that was wrong."""
    with store.writing():
        return remake(store)


def remake(store: Store) -> list[str]:
    """Rebuild the state within the caller's transaction; return a line for each table that was wrong."""
    before = {name: store.rows(query) for name, query in PROJECTED.items()}
    clear(store)
    replay(store)
    recount(store)
    clusters.rejoin_all(store)
    return [
        difference(name, before[name], after)
        for name, query in PROJECTED.items()
        if (after := store.rows(query)) != before[name]
    ]


def difference(name: str, shown: list[Row], expected: list[Row]) -> str:
    """Return a line on how many rows of a table differ, and which one is the first."""
    wrong = sorted(set(shown) ^ set(expected), key=repr)
    return f"{name}: {len(wrong)} rows are not what the ledger says ({wrong[0][0]} …); repair mends them"


def clear(store: Store) -> None:
    """Reset everything to the state before the first decision."""
    store.write("DELETE FROM citations")
    store.write("DELETE FROM citation_checks")
    store.write("DELETE FROM verdicts")
    store.write("DELETE FROM second_verdicts")
    store.write("DELETE FROM carried")
    store.write("DELETE FROM clusters")
    store.write("DELETE FROM deeds")
    store.write("UPDATE matches SET decision = NULL WHERE decision IS NOT NULL")
    store.write(
        "UPDATE claims SET status = iif(d.superseded, 'superseded', 'open') FROM documents AS d "
        "WHERE d.number = claims.document AND claims.status <> iif(d.superseded, 'superseded', 'open')"
    )
    store.write("UPDATE claims SET touched = 0 WHERE touched <> 0")
    for subject, before, _ in store.rows(
        "SELECT subject, before ->> 'headline', min(seq) FROM ledger WHERE action = 'headline' "
        "GROUP BY subject"
    ):
        state.put_headline(store, state.number_of(store, subject), {"headline": before})


def replay(store: Store) -> None:
    """Put every entry of the ledger in place, oldest first."""
    batches: dict[str, list[LedgerEntry]] = {}
    for entry in all_entries(store):
        if entry.action in (Action.UNDO, Action.REDO):
            deeds.put_entries(store, entry.action, batches[entry.subject], entry.seq)
            deeds.note_turn(store, entry.action, entry.subject, entry.seq)
            continue
        if entry.action is Action.CHECKED:
            state.put(store, entry.action, entry.subject, entry.before, entry.after, entry.seq)
            continue
        if entry.batch not in batches:
            deeds.note_deed(store, entry.batch, entry.reviewer, entry.seq, entry.seq)
        batches.setdefault(entry.batch, []).append(entry)
        state.put(store, entry.action, entry.subject, entry.before, entry.after, entry.seq)
        state.touch(store, entry.subject, entry.seq)
        store.write("UPDATE deeds SET last_seq = ? WHERE batch = ?", (entry.seq, entry.batch))


def recount(store: Store) -> None:
    """Recount from the rows what triggers keep up to date otherwise."""
    store.write("DELETE FROM tallies")
    store.write(
        "INSERT INTO tallies (zone, status, n) "
        "SELECT zone, status, count(*) FROM claims GROUP BY zone, status"
    )
    store.write(
        "UPDATE documents SET (claims, done) = ("
        "SELECT count(*), coalesce(sum(c.status NOT IN ('open', 'later', 'superseded', 'orphaned')), 0) "
        "FROM claims AS c WHERE c.document = documents.number AND c.zone = 'body' AND c.status <> 'dropped')"
    )
    store.write(
        "CREATE TEMP TABLE counted (claim INTEGER PRIMARY KEY, citations INTEGER, matches INTEGER, "
        "conflicts INTEGER)"
    )
    store.write(COUNT)
    store.write(
        "UPDATE claims SET citations = 0, matches = 0, conflicts = 0 WHERE citations OR matches OR conflicts"
    )
    store.write(
        "UPDATE claims SET citations = n.citations, matches = n.matches, conflicts = n.conflicts "
        "FROM temp.counted AS n WHERE n.claim = claims.number"
    )
    store.write("DROP TABLE temp.counted")
