"""What another reviewer found."""

from dataclasses import dataclass

from kzcheck.domain.verdict import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondVerdict:
    """What another reviewer found on a claim without seeing its verdict; times are UTC, ISO 8601.

    `first_status` and `first_reviewer` are the verdict that stood at that time, and whose it was: what the
    two agree in afterwards, having talked, says nothing of how alike they judge.
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
        """Whether both found the same."""
        return self.status is self.first_status
