"""A merge that is killed, interrupted, or done beside other processes: the desk stays whole."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from two_desks import claims, relations, valued

from kzcheck.desk import Desk, merging
from kzcheck.desk.matching import Related, relate
from kzcheck.domain import KzcheckError, Status
from kzcheck.store import Store

MERGE_AND_HANG = """
import sys
from pathlib import Path
from kzcheck.desk import Desk
from kzcheck.store import merged
def stop(*_):
    print("in the middle", flush=True)
    sys.stdin.read()
merged.copy_entries = stop
Desk.open(sys.argv[1], reviewer="aizhan").merge(Path(sys.argv[2]))
"""


def test_a_merge_that_is_killed_leaves_the_desk_as_it_was(
    ours: Desk, theirs: Desk, canals: Path, state: Callable[[Desk], object]
) -> None:
    theirs.add([str(canals)])
    theirs.mark([claims(theirs)[0]], Status.UNPROVEN)
    before, entries = state(ours), ours.newest_entry()
    process = subprocess.Popen(
        [sys.executable, "-c", MERGE_AND_HANG, str(ours.path), str(theirs.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "in the middle\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert (state(ours), ours.newest_entry()) == (before, entries)
    assert ours.doctor() == []
    ours.merge(theirs.path)
    assert state(ours) == state(theirs)


def test_the_other_desk_is_only_read(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    theirs.mark([claims(theirs)[0]], Status.UNPROVEN)
    guest = tmp_path / "guest" / "g.db"
    guest.parent.mkdir()
    theirs.back_up(guest)
    bytes_before = guest.read_bytes()
    guest.chmod(0o400)
    guest.parent.chmod(0o500)
    assert ours.merge(guest).verdicts == 1
    guest.parent.chmod(0o700)
    assert guest.read_bytes() == bytes_before
    assert [path.name for path in guest.parent.iterdir()] == ["g.db"]


def test_a_desk_is_not_merged_with_itself_or_with_nothing(ours: Desk, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to(ours.path)
    with pytest.raises(KzcheckError, match="this desk itself"):
        ours.merge(tmp_path / "link.db")
    for nothing in (tmp_path, tmp_path / "missing.db"):
        with pytest.raises(KzcheckError, match=r"no such file|not a regular file"):
            ours.merge(nothing)


def test_an_older_desk_is_brought_up_to_date_in_a_copy(
    ours: Desk, theirs: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kzcheck.store import store as opening
    from kzcheck.store.files import migration_files

    with monkeypatch.context() as patched:
        patched.setattr(opening, "migration_files", lambda: migration_files()[:-1])
        Desk.open(tmp_path / "old.db", reviewer="dana").close()
    before = (tmp_path / "old.db").read_bytes()
    assert ours.merge(tmp_path / "old.db").documents == 0
    assert (tmp_path / "old.db").read_bytes() == before


def test_what_another_process_adds_while_a_merge_is_prepared_is_neither_lost_nor_twice(
    ours: Desk, theirs: Desk, canals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs.add([str(canals)])
    theirs.mark([valued(theirs, 62)], Status.UNPROVEN)
    sibling = ours.sibling()

    def meanwhile(*_: object) -> tuple[list[str], list[str]]:
        sibling.add([str(canals)])
        return [], []

    monkeypatch.setattr("kzcheck.desk.merging._sound_pages", meanwhile)
    assert ours.merge(theirs.path).documents == 0
    sibling.close()
    assert ours.status(valued(ours, 62)).status is Status.UNPROVEN
    assert ours.doctor() == []


def test_other_processes_write_while_what_a_merge_brought_is_matched(
    ours: Desk, theirs: Desk, canals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs.add([str(canals)])
    name = claims(ours)[0]
    with ours.sibling() as sibling:

        def meanwhile(store: Store, *what: Any) -> Related:
            sibling.mark([name], Status.LATER)
            return relate(store, *what)

        monkeypatch.setattr(merging, "relate", meanwhile)
        assert ours.merge(theirs.path).documents == 1
    assert ours.status(name).status is Status.LATER
    assert relations(ours) == relations(theirs)


def test_what_a_merge_brought_but_did_not_get_to_match_is_matched_by_a_rebuild(
    ours: Desk, theirs: Desk, canals: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs.add([str(canals)])

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(merging, "write_matches", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ours.merge(theirs.path)
    assert claims(ours) == claims(theirs)
    assert relations(ours) != relations(theirs)
    ours.rematch()
    assert relations(ours) == relations(theirs)
    assert ours.doctor() == []
