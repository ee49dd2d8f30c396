"""Matches on the desk: the index of terms, the shortlist, and what comparing and reviewers said."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kzcheck.domain import JOIN, Comparison, Match, MatchView, Relation, Sort
from kzcheck.store import clusters
from kzcheck.store.convert import OFF_LISTS, ROW_COLUMNS, row_of
from kzcheck.store.store import Row, Store

SHARED = 2
"""How many of a claim's rarest terms a candidate must share."""
RAREST = 6
"""How many of these are followed at most."""
POSTINGS = 2000
"""And through how many entries of the index, the first two terms apart: of 100,000 planted claims it finds
.998 of the pairs in some 800 entries a claim."""
LONGEST = 5000
"""A term that more claims have says too little to be followed at all."""
CANDIDATES = 40
"""How many candidates a claim is compared with at most, those with most terms shared first."""
STORED_RELATIONS = (Relation.DUPLICATE, Relation.COMPATIBLE, Relation.CONFLICT, Relation.RELATED)


class FoundMatch(NamedTuple):
    """Two claims by number and id, and what comparing them came to."""

    numbers: tuple[int, int]
    ids: tuple[str, str]
    comparison: Comparison


def index_claims(store: Store, prepared: Mapping[int, str], terms: Mapping[int, Sequence[str]]) -> None:
    """Keep claims as matching reads them (JSON by claim number) and put them under their terms."""
    from kzcheck.match.prepared import EDITION

    distinct = {number: tuple(dict.fromkeys(of_claim)) for number, of_claim in terms.items()}
    store.write_many(
        "INSERT INTO match_terms (term, n) VALUES (?, 1) ON CONFLICT (term) DO UPDATE SET n = n + 1",
        ((term,) for of_claim in distinct.values() for term in of_claim),
    )
    for number, of_claim in distinct.items():
        known = store.rows(
            f"SELECT number FROM match_terms WHERE term IN ({', '.join('?' * len(of_claim))})", of_claim
        )
        store.write(
            "INSERT INTO prepared (claim, json, terms, edition) VALUES (?, ?, ?, ?)",
            (number, prepared[number], json.dumps([term for (term,) in known]), EDITION),
        )
        store.write_many(
            "INSERT INTO match_postings (term, claim) VALUES (?, ?)", [(term, number) for (term,) in known]
        )


def unindex_document(store: Store, document: int) -> None:
    """Take the claims of a document out of the index, with all that comparing found and nobody decided on."""
    for (number,) in store.rows(
        "SELECT p.claim FROM claims AS c INDEXED BY claims_of_document "
        "CROSS JOIN prepared AS p ON p.claim = c.number WHERE c.document = ?",
        (document,),
    ):
        unindex_claim(store, number)
        store.write("DELETE FROM matches WHERE decision IS NULL AND a = ?", (number,))
        store.write("DELETE FROM matches WHERE decision IS NULL AND b = ?", (number,))


def unindex_claim(store: Store, number: int) -> None:
    """Take a claim out of the index; its matches stay."""
    terms = store.value("SELECT terms FROM prepared WHERE claim = ?", (number,))
    for term in json.loads(terms or "[]"):
        store.write("UPDATE match_terms SET n = n - 1 WHERE number = ?", (term,))
        store.write("DELETE FROM match_postings WHERE term = ? AND claim = ?", (term, number))
    store.write("DELETE FROM prepared WHERE claim = ?", (number,))


def shortlist(
    store: Store, terms: Sequence[str], *, except_lineage: str | None = None
) -> list[tuple[int, str]]:
    """Return claims (number, id) that share enough of the rarest of `terms`, most shared first.

    Claims of other revisions of the same document (`except_lineage`) and dropped claims are left out.
    """
    wanted = tuple(dict.fromkeys(terms))
    marks = ", ".join("?" * len(wanted))
    return [
        (row[0], row[1])
        for row in store.rows(
            f"""
            WITH rare AS (
              SELECT number, n FROM (
                SELECT number, n, row_number() OVER rarest AS place, sum(n) OVER rarest AS postings
                FROM match_terms WHERE term IN ({marks}) AND n BETWEEN 1 AND ?
                WINDOW rarest AS (ORDER BY n, number ROWS UNBOUNDED PRECEDING)
              ) WHERE place <= ? OR (place <= ? AND postings <= ?)
            ), shared AS (
              SELECT p.claim, count(*) AS terms, sum(1.0 / r.n) AS weight
              FROM rare AS r CROSS JOIN match_postings AS p ON p.term = r.number
              GROUP BY p.claim HAVING count(*) >= ?
            )
            SELECT c.number, c.id FROM shared AS s CROSS JOIN claims AS c ON c.number = s.claim
            JOIN documents AS d ON d.number = c.document
            WHERE d.lineage IS NOT ? AND c.status NOT IN {OFF_LISTS}
            ORDER BY s.terms DESC, s.weight DESC, c.number LIMIT ?
            """,
            (*wanted, LONGEST, SHARED, RAREST, POSTINGS, SHARED, except_lineage, CANDIDATES),
        )
    ]


def prepared_json(store: Store, number: int) -> str | None:
    """Return a claim as matching reads it."""
    kept: str | None = store.value("SELECT json FROM prepared WHERE claim = ?", (number,))
    return kept


