"""Conversion between rows of the tables and records of the domain, and the columns that it reads."""

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
from kzcheck.store.store import Row, placeholders

if TYPE_CHECKING:
    from kzcheck.domain import Citation, Claim, Quantity

METADATA_COLUMNS = "d.title, d.outlet, d.author, d.published, d.published_from, d.url"

STORED = (
    "id", "document", "zone", "kind", "headline", "start", "end", "sentence_start", "sentence_end", "quote",
    "value", "value_high", "unit", "approximator", "change", "quantity_kind", "value_start", "value_end",
    "value_text", "measure", "subject", "subject_start", "subject_end", "subject_origin", "speaker",
    "attribution", "modality", "as_of", "as_of_from", "priority", "reasons", "grp",
)  # fmt: skip
"""The columns of `claims` that extraction fills; the others are projected or computed."""
CLAIM_COLUMNS = ", ".join("d.id" if name == "document" else f'c."{name}"' for name in STORED)
"""What `claim_of` reads; of the document its id, where the table has its number."""
CLAIM_WIDTH = len(STORED)
_QUOTED = ", ".join(f'"{name}"' for name in STORED)
INSERT_CLAIM = f"INSERT INTO claims ({_QUOTED}) VALUES ({placeholders(STORED)})"

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
"""Whether the verdict that `v` was carried over from has changed since, or its claim was taken off the desk.

It is followed back through every claim that it was carried over from, and from each of these to the claim
that took its place in a later text."""

ROW_COLUMNS = (
    "c.number, c.id, d.id, d.title, d.outlet, c.zone, c.kind, c.headline, c.value, c.value_high, c.unit, "
    "c.approximator, c.speaker, c.priority, c.status, c.citations, c.matches, c.conflicts, "
    "c.touched, c.by_document, "
    f"(SELECT v.stale IS NOT NULL OR {OVERTAKEN} FROM verdicts AS v WHERE v.claim = c.number), "
    "(SELECT v.status FROM verdicts AS v WHERE v.claim = c.number AND c.status IN ('superseded', 'orphaned'))"
)
"""What `row_of` reads; the last two: whether the verdict is stale, and the verdict on a replaced text."""

CITATION_COLUMNS = (
    "t.id, c.id, t.reference, coalesce(t.title, s.title), coalesce(t.publisher, s.publisher), "
    "coalesce(t.author, s.author), coalesce(t.published, s.published), t.accessed, t.passage, t.locator, "
    "t.stance, t.kind, coalesce(k.snapshot, t.snapshot), coalesce(k.archive_url, t.archive_url), "
    "k.passage_check, k.passage_note, k.rechecked_at, k.recheck, k.recheck_note"
)
"""What `citation_of` reads; what a reviewer left open is filled with what the kept page says of itself."""
CITATIONS = (
    "citations AS t JOIN claims AS c ON c.number = t.claim "
    "LEFT JOIN citation_checks AS k ON k.citation = t.id "
    "LEFT JOIN snapshots AS s ON s.sha256 = coalesce(k.snapshot, t.snapshot)"
)
"""The FROM clause of CITATION_COLUMNS."""

DROPPED = "dropped"
"""What `claims.status` says of a claim that was taken off the desk."""
VERDICTS = tuple(status.value for status in Status if status.verdict is not None)
HAS_VERDICT = f"status IN ({', '.join(map(repr, VERDICTS))})"
OFF_LISTS = f"('{DROPPED}', 'superseded', 'orphaned')"
"""What `claims.status` says of the claims that no list of the present desk shows."""

# From words to members: calling an enumeration takes five times as long, and a page has 400 of them.
ZONES = {member.value: member for member in ZoneKind}
KINDS = {member.value: member for member in ClaimKind}
APPROXIMATORS = {member.value: member for member in Approximator}
LEFT_BEHIND = {member.value: member for member in (Standing.SUPERSEDED, Standing.ORPHANED)}
"""What else `claims.status` may say: the claim is of a text that a later one has replaced."""
STATUSES = {member.value: member for member in Status} | dict.fromkeys([DROPPED, *LEFT_BEHIND], Status.OPEN)
"""Claims that are off the lists are shown as open, unless a verdict on the replaced text is known."""


