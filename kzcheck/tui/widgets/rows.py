"""The virtual list: a window on a list of any length.

It holds a few hundred rows, which a source reads by key and never by offset, and never asks how many there
are. A move repaints just the two rows that change; a move past the edge jumps half a page.
"""

from abc import abstractmethod
from typing import Generic, Protocol, TypeVar

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.painted import Painted
from kzcheck.tui.widgets.titles import title_strip

Row = TypeVar("Row")

PAGE = 100
KEPT = 600
"""How many rows are held at most; those farthest from the cursor are dropped."""


class RowSource(Protocol[Row]):
    """A source of rows, in their order."""

    def __call__(self, *, after: Row | None, before: Row | None, limit: int, last: bool) -> list[Row]:
        """Return up to `limit` rows in list order: after or before a row, or else the first or the last."""


class RowList(Painted, Generic[Row], can_focus=True):
    """A list of rows below a title line, with a cursor."""

    class Moved(Message):
        """The cursor is on another row now, or on none."""

    def __init__(self, source: RowSource[Row], glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._source = source
        self._glyphs = glyphs
        self._rows: list[Row] = []
        self._cursor = 0
        self._top = 0
        self._at_start = self._at_end = True

    # -- what a kind of list says ---------------------------------------------------------------

    @abstractmethod
    def paint(self, row: Row, width: int, *, cursor: bool) -> list[Segment]:
        """Return the segments of a row, `width` cells in all."""

    @abstractmethod
    def key_of(self, row: Row) -> str:
        """Return what identifies a row."""

    @abstractmethod
    def title(self) -> Content:
        """Return the title."""

    @abstractmethod
    def when_empty(self) -> list[Content]:
        """Return the lines that an empty list shows."""

    # -- what others ask ------------------------------------------------------------------------

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._cursor] if self._rows else None

    @property
    def shown(self) -> list[Row]:
        """The visible rows."""
        return self._rows[self._top : self._top + self._height]

    @property
    def loaded(self) -> list[Row]:
        """The rows held now, including the visible ones."""
        return self._rows

    @property
    def complete(self) -> bool:
        """Whether all rows are held."""
        return self._at_start and self._at_end

    @property
    def _height(self) -> int:
        return max(1, self.size.height - 1)

    @property
    def can_read(self) -> bool:
        """Whether rows can be read now; while they cannot, the held rows stay."""
        return True

    # -- reading rows ---------------------------------------------------------------------------

    def load(self, near: Row | None = None, *, keep: bool = False) -> None:
        """Read the rows again, around the place of `near` in the order, or from the start.

        The cursor goes to `near`, or to the row that took its place, on the same line of the screen. With
        `keep` it goes to `near` in any case: that row is listed even if the source no longer has it.
        """
        line = self._cursor - self._top
        before = self._source(after=None, before=near, limit=PAGE, last=False) if near is not None else []
        anchor = before[-1] if before else None
        after = self._source(after=anchor, before=None, limit=PAGE, last=False)
        self._at_start = len(before) < PAGE
        self._at_end = len(after) < PAGE
        is_gone = near is not None and (not after or self.key_of(after[0]) != self.key_of(near))
        self._rows = [*before, near, *after] if near is not None and keep and is_gone else before + after
        self._cursor = max(0, min(len(before), len(self._rows) - 1))
        self._top = self._cursor - line
        self._settle()

    def replace(self, row: Row) -> None:
        """Replace a row by its new state, if it is held."""
        wanted = self.key_of(row)
        for index, old in enumerate(self._rows):
            if self.key_of(old) == wanted:
                self._rows[index] = row
                self._repaint(index)
                return

    def go_to(self, row: Row) -> None:
        """Bring the cursor to a row, reading the rows around it if it is not held."""
        wanted = self.key_of(row)
        for index, held in enumerate(self._rows):
            if self.key_of(held) == wanted:
                self.move(index - self._cursor)
                return
        self.load(near=row)

    def go_to_start(self) -> None:
        """Bring the cursor to the first row."""
        if not self._at_start and self.can_read:
            self._hold_end(last=False)
        self._cursor = self._top = 0
        self._settle()

    def go_to_end(self) -> None:
        """Bring the cursor to the last row."""
        if not self._at_end and self.can_read:
            self._hold_end(last=True)
        self._cursor = max(0, len(self._rows) - 1)
        self._top = self._cursor - self._height + 1
        self._settle()

    def _hold_end(self, *, last: bool) -> None:
        """Hold the first or the last screenful of rows; others are read later."""
        self._rows = self._source(after=None, before=None, limit=self._height, last=last)
        is_whole = len(self._rows) < self._height
        self._at_start, self._at_end = is_whole or not last, is_whole or last

    def move(self, by: int) -> None:
        """Move the cursor by a number of rows, as far as there are any."""
        if not self._rows:
            return
        self._read_ahead(by)
        old = self._cursor
        self._cursor = max(0, min(len(self._rows) - 1, old + by))
        if self._cursor == old:
            return
        if self._top <= self._cursor < self._top + self._height:
            self._repaint(old)
            self._repaint(self._cursor)
            self.post_message(self.Moved())
            return
        jump = self._height // 2 if abs(by) == 1 else self._height - 1
        self._top = (
            self._cursor - jump if self._cursor < self._top else self._cursor - self._height + 1 + jump
        )
        self._settle()

    @property
    def page_height(self) -> int:
        """By how many rows a screenful moves the cursor."""
        return max(1, self._height - 1)

    def move_page(self, by: int) -> None:
        """Move the cursor by screenfuls."""
        self.move(by * self.page_height)

    def hold_pages(self) -> None:
        """Read the rows up to a screenful away on both sides."""
        self._read_ahead(self.page_height)
        self._read_ahead(-self.page_height)

    def _read_ahead(self, by: int) -> None:
        """Read the rows that a move by `by` rows needs, and a screenful beyond."""
        if not self.can_read:
            return
        while by > 0 and not self._at_end and self._cursor + by + self._height >= len(self._rows):
            more = self._source(after=self._rows[-1], before=None, limit=PAGE, last=False)
            self._at_end = len(more) < PAGE
            self._rows += more
            self._let_go(len(self._rows) - KEPT)
        while by < 0 and not self._at_start and self._cursor + by - self._height < 0:
            more = self._source(after=None, before=self._rows[0], limit=PAGE, last=False)
            self._at_start = len(more) < PAGE
            self._rows[:0] = more
            self._cursor += len(more)
            self._top += len(more)
            if len(self._rows) > KEPT:
                del self._rows[KEPT:]
                self._at_end = False

    def _let_go(self, count: int) -> None:
        """Drop the first rows, but never a visible one."""
        count = min(count, self._top)
        if count > 0:
            del self._rows[:count]
            self._cursor -= count
            self._top -= count
            self._at_start = False

    def _settle(self) -> None:
        """Keep the window within the rows and the cursor within the window, and repaint."""
        self._top = max(0, min(self._top, len(self._rows) - self._height))
        if self._cursor < self._top:
            self._top = self._cursor
        elif self._cursor >= self._top + self._height:
            self._top = self._cursor - self._height + 1
        self.refresh()
        self.post_message(self.Moved())

    # -- drawing --------------------------------------------------------------------------------

    def _repaint(self, index: int) -> None:
        line = index - self._top
        if 0 <= line < self._height:
            self.refresh(Region(0, line + 1, self.size.width, 1))

    def repaint_title(self) -> None:
        """Repaint the title line."""
        self.refresh(Region(0, 0, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        """Return the title line, a row, or a line of the empty list."""
        width = self.size.width
        styles = self.styles_now
        base = styles.text.rich_style
        if y == 0:
            return title_strip(self.title(), width, styles, focused=self.has_focus, rule=self._glyphs.rule)
        index = self._top + y - 1
        if index < len(self._rows):
            return self.line_of(self._rows[index], width, cursor=index == self._cursor)
        if not self._rows:
            words = self.when_empty()
            if y - 2 in range(len(words)):
                line = Content(" ") + words[y - 2]
                return Strip(line.render_segments(styles.muted)).adjust_cell_length(width, base)
        return Strip.blank(width, base)

    def line_of(self, row: Row, width: int, *, cursor: bool) -> Strip:
        """Return the line of a row."""
        return Strip(self.paint(row, width, cursor=cursor), width)

    def on_resize(self) -> None:
        """Keep the cursor in view at the new size."""
        self._settle()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Skip the CSS rules for the focus, which changes nothing but the title line."""

    def on_focus(self, event: events.Focus) -> None:
        """Repaint the title line, and not all rows as Textual would."""
        self._take_focus(event, events.DescendantFocus(self))

    def on_blur(self, event: events.Blur) -> None:
        """Repaint the title line, and not all rows as Textual would."""
        self._take_focus(event, events.DescendantBlur(self))

    def _take_focus(self, event: events.Focus | events.Blur, told: events.Event) -> None:
        event.prevent_default()
        self.has_focus = isinstance(event, events.Focus)
        self.repaint_title()
        if self.parent is not None:
            self.parent.post_message(told)

    # -- the mouse, which nothing needs ----------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Bring the cursor to the row that was clicked."""
        if event.y >= 1 and self._top + event.y - 1 < len(self._rows):
            self.move(self._top + event.y - 1 - self._cursor)

    def on_mouse_scroll_down(self) -> None:
        """Move three rows down."""
        self.move(3)

    def on_mouse_scroll_up(self) -> None:
        """Move three rows up."""
        self.move(-3)
