"""The figures of a whole desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from kzcheck.domain.verdict import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """How far a desk has come.

    `by_status` counts the claims in the bodies of the documents, `by_reviewer` the verdicts of each
    reviewer. `without_evidence` counts verified and disputed claims without a citation, `overrides` the
    verdicts that passed the gate on a reason alone. `matches` counts pairs that say the same or contradict
    each other, `conflicts` those that contradict. `alarms` counts pairs whose verdicts cannot both be right.
    From the score `suggest_from` on a pair is suggested to the reviewer as the same, from `join_from` on it
    joins a cluster unasked. `added_claims` and `dropped_claims` are what reviewers corrected of the
    extraction. `seconds_per_claim` is the median of the active seconds, None without any; a gap between two
    keys counts for `idle_seconds` at most. `merged_entries` counts the decisions kept word for word of desks
    that were merged into this one. Of the
    `second_verdicts`, `second_agreed` are equal to the first verdict; `kappa` is Cohen's over the same
    pairs, None where it is not defined.
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
    idle_seconds: float
    second_verdicts: int
    second_agreed: int
    kappa: float | None
    merged_entries: int
