"""The pane of the annotated article: the whole text, of which only the visible lines are drawn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.message import Message
from textual.strip import Strip
from textual.style import Style

from kzcheck.desk import Desk
from kzcheck.domain import Span
from kzcheck.tui import safe
from kzcheck.tui.article_layout import Layout, Place
from kzcheck.tui.article_text import Coverage, Marks, article_title, role_of
from kzcheck.tui.caret import Caret
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.painted import Styled
from kzcheck.tui.widgets.titles import title_strip

if TYPE_CHECKING:
    from kzcheck.domain import Document

SIGNS = 3
GUTTER = SIGNS + 2
"""Cells of the margin: the cursor, the statuses of the first claims that begin on the line, a space."""
CONTEXT_LINES = 3
UNDERLINE = Style(underline=True)
CARET = Style(reverse=True)


class ArticlePane(Styled, can_focus=True):
    """An article with every claim in the colour of its status, and the sign of the status in the margin."""

    class PassageMarked(Message):
        """A passage was marked to become a claim."""

        def __init__(self, document_id: str, span: Span) -> None:
            super().__init__()
            self.document_id = document_id
            self.span = span

    class MarkingChanged(Message):
        """The caret appeared in the text, moved, or disappeared."""

    class ClaimClicked(Message):
        """A claim was clicked."""

        def __init__(self, claim_id: str) -> None:
            super().__init__()
            self.claim_id = claim_id

    def __init__(self, desk: Desk, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._desk = desk
        self._glyphs = glyphs
        self._document: Document | None = None
        self._seen = (-1, -1)
        self._marks: Marks | None = None
        self._coverage = Coverage(0, 0, 0)
        self._cursor: str | None = None
        self._layout: Layout | None = None
        self._top = Place(0, 0)
        self.caret: Caret | None = None

    # -- what is shown ---------------------------------------------------------------------------

    def show_claim(self, document_id: str, claim_id: str | None) -> None:
        """Show an article with the cursor on one of its claims, and bring the claim into view."""
        seen = (self._desk.newest_entry(), self._desk.data_version())
        if self._document is None or self._document.id != document_id:
            self._document = self._desk.document(document_id)
            self._layout, self._top, self.caret = None, Place(0, 0), None
            self._seen = (-1, -1)
        if self._seen != seen:
            marks = self._desk.marks_of(document_id)
            self._marks, self._coverage, self._seen = Marks(self._document, marks), Coverage.of(marks), seen
        moved = claim_id != self._cursor
        self._cursor = claim_id
        mark = self._marks.mark(claim_id) if self._marks else None
        if mark is not None and (moved or self._layout is None):
            self._reveal(mark.start)
        self.refresh()

    @property
    def layout_now(self) -> Layout:
        """The text in lines of the present width."""
        if self._layout is None:
            text = self._document.text if self._document else ""
            self._layout = Layout(text, self.size.width - GUTTER - 1)
        return self._layout

    @property
    def room(self) -> int:
        """Lines below the title."""
        return max(1, self.size.height - 1)

    def _reveal(self, offset: int) -> None:
        """Scroll so that the line of an offset is visible with some lines around it."""
        layout = self.layout_now
        place = layout.place(offset)
        line = layout.before(self._top, place, self.room)
        if line is None or line > self.room - min(CONTEXT_LINES, self.room // 2):
            self._top = layout.step(place, -(self.room // 3))

    def scroll_lines(self, by: int) -> bool:
        """Scroll; return whether that changed what is visible."""
        top = self.layout_now.step(self._top, by)
        if by > 0 and self.layout_now.span(top) is None and self.layout_now.step(top, 1) == top:
            return False
        moved = top != self._top
        self._top = top
        self.refresh()
        return moved

    # -- marking a passage -----------------------------------------------------------------------

    def start_marking(self, at: int | None = None) -> None:
        """Put a caret into the text: at an offset, else at the claim under the cursor or the first line."""
        if self._document is None or not self._document.text:
            return
        layout = self.layout_now
        mark = self._marks.mark(self._cursor) if self._marks else None
        offset = mark.start if mark else None
        if at is not None:
            offset = at
        elif offset is None or layout.before(self._top, layout.place(offset), self.room) is None:
            first = layout.span(self._top) or layout.span(layout.step(self._top, 1))
            offset = first.start if first else 0
        self.caret = Caret(layout, offset)
        self._moved()

    def stop_marking(self) -> None:
        """Remove the caret from the text."""
        self.caret = None
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """Move the caret while there is one; other keys do nothing then."""
        caret = self.caret
        if caret is None:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.stop_marking()
            self.post_message(self.MarkingChanged())
        elif event.key == "enter":
            assert self._document is not None
            self.post_message(self.PassageMarked(self._document.id, caret.passage))
        elif move(caret, event, self.room):
            self._moved()

    def _moved(self) -> None:
        assert self.caret is not None
        self._reveal(self.caret.offset)
        self.post_message(self.MarkingChanged())
        self.refresh()

    # -- drawing ---------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Return the title line, or a line of the text."""
        width, styles = self.size.width, self.styles_now
        if y == 0:
            return title_strip(
                self._title(), width, styles, focused=self.has_focus, rule=self._glyphs.rule, note=self._far()
            )
        span = self.layout_now.span(self.layout_now.step(self._top, y - 1)) if self._document else None
        if span is None or self._is_beyond(y - 1):
            return Strip.blank(width, styles.text.rich_style)
        strip = Strip([*self._margin(span), *self._words(span)])
        return strip.adjust_cell_length(width, styles.text.rich_style)

    def _is_beyond(self, by: int) -> bool:
        """Return whether the text ends fewer than so many lines below the first visible one."""
        layout = self.layout_now
        return by > 0 and layout.step(self._top, by) == layout.step(self._top, by - 1)

    def _title(self) -> Content:
        if self._document is None:
            return Content.styled("Article", "bold")
        return article_title(self._document, self._coverage, self.size.width)

    def _far(self) -> str:
        """Return how far down the text the pane is, in percent."""
        layout = self.layout_now
        last = layout.span(layout.step(self._top, self.room - 1))
        total = max(1, len(layout.text))
        return f"{100 * (last.end if last else total) // total}%"

    def _margin(self, span: Span) -> list[Segment]:
        assert self._marks is not None
        styles, glyphs = self.styles_now, self._glyphs
        beginning = [mark for mark in self._marks.within(span) if mark.start >= span.start]
        is_here = any(mark.id == self._cursor for mark in beginning)
        signs = [
            Segment(glyphs.status[mark.status], styles.role(role_of(mark)).rich_style)
            for mark in beginning[:SIGNS]
        ]
        return [
            Segment(glyphs.cursor if is_here else " ", styles.info.rich_style),
            *signs,
            Segment(" " * (GUTTER - 1 - len(signs)), styles.text.rich_style),
        ]

    def _words(self, span: Span) -> list[Segment]:
        assert self._marks is not None
        text, styles = self.layout_now.text, self.styles_now
        segments = []
        for piece in self._marks.pieces(span, None if self.caret else self._cursor):
            style = styles.role(piece.role) + UNDERLINE if piece.is_claim else styles.role(piece.role)
            for part, part_style in self._with_caret(piece.span, style):
                words = safe.line(part.of(text), limit=len(text))
                segments.append(Segment(words, part_style.rich_style))
        return segments

    def _with_caret(self, span: Span, style: Style) -> list[tuple[Span, Style]]:
        """Return a piece, divided where the marked passage and the caret begin and end."""
        caret = self.caret
        if caret is None:
            return [(span, style)]
        passage, at = caret.passage, caret.offset
        edges = {span.start, span.end}
        edges |= {edge for edge in (*passage, at, at + 1) if span.start < edge < span.end}
        ordered = sorted(edges)
        parts = []
        for start, end in pairwise(ordered):
            look_here = style
            if passage.start <= start and end <= passage.end:
                look_here = self.styles_now.quote if caret.anchor is not None else self.styles_now.cursor
            if start == at:
                look_here += CARET
            parts.append((Span(start, end), look_here))
        return parts

    def on_resize(self) -> None:
        """Wrap the text at the new width, and keep the claim or the caret in view."""
        self._layout, self._top = None, Place(0, 0)
        mark = self._marks.mark(self._cursor) if self._marks else None
        if self.caret is not None:
            offset, anchor = self.caret.offset, self.caret.anchor
            self.caret = Caret(self.layout_now, offset)
            self.caret.anchor = anchor
            self._reveal(offset)
        elif mark is not None:
            self._reveal(mark.start)
        self.refresh()  # it may have been painted at a width that it had not yet

    # -- the mouse, which nothing needs ----------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor to the claim that was clicked, or to the first that begins on that line."""
        span = self.layout_now.span(self.layout_now.step(self._top, event.y - 1)) if event.y > 0 else None
        if span is None or self._marks is None or self.caret is not None:
            return
        offset = span.start + max(0, event.x - GUTTER)
        held = self._marks.within(span)
        hit = [mark for mark in held if mark.start <= offset < mark.end] if event.x >= GUTTER else held
        if hit:
            self.post_message(self.ClaimClicked(min(hit, key=lambda mark: mark.end - mark.start).id))

    def on_mouse_scroll_down(self) -> None:
        """Scroll two lines down."""
        self.scroll_lines(2)

    def on_mouse_scroll_up(self) -> None:
        """Scroll two lines up."""
        self.scroll_lines(-2)


