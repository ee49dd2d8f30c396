"""A verdict and the evidence it rests on."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The evidence for a verdict: where, what passage, which stance, when it was looked at.

    `reference` is a URL or free words (a book, a call). `accessed` is UTC, ISO 8601. `snapshot` is the
    SHA-256 of the kept page. `passage_check` and `recheck` are what looking at that page, and looking
    again later, came to, with a note for the reader; None where nobody has looked.
    """

    id: str
    claim_id: str
    reference: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    accessed: str = ""
    passage: str | None = None
    locator: str | None = None
    stance: Stance = Stance.SUPPORTS
    kind: CitationKind = CitationKind.SECONDARY
    snapshot: str | None = None
    archive_url: str | None = None
    passage_check: PassageOutcome | None = None
    passage_note: str | None = None
    rechecked_at: str | None = None
    recheck: RecheckOutcome | None = None
    recheck_note: str | None = None
