"""Fact-checks that another edition of matching has indexed are found, and indexed again by a rebuild."""

import sqlite3
from pathlib import Path

import pytest

from kzcheck.desk import Desk

CHECK = """{"id": "c1", "claim": "The refinery in Atyrau closed in April for repairs", "date": "2019"}\n"""
TEXT = "The refinery in Atyrau was closed in Apr. for repairs."


@pytest.fixture
def outdated(tmp_path: Path) -> Path:
    """Return a desk whose fact-check an older edition has read in its own way."""
    feed, path = tmp_path / "checks.jsonl", tmp_path / "desk.db"
    feed.write_text(CHECK, encoding="utf-8")
    with Desk.open(path, reviewer="aizhan") as desk:
        assert desk.import_checks(feed) == 1
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE fact_checks SET edition = 0, prepared = 'of another form'")
        connection.execute("UPDATE fact_check_terms SET term = 'aprl' WHERE term = 'april'")
    connection.close()
    return path


def test_an_outdated_fact_check_is_read_anew_when_it_is_looked_up(outdated: Path) -> None:
    with Desk.open(outdated, reviewer="aizhan") as desk:
        assert [found.check.id for found in desk.check_lookup().find(TEXT)] == ["c1"]


def test_a_rebuild_indexes_outdated_fact_checks_again(outdated: Path) -> None:
    with Desk.open(outdated, reviewer="aizhan") as desk:
        before = desk.check_lookup().find(TEXT)[0].score
        assert desk.rematch(processes=1)
        after = desk.check_lookup().find(TEXT)[0]
    assert after.score > before
    assert after.check.date == "2019"
    with sqlite3.connect(outdated) as connection:
        assert connection.execute("SELECT count(*) FROM fact_checks WHERE edition = 0").fetchone() == (0,)
        held = connection.execute("SELECT n FROM fact_check_terms WHERE term = 'april'").fetchone()
    connection.close()
    assert held == (1,)
