"""Talking on standard error: errors, what was done, and progress on a terminal."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

import click

from kzcheck.cli.cells import clipped
from kzcheck.domain import visible

if TYPE_CHECKING:
    from kzcheck.domain import AddProgress

LINE_WIDTH = 79


def say(message: str) -> None:
    """Say `message` on standard error, in one line."""
    click.echo(f"kzcheck: {visible(message)}", err=True)


class ProgressLine:
    """A line of progress on standard error that is written over; nothing is shown without a terminal."""

    def __enter__(self) -> ProgressLine:
        self._shown = sys.stderr.isatty()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._write("")

    def show(self, progress: AddProgress) -> None:
        """Show the progress of an add."""
        if self._shown:
            self._write(f"{progress.done}/{progress.total} {visible(progress.source)}")

    def show_parts(self, done: int, total: int) -> None:
        """Show how many parts of some work are done."""
        if self._shown:
            self._write(f"{done}/{total}")

    def _write(self, text: str) -> None:
        sys.stderr.write("\r" + clipped(text, LINE_WIDTH).ljust(LINE_WIDTH) + "\r")
        sys.stderr.flush()
