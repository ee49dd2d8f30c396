"""A pane of wrapped text below a title line, drawn without Textual's layout."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.painted import Painted
from kzcheck.tui.widgets.titles import title_strip


class Gives(Enum):
    """Which of its lines a paragraph gives up first where a pane has no room for all."""

    FIRST = auto()
    LAST = auto()


class Block(NamedTuple):
    """A paragraph: wrapped to the pane, its further lines indented by `hang` cells.

    Where a pane has no room for all, one that `gives` is shortened to a line, and goes altogether where one
    that `is_needed` would not show otherwise.
    """

    words: Content
    indent: int = 0
    hang: int = 0
    gives: Gives | None = None
    is_needed: bool = False


BLANK = Block(Content(""))

LINES_SHOWN = 4
"""How many lines of a block must be visible from where it is revealed."""


class LinesPane(Painted, can_focus=True):
    """Wrapped paragraphs under a title; scrolls by lines, wraps once for each content and width."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._glyphs = glyphs
        self._title = Content("")
        self._blocks: Sequence[Block] = ()
        self._ahead: Sequence[Block] = ()
        self._wraps: dict[int, tuple[Block, list[Strip]]] = {}
        self._lines: list[Strip] | None = None
        self._offset = 0
        self._width = 0

    def show(self, title: Content, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show other content, from its first line unless `keep_place`.

        Only lines that differ are painted: painting a line costs more than comparing it.
        """
        before, headed = self._strips(), (id(self._title), self._more())
        self._title = title
        self._blocks = blocks
        self._lines = None
        if not keep_place:
            self._offset = 0
        width, after = self.size.width, self._strips()
        changed = [line for line in range(len(after)) if line >= len(before) or before[line] != after[line]]
        changed += range(len(after), len(before))
        lines = [1 + line for line in changed]
        if headed != (id(title), self._more()):
            lines.append(0)
        if lines:
            self.refresh(*(Region(0, line, width, 1) for line in lines))

    def wrap_ahead(self, blocks: Sequence[Block]) -> None:
        """Wrap blocks that are likely to be shown soon, and forget those wrapped ahead before."""
        self._ahead = blocks
        for block in blocks:
            self._wrap(block)

    def _strips(self) -> list[Strip]:
        """Return the visible lines below the title."""
        return self._wrapped()[self._offset : self._offset + self.room]

    @property
    def room(self) -> int:
        """Lines below the title."""
        return max(0, self.size.height - 1)

    def scroll_lines(self, by: int) -> bool:
        """Scroll; return whether that changed what is visible."""
        furthest = max(0, len(self._wrapped()) - self.room, self._offset if by > 0 else 0)
        offset = max(0, min(furthest, self._offset + by))
        moved = offset != self._offset
        self._offset = offset
        if moved:
            self.refresh()
        return moved

    def reveal(self, block: int, part: float = 0.0) -> None:
        """Scroll so that a block is visible from about `part` (0 to 1) of it on, unless it is already."""
        first = sum(len(self._wrap(each)) for each in self._blocks[:block])
        height = len(self._wrap(self._blocks[block]))
        line = first + int(part * height)
        last = min(first + height, line + LINES_SHOWN)
        if line < self._offset or last > self._offset + self.room:
            furthest = max(0, len(self._wrapped()) - self.room)
            self._offset = max(0, min(furthest, line - self.room // 4))
            self.refresh()

    def begin_with(self, block: int) -> None:
        """Scroll so that a block is the first visible one, even if the pane is then not full."""
        self._offset = sum(len(self._wrap(each)) for each in self._blocks[:block])
        self.refresh()

    def _wrap(self, block: Block) -> list[Strip]:
        """Return the lines of a block; each block is wrapped only once."""
        kept = self._wraps.get(id(block))
        if kept is None or kept[0] is not block:
            kept = self._wraps[id(block)] = (block, self._wrap_anew(block))
        return kept[1]

    def _wrap_anew(self, block: Block) -> list[Strip]:
        width = max(8, self.size.width - 2 - block.indent)
        base = self.styles_now.text
        lines = block.words.wrap(width)
        if block.hang and len(lines) > 1:
            rest = block.words[len(lines[0].plain) :]
            rest = rest[len(rest.plain) - len(rest.plain.lstrip()) :]
            lines = [lines[0], *rest.wrap(max(8, width - block.hang))]
        return [
            Strip(
                [
                    Segment(" " * (1 + block.indent + (block.hang if number else 0)), base.rich_style),
                    *line.render_segments(base),
                ]
            )
            for number, line in enumerate(lines)
        ]

    def _wrapped(self) -> list[Strip]:
        if self._lines is None:
            wanted = {id(block) for block in (*self._blocks, *self._ahead)}
            self._wraps = {key: kept for key, kept in self._wraps.items() if key in wanted}
            wrapped = [self._wrap(block) for block in self._blocks]
            over = sum(map(len, wrapped)) - self.room
            if over > 0 and not self.has_focus and any(block.gives for block in self._blocks):
                wrapped = self._shortened(wrapped, over)
            self._lines = [line for lines in wrapped for line in lines]
        return self._lines

    def _shortened(self, wrapped: Sequence[list[Strip]], over: int) -> list[list[Strip]]:
        """Return the paragraphs without empty lines, and with fewer lines of those that give some up."""
        kept = [[] if block is BLANK else lines for block, lines in zip(self._blocks, wrapped, strict=True)]
        over -= sum(map(len, wrapped)) - sum(map(len, kept))
        self._give_up(kept, over, staying=1)
        last = max((at for at, block in enumerate(self._blocks) if block.is_needed), default=-1)
        self._give_up(kept, sum(map(len, kept[: last + 1])) - self.room, staying=0)
        for at, (lines, whole) in enumerate(zip(kept, wrapped, strict=True)):
            if 0 < len(lines) < len(whole):
                kept[at] = self._elided(lines, self._blocks[at].gives)
        return kept

    def _give_up(self, kept: list[list[Strip]], lines: int, *, staying: int) -> None:
        """Take so many lines from the paragraphs that give some up, the longest first; of each some stay."""
        for _ in range(lines):
            givers = [at for at, block in enumerate(self._blocks) if block.gives and len(kept[at]) > staying]
            if not givers:
                return
            longest = max(givers, key=lambda at: len(kept[at]))
            first = self._blocks[longest].gives is Gives.FIRST
            kept[longest] = kept[longest][1:] if first else kept[longest][:-1]

    def _elided(self, lines: list[Strip], gives: Gives | None) -> list[Strip]:
        """Return what is left of a paragraph, with an ellipsis in place of the rest."""
        sign = Segment("…", self.styles_now.muted.rich_style)
        if gives is Gives.FIRST:
            first = lines[0]
            return [Strip([sign, *first.crop(1)]), *lines[1:]]
        *before, last = lines
        return [*before, Strip([*last, sign])]

    def render_line(self, y: int) -> Strip:
        """Return the title line, or a line of the text."""
        width = self.size.width
        styles = self.styles_now
        if y == 0:
            return title_strip(
                self._title,
                width,
                styles,
                focused=self.has_focus,
                rule=self._glyphs.rule,
                note=self._more(),
            )
        lines = self._wrapped()
        index = self._offset + y - 1
        if index >= len(lines):
            return Strip.blank(width, styles.text.rich_style)
        return lines[index].adjust_cell_length(width, styles.text.rich_style)

    def _more(self) -> str:
        hidden = len(self._wrapped()) - self.room - self._offset
        return f"{self._glyphs.below}{hidden}" if hidden > 0 else ""

    def notify_style_update(self) -> None:
        """Forget the styles of a theme that is gone."""
        self._lines = None
        self._wraps = {}
        super().notify_style_update()

    def on_resize(self) -> None:
        """Wrap the text at the new width, and keep the paragraph at the top there."""
        self.refresh()  # it may have been painted with the lines of another width
        if self.size.width == self._width:
            self._lines = None
            return
        self._width = self.size.width
        first, line = 0, 0
        while line < self._offset and first < len(self._blocks):
            line += len(self._wrap(self._blocks[first]))
            first += 1
        self._lines = None
        self._wraps = {}
        self._offset = 0
        if first:
            self.begin_with(first)

    def on_mouse_scroll_down(self) -> None:
        """Scroll two lines down."""
        self.scroll_lines(2)

    def on_mouse_scroll_up(self) -> None:
        """Scroll two lines up."""
        self.scroll_lines(-2)
