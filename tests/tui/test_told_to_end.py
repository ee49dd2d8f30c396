"""What becomes of the terminal when somebody ends the review screen from outside."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kzcheck.desk import Desk

pty = pytest.importorskip("pty", reason="there are pseudo-terminals on Unix only")

ALTERNATE_SCREEN_OFF = b"\x1b[?1049l"
CURSOR_ON = b"\x1b[?25h"


def read_until(terminal: int, wanted: bytes) -> bytes:
    """Read what is drawn until `wanted` is in it, or the terminal is closed."""
    drawn = b""
    while wanted not in drawn:
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux says so when the last program on the terminal is gone
            more = b""
        if not more:
            break
        drawn += more
    return drawn


@pytest.mark.parametrize("order", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(tmp_path: Path, order: signal.Signals) -> None:
    Desk.open(tmp_path / "desk.db", reviewer="aizhan").close()
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "kzcheck", "--db", tmp_path / "desk.db"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"},
    ) as process:
        os.close(theirs)
        assert b"no claims yet" in read_until(ours, b"no claims yet")
        process.send_signal(order)
        after = read_until(ours, CURSOR_ON + b"never")
        assert process.wait() == 0
    os.close(ours)
    assert ALTERNATE_SCREEN_OFF in after
    assert CURSOR_ON in after
