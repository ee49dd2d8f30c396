"""Longer work in the background, one job after another, each in a process of its own.

Reading articles keeps Python's interpreter lock; in another process it can't hold up a key.
"""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import IO, Any

from textual.message import Message
from textual.screen import Screen

from kzcheck.desk import Desk

MOST_FINISHED = 20


@dataclass
class Job:
    """A job: what it is called while it goes on (`adding`), what was ordered, and how far it is.

    `lines` and `problems` are its results once it is over.
    """

    title: str
    order: dict[str, Any]
    done: int = 0
    total: int = 0
    words: str = ""
    is_ended: bool = False
    is_over: bool = False
    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def said(self) -> str:
        """How far the job is: `adding 3/12`."""
        return f"{self.title} {self.done}/{self.total}" if self.total else self.title


class Background:
    """Does the jobs, and posts `Told` to the screen whenever there is news of one."""

    class Told(Message):
        """A job has made progress, or is over."""

        def __init__(self, job: Job, step: dict[str, Any]) -> None:
            super().__init__()
            self.job = job
            self.step = step

    def __init__(self, screen: Screen[None], desk: Desk) -> None:
        self._screen = screen
        self._desk = desk
        self._lock = Lock()
        self._process: subprocess.Popen[str] | None = None
        self.waiting: deque[Job] = deque()
        self.now: Job | None = None
        self.finished: deque[Job] = deque(maxlen=MOST_FINISHED)
        self.watch: Callable[[], None] | None = None
        """Called after each step while somebody watches the work."""

    @property
    def is_busy(self) -> bool:
        """Whether a job is under way."""
        return self.now is not None

    @property
    def said(self) -> str:
        """What is under way: `adding 3/12, 1 more waits`, or "" for nothing."""
        if self.now is None:
            return ""
        return self.now.said + (f", {len(self.waiting)} more" if self.waiting else "")

    def ask(self, title: str, **order: object) -> None:
        """Add a job behind those that wait."""
        desk = self._desk
        whole = {"db": str(desk.path), "reviewer": desk.reviewer, "is_blind": desk.is_blind, **order}
        self.waiting.append(Job(title, whole))
        self._begin_next()

    def _begin_next(self) -> None:
        if self.now is None and self.waiting:
            job = self.now = self.waiting.popleft()
            self._screen.run_worker(lambda: self._do(job), thread=True, group="work", exit_on_error=False)

    def end(self) -> None:
        """End the present job once its current step is done."""
        with self._lock:
            if self.now is not None:
                self.now.is_ended = True
            if self._process is not None and self._process.stdin is not None:
                self._process.stdin.close()

    def close(self) -> None:
        """End all jobs at once. Nothing is left half done: articles are transactions, files written whole."""
        self.waiting.clear()
        self.end()
        with self._lock:
            if self._process is not None:
                self._process.terminate()

    def take(self, told: Told) -> bool:
        """Take note of a step of a job; return whether the job is over."""
        job, step = told.job, told.step
        if "lines" in step:
            job.lines, job.problems, job.is_over = step["lines"], step["problems"], True
            self.finished.appendleft(job)
            self.now = None
            self._begin_next()
        else:
            job.done, job.total, job.words = step["done"], step["total"], step["words"]
        if self.watch is not None:
            self.watch()
        return job.is_over

    def _do(self, job: Job) -> None:
        from tempfile import TemporaryFile

        with TemporaryFile("w+", encoding="utf-8", errors="replace") as talk:
            try:
                last = self._run(job, talk)
            except OSError as error:
                last = {"lines": [], "problems": [f"{job.title} did not begin: {error.strerror}"]}
            if last is None:
                talk.seek(0)
                *_, why = ["it ended at once", *talk.read().split("\n")[:-1]]
                last = {"lines": [], "problems": [f"{job.title} was broken off: {why}"]}
        self._screen.post_message(self.Told(job, last))

    def _run(self, job: Job, talk: IO[str]) -> dict[str, Any] | None:
        """Run the process of a job; return its last message, or None if it ended without one."""
        process = subprocess.Popen(
            # -P: what lies in the folder where kzcheck was started is never imported.
            [sys.executable, "-P", "-m", "kzcheck.desk.beside"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=talk,
            encoding="utf-8",
        )
        with self._lock:
            self._process = process
            assert process.stdin is not None
            process.stdin.write(json.dumps(job.order) + "\n")
            process.stdin.flush()
            if job.is_ended:
                process.stdin.close()
        last = None
        assert process.stdout is not None
        for line in process.stdout:
            step = json.loads(line)
            if "lines" in step:
                last = step
            else:
                self._screen.post_message(self.Told(job, step))
        with self._lock:
            process.stdin.close()
            process.stdout.close()
            process.wait()
            self._process = None
        return last
