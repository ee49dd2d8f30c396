"""What lists and screens show, and what they ask for: rows, queries, tallies, reports."""

from dataclasses import dataclass, field
from enum import StrEnum

from kzcheck.domain.claim import Approximator, ClaimKind
from kzcheck.domain.document import Metadata, ZoneKind
from kzcheck.domain.match import Relation
from kzcheck.domain.revision import Carried, Revision, Standing
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMark:
    """Where a claim stands in its document's text, and how far it is; for a text with all its claims.

    `is_primary` tells whether a primary source is cited for it.
    """

    id: str
    start: int
    end: int
    zone: ZoneKind
    status: Status
    is_primary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One line of the list of documents. `claims` counts those of the body, `done` those with a verdict."""

    id: str
    metadata: Metadata
    source: str
    added_at: str
    claims: int
    done: int
    is_superseded: bool = False
    """Whether a later text of it is on the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchView:
    """A match as one of its claims sees it: the other claim, and how the two relate."""

    other: ClaimRow
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None
    other_sentence: str


@dataclass(frozen=True, slots=True)
class PairKey:
    """Where a pair stands in the queue of undecided matches; `a` and `b` are numbers on the desk."""

    relation: Relation
    score: float
    a: int
    b: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A match as neither of its claims: both ids, how they relate, and what a reviewer said."""

    key: PairKey | None
    a: str
    b: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument:
    """What came of one document: `added`, `unchanged` or `revised`."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    claims: int
    status: str
    revision: Revision | None = None
    carried: Carried | None = None
    """For a revision: what it changed, and what became of the decisions on the text before."""
    note: str | None = None
    """What the reader should know: that the text is in a language that kzcheck does not read."""


@dataclass(frozen=True, slots=True)
class SourceError:
    """A source that could not be read, and one line that says why and what to do."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class AddProgress:
    """How far an add has come: sources done of all, and the one just read."""

    done: int
    total: int
    source: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What came of an add."""

    documents: tuple[AddedDocument, ...]
    errors: tuple[SourceError, ...]
