"""Matches on the desk: the index of terms, the shortlist, and the stored comparisons and decisions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kzcheck.domain import JOIN, Relation, Sort
from kzcheck.store import clusters
from kzcheck.store.convert import OFF_LISTS, ROW_COLUMNS, row_of
from kzcheck.store.store import AT_A_TIME, Row, Store, in_slices, placeholders

if TYPE_CHECKING:
    from kzcheck.domain import Comparison, Match, MatchView

SHARED = 2
"""How many of a claim's rarest terms a candidate must share."""
RAREST = 6
"""How many of a claim's rarest terms are looked up in the index at most."""
POSTINGS = 2000
"""How many entries of the index may be read for them, not counting the first two terms. Among 100,000
planted claims this finds .998 of the pairs by reading some 800 entries a claim."""
LONGEST = 5000
"""A term that more claims than this contain is too common to tell them apart; it gets no more entries."""
CANDIDATES = 40
"""How many candidates a claim is compared with at most; those that share most terms come first."""


class Finding(NamedTuple):
    """A comparison of two claims as it is stored; `a` is the number of the claim whose id sorts first."""

    a: int
    b: int
    relation: str
    score: float
    reasons: str


class Read(NamedTuple):
    """A claim, by number, prepared for matching: its prepared form as JSON, and its terms for the index."""

    claim: int
    prepared: str
    terms: tuple[str, ...]


def index_claims(store: Store, read: Sequence[Read]) -> None:
    """Store prepared claims and index them by their terms. To be called within `writing`."""
    from kzcheck.match.prepared import EDITION

    holders = Counter(term for one in read for term in one.terms)
    store.write_many(
        "INSERT INTO match_terms (term, n) VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET n = n + excluded.n",
        sorted(holders.items()),
    )
    known, followed = dict[str, int](), set[int]()
    for some in in_slices(holders, AT_A_TIME):
        for term, number, n in store.rows(
            f"SELECT term, number, n FROM match_terms WHERE term IN ({placeholders(some)})", some
        ):
            known[term] = number
            if n <= LONGEST:
                followed.add(number)
    numbers = [[known[term] for term in one.terms] for one in read]
    store.write_many(
        "INSERT INTO prepared (claim, json, terms, edition) VALUES (?, ?, ?, ?)",
        [(one.claim, one.prepared, json.dumps(its), EDITION) for one, its in zip(read, numbers, strict=True)],
    )
    # Sorted as the table is: many rows at once are cheap only then.
    store.write_many(
        "INSERT INTO match_postings (term, claim) VALUES (?, ?)",
        sorted(
            (term, one.claim)
            for one, its in zip(read, numbers, strict=True)
            for term in its
            if term in followed
        ),
    )


def unindex_document(store: Store, document: int) -> None:
    """Remove the claims of a document from the index, with those of their matches that nobody decided on."""
    numbers = [
        number
        for (number,) in store.rows(
            "SELECT p.claim FROM claims AS c INDEXED BY claims_of_document "
            "CROSS JOIN prepared AS p ON p.claim = c.number WHERE c.document = ?",
            (document,),
        )
    ]
    unindex_claims(store, numbers)
    for end in ("a", "b"):
        store.write_many(
            f"DELETE FROM matches WHERE decision IS NULL AND {end} = ?", [(number,) for number in numbers]
        )


def unindex_claims(store: Store, numbers: Sequence[int]) -> None:
    """Remove claims from the index; their matches stay."""
    terms: list[tuple[int, int]] = [
        (term, number)
        for some in in_slices(numbers, AT_A_TIME)
        for number, kept in store.rows(
            f"SELECT claim, terms FROM prepared WHERE claim IN ({placeholders(some)})", some
        )
        for term in json.loads(kept)
    ]
    store.write_many("UPDATE match_terms SET n = n - 1 WHERE number = ?", [(term,) for term, _ in terms])
    store.write_many("DELETE FROM match_postings WHERE term = ? AND claim = ?", terms)
    store.write_many("DELETE FROM prepared WHERE claim = ?", [(number,) for number in numbers])


def shortlist(
    store: Store, terms: Sequence[str], *, shared: int = SHARED, except_lineage: str | None = None
) -> list[int]:
    """Return the numbers of claims that share at least `shared` of the rarest of `terms`, most shared first.

    Claims of other revisions of the same document (`except_lineage`) and dropped claims are left out.
    """
    wanted = tuple(dict.fromkeys(terms))
    return [
        number
        for (number,) in store.rows(
            f"""
            WITH rare AS (
              SELECT number, n FROM (
                SELECT number, n, row_number() OVER rarest AS place, sum(n) OVER rarest AS postings
                FROM match_terms WHERE term IN ({placeholders(wanted)}) AND n BETWEEN 1 AND ?
                WINDOW rarest AS (ORDER BY n, number ROWS UNBOUNDED PRECEDING)
              ) WHERE place <= ? OR (place <= ? AND postings <= ?)
            ), shared AS (
              SELECT p.claim, count(*) AS terms, sum(1.0 / r.n) AS weight
              FROM rare AS r CROSS JOIN match_postings AS p ON p.term = r.number
              GROUP BY p.claim HAVING count(*) >= ?
            )
            SELECT c.number FROM shared AS s CROSS JOIN claims AS c ON c.number = s.claim
            JOIN documents AS d ON d.number = c.document
            WHERE d.lineage IS NOT ? AND c.status NOT IN {OFF_LISTS}
            ORDER BY s.terms DESC, s.weight DESC, c.number LIMIT ?
            """,
            (*wanted, LONGEST, SHARED, RAREST, POSTINGS, shared, except_lineage, CANDIDATES),
        )
    ]


