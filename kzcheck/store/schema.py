"""The schema that the migrations add up to: `python -m kzcheck.store.schema` writes db/schema.sql."""

import tempfile
from pathlib import Path

from kzcheck.store.files import db_folder
from kzcheck.store.store import Store

HEADER = """\
-- What the files in db/migrations add up to. Generated: python -m kzcheck.store.schema
"""


def schema() -> str:
    """Return the statements that make an up-to-date desk, in the order they were first made.

    Left out is what SQLite and sqlite-utils keep for themselves, the tables behind the search index too.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "desk.db")
        try:
            rows = store.rows(
                "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' "
                "AND tbl_name NOT GLOB '_sqlite_*' AND name NOT GLOB 'claims_fts_*' ORDER BY rowid"
            )
        finally:
            store.close()
    return HEADER + "".join(f"\n{sql};\n" for (sql,) in rows)


def main() -> None:
    """Write db/schema.sql anew."""
    (db_folder() / "schema.sql").write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    main()
