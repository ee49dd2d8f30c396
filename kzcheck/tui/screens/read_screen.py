"""What screens share that take a moment to read their rows: contradictions, orphans."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from textual import on
from textual.content import Content
from textual.message import Message
from textual.worker import get_current_worker

from kzcheck.desk import Desk
from kzcheck.domain import KzcheckError
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.command_screen import Answer, CommandScreen
from kzcheck.tui.widgets.held_list import HeldList

Row = TypeVar("Row")


class ReadList(HeldList[Row]):
    """A list that stays empty until its rows have been read."""

    NOTHING: ClassVar[str]
    """The words for an empty list."""

    is_reading = True

    def when_empty(self) -> list[Content]:
        """Return the words for an empty list, once it is known to be empty."""
        return [Content("reading …" if self.is_reading else self.NOTHING)]


class ReadScreen(CommandScreen[Answer], Generic[Answer, Row]):
    """A screen whose list is read on a thread, since on a large desk that takes a moment."""

    class Read(Message):
        """The rows have been read, or could not be, and then `problem` says why."""

        def __init__(self, rows: Sequence[Any], problem: str | None) -> None:
            super().__init__()
            self.rows = rows
            self.problem = problem

    def __init__(self, desk: Desk, rows: ReadList[Row], manner: Manner, hints: Mapping[str, str]) -> None:
        super().__init__(manner, hints)
        self._desk = desk
        self.rows = rows

    def on_mount(self) -> None:
        """Begin to read."""
        self.rows.focus()
        self.read()

    @abstractmethod
    def rows_of(self, desk: Desk) -> Sequence[Row]:
        """Return the rows to list. This runs on a thread, so `desk` is a connection of its own."""

    def read(self) -> None:
        """Read the rows again; a reading that is under way is dropped."""
        self.run_worker(self._look, thread=True, exclusive=True, exit_on_error=False)

    def _look(self) -> None:
        worker = get_current_worker()
        try:
            with self._desk.sibling() as desk:
                read = self.Read(self.rows_of(desk), None)
        except KzcheckError as error:
            read = self.Read([], str(error))
        if not worker.is_cancelled:
            self.post_message(read)

    @on(Read)
    def show(self, read: Read) -> None:
        """List what was read, with the cursor where it was."""
        self.rows.is_reading = False
        self.rows.hold(read.rows, self.rows.current)
        if read.problem is not None:
            self.messages.problem(read.problem)
        self.tell()

    def tell(self) -> None:
        """Show more about the row under the cursor, on a screen that has room for it."""
