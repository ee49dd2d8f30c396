"""The files that come with kzcheck in its folder `db`: the migrations and the sample articles."""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import kzcheck


class MigrationFile(NamedTuple):
    """One migration, a numbered step of the schema: `0001_desk.sql` has version 1."""

    version: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """The SHA-256 of the step, by which a change of an applied step is noticed."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def db_folder() -> Path:
    """Return the folder that holds `migrations` and `demo`: in the package, or beside it in a checkout."""
    package = Path(kzcheck.__file__).resolve().parent
    installed = package / "db"
    return installed if installed.is_dir() else package.parent / "db"


@cache
def migration_files() -> tuple[MigrationFile, ...]:
    """Return the steps of the schema in order."""
    return tuple(
        MigrationFile(int(path.name[:4]), path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((db_folder() / "migrations").glob("[0-9][0-9][0-9][0-9]_*.sql"))
    )
