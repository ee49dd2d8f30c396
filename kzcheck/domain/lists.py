"""Rows of the smaller lists: documents, pairs of claims, and where the claims of one document stand."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata, named
from kzcheck.domain.relation import Relation
from kzcheck.domain.span import ZoneKind
from kzcheck.domain.verdict import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimMark:
    """Where a claim stands in its document's text (code points), to mark it there by its status.

    `is_primary` is whether a primary source is cited for it.
    """

    id: str
    start: int
    end: int
    zone: ZoneKind
    status: Status
    is_primary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """One row of the list of documents.

    `claims` counts the claims in its body, `done` those of them that have a verdict. `added_at` is UTC,
    ISO 8601.
    """

    id: str
    metadata: Metadata
    source: str
    added_at: str
    claims: int
    done: int
    is_superseded: bool = False
    """Whether a later text of the same document has replaced it."""
    begins: str = ""
    """How the text begins, where the document has no title."""

    @property
    def name(self) -> str:
        """The title; without one the first words of the text."""
        return named(self.metadata.title, self.begins)


@dataclass(frozen=True, slots=True)
class PairKey:
    """The place of a pair in the queue of undecided matches.

    `a` and `b` are the claims' numbers on this desk, which are not their ids.
    """

    relation: Relation
    score: float
    a: int
    b: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A match seen from outside: the ids of both claims, how they relate, and what a reviewer decided."""

    key: PairKey | None
    a: str
    b: str
    relation: Relation
    score: float
    reasons: tuple[str, ...]
    decision: Relation | None = None
