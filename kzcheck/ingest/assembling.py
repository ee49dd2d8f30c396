"""Putting a document together: blocks of text in reading order become one text with zones."""

from collections.abc import Iterable

from kzcheck.domain import Document, KzcheckError, Metadata, Zone, ZoneKind, document_id
from kzcheck.ingest.cleaning import clean_text

PARAGRAPH_BREAK = "\n\n"


def assemble(blocks: Iterable[tuple[str, ZoneKind]]) -> tuple[str, tuple[Zone, ...]]:
    """Return the blocks as one cleaned text, a blank line between them, and its zones.

    Neighbours of one kind share a zone; empty blocks vanish.
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
    """Return the document; what was `given` overrides what was found. Raises KzcheckError when empty."""
    if not text.strip():
        raise KzcheckError(f"{source}: there is no text in it; check that it is the right file")
    return Document(
        id=document_id(text), text=text, zones=zones, metadata=override(found, given), source=source
    )


def override(found: Metadata, given: Metadata) -> Metadata:
    """Return `found` with every field that `given` has put in its place."""
    published_from = given.published_from or "option" if given.published else found.published_from
    return Metadata(
        title=given.title or found.title,
        outlet=given.outlet or found.outlet,
        author=given.author or found.author,
        published=given.published or found.published,
        published_from=published_from,
        url=given.url or found.url,
    )


def fill(first: Metadata, second: Metadata) -> Metadata:
    """Return `first`, its gaps filled from `second`."""
    dated = first if first.published else second
    return Metadata(
        title=first.title or second.title,
        outlet=first.outlet or second.outlet,
        author=first.author or second.author,
        published=dated.published,
        published_from=dated.published_from,
        url=first.url or second.url,
    )
