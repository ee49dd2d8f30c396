"""Reading in: sources become documents, documents become claims, claims find their matches."""

from collections.abc import Sequence

from kzcheck.desk.deciding import now
from kzcheck.domain import AddedDocument, Claim, Document, ZoneKind
from kzcheck.store import Store, documents


def add_document(store: Store, document: Document, claims: Sequence[Claim]) -> AddedDocument:
    """Put a document with its claims on the desk in one transaction; the same text again changes nothing."""
    with store.writing():
        if documents.has_document(store, document.id):
            return added(document, claims, "unchanged")
        lineage = documents.earlier_lineage(store, document)
        documents.insert_document(store, document, claims, added_at=now(), lineage=lineage)
    return added(document, claims, "added" if lineage is None else "revised")


def added(document: Document, claims: Sequence[Claim], status: str) -> AddedDocument:
    """Return what came of a document; the claims of its body are counted."""
    return AddedDocument(
        id=document.id,
        title=document.metadata.title,
        outlet=document.metadata.outlet,
        published=document.metadata.published,
        claims=sum(claim.zone is ZoneKind.BODY for claim in claims),
        status=status,
    )
