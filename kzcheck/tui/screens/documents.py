"""The documents screen: every article of the desk, and how far each is checked."""

from collections.abc import Callable

from rich.segment import Segment
from textual.app import ComposeResult
from textual.content import Content

from kzcheck.desk import Desk
from kzcheck.domain import DocumentRow, plural
from kzcheck.tui import safe
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.command_screen import CommandScreen
from kzcheck.tui.widgets.held_list import HeldList

OUTLET = 22
DATE = 11
DONE = 12
BAR = 10
REPLACED = " (replaced)"
HINTS = {"compare": "its claims", "down": "down", "up": "up", "clear": "back"}


class DocumentList(HeldList[DocumentRow]):
    """The documents in the order they came."""

    def key_of(self, row: DocumentRow) -> str:
        """Return the document's id."""
        return row.id

    def title(self) -> Content:
        """Return how many documents there are."""
        return Content.assemble(
            Content.styled("Documents", "bold"),
            Content(f" · {plural(len(self.held), 'article')}"),
        )

    def when_empty(self) -> list[Content]:
        """Say that there is none."""
        return [Content("This desk has no articles yet: Esc, then A adds some.")]

    def paint(self, row: DocumentRow, width: int, *, cursor: bool) -> list[Segment]:
        """Return a document's line: how much is checked, title, outlet, date."""
        glyphs = self._glyphs
        is_done = row.claims > 0 and row.done >= row.claims

        def segment(words: str, role: str) -> Segment:
            return self.segment(words, role, cursor=cursor)

        filled = BAR * row.done // row.claims if row.claims else 0
        parts = [
            segment(glyphs.cursor if cursor else " ", "info"),
            segment(f"{glyphs.ok if is_done else ' '} ", "good"),
            segment(f"{f'{row.done}/{row.claims}':>{DONE - 2}} ", "text"),
        ]
        room = width - DONE - 2
        tail: list[Segment] = []
        if width >= 70:
            tail += [segment(" " + safe.clip(row.metadata.outlet, OUTLET), "muted")]
            tail += [segment(" " + safe.clip(row.metadata.published, DATE), "muted")]
            room -= OUTLET + DATE + 2
        if width >= 100:
            parts += [
                segment(glyphs.bar_full * filled, "good"),
                segment(glyphs.bar_empty * (BAR - filled) + " ", "rule"),
            ]
            room -= BAR + 1
        replaced = REPLACED if row.is_superseded else ""
        role = "muted" if row.is_superseded else "text"
        return [*parts, segment(safe.clip(row.name, room - len(replaced)) + replaced, role), *tail]


class DocumentsScreen(CommandScreen[DocumentRow]):
    """Lists the documents; answers with the one that was chosen."""

    def __init__(self, desk: Desk, manner: Manner) -> None:
        super().__init__(manner, HINTS)
        self._desk = desk
        self.rows = DocumentList(manner.glyphs, id="documents")

    def compose(self) -> ComposeResult:
        """Lay out the list and the lines."""
        yield self.rows
        yield self.messages
        yield self.hint_line

    def on_mount(self) -> None:
        """Read the list."""
        self.rows.hold(self._desk.documents())
        self.rows.focus()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Move, choose, leave."""
        return {**self.rows.moves(), "compare": self._choose, "documents": self.leave}

    def _choose(self) -> None:
        self.dismiss(self.rows.current)
