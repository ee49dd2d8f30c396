"""Desks that somebody made to do harm: refused in one line, whatever is wrong with them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from two_desks import claims

from kzcheck.desk import Desk
from kzcheck.domain import KzcheckError, Status

State = Callable[[Desk], object]


TAMPERING: tuple[tuple[str, str], ...] = (
    ("CREATE TRIGGER evil AFTER INSERT ON claims BEGIN DELETE FROM verdicts; END", "trigger 'evil'"),
    ("CREATE VIEW evil AS SELECT 1", "view 'evil'"),
    ("CREATE TABLE evil (a)", "table 'evil'"),
    ("DROP TRIGGER ledger_never_changes", "ledger_never_changes"),
    ("ALTER TABLE settings ADD COLUMN evil TEXT", "settings"),
    ("UPDATE claims SET quote = 'other words'", "quote of claim"),
    ("UPDATE verdicts SET status = 'verified'", "verdicts"),
    ("INSERT INTO migration_checksums VALUES ('9999_later', 'x')", "newer kzcheck"),
    ("UPDATE migration_checksums SET sha256 = 'x'", "was made with another"),
    ("PRAGMA application_id = 7", "not a desk"),
)


@pytest.mark.parametrize(("statement", "said"), TAMPERING, ids=range(len(TAMPERING)))
def test_a_desk_that_was_tampered_with_is_refused_in_one_line(
    ours: Desk, theirs: Desk, tmp_path: Path, statement: str, said: str, state: State
) -> None:
    theirs.mark([claims(theirs)[0]], Status.UNPROVEN)
    theirs.back_up(tmp_path / "evil.db")
    intruder = sqlite3.connect(tmp_path / "evil.db")
    intruder.execute(statement)
    intruder.commit()
    intruder.close()
    before = state(ours)
    with pytest.raises(KzcheckError, match=said) as refused:
        ours.merge(tmp_path / "evil.db")
    assert "\n" not in str(refused.value)
    assert state(ours) == before


FORGED: tuple[tuple[str, str, str | None], ...] = (
    ("status", "{claim}", '{"status": "verified"}'),
    ("status", "{claim}", "[" * 100_000),
    ("status", "{claim}", "not json"),
    ("status", "{claim}", '["a"]'),
    ("burn", "{claim}", '{"a": 1}'),
    ("cite", "{claim}", '{"id": "x"}'),
    ("headline", "{claim}", '{"headline": "words"}'),
    ("undo", "nothing", None),
    ("decide", "{claim}", '{"relation": "duplicate"}'),
    ("rationale", "nowhere", '{"rationale": "words"}'),
)


@pytest.mark.parametrize(("action", "subject", "after"), FORGED, ids=range(len(FORGED)))
def test_a_ledger_that_no_kzcheck_writes_is_refused_although_its_hashes_fit(
    ours: Desk, theirs: Desk, action: str, subject: str, after: str | None
) -> None:
    from kzcheck.store.ledger import CHAINED, ROOT, entry_hash

    fields = (
        1, "2026-01-01T00:00:00.000Z", "bolat", "s", action, subject.format(claim=claims(theirs)[0]), "b",
        None, after, ROOT,
    )  # fmt: skip
    intruder = sqlite3.connect(theirs.path)
    marks = ", ".join("?" * 11)
    intruder.execute(f"INSERT INTO ledger ({CHAINED}) VALUES ({marks})", (*fields, entry_hash(fields)))
    intruder.commit()
    intruder.close()
    with pytest.raises(KzcheckError) as refused:
        ours.merge(theirs.path)
    assert "\n" not in str(refused.value)
    assert ours.newest_entry() == 0


def test_a_claim_under_the_id_of_another_is_refused(ours: Desk, theirs: Desk) -> None:
    intruder = sqlite3.connect(theirs.path)
    intruder.execute("UPDATE claims SET id = 'aaaaaaaaaaaaa' WHERE number = 1")
    intruder.commit()
    intruder.close()
    with pytest.raises(KzcheckError, match="not as kzcheck reads one"):
        ours.merge(theirs.path)


@pytest.mark.parametrize("damage", [b"", b"not a database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_desk_is_refused_in_one_line(ours: Desk, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "other.db").write_bytes(damage)
    with pytest.raises(KzcheckError) as refused:
        ours.merge(tmp_path / "other.db")
    assert "\n" not in str(refused.value)


def test_a_desk_with_damaged_pages_is_refused(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    theirs.back_up(tmp_path / "torn.db")
    torn = bytearray((tmp_path / "torn.db").read_bytes())
    torn[8192:20480] = bytes(12288)
    (tmp_path / "torn.db").write_bytes(torn)
    with pytest.raises(KzcheckError):
        ours.merge(tmp_path / "torn.db")
