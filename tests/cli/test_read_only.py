"""A desk that may only be read: everything is shown, and what would write says why it does not."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, KzcheckError, Status
from kzcheck.store import Store
from kzcheck.store import store as opening
from kzcheck.store.files import MigrationFile, migration_files

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if IS_ROOT else ()
"""Root may write everything, unless it runs without the capability to do so."""
RUN_ALL = """
import contextlib, io, json, sys
from kzcheck.cli.program import run
for command in json.load(sys.stdin):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        status = run(command)
    print(json.dumps([status, out.getvalue(), err.getvalue()]))
"""
WITHOUT_ANSWER = (("orphans",), ("matches",), ("conflicts",))

pytestmark = pytest.mark.skipif(
    os.name != "posix" or (IS_ROOT and shutil.which("setpriv") is None),
    reason="everything may be written here",
)


class Done(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str


Run = Callable[..., list[Done]]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of the desk; it can be removed at the end."""
    made = tmp_path / "desk"
    made.mkdir()
    yield made
    made.chmod(0o755)


@pytest.fixture
def ids(folder: Path) -> list[str]:
    """The claims of the desk."""
    article = folder / "wells.txt"
    article.write_text("Wells\n\nThe field has 80 wells. It pumps 12 percent of the oil.\n", encoding="utf-8")
    with Desk.open(folder / "desk.db", reviewer="aizhan") as desk:
        desk.add([str(article)])
        found = [row.id for row in desk.page(ClaimQuery())]
        desk.cite(found[0], "box 7")
        desk.mark(found[:1], Status.VERIFIED)
    return found


@pytest.fixture(params=["the file", "the folder", "both while somebody is at work on it"])
def run(folder: Path, ids: list[str], request: pytest.FixtureRequest) -> Iterator[Run]:
    """Run commands on the desk, whose file or folder may only be read."""
    del ids
    path = folder / "desk.db"
    colleague = Desk.open(path, reviewer="bolat")
    if "while" not in request.param:
        colleague.close()
    if request.param != "the folder":
        for each in folder.iterdir():
            each.chmod(0o444)
    if request.param != "the file":
        folder.chmod(0o555)

    def run(*commands: Sequence[str]) -> list[Done]:
        done = subprocess.run(
            [*UNPRIVILEGED, sys.executable, "-c", RUN_ALL],
            input=json.dumps([[f"--db={path}", *command] for command in commands]),
            check=True,
            capture_output=True,
            text=True,
        )
        return [Done(*json.loads(line)) for line in done.stdout.splitlines()]

    before = sorted(each.name for each in folder.iterdir())
    yield run
    assert sorted(each.name for each in folder.iterdir()) == before, "nothing is left beside the desk"
    colleague.close()


def test_a_read_only_desk_is_listed_shown_searched_compared_and_exported(run: Run, ids: list[str]) -> None:
    formats = ("csv", "citations-csv", "jsonl", "claimreview", "markdown", "html")
    commands = (
        ("claims", "wells"),
        ("claims", "value:80", "--json"),
        ("documents",),
        ("show", ids[0]),
        ("compare", *ids),
        ("lookup", "80 wells"),
        ("log", "--verify"),
        ("stats",),
        ("evidence", "list"),
        ("settings",),
        *WITHOUT_ANSWER,
        *(("export", name) for name in formats),
    )
    for command, done in zip(commands, run(*commands), strict=True):
        assert (done.status, done.err) == (0, ""), command
        assert done.out or command in WITHOUT_ANSWER, command
        assert "80 wells" in done.out or command != ("claims", "wells")


def test_what_would_write_on_a_read_only_desk_says_in_one_line_why_it_does_not(
    run: Run, ids: list[str]
) -> None:
    commands = (
        ("mark", ids[0], "unproven"),
        ("cite", ids[0], "box 8"),
        ("decide", *ids, "different"),
        ("undo",),
        ("settings", "gate", "off"),
        ("add", __file__),
        ("matches", "--rebuild"),
    )
    for command, done in zip(commands, run(*commands), strict=True):
        assert done.status == 1, command
        assert "desk.db cannot be written: it is read-only; change its permissions or copy it" in done.err, (
            command
        )
        assert len(done.err.splitlines()) == 1, done.err


def test_a_backup_is_made_of_a_read_only_desk(run: Run, tmp_path: Path) -> None:
    (done,) = run(("backup", str(tmp_path / "copy.db")))
    assert done.status == 0, done.err
    with Desk.open(tmp_path / "copy.db", reviewer="a") as desk:
        assert (desk.is_read_only, desk.tally().total) == (False, 2)


def test_a_read_only_desk_is_checked_and_cannot_be_repaired(run: Run) -> None:
    checked, repaired = run(("doctor",), ("doctor", "--repair"))
    assert checked.status == 0, checked.err
    assert "desk.db is well" in checked.err
    assert repaired.status == 1
    assert "it is read-only" in repaired.err


def test_a_read_only_desk_of_an_older_kzcheck_says_what_to_do(
    folder: Path, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del ids
    before = sorted(folder.iterdir())
    monkeypatch.setattr(os, "access", lambda *_: False)
    later = MigrationFile(migration_files()[-1].version + 1, "9999_later", "CREATE TABLE later (a) STRICT;")
    monkeypatch.setattr(opening, "migration_files", lambda: (*migration_files(), later))
    with pytest.raises(KzcheckError, match="of an older kzcheck"):
        Store.open(folder / "desk.db")
    assert sorted(folder.iterdir()) == before
