"""The figures of a whole desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from kzcheck.domain.verdict import Status


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
