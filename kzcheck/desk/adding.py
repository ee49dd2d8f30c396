"""Reading in: sources become documents, documents become claims, claims find their matches."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kzcheck.desk.deciding import Hand, now
from kzcheck.desk.extracting import extract_source, language_note, prepare_claims
from kzcheck.desk.matching import relate, up_to_date, write_matches
from kzcheck.domain import (
    AddedDocument,
    AddProgress,
    AddReport,
    Carried,
    Claim,
    Document,
    KzcheckError,
    Metadata,
    SourceError,
)
from kzcheck.store import Store, claims, documents, matching, revisions


class Watcher(NamedTuple):
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
    hand: Hand,
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
            found = extract_source(
                source, given=given, stdin=stdin, allow_private=allow_private, cancelled=watcher.cancelled
            )
            added += [
                add_document(store, hand, document, its, origin_of(document, is_alone=len(found) == 1))
                for document, its in found
            ]
        except KzcheckError as error:
            errors.append(SourceError(source, str(error)))
        watcher.tell(done + 1, len(expanded), source)
    return AddReport(tuple(added), tuple(errors))


def add_document(
    store: Store, hand: Hand, document: Document, found: Sequence[Claim], origin: str | None = None
) -> AddedDocument:
    """Put a document with its claims and their matches on the desk, in one transaction.

    Claims are compared before the transaction begins, so that a reviewer's mark need not wait for it. The
    same text again changes nothing. Another text of the same origin takes the place of the one before, and
    what was decided on that goes over to it; so it is with a text that comes back.
    """
    lineage = documents.earlier_lineage(store, origin)
    if documents.has_document(store, document.id):
        if revisions.comes_back(store, document.id, lineage):
            return come_back(store, hand, document)
        return report(store, document, "unchanged")
    related = relate(store, found, prepare_claims(document, found), lineage or document.id)
    with store.writing():
        if documents.has_document(store, document.id):  # another process was faster
            return report(store, document, "unchanged")
        related = up_to_date(store, related)
        earlier = revisions.present_text(store, lineage)
        numbers = documents.insert_document(
            store, document, found, added_at=now(), origin=origin, lineage=lineage
        )
        write_matches(store, numbers, related)
        carried = take_place(store, hand, earlier, document)
    return report(store, document, "added" if lineage is None else "revised", carried)


def come_back(store: Store, hand: Hand, document: Document) -> AddedDocument:
    """Make an earlier text the present one again, with all that was decided meanwhile."""
    number = documents.document_number(store, document.id)
    numbered = claims.numbered(store, number)
    found = [claim for _, claim in numbered]
    lineage = documents.lineage(store, document.id)
    related = relate(store, found, prepare_claims(document, found), lineage)
    with store.writing():
        related = up_to_date(store, related)
        matching.unindex_document(store, number)
        write_matches(store, [number for number, _ in numbered], related)
        carried = take_place(store, hand, revisions.present_text(store, lineage), document)
    return report(store, document, "revised", carried)


def take_place(
    store: Store, hand: Hand, earlier: tuple[int, str] | None, document: Document
) -> Carried | None:
    """Put a text in the place of the one before, where there is one."""
    if earlier is None or earlier[1] == document.id:
        return None
    from kzcheck.desk import revising

    return revising.take_place(store, hand, earlier[1], document.id)


def origin_of(document: Document, *, is_alone: bool) -> str | None:
    """Return what a document comes from, the same whenever it is read again; None where nothing says.

    Its address comes first. Failing that it is the file, or the page asked for, if no other document came
    out of it. Standard input never comes again.
    """
    if document.metadata.url is not None:
        return document.metadata.url
    if not is_alone or document.source == "-":
        return None
    return document.source if is_address(document.source) else str(Path(document.source).resolve())


def is_address(origin: str | None) -> bool:
    """Return whether an origin is an address, the same on every machine, and no path."""
    return origin is not None and "://" in origin


def report(store: Store, document: Document, status: str, carried: Carried | None = None) -> AddedDocument:
    """Return what came of a document, as the desk has it; the claims of its body are counted."""
    kept = documents.document_row(store, document.id)
    revision = None
    if carried is not None:
        from kzcheck.desk.revising import revision as revision_of

        revision = revision_of(store, document.id)
    return AddedDocument(
        id=kept.id,
        title=kept.metadata.title,
        outlet=kept.metadata.outlet,
        published=kept.metadata.published,
        claims=kept.claims,
        status=status,
        revision=revision,
        carried=carried,
        note=language_note(document, kept.claims),
    )
