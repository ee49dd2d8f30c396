"""A document that changes: what became of its claims, and of its sentences."""

from dataclasses import dataclass
from enum import StrEnum

from kzcheck.domain.span import Span


class Fate(StrEnum):
    """What became of a claim in the next text of its document.

    `ALTERED`: it is there, and says something else. `REWORDED`: its sentence is there, in other words.
    `AMBIGUOUS`: its words are there more than once, and nothing tells which they are. `GONE`: they are not.
    """

    KEPT = "kept"
    ALTERED = "altered"
    REWORDED = "reworded"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"


class Edit(StrEnum):
    """What was done to a sentence."""

    ADDED = "added"
    DROPPED = "dropped"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class SentenceEdit:
    """A sentence that differs between two texts: where it stood, where it stands; None where it is not."""

    edit: Edit
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """A sentence that differs, in words; `claims` are ids of the later text, then of the earlier one.

    `stale` says what has changed under a verdict, where one stands in the sentence.
    """

    edit: Edit
    before: str
    after: str
    claims: tuple[str, ...]
    stale: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How a document differs from the text before it.

    `is_noted` is whether the new words say themselves that something was corrected or updated; what is
    altered without that is altered silently.
    """

    earlier: str
    later: str
    at: str
    is_noted: bool
    edits: tuple[ShownEdit, ...]

    def count(self, edit: Edit) -> int:
        """Return how many sentences were added, dropped or altered."""
        return sum(each.edit is edit for each in self.edits)


@dataclass(frozen=True, slots=True)
class Carried:
    """How many claims with decisions went over to a new text, how many of these stale, and how many not."""

    moved: int
    stale: int
    orphaned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A claim with decisions that found no place in the next text of its document.

    `fate` says why; `candidates` are the claims of the present text that it may be now.
    """

    claim: str
    document: str
    fate: Fate
    candidates: tuple[str, ...]
