"""Adding articles, and exports, from inside the review screen."""

import shlex
from collections.abc import Callable
from pathlib import Path

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.domain import AddProgress
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.screens.work import Job, Outcome, Watch, WorkScreen
from kzcheck.tui.words import plural

EXTENSIONS = {
    "csv": "csv", "citations-csv": "csv", "jsonl": "jsonl", "claimreview": "json", "markdown": "md",
    "html": "html",
}  # fmt: skip


class DeskWork:
    """Opens the dialogs; `changed` is called when something has come onto the desk."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        glyphs: Glyphs,
        *,
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._glyphs = glyphs
        self._changed = changed

    def add(self) -> None:
        """Ask what to add, and add it."""
        from kzcheck.tui.screens.ask import AskLine

        def answered(words: str | None) -> None:
            if words:
                self._work("Add", adding(sources_in(words)))

        self._screen.app.push_screen(
            AskLine("Add", "files, folders or addresses, apart by spaces", ""), answered
        )

    def export(self) -> None:
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
                    self._work("Export", exporting(name, Path(words).expanduser()))

            self._screen.app.push_screen(AskLine("Export", name, path), answered)

        self._screen.app.push_screen(Choose("Export as", names, None), named)

    def _work(self, title: str, job: Job) -> None:
        self._screen.app.push_screen(
            WorkScreen(title, self._desk, job, self._glyphs), lambda _: self._changed()
        )


def sources_in(words: str) -> list[str]:
    """Return the sources that a line names; quotes hold a name with spaces together."""
    try:
        parts = shlex.split(words)
    except ValueError:  # an apostrophe that is not a quote
        parts = words.split()
    return [part if "://" in part else str(Path(part).expanduser()) for part in parts]


def adding(sources: list[str]) -> Job:
    """Return the job that reads sources onto the desk."""

    def job(desk: Desk, watch: Watch) -> Outcome:
        def tell(progress: AddProgress) -> None:
            watch.tell(progress.done, progress.total, progress.source)

        report = desk.add(sources, progress=tell, cancelled=lambda: watch.is_ended)
        return Outcome(
            [
                f"{document.title or document.outlet or document.id}: {document.status}, "
                f"{plural(document.claims, 'claim')}"
                for document in report.documents
            ],
            [f"{error.source}: {error.error}" for error in report.errors],
        )

    return job


def exporting(name: str, path: Path) -> Job:
    """Return the job that writes an export; a file is replaced only when the new one is whole."""

    def job(desk: Desk, watch: Watch) -> Outcome:
        watch.tell(0, 0, f"writing {path}")
        return Outcome([f"written: {written}" for written in desk.export_file(name, path)])

    return job
