"""Waiting for calls that can't be interrupted: a name resolved, a connection, a handshake."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

Result = TypeVar("Result")

GLANCE_SECONDS = 0.1  # how soon a cancelled fetch lets go


def done_within(
    seconds: float,
    work: Callable[[], Result],
    check: Callable[[], None],
    *,
    errors: tuple[type[Exception], ...],
    late: Callable[[Result], object] = lambda _: None,
) -> Result:
    """Return what `work` returns; raise TimeoutError after `seconds`, and those of `errors` that it raises.

    It runs in a thread that is left behind when it is too slow; `late` is then handed what it returns.
    `check` is called some times a second and may raise to give up.
    """
    future: Future[Result] = Future()

    def do() -> None:
        try:
            result = work()
        except errors as error:
            future.set_exception(error)
        else:
            future.set_result(result)

    def leave(done: Future[Result]) -> None:
        if done.exception() is None:
            late(done.result())

    threading.Thread(target=do, name="kzcheck-wait", daemon=True).start()
    try:
        _wait(future, time.monotonic() + seconds, check)
    except BaseException:
        future.add_done_callback(leave)
        raise
    return future.result()


def _wait(future: Future[Result], give_up_at: float, check: Callable[[], None]) -> None:
    check()
    while not wait((future,), timeout=GLANCE_SECONDS).done:
        check()
        if time.monotonic() >= give_up_at:
            raise TimeoutError
