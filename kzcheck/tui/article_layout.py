"""The lines of a long text at a given width, wrapped only where they are shown."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from kzcheck.domain import Span
from kzcheck.tui import safe

_WORD = re.compile(r"\S+\s*|\s+")
LONGEST_PARAGRAPH = 8000
"""In code points. A longer paragraph is wrapped in stretches of about this length."""


class Place(NamedTuple):
    """A line: its paragraph and its number there. The number after the last is the empty line below."""

    paragraph: int
    line: int


class Layout:
    """A text in lines of at most `width` cells. A line is a span of the text, so that offsets stay true."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = max(8, width)
        self._paragraphs = list(paragraphs(text)) or [Span(0, 0)]
        self._starts = [span.start for span in self._paragraphs]
        self._lines: dict[int, list[Span]] = {}

    def lines(self, paragraph: int) -> list[Span]:
        """Return the lines of a paragraph, which is wrapped when they are first asked for."""
        known = self._lines.get(paragraph)
        if known is None:
            known = self._lines[paragraph] = wrapped(self.text, self._paragraphs[paragraph], self.width)
        return known

    def span(self, place: Place) -> Span | None:
        """Return the span of a line, None for an empty one and beyond the end."""
        if place.paragraph >= len(self._paragraphs):
            return None
        lines = self.lines(place.paragraph)
        return lines[place.line] if place.line < len(lines) else None

    def place(self, offset: int) -> Place:
        """Return the line that contains an offset of the text, or the last line before it."""
        paragraph = max(0, bisect_right(self._starts, offset) - 1)
        starts = [span.start for span in self.lines(paragraph)]
        return Place(paragraph, max(0, bisect_right(starts, offset) - 1))

    def step(self, place: Place, by: int) -> Place:
        """Return the line `by` lines further on, or back if negative, as far as there are lines."""
        paragraph, line = place.paragraph, place.line + by
        while line < 0 and paragraph > 0:
            paragraph -= 1
            line += self._height(paragraph)
        last = len(self._paragraphs) - 1
        while paragraph < last and line >= self._height(paragraph):
            line -= self._height(paragraph)
            paragraph += 1
        return Place(paragraph, max(0, min(line, len(self.lines(paragraph)))))

    def before(self, place: Place, other: Place, reach: int) -> int | None:
        """Return how many lines `other` is below `place`, None if it is above, or `reach` or more below."""
        at, distance = place, 0
        while distance < reach:
            if at == other:
                return distance
            following = self.step(at, 1)
            if following == at:
                return None
            at, distance = following, distance + 1
        return None

    def _height(self, paragraph: int) -> int:
        return len(self.lines(paragraph)) + 1


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs of a text, which end at line breaks; a very long one is yielded in stretches."""
    at = 0
    for line in text.split("\n"):
        start, end = at, at + len(line)
        at = end + 1
        while end - start > LONGEST_PARAGRAPH:
            space = text.rfind(" ", start + LONGEST_PARAGRAPH // 2, start + LONGEST_PARAGRAPH)
            cut = space + 1 if space >= 0 else start + LONGEST_PARAGRAPH
            yield Span(start, cut)
            start = cut
        if text[start:end].strip():
            yield Span(start, end)


def wrapped(text: str, span: Span, width: int) -> list[Span]:
    """Return the lines of a stretch, broken between words; a word longer than a line is cut."""
    lines: list[Span] = []
    start, used = span.start, 0
    for found in _WORD.finditer(text, span.start, span.end):
        word = found[0]
        size = cells(word.rstrip())
        if used and used + size > width:
            lines.append(Span(start, found.start()))
            start, used = found.start(), 0
        if size > width:
            edges = [found.start(), *cuts(text, found.start(), found.end(), width)]
            lines += [Span(a, b) for a, b in pairwise(edges)]
            start = edges[-1]
            word = text[start : found.end()]
        used += cells(word)
    if start < span.end or not lines:
        lines.append(Span(start, span.end))
    return lines


def cuts(text: str, start: int, end: int, width: int) -> list[int]:
    """Return where a word that begins at `start` is cut so that no piece is wider than a line."""
    found: list[int] = []
    used = 0
    for offset in range(start, end):
        size = cells(text[offset])
        if used + size > width:
            found.append(offset)
            used = 0
        used += size
    return found


def cells(words: str) -> int:
    """Return how many cells words take up when drawn."""
    if words.isascii() and words.isprintable():
        return len(words)
    return cell_len(safe.line(words, limit=len(words)))
