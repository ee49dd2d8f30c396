"""Cited pages fetched beside the screen, one after another, each by a process of its own.

Reading a large page keeps Python's interpreter lock; in another process it can't hold up a key.
"""

import os
import subprocess
import sys
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from kzcheck.desk import Desk

_GLANCE_SECONDS = 0.1  # how soon a fetch ends when the screen is left
_TALK = "kzcheck: "
_NICE = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A citation whose page is wanted. `is_typed`: its source was just typed, and may be a file."""

    claim_id: str
    citation_id: str
    is_typed: bool


class Looked(Message):
    """A cited page was looked at, or could not be; `words` say what came of it."""

    def __init__(self, asked: Asked, words: str, *, is_problem: bool) -> None:
        super().__init__()
        self.asked = asked
        self.words = words
        self.is_problem = is_problem


class Looks:
    """What is to be looked at. The screen gets a `Looked` for each."""

    def __init__(self, screen: Screen[None], desk: Desk, *, allow_private: bool) -> None:
        self._screen = screen
        self._desk = desk
        self._allow_private = allow_private
        self._waiting: deque[Asked] = deque()
        self._lock = Lock()
        self._is_working = False

    @property
    def is_busy(self) -> bool:
        """Whether anything is on its way."""
        return self._is_working

    def ask(self, asked: Asked) -> None:
        """Have a cited page looked at, after those asked for before."""
        with self._lock:
            self._waiting.append(asked)
            is_idle, self._is_working = not self._is_working, True
        if is_idle:
            self._screen.run_worker(self._work, thread=True, group="looks", exit_on_error=False)

    def _work(self) -> None:
        while (asked := self._next()) is not None:
            self._screen.post_message(self._look(asked))

    def _next(self) -> Asked | None:
        with self._lock:
            if self._waiting and not get_current_worker().is_cancelled:
                return self._waiting.popleft()
            self._is_working = False
            return None

    def _look(self, asked: Asked) -> Looked:
        worker = get_current_worker()
        try:
            process = subprocess.Popen(  # noqa: S603 - this very program, with ids of the desk
                self._command(asked),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            return Looked(asked, f"the source was not fetched: {error.strerror}", is_problem=True)
        with process:
            _stand_back(process.pid)
            while True:
                try:
                    _, talk = process.communicate(timeout=_GLANCE_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    if worker.is_cancelled:
                        process.terminate()
        *_, last = ["", *talk.splitlines()]
        return Looked(asked, last.removeprefix(_TALK), is_problem=process.returncode != 0)

    def _command(self, asked: Asked) -> list[str]:
        # -P: what lies in the folder where kzcheck was started is never imported.
        command = [sys.executable, "-P", "-m", "kzcheck", f"--db={self._desk.path}", "evidence", "fetch"]
        command += [asked.citation_id, f"--reviewer={self._desk.reviewer}"]
        command += ["--files"] if asked.is_typed else []
        command += ["--allow-private"] if self._allow_private else []
        return command


def _stand_back(process: int) -> None:
    """Let a process have only what time the screen leaves, where the system can do that."""
    if hasattr(os, "setpriority"):
        with suppress(OSError):  # it has ended already
            os.setpriority(os.PRIO_PROCESS, process, _NICE)
