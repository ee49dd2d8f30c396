"""What the desk answers about one claim: where it stands, and the text around it."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata
from kzcheck.domain.span import Span
from kzcheck.domain.verdict import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStatus:
    """The status of a claim, who gave it, when and why. `decided_at` is UTC, ISO 8601."""

    status: Status
    rationale: str | None = None
    reviewer: str | None = None
    decided_at: str | None = None
    override_reason: str | None = None
    active_seconds: float | None = None
    inherited_from: str | None = None
    """The id of the claim that the verdict was first given to, where it was carried over from another."""
    stale: str | None = None
    """What has changed in the text since the verdict was given; None where the verdict still holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A claim's sentence with the text before and after it, which ends at the edge of the claim's zone.

    `quote` and `subject` are spans of `sentence`; `subject` is None where it is not in the sentence.
    """

    document_id: str
    metadata: Metadata
    before: str
    sentence: str
    after: str
    quote: Span
    subject: Span | None
