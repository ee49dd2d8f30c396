"""User text made safe to draw: controls become visible marks, and nothing is ever read as markup.

Textual draws control characters as they come and parses brackets in a `str` as markup. So no text
from a document, a page, a colleague or the keyboard reaches a widget except through here.
"""

import re

from rich.cells import cell_len, split_graphemes
from textual.content import Content
from textual.style import Style

MAX_LINE = 4000
"""Code points of one text that a pane shows; a 100 kB line would wrap into a thousand rows."""

_BIDI_NAMES = {
    0x061C: "ALM", 0x200E: "LRM", 0x200F: "RLM", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO",
    0x202E: "RLO", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI",
}  # fmt: skip

# C0, DEL and C1; line and paragraph separators; bidi controls; zero-width marks; soft hyphen; the
# tag block; lone surrogates, which no terminal encoding can carry.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
_UNSAFE_BUT_NEWLINE = re.compile(_UNSAFE.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))


def _mark(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in (0x09, 0x0A, 0x0D):
        return " "
    if code < 0x20:
        return chr(0x2400 + code)  # the control pictures: ␛ for ESC
    if code == 0x7F:
        return "␡"
    if code in (0xAD, 0x200B, 0x2060, 0xFEFF):
        return ""  # soft hyphen, zero-width space, word joiner, byte order mark: nothing to see
    if code in (0x2028, 0x2029):
        return " "
    return f"⟨{_BIDI_NAMES.get(code, f'{code:04X}')}⟩"


def line(text: str | None, limit: int = MAX_LINE) -> str:
    """Return `text` as one drawable line; past `limit` code points it is cut, and says so."""
    if not text:
        return ""
    shown = _UNSAFE.sub(_mark, text[:limit])
    return shown if len(text) <= limit else f"{shown}… ({len(text) - limit:,} more characters)"


def lines(text: str | None, limit: int = MAX_LINE) -> str:
    """Return `text` drawable with its line breaks kept; past `limit` code points it is cut, and says so."""
    if not text:
        return ""
    shown = _UNSAFE_BUT_NEWLINE.sub(_mark, text[:limit])
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
