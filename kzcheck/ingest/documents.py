"""Reading the bytes of a file or page as documents, whatever their format."""

import re
from collections.abc import Callable
from pathlib import PurePath

from kzcheck.domain import Document, KzcheckError, Metadata, Page, ZoneKind
from kzcheck.extract import read_metadata, read_zones
from kzcheck.ingest.assembling import Blocks, assemble, fill, make_document
from kzcheck.ingest.cleaning import clean_text
from kzcheck.ingest.decoding import declared_encoding, decode_text
from kzcheck.ingest.formats import Format, find_format

REFUSED = {
    Format.BINARY: "it is a picture, archive or program, not text; give a text, HTML, PDF or DOCX file",
    Format.OLD_WORD: "it is in the old Office format; save it as .docx",
    Format.RICH_TEXT: "it is in the rich text format; save it as .docx",
}


def read_documents(data: bytes, source: str, given: Metadata, page: Page | None = None) -> list[Document]:
    """Return the documents in `data`: one, or for a feed one for each entry.

    `source` names the data in the documents and in messages; `given` overrides what the data says of itself.
    `page` is the answer that the data came with, if it came from the web. Raises KzcheckError when the data
    cannot be read.
    """
    if not data.strip():
        raise KzcheckError(f"{source}: it is empty; check that it is the right file")
    content_type = page.content_type if page is not None else ""
    suffix = PurePath(source if page is None else re.split(r"[?#]", source)[0]).suffix.lower()
    found = find_format(data, suffix, content_type)
    if found in REFUSED:
        raise KzcheckError(f"{source}: {REFUSED[found]}")
    if found is Format.FEED:
        return _feed_documents(data, source, given)
    return [READERS[found](data, source, given, page)]


def read_page(page: Page, given: Metadata) -> Document:
    """Return the document of a fetched page; of a feed, its first entry.

    Raises KzcheckError when the server answered with an error, and when the page cannot be read.
    """
    refuse_status(page)
    return read_documents(page.body, page.url, given, page)[0]


def refuse_status(page: Page) -> None:
    """Raise KzcheckError when the server answered with an error."""
    if page.status >= 400:
        raise KzcheckError(f"{page.url}: the server answers {page.status}; open the address in a browser")


def _read_text(data: bytes, source: str, given: Metadata, page: Page | None) -> Document:
    declared = declared_encoding(b"", page.content_type) if page is not None else None
    text = clean_text(decode_text(data, source, declared))
    return _plain_document(text, source, given, Metadata(url=_address(page)))


def _read_html(data: bytes, source: str, given: Metadata, page: Page | None) -> Document:
    declared = declared_encoding(data, page.content_type if page is not None else "")
    html = decode_text(data, source, declared)
    return _html_document(html, source, given, Metadata(), _address(page) or "")


def _read_pdf(data: bytes, source: str, given: Metadata, page: Page | None) -> Document:
    from kzcheck.ingest.pdf import read_pdf

    blocks, metadata = read_pdf(data, source)
    return _block_document(blocks, source, given, fill(metadata, Metadata(url=_address(page))))


def _read_docx(data: bytes, source: str, given: Metadata, page: Page | None) -> Document:
    from kzcheck.ingest.docx import read_docx

    blocks, metadata = read_docx(data, source)
    return _block_document(blocks, source, given, fill(metadata, Metadata(url=_address(page))))


def _read_mail(data: bytes, source: str, given: Metadata, _page: Page | None) -> Document:
    from kzcheck.ingest.mail import read_mail

    content, is_html, metadata = read_mail(data, source)
    if is_html:
        return _html_document(content, source, given, metadata, "")
    return _plain_document(clean_text(content), source, given, metadata)


def _feed_documents(data: bytes, source: str, given: Metadata) -> list[Document]:
    from kzcheck.ingest.feed import read_feed
    from kzcheck.ingest.html_page import read_fragment

    documents = []
    for entry in read_feed(data, source):
        headline = [(entry.metadata.title or "", ZoneKind.HEADLINE)]
        body = [(text, ZoneKind.BODY) for text in read_fragment(entry.html, source)]
        if body:
            documents.append(_block_document(headline + body, source, given, entry.metadata))
    if not documents:
        raise KzcheckError(f"{source}: the feed has no entry with text; add the pages it links to instead")
    return documents


def _html_document(html: str, source: str, given: Metadata, known: Metadata, url: str) -> Document:
    from kzcheck.ingest.html_page import read_html

    blocks, metadata = read_html(html, source, url)
    return _block_document(blocks, source, given, fill(known, metadata))


def _plain_document(text: str, source: str, given: Metadata, known: Metadata) -> Document:
    zones = read_zones(text)
    return make_document(text, zones, fill(known, read_metadata(text, zones)), given, source)


def _block_document(blocks: Blocks, source: str, given: Metadata, known: Metadata) -> Document:
    text, zones = assemble(blocks)
    return make_document(text, zones, fill(known, read_metadata(text, zones)), given, source)


def _address(page: Page | None) -> str | None:
    return page.final_url if page is not None else None


Reader = Callable[[bytes, str, Metadata, Page | None], Document]
READERS: dict[Format, Reader] = {
    Format.TEXT: _read_text,
    Format.HTML: _read_html,
    Format.MAIL: _read_mail,
    Format.PDF: _read_pdf,
    Format.DOCX: _read_docx,
}
