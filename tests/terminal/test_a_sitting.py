"""A reviewer's sitting with the two real articles, on the installed program, from outside."""

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path

from terminal import Terminal

from kzcheck.desk import Desk
from kzcheck.domain import Status

SOURCE = "https://example.org/pipeline-statistics-2025"
OPENED = ("Claims", "Source")
SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"
KILLS = 20

OpenTerminal = Callable[..., Terminal]


def test_what_was_decided_on_the_screen_is_what_the_csv_says(
    run: Callable, open_terminal: OpenTerminal, real_articles: Path, tmp_path: Path
) -> None:
    added = run("add", *sorted(real_articles.glob("*.txt")))
    assert added.returncode == 0, added.stderr

    with open_terminal("review") as terminal:
        terminal.wait_for(*OPENED)
        terminal.press("/", *"CPC")
        terminal.wait_for_pattern(r"“CPC”(.|\n)*▶ · 80")
        focused = terminal.background_of("CPC")
        terminal.press("enter")
        terminal.wait_until(lambda _: terminal.background_of("CPC") != focused, "the list to have the keys")
        terminal.press("v")
        terminal.wait_for("verified needs a citation")
        terminal.paste(SOURCE)
        terminal.wait_for(SOURCE)
        terminal.press("enter")
        verified = terminal.wait_for_pattern(r" verified: (.+)")[1].strip()
        terminal.press("escape")
        terminal.wait_until_gone("“CPC”")

        terminal.press("d")
        terminal.wait_for("disputed needs a citation", SOURCE)
        terminal.press("1", "enter")
        disputed = terminal.wait_for_pattern(r" disputed: (.+)")[1].strip()

        terminal.press("l")
        postponed = terminal.wait_for_pattern(r" postponed: (.+)")[1].strip()

        terminal.press("x")
        undone = terminal.wait_for_pattern(r" not checkable: (.+)")[1].strip()
        terminal.press("z")
        terminal.wait_for_pattern(rf" taken back: not checkable: {re.escape(undone)}")

        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    exported = run("export", "csv", "-o", tmp_path / "verdicts.csv")
    assert exported.returncode == 0, exported.stderr
    with (tmp_path / "verdicts.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert sorted((row["headline"], row["verdict"], row["citations"], row["reviewer"]) for row in rows) == (
        sorted([(verified, "verified", SOURCE, "aizhan"), (disputed, "disputed", SOURCE, "aizhan")])
    )
    (eighty,) = (row for row in rows if row["verdict"] == "verified")
    assert (eighty["value"], eighty["unit"]) == ("80", "percent")
    later = json.loads(run("claims", "--status", "later", "--json").stdout)
    assert [claim["headline"] for claim in later] == [postponed]
    assert undone in {
        claim["headline"] for claim in json.loads(run("claims", "--status", "open", "--json").stdout)
    }


def test_a_kill_right_after_a_mark_was_acknowledged_loses_nothing(
    run: Callable, open_terminal: OpenTerminal, tmp_path: Path
) -> None:
    assert run("add", SAMPLES).returncode == 0
    keys = {"x": Status.NOT_CHECKABLE, "u": Status.UNPROVEN, "t": Status.NEEDS_CONTEXT, "l": Status.LATER}
    acknowledged: dict[str, Status] = {}
    for time in range(KILLS):
        key, status = list(keys.items())[time % len(keys)]
        with open_terminal("review") as terminal:
            terminal.wait_for(*OPENED)
            terminal.press(key)
            said = "postponed" if status is Status.LATER else status.value.replace("-", " ")
            terminal.wait_for(f"{said}: ")
            terminal.kill()
        with Desk.open(tmp_path / "desk.db", create=False) as desk:
            newest = desk.log(1)[0]
            assert newest.subject not in acknowledged
            acknowledged[newest.subject] = status
            assert {claim: desk.status(claim).status for claim in acknowledged} == acknowledged
            assert desk.verify_ledger() == []
    assert len(acknowledged) == KILLS


def test_a_colleagues_mark_shows_by_itself_and_both_marks_stay(
    run: Callable, open_terminal: OpenTerminal, tmp_path: Path
) -> None:
    assert run("add", SAMPLES).returncode == 0
    with open_terminal("review") as one, open_terminal("review", "--reviewer", "berik") as other:
        one.wait_for(*OPENED)
        other.wait_for(*OPENED)
        one.press("x")
        one.wait_for("not checkable: ")
        other.wait_for_pattern(r" 1/\d+ ")
        other.press("j", "u")
        other.wait_for("unproven: ")
        one.wait_for_pattern(r" 2/\d+ ")
    with Desk.open(tmp_path / "desk.db", create=False) as desk:
        decided = {entry.reviewer: desk.status(entry.subject).status for entry in desk.log(2)}
    assert decided == {"aizhan": Status.NOT_CHECKABLE, "berik": Status.UNPROVEN}
