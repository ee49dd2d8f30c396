"""The pane of a kept page's text: it can be read and searched, and a passage marked in it."""

import re
from itertools import pairwise

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from kzcheck.domain import Span
from kzcheck.tui import safe
from kzcheck.tui.article_layout import Layout, Place
from kzcheck.tui.caret import Caret
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.article import move
from kzcheck.tui.widgets.painted import Styled
from kzcheck.tui.widgets.titles import title_strip

MARGIN = 1
CARET = Style(reverse=True)


class KeptPane(Styled, can_focus=True):
    """A long text with a caret; the passage that a citation quotes is highlighted."""

    class Taken(Message):
        """A passage was marked and accepted."""

        def __init__(self, passage: str) -> None:
            super().__init__()
            self.passage = passage

    def __init__(self, text: str, title: Content, glyphs: Glyphs, *, cited: Span | None) -> None:
        super().__init__(id="kept")
        self._text = text
        self._title = title
        self._glyphs = glyphs
        self._cited = cited
        self._layout: Layout | None = None
        self._top = Place(0, 0)
        self._caret: Caret | None = None

    @property
    def layout_now(self) -> Layout:
        """The text in lines of the present width."""
        if self._layout is None:
            self._layout = Layout(self._text, self.size.width - 2 * MARGIN)
        return self._layout

    @property
    def caret(self) -> Caret:
        """The caret; at first it is where the cited passage begins."""
        if self._caret is None:
            self._caret = Caret(self.layout_now, self._cited.start if self._cited else 0)
        return self._caret

    @property
    def room(self) -> int:
        """Lines below the title."""
        return max(1, self.size.height - 1)

    def find(self, words: str, *, forward: bool = True) -> bool:
        """Go to the next place of some words and mark them; return whether they are there at all."""
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        found = self._next(pattern) if forward else self._before(pattern)
        if not words.strip() or found is None or not found[0]:
            return False
        self.caret.anchor, self.caret.offset = found.start(), found.end() - 1
        self._show_caret(found.start())
        return True

    def _next(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.search(self._text, self.caret.offset + 1) or pattern.search(self._text)

    def _before(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        start = min(self.caret.passage.start, self.caret.offset)
        last = None
        for found in pattern.finditer(self._text):
            if last is not None and last.start() < start <= found.start():
                return last
            last = found
        return last

    def on_key(self, event: events.Key) -> None:
        """Move the caret, mark a passage, or accept the marked one."""
        if event.key == "enter":
            event.stop()
            self.post_message(self.Taken(" ".join(self.caret.passage.of(self._text).split())))
        elif move(self.caret, event, self.room):
            event.stop()
            self._show_caret(self.caret.offset)

    def _show_caret(self, offset: int) -> None:
        layout = self.layout_now
        place = layout.place(offset)
        line = layout.before(self._top, place, self.room)
        if line is None or line > self.room - min(3, self.room // 2):
            self._top = layout.step(place, -(self.room // 3))
        self.refresh()

    def on_mount(self) -> None:
        """Start at the cited passage."""
        self.call_after_refresh(lambda: self._show_caret(self.caret.offset))

    def on_resize(self) -> None:
        """Wrap the text at the new width."""
        caret = self._caret
        self._layout, self._caret, self._top = None, None, Place(0, 0)
        if caret is not None:
            self.caret.offset, self.caret.anchor = caret.offset, caret.anchor
            self._show_caret(caret.offset)

    def render_line(self, y: int) -> Strip:
        """Return the title line, or a line of the text."""
        width, styles = self.size.width, self.styles_now
        if y == 0:
            rule = self._glyphs.rule
            return title_strip(self._title, width, styles, focused=self.has_focus, rule=rule, note="")
        layout = self.layout_now
        place = layout.step(self._top, y - 1)
        is_beyond = y > 1 and place == layout.step(self._top, y - 2)
        span = None if is_beyond else layout.span(place)
        if span is None:
            return Strip.blank(width, styles.text.rich_style)
        words = [Segment(" " * MARGIN, styles.text.rich_style), *self._words(span)]
        return Strip(words).adjust_cell_length(width, styles.text.rich_style)

    def _words(self, span: Span) -> list[Segment]:
        passage, at = self.caret.passage, self.caret.offset
        cited = self._cited or Span(0, 0)
        edges = {span.start, span.end}
        edges |= {e for e in (*passage, *cited, at, at + 1) if span.start < e < span.end}
        ordered = sorted(edges)
        return [
            Segment(
                safe.line(self._text[start:end], limit=end - start + 1),
                self._style(Span(start, end), passage, cited).rich_style,
            )
            for start, end in pairwise(ordered)
        ]

    def _style(self, part: Span, passage: Span, cited: Span) -> Style:
        styles = self.styles_now
        style = styles.text
        if cited.start <= part.start and part.end <= cited.end:
            style = styles.role("good")
        if passage.start <= part.start and part.end <= passage.end:
            style = styles.quote if self.caret.anchor is not None else styles.cursor
        return style + CARET if part.start == self.caret.offset else style
