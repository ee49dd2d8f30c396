"""Reading sources and extracting their claims, without a desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, BinaryIO

from kzcheck.domain import Metadata, ZoneKind, document_id, plural

if TYPE_CHECKING:
    from kzcheck.domain import Claim, Document, Page
    from kzcheck.match import Prepared

NOTHING_GIVEN = Metadata()


def read_source(
    source: str,
    *,
    given: Metadata = NOTHING_GIVEN,
    stdin: BinaryIO | None = None,
    allow_private: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> list[Document]:
    """Return the documents of one source; raise KzcheckError when it cannot be read."""
    from kzcheck import ingest

    def fetch(url: str) -> Page:
        from kzcheck.evidence import fetch_page

        return fetch_page(url, allow_private=allow_private, cancelled=cancelled)

    return ingest.read_source(source, given=given, stdin=stdin, fetch=fetch)


def extract_source(
    source: str,
    *,
    given: Metadata = NOTHING_GIVEN,
    stdin: BinaryIO | None = None,
    allow_private: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> list[tuple[Document, list[Claim]]]:
    """Return the documents of one source with their claims; raise KzcheckError when it cannot be read.

    `given` overrides what the documents say of themselves. `cancelled` is asked several times a second while
    a page is fetched.
    """
    from kzcheck.extract import extract_claims

    documents = read_source(
        source, given=given, stdin=stdin, allow_private=allow_private, cancelled=cancelled
    )
    return [(document, extract_claims(document)) for document in documents]


def language_note(document: Document, claims: int) -> str | None:
    """Return one line that explains why a document has so few `claims`, if it seems not to be English."""
    from kzcheck.ingest import foreign_language

    body = " ".join(
        document.text[zone.start : zone.end] for zone in document.zones if zone.kind is ZoneKind.BODY
    )
    language = foreign_language(body or document.text)
    if language is None:
        return None
    what = "no claims" if claims == 0 else f"only {plural(claims, 'claim')}"
    return f"{what}: the text seems to be {language}; kzcheck reads English only"


def extract_text(text: str, given: Metadata = NOTHING_GIVEN) -> tuple[Document, list[Claim]]:
    """Return a plain text as a document, with its claims. Its characters are not cleaned."""
    from kzcheck.domain import Document
    from kzcheck.extract import extract_claims, read_zones

    document = Document(
        id=document_id(text), text=text, zones=tuple(read_zones(text)), metadata=given, source="-"
    )
    return document, extract_claims(document)


def prepare_claims(document: Document, claims: Sequence[Claim]) -> list[Prepared]:
    """Return the claims of a document prepared for matching."""
    from kzcheck.desk import comparing

    return comparing.prepare_claims(claims, document)
