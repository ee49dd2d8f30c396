"""Helper processes for long work on a desk: each reads the desk through its own connection.

Only the process that asked for the work writes, with the results that the helpers send it.
"""

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
"""Called once in each process with its connection; returns what does one task and yields its results."""

POLITE = 10
"""How much lower a helper's priority is than that of the asking process, so that keys are answered first."""

Results = Generator[tuple[Any, Any, bool], None, None]


def results(store: Store, work: Work, tasks: Sequence[Any], processes: int) -> Results:
    """Share `tasks` out among processes and yield (task, result, is_last) as the results come.

    After the last result of a task comes None with `is_last`. With fewer than two processes, or tasks,
    everything is done in this process. Ending the iteration ends the processes. Raises KzcheckError when
    one of them fails.
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
    """Start a process that waits for tasks; return it and the connection to it."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    member = context.Process(target=serve, args=(there, path, work), daemon=True)
    member.start()
    there.close()
    return member, here


def shared_out(
    tasks: list[Any], members: "dict[Connection[Any, Any], Any]"
) -> Iterator[tuple[Any, Any, bool]]:
    """Give each process a task whenever it has none, and yield what the processes send.

    `members` holds the connections with the task that each is at; it is empty when all tasks are done.
    """
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
    """Send a process the next task, or forget it when there is none left."""
    if tasks:
        members[connection] = tasks.pop()
        connection.send(members[connection])
    else:
        del members[connection]


def serve(connection: "Connection[Any, Any]", path: Path, work: Work) -> None:
    """Do the tasks that come until the asking process is gone; a KzcheckError is sent as its message."""
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
