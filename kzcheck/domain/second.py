"""A second verdict: what another reviewer found in the blind check."""

from dataclasses import dataclass

from kzcheck.domain.verdict import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondVerdict:
    """What another reviewer found on a claim without seeing its verdict. `decided_at` is UTC, ISO 8601.

    `first_status` and `first_reviewer` are the verdict that stood at that time. Agreement is counted
    against that one, since what the two agree on later, having talked, says nothing about how alike they
    judge.
    """

    claim_id: str
    reviewer: str
    status: Status
    decided_at: str
    rationale: str | None
    override_reason: str | None
    active_seconds: float | None
    first_status: Status
    first_reviewer: str

    @property
    def agrees(self) -> bool:
        """Whether both reviewers found the same."""
        return self.status is self.first_status
