"""Processes that work on one desk: each has its own connection and only reads; the one that asked writes."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from kzcheck.domain import KzcheckError
from kzcheck.store import Store

Work = Callable[[Store], Callable[[Any], Iterator[Any]]]
"""Makes, from a desk, what does a task and yields its results in slices: lists."""


POLITE = 10
"""How much lower a helper's priority is than that of the one who asked, so that keys are answered first."""

Results = Generator[tuple[Any, Any, bool], None, None]


def results(store: Store, work: Work, tasks: Sequence[Any], processes: int) -> Results:
    """Yield (task, one of its results, whether it was the last) as they come; the last result is None.

    With fewer than two processes everything is done in this one. Ending the iteration ends them all.
    """
    if min(processes, len(tasks)) < 2:
        do = work(store)
        for task in tasks:
            for result in do(task):
                yield task, result, False
            yield task, None, True
        return
    with ExitStack() as stack:
        members: dict[Connection[Any, Any], Any] = {}
        for _ in range(min(processes, len(tasks))):
            member, connection = start(store.path, work)
            stack.callback(member.join)
            stack.callback(member.terminate)
            stack.callback(connection.close)
            members[connection] = None
        yield from shared_out(list(tasks), members)


def processors() -> int:
    """Return how many processes this machine runs at once."""
    return os.cpu_count() or 1


def start(path: Path, work: Work) -> tuple[Any, "Connection[Any, Any]"]:
    """Start a process that waits for tasks."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    member = context.Process(target=serve, args=(there, path, work), daemon=True)
    member.start()
    there.close()
    return member, here


def shared_out(
    tasks: list[Any], members: "dict[Connection[Any, Any], Any]"
) -> Iterator[tuple[Any, Any, bool]]:
    """Give each process a task whenever it has none, and yield what they send."""
    tasks.reverse()
    for connection in list(members):
        give(connection, tasks, members)
    while members:
        ready = wait(list(members))
        for connection in [member for member in members if member in ready]:
            try:
                result, is_last = connection.recv()
            except (EOFError, ConnectionResetError) as error:
                raise KzcheckError(
                    "the work was not finished: one of its processes has ended; ask for it again to go on"
                ) from error
            if isinstance(result, str):
                raise KzcheckError(result)
            yield members[connection], result, is_last
            if is_last:
                give(connection, tasks, members)


def give(
    connection: "Connection[Any, Any]", tasks: list[Any], members: "dict[Connection[Any, Any], Any]"
) -> None:
    """Give a process the next task, or let it go when there is none."""
    if tasks:
        members[connection] = tasks.pop()
        connection.send(members[connection])
    else:
        del members[connection]


def serve(connection: "Connection[Any, Any]", path: Path, work: Work) -> None:
    """Do task after task until the other side has gone; what goes wrong is sent as its one line."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side hears it and ends this process
    if hasattr(os, "nice"):
        os.nice(POLITE)
    with closing(Store.open(path, create=False)) as store:
        do = work(store)
        with suppress(EOFError, BrokenPipeError):
            while True:
                task = connection.recv()
                try:
                    for result in do(task):
                        connection.send((result, False))
                    connection.send((None, True))
                except KzcheckError as error:
                    connection.send((str(error), True))
