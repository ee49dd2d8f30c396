"""Larger answers of the desk: a claim's surroundings, its state, statistics."""

from collections.abc import Mapping
from dataclasses import dataclass

from kzcheck.domain.document import Metadata, Span
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """How far a desk has come. `seconds_per_claim` is the median of active seconds; None without any.

    Of the `second_verdicts` that were found blind, `second_agreed` are what the first verdict was; `kappa`
    is Cohen's over the same pairs, None where chance alone agrees always. `alarms` counts pairs whose
    verdicts do not go together. From the score `suggest_from` on a pair is put before the reviewer as the
    same, from `join_from` on it joins a cluster unasked.
    """

    documents: int
    by_status: Mapping[Status, int]
    by_reviewer: Mapping[str, int]
    citations: int
    without_evidence: int
    overrides: int
    conflicts: int
    matches: int
    undecided_matches: int
    clusters: int
    alarms: int
    suggest_from: float
    join_from: float
    added_claims: int
    dropped_claims: int
    seconds_per_claim: float | None
    second_verdicts: int
    second_agreed: int
    kappa: float | None
