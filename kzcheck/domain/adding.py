"""What came of adding documents, and how far it has come."""

from dataclasses import dataclass

from kzcheck.domain.revision import Carried, Revision


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
