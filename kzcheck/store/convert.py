"""Rows of tables to records of the domain, and back."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from kzcheck.domain import (
    Approximator,
    Attribution,
    Change,
    CitationKind,
    ClaimKind,
    ClaimRow,
    KzcheckError,
    Metadata,
    Modality,
    PassageOutcome,
    QuantityKind,
    RecheckOutcome,
    RowKey,
    Sort,
    Span,
    Stance,
    Standing,
    Status,
    SubjectOrigin,
    ZoneKind,
)
from kzcheck.store.store import Row

if TYPE_CHECKING:
    from kzcheck.domain import Citation, Claim

METADATA_COLUMNS = "d.title, d.outlet, d.author, d.published, d.published_from, d.url"

CLAIM_COLUMNS = (
    'c.id, d.id, c.zone, c.kind, c.headline, c."start", c."end", c.sentence_start, c.sentence_end, c.quote, '
    "c.value, c.value_high, c.unit, c.approximator, c.change, c.quantity_kind, c.value_start, c.value_end, "
    "c.value_text, c.measure, c.subject, c.subject_start, c.subject_end, c.subject_origin, c.speaker, "
    "c.attribution, c.modality, c.as_of, c.as_of_from, c.priority, c.reasons, c.grp"
)
CLAIM_WIDTH = 32

OVERTAKEN = """
(v.inherited_from IS NOT NULL AND EXISTS (
  WITH RECURSIVE sources (id) AS (
    SELECT v.inherited_from
    UNION SELECT k."to" FROM sources JOIN claims AS s ON s.id = sources.id
      JOIN carried AS k ON k.claim = s.number WHERE k."to" IS NOT NULL AND k.how <> 'altered'
    UNION SELECT w.inherited_from FROM sources JOIN claims AS s ON s.id = sources.id
      JOIN verdicts AS w ON w.claim = s.number WHERE w.inherited_from IS NOT NULL
  )
  SELECT 1 FROM sources JOIN claims AS s ON s.id = sources.id
  WHERE s.status <> v.status AND s.status NOT IN ('superseded', 'orphaned')
))"""
"""Whether a verdict that `v` was carried over from is another now, or its claim is off the desk: looked for
along all hands it went through, and where these claims are in the present texts of their documents."""

ROW_COLUMNS = (
    "c.number, c.id, d.id, d.title, d.outlet, c.zone, c.kind, c.headline, c.value, c.value_high, c.unit, "
    "c.approximator, c.speaker, c.priority, c.status, c.citations, c.matches, c.conflicts, "
    "c.touched, c.by_document, "
    f"(SELECT v.stale IS NOT NULL OR {OVERTAKEN} FROM verdicts AS v WHERE v.claim = c.number), "
    "(SELECT v.status FROM verdicts AS v WHERE v.claim = c.number AND c.status IN ('superseded', 'orphaned'))"
)

CITATION_COLUMNS = (
    "t.id, c.id, t.reference, coalesce(t.title, s.title), coalesce(t.publisher, s.publisher), "
    "coalesce(t.author, s.author), coalesce(t.published, s.published), t.accessed, t.passage, t.locator, "
    "t.stance, t.kind, coalesce(k.snapshot, t.snapshot), coalesce(k.archive_url, t.archive_url), "
    "k.passage_check, k.passage_note, k.rechecked_at, k.recheck, k.recheck_note"
)
"""What a reviewer left open is filled with what the kept page says of itself."""
CITATIONS = (
    "citations AS t JOIN claims AS c ON c.number = t.claim "
    "LEFT JOIN citation_checks AS k ON k.citation = t.id "
    "LEFT JOIN snapshots AS s ON s.sha256 = coalesce(k.snapshot, t.snapshot)"
)
"""The tables that CITATION_COLUMNS are of."""

DROPPED = "dropped"
"""What `claims.status` says of a claim that was taken off the desk."""

# Words to members; calling an enumeration costs five times as much, and a page has 400 of them.
ZONES = {member.value: member for member in ZoneKind}
KINDS = {member.value: member for member in ClaimKind}
APPROXIMATORS = {member.value: member for member in Approximator}
LEFT_BEHIND = {member.value: member for member in (Standing.SUPERSEDED, Standing.ORPHANED)}
"""What else `claims.status` may say: the claim is of a text that another has taken the place of."""
OFF_LISTS = f"('{DROPPED}', 'superseded', 'orphaned')"
"""The claims that no list of the present desk has."""
STATUSES = {member.value: member for member in Status} | dict.fromkeys([DROPPED, *LEFT_BEHIND], Status.OPEN)
"""A dropped claim counts as open where one looks at it."""

KEY_COLUMNS = {Sort.PRIORITY: 13, Sort.VALUE: 8, Sort.TOUCHED: 18, Sort.DOCUMENT: 19}
"""Which of ROW_COLUMNS an order sorts by."""


def claim_of(row: Row) -> Claim:
    """Return the claim in a row of CLAIM_COLUMNS."""
    from kzcheck.domain import Claim, Quantity

    quantity = None
    if row[15] is not None:
        quantity = Quantity(
            start=row[16],
            end=row[17],
            text=row[18],
            value=row[10],
            value_high=row[11],
            unit=row[12],
            approximator=Approximator(row[13]),
            change=None if row[14] is None else Change(row[14]),
            kind=QuantityKind(row[15]),
        )
    return Claim(
        id=row[0],
        document_id=row[1],
        zone=ZoneKind(row[2]),
        kind=ClaimKind(row[3]),
        headline=row[4],
        start=row[5],
        end=row[6],
        sentence=Span(row[7], row[8]),
        quote=row[9],
        quantity=quantity,
        measure=row[19],
        subject=row[20],
        subject_span=None if row[21] is None else Span(row[21], row[22]),
        subject_origin=None if row[23] is None else SubjectOrigin(row[23]),
        speaker=row[24],
        attribution=Attribution(row[25]),
        modality=Modality(row[26]),
        as_of=row[27],
        as_of_from=row[28],
        priority=row[29],
        reasons=tuple(json.loads(row[30])),
        group=row[31],
    )


STORED = (
    "id", "document", "zone", "kind", "headline", "start", "end", "sentence_start", "sentence_end", "quote",
    "value", "value_high", "unit", "approximator", "change", "quantity_kind", "value_start", "value_end",
    "value_text", "measure", "subject", "subject_start", "subject_end", "subject_origin", "speaker",
    "attribution", "modality", "as_of", "as_of_from", "priority", "reasons", "grp",
)  # fmt: skip
"""The columns of `claims` that extraction fills; the others are projected or computed."""
COLUMN_LIST = ", ".join(f'"{name}"' for name in STORED)
INSERT_CLAIM = f"INSERT INTO claims ({COLUMN_LIST}) VALUES ({', '.join('?' * len(STORED))})"


def claim_values(claim: Claim, document: int) -> Row:
    """Return what INSERT_CLAIM takes for `claim` in the document numbered `document`."""
    q = claim.quantity
    span = claim.subject_span
    return (
        claim.id, document, claim.zone, claim.kind, claim.headline, claim.start, claim.end,
        claim.sentence.start, claim.sentence.end, claim.quote,
        finite(q.value) if q else None, finite(q.value_high) if q else None, q.unit if q else None,
        q.approximator if q else None, q.change if q else None, q.kind if q else None,
        q.start if q else None, q.end if q else None, q.text if q else None, claim.measure,
        claim.subject, span.start if span else None, span.end if span else None, claim.subject_origin,
        claim.speaker, claim.attribution, claim.modality, claim.as_of, claim.as_of_from,
        claim.priority, json.dumps(claim.reasons, ensure_ascii=False), claim.group,
    )  # fmt: skip


def finite(value: float | None) -> float | None:
    """Return `value` where it is a number that sorts; infinities and NaN are no figure of a text."""
    try:
        number = math.nan if value is None else float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def row_of(row: Row, sort: Sort) -> ClaimRow:
    """Return the list line in a row of ROW_COLUMNS, with its place in the order `sort`.

    A claim of a text whose place another has taken shows what was decided on it there.
    """
    return ClaimRow(
        key=RowKey(row[KEY_COLUMNS[sort]], row[0]),
        id=row[1],
        document_id=row[2],
        document_title=row[3],
        outlet=row[4],
        zone=ZONES[row[5]],
        kind=KINDS[row[6]],
        headline=row[7],
        value=row[8],
        value_high=row[9],
        unit=row[10],
        approximator=None if row[11] is None else APPROXIMATORS[row[11]],
        speaker=row[12],
        priority=row[13],
        status=STATUSES[row[21] or row[14]],
        citations=row[15],
        matches=row[16],
        conflicts=row[17],
        standing=LEFT_BEHIND.get(row[14]) or (Standing.STALE if row[20] else Standing.CURRENT),
    )


def metadata_of(row: Row) -> Metadata:
    """Return the metadata in a row of METADATA_COLUMNS."""
    title, outlet, author, published, published_from, url = row
    return Metadata(
        title=title, outlet=outlet, author=author, published=published, published_from=published_from, url=url
    )


def citation_of(row: Row) -> Citation:
    """Return the citation in a row of CITATION_COLUMNS."""
    from kzcheck.domain import Citation

    return Citation(
        id=row[0],
        claim_id=row[1],
        reference=row[2],
        title=row[3],
        publisher=row[4],
        author=row[5],
        published=row[6],
        accessed=row[7],
        passage=row[8],
        locator=row[9],
        stance=Stance(row[10]),
        kind=CitationKind(row[11]),
        snapshot=row[12],
        archive_url=row[13],
        passage_check=None if row[14] is None else PassageOutcome(row[14]),
        passage_note=row[15],
        rechecked_at=row[16],
        recheck=None if row[17] is None else RecheckOutcome(row[17]),
        recheck_note=row[18],
    )


def claim_state(claim: Claim) -> dict[str, Any]:
    """Return a claim as the ledger keeps it: flat, JSON-able, nothing left out."""
    state = dict(zip(STORED, claim_values(claim, 0), strict=True))
    state["document"] = claim.document_id
    return state


def check_offsets(claim: Claim, text: str) -> None:
    """Raise KzcheckError unless the claim's spans are true of its document's `text`."""
    sentence = claim.sentence
    if not 0 <= sentence.start <= claim.start < claim.end <= sentence.end <= len(text):
        raise KzcheckError(
            f"claim {claim.id} was not stored: its spans do not fit its text; report this article"
        )
    if text[claim.start : claim.end] != claim.quote:
        raise KzcheckError(
            f"claim {claim.id} was not stored: its quote is not in its text; report this article"
        )