def is_pair(store: Store, a: int, b: int) -> bool:
    """Return whether anything is stored on two claims, named by number in any order."""
    return (
        store.row("SELECT 1 FROM matches WHERE (a = ? AND b = ?) OR (a = ? AND b = ?)", (a, b, b, a))
        is not None
    )


def store_matches(store: Store, found: Sequence[FoundMatch]) -> None:
    """Write what comparing found; what a reviewer decided on a pair stays. Clusters follow."""
    values = [match_values(match) for match in found]
    loose = [(a, b) for a, b, relation, score, _ in values if may_join(relation, score)]
    for a, b, *_ in values:
        held = store.row("SELECT relation, score FROM matches WHERE a = ? AND b = ?", (a, b))
        if held is not None and may_join(*held):
            loose.append((a, b))
    store.write_many(
        "INSERT INTO matches (a, b, relation, score, reasons) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (a, b) DO UPDATE SET relation = excluded.relation, score = excluded.score,"
        " reasons = excluded.reasons",
        values,
    )
    clusters.rejoin(store, [number for pair in loose for number in pair])


def renew_matches(store: Store, found: Sequence[FoundMatch]) -> None:
    """Write what comparing found where something else may be stored, within `writing`.

    A pair that proves different is forgotten, unless a reviewer decided on it. Clusters follow.
    """
    different = [match for match in found if match.comparison.relation is Relation.DIFFERENT]
    values = [match_values(match) for match in different]
    store.write_many(
        "DELETE FROM matches WHERE a = ? AND b = ? AND decision IS NULL", [v[:2] for v in values]
    )
    store.write_many(
        "UPDATE matches SET relation = ?, score = ?, reasons = ? WHERE a = ? AND b = ?",
        [(*v[2:], *v[:2]) for v in values],
    )
    clusters.rejoin(store, [number for match in different for number in match.numbers])
    store_matches(store, [match for match in found if match.comparison.relation is not Relation.DIFFERENT])


def may_join(relation: str, score: float) -> bool:
    """Return whether a match has a say in which claims are joined."""
    return relation == Relation.CONFLICT or (
        relation in (Relation.DUPLICATE, Relation.COMPATIBLE) and score >= JOIN
    )


def match_values(match: FoundMatch) -> Row:
    """Return the values of a match, the claim with the lesser id first."""
    a, b = match.numbers if match.ids[0] < match.ids[1] else match.numbers[::-1]
    c = match.comparison
    return (a, b, c.relation, c.score, json.dumps(c.reasons, ensure_ascii=False))


def matches_of(store: Store, number: int) -> list[MatchView]:
    """Return a claim's matches as it sees them: conflicts first, then by score; different pairs last."""
    rows = store.rows(
        f"""
        WITH pairs AS (
          SELECT b AS other, relation, score, reasons, decision FROM matches WHERE a = ?1
          UNION ALL
          SELECT a AS other, relation, score, reasons, decision FROM matches WHERE b = ?1
        )
        SELECT {ROW_COLUMNS}, m.relation, m.score, m.reasons, m.decision,
          substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)
        FROM pairs AS m CROSS JOIN claims AS c ON c.number = m.other
        JOIN documents AS d ON d.number = c.document JOIN texts AS t ON t.document = d.number
        WHERE c.status NOT IN {OFF_LISTS} AND (m.decision IS NOT NULL OR m.relation <> 'different')
        """,
        (number,),
    )
    views = [
        MatchView(
            other=row_of(row, Sort.PRIORITY),
            relation=Relation(row[-5]),
            score=row[-4],
            reasons=tuple(json.loads(row[-3])),
            decision=None if row[-2] is None else Relation(row[-2]),
            other_sentence=row[-1],
        )
        for row in rows
    ]
    order = (Relation.CONFLICT, Relation.DUPLICATE, Relation.COMPATIBLE, Relation.RELATED, Relation.DIFFERENT)
    return sorted(
        views, key=lambda view: (order.index(view.decision or view.relation), -view.score, view.other.id)
    )


def matches(
    store: Store,
    *,
    claim: int | None = None,
    relation: Relation | None = None,
    undecided: bool = False,
    limit: int | None = None,
) -> Iterator[Match]:
    """Yield matches on the desk, best score first; pairs called different only when asked for."""
    conditions, parameters = [f"a.status NOT IN {OFF_LISTS}", f"b.status NOT IN {OFF_LISTS}"], list[object]()
    if relation is None:
        conditions.append("m.effective <> 'different'")
    else:
        conditions.append("m.effective = ?")
        parameters.append(relation)
    if claim is not None:
        conditions.append("(m.a = ? OR m.b = ?)")
        parameters += [claim, claim]
    if undecided:
        conditions.append("m.decision IS NULL")
    for row in store.rows(
        "SELECT a.id, b.id, m.relation, m.score, m.reasons, m.decision FROM matches AS m "
        "JOIN claims AS a ON a.number = m.a JOIN claims AS b ON b.number = m.b "
        f"WHERE {' AND '.join(conditions)} ORDER BY m.score DESC, a.id, b.id LIMIT ?",
        (*parameters, -1 if limit is None else limit),
    ):
        yield Match(
            a=row[0],
            b=row[1],
            relation=Relation(row[2]),
            score=row[3],
            reasons=tuple(json.loads(row[4])),
            decision=None if row[5] is None else Relation(row[5]),
        )
