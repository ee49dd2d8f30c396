"""Opening the file of a desk so that nothing is lost and nothing foreign is touched."""

import os
import sqlite3
from pathlib import Path

from kzcheck.domain import KzcheckError

APPLICATION_ID = 0x6B7A6368  # "kzch" in the header of the file
BUSY_MILLISECONDS = 10_000
LASTING = ("synchronous = FULL", "wal_autocheckpoint = 1000", "cache_size = -8000")
UNHURRIED = ("synchronous = NORMAL", "wal_autocheckpoint = 16000", "cache_size = -64000")
"""What a connection runs with that writes very much that can be made again: 64 MB before the log goes into
the desk, since pages that are written time after time go there once."""


def open_connection(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open `path` without changing it; transactions are begun and ended by hand.

    Raises KzcheckError where the path cannot be a desk, sqlite3.Error where SQLite says so.
    """
    refuse_impossible(path, create=create)
    mode = "rwc" if create else "rw"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}",
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


def prepare_connection(connection: sqlite3.Connection) -> None:
    """Set what every connection to a desk runs with."""
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
    """Raise KzcheckError where `path` is a folder, is missing, or may not be written."""
    if path.is_dir():
        raise KzcheckError(f"{path} is not a desk: it is a folder; give the path of a file")
    if not path.exists():
        if not create:
            raise KzcheckError(f"there is no desk at {path}; add an article first, or give another --db")
        if not path.parent.is_dir():
            raise KzcheckError(f"{path} cannot be created: {path.parent} is not a folder; create it first")
    elif not os.access(path, os.W_OK):
        raise KzcheckError(f"{path} cannot be written: it is read-only; change its permissions or copy it")


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise KzcheckError where the file holds tables that are not a desk's."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id == APPLICATION_ID:
        return
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application_id or tables:
        raise KzcheckError(f"{path} is not a desk: it is another program's database; choose another --db")
