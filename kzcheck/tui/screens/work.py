"""Longer work beside the screen: a bar that shows how far it is, Esc to end it, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.desk import Desk
from kzcheck.domain import KzcheckError
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.screens.dialog import Dialog

BAR = 40
MOST_LINES = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of some work, a line each; `problems` are what could not be done."""

    lines: Sequence[str]
    problems: Sequence[str] = ()


class Watch:
    """What the work is handed: whom to tell how far it is, and whether to end. Used from its thread."""

    def __init__(self, tell: Callable[[int, int, str], object]) -> None:
        self.tell = tell
        self.is_ended = False


Job = Callable[[Desk, Watch], Outcome]


class WorkScreen(Dialog[bool]):
    """Runs a job on a connection of its own in a thread; answers whether it was there to the end."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close", "Close", show=False)]

    class Told(Message):
        """The work is so far."""

        def __init__(self, done: int, total: int, words: str) -> None:
            super().__init__()
            self.done, self.total, self.words = done, total, words

    class Ended(Message):
        """The work is over."""

        def __init__(self, outcome: Outcome) -> None:
            super().__init__()
            self.outcome = outcome

    def __init__(self, title: str, desk: Desk, job: Job, glyphs: Glyphs) -> None:
        super().__init__(Content.styled(title, "bold $info"))
        self._desk = desk
        self._job = job
        self._glyphs = glyphs
        self._watch = Watch(lambda *progress: self.post_message(self.Told(*progress)))
        self.is_over = False

    def fields(self) -> list[Widget]:
        """Return the bar, what is told, and the keys."""
        return [
            Static(self._bar(0, 0), id="bar"),
            Static(Content(""), id="told"),
            Static(Content.styled(" Esc ends it", "$muted"), id="hints"),
        ]

    def on_mount(self) -> None:
        """Begin."""
        self.run_worker(self._run, thread=True, exclusive=True, exit_on_error=True)

    def _run(self) -> None:
        try:
            with self._desk.sibling() as desk:
                outcome = self._job(desk, self._watch)
        except KzcheckError as error:
            outcome = Outcome((), (str(error),))
        self.post_message(self.Ended(outcome))

    @on(Told)
    def show_progress(self, told: Told) -> None:
        """Show how far it is."""
        if not self.is_over:
            self.query_one("#bar", Static).update(self._bar(told.done, told.total))
            self.query_one("#told", Static).update(safe.content(told.words[:300], "$muted"))

    @on(Ended)
    def show_outcome(self, ended: Ended) -> None:
        """Show what came of it."""
        self.is_over = True
        glyphs, outcome = self._glyphs, ended.outcome
        lines = [
            Content.assemble(Content.styled(f"{glyphs.ok} ", "$good"), safe.content(line[:300]))
            for line in outcome.lines
        ]
        lines += [
            Content.assemble(Content.styled(f"{glyphs.problem} ", "bold $bad"), safe.content(line[:300]))
            for line in outcome.problems
        ]
        if len(lines) > MOST_LINES:
            lines = [*lines[:MOST_LINES], Content.styled(f"and {len(lines) - MOST_LINES} more", "$muted")]
        if self._watch.is_ended:
            lines.insert(0, Content.styled("It was ended before all was done.", "$warn"))
        self.query_one("#bar", Static).display = False
        self.query_one("#told", Static).update(Content("\n").join(lines))
        self.query_one("#hints", Static).update(Content.styled(" Enter goes back", "$muted"))

    def _bar(self, done: int, total: int) -> Content:
        filled = BAR * done // total if total else 0
        return Content.assemble(
            Content.styled(self._glyphs.bar_full * filled, "$good"),
            Content.styled(self._glyphs.bar_empty * (BAR - filled), "$rule"),
            Content(f" {done} of {total}" if total else ""),
        )

    def action_cancel(self) -> None:
        """End the work after what it is at; when it is over, go back."""
        if self.is_over:
            self.dismiss(True)
        else:
            self._watch.is_ended = True
            self.query_one("#hints", Static).update(Content.styled(" ending after this one …", "$warn"))

    def action_close(self) -> None:
        """Go back, when it is over."""
        if self.is_over:
            self.dismiss(True)
