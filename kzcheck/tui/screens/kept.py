"""The kept page of a citation: its text can be read and searched, and another passage taken from it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from kzcheck.domain import Citation, KeptPage, Span
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.screens.dialog import Field
from kzcheck.tui.widgets.kept_pane import KeptPane

KEYS = (
    ("/", "search"), ("n N", "next"), ("space", "mark"), ("s", "sentence"), ("Enter", "take"),
    ("Esc", "back"), ("o", "live page"),
)  # fmt: skip


class KeptScreen(ModalScreen[str | None]):
    """Shows the text of a kept page; answers with the passage that was taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", show=False),
        Binding("slash", "search", "Search", show=False),
        Binding("n", "again(True)", "Next", show=False),
        Binding("N", "again(False)", "Before", show=False),
        Binding("o", "open_live", "Live page", show=False),
    ]

    def __init__(self, citation: Citation, page: KeptPage, cited: Span | None, glyphs: Glyphs) -> None:
        super().__init__()
        self._page = page
        name = safe.line(citation.title or citation.reference, 80)
        title = Content.assemble(
            Content.styled("Kept page", "bold"),
            Content(f" · {name} · "),
            Content.styled(f"{page.sha256[:12]} · {page.fetched_at[:10]}", "$muted"),
        )
        self.pane = KeptPane(page.text, title, glyphs, cited=cited)

    def compose(self) -> ComposeResult:
        """Lay out the text, the search line and the keys."""
        yield self.pane
        field = Field(id="kept-search", hint="words on the page")
        field.display = False
        yield field
        parts = [
            Content.assemble(Content.styled(f" {key} ", "bold $info"), Content.styled(f"{words} ", "$muted"))
            for key, words in KEYS
        ]
        yield Static(Content("").join(parts), id="kept-keys")

    def on_mount(self) -> None:
        """Put the focus on the text."""
        self.pane.focus()

    @property
    def _field(self) -> Field:
        return self.query_one("#kept-search", Field)

    def action_search(self) -> None:
        """Ask for words to look for."""
        self._field.display = True
        self._field.focus()

    @on(Field.Submitted)
    def search(self) -> None:
        """Go to the words, or say that they are not there."""
        self.pane.focus()
        self.action_again(True)

    def action_again(self, forward: bool) -> None:
        """Go to the next place of the words, or to the previous one."""
        words = self._field.value.strip()
        if words and not self.pane.find(words, forward=forward):
            self.app.bell()
            self._field.placeholder = "not on this page; other words"
            self._field.value = ""
            self.action_search()

    def action_open_live(self) -> None:
        """Open the page as it is now in the browser."""
        if self._page.final_url.startswith(("https://", "http://")):
            self.app.open_url(self._page.final_url)

    def action_back(self) -> None:
        """Leave the search line, or else the page."""
        if self.focused is self._field:
            self._field.display = False
            self.pane.focus()
        else:
            self.dismiss(None)

    @on(KeptPane.Taken)
    def take(self, event: KeptPane.Taken) -> None:
        """Answer with the passage."""
        self.dismiss(event.passage)
