"""The list of claims: the query that selects it, its rows, and the tally above it."""

from dataclasses import dataclass, field
from enum import StrEnum

from kzcheck.domain.kinds import Approximator, ClaimKind, Standing
from kzcheck.domain.relation import Relation
from kzcheck.domain.span import ZoneKind
from kzcheck.domain.verdict import RecheckOutcome, Status


class Sort(StrEnum):
    """What a list of claims is sorted by."""

    PRIORITY = "priority"
    DOCUMENT = "document"
    VALUE = "value"
    TOUCHED = "touched"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuery:
    """Which claims a list has, and in which order.

    An empty tuple or None sets no condition. `text` is what was typed into the search box. `speaker` is any
    part of a name, whatever its case and accents. `document` is an id or a unique beginning of one.
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
    """Set for the blind check of this reviewer: only claims that others have decided are listed, and
    `statuses` are those of the reviewer's own second verdicts."""


@dataclass(frozen=True, slots=True)
class RowKey:
    """The place of a row in its list: the value it is sorted by, and then its number on this desk."""

    value: float | str | None
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One row of a list of claims; `citations`, `matches` and `conflicts` are counts."""

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
    """How many claims in the bodies of the documents have which status."""

    by_status: dict[Status, int] = field(default_factory=dict)
    orphans: int = 0
    """How many claims of replaced texts have decisions that found no place in the present texts."""

    @property
    def total(self) -> int:
        """How many claims there are in all."""
        return sum(self.by_status.values())

    @property
    def done(self) -> int:
        """How many claims have a verdict."""
        return sum(n for status, n in self.by_status.items() if status.verdict is not None)
