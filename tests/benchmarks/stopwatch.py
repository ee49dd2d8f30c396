"""A program on a pseudo-terminal, every write of which is timed.

What the program writes is stamped as it is read and drawn on a pyte screen only when the program has been
silent for a while, so drawing does not hold the clock up. A write is a paint when it changes a character, a
colour or reverse video somewhere; moving the cursor, or writing the same again, is none.
"""

import os
import select
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pseudo_terminal
import pyte

LINES, COLUMNS = 40, 140
KEYS = {"pagedown": "\x1b[6~", "pageup": "\x1b[5~", "enter": "\r", "escape": "\x1b", "ctrl+f": "\x06"}
Writes = list[tuple[float, bytes]]
Look = tuple[object, ...]


class Paints(NamedTuple):
    """When the screen first and last changed after a key, in milliseconds from it."""

    first: float
    last: float


class Rest(NamedTuple):
    """What a program does without a key: processor milliseconds a second, paints, and writes."""

    spent: float
    paints: int
    writes: int


class Stopwatch:
    """A running program with a clock on it. A context manager: leaving it ends the program."""

    def __init__(self, command: Sequence[str | Path], env: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._seen: dict[int, Look] = {line: self._look(line) for line in range(LINES)}
        self._started = time.monotonic()
        self._process, self._master = pseudo_terminal.start(command, env, columns=COLUMNS, rows=LINES)

    def __enter__(self) -> "Stopwatch":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self._screen.display)

    def memory(self) -> float:
        """Return the resident memory of the program, in MB of a million bytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) * 1024 / 1e6

    def rest(self, seconds: float) -> Rest:
        """Press nothing for a while; return what the program did of itself."""
        before = self._processor_seconds()
        writes = self._writes(seconds, seconds)
        spent = (self._processor_seconds() - before) * 1000
        return Rest(spent / seconds, len(self._paints(writes)), len(writes))

    def _processor_seconds(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def start(self, wanted: Callable[[str], bool], *, settle: float = 0.3, limit: float = 60.0) -> float:
        """Wait for a screen as `wanted`, then for silence; return the milliseconds that screen took."""
        found = None
        while found is None or self._writes(settle, settle):
            if time.monotonic() - self._started > limit:
                raise TimeoutError(f"never painted what was waited for; the screen shows:\n{self.text}")
            for at, written in self._writes(0.0, settle) if found is None else ():
                self._draw(written)
                if found is None and wanted(self.text):
                    found = at
        return (found - self._started) * 1000

    def press(self, key: str, *, quiet: float = 0.05, limit: float = 1.0) -> Paints | None:
        """Press a key and wait until the program is silent; None when the screen did not change."""
        pressed = time.monotonic()
        self._write(key)
        paints = self._paints(self._writes(quiet, limit))
        return Paints((paints[0] - pressed) * 1000, (paints[-1] - pressed) * 1000) if paints else None

    def hold(self, key: str, times: int, *, every: float = 1 / 30) -> float:
        """Hold a key down; return how many milliseconds after the last press the screen stood still."""
        writes: Writes = []
        due = time.monotonic()
        for _ in range(times):
            while (wait := due - time.monotonic()) > 0:
                writes += self._writes(0.0, wait)
            pressed = time.monotonic()
            self._write(key)
            due += every
        paints = self._paints(writes + self._writes(0.1, 1.0))
        return max(0.0, (paints[-1] - pressed) * 1000) if paints else 0.0

    def drain(self, quiet: float = 0.1) -> None:
        """Draw what the program goes on to write, until it is silent."""
        for _, written in self._writes(quiet, 5.0):
            self._draw(written)

    def _write(self, key: str) -> None:
        os.write(self._master, KEYS.get(key, key).encode())

    def _writes(self, quiet: float, limit: float) -> Writes:
        """Read until `quiet` seconds have passed since the last write, or `limit` with none."""
        writes: Writes = []
        ends = time.monotonic() + limit
        while select.select([self._master], [], [], max(0.0, ends - time.monotonic()))[0]:
            try:
                written = os.read(self._master, 1 << 16)
            except OSError as error:  # how Linux says that the other end was closed
                raise ChildProcessError(f"the program has ended; the screen shows:\n{self.text}") from error
            writes.append((time.monotonic(), written))
            pseudo_terminal.answer(self._master, written)
            ends = time.monotonic() + quiet
        return writes

    def _paints(self, writes: Writes) -> list[float]:
        return [at for at, written in writes if self._draw(written)]

    def _draw(self, written: bytes) -> bool:
        """Draw what was written; tell whether anything looks different."""
        self._screen.dirty.clear()
        self._stream.feed(written)
        changed = False
        for line in self._screen.dirty:
            look = self._look(line)
            changed |= look != self._seen[line]
            self._seen[line] = look
        return changed

    def _look(self, line: int) -> Look:
        row = self._screen.buffer[line]
        return tuple(row[column] for column in range(COLUMNS))
