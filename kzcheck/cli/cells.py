"""Text for a terminal: its width in cells, and cutting it."""

import unicodedata


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
