"""Finding the folder `db`: inside the package when installed, beside it in a checkout."""

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import kzcheck


class MigrationFile(NamedTuple):
    """One numbered step of the schema: `0001_desk.sql` has version 1."""

    version: int
    name: str
    sql: str

    @property
    def checksum(self) -> str:
        """The SHA-256 of the step; an applied step must keep it."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def db_folder() -> Path:
    """Return the folder that holds `migrations` and `demo`."""
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
