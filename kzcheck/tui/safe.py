"""User text made safe to draw: controls become visible marks, and nothing is ever read as markup.

Textual draws control characters as they come and parses brackets in a `str` as markup. So no text
from a document, a page, a colleague or the keyboard reaches a widget except through here.
"""

from rich.cells import cell_len, split_graphemes
from textual.content import Content
from textual.style import Style

from kzcheck.domain import visible, visible_lines

MAX_LINE = 4000
"""Code points of one text that a pane shows; a 100 kB line would wrap into a thousand rows."""


def line(text: str | None, limit: int = MAX_LINE) -> str:
    """Return `text` as one drawable line; past `limit` code points it is cut, and says so."""
    if not text:
        return ""
    shown = visible(text[:limit])
    return shown if len(text) <= limit else f"{shown}… ({len(text) - limit:,} more characters)"


def lines(text: str | None, limit: int = MAX_LINE) -> str:
    """Return `text` drawable with its line breaks kept; past `limit` code points it is cut, and says so."""
    if not text:
        return ""
    shown = visible_lines(text[:limit])
    return shown if len(text) <= limit else f"{shown}… ({len(text) - limit:,} more characters)"


def content(text: str | None, style: Style | str = "") -> Content:
    """Return `text` as one line of Textual content, in one style; never as markup."""
    return Content.styled(line(text), style)


def clip(text: str | None, width: int) -> str:
    """Return `text` as one line of exactly `width` cells: padded, or cut with an ellipsis.

    A wide character that would straddle the edge is left out; a space stands in its place.
    """
    if width <= 0:
        return ""
    shown = line(text, limit=4 * width + 16) if text else ""
    have = cell_len(shown)
    if have <= width:
        return shown + " " * (width - have)
    spans, _ = split_graphemes(shown)
    end = cells = 0
    for _, stop, size in spans:
        if cells + size > width - 1:
            break
        end, cells = stop, cells + size
    return shown[:end] + "…" + " " * (width - 1 - cells)
