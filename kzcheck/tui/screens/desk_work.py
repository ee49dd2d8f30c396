"""Adding articles and exporting from within the review screen; the work goes on in the background."""

from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.desk.paths import expanded
from kzcheck.tui.background import Background
from kzcheck.tui.manner import Manner
from kzcheck.tui.widgets.bars import MessageLine

EXTENSIONS = {
    "csv": "csv", "citations-csv": "csv", "jsonl": "jsonl", "claimreview": "json", "markdown": "md",
    "html": "html",
}  # fmt: skip


class DeskWork:
    """Opens the dialogs, and reports the results; `changed` is called when the desk may have changed."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        manner: Manner,
        messages: MessageLine,
        *,
        changed: Callable[[], None],
        allow_private: bool,
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._manner = manner
        self._messages = messages
        self._changed = changed
        self._allow_private = allow_private
        self.background = Background(screen, desk)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the registry does here."""
        return {"add": self._add, "export": self._export, "work": self._show}

    def _add(self) -> None:
        """Ask what to add, and add it."""
        from kzcheck.tui.screens.adding import AddDialog, Wanted

        def answered(wanted: Wanted | None) -> None:
            if wanted is None:
                return
            if wanted.text is not None:
                self._begin("adding", add=["-"], text=wanted.text, given=dict(wanted.given))
            elif wanted.sources:
                self._begin("adding", add=wanted.sources, allow_private=self._allow_private)

        self._screen.app.push_screen(AddDialog(), answered)

    def _export(self) -> None:
        """Ask for a format and a file, and write it."""
        from kzcheck.tui.screens.ask import AskLine, Choose

        names = list(EXTENSIONS)

        def named(number: int | None) -> None:
            if number is None:
                return
            name = names[number]
            path = str(Path.cwd() / f"{self._desk.path.stem}-{name}.{EXTENSIONS[name]}")

            def answered(words: str | None) -> None:
                if words:
                    self._begin("exporting", export=name, path=str(expanded(words)))

            self._screen.app.push_screen(AskLine("Export", name, path, "writes it"), answered)

        self._screen.app.push_screen(Choose("Export as", names, None), named)

    def _begin(self, title: str, **order: object) -> None:
        self.background.ask(title, **order)
        self._messages.note(f"{title} in the background; {self._manner.key('work')} shows it and can end it")

    def _show(self) -> None:
        """Show how far the work is, and its results."""
        from kzcheck.tui.screens.work import WorkScreen

        self._screen.app.push_screen(WorkScreen(self.background, self._manner.glyphs))

    def told(self, told: Background.Told) -> None:
        """Report the result of a job that is over."""
        from kzcheck.tui.screens.work import came_of

        if not self.background.take(told):
            return
        self._changed()
        say = self._messages.problem if told.job.problems else self._messages.done
        say(f"{came_of(told.job)}; {self._manner.key('work')} tells all")

    def leave(self, leaving: Callable[[], None]) -> None:
        """Leave; if work is going on, ask back first, since leaving ends it."""
        from kzcheck.tui.screens.ask import Choose

        def answered(number: int | None) -> None:
            if number == 0:
                leaving()

        if self.background.is_busy:
            choices = ["leave: what is done stays, the rest ends", "stay"]
            self._screen.app.push_screen(Choose(self.background.said, choices, None), answered)
        else:
            leaving()
