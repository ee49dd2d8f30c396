"""Lines of the lists beside that of the claims: documents, pairs, marks in a text."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata
from kzcheck.domain.relation import Relation
from kzcheck.domain.span import ZoneKind
from kzcheck.domain.verdict import Status


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
