"""Errors of SQLite, turned into errors for the person at the keyboard."""

import sqlite3
from pathlib import Path
from types import TracebackType

from kzcheck.domain import KzcheckError


def plain_error(error: sqlite3.Error, path: Path) -> KzcheckError:
    """Return the error that says in one line what SQLite's `error` means for the desk at `path`."""
    words = str(error).replace("\n", " ")
    if "locked" in words or "busy" in words:
        return KzcheckError(f"{path} is busy: another program is writing to it; try again when it is done")
    if "not a database" in words or "malformed" in words:
        return KzcheckError(
            f"{path} cannot be read: it is damaged or not a desk ({words}); "
            "restore a backup or choose another --db"
        )
    if "full" in words:
        return KzcheckError(f"{path} cannot be written: the disk is full; free some space and repeat")
    if "disk I/O" in words:
        return KzcheckError(f"{path}: the disk refused ({words}); see that it has room and is in order")
    if "readonly" in words:
        return cannot_be_written(path)
    if "unable to open" in words:
        return KzcheckError(f"{path} cannot be opened: {words}; check the path and its permissions")
    return KzcheckError(f"{path}: SQLite refused ({words}); run 'kzcheck doctor'")


def cannot_be_written(path: Path) -> KzcheckError:
    """Return the error for a desk that may only be read."""
    return KzcheckError(f"{path} cannot be written: it is read-only; change its permissions or copy it")


def no_longer_there(path: Path) -> KzcheckError:
    """Return the error for a desk whose file is not at its path any more."""
    return KzcheckError(
        f"nothing was written: {path.name} was moved, deleted or replaced while it was open; "
        "put it back, or start again"
    )


class Plainly:
    """A context manager in which errors of SQLite become KzcheckErrors.

    It is a class because every statement runs in it, and a generator would take longer.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Do nothing: only leaving matters."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Raise an error of SQLite, or of a value that it cannot hold, as a KzcheckError."""
        if isinstance(error, sqlite3.Error):
            raise plain_error(error, self._path) from error
        if isinstance(error, UnicodeEncodeError | OverflowError):
            reason = "half a character" if isinstance(error, UnicodeEncodeError) else "a number too large"
            raise KzcheckError(
                f"{self._path} cannot hold what was given: there is {reason} in it; correct it and repeat"
            ) from error
