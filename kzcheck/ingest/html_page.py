"""An HTML page as a document's text, zones and metadata."""

import re

from kzcheck.domain import Metadata, ZoneKind
from kzcheck.ingest.html_body import zone_kinds
from kzcheck.ingest.html_entries import entry_stamps
from kzcheck.ingest.html_metadata import html_metadata
from kzcheck.ingest.html_traps import refuse_traps
from kzcheck.ingest.html_tree import read_tree
from kzcheck.ingest.json_ld import article_body, article_node

ENOUGH = 500  # characters of a described article that make it the text of a page which a script would fill
_BREAKS = re.compile(r"\s*\n\s*")


def read_html(html: str, name: str, url: str = "") -> tuple[list[tuple[str, ZoneKind]], Metadata]:
    """Return a page's blocks with their zones, in page order, and what it says about itself.

    Raises KzcheckError when its elements nest so deep that parsing it would take forever.
    """
    from selectolax.lexbor import LexborHTMLParser

    refuse_traps(html, name)
    parser = LexborHTMLParser(html.encode("utf-8", "replace"))
    node = article_node(script.text() for script in parser.css('script[type="application/ld+json"]'))
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
    shown = sum(len(text) for text, kind in blocks if kind is ZoneKind.BODY)
    described = article_body(node)
    if len(described) > max(ENOUGH, 2 * shown):
        blocks = [(text, ZoneKind.BOILERPLATE if kind is ZoneKind.BODY else kind) for text, kind in blocks]
        blocks += [(text, ZoneKind.BODY) for text in _paragraphs(described, name)]
    return blocks, metadata


def read_fragment(html: str, name: str) -> list[str]:
    """Return the paragraphs of a piece of HTML that is all article, such as an entry of a feed."""
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
