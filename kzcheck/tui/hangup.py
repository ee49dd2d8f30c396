"""Noticing that the screen has to end: the terminal is gone, or somebody sent a signal.

Without a terminal Textual would go on reading the lost one in a loop, as fast as it can; and a program that
a signal ends leaves the shell without a cursor, on the screen that it drew.
"""

import asyncio
import os
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

OUTPUTS = (1, 2)
"""Standard output and standard error."""
ENDINGS = ("SIGTERM", "SIGHUP")


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


def on_order_to_end(leave: Callable[[], object]) -> None:
    """Call `leave` in the running event loop when this process is told to end."""
    loop = asyncio.get_running_loop()
    for name in ENDINGS:
        with suppress(NotImplementedError):  # Windows has no such signals for event loops
            if name in signal.Signals.__members__:
                loop.add_signal_handler(signal.Signals[name], leave)


def _silence(outputs: list[int]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in outputs:
        os.dup2(nowhere, output)
    os.close(nowhere)
