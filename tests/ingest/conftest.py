"""What the reading tests share: a way to read one file, and a way to read bytes as a page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kzcheck.domain import Document, Metadata, Page, ZoneKind
from kzcheck.ingest import read_page, read_source


def refuse_to_fetch(url: str) -> Page:
    pytest.fail(f"nothing should be fetched here, yet {url} was")


ADDRESS = "https://courier.example/a"


def page_of(
    body: str | bytes, url: str = "https://courier.example/a", content_type: str = "text/html"
) -> Page:
    data = body.encode() if isinstance(body, str) else body
    return Page(
        url=url,
        final_url=url,
        status=200,
        content_type=content_type,
        headers=(),
        body=data,
        fetched_at="2026-01-09T10:00:00Z",
    )


def zone_texts(document: Document, kind: ZoneKind) -> list[str]:
    return [document.text[zone.start : zone.end] for zone in document.zones if zone.kind is kind]


@pytest.fixture
def read_file() -> Callable[[Path], Document]:
    def read(path: Path) -> Document:
        [document] = read_source(str(path), given=Metadata(), stdin=None, fetch=refuse_to_fetch)
        return document

    return read


@pytest.fixture
def read_html() -> Callable[..., Document]:
    def read(html: str | bytes, url: str = ADDRESS, given: Metadata | None = None) -> Document:
        return read_page(page_of(html, url), given or Metadata())

    return read


@pytest.fixture
def body_of() -> Callable[[Document], str]:
    return lambda document: "\n\n".join(zone_texts(document, ZoneKind.BODY))


@pytest.fixture
def zone_of() -> Callable[[Document, str], ZoneKind | None]:
    """Gives the zone in which some words of a document stand; None outside all, or when they are missing."""

    def zone(document: Document, words: str) -> ZoneKind | None:
        at = document.text.find(words)
        return next((z.kind for z in document.zones if at >= 0 and z.start <= at < z.end), None)

    return zone


@pytest.fixture
def make_page() -> Callable[..., Page]:
    return page_of
