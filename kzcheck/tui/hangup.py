"""Noticing that the terminal is gone, for programs that get no signal when it happens.

Textual would go on reading the lost terminal in a loop, as fast as it can.
"""

import os
import select
import sys
from collections.abc import Callable
from threading import Thread

OUTPUTS = (1, 2)
"""Standard output and standard error."""


def on_hangup(leave: Callable[[], object]) -> None:
    """Call `leave` from a thread when the terminal on standard input is gone, if there was one.

    What is written to that terminal afterwards is discarded, instead of failing.
    """
    if sys.__stdin__ is None or not sys.__stdin__.isatty() or not hasattr(select, "poll"):
        return
    terminal, outputs = sys.__stdin__.fileno(), [output for output in OUTPUTS if os.isatty(output)]

    def wait() -> None:
        poll = select.poll()
        poll.register(terminal, 0)  # asks for nothing, so only the end of it wakes the thread
        if any(event & select.POLLHUP for _, event in poll.poll()):
            _silence(outputs)
            leave()

    Thread(target=wait, name="kzcheck-hangup", daemon=True).start()


def _silence(outputs: list[int]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in outputs:
        os.dup2(nowhere, output)
    os.close(nowhere)
