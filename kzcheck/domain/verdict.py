"""A verdict, and how the evidence for it is called."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a reviewer finds."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    NEEDS_CONTEXT = "needs-context"
    UNPROVEN = "unproven"
    NOT_CHECKABLE = "not-checkable"

    @property
    def needs_evidence(self) -> bool:
        """Whether the gate asks for a citation before this verdict stands."""
        return self in (Verdict.VERIFIED, Verdict.DISPUTED)


class Status(StrEnum):
    """Where a claim stands: its verdict, or `open`, or `later` when postponed."""

    OPEN = "open"
    LATER = "later"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    NEEDS_CONTEXT = "needs-context"
    UNPROVEN = "unproven"
    NOT_CHECKABLE = "not-checkable"

    @property
    def verdict(self) -> Verdict | None:
        """The verdict, or None while the claim has none."""
        return None if self in (Status.OPEN, Status.LATER) else Verdict(self.value)


class Stance(StrEnum):
    """What a source does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


class CitationKind(StrEnum):
    """How near a source is to the fact."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class PassageOutcome(StrEnum):
    """What looking for a passage came to."""

    FOUND = "found"
    NEARLY = "nearly"
    ABSENT = "absent"


class RecheckOutcome(StrEnum):
    """What became of a cited page."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
