"""Fetching cited pages in the background, one after another, each in a process of its own.

Reading a large page keeps Python's interpreter lock; in another process it can't hold up a key. Nothing
is done here while a page is on its way: the system tells when the process has ended.
"""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections import deque
from contextlib import suppress
from typing import NamedTuple

from textual.message import Message
from textual.screen import Screen

from kzcheck.desk import Desk

_TALK = "kzcheck: "
_NICE = 10


class Asked(NamedTuple):
    """A citation whose page is wanted. If `is_typed`, its source was just typed and may be a file."""

    claim_id: str
    citation_id: str
    is_typed: bool


class Looked(Message):
    """A cited page was looked at, or could not be, or the work `was_ended`; `words` give the result."""

    def __init__(self, asked: Asked, words: str, *, is_problem: bool, was_ended: bool = False) -> None:
        super().__init__()
        self.asked = asked
        self.words = words
        self.is_problem = is_problem
        self.was_ended = was_ended


class Looks:
    """The cited pages to look at. A `Looked` is posted to the screen for each."""

    def __init__(self, screen: Screen[None], desk: Desk, *, allow_private: bool) -> None:
        self._screen = screen
        self._desk = desk
        self._allow_private = allow_private
        self._waiting: deque[Asked] = deque()
        self._present: Asked | None = None
        self._process: Process | None = None

    @property
    def is_busy(self) -> bool:
        """Whether any page is on its way."""
        return self._present is not None or bool(self._waiting)

    def are_for(self, citation_id: str) -> bool:
        """Return whether the page of a citation is on its way or waiting for its turn."""
        return any(asked.citation_id == citation_id for asked in self._all())

    def are_for_claim(self, claim_id: str) -> bool:
        """Return whether a page that a claim cites is on its way or waiting for its turn."""
        return any(asked.claim_id == claim_id for asked in self._all())

    def _all(self) -> list[Asked]:
        return [*([self._present] if self._present else []), *self._waiting]

    def ask(self, asked: Asked) -> None:
        """Add a cited page behind those that wait."""
        is_idle = not self.is_busy
        self._waiting.append(asked)
        if is_idle:
            self._screen.run_worker(self._work(), group="looks", exit_on_error=False)

    def end(self, claim_id: str) -> None:
        """Stop at once what is on its way for a claim, and drop what waits for it."""
        for asked in [asked for asked in self._waiting if asked.claim_id == claim_id]:
            self._waiting.remove(asked)
        if self._present is not None and self._present.claim_id == claim_id and self._process is not None:
            _kill(self._process)

    async def _work(self) -> None:
        try:
            while self._waiting:
                self._present = self._waiting.popleft()
                self._screen.post_message(await self._look(self._present))
        finally:
            self._present = None

    async def _look(self, asked: Asked) -> Looked:
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command(asked), stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE
            )
        except OSError as error:
            return Looked(asked, f"the source was not fetched: {error.strerror}", is_problem=True)
        _stand_back(process.pid)
        self._process = process
        try:
            _, talk = await process.communicate()
        except asyncio.CancelledError:  # the screen is left
            _kill(process)
            await process.wait()
            raise
        finally:
            self._process = None
        status = process.returncode or 0
        *_, last = ["", *talk.decode("utf-8", "replace").splitlines()]
        return Looked(asked, last.removeprefix(_TALK), is_problem=status != 0, was_ended=status < 0)

    def _command(self, asked: Asked) -> list[str]:
        # -P: what lies in the folder where kzcheck was started is never imported.
        command = [sys.executable, "-P", "-m", "kzcheck", f"--db={self._desk.path}", "evidence", "fetch"]
        command += [asked.citation_id, f"--reviewer={self._desk.reviewer}"]
        command += ["--files"] if asked.is_typed else []
        command += ["--allow-private"] if self._allow_private else []
        return command


def _kill(process: Process) -> None:
    """End a process at once; SQLite takes back what it has half written to the desk."""
    with suppress(ProcessLookupError):  # it has ended already
        process.kill()


def _stand_back(process: int) -> None:
    """Give a process only the time that the screen leaves over, where the system can do that."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process, _NICE)
