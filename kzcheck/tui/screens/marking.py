"""An article in which a passage is marked with the keyboard; answers with its span."""

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.domain import Span, ZoneKind
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.reading import how_to_mark
from kzcheck.tui.widgets.article import ArticlePane
from kzcheck.tui.widgets.bars import MessageLine


class MarkingScreen(Screen[Span | None]):
    """Begins with the caret where the words may be: at an offset in the article's body, or near it."""

    def __init__(self, desk: Desk, document: str, near: int, manner: Manner) -> None:
        super().__init__()
        self._document = desk.document(document)
        self._near = near
        self.pane = ArticlePane(desk, manner.glyphs, id="marking")
        self.messages = MessageLine(manner.glyphs, id="message")

    def compose(self) -> ComposeResult:
        """Lay out the article and the line that says which keys mark."""
        yield self.pane
        yield self.messages

    def on_mount(self) -> None:
        """Put the caret into the text once its width is known."""
        self.pane.focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.pane.show_claim(self._document.id, None)
        body = [zone for zone in self._document.zones if zone.kind is ZoneKind.BODY]
        if body:
            self._near = max(body[0].start, min(self._near, body[-1].end - 1))
        self.pane.start_marking(self._near)

    @on(ArticlePane.PassageMarked)
    def answer(self, marked: ArticlePane.PassageMarked) -> None:
        """Answer with the passage."""
        self.dismiss(marked.span)

    @on(ArticlePane.MarkingChanged)
    def tell(self) -> None:
        """Say which keys mark a passage; go back when marking is given up."""
        if self.pane.caret is None:
            self.dismiss(None)
        else:
            self.messages.note(how_to_mark(self.pane.caret))
