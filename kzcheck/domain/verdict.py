"""The enumerations of verdicts and of the evidence for them."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a reviewer finds a claim to be."""

    VERIFIED = "verified"
    DISPUTED = "disputed"
    NEEDS_CONTEXT = "needs-context"
    UNPROVEN = "unproven"
    NOT_CHECKABLE = "not-checkable"

    @property
    def needs_evidence(self) -> bool:
        """Whether the evidence gate asks for a citation before this verdict stands."""
        return self in (Verdict.VERIFIED, Verdict.DISPUTED)

    @property
    def stance(self) -> "Stance":
        """What a source that is cited for this verdict does to the claim, unless something else is said."""
        return Stance.CONTRADICTS if self is Verdict.DISPUTED else Stance.SUPPORTS


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

    @property
    def stance(self) -> "Stance":
        """What a source that is cited meanwhile does to the claim, unless something else is said."""
        return Stance.SUPPORTS if self.verdict is None else self.verdict.stance


class Stance(StrEnum):
    """What a source does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"


IDLE_SECONDS = 60.0
"""A gap between two keys counts for at most so long: after it the reviewer is taken to be away."""


class CitationKind(StrEnum):
    """How near a source is to the fact."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class PassageOutcome(StrEnum):
    """Whether a quoted passage is in the kept page: word for word, with differences, or not at all."""

    FOUND = "found"
    NEARLY = "nearly"
    ABSENT = "absent"


class RecheckOutcome(StrEnum):
    """What had become of a cited page when it was fetched again."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
