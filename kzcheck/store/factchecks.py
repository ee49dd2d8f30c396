"""The published fact-checks on a desk, and the index of terms that they are looked up in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING, NamedTuple

from kzcheck.store.store import AT_A_TIME, Store, in_slices, placeholders

if TYPE_CHECKING:
    from kzcheck.domain import FactCheck

COLUMNS = "c.id, c.claim, c.title, c.claimant, c.publisher, c.rating, c.date, c.url"


class IndexedCheck(NamedTuple):
    """A fact-check with what the index keeps: its prepared form (JSON), and the weights of its terms."""

    check: FactCheck
    prepared: str
    weights: Mapping[str, float]


class NearCheck(NamedTuple):
    """A fact-check that was found in the index: its prepared form (JSON) and its BM25 score.

    The form is None if another edition of matching stored it.
    """

    check: FactCheck
    prepared: str | None
    score: float


def count(store: Store) -> int:
    """Return how many fact-checks are on the desk."""
    return store.integer("SELECT count(*) FROM fact_checks")


def has_any(store: Store) -> bool:
    """Return whether there is any fact-check on the desk."""
    return store.row("SELECT 1 FROM fact_checks") is not None


def all_checks(store: Store) -> Iterator[FactCheck]:
    """Yield all fact-checks in the order in which they were added."""
    for row in store.rows(f"SELECT {COLUMNS} FROM fact_checks AS c ORDER BY c.number"):
        yield _check(row)


def outdated(store: Store) -> list[FactCheck]:
    """Return the fact-checks that another edition of matching has indexed, in the order they came."""
    from kzcheck.match.lookup import EDITION

    rows = store.rows(
        f"SELECT {COLUMNS} FROM fact_checks AS c WHERE c.edition < ?1 OR c.edition > ?1 ORDER BY c.number",
        (EDITION,),
    )
    return [_check(row) for row in rows]


def put(store: Store, checks: Sequence[IndexedCheck]) -> None:
    """Put fact-checks on the desk, within `writing`; one with an id that is there replaces the old one."""
    from kzcheck.match.lookup import EDITION

    _forget(store, [item.check.id for item in checks])
    store.write_many(
        "INSERT INTO fact_checks (id, claim, title, claimant, publisher, rating, date, url, prepared,"
        " edition) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((*astuple(item.check), item.prepared, EDITION) for item in checks),
    )
    numbers: dict[str, int] = dict(store.rows("SELECT id, number FROM fact_checks"))
    store.write_many(
        "INSERT INTO fact_check_terms (term, n) VALUES (?, 1) ON CONFLICT (term) DO UPDATE SET n = n + 1",
        ((term,) for item in checks for term in item.weights),
    )
    terms: dict[str, int] = dict(store.rows("SELECT term, number FROM fact_check_terms"))
    postings = [
        (terms[term], numbers[item.check.id], weight)
        for item in checks
        for term, weight in item.weights.items()
    ]
    store.write_many(
        "INSERT INTO fact_check_postings (term, fact_check, weight) VALUES (?, ?, ?)", sorted(postings)
    )


def _forget(store: Store, ids: Iterable[str]) -> None:
    """Remove fact-checks. Their postings, which are ordered by term, are all found in one pass."""
    held: dict[str, int] = dict(store.rows("SELECT id, number FROM fact_checks"))
    numbers = [(held[check],) for check in ids if check in held]
    if not numbers:
        return
    store.write("CREATE TEMP TABLE IF NOT EXISTS leaving (number INTEGER PRIMARY KEY)")
    store.write("DELETE FROM temp.leaving")
    store.write_many("INSERT INTO temp.leaving (number) VALUES (?)", numbers)
    store.write(
        "UPDATE fact_check_terms SET n = fact_check_terms.n - gone.n FROM ("
        " SELECT term, count(*) AS n FROM fact_check_postings"
        " WHERE fact_check IN (SELECT number FROM temp.leaving) GROUP BY term"
        ") AS gone WHERE gone.term = fact_check_terms.number"
    )
    store.write("DELETE FROM fact_check_postings WHERE fact_check IN (SELECT number FROM temp.leaving)")
    store.write("DELETE FROM fact_checks WHERE number IN (SELECT number FROM temp.leaving)")


def holders(store: Store, terms: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Return (number of the term, how many fact-checks have it) for each of `terms` in the index."""
    found: dict[str, tuple[int, int]] = {}
    for part in in_slices(terms, AT_A_TIME):
        rows = store.rows(
            f"SELECT term, number, n FROM fact_check_terms WHERE term IN ({placeholders(part)})", part
        )
        found |= {term: (number, n) for term, number, n in rows}
    return found


def nearest(store: Store, rarities: Mapping[int, float], limit: int) -> list[NearCheck]:
    """Return the fact-checks with the highest BM25 scores, best first; `rarities` are by term number."""
    from kzcheck.match.lookup import EDITION

    if not rarities:
        return []
    values = ", ".join(["(?, ?)"] * len(rarities))
    rows = store.rows(
        f"""
        WITH wanted (term, rarity) AS (VALUES {values}),
        best AS (
          SELECT p.fact_check, sum(p.weight * w.rarity) AS score
          FROM wanted AS w CROSS JOIN fact_check_postings AS p ON p.term = w.term
          GROUP BY p.fact_check ORDER BY score DESC, p.fact_check LIMIT ?
        )
        SELECT {COLUMNS}, iif(c.edition = ?, c.prepared, NULL), b.score FROM best AS b
        CROSS JOIN fact_checks AS c ON c.number = b.fact_check ORDER BY b.score DESC, c.number
        """,
        (*(value for pair in rarities.items() for value in pair), limit, EDITION),
    )
    return [NearCheck(_check(row[:-2]), row[-2], row[-1]) for row in rows]


def checks_by_claimant(store: Store, claimants: Sequence[str]) -> dict[str, int]:
    """Return how many fact-checks there are on statements of each of the given claimants."""
    return dict(
        store.rows(
            "SELECT claimant, count(*) FROM fact_checks "
            f"WHERE claimant IN ({placeholders(claimants)}) GROUP BY claimant",
            claimants,
        )
    )


def _check(row: Sequence[str | None]) -> FactCheck:
    from kzcheck.domain import FactCheck

    identity, claim, title, claimant, publisher, rating, date, url = row
    assert identity is not None
    assert claim is not None
    return FactCheck(
        id=identity,
        claim=claim,
        title=title,
        claimant=claimant,
        publisher=publisher,
        rating=rating,
        date=date,
        url=url,
    )
