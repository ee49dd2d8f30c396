"""The pane of two claims, side by side; in a narrow window their sentences stand below each other."""

from collections.abc import Sequence
from itertools import zip_longest

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from kzcheck.domain import Relation
from kzcheck.tui.compare_text import Field
from kzcheck.tui.theme import RELATION_ROLE
from kzcheck.tui.widgets.lines_pane import Block, LinesPane

LABEL = 10
SIGN = 2
GAP = 3
SIDE_BY_SIDE = 96
"""How wide the pane must be, in cells, for the sentences to stand side by side."""
LONG = ("", "sentence")
"""Fields with long texts."""
LEAST_SIDE = 26
"""How many cells a short field needs on each side."""


class ComparePane(LinesPane):
    """Draws the fields of a comparison, and below them the reasons why the two match."""

    _fields: Sequence[Field] = ()
    _sign = ""
    _sign_role = "warn"

    def show_pair(
        self, title: Content, fields: Sequence[Field], reasons: Sequence[Block], relation: Relation
    ) -> None:
        """Show another pair."""
        self._fields = fields
        self._sign = self._glyphs.relation[Relation.CONFLICT]
        self._sign_role = RELATION_ROLE[relation] if relation is Relation.CONFLICT else "warn"
        self.show(title, reasons)

    def _wrapped(self) -> list[Strip]:
        if self._lines is None:
            fields = [line for field in self._fields for line in self._drawn(field)]
            self._lines = [*fields, *(line for block in self._blocks for line in self._wrap(block))]
        return self._lines

    @property
    def _side(self) -> int:
        """The width of each of the two columns, in cells."""
        return (self.size.width - 1 - LABEL - SIGN - GAP) // 2

    def _drawn(self, field: Field) -> list[Strip]:
        is_beside = self.size.width >= SIDE_BY_SIDE or (field.label not in LONG and self._side >= LEAST_SIDE)
        return self._beside(field) if is_beside else self._below(field)

    def _beside(self, field: Field) -> list[Strip]:
        width = self._side
        columns = zip_longest(field.here.wrap(width), field.there.wrap(width), fillvalue=Content(""))
        lines = [
            self._line(field if number == 0 else None, [self._cell(here, width), self._cell(there, width)])
            for number, (here, there) in enumerate(columns)
        ]
        return [*lines, self._blank()] if field.label in LONG else lines

    def _below(self, field: Field) -> list[Strip]:
        width = max(8, self.size.width - 1 - LABEL - SIGN - 2)
        lines = []
        same = field.here.plain == field.there.plain and field.label != "verdict"
        sides = [("=", field.here)] if same else [("A", field.here), ("B", field.there)]
        for name, words in sides:
            for number, line in enumerate(words.wrap(width)):
                first = number == 0
                cell = [self._segment(f"{name if first else ' '} ", "info"), *self._cell(line, width)]
                lines.append(self._line(field if first and name != "B" else None, [cell]))
        return lines

    def _line(self, field: Field | None, cells: Sequence[Sequence[Segment]]) -> Strip:
        """Return a line: label and sign, if it is the first of its field, then the words of both sides."""
        label = field.label if field else ""
        sign = self._sign if field and field.differs else ""
        segments = [
            self._segment(f" {label:<{LABEL}}", "muted"),
            self._segment(f"{sign:<{SIGN}}", self._sign_role),
        ]
        for number, cell in enumerate(cells):
            segments += [*([self._segment(" " * GAP, "text")] if number else []), *cell]
        return Strip(segments)

    def _cell(self, words: Content, width: int) -> list[Segment]:
        base = self.styles_now.text
        strip = Strip(words.render_segments(base)).adjust_cell_length(width, base.rich_style)
        return list(strip)

    def _segment(self, words: str, role: str) -> Segment:
        return Segment(words, self.styles_now.role(role).rich_style)

    def _blank(self) -> Strip:
        return Strip([self._segment("", "text")])
