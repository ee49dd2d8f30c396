"""Waiting, with a limit, for calls that cannot be interrupted: resolving a name, connecting, a handshake."""

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
    """Return what `work` returns; raise what it raises (one of `errors`), or TimeoutError after `seconds`.

    `work` runs in a thread, which is left behind when it takes too long; what it returns after that is given
    to `late`. `check` is called several times a second, and may raise an exception to give up.
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
