"""Reading in: sources become documents, documents become claims, claims find their matches."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kzcheck.desk.deciding import now
from kzcheck.desk.extracting import extract_source, prepare_claims
from kzcheck.desk.matching import relate, up_to_date, write_matches
from kzcheck.domain import (
    AddedDocument,
    AddProgress,
    AddReport,
    Claim,
    Document,
    KzcheckError,
    Metadata,
    SourceError,
)
from kzcheck.store import Store, documents


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who is told how far an add has come, and who may end it between two sources."""

    progress: Callable[[AddProgress], object] | None = None
    cancelled: Callable[[], bool] | None = None

    def tell(self, done: int, total: int, source: str) -> None:
        """Say that `done` sources of `total` are through, `source` being next or last."""
        if self.progress is not None:
            self.progress(AddProgress(done, total, source))

    def is_over(self) -> bool:
        """Whether somebody has ended it."""
        return self.cancelled is not None and self.cancelled()


def add(
    store: Store,
    sources: Sequence[str],
    *,
    given: Metadata,
    stdin: BinaryIO | None,
    allow_private: bool,
    watcher: Watcher,
) -> AddReport:
    """Read sources onto the desk; one that cannot be read is in the report, and the others are added."""
    from kzcheck.ingest import expand_sources

    added: list[AddedDocument] = []
    errors: list[SourceError] = []
    expanded = expand_sources(sources)
    for done, source in enumerate(expanded):
        if watcher.is_over():
            break
        watcher.tell(done, len(expanded), source)
        try:
            found = extract_source(source, given=given, stdin=stdin, allow_private=allow_private)
            added += [
                add_document(store, document, claims, origin_of(document, is_alone=len(found) == 1))
                for document, claims in found
            ]
        except KzcheckError as error:
            errors.append(SourceError(source, str(error)))
        watcher.tell(done + 1, len(expanded), source)
    return AddReport(tuple(added), tuple(errors))


def add_document(
    store: Store, document: Document, claims: Sequence[Claim], origin: str | None = None
) -> AddedDocument:
    """Put a document with its claims and their matches on the desk, in one transaction.

    Claims are compared before the transaction begins, so that a reviewer's mark need not wait for it. The
    same text again changes nothing. Another text of the same origin joins its lineage.
    """
    if documents.has_document(store, document.id):
        return report(store, document, "unchanged")
    lineage = documents.earlier_lineage(store, origin)
    related = relate(store, claims, prepare_claims(document, claims), lineage or document.id)
    with store.writing():
        if documents.has_document(store, document.id):  # another process was faster
            return report(store, document, "unchanged")
        related = up_to_date(store, related)
        numbers = documents.insert_document(
            store, document, claims, added_at=now(), origin=origin, lineage=lineage
        )
        write_matches(store, numbers, related)
    return report(store, document, "added" if lineage is None else "revised")


def origin_of(document: Document, *, is_alone: bool) -> str | None:
    """Return what a document comes from, the same whenever it is read again; None where nothing says.

    Its address comes first. Failing that it is the file, or the page asked for, if no other document came
    out of it. Standard input never comes again.
    """
    if document.metadata.url is not None:
        return document.metadata.url
    if not is_alone or document.source == "-":
        return None
    return document.source if "://" in document.source else str(Path(document.source).resolve())


def report(store: Store, document: Document, status: str) -> AddedDocument:
    """Return what came of a document, as the desk has it; the claims of its body are counted."""
    kept = documents.document_row(store, document.id)
    return AddedDocument(
        id=kept.id,
        title=kept.metadata.title,
        outlet=kept.metadata.outlet,
        published=kept.metadata.published,
        claims=kept.claims,
        status=status,
    )
