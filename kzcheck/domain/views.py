"""What the list of claims shows, and what is asked of it: rows, queries, tallies."""

from dataclasses import dataclass, field
from enum import StrEnum

from kzcheck.domain.kinds import Approximator, ClaimKind, Standing
from kzcheck.domain.relation import Relation
from kzcheck.domain.span import ZoneKind
from kzcheck.domain.verdict import RecheckOutcome, Status


class Sort(StrEnum):
    """The orders of a claim list."""

    PRIORITY = "priority"
    DOCUMENT = "document"
    VALUE = "value"
    TOUCHED = "touched"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims, in which order. An empty tuple or None asks for all; `text` is searched as typed.

    `speaker` is any part of a name, whatever its case and accents.
    """

    text: str = ""
    statuses: tuple[Status, ...] = ()
    kinds: tuple[ClaimKind, ...] = ()
    zones: tuple[ZoneKind, ...] = (ZoneKind.BODY,)
    document: str | None = None
    outlet: str | None = None
    speaker: str | None = None
    min_priority: float = 0.0
    min_value: float | None = None
    max_value: float | None = None
    relation: Relation | None = None
    rechecks: tuple[RecheckOutcome, ...] = ()
    standing: Standing = Standing.CURRENT
    sort: Sort = Sort.PRIORITY
    blind_for: str | None = None
    """For this reviewer's blind check: the claims that others have decided; `statuses` are the reviewer's."""


@dataclass(frozen=True, slots=True)
class RowKey:
    """Where a row stands in its order: the value it is sorted by, and its number on the desk."""

    value: float | str | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One line of a claim list."""

    key: RowKey
    id: str
    document_id: str
    document_title: str | None
    outlet: str | None
    zone: ZoneKind
    kind: ClaimKind
    headline: str
    value: float | None
    value_high: float | None
    unit: str | None
    approximator: Approximator | None
    speaker: str | None
    priority: float
    status: Status
    citations: int
    matches: int
    conflicts: int
    standing: Standing = Standing.CURRENT


@dataclass(frozen=True, slots=True)
class Tally:
    """How many body claims stand where."""

    by_status: dict[Status, int] = field(default_factory=dict)
    orphans: int = 0
    """Claims of earlier texts with decisions that found no place in the present ones."""

    @property
    def total(self) -> int:
        """All body claims."""
        return sum(self.by_status.values())

    @property
    def done(self) -> int:
        """Those with a verdict."""
        return sum(n for status, n in self.by_status.items() if status.verdict is not None)
