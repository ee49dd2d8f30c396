"""Decisions without a place: each goes to a claim of the new text, to a passage of it, or is let go."""

from collections.abc import Callable

from rich.segment import Segment
from textual import events, on
from textual.app import ComposeResult
from textual.content import Content

from kzcheck.desk import Desk
from kzcheck.domain import Span, plural
from kzcheck.tui import safe
from kzcheck.tui.manner import Manner
from kzcheck.tui.orphan_text import FATES, Lost, lost, orphan_blocks
from kzcheck.tui.screens.read_screen import ReadList, ReadScreen
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.widgets.lines_pane import LinesPane

WHY = 38
HINTS = {
    "compare": "it is 1",
    "add_claim": "mark where it is",
    "drop_claim": "let go",
    "undo": "undo",
    "clear": "back",
}


class OrphanList(ReadList[Lost]):
    """The claims whose decisions found no place."""

    NOTHING = "Every decision has its place in the present texts."

    def key_of(self, row: Lost) -> str:
        """Return the claim's id."""
        return row.row.id

    def title(self) -> Content:
        """Return how many there are."""
        many = f" · {plural(len(self.held), 'claim')} of replaced texts" if self.held else ""
        return Content.assemble(Content.styled("Decisions without a place", "bold"), Content(many))

    def paint(self, row: Lost, width: int, *, cursor: bool) -> list[Segment]:
        """Return an orphan's line: verdict, headline, number of candidates, why it has no place."""
        glyphs, claim = self._glyphs, row.row

        def segment(words: str, role: str) -> Segment:
            return self.segment(words, role, cursor=cursor)

        why = WHY if width >= 100 else 0
        room = width - 6 - why
        return [
            segment(glyphs.cursor if cursor else " ", "info"),
            segment(f"{glyphs.status[claim.status]} ", STATUS_ROLE[claim.status]),
            segment(safe.clip(claim.headline, room), "text"),
            segment(f" {len(row.candidates) or '-'} ", "info"),
            segment(safe.clip(FATES[row.orphan.fate], why), "muted"),
        ]


class OrphansScreen(ReadScreen[None, Lost]):
    """Works through the orphans with one key each."""

    def __init__(self, desk: Desk, manner: Manner) -> None:
        super().__init__(desk, OrphanList(manner.glyphs, id="orphans"), manner, HINTS)
        self.told = LinesPane(manner.glyphs, id="orphan")

    def compose(self) -> ComposeResult:
        """Lay out the list, the pane for the orphan under the cursor, and the lines."""
        yield self.rows
        yield self.told
        yield self.messages
        yield self.hint_line

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Move, resolve, turn back."""
        return {
            **self.rows.moves(),
            "compare": lambda: self._put_on(0),
            "add_claim": self._mark,
            "drop_claim": self._let_go,
            "undo": lambda: self._turn(self._desk.undo, "taken back"),
            "redo": lambda: self._turn(self._desk.redo, "put back"),
            "scroll_down": lambda: self._scroll(1),
            "scroll_up": lambda: self._scroll(-1),
            "orphans": self.leave,
        }

    def on_key(self, event: events.Key) -> None:
        """Resolve the orphan to the candidate of a digit, or do the command of the key."""
        if event.character and event.character in "123456789":
            event.stop()
            number = int(event.character) - 1
            with self.messages.reporting():
                self._put_on(number)
        else:
            super().on_key(event)

    def rows_of(self, desk: Desk) -> list[Lost]:
        """Return the orphans, each with its candidates."""
        return lost(desk)

    @on(OrphanList.Moved)
    def tell(self) -> None:
        """Show the orphan under the cursor."""
        here = self.rows.current
        blocks = orphan_blocks(self._desk, here, self.manner.glyphs) if here else []
        self.told.show(Content.styled("What it was, and may be", "bold"), blocks)

    # -- resolving -------------------------------------------------------------------------------

    def _put_on(self, number: int) -> None:
        here = self.rows.current
        if here is None:
            self.messages.note("no decision is without a place")
        elif number >= len(here.candidates):
            self.messages.note(
                f"there is no candidate {number + 1}; {self.manner.key('add_claim')} marks one"
            )
        else:
            to = here.candidates[number]
            self._desk.resolve(here.row.id, to.id)
            self._resolved(f"it is now: {to.headline}")

    def _let_go(self) -> None:
        if (here := self.rows.current) is not None:
            self._desk.resolve(here.row.id, None)
            self._resolved(f"let go: {here.row.headline}")

    def _mark(self) -> None:
        """Let the reviewer mark the words in the new text."""
        from kzcheck.tui.screens.marking import MarkingScreen

        here = self.rows.current
        if here is None:
            return

        def answered(span: Span | None) -> None:
            if span is not None:
                with self.messages.reporting():
                    self._put_at(here, span)

        near = self._desk.claim(here.candidates[0].id if here.candidates else here.row.id).start
        self.app.push_screen(MarkingScreen(self._desk, here.orphan.document, near, self.manner), answered)

    def _put_at(self, here: Lost, span: Span) -> None:
        self._desk.reanchor(here.row.id, span.start, span.end)
        self._resolved(f"it has its place again: {here.row.headline}")

    def _resolved(self, said: str) -> None:
        self.messages.done(f"{said}; {self.manner.key('undo')} takes it back")
        self.read()

    def _turn(self, deed: Callable[[], str], said: str) -> None:
        self.messages.done(f"{said}: {deed()}")
        self.read()

    def _scroll(self, by: int) -> None:
        self.told.scroll_lines(by)
