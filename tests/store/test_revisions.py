"""Opening a desk of an older kzcheck that has several texts of one document and knows no revisions."""

from pathlib import Path

import pytest

from kzcheck.store import Store, revisions
from kzcheck.store import store as opening
from kzcheck.store.files import migration_files

STEP = "0005_revisions"
DOCUMENT = "INSERT INTO documents (number, id, source, added_at, lineage) VALUES (?, ?, 's', ?, 'first')"
CLAIM = (
    'INSERT INTO claims (id, document, zone, kind, headline, "start", "end", sentence_start, sentence_end, '
    "quote, attribution, modality, priority, reasons, grp, status) VALUES "
    "(?, ?, 'body', 'event', 'h', 0, 3, 0, 3, 'One', 'author', 'asserted', 0.5, '[]', '', ?)"
)


def test_an_older_desk_learns_which_text_is_the_present_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.db"
    with monkeypatch.context() as patched:
        before = tuple(step for step in migration_files() if step.name < STEP)
        patched.setattr(opening, "migration_files", lambda: before)
        old = Store.open(path)
    for number, name in ((1, "first"), (2, "second"), (3, "third")):
        old.write(DOCUMENT, (number, name, f"2026-01-0{number}T00:00:00Z"))
        old.write("INSERT INTO texts (document, text) VALUES (?, 'One')", (number,))
    for claim, document, status in (
        ("decided", 1, "verified"), ("open", 1, "open"), ("gone", 2, "dropped"), ("present", 3, "open"),
    ):  # fmt: skip
        old.write(CLAIM, (claim, document, status))
    old.write("INSERT INTO verdicts (claim, status, reviewer) VALUES (1, 'verified', 'aizhan')")
    old.close()

    store = Store.open(path)
    assert store.rows("SELECT id, superseded FROM documents ORDER BY number") == [
        ("first", 1),
        ("second", 1),
        ("third", 0),
    ]
    assert dict(store.rows("SELECT id, status FROM claims")) == {
        "decided": "orphaned",
        "open": "superseded",
        "gone": "dropped",
        "present": "open",
    }
    assert revisions.text_before(store, 3) == ("second", "2026-01-03T00:00:00Z")
    assert revisions.text_after(store, 1) == "third"
    assert store.rows("SELECT status, n FROM tallies WHERE n > 0 ORDER BY status") == [
        ("dropped", 1),
        ("open", 1),
        ("orphaned", 1),
        ("superseded", 1),
    ]
    assert store.rows("SELECT id, claims, done FROM documents ORDER BY number") == [
        ("first", 2, 0),
        ("second", 0, 0),
        ("third", 1, 0),
    ]
    store.close()
