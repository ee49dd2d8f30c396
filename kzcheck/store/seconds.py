"""Second verdicts: what other reviewers found in the blind check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from kzcheck.domain import Status
from kzcheck.store.convert import HAS_VERDICT, OFF_LISTS
from kzcheck.store.ledger import State
from kzcheck.store.store import Row, Store, placeholders

if TYPE_CHECKING:
    from kzcheck.domain import SecondVerdict

OF_FIRST = ("first_status", "first_reviewer")
"""The fields of a second verdict that say what the first verdict was."""
CELL = (
    "reviewer", "status", "decided_at", "rationale", "override_reason", "active_seconds", *OF_FIRST,
)  # fmt: skip
"""The fields of a second verdict in the ledger; a claim has one for each reviewer."""


class First(NamedTuple):
    """The first verdict on a claim, and whose it is."""

    status: Status
    reviewer: str


class Own(NamedTuple):
    """One reviewer's own status of a claim in the blind check, and how many citations are theirs."""

    status: Status
    citations: int


def first(store: Store, number: int) -> First | None:
    """Return the first verdict on a claim of a present text, None without one."""
    row = store.row(
        "SELECT v.status, v.reviewer FROM verdicts AS v JOIN claims AS c ON c.number = v.claim "
        f"WHERE v.claim = ? AND c.{HAS_VERDICT}",
        (number,),
    )
    return None if row is None else First(Status(row[0]), row[1])


def second(store: Store, number: int, reviewer: str) -> State:
    """Return a reviewer's second verdict on a claim as the ledger keeps it, None without one."""
    row = store.row(
        f"SELECT {', '.join(CELL)} FROM second_verdicts WHERE claim = ? AND reviewer = ?", (number, reviewer)
    )
    return None if row is None else dict(zip(CELL, row, strict=True))


def put_second(store: Store, number: int, old: State, new: State) -> None:
    """Replace the second verdict `old` by `new`; None stands for no second verdict."""
    for cell in (old, new):
        if cell is not None:
            store.write(
                "DELETE FROM second_verdicts WHERE claim = ? AND reviewer = ?", (number, cell["reviewer"])
            )
    if new is not None:
        store.write(
            f"INSERT INTO second_verdicts (claim, {', '.join(CELL)}) VALUES (?{', ?' * len(CELL)})",
            (number, *(new[name] for name in CELL)),
        )


def cells_of(store: Store, number: int) -> list[dict[str, Any]]:
    """Return all second verdicts on a claim as the ledger keeps them, the earliest first."""
    rows = store.rows(
        f"SELECT {', '.join(CELL)} FROM second_verdicts WHERE claim = ? ORDER BY decided_at, reviewer",
        (number,),
    )
    return [dict(zip(CELL, row, strict=True)) for row in rows]


def seconds_of(store: Store, number: int) -> list[SecondVerdict]:
    """Return the second verdicts on a claim, the earliest first, without those that are postponed."""
    claim_id: str = store.value("SELECT id FROM claims WHERE number = ?", (number,))
    rows = store.rows(
        f"SELECT {', '.join(CELL)} FROM second_verdicts WHERE claim = ? AND {HAS_VERDICT} "
        "ORDER BY decided_at, reviewer",
        (number,),
    )
    return [_second_of(claim_id, row) for row in rows]


def all_seconds(store: Store) -> Iterator[SecondVerdict]:
    """Yield the second verdicts on claims that are on the lists, by document and place."""
    rows = store.rows(
        f"SELECT c.id, {', '.join(f's.{name}' for name in CELL)} "
        "FROM second_verdicts AS s CROSS JOIN claims AS c ON c.number = s.claim "
        f"WHERE s.{HAS_VERDICT} AND c.status NOT IN {OFF_LISTS} "
        "ORDER BY c.by_document, c.number, s.decided_at, s.reviewer"
    )
    for row in rows:
        yield _second_of(row[0], row[1:])


def of_reviewer(store: Store, reviewer: str, claim_ids: Sequence[str]) -> dict[str, Own]:
    """Return for each of some claims, by id, what a reviewer has found in the blind check."""
    rows = store.rows(
        "SELECT c.id, coalesce(s.status, 'open'), "
        "(SELECT count(*) FROM citations AS t WHERE t.claim = c.number AND t.reviewer = ?1) "
        "FROM claims AS c LEFT JOIN second_verdicts AS s ON s.claim = c.number AND s.reviewer = ?1 "
        f"WHERE c.id IN ({placeholders(claim_ids)})",
        (reviewer, *claim_ids),
    )
    return {claim_id: Own(Status(status), cited) for claim_id, status, cited in rows}


def tally(store: Store, reviewer: str) -> dict[Status, int]:
    """Return how many claims in the bodies of documents have which status in a reviewer's blind check."""
    rows = store.rows(
        "SELECT coalesce(s.status, 'open'), count(*) "
        "FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
        "LEFT JOIN second_verdicts AS s ON s.claim = c.number AND s.reviewer = ?1 "
        f"WHERE v.reviewer <> ?1 AND c.zone = 'body' AND c.{HAS_VERDICT} GROUP BY 1",
        (reviewer,),
    )
    return {Status(word): n for word, n in rows}


def by_document(store: Store, reviewer: str) -> dict[str, tuple[int, int]]:
    """Return by document id how many claims a reviewer's blind check has, and how many are done."""
    rows = store.rows(
        "SELECT d.id, count(*), sum(s.status IS NOT NULL AND s.status <> 'later') "
        "FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
        "JOIN documents AS d ON d.number = c.document "
        "LEFT JOIN second_verdicts AS s ON s.claim = c.number AND s.reviewer = ?1 "
        f"WHERE v.reviewer <> ?1 AND c.zone = 'body' AND c.{HAS_VERDICT} GROUP BY d.id",
        (reviewer,),
    )
    return {document: (claims, done) for document, claims, done in rows}


def _second_of(claim_id: str, row: Row) -> SecondVerdict:
    from kzcheck.domain import SecondVerdict

    cell = dict(zip(CELL, row, strict=True))
    return SecondVerdict(
        claim_id=claim_id,
        **cell | {name: Status(cell[name]) for name in ("status", "first_status")},
    )
