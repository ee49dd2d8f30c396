"""The use case of `kzcheck add`: sources are read, and their documents and claims written and matched."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kzcheck.desk.extracting import extract_source, language_note, prepare_claims
from kzcheck.desk.hand import Hand, now
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
    """Callbacks of an add: `progress` is told how far it is, `cancelled` may end it between sources."""

    progress: Callable[[AddProgress], object] | None = None
    cancelled: Callable[[], bool] | None = None

    def tell(self, done: int, total: int, source: str) -> None:
        """Report that `done` sources of `total` are done; `source` is the next one, or the last."""
        if self.progress is not None:
            self.progress(AddProgress(done, total, source))

    def is_over(self) -> bool:
        """Return whether the add has been cancelled."""
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
    """Add the documents of all sources; one that cannot be read is reported, and the others are added."""
    from kzcheck.ingest import expand_sources

    added: list[AddedDocument] = []
    errors: list[SourceError] = []
    expanded = expand_sources(sources)
    for done, source in enumerate(expanded):
        if watcher.is_over():
            break
        watcher.tell(done, len(expanded), source)
        found = []
        try:
            found = extract_source(
                source, given=given, stdin=stdin, allow_private=allow_private, cancelled=watcher.cancelled
            )
        except KzcheckError as error:
            errors.append(SourceError(source, str(error)))
        try:
            for document, its_claims in found:
                origin = origin_of(document, is_alone=len(found) == 1)
                added.append(add_document(store, hand, document, its_claims, origin))
        except KzcheckError as error:
            errors.append(SourceError(source, f"{source} was not added: {error}"))
        watcher.tell(done + 1, len(expanded), source)
    return AddReport(tuple(added), tuple(errors))


def add_document(
    store: Store, hand: Hand, document: Document, found: Sequence[Claim], origin: str | None = None
) -> AddedDocument:
    """Put a document with its claims and their matches on the desk, in one transaction.

    A text that is on the desk already changes nothing. A different text of the same origin replaces the one
    before, whose decisions are carried over to it; the same happens when an earlier text comes back. Claims
    are compared before the transaction begins, so that a reviewer's mark need not wait for that.
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
    """Make an earlier text the present one again, with the decisions made on later texts since."""
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
    """Replace the earlier text of the document, if there is one, and carry its decisions over.

    `earlier` is the number and the id of that text. Returns None where nothing was replaced.
    """
    if earlier is None or earlier[1] == document.id:
        return None
    from kzcheck.desk import revising

    return revising.take_place(store, hand, earlier[1], document.id)


def origin_of(document: Document, *, is_alone: bool) -> str | None:
    """Return where a document comes from, by which a later text of it is recognised; None if that is unknown.

    That is the address that the document names, else the address or file it was read from, provided that no
    other document came from there (`is_alone`). Of standard input nothing is known.
    """
    if document.metadata.url is not None:
        return document.metadata.url
    if not is_alone or document.source == "-":
        return None
    if documents.is_address(document.source):
        return document.source
    try:
        return str(Path(document.source).resolve())
    except UnicodeEncodeError:  # the mark for a letter that the locale cannot spell is none of its letters
        return str(Path(document.source).absolute())


def report(store: Store, document: Document, status: str, carried: Carried | None = None) -> AddedDocument:
    """Return the result of adding a document, with title and counts as the desk has them now."""
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
