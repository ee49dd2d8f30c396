"""Opening the file of a desk, and refusing files that are none."""

import os
import sqlite3
from pathlib import Path

from kzcheck.domain import KzcheckError

APPLICATION_ID = 0x6B7A6368  # "kzch" in the header of the file
BUSY_MILLISECONDS = 10_000
LASTING = ("synchronous = FULL", "wal_autocheckpoint = 1000", "cache_size = -8000")
UNHURRIED = ("synchronous = NORMAL", "wal_autocheckpoint = 16000", "cache_size = -64000")
"""The settings for long work that can be done again, in place of LASTING. The log grows to 64 MB before it
goes into the desk, so that pages which are written again and again go there once."""


def open_connection(path: Path, *, create: bool) -> sqlite3.Connection:
    """Connect to the desk at `path` without writing to it; transactions are begun and ended by hand.

    Raises KzcheckError when the file cannot be a desk, and sqlite3.Error when SQLite cannot open it.
    """
    refuse_impossible(path, create=create)
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?{how_to_open(path, create=create)}",
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        refuse_foreign(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def how_to_open(path: Path, *, create: bool) -> str:
    """Return how SQLite is to open a file, in the words of its URIs.

    A desk that may only be read and that nobody has open is opened as one that does not change: SQLite would
    make files beside it otherwise, which the folder may not allow, or whose owner would keep others out.
    """
    if not is_read_only(path):
        return "mode=rwc" if create else "mode=rw"
    desk = path.resolve()  # SQLite keeps its log beside the file that a link leads to
    log = desk.with_name(f"{desk.name}-wal")
    return "mode=ro" if log.exists() else "mode=ro&immutable=1"


def is_read_only(path: Path) -> bool:
    """Return whether there is a file that may only be read, or whose folder takes no files beside it."""
    return path.exists() and not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK))


def file_at(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other, its device and its number there; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def prepare_connection(connection: sqlite3.Connection) -> None:
    """Apply the settings that every connection to a desk needs."""
    for pragma in (
        "journal_mode = WAL",
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "recursive_triggers = ON",
        "temp_store = MEMORY",
        *LASTING,
    ):
        connection.execute(f"PRAGMA {pragma}")


def refuse_impossible(path: Path, *, create: bool) -> None:
    """Raise KzcheckError when `path` is no file, or is missing (unless `create`)."""
    if path.is_dir():
        raise KzcheckError(f"{path} is not a desk: it is a folder; give the path of a file")
    if path.exists() and not path.is_file():
        raise KzcheckError(f"{path} is not a desk: it is not a regular file; give the path of one")
    if not path.exists():
        if not create:
            raise KzcheckError(f"there is no desk at {path}; add an article first, or give another --db")
        if not path.parent.is_dir():
            raise KzcheckError(f"{path} cannot be created: {path.parent} is not a folder; create it first")


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise KzcheckError when the file is another program's database."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id == APPLICATION_ID:
        return
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id or tables:
        raise KzcheckError(f"{path} is not a desk: it is another program's database; choose another --db")
