"""Migrations: a desk is brought to the schema of this kzcheck, completely or not at all."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kzcheck.domain import KzcheckError
from kzcheck.store.connection import APPLICATION_ID, is_read_only
from kzcheck.store.files import MigrationFile

if TYPE_CHECKING:
    from sqlite_utils import Database

CHECKSUMS = """
CREATE TABLE IF NOT EXISTS migration_checksums (
  name TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""


def bring_up_to_date(connection: sqlite3.Connection, path: Path, files: Sequence[MigrationFile]) -> None:
    """Apply the migrations that the desk lacks, in one transaction; back up a desk that is not new first.

    Raises KzcheckError when the desk is of a newer kzcheck, or a migration that it was made with has changed.
    """
    if not pending(connection, path, files):
        return
    if is_read_only(path):
        raise KzcheckError(
            f"{path} cannot be read: it is of an older kzcheck, and may not be brought up to date as it is "
            "read-only; change its permissions or copy it"
        )
    version = version_of(connection)
    if version:
        back_up(connection, path.with_name(f"{path.name}.backup-v{version}"))
    with immediate(connection):
        # Another process may have done it while this one waited for the lock.
        if pending(connection, path, files):
            apply(connection, files)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of the last migration that the desk has, 0 for an empty file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def pending(
    connection: sqlite3.Connection, path: Path, files: Sequence[MigrationFile]
) -> list[MigrationFile]:
    """Return the migrations that the desk lacks.

    Raises KzcheckError when it has one that this kzcheck does not know, or in another version.
    """
    if not version_of(connection):
        return list(files)
    applied: dict[str, str] = dict(connection.execute("SELECT name, sha256 FROM migration_checksums"))
    unknown = sorted(applied.keys() - {file.name for file in files})
    if unknown:
        raise KzcheckError(
            f"{path} is of a newer kzcheck: this one does not know {unknown[0]}; upgrade kzcheck"
        )
    for file in files:
        if applied.get(file.name, file.checksum) != file.checksum:
            raise KzcheckError(
                f"{path} was made with another {file.name} than this kzcheck's; "
                "open it with the kzcheck that made it"
            )
    return [file for file in files if file.name not in applied]


def apply(connection: sqlite3.Connection, files: Sequence[MigrationFile]) -> None:
    """Run migrations; the caller holds the transaction."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("kzcheck")
    for file in files:
        register(migrations, file)
    connection.execute(CHECKSUMS)
    migrations.apply(Database(connection, execute_plugins=False))
    connection.executemany(
        "INSERT OR IGNORE INTO migration_checksums (name, sha256) VALUES (?, ?)",
        [(file.name, file.checksum) for file in files],
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {files[-1].version}")


def register(migrations: object, file: MigrationFile) -> None:
    """Add one migration to sqlite-utils' `Migrations`."""
    from sqlite_utils import Migrations

    assert isinstance(migrations, Migrations)

    @migrations(name=file.name)
    def step(db: "Database") -> None:
        for statement in statements(file.sql):
            db.conn.execute(statement)


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one, since `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement


@contextlib.contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """Run a transaction that holds the write lock from the start; roll it back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Write a consistent copy of the desk to `target`, while others may be using it."""
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
