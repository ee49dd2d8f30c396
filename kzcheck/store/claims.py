"""Queries about claims: one claim, its place in the text, its status, siblings and citations; the tally."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kzcheck.domain import ClaimRow, KzcheckError, Metadata, Sort, Span, Status, Tally, ZoneKind
from kzcheck.store.convert import (
    CITATION_COLUMNS,
    CITATIONS,
    CLAIM_COLUMNS,
    CLAIM_WIDTH,
    METADATA_COLUMNS,
    OFF_LISTS,
    OVERTAKEN,
    ROW_COLUMNS,
    STATUSES,
    ZONES,
    citation_of,
    claim_of,
    metadata_of,
    row_of,
)
from kzcheck.store.seconds import seconds_of
from kzcheck.store.store import Store

if TYPE_CHECKING:
    from kzcheck.domain import Citation, Claim, ClaimMark, ClaimStatus, Context, SecondVerdict

JOINED = "FROM claims AS c JOIN documents AS d ON d.number = c.document"
SENTENCE = "substr(t.text, c.sentence_start + 1, c.sentence_end - c.sentence_start)"
CHANGED_SINCE = "the verdict it was carried over from has changed since"
AROUND = 400
"""How many characters of text before and after a sentence are shown as its context."""
BESIDE = 1000
"""How many characters from a sentence the claims of a neighbouring sentence can begin."""


class Decided(NamedTuple):
    """A claim that has a verdict or citations, with everything that an export says about it."""

    claim: Claim
    sentence: str
    metadata: Metadata
    status: ClaimStatus
    citations: tuple[Citation, ...]
    seconds: tuple[SecondVerdict, ...]


def claim_number(store: Store, claim_id: str) -> int:
    """Return the number of a claim named by its id or a unique beginning of it (4 characters or more).

    Raises KzcheckError when none, or more than one, is meant.
    """
    rows = store.rows(
        "SELECT number, id FROM claims WHERE id >= ? AND id < ? ORDER BY id LIMIT 2",
        (claim_id, claim_id + "\U0010ffff"),
    )
    if len(claim_id) < 4 or not rows:
        raise KzcheckError(f"no claim has the id {claim_id!r}; 'kzcheck claims' lists them")
    if len(rows) > 1 and rows[0][1] != claim_id:
        raise KzcheckError(f"more than one claim has an id that begins with {claim_id}; give more of it")
    number: int = rows[0][0]
    return number


def newest_number(store: Store) -> int:
    """Return the number of the newest claim, 0 on an empty desk."""
    number: int = store.value("SELECT coalesce(max(number), 0) FROM claims")
    return number


def is_known(store: Store, claim_id: str) -> bool:
    """Return whether the desk has ever had this claim."""
    return store.row("SELECT 1 FROM claims WHERE id = ?", (claim_id,)) is not None


def is_on_desk(store: Store, claim_id: str) -> bool:
    """Return whether the desk has this claim and nobody has dropped it."""
    return store.row("SELECT 1 FROM claims WHERE id = ? AND status <> 'dropped'", (claim_id,)) is not None


def claim(store: Store, number: int) -> Claim:
    """Return a claim by its number."""
    row = store.row(f"SELECT {CLAIM_COLUMNS} {JOINED} WHERE c.number = ?", (number,))
    assert row is not None
    return claim_of(row)


def claim_row(store: Store, number: int, sort: Sort = Sort.PRIORITY) -> ClaimRow:
    """Return a claim as a row of the list."""
    row = store.row(f"SELECT {ROW_COLUMNS} {JOINED} WHERE c.number = ?", (number,))
    assert row is not None
    return row_of(row, sort)


def numbered(store: Store, document: int) -> list[tuple[int, Claim]]:
    """Return all claims of a document with their numbers, in that order, dropped ones included."""
    rows = store.rows(
        f"SELECT {CLAIM_COLUMNS}, c.number {JOINED} WHERE c.document = ? ORDER BY c.number", (document,)
    )
    return [(row[CLAIM_WIDTH], claim_of(row)) for row in rows]


def claims_of_document(store: Store, document: int) -> list[ClaimRow]:
    """Return the claims of a document, of every zone, in text order, without dropped ones."""
    rows = store.rows(
        f"SELECT {ROW_COLUMNS} FROM claims AS c INDEXED BY claims_of_document "
        "JOIN documents AS d ON d.number = c.document WHERE c.document = ? AND c.status <> 'dropped' "
        'ORDER BY c."start", c.number',
        (document,),
    )
    return [row_of(row, Sort.DOCUMENT) for row in rows]


class Placed(NamedTuple):
    """A claim, by number and id, and where it begins in the text (code points)."""

    number: int
    id: str
    start: int


def claims_by_place(store: Store, document: int) -> list[Placed]:
    """Return where the claims of a document begin, in text order, without dropped ones."""
    rows = store.rows(
        "SELECT number, id, \"start\" FROM claims WHERE document = ? AND status <> 'dropped' "
        'ORDER BY "start", number',
        (document,),
    )
    return [Placed(*row) for row in rows]


def marks_of_document(store: Store, document: int) -> list[ClaimMark]:
    """Return where claims stand in a document, in text order, longer before shorter, without dropped ones."""
    from kzcheck.domain import ClaimMark

    rows = store.rows(
        'SELECT c.id, c."start", c."end", c.zone, c.status, '
        "EXISTS (SELECT 1 FROM citations AS t WHERE t.claim = c.number AND t.kind = 'primary') "
        "FROM claims AS c INDEXED BY claims_of_document WHERE c.document = ? AND c.status <> 'dropped' "
        'ORDER BY c."start", c."end" DESC, c.number',
        (document,),
    )
    return [
        ClaimMark(
            id=row[0],
            start=row[1],
            end=row[2],
            zone=ZONES[row[3]],
            status=STATUSES[row[4]],
            is_primary=bool(row[5]),
        )
        for row in rows
    ]


def siblings(store: Store, number: int) -> list[Claim]:
    """Return the other claims of the same sentence, in text order.

    For a share, the shares of the same whole in the adjoining sentences are siblings too.
    """
    rows = store.rows(
        f"SELECT {CLAIM_COLUMNS} FROM claims AS own "
        "JOIN claims AS c INDEXED BY claims_of_document ON c.document = own.document "
        f'AND c."start" BETWEEN own.sentence_start - {BESIDE} AND own.sentence_end + {BESIDE} '
        "JOIN documents AS d ON d.number = c.document "
        "WHERE own.number = ? AND c.number <> own.number AND c.zone = own.zone AND c.status <> 'dropped' "
        "AND (c.sentence_start = own.sentence_start AND c.sentence_end = own.sentence_end "
        "OR own.kind = 'percentage' AND c.kind = 'percentage' AND c.measure = own.measure "
        "AND (c.sentence_end BETWEEN own.sentence_start - 1 AND own.sentence_start "
        "OR c.sentence_start BETWEEN own.sentence_end AND own.sentence_end + 1)) "
        'ORDER BY c."start", c.number',
        (number,),
    )
    return [claim_of(row) for row in rows]


def status(store: Store, number: int) -> ClaimStatus:
    """Return the status of a claim, and who gave it, when and why."""
    from kzcheck.domain import ClaimStatus

    row = store.row(
        "SELECT iif(c.status IN ('superseded', 'orphaned'), coalesce(v.status, 'open'), c.status), "
        "v.rationale, v.reviewer, v.decided_at, v.override_reason, v.active_seconds, v.inherited_from, "
        f"iif(v.stale IS NULL AND {OVERTAKEN}, '{CHANGED_SINCE}', v.stale) "
        "FROM claims AS c LEFT JOIN verdicts AS v ON v.claim = c.number WHERE c.number = ?",
        (number,),
    )
    assert row is not None
    return ClaimStatus(
        status=STATUSES[row[0]],
        rationale=row[1],
        reviewer=row[2],
        decided_at=row[3],
        override_reason=row[4],
        active_seconds=row[5],
        inherited_from=row[6],
        stale=row[7],
    )


def context(store: Store, number: int) -> Context:
    """Return a claim's sentence and the text beside it, within the claim's zone."""
    return in_place(store, number)[1]


def in_place(store: Store, number: int) -> tuple[Claim, Context]:
    """Return a claim, and its sentence and the text beside it, within the claim's zone."""
    from kzcheck.domain import Context

    row = store.row(
        f'SELECT {CLAIM_COLUMNS}, t.text, z."start", z."end", {METADATA_COLUMNS} '
        f"{JOINED} JOIN texts AS t ON t.document = d.number "
        'LEFT JOIN zones AS z ON z.document = d.number AND z."start" <= c."start" AND z."end" >= c."end" '
        "WHERE c.number = ?",
        (number,),
    )
    assert row is not None
    found = claim_of(row)
    text, zone_start, zone_end = row[CLAIM_WIDTH : CLAIM_WIDTH + 3]
    first, last = found.sentence
    left = max(first - AROUND, 0 if zone_start is None else min(zone_start, first))
    right = min(last + AROUND, len(text) if zone_end is None else max(zone_end, last))
    subject = found.subject_span
    if subject is not None:
        inside = first <= subject.start and subject.end <= last
        subject = Span(subject.start - first, subject.end - first) if inside else None
    return found, Context(
        document_id=found.document_id,
        metadata=metadata_of(row[CLAIM_WIDTH + 3 :]),
        before=text[left:first],
        sentence=text[first:last],
        after=text[last:right],
        quote=Span(found.start - first, found.end - first),
        subject=subject,
    )


