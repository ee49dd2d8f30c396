"""`Store`: one connection to one desk, with its statements, transactions and errors."""

import contextlib
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Self, TypeVar

from kzcheck.domain import KzcheckError
from kzcheck.store.connection import (
    LASTING,
    UNHURRIED,
    file_at,
    is_read_only,
    open_connection,
    prepare_connection,
)
from kzcheck.store.errors import Plainly, cannot_be_written, no_longer_there, plain_error
from kzcheck.store.files import migration_files
from kzcheck.store.migrate import back_up, bring_up_to_date, immediate

Row = tuple[Any, ...]
T = TypeVar("T")

AT_A_TIME = 500
"""How many parameters one query has at most, where it asks for many things."""
STEPS_BETWEEN_LOOKS = 1000
"""How many instructions SQLite runs between two looks at the clock, some 0.1 ms."""


class Hurry:
    """A deadline for queries; `is_over` is whether one of them was broken off."""

    def __init__(self, deadline: float) -> None:
        self._deadline = deadline
        self.is_over = False

    def check(self) -> bool:
        """Return whether the time is over; SQLite then breaks off the query."""
        self.is_over = time.perf_counter() > self._deadline
        return self.is_over


class Store:
    """A connection to a desk. Only one thread uses it at a time; another thread opens its own.

    Every method raises KzcheckError, in one line, when SQLite cannot do what was asked.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.is_read_only = is_read_only(path)
        self._file = file_at(path)
        self._connection = connection
        self._plainly = Plainly(path)
        self._hurry: Hurry | None = None
        self.searched: tuple[str, int, bytes] | None = None
        """The search whose hits the temporary table has: its expression, and the state of the desk then."""
        self.speakers: tuple[tuple[int, bytes], list[tuple[str, str]]] | None = None
        """All speakers with the letters of their names, and the state of the desk they were read at."""
        self.text_version = 0
        """Counts this connection's own changes to which claims there are and what they say."""

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Open the desk at `path`, create it where there is none, and bring its schema up to date.

        A desk whose file or folder may not be written is opened to be read; only `writing` is refused then.
        """
        try:
            connection = open_connection(path, create=create)
        except sqlite3.Error as error:
            raise plain_error(error, path) from error
        try:
            prepare_connection(connection)
            bring_up_to_date(connection, path, migration_files())
        except sqlite3.Error as error:
            connection.close()
            raise plain_error(error, path) from error
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def sibling(self) -> Self:
        """Return another connection to this desk.

        It is refused when the path leads to another file now: SQLite would take the log of this desk, which
        is named after the path, for that of the other one, and damage it.
        """
        self._refuse_moved()
        return type(self).open(self.path, create=False)

    def close(self) -> None:
        """Close the connection; the store is of no use afterwards."""
        self._connection.close()

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with self._plainly:
            return self._connection.execute(sql, parameters).fetchall()

    def each(self, sql: str, parameters: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of a query one by one, for answers that may be as large as the desk."""
        with self._plainly:
            yield from self._connection.execute(sql, parameters)

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with self._plainly:
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def value(self, sql: str, parameters: Sequence[object] = ()) -> Any:
        """Return the first column of the first row, or None."""
        row = self.row(sql, parameters)
        return None if row is None else row[0]

    def integer(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Return the whole number that is the first column of a query's first row, such as a count."""
        number = self.value(sql, parameters)
        assert isinstance(number, int)
        return number

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one changing statement within `writing`; return the rowid it inserted last."""
        with self._plainly:
            return self._connection.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one changing statement for each of `rows` within `writing`."""
        with self._plainly:
            self._connection.executemany(sql, rows)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Run everything within as one durable transaction, which is rolled back on any error.

        A `writing` inside another one is part of that transaction.
        """
        self._refuse_unwritable()
        with self._plainly:
            if self._connection.in_transaction:
                yield
            else:
                with immediate(self._connection):
                    yield

    @property
    def is_moved(self) -> bool:
        """Whether the file that is open was moved, deleted or replaced: what is written would be lost."""
        return file_at(self.path) != self._file

    def _refuse_moved(self) -> None:
        if self.is_moved:
            raise no_longer_there(self.path)

    def _refuse_unwritable(self) -> None:
        if self.is_read_only:
            raise cannot_be_written(self.path)
        self._refuse_moved()

    @contextlib.contextmanager
    def unhurried_disk(self) -> Iterator[None]:
        """Let transactions within not wait for the disk: a power cut may undo the last of them as a whole.

        This is for what can be done again. It must not be used within `writing`.
        """
        self._run_with(UNHURRIED)
        try:
            yield
        finally:
            self._run_with(LASTING)

    def _run_with(self, pragmas: Sequence[str]) -> None:
        for pragma in pragmas:
            self.rows(f"PRAGMA {pragma}")

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """Run everything within as a transaction that is always rolled back."""
        self._refuse_unwritable()
        with self._plainly:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def hurried(self, seconds: float) -> Iterator["Hurry"]:
        """Break off queries within after `seconds`; the body then ends, and `Hurry.is_over` is true."""
        outer, hurry = self._hurry, Hurry(time.perf_counter() + seconds)
        self._watch(hurry)
        try:
            yield hurry
        except KzcheckError:
            if not hurry.is_over:
                raise
        finally:
            self._watch(outer)

    def _watch(self, hurry: Hurry | None) -> None:
        self._hurry = hurry
        self._connection.set_progress_handler(hurry.check if hurry else None, STEPS_BETWEEN_LOOKS)

    def interrupt(self) -> None:
        """Break off the query that another thread runs on this connection; it raises KzcheckError there."""
        self._connection.interrupt()

    def data_version(self) -> int:
        """Return a number that changes when another connection has committed."""
        return self.integer("PRAGMA data_version")

    def back_up(self, target: Path) -> None:
        """Write a consistent copy of the desk to `target`, a new file; if that fails, it leaves none."""
        try:
            with Plainly(target):
                back_up(self._connection, target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def placeholders(values: Sequence[object]) -> str:
    """Return the SQL list of parameters for `values`: "?, ?, ?"."""
    return ", ".join("?" * len(values))


def in_slices(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield `items` in lists of `size`; the last one may be shorter."""
    waiting = iter(items)
    while some := list(islice(waiting, size)):
        yield some
