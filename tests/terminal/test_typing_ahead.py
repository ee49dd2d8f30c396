"""Keys that arrive in one burst, as over a slow line, go where they would have gone one by one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Terminal

from kzcheck.desk import Desk

SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"


@pytest.mark.parametrize("time", range(3))
def test_a_search_typed_in_one_burst_is_a_search_and_decides_nothing(
    run: Callable, open_terminal: Callable[..., Terminal], tmp_path: Path, time: int
) -> None:
    assert run("add", SAMPLES).returncode == 0
    with open_terminal("review") as terminal:
        terminal.wait_for("Claims", "Source")
        terminal.press("/CxduP")
        terminal.wait_for("“CxduP”")
    with Desk.open(tmp_path / "desk.db", create=False) as desk:
        assert desk.log(1) == []


@pytest.mark.parametrize("time", range(3))
def test_a_letter_right_after_the_enter_of_a_search_is_a_command(
    run: Callable, open_terminal: Callable[..., Terminal], tmp_path: Path, time: int
) -> None:
    assert run("add", SAMPLES).returncode == 0
    with open_terminal("review") as terminal:
        terminal.wait_for("Claims", "Source")
        terminal.press("/", *"oil")
        terminal.wait_for("“oil”")
        terminal.press("\ru")
        terminal.wait_for("unproven: ")
    with Desk.open(tmp_path / "desk.db", create=False) as desk:
        assert len(desk.log(2)) == 1