def citations_of(store: Store, number: int, reviewer: str | None = None) -> list[Citation]:
    """Return a claim's citations, or those of one reviewer, in the order they were made."""
    rows = store.rows(
        f"SELECT {CITATION_COLUMNS} FROM {CITATIONS} WHERE t.claim = ?1 AND (?2 IS NULL OR t.reviewer = ?2) "
        "ORDER BY t.entry, t.number",
        (number, reviewer),
    )
    return [citation_of(row) for row in rows]


def citation(store: Store, citation_id: str) -> Citation:
    """Return a citation. Raises KzcheckError when no citation has this id."""
    row = store.row(
        f"SELECT {CITATION_COLUMNS} FROM {CITATIONS} WHERE t.id = ?",
        (citation_id,),
    )
    if row is None:
        raise KzcheckError(
            f"no citation has the id {citation_id!r}; 'kzcheck show CLAIM' lists a claim's citations"
        )
    return citation_of(row)


def has_citations(store: Store) -> bool:
    """Return whether anything is cited on the desk."""
    return store.row("SELECT 1 FROM citations LIMIT 1") is not None


def newest_citations(store: Store, limit: int, reviewer: str | None = None) -> Iterator[Citation]:
    """Yield the newest citations on the desk, or of one reviewer, newest first."""
    for row in store.rows(
        f"SELECT {CITATION_COLUMNS} FROM {CITATIONS} "
        "WHERE ?1 IS NULL OR t.reviewer = ?1 ORDER BY t.entry DESC, t.number DESC LIMIT ?2",
        (reviewer, limit),
    ):
        yield citation_of(row)


