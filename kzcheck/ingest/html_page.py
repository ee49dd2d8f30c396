"""An HTML page as a document's text, zones and metadata."""

import re

from kzcheck.domain import KzcheckError, Metadata, ZoneKind
from kzcheck.ingest.html_body import zone_kinds
from kzcheck.ingest.html_metadata import html_metadata
from kzcheck.ingest.html_tree import read_tree
from kzcheck.ingest.json_ld import article_node

WORK_LIMIT = 300_000_000  # open elements times tags: what the parser may have to look through
FORMATTING_LIMIT = 3_000_000  # formatting elements that it may have to open again
ATTRIBUTE_LIMIT = 5_000  # attributes of one tag
_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*)", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000,}", re.IGNORECASE)
_CLOSED = (
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th option thead tbody "
    "html head body path use script style"
)
_SELF_CLOSING = frozenset(_CLOSED.split())
_FORMATTING = frozenset(
    ("b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)


def read_html(html: str, name: str, url: str = "") -> tuple[list[tuple[str, ZoneKind]], Metadata]:
    """Return a page's blocks with their zones, in page order, and what it says about itself.

    Raises KzcheckError when its elements nest so deep that parsing it would take forever.
    """
    from selectolax.lexbor import LexborHTMLParser

    _refuse_traps(html, name)
    parser = LexborHTMLParser(html.encode("utf-8", "replace"))
    node = article_node(script.text() for script in parser.css('script[type="application/ld+json"]'))
    metadata = html_metadata(parser, node, url)
    body = parser.body
    if body is None:
        return [], metadata
    tree = read_tree(body)
    kinds = zone_kinds(tree)
    return [(block.text, kind) for block, kind in zip(tree.blocks, kinds, strict=True)], metadata


def read_fragment(html: str, name: str) -> list[str]:
    """Return the paragraphs of a piece of HTML that is all article, such as an entry of a feed."""
    from selectolax.lexbor import LexborHTMLParser

    _refuse_traps(html, name)
    body = LexborHTMLParser(html.encode("utf-8", "replace")).body
    return (
        [block.text for block in read_tree(body).blocks if not block.element.hidden]
        if body is not None
        else []
    )


def _refuse_traps(html: str, name: str) -> None:
    """Raise KzcheckError for pages on which an HTML parser, as the standard has it, is quadratic."""
    depth = deepest = formatting = reopened = tags = 0
    for match in _TAG.finditer(html):
        tag = match[2].lower()
        if tag in _SELF_CLOSING:
            tags += 1
            reopened = max(reopened, formatting)
            continue
        step = -1 if match[1] else 1
        tags += 1
        depth = max(depth + step, 0)
        deepest = max(deepest, depth)
        if tag in _FORMATTING:
            formatting = max(formatting + step, 0)
        else:
            reopened = max(reopened, formatting)
    if tags * deepest > WORK_LIMIT or tags * reopened > FORMATTING_LIMIT * 10:
        raise KzcheckError(f"{name}: its elements nest {deepest} deep; save the page's text as a .txt file")
    for match in _LONG_TAG.finditer(html):
        if match[0].count(" ") + match[0].count("\n") + match[0].count("/") > ATTRIBUTE_LIMIT:
            raise KzcheckError(
                f"{name}: a tag has thousands of attributes; save the page's text as a .txt file"
            )
