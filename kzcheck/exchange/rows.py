"""What an export is made of: a decided claim with everything its verdict rests on."""

from dataclasses import dataclass

from kzcheck.domain import Citation, Claim, Metadata, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRow:
    """One claim as it leaves the desk: what it says, where, what was decided by whom, and on what.

    `verdict` is None for a claim that has citations and no verdict yet. Times are UTC, ISO 8601;
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
    """What the document has changed under the verdict since; a stale verdict is inherited."""
    override_reason: str | None = None
    active_seconds: float | None = None
    citations: tuple[Citation, ...] = ()

    @property
    def agreed(self) -> bool | None:
        """Whether the second reviewer found the same; None without a second verdict."""
        return None if self.second_verdict is None else self.second_verdict == self.verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictRecord:
    """A verdict as it comes back from a file: the claim is named, and where it stands.

    `references` has the claim's sources in order. `citations` has them whole where the file does (JSON
    Lines), and is empty where it only names them (CSV).
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