def recent_citations(store: Store, limit: int, reviewer: str | None = None) -> list[Citation]:
    """Return the newest citation of each of the `limit` sources cited last, on the desk or by one reviewer.

    Only the newest 20 times `limit` citations are looked through.
    """
    newest: dict[str, Citation] = {}
    for citation in newest_citations(store, limit * 20, reviewer):
        newest.setdefault(citation.reference, citation)
    return list(newest.values())[:limit]


def tally(store: Store) -> Tally:
    """Return how many claims in the bodies of documents have which status, from a table kept by triggers."""
    rows = store.rows(
        f"SELECT status, n FROM tallies WHERE zone = ? AND n > 0 AND status NOT IN {OFF_LISTS}",
        (ZoneKind.BODY,),
    )
    orphans = store.value("SELECT coalesce(sum(n), 0) FROM tallies WHERE status = 'orphaned'")
    return Tally({Status(word): n for word, n in rows}, orphans)


def decided(store: Store) -> Iterator[Decided]:
    """Yield every claim that has a verdict or a citation, by document and place in its text."""
    sources = store.rows(
        f"SELECT c.number FROM claims AS c WHERE c.status NOT IN {OFF_LISTS} AND c.number IN ("
        "SELECT claim FROM verdicts WHERE status NOT IN ('open', 'later') UNION SELECT claim FROM citations"
        ") ORDER BY c.by_document, c.number"
    )
    for (number,) in sources:
        row = store.row(
            f"SELECT {CLAIM_COLUMNS}, {SENTENCE}, {METADATA_COLUMNS} {JOINED} "
            "JOIN texts AS t ON t.document = d.number WHERE c.number = ?",
            (number,),
        )
        assert row is not None
        yield Decided(
            claim=claim_of(row),
            sentence=row[CLAIM_WIDTH],
            metadata=metadata_of(row[CLAIM_WIDTH + 1 :]),
            status=status(store, number),
            citations=tuple(citations_of(store, number)),
            seconds=tuple(seconds_of(store, number)),
        )
