"""What was acknowledged stays: through a kill, beside other processes, and against tampering."""

import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, KzcheckError, Status

MARK_AND_WAIT = """
import sys
from kzcheck.desk import Desk
from kzcheck.domain import Status
desk = Desk.open(sys.argv[1], reviewer="aizhan")
for line in sys.stdin:
    claim, status = line.split()
    desk.mark([claim], Status(status))
    print("marked", flush=True)
"""

MARK_MANY = """
import sys
from kzcheck.desk import Desk
from kzcheck.domain import Status
with Desk.open(sys.argv[1], reviewer=sys.argv[2]) as desk:
    for turn in range(40):
        desk.mark([sys.argv[3 + turn % (len(sys.argv) - 3)]], Status.LATER if turn % 2 else Status.UNPROVEN)
"""


def test_a_mark_that_was_acknowledged_survives_a_kill(desk: Desk, ids: list[str], path: Path) -> None:
    for turn in range(20):
        status = (Status.LATER, Status.UNPROVEN, Status.NEEDS_CONTEXT)[turn % 3]
        process = subprocess.Popen(
            [sys.executable, "-c", MARK_AND_WAIT, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{ids[turn % 3]} {status}\n")
        process.stdin.flush()
        assert process.stdout.readline() == "marked\n"
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert desk.status(ids[turn % 3]).status is status
    assert len(desk.log(100)) == 20
    assert desk.verify_ledger() == []
    assert desk.doctor() == []


def test_no_mark_is_lost_when_several_processes_decide_at_once(
    desk: Desk, ids: list[str], path: Path
) -> None:
    before = desk.data_version()
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", MARK_MANY, str(path), reviewer, *ids], stderr=subprocess.PIPE, text=True
        )
        for reviewer in ("aizhan", "bolat", "dana")
    ]
    assert [process.communicate()[1] for process in processes] == ["", "", ""]
    log = desk.log(1000)
    assert len(log) == 120
    assert [sum(entry.reviewer == name for entry in log) for name in ("aizhan", "bolat", "dana")] == [
        40,
        40,
        40,
    ]
    assert desk.data_version() != before
    assert desk.verify_ledger() == []
    assert desk.doctor() == []


def test_a_sibling_sees_what_was_decided_and_says_that_something_changed(desk: Desk, ids: list[str]) -> None:
    sibling = desk.sibling()
    version = sibling.data_version()
    assert desk.data_version() == desk.data_version()
    desk.mark([ids[0]], Status.LATER)
    assert sibling.data_version() != version
    assert sibling.claim_row(ids[0]).status is Status.LATER
    assert (sibling.reviewer, sibling.session) == (desk.reviewer, desk.session)
    sibling.close()


def test_the_ledger_refuses_to_be_changed(desk: Desk, ids: list[str], path: Path) -> None:
    desk.mark([ids[0]], Status.LATER)
    intruder = sqlite3.connect(path)
    for statement in ("UPDATE ledger SET reviewer = 'nobody'", "DELETE FROM ledger"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            intruder.execute(statement)
    intruder.close()


@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE ledger SET reviewer = 'nobody' WHERE seq = 2", "entry 2 is not as it was written"),
        ("UPDATE ledger SET after = replace(after, 'later', 'verified') WHERE seq = 2", "entry 2 is not"),
        ("DELETE FROM ledger WHERE seq = 2", "entry 2 is missing"),
        ("DELETE FROM ledger WHERE seq = 4", "last entry"),
    ],
)
def test_a_changed_past_shows(desk: Desk, ids: list[str], path: Path, tampering: str, said: str) -> None:
    for claim in [*ids, ids[0]]:
        desk.mark([claim], Status.LATER)
    intruder = sqlite3.connect(path)
    intruder.execute("DROP TRIGGER ledger_never_changes")
    intruder.execute("DROP TRIGGER ledger_never_shrinks")
    intruder.execute(tampering)
    intruder.commit()
    intruder.close()
    assert any(said in line for line in desk.verify_ledger())


def test_a_changed_state_is_found_and_mended_from_the_ledger(desk: Desk, ids: list[str], path: Path) -> None:
    desk.mark([ids[0]], Status.LATER)
    intruder = sqlite3.connect(path)
    intruder.execute("UPDATE claims SET status = 'verified', citations = 3 WHERE id = ?", (ids[1],))
    intruder.execute("UPDATE tallies SET n = n + 5")
    intruder.commit()
    intruder.close()
    found = desk.doctor()
    assert {line.split(":")[0] for line in found} >= {"claims", "tallies"}
    assert desk.claim_row(ids[1]).status is Status.VERIFIED
    assert desk.repair() == found
    assert desk.doctor() == []
    assert desk.claim_row(ids[1]).status is Status.OPEN
    assert desk.claim_row(ids[0]).status is Status.LATER


def test_the_doctor_finds_nothing_on_a_sound_desk_and_names_what_is_not(
    desk: Desk, ids: list[str], path: Path
) -> None:
    desk.mark([ids[0]], Status.LATER)
    assert desk.doctor() == []
    intruder = sqlite3.connect(path)
    intruder.execute("UPDATE claims SET headline = 'never searched', quote = 'never written'")
    intruder.commit()
    intruder.close()
    assert [line.split(" ")[1] for line in desk.doctor()] == ["quote", "quote", "quote", "search"]
    assert desk.page(ClaimQuery(text="never searched")) == []
    assert desk.repair() == []
    assert len(desk.page(ClaimQuery(text="never searched"))) == 3


def test_a_backup_is_a_desk_of_its_own(desk: Desk, ids: list[str], tmp_path: Path) -> None:
    desk.mark([ids[0]], Status.LATER)
    desk.back_up(tmp_path / "copy.db")
    with pytest.raises(KzcheckError, match="there already"):
        desk.back_up(tmp_path / "copy.db")
    desk.undo()
    with Desk.open(tmp_path / "copy.db", create=False, reviewer="aizhan") as copy:
        assert copy.claim_row(ids[0]).status is Status.LATER
        assert len(copy.page(ClaimQuery())) == 3


def test_a_backup_that_fails_names_the_file_it_was_to_be(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(KzcheckError, match=r"copy\.db cannot be opened"):
        desk.back_up(tmp_path / "no folder" / "copy.db")


def test_a_backup_that_finds_no_room_leaves_no_file(desk: Desk, tmp_path: Path) -> None:
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, allowed[1]))
    try:
        with pytest.raises(KzcheckError, match=r"copy\.db"):
            desk.back_up(tmp_path / "copy.db")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
    assert not (tmp_path / "copy.db").exists()
