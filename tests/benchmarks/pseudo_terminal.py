"""A program started on a pseudo-terminal of its own, and the answers that it expects from a terminal."""

import os
import struct
import subprocess
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

ANSWERS = (
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
)
"""What a terminal says when a program asks what it can do."""


def start(
    command: Sequence[str | Path], env: Mapping[str, str], *, columns: int, rows: int
) -> tuple["subprocess.Popen[bytes]", int]:
    """Start a program; return its process, and the terminal's end of the line (a file descriptor).

    The terminal does not control the program, which needs none, since it reads its standard input raw.
    """
    master, slave = os.openpty()
    ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [str(part) for part in command],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**env, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        start_new_session=True,
    )
    os.close(slave)
    return process, master


def answer(master: int, written: bytes) -> None:
    """Answer the questions in what a program has written."""
    for question, reply in ANSWERS:
        if question in written:
            os.write(master, reply)
