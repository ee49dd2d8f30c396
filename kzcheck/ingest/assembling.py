"""Putting a document together from blocks of text, and its metadata from several sources."""

from collections.abc import Iterable

from kzcheck.domain import Document, KzcheckError, Metadata, Zone, ZoneKind, document_id
from kzcheck.ingest.cleaning import clean_text

PARAGRAPH_BREAK = "\n\n"

Blocks = list[tuple[str, ZoneKind]]
"""Paragraphs of a document in reading order, each with its zone."""


def assemble(blocks: Iterable[tuple[str, ZoneKind]]) -> tuple[str, tuple[Zone, ...]]:
    """Return the blocks as one cleaned text with blank lines between them, and the zones of that text.

    Neighbouring blocks of the same kind share a zone; empty blocks are left out.
    """
    parts: list[str] = []
    zones: list[Zone] = []
    position = 0
    for raw, kind in blocks:
        text = clean_text(raw).strip()
        if not text:
            continue
        if parts:
            position += len(PARAGRAPH_BREAK)
        end = position + len(text)
        if zones and zones[-1].kind is kind:
            zones[-1] = Zone(zones[-1].start, end, kind)
        else:
            zones.append(Zone(position, end, kind))
        parts.append(text)
        position = end
    return PARAGRAPH_BREAK.join(parts), tuple(zones)


def make_document(
    text: str, zones: tuple[Zone, ...], found: Metadata, given: Metadata, source: str
) -> Document:
    """Return the document, with metadata in which `given` overrides `found`.

    Raises KzcheckError when there is no text.
    """
    if not text.strip():
        raise KzcheckError(f"{source}: there is no text in it; check that it is the right file")
    return Document(
        id=document_id(text), text=text, zones=zones, metadata=override(found, given), source=source
    )


def override(found: Metadata, given: Metadata) -> Metadata:
    """Return `found`, overridden by every field that `given` has."""
    published_from = (given.published_from or "option") if given.published else found.published_from
    return Metadata(
        title=given.title or found.title,
        outlet=given.outlet or found.outlet,
        author=given.author or found.author,
        published=given.published or found.published,
        published_from=published_from,
        url=given.url or found.url,
    )


def fill(first: Metadata, second: Metadata) -> Metadata:
    """Return `first`, with every field that it lacks filled from `second`."""
    dated = first if first.published else second
    return Metadata(
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        author=first.author or second.author,
        published=dated.published,
        published_from=dated.published_from,
        url=first.url or second.url,
    )
