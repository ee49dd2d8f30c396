"""A caret in a text and the passage it marks; it moves by letters, words, lines and sentences."""

import re

from kzcheck.domain import Span
from kzcheck.tui.article_layout import Layout

_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*(?=\s)|\n")
_FARTHEST = 4000
"""How many code points are searched for the edge of a sentence."""


class Caret:
    """A position in a text. With an anchor, the passage from there to the caret is marked."""

    def __init__(self, layout: Layout, offset: int) -> None:
        self._layout = layout
        self._text = layout.text
        self.offset = max(0, min(offset, len(self._text) - 1))
        self.anchor: int | None = None

    @property
    def passage(self) -> Span:
        """The marked passage, or without an anchor the sentence around the caret."""
        if self.anchor is None:
            return self.sentence()
        first, last = sorted((self.anchor, self.offset))
        return Span(first, self._end_of_letter(last))

    def toggle_anchor(self) -> None:
        """Begin a passage at the caret, or unmark it."""
        self.anchor = self.offset if self.anchor is None else None

    def mark_sentence(self) -> None:
        """Mark the whole sentence around the caret."""
        start, end = self.sentence()
        self.anchor, self.offset = start, max(start, end - 1)

    def by_letters(self, by: int) -> None:
        """Move by `by` code points."""
        self._go(self.offset + by)

    def by_lines(self, by: int) -> None:
        """Move `by` lines down, to the same column; empty lines are passed over."""
        layout = self._layout
        place = layout.place(self.offset)
        here = layout.span(place)
        column = self.offset - here.start if here else 0
        target = layout.step(place, by)
        span = layout.span(target) or layout.span(layout.step(target, 1 if by > 0 else -1))
        if span is not None:
            self._go(min(span.start + column, max(span.start, span.end - 1)))

    def to_next_word(self) -> None:
        """Move to the beginning of the next word, or with an anchor to the end of this word or the next."""
        if self.anchor is None:
            beyond = re.compile(r"\s").search(self._text, self.offset)
            found = _WORD.search(self._text, beyond.start()) if beyond else None
            self._go(found.start() if found else len(self._text) - 1)
        else:
            found = _WORD.search(self._text, self.offset + 1)
            self._go(found.end() - 1 if found else len(self._text) - 1)

    def to_word_before(self) -> None:
        """Move to the beginning of this word, or of the word before it."""
        start = max(0, self.offset - _FARTHEST)
        found = list(_WORD.finditer(self._text, start, self.offset))
        self._go(found[-1].start() if found else start)

    def to_line_edge(self, *, end: bool) -> None:
        """Move to the first or the last letter of the line."""
        span = self._layout.span(self._layout.place(self.offset))
        if span is not None:
            words = span.of(self._text).rstrip()
            self._go(span.start + max(0, len(words) - 1) if end else span.start)

    def to_sentence_edge(self, *, end: bool) -> None:
        """Move to the last or the first letter of the sentence; from there, to the next or previous one."""
        span = self.sentence()
        if end:
            if self.offset >= span.end - 1:
                self.to_next_word()
                span = self.sentence()
            self._go(span.end - 1)
        else:
            if self.offset <= span.start:
                self.to_word_before()
                span = self.sentence()
            self._go(span.start)

    def sentence(self) -> Span:
        """Return the likely sentence around the caret, without white space at its ends."""
        text = self._text
        low, high = max(0, self.offset - _FARTHEST), min(len(text), self.offset + _FARTHEST)
        ends = [found.end() for found in _SENTENCE_END.finditer(text, low, high)]
        start = max([end for end in ends if end <= self.offset], default=low)
        end = min([end for end in ends if end > self.offset], default=high)
        words = text[start:end]
        return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))

    def _go(self, offset: int) -> None:
        self.offset = max(0, min(offset, len(self._text) - 1))

    def _end_of_letter(self, offset: int) -> int:
        """Return where the letter at an offset ends, including its combining marks."""
        from unicodedata import combining

        end = offset + 1
        while end < len(self._text) and (combining(self._text[end]) or self._text[end] in "\u200d\ufe0f"):
            end += 1
        return min(end, len(self._text))
