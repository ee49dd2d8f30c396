"""The rows that exports are made of, and the records that imports give."""

from dataclasses import dataclass

from kzcheck.domain import Citation, Claim, Metadata, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """One claim to be exported: what it says and where, what was decided by whom, and on which sources.

    `verdict` is None for a claim that has citations but no verdict yet. Times are UTC, ISO 8601;
    `active_seconds` is how long the reviewer looked at the claim.
    """

    claim: Claim
    sentence: str
    document: Metadata
    verdict: Verdict | None
    reviewer: str | None = None
    decided_at: str | None = None
    rationale: str | None = None
    correction: str | None = None
    second_reviewer: str | None = None
    second_verdict: Verdict | None = None
    inherited_from: str | None = None
    stale: str | None = None
    """What has changed in the text since the verdict was given; only an inherited verdict can be stale."""
    override_reason: str | None = None
    active_seconds: float | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def agreed(self) -> bool | None:
        """Whether the second verdict is the same; None without a second verdict."""
        return None if self.second_verdict is None else self.second_verdict == self.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRecord:
    """A verdict that was read from a file; the claim is given by its id, place (code points) and kind.

    `references` names the claim's sources in order. `citations` has them whole if the file does (JSON Lines),
    and is empty if it only names them (CSV).
    """

    claim_id: str
    start: int
    end: int
    kind: str
    verdict: Verdict
    headline: str
    reviewer: str
    decided_at: str
    rationale: str | None
    override_reason: str | None
    active_seconds: float | None
    references: tuple[str, ...]
    citations: tuple[Citation, ...] = ()
    inherited_from: str | None = None
    stale: str | None = None
    second_reviewer: str | None = None
    second_verdict: Verdict | None = None
