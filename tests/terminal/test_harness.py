"""The harness itself, on a program that is known to work."""

import os
import sys

import pytest
from terminal import Terminal

ECHO = "import sys\nprint('ready')\nfor line in sys.stdin: print('<' + line.strip() + '>', flush=True)\n"


def test_what_is_typed_is_answered_on_the_screen() -> None:
    with Terminal([sys.executable, "-u", "-c", ECHO], os.environ) as terminal:
        terminal.wait_for("ready")
        terminal.press(*"hello", "enter")
        terminal.wait_for("<hello>")


def test_a_wait_in_vain_shows_the_screen() -> None:
    with Terminal([sys.executable, "-u", "-c", ECHO], os.environ) as terminal:
        terminal.wait_for("ready")
        with pytest.raises(AssertionError, match="ready"):
            terminal.wait_for("never said", deadline=0.2)


def test_the_exit_status_of_the_program_is_told() -> None:
    with Terminal([sys.executable, "-c", "raise SystemExit(3)"], os.environ) as terminal:
        assert terminal.wait_for_exit() == 3


def test_a_killed_program_is_gone() -> None:
    with Terminal([sys.executable, "-u", "-c", ECHO], os.environ) as terminal:
        terminal.wait_for("ready")
        terminal.kill()
        with pytest.raises(ProcessLookupError):
            os.kill(terminal.pid, 0)
