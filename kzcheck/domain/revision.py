"""A document whose text has changed: what became of its claims, and of its sentences."""

from dataclasses import dataclass
from enum import StrEnum

from kzcheck.domain.span import Span


class Fate(StrEnum):
    """What became of a claim in the next text of its document.

    `KEPT`: its words are still there. `ALTERED`: it is there, but says something else. `REWORDED`: its
    sentence is there in other words. `AMBIGUOUS`: its words are there more than once, and nothing tells
    which of them are meant. `GONE`: they are no longer there.
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
    """A sentence that differs between two texts.

    `before` is its place in the earlier text, `after` in the later one (code points); None where it is
    missing.
    """

    edit: Edit
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """A sentence that differs between two texts, ready to be shown.

    `before` and `after` are its words, empty where it is missing. `claims` are the ids of the claims in it:
    those of the later text, then those of the earlier. `stale` says, for each verdict in it that no longer
    holds, what has changed.
    """

    edit: Edit
    before: str
    after: str
    claims: tuple[str, ...]
    stale: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How a document differs from the text before it.

    `earlier` and `later` are document ids, `at` is when the later text took its place (UTC, ISO 8601).
    `is_noted` is whether the new text itself says that something was corrected or updated; otherwise it was
    changed silently.
    """

    earlier: str
    later: str
    at: str
    is_noted: bool
    edits: tuple[ShownEdit, ...]

    def count(self, edit: Edit) -> int:
        """Return how many sentences were edited in this way."""
        return sum(each.edit is edit for each in self.edits)


@dataclass(frozen=True, slots=True)
class Carried:
    """How decisions were carried over to a new text, counted in claims.

    `moved` counts those that found their place there, `stale` how many of these no longer say what was
    decided on, and `orphaned` those that found no place.
    """

    moved: int
    stale: int
    orphaned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A claim whose decisions found no place in the next text of its document.

    `claim` is its id, `document` the id of the present text. `fate` says why it found no place;
    `candidates` are the ids of the claims of the present text that it may be now.
    """

    claim: str
    document: str
    fate: Fate
    candidates: tuple[str, ...]
