"""Drives a program from outside, as a person at a terminal would: keys in, a screen out.

What the program writes on its pseudo-terminal is drawn on a pyte screen. Every wait is for something on that
screen, with a deadline, and a failed one shows the screen.
"""

import os
import re
import select
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pseudo_terminal
import pyte

DEADLINE = 30.0
"""Seconds that anything may take; a slow machine must not fail, only a program that never answers."""

FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""How a program says that what it writes in between is to be shown at once (a synchronised update)."""

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "ctrl+s": "\x13",
    "ctrl+u": "\x15",
}


class Terminal:
    """A program on a pseudo-terminal. A context manager: leaving it ends the program."""

    def __init__(
        self, command: Sequence[str | Path], env: Mapping[str, str], *, columns: int = 120, rows: int = 36
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._process, self._master = pseudo_terminal.start(command, env, columns=columns, rows=rows)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_error: object) -> None:
        if self._process.poll() is None:
            self.kill()
        os.close(self._master)

    @property
    def pid(self) -> int:
        """The id of the program's process."""
        return self._process.pid

    @property
    def text(self) -> str:
        """The screen as text, one line for each row."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def background_of(self, words: str) -> str:
        """The background colour of `words`, where they stand lowest on the screen; "" when they don't."""
        for row in range(self._screen.lines - 1, -1, -1):
            column = self._screen.display[row].find(words)
            if column >= 0:
                return str(self._screen.buffer[row][column].bg)
        return ""

    def press(self, *keys: str) -> None:
        """Press keys, by name or as the character itself, each as its own write."""
        for key in keys:
            self._write(KEYS.get(key, key).encode())

    def paste(self, text: str) -> None:
        """Paste text, bracketed as a terminal does it."""
        self._write(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def wait_for(self, *wanted: str, deadline: float = DEADLINE) -> str:
        """Wait until every one of `wanted` is on the screen; return its text."""
        return self.wait_until(
            lambda text: all(words in text for words in wanted), " and ".join(map(repr, wanted)), deadline
        )

    def wait_for_pattern(self, pattern: str, deadline: float = DEADLINE) -> re.Match[str]:
        """Wait until `pattern` is found on the screen; return the match."""
        text = self.wait_until(lambda text: re.search(pattern, text) is not None, f"/{pattern}/", deadline)
        found = re.search(pattern, text)
        assert found is not None
        return found

    def wait_until_gone(self, words: str, deadline: float = DEADLINE) -> str:
        """Wait until `words` are no longer on the screen; return its text."""
        return self.wait_until(lambda text: words not in text, f"no {words!r}", deadline)

    def wait_until(self, holds: Callable[[str], bool], what: str, deadline: float = DEADLINE) -> str:
        """Wait until the screen's text is as `holds` says; return it. Fails with the screen shown."""
        ends = time.monotonic() + deadline
        while not holds(text := self.text):
            if not self._read(ends):
                raise AssertionError(f"waited for {what}; the screen shows:\n{text}")
        return text

    def wait_for_exit(self, deadline: float = DEADLINE) -> int:
        """Wait until the program has ended by itself; return its exit status."""
        ends = time.monotonic() + deadline
        while self._read(ends):
            pass
        try:
            return self._process.wait(max(0.1, ends - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the program goes on; the screen shows:\n{self.text}") from None

    def vanish(self) -> None:
        """Be gone, as a terminal whose line is lost, without the signal that usually comes of it."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDWR)

    def kill(self) -> None:
        """End the program at once, as a power cut would: SIGKILL."""
        with suppress(ProcessLookupError):
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def _write(self, data: bytes) -> None:
        while data:
            data = data[os.write(self._master, data) :]

    def _read(self, ends: float) -> bool:
        """Draw what the program writes next. False at the deadline, or when it has closed the terminal."""
        data = b""
        while not data or _is_torn(data):
            ready, _, _ = select.select([self._master], [], [], max(0.0, ends - time.monotonic()))
            if not ready:
                return False
            try:
                read = os.read(self._master, 1 << 16)
            except OSError:  # how Linux says that the other end was closed
                return False
            if not read:
                return False
            data += read
        pseudo_terminal.answer(self._master, data)
        self._stream.feed(data)
        return True


def _is_torn(written: bytes) -> bool:
    """Whether a frame has begun that has not ended: half of one may show half of a word."""
    last = written[written.rfind(b"\x1b") :]
    return written.rfind(FRAME_BEGINS) > written.rfind(FRAME_ENDS) or FRAME_BEGINS.startswith(last)
