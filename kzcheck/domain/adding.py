"""The result of adding documents to a desk, and the progress on the way there."""

from dataclasses import dataclass

from kzcheck.domain.revision import Carried, Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument:
    """The result for one document. `status` is `added`, `unchanged` or `revised`.

    `claims` counts the claims in its body. Of a revised document, `revision` says what its text changed,
    and `carried` what became of the decisions on the text before.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    claims: int
    status: str
    revision: Revision | None = None
    carried: Carried | None = None
    note: str | None = None
    """Set when the text seems to be in a language that kzcheck does not read: one line that says so."""


@dataclass(frozen=True, slots=True)
class SourceError:
    """A source that could not be read; `error` says in one line why, and what to do."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class AddProgress:
    """Progress of an add: how many sources of how many are done, and which one comes next or came last."""

    done: int
    total: int
    source: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """The result of an add: one entry for each document, and one for each source that failed."""

    documents: tuple[AddedDocument, ...]
    errors: tuple[SourceError, ...]
