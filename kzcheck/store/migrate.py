"""Bringing a desk to the schema of this kzcheck, whole or not at all."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kzcheck.domain import KzcheckError
from kzcheck.store.connection import APPLICATION_ID
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
    """Apply the steps that the desk lacks, in one transaction, with a backup of a desk in use first.

    Raises KzcheckError where the desk is of a newer kzcheck, or a step it was made with has changed.
    """
    version = refuse_unknown(connection, path, files)
    if version == len(files):
        return
    if version:
        back_up(connection, path.with_name(f"{path.name}.backup-v{version}"))
    with immediate(connection):
        # Another process may have done it while this one waited for the lock.
        if refuse_unknown(connection, path, files) < len(files):
            apply(connection, files)


def refuse_unknown(connection: sqlite3.Connection, path: Path, files: Sequence[MigrationFile]) -> int:
    """Return the desk's version, 0 for an empty file, once it is certain that this kzcheck knows it."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > len(files):
        raise KzcheckError(
            f"{path} is of a newer kzcheck (schema {version}, this one knows {len(files)}); upgrade kzcheck"
        )
    if version:
        applied: dict[str, str] = dict(connection.execute("SELECT name, sha256 FROM migration_checksums"))
        for file in files[:version]:
            if applied.get(file.name) != file.checksum:
                raise KzcheckError(
                    f"{path} was made with another {file.name} than this kzcheck's; "
                    "open it with the kzcheck that made it"
                )
    return version


def apply(connection: sqlite3.Connection, files: Sequence[MigrationFile]) -> None:
    """Run the pending steps; the caller holds the transaction."""
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
    connection.execute(f"PRAGMA user_version = {len(files)}")


def register(migrations: object, file: MigrationFile) -> None:
    """Make one file a step of sqlite-utils' `Migrations`."""
    from sqlite_utils import Migrations

    assert isinstance(migrations, Migrations)

    @migrations(name=file.name)
    def step(db: "Database") -> None:
        for statement in statements(file.sql):
            db.conn.execute(statement)


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script one by one: `executescript` would end the transaction."""
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
    """Hold the write lock from the first statement on; commit at the end, roll back on any error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def back_up(connection: sqlite3.Connection, target: Path) -> None:
    """Copy the desk as it is now to `target`, consistently, while others may use it."""
    copy = sqlite3.connect(target)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