def holders(store: Store, terms: Sequence[str]) -> dict[str, int]:
    """Return how many claims contain each of these terms; a term that no claim contains is left out."""
    found = dict[str, int]()
    for some in in_slices(terms, AT_A_TIME):
        found |= store.rows(f"SELECT term, n FROM match_terms WHERE term IN ({placeholders(some)})", some)
    return found


def prepared(store: Store, numbers: Iterable[int]) -> Iterator[tuple[int, str, str | None]]:
    """Yield number, id and prepared form (JSON) of claims; the form is None if this edition stored none."""
    from kzcheck.match.prepared import EDITION

    for some in in_slices(numbers, AT_A_TIME):
        yield from store.rows(
            "SELECT c.number, c.id, p.json FROM claims AS c "
            "LEFT JOIN prepared AS p ON p.claim = c.number AND p.edition = ? "
            f"WHERE c.number IN ({placeholders(some)})",
            (EDITION, *some),
        )


def stored_pairs(store: Store, pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return those of `pairs` (claim numbers, in any order) for which a match is stored, in both orders."""
    return {
        pair
        for some in in_slices(pairs, AT_A_TIME // 2)
        for a, b, *_ in kept(store, [*some, *(pair[::-1] for pair in some)])
        for pair in ((a, b), (b, a))
    }


def kept(store: Store, pairs: Sequence[tuple[int, int]]) -> list[Row]:
    """Return a, b, relation and score of the stored matches of `pairs`; `a` has the id that sorts first."""
    return store.rows(
        "SELECT m.a, m.b, m.relation, m.score "
        f"FROM (VALUES {', '.join(['(?, ?)'] * len(pairs))}) AS v "
        "CROSS JOIN matches AS m ON m.a = v.column1 AND m.b = v.column2",
        [number for pair in pairs for number in pair],
    )


def store_matches(store: Store, found: Sequence[Finding]) -> None:
    """Store comparisons and bring the clusters up to date; reviewers' decisions on the pairs stay."""
    loose = [(pair.a, pair.b) for pair in found if may_join(pair.relation, pair.score)]
    loose += joining(store, found)
    store.write_many(
        "INSERT INTO matches (a, b, relation, score, reasons) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (a, b) DO UPDATE SET relation = excluded.relation, score = excluded.score,"
        " reasons = excluded.reasons",
        found,
    )
    clusters.rejoin(store, [number for pair in loose for number in pair])


def renew_matches(store: Store, found: Sequence[Finding]) -> None:
    """Replace stored comparisons by new ones and bring the clusters up to date, within `writing`.

    A pair that turns out to be different is forgotten, unless a reviewer has decided on it.
    """
    different = [pair for pair in found if pair.relation == Relation.DIFFERENT]
    loose = joining(store, different)
    store.write_many(
        "DELETE FROM matches WHERE a = ? AND b = ? AND decision IS NULL", [pair[:2] for pair in different]
    )
    store.write_many(
        "UPDATE matches SET relation = ?, score = ?, reasons = ? WHERE a = ? AND b = ?",
        [(*pair[2:], *pair[:2]) for pair in different],
    )
    clusters.rejoin(store, [number for pair in loose for number in pair])
    store_matches(store, [pair for pair in found if pair.relation != Relation.DIFFERENT])


def joining(store: Store, found: Sequence[Finding]) -> list[tuple[int, int]]:
    """Return those of these pairs whose stored match bears on which claims form a cluster."""
    return [
        (a, b)
        for some in in_slices(found, AT_A_TIME)
        for a, b, relation, score in kept(store, [pair[:2] for pair in some])
        if may_join(relation, score)
    ]


def may_join(relation: str, score: float) -> bool:
    """Return whether a match bears on which claims form a cluster."""
    return relation == Relation.CONFLICT or (
        relation in (Relation.DUPLICATE, Relation.COMPATIBLE) and score >= JOIN
    )


def finding(one: tuple[int, str], other: tuple[int, str], comparison: Comparison) -> Finding:
    """Return the comparison of two claims, each given as (number, id), as it is stored."""
    a, b = (one[0], other[0]) if one[1] < other[1] else (other[0], one[0])
    reasons = json.dumps(comparison.reasons, ensure_ascii=False)
    return Finding(a, b, comparison.relation.value, comparison.score, reasons)


def matches_of(store: Store, number: int) -> list[MatchView]:
    """Return a claim's matches seen from its side: conflicts first, then by score; different pairs last."""
    from kzcheck.domain import MatchView

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
    limit: int | None = None,
) -> Iterator[Match]:
    """Yield the matches on the desk, best score first.

    Pairs that are different are yielded only for `relation=Relation.DIFFERENT`.
    """
    from kzcheck.domain import Match

    conditions, parameters = [f"a.status NOT IN {OFF_LISTS}", f"b.status NOT IN {OFF_LISTS}"], list[object]()
    if relation is None:
        conditions.append("m.effective <> 'different'")
    else:
        conditions.append("m.effective = ?")
        parameters.append(relation)
    if claim is not None:
        conditions.append("(m.a = ? OR m.b = ?)")
        parameters += [claim, claim]
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
