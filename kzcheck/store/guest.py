"""Opening somebody else's desk to merge it: a private copy that is checked before anything in it is used."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from kzcheck.domain import KzcheckError
from kzcheck.store import audit, integrity, ledger, rebuild
from kzcheck.store.connection import APPLICATION_ID
from kzcheck.store.errors import Plainly
from kzcheck.store.files import MigrationFile, migration_files
from kzcheck.store.migrate import apply, back_up, immediate, pending
from kzcheck.store.store import Row, Store

OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_master"
OF_LIBRARIES = ("sqlite_", "_sqlite_", "claims_fts_")
"""Beginnings of the names of tables that SQLite and sqlite-utils make, in wording that differs by version."""


@contextlib.contextmanager
def guest(path: Path) -> Iterator[Store]:
    """Yield a private copy of the desk at `path`, migrated to the present schema and checked.

    Raises KzcheckError when the file is no desk, has a schema that no kzcheck made, or shows another state
    than its own ledger makes.
    """
    if path.exists() and not path.is_file():
        raise KzcheckError(f"{path} was not read: it is not a regular file; give the path of a desk")
    if not path.exists():
        raise KzcheckError(f"{path} was not read: there is no such file; give the path of a desk")
    with TemporaryDirectory(prefix="kzcheck-") as folder:
        copy = Path(folder) / "guest.db"
        with Plainly(path):
            with contextlib.closing(_only_read(path)) as connection:
                _refuse_strange(connection, path)
                back_up(connection, copy)
            store = Store.open(copy, create=False)
        with contextlib.closing(store):
            _refuse_unsound(store, path)
            yield store


def _only_read(path: Path) -> sqlite3.Connection:
    """Open a file for reading only, even in a read-only folder, where no log can be made beside it."""
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:  # the log beside it can't be made, since the folder is read-only
        connection.close()
        if path.with_name(f"{path.name}-wal").exists():
            raise
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    except BaseException:
        connection.close()
        raise
    for pragma in ("trusted_schema = OFF", "query_only = ON", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _refuse_strange(connection: sqlite3.Connection, path: Path) -> None:
    """Raise KzcheckError when the file is no desk, or its schema is not what its migrations make."""
    (application_id,) = connection.execute("PRAGMA application_id").fetchone()
    if application_id != APPLICATION_ID:
        raise KzcheckError(f"{path} was not read: it is not a desk of kzcheck; give the path of one")
    tables = {row[1] for row in connection.execute(OBJECTS) if row[0] == "table"}
    steps: Sequence[MigrationFile] = ()
    if "migration_checksums" in tables:
        missing = pending(connection, path, migration_files())
        steps = [step for step in migration_files() if step not in missing]
    found, expected = _objects(connection), _made_by(steps) if steps else set()
    if found != expected:
        strange = min(found ^ expected, key=repr)
        raise KzcheckError(
            f"{path} was not read: its {strange[0]} {strange[1]!r} is not as kzcheck makes it; "
            "ask for a copy made with 'kzcheck backup'"
        )


def _objects(connection: sqlite3.Connection) -> set[Row]:
    """Return the objects of the schema with their SQL, but without the SQL of what libraries make."""
    return {
        (kind, name, table, None if kind == "table" and name.startswith(OF_LIBRARIES) else sql)
        for kind, name, table, sql in connection.execute(OBJECTS)
        if not name.startswith("sqlite_stat")
    }


def _made_by(steps: Sequence[MigrationFile]) -> set[Row]:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        with immediate(connection):
            apply(connection, steps)
        return _objects(connection)


def _refuse_unsound(store: Store, path: Path) -> None:
    """Raise KzcheckError when the desk's file, texts, ledger or state are not what they should be."""
    for check in (integrity.check, ledger.verify, audit.check, rebuild.check):
        faults = check(store)
        if faults:
            raise KzcheckError(
                f"{path} was not read: {faults[0]}; ask for a copy on which 'kzcheck doctor' finds nothing"
            )
