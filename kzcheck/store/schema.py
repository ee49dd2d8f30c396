"""The schema that all migrations make together; `python -m kzcheck.store.schema` writes db/schema.sql."""

import tempfile
from pathlib import Path

from kzcheck.store.files import db_folder
from kzcheck.store.store import Store

HEADER = """\
-- What the files in db/migrations add up to. Generated: python -m kzcheck.store.schema
"""


def schema() -> str:
    """Return the statements of the schema of a new desk, in the order in which its objects were created.

    What SQLite and sqlite-utils make for themselves is left out, and so are the tables behind the search
    index.
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
