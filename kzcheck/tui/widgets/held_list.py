"""A list whose rows are all in memory: documents, contradictions, orphans."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from rich.segment import Segment

from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.rows import RowList

Row = TypeVar("Row")


class HeldList(RowList[Row]):
    """A list of rows in memory, identified by `key_of`."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(self._read, glyphs, id=id)
        self.held: Sequence[Row] = ()
        self._places: dict[str, int] = {}

    def hold(self, rows: Sequence[Row], near: Row | None = None) -> None:
        """List other rows, with the cursor on `near`, or where that row was."""
        place = self._places.get(self.key_of(near), 0) if near is not None else 0
        self.held = rows
        self._places = {self.key_of(row): number for number, row in enumerate(rows)}
        if near is not None and rows and self.key_of(near) not in self._places:
            near = rows[min(place, len(rows) - 1)]
        self.load(near if rows else None)

    def moves(self) -> dict[str, Callable[[], None]]:
        """Return what the commands do that move the cursor."""
        return {
            "down": lambda: self.move(1),
            "up": lambda: self.move(-1),
            "page_down": lambda: self.move_page(1),
            "page_up": lambda: self.move_page(-1),
            "first": self.go_to_start,
            "last": self.go_to_end,
        }

    def segment(self, words: str, role: str, *, cursor: bool) -> Segment:
        """Return words in the style of a role; on the row under the cursor only statuses keep colour."""
        styles = self.styles_now
        if not cursor:
            return Segment(words, styles.role(role).rich_style)
        plain = role in ("text", "muted", "rule", "strong")
        return Segment(words, (styles.cursor if plain else styles.on_cursor(role)).rich_style)

    def _read(self, *, after: Row | None, before: Row | None, limit: int, last: bool) -> list[Row]:
        rows = self.held
        if before is not None or last:
            end = self._places[self.key_of(before)] if before is not None else len(rows)
            return list(rows[max(0, end - limit) : end])
        start = self._places[self.key_of(after)] + 1 if after is not None else 0
        return list(rows[start : start + limit])
