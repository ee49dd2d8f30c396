"""The documents screen: every article of the desk, and how far each is checked."""

from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from kzcheck.desk import Desk
from kzcheck.domain import DocumentRow
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.rows import RowList
from kzcheck.tui.words import plural

OUTLET = 22
DATE = 11
DONE = 12
BAR = 10


class DocumentList(RowList[DocumentRow]):
    """The documents in the order they came."""

    def __init__(self, desk: Desk, glyphs: Glyphs) -> None:
        super().__init__(self._read, glyphs, id="documents")
        self._documents = desk.documents()
        self._places = {row.id: number for number, row in enumerate(self._documents)}

    def _read(
        self, *, after: DocumentRow | None, before: DocumentRow | None, limit: int, last: bool
    ) -> list[DocumentRow]:
        rows = self._documents
        if before is not None or last:
            end = self._places[before.id] if before is not None else len(rows)
            return rows[max(0, end - limit) : end]
        start = self._places[after.id] + 1 if after is not None else 0
        return rows[start : start + limit]

    def key_of(self, row: DocumentRow) -> str:
        """Return the document's id."""
        return row.id

    def title(self) -> Content:
        """Return how many documents there are, and what can be done."""
        return Content.assemble(
            Content.styled("Documents", "bold"),
            Content(f" · {plural(len(self._documents), 'article')}"),
            Content.styled(" · Enter lists its claims · Esc goes back", "$muted"),
        )

    def when_empty(self) -> list[Content]:
        """Say that there is none."""
        return [Content("This desk has no articles yet: Esc, then A adds some.")]

    def paint(self, row: DocumentRow, width: int, *, cursor: bool) -> list[Segment]:
        """Return a document's line: how much is checked, title, outlet, date."""
        styles, glyphs = self.styles_now, self._glyphs
        is_done = row.claims > 0 and row.done >= row.claims

        def segment(words: str, role: str) -> Segment:
            plain = role in ("text", "muted", "rule")
            style = (styles.cursor if plain else styles.on_cursor(role)) if cursor else styles.role(role)
            return Segment(words, style.rich_style)

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
        name = row.metadata.title or row.source
        superseded = " (replaced by a later text)" if row.is_superseded else ""
        role = "muted" if row.is_superseded else "text"
        return [*parts, segment(safe.clip(f"{name}{superseded}", room), role), *tail]


class DocumentsScreen(ModalScreen[DocumentRow | None]):
    """Lists the documents; answers with the one that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,D", "leave", "Back", show=False),
        Binding("enter", "choose", "Its claims", show=False),
        Binding("j,down", "rows(1)", "Down", show=False),
        Binding("k,up", "rows(-1)", "Up", show=False),
        Binding("pagedown", "pages(1)", "Page down", show=False),
        Binding("pageup", "pages(-1)", "Page up", show=False),
        Binding("g,home", "start", "First", show=False),
        Binding("G,end", "end", "Last", show=False),
    ]

    def __init__(self, desk: Desk, glyphs: Glyphs) -> None:
        super().__init__()
        self.rows = DocumentList(desk, glyphs)

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield self.rows

    def on_mount(self) -> None:
        """Read the list."""
        self.rows.load()
        self.rows.focus()

    def action_rows(self, by: int) -> None:
        """Move by rows."""
        self.rows.move(by)

    def action_pages(self, by: int) -> None:
        """Move by screenfuls."""
        self.rows.move_page(by)

    def action_start(self) -> None:
        """Go to the first."""
        self.rows.go_to_start()

    def action_end(self) -> None:
        """Go to the last."""
        self.rows.go_to_end()

    def action_choose(self) -> None:
        """Answer with the document under the cursor."""
        self.dismiss(self.rows.current)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
