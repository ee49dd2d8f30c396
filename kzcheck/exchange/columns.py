"""The columns of both CSVs, from which the header, the cells and the sidecar's schema are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kzcheck.domain import Citation, Quantity
from kzcheck.exchange.rows import VerdictRow

Cell = str | int | float | bool | None
Row = TypeVar("Row")

REFERENCE_SEPARATOR = " | "
STALE = ", stale: "
"""Separates the id of the claim from the reason in the cell `inherited_from`."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its name, its XML Schema datatype, a description, and the function that makes its value."""

    name: str
    datatype: str
    description: str
    value: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A claim and one of its sources."""

    row: VerdictRow
    citation: Citation


def join_references(references: tuple[str, ...]) -> str:
    """Return the cell for some sources; a bar or backslash in one of them is escaped with a backslash."""
    return REFERENCE_SEPARATOR.join(r.replace("\\", "\\\\").replace("|", "\\|") for r in references)


def split_references(cell: str) -> tuple[str, ...]:
    """Return the sources in a cell that `join_references` made."""
    references: list[str] = []
    current: list[str] = []
    at = 0
    while at < len(cell):
        if cell[at] == "\\" and at + 1 < len(cell):
            current.append(cell[at + 1])
            at += 2
        elif cell.startswith(REFERENCE_SEPARATOR, at):
            references.append("".join(current))
            current = []
            at += len(REFERENCE_SEPARATOR)
        else:
            current.append(cell[at])
            at += 1
    references.append("".join(current))
    return tuple(references) if cell else ()


def join_inheritance(claim: str | None, stale: str | None) -> str | None:
    """Return the cell for the claim that a verdict was carried over from, and for what makes it stale."""
    return claim if claim is None or stale is None else f"{claim}{STALE}{stale}"


def split_inheritance(cell: str | None) -> tuple[str | None, str | None]:
    """Return the claim and the reason in a cell that `join_inheritance` made."""
    claim, _, stale = (cell or "").partition(STALE)
    return claim or None, stale or None


def _figure(read: Callable[[Quantity], Cell]) -> Callable[[VerdictRow], Cell]:
    return lambda row: None if row.claim.quantity is None else read(row.claim.quantity)


VERDICT_COLUMNS: tuple[Column[VerdictRow], ...] = (
    Column("claim_id", "string", "The claim's id, the same on every desk", lambda r: r.claim.id),
    Column("headline", "string", "The claim in a few words", lambda r: r.claim.headline),
    Column("claim", "string", "The words of the document that make the claim", lambda r: r.claim.quote),
    Column("sentence", "string", "The sentence they stand in", lambda r: r.sentence),
    Column("document_title", "string", "The document's title", lambda r: r.document.title),
    Column("outlet", "string", "Who published it", lambda r: r.document.outlet),
    Column("author", "string", "Who wrote it", lambda r: r.document.author),
    Column("published", "string", "When it was published, EDTF", lambda r: r.document.published),
    Column("document_url", "string", "Where it was published", lambda r: r.document.url),
    Column("start", "integer", "Offset of the claim in the text, code points", lambda r: r.claim.start),
    Column("end", "integer", "Offset behind the claim", lambda r: r.claim.end),
    Column("kind", "string", "What sort of statement it is", lambda r: r.claim.kind),
    Column("value", "number", "The figure; percentages as percent", _figure(lambda q: q.value)),
    Column("value_high", "number", "The high end of a range", _figure(lambda q: q.value_high)),
    Column("unit", "string", "The figure's unit", _figure(lambda q: q.unit)),
    Column("measure", "string", "For a share: of what", lambda r: r.claim.measure),
    Column("approximator", "string", "How exactly it is meant", _figure(lambda q: q.approximator)),
    Column("subject", "string", "What the claim is about", lambda r: r.claim.subject),
    Column("speaker", "string", "Who said it, if not the author", lambda r: r.claim.speaker),
    Column("as_of", "string", "The date it speaks of, EDTF", lambda r: r.claim.as_of),
    Column("verdict", "string", "What the reviewer found", lambda r: r.verdict),
    Column("rationale", "string", "Why", lambda r: r.rationale),
    Column("correction", "string", "What would be right", lambda r: r.correction),
    Column("reviewer", "string", "Who decided", lambda r: r.reviewer),
    Column("decided_at", "dateTime", "When, UTC", lambda r: r.decided_at),
    Column("second_reviewer", "string", "Who checked blind", lambda r: r.second_reviewer),
    Column("second_verdict", "string", "What they found", lambda r: r.second_verdict),
    Column("agreed", "boolean", "Whether both found the same", lambda r: r.agreed),
    Column(
        "inherited_from",
        "string",
        "The claim the verdict was carried from, and what makes it stale where the text has changed since",
        lambda r: join_inheritance(r.inherited_from, r.stale),
    ),
    Column("override_reason", "string", "Why it stands without evidence", lambda r: r.override_reason),
    Column("citation_count", "integer", "How many sources", lambda r: len(r.citations)),
    Column(
        "citations",
        "string",
        'The sources, with " | " between them',
        lambda r: join_references(tuple(c.reference for c in r.citations)),
    ),
    Column("active_seconds", "number", "How long the reviewer looked at it", lambda r: r.active_seconds),
)

CITATION_COLUMNS: tuple[Column[CitedRow], ...] = (
    Column("claim_id", "string", "The claim's id, the same on every desk", lambda c: c.row.claim.id),
    Column("citation_id", "string", "The citation's id", lambda c: c.citation.id),
    Column("headline", "string", "The claim in a few words", lambda c: c.row.claim.headline),
    Column("verdict", "string", "What the reviewer found", lambda c: c.row.verdict),
    Column("reference", "string", "The source: an address, or words", lambda c: c.citation.reference),
    Column("title", "string", "The source's title", lambda c: c.citation.title),
    Column("publisher", "string", "Who published it", lambda c: c.citation.publisher),
    Column("author", "string", "Who wrote it", lambda c: c.citation.author),
    Column("published", "string", "When it was published, EDTF", lambda c: c.citation.published),
    Column("accessed", "dateTime", "When it was looked at, UTC", lambda c: c.citation.accessed),
    Column("passage", "string", "The words the verdict rests on", lambda c: c.citation.passage),
    Column("locator", "string", "Where in the source", lambda c: c.citation.locator),
    Column("stance", "string", "What the source does to the claim", lambda c: c.citation.stance),
    Column("kind", "string", "How near the source is to the fact", lambda c: c.citation.kind),
    Column("snapshot", "string", "SHA-256 of the kept copy", lambda c: c.citation.snapshot),
    Column("archive_url", "string", "Where a copy is kept in public", lambda c: c.citation.archive_url),
    Column(
        "passage_check",
        "string",
        "Whether the passage is in the kept copy",
        lambda c: c.citation.passage_check,
    ),
    Column("passage_note", "string", "How it differs there", lambda c: c.citation.passage_note),
    Column("rechecked_at", "dateTime", "When it was looked at again, UTC", lambda c: c.citation.rechecked_at),
    Column("recheck", "string", "What had become of the page then", lambda c: c.citation.recheck),
    Column("recheck_note", "string", "The same in words", lambda c: c.citation.recheck_note),
    Column(
        "override_reason",
        "string",
        "Why the verdict stands without the evidence the desk asks for",
        lambda c: c.row.override_reason,
    ),
)
