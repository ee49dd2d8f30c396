"""Opening a desk: new, up to date, older, newer, foreign, broken."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kzcheck.domain import KzcheckError
from kzcheck.store import Store, connection, files, migrate, schema
from kzcheck.store import store as opening
from kzcheck.store.errors import plain_error
from kzcheck.store.files import MigrationFile, migration_files

LATER = MigrationFile(
    migration_files()[-1].version + 1,
    f"{migration_files()[-1].version + 1:04}_later",
    "CREATE TABLE later (word TEXT) STRICT;\n-- and more\nINSERT INTO later (word) VALUES ('a;b');\n",
)


def open_with(steps: Sequence[MigrationFile], path: Path, patch: pytest.MonkeyPatch) -> Store:
    """Open a desk as a kzcheck with these steps would."""
    with patch.context() as patched:
        patched.setattr(opening, "migration_files", lambda: tuple(steps))
        return Store.open(path)


def test_a_new_desk_runs_as_the_design_says(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "desk.db")
    pragmas = {
        name: store.value(f"PRAGMA {name}")
        for name in ("journal_mode", "foreign_keys", "synchronous", "trusted_schema", "busy_timeout")
    }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "trusted_schema": 0,
        "busy_timeout": 10_000,
    }
    assert store.value("PRAGMA user_version") == migration_files()[-1].version
    assert store.rows("PRAGMA foreign_key_check") == []
    tables = store.rows(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema <> 'temp'"
    )
    assert {name for name, strict in tables if not strict} == {"sqlite_schema", "_sqlite_migrations"}
    store.close()


def test_an_up_to_date_desk_opens_without_sqlite_utils(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    Store.open(path).close()
    code = (
        "import sys; from kzcheck.desk import Desk; from kzcheck.domain import ClaimQuery\n"
        f"with Desk.open({str(path)!r}, reviewer='a') as desk:\n"
        "    desk.page(ClaimQuery()); desk.tally()\n"
        "heavy = {'sqlite_utils', 'httpx', 'textual', 'rapidfuzz', 'selectolax', 'pypdf', 'platformdirs'}\n"
        "heavy |= {f'kzcheck.{room}' for room in ('extract', 'match', 'ingest', 'evidence', 'exchange')}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_the_schema_file_is_what_the_migrations_add_up_to() -> None:
    kept = (files.db_folder() / "schema.sql").read_text(encoding="utf-8")
    assert kept == schema.schema(), "run: python -m kzcheck.store.schema"


def test_the_steps_are_numbered_each_once() -> None:
    numbers = [file.version for file in migration_files()]
    assert numbers[0] == 1
    assert numbers == sorted(set(numbers))


def test_a_step_that_came_late_between_two_is_made_up_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    first, *others = migration_files()
    open_with([first, LATER], path, monkeypatch).close()
    store = open_with([first, *others, LATER], path, monkeypatch)
    assert store.value("SELECT count(*) FROM migration_checksums") == 2 + len(others)
    store.close()


def test_an_older_desk_is_backed_up_and_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    old = Store.open(path)
    with old.writing():
        old.write("INSERT INTO settings (name, value) VALUES ('kept', 'yes')")
    old.close()
    store = open_with([*migration_files(), LATER], path, monkeypatch)
    assert store.rows("SELECT word FROM later") == [("a;b",)]
    assert store.value("SELECT value FROM settings WHERE name = 'kept'") == "yes"
    store.close()
    backup = sqlite3.connect(tmp_path / f"desk.db.backup-v{migration_files()[-1].version}")
    assert backup.execute("SELECT value FROM settings").fetchall() == [("yes",)]
    assert backup.execute("PRAGMA user_version").fetchone() == (migration_files()[-1].version,)
    backup.close()


def test_a_step_that_fails_leaves_the_desk_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.db"
    Store.open(path).close()
    broken = MigrationFile(LATER.version, LATER.name, LATER.sql + "INSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(KzcheckError, match="nowhere"):
        open_with([*migration_files(), broken], path, monkeypatch)
    store = Store.open(path)
    assert store.rows("SELECT name FROM sqlite_master WHERE name = 'later'") == []
    store.close()


def test_a_desk_of_a_newer_kzcheck_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.db"
    open_with([*migration_files(), LATER], path, monkeypatch).close()
    with pytest.raises(KzcheckError, match="upgrade kzcheck"):
        Store.open(path)


def test_a_desk_made_with_other_steps_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "desk.db"
    Store.open(path).close()
    first, *others = migration_files()
    changed = MigrationFile(first.version, first.name, first.sql + "-- changed\n")
    with pytest.raises(KzcheckError, match="another 0001_desk"):
        open_with([changed, *others], path, monkeypatch)


def test_statements_are_told_apart_also_where_triggers_have_some_within() -> None:
    trigger = "CREATE TRIGGER t AFTER INSERT ON a\nBEGIN\n  SELECT 1;\nEND;\n"
    script = f"CREATE TABLE a (b); -- ; no end\n{trigger}-- done\n"
    assert [s.split()[1] for s in migrate.statements(script)] == ["TABLE", "TRIGGER", "done"]


def test_two_processes_make_one_new_desk(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    code = (
        f"from kzcheck.store import Store; from pathlib import Path; Store.open(Path({str(path)!r})).close()"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [process.communicate()[1] for process in started] == [""] * 4
    Store.open(path, create=False).close()


def test_what_is_no_desk_is_said_in_one_line(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE mine (a)")
    other.close()
    text = tmp_path / "text.db"
    text.write_text("not a database at all, " * 100)
    before = foreign.read_bytes()
    for path, words in (
        (foreign, "another program's database"),
        (text, "not a desk"),
        (tmp_path, "it is a folder"),
        (tmp_path / "no" / "desk.db", "is not a folder"),
    ):
        with pytest.raises(KzcheckError, match=words) as caught:
            Store.open(path)
        assert "\n" not in str(caught.value)
        assert str(path) in str(caught.value)
    assert foreign.read_bytes() == before
    with pytest.raises(KzcheckError, match="there is no desk"):
        Store.open(tmp_path / "missing.db", create=False)
    assert not (tmp_path / "missing.db").exists()


def test_a_truncated_desk_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    Store.open(path).close()
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(KzcheckError, match=r"damaged|doctor"), closing(Store.open(path)) as store:
        store.rows("SELECT count(*) FROM ledger")


def test_a_desk_that_may_not_be_written_is_opened_to_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    Store.open(path).close()
    before = path.read_bytes()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with closing(Store.open(path)) as store:
        assert store.is_read_only
        assert store.rows("SELECT * FROM settings") == []
        with pytest.raises(KzcheckError, match="read-only"), store.writing():
            pass
        with pytest.raises(KzcheckError, match="read-only"), store.trying():
            pass
        with pytest.raises(KzcheckError, match="read-only"):
            store.write("INSERT INTO settings (name, value) VALUES ('a', '1')")
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["desk.db"]


def test_a_read_only_desk_behind_a_link_shows_what_others_write_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, link = tmp_path / "shared" / "desk.db", tmp_path / "link.db"
    path.parent.mkdir()
    link.symlink_to(path)
    with closing(Store.open(path)) as store:
        with store.writing():
            store.write("INSERT INTO settings (name, value) VALUES ('a', '1')")
        monkeypatch.setattr(os, "access", lambda *_: False)
        with closing(Store.open(link)) as reading:
            assert reading.rows("SELECT name FROM settings") == [("a",)]


def test_a_path_with_signs_of_a_query_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory&b#c%20d.db"
    Store.open(path).close()
    assert path.exists()


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "desk.db")

    def half() -> None:
        with store.writing():
            store.write("INSERT INTO settings (name, value) VALUES ('a', '1')")
            store.write("INSERT INTO settings (name, value) VALUES ('b', NULL)")

    with pytest.raises(KzcheckError, match="NOT NULL"):
        half()
    assert store.rows("SELECT * FROM settings") == []
    with store.writing():
        store.write("INSERT INTO settings (name, value) VALUES ('a', '1')")
    store.close()


def test_a_desk_that_stays_locked_is_said_to_be_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 20)
    holder, other = Store.open(tmp_path / "desk.db"), Store.open(tmp_path / "desk.db")

    def write() -> None:
        with other.writing():
            other.write("INSERT INTO settings (name, value) VALUES ('a', '1')")

    with holder.writing():
        with pytest.raises(KzcheckError, match="busy"):
            write()
        assert other.rows("SELECT * FROM settings") == [], "reading goes on"
    write()
    holder.close()
    other.close()


def test_a_full_disk_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "desk.db")
    store.rows("PRAGMA max_page_count = 1")

    def write() -> None:
        with store.writing():
            store.write("INSERT INTO settings (name, value) VALUES ('small', '1')")
            store.write("INSERT INTO settings (name, value) VALUES ('large', ?)", ("x" * 5_000_000,))

    with pytest.raises(KzcheckError, match="disk is full"):
        write()
    assert store.rows("SELECT * FROM settings") == []
    store.close()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("disk I/O error", "the disk refused (disk I/O error); see that it has room and is in order"),
        ("database disk image is malformed", "cannot be read: it is damaged or not a desk"),
        ("unable to open database file", "check the path and its permissions"),
    ],
)
def test_what_sqlite_says_is_told_with_what_to_do(said: str, meant: str) -> None:
    assert meant in str(plain_error(sqlite3.OperationalError(said), Path("desk.db")))


def test_the_text_of_a_document_never_changes(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "desk.db")
    with store.writing():
        store.write("INSERT INTO documents (id, source, added_at, lineage) VALUES ('a', '-', 'now', 'a')")
        store.write("INSERT INTO texts (document, text) VALUES (1, 'as it was')")
    with pytest.raises(KzcheckError, match="never changes"), store.writing():
        store.write("UPDATE texts SET text = 'altered'")
    store.close()