def claim_of(row: Row) -> Claim:
    """Return the claim in a row that begins with CLAIM_COLUMNS."""
    from kzcheck.domain import Claim

    told = dict(zip(STORED, row, strict=False))
    subject_start, origin = told["subject_start"], told["subject_origin"]
    return Claim(
        id=told["id"],
        document_id=told["document"],
        zone=ZoneKind(told["zone"]),
        kind=ClaimKind(told["kind"]),
        headline=told["headline"],
        start=told["start"],
        end=told["end"],
        sentence=Span(told["sentence_start"], told["sentence_end"]),
        quote=told["quote"],
        quantity=None if told["quantity_kind"] is None else _quantity_of(told),
        measure=told["measure"],
        subject=told["subject"],
        subject_span=None if subject_start is None else Span(subject_start, told["subject_end"]),
        subject_origin=None if origin is None else SubjectOrigin(origin),
        speaker=told["speaker"],
        attribution=Attribution(told["attribution"]),
        modality=Modality(told["modality"]),
        as_of=told["as_of"],
        as_of_from=told["as_of_from"],
        priority=told["priority"],
        reasons=tuple(json.loads(told["reasons"])),
        group=told["grp"],
    )


def _quantity_of(told: dict[str, Any]) -> Quantity:
    from kzcheck.domain import Quantity

    return Quantity(
        start=told["value_start"],
        end=told["value_end"],
        text=told["value_text"],
        value=told["value"],
        value_high=told["value_high"],
        unit=told["unit"],
        approximator=Approximator(told["approximator"]),
        change=None if told["change"] is None else Change(told["change"]),
        kind=QuantityKind(told["quantity_kind"]),
    )


def claim_values(claim: Claim, document: int) -> Row:
    """Return the parameters of INSERT_CLAIM for a claim in the document with the number `document`."""
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
    """Return `value` if it is finite, else None: infinity and NaN are no figures of a text, nor sortable."""
    try:
        number = math.nan if value is None else float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def row_of(row: Row, sort: Sort) -> ClaimRow:
    """Return the list row in a row that begins with ROW_COLUMNS, with its place in the order `sort`.

    A claim of a replaced text has the status that was decided on it there.
    """
    (
        number, claim_id, document_id, title, outlet, zone, kind, headline, value, value_high, unit,
        approximator, speaker, priority, status, citations, matches, conflicts, touched, document_place,
        is_stale, status_left_behind, *_,
    ) = row  # fmt: skip
    match sort:
        case Sort.PRIORITY:
            sorted_by = priority
        case Sort.DOCUMENT:
            sorted_by = document_place
        case Sort.VALUE:
            sorted_by = value
        case Sort.TOUCHED:
            sorted_by = touched
    return ClaimRow(
        key=RowKey(sorted_by, number),
        id=claim_id,
        document_id=document_id,
        document_title=title,
        outlet=outlet,
        zone=ZONES[zone],
        kind=KINDS[kind],
        headline=headline,
        value=value,
        value_high=value_high,
        unit=unit,
        approximator=None if approximator is None else APPROXIMATORS[approximator],
        speaker=speaker,
        priority=priority,
        status=STATUSES[status_left_behind or status],
        citations=citations,
        matches=matches,
        conflicts=conflicts,
        standing=LEFT_BEHIND.get(status) or (Standing.STALE if is_stale else Standing.CURRENT),
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

    (
        citation_id, claim_id, reference, title, publisher, author, published, accessed, passage, locator,
        stance, kind, snapshot, archive_url, passage_check, passage_note, rechecked_at, recheck, recheck_note,
    ) = row  # fmt: skip
    return Citation(
        id=citation_id,
        claim_id=claim_id,
        reference=reference,
        title=title,
        publisher=publisher,
        author=author,
        published=published,
        accessed=accessed,
        passage=passage,
        locator=locator,
        stance=Stance(stance),
        kind=CitationKind(kind),
        snapshot=snapshot,
        archive_url=archive_url,
        passage_check=None if passage_check is None else PassageOutcome(passage_check),
        passage_note=passage_note,
        rechecked_at=rechecked_at,
        recheck=None if recheck is None else RecheckOutcome(recheck),
        recheck_note=recheck_note,
    )


def claim_state(claim: Claim) -> dict[str, Any]:
    """Return a claim as the ledger keeps it: its columns by name, with the id of its document."""
    state = dict(zip(STORED, claim_values(claim, 0), strict=True))
    state["document"] = claim.document_id
    return state


def check_offsets(claim: Claim, text: str) -> None:
    """Raise KzcheckError unless the claim's offsets fit its document's `text`."""
    sentence = claim.sentence
    if not 0 <= sentence.start <= claim.start < claim.end <= sentence.end <= len(text):
        raise KzcheckError(
            f"claim {claim.id} was not stored: its spans do not fit its text; report this article"
        )
    if text[claim.start : claim.end] != claim.quote:
        raise KzcheckError(
            f"claim {claim.id} was not stored: its quote is not in its text; report this article"
        )