def move(caret: Caret, event: events.Key, page: int) -> bool:
    """Move a caret by a key; return whether the key moves it."""
    moves = {
        "h": lambda: caret.by_letters(-1),
        "left": lambda: caret.by_letters(-1),
        "l": lambda: caret.by_letters(1),
        "right": lambda: caret.by_letters(1),
        "j": lambda: caret.by_lines(1),
        "down": lambda: caret.by_lines(1),
        "k": lambda: caret.by_lines(-1),
        "up": lambda: caret.by_lines(-1),
        "pagedown": lambda: caret.by_lines(page),
        "pageup": lambda: caret.by_lines(-page),
        "w": caret.to_next_word,
        "ctrl+right": caret.to_next_word,
        "b": caret.to_word_before,
        "ctrl+left": caret.to_word_before,
        "home": lambda: caret.to_line_edge(end=False),
        "0": lambda: caret.to_line_edge(end=False),
        "end": lambda: caret.to_line_edge(end=True),
        "dollar_sign": lambda: caret.to_line_edge(end=True),
        "right_parenthesis": lambda: caret.to_sentence_edge(end=True),
        "left_parenthesis": lambda: caret.to_sentence_edge(end=False),
        "space": caret.toggle_anchor,
        "v": caret.toggle_anchor,
        "s": caret.mark_sentence,
    }
    deed = moves.get(event.key)
    if deed is None:
        return False
    deed()
    return True
