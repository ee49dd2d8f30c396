"""Text for a terminal: its width in cells, cutting it, and replacing what must not reach a terminal."""

import unicodedata

CONTROL_PICTURES = 0x2400
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LINE_ENDS = "\u2028\u2029"
SURROGATES = range(0xD800, 0xE000)


def visible(text: str) -> str:
    """Return `text` as one line in which control characters are replaced by visible marks."""
    return text if text.isprintable() else "".join(map(_mark, text))


def width(text: str) -> int:
    """Return the width of `text` in terminal cells."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def clipped(text: str, cells: int) -> str:
    """Return `text` in at most `cells` cells; if it is cut, it ends in an ellipsis."""
    if width(text) <= cells:
        return text
    kept: list[str] = []
    room = cells - 1
    for character in text:
        room -= _cells(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"


def padded(text: str, cells: int) -> str:
    """Return `text` in exactly `cells` cells, cut or filled with spaces."""
    text = clipped(text, cells)
    return text + " " * (cells - width(text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _mark(character: str) -> str:
    code = ord(character)
    if character in "\n\t":
        return " "
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    if code == 0x7F:
        return "␡"
    if code in range(0x80, 0xA0) or code in SURROGATES or character in BIDI_CONTROLS + LINE_ENDS:
        return f"\\u{code:04x}"
    return character
