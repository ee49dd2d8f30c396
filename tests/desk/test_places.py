"""Which desk and which reviewer are meant when neither is named."""

import getpass
from pathlib import Path

import pytest

from kzcheck.desk import Desk, default_desk_path, is_default, reviewer_name
from kzcheck.domain import IDLE_SECONDS, Status


def test_a_path_that_is_given_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZCHECK_DB", "~/mine.db")
    assert default_desk_path("given.db") == Path("given.db")
    assert default_desk_path() == Path.home() / "mine.db"


def test_a_tilde_with_a_name_that_no_user_has_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZCHECK_DB", "~nobody.has.this.name/mine.db")
    assert default_desk_path() == Path("~nobody.has.this.name/mine.db")
    assert is_default(Path("~nobody.has.this.name/mine.db"))


def test_without_both_it_is_in_the_data_folder_which_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KZCHECK_DB", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    path = default_desk_path()
    assert path.name == "desk.db"
    assert path.parent.is_dir()
    assert path.is_relative_to(tmp_path)


def test_the_desk_of_commands_that_name_none_is_told_from_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KZCHECK_DB", str(tmp_path / "mine.db"))
    monkeypatch.chdir(tmp_path)
    assert is_default(Path("mine.db"))
    assert not is_default(Path("other.db"))
    monkeypatch.delenv("KZCHECK_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert not is_default(Path("mine.db"))
    assert not (tmp_path / "data").exists()
    assert is_default(default_desk_path())


def test_the_reviewer_is_named_by_the_environment_or_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZCHECK_REVIEWER", " aizhan ")
    assert reviewer_name() == "aizhan"
    monkeypatch.setenv("KZCHECK_REVIEWER", "")
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    assert reviewer_name() == "login"

    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert reviewer_name() == "reviewer"


def test_each_sitting_that_decides_is_written_down(desk: Desk, ids: list[str], path: Path) -> None:
    desk.mark([ids[0]], Status.LATER)
    with Desk.open(path, reviewer="bolat") as other:
        other.mark([ids[1]], Status.LATER)
        other.mark([ids[2]], Status.LATER)
    sessions = desk._store.rows("SELECT id, reviewer FROM sessions ORDER BY started_at")
    assert sessions == [(desk.session, "aizhan"), (other.session, "bolat")]
    assert {entry.session for entry in desk.log()} == {desk.session, other.session}


def test_settings_are_kept_with_the_desk(desk: Desk, path: Path) -> None:
    assert desk.setting("goal") is None
    desk.set_setting("goal", "40")
    desk.set_setting("goal", "50")
    with Desk.open(path) as again:
        assert again.setting("goal") == "50"
        again.set_setting("goal", None)
    assert desk.setting("goal") is None


def test_the_statistics_count_what_was_decided(desk: Desk, ids: list[str]) -> None:
    desk.mark([ids[0]], Status.VERIFIED, override="seen it", active_seconds=10)
    desk.mark([ids[1]], Status.UNPROVEN, active_seconds=20)
    desk.mark([ids[2]], Status.LATER, active_seconds=4000)
    stats = desk.stats()
    assert (stats.documents, stats.overrides, stats.without_evidence, stats.citations) == (1, 1, 1, 0)
    assert stats.by_reviewer == {"aizhan": 2}
    assert stats.by_status == {Status.VERIFIED: 1, Status.UNPROVEN: 1, Status.LATER: 1}
    assert (stats.seconds_per_claim, stats.idle_seconds) == (15, IDLE_SECONDS)
    assert (stats.added_claims, stats.dropped_claims) == (0, 0)


def test_a_claim_that_took_long_counts_for_the_pace_since_pauses_are_left_out_as_it_is_measured(
    desk: Desk, ids: list[str]
) -> None:
    desk.mark([ids[0]], Status.UNPROVEN, active_seconds=400)
    assert desk.stats().seconds_per_claim == 400
