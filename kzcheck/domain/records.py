"""Larger answers of the desk: a claim's surroundings, its state."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata
from kzcheck.domain.span import Span
from kzcheck.domain.verdict import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStatus:
    """Where a claim stands, who put it there and why; times are UTC, ISO 8601."""

    status: Status
    rationale: str | None = None
    reviewer: str | None = None
    decided_at: str | None = None
    override_reason: str | None = None
    active_seconds: float | None = None
    inherited_from: str | None = None
    """The claim that the verdict was found on: of an earlier text, or of another document that says it."""
    stale: str | None = None
    """What the document has changed under the verdict since; None where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A claim's sentence with what stands around it; `before` and `after` end at the zone's edge.

    `quote` and `subject` are spans within `sentence`; `subject` is None where it stands elsewhere.
    """

    document_id: str
    metadata: Metadata
    before: str
    sentence: str
    after: str
    quote: Span
    subject: Span | None
