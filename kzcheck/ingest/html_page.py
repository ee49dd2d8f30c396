"""Reading an HTML page: its blocks with their zones, and its metadata."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kzcheck.domain import Metadata, ZoneKind
from kzcheck.ingest.assembling import Blocks
from kzcheck.ingest.html_body import zone_kinds
from kzcheck.ingest.html_entries import described_entries, entry_stamps, with_described_days
from kzcheck.ingest.html_metadata import html_metadata
from kzcheck.ingest.html_traps import refuse_traps
from kzcheck.ingest.html_tree import read_tree
from kzcheck.ingest.json_ld import article_body, article_node, live_updates

ENOUGH = 500  # characters of a described article that make it the text of a page which a script would fill
_BREAKS = re.compile(r"\s*\n\s*")


def read_html(html: str, name: str, url: str = "") -> tuple[Blocks, Metadata]:
    """Return the blocks of a page in page order, and its metadata.

    `name` is for messages, `url` is the address of the page or "". Raises KzcheckError when its elements are
    nested so deep that parsing it would take too long.
    """
    from selectolax.lexbor import LexborHTMLParser

    refuse_traps(html, name)
    parser = LexborHTMLParser(html.encode("utf-8", "replace"))
    scripts = [script.text() for script in parser.css('script[type="application/ld+json"]')]
    node = article_node(scripts)
    metadata = html_metadata(parser, node, url)
    body = parser.body
    if body is None:
        return [], metadata
    tree = read_tree(body)
    kinds = zone_kinds(tree)
    stamps = entry_stamps(tree.blocks, kinds)
    blocks = [
        (stamps.get(place, block.text), kind)
        for place, (block, kind) in enumerate(zip(tree.blocks, kinds, strict=True))
    ]
    return _with_described(blocks, node, scripts, name), metadata


def _with_described(blocks: Blocks, node: dict[str, Any], scripts: Sequence[str], name: str) -> Blocks:
    """Return the blocks with what only JSON-LD has: a text that a script would show, the days of entries."""
    updates = [
        replace(
            update, paragraphs=tuple(part for text in update.paragraphs for part in _paragraphs(text, name))
        )
        for update in live_updates(scripts)
    ]
    shown = sum(len(text) for text, kind in blocks if kind is ZoneKind.BODY)
    entries, described = described_entries(updates), article_body(node)
    written = sum(len(text) for text, kind in entries if kind is ZoneKind.BODY)
    if max(written, len(described)) <= max(ENOUGH, 2 * shown):
        return with_described_days(blocks, updates)
    rest = [(text, ZoneKind.BOILERPLATE if kind is ZoneKind.BODY else kind) for text, kind in blocks]
    if written >= len(described):
        return [*rest, *entries]
    return [*rest, *((text, ZoneKind.BODY) for text in _paragraphs(described, name))]


def read_fragment(html: str, name: str) -> list[str]:
    """Return the paragraphs of a piece of HTML that has nothing but an article, such as a feed's entry."""
    from selectolax.lexbor import LexborHTMLParser

    refuse_traps(html, name)
    body = LexborHTMLParser(html.encode("utf-8", "replace")).body
    return (
        [block.text for block in read_tree(body).blocks if not block.element.hidden]
        if body is not None
        else []
    )


def _paragraphs(described: str, name: str) -> list[str]:
    """Return the paragraphs of a described article, which is plain text or HTML."""
    return read_fragment(described, name) if "</" in described else _BREAKS.split(described)
