"""A terminal that is gone without a word: the program ends, and what was decided is on the desk."""

from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Terminal

from kzcheck.desk import Desk
from kzcheck.domain import Status

TEXT = "The field held 80 wells when the snow had gone.\n\nSome 2,500 soldiers came to the river in May.\n"


@pytest.mark.parametrize("key", ["l", "c"], ids=["from the list", "from a dialog"])
def test_the_program_ends_with_its_terminal(
    open_terminal: Callable[..., Terminal], run: Callable[..., object], tmp_path: Path, key: str
) -> None:
    article = tmp_path / "article.txt"
    article.write_text(TEXT, "utf-8")
    run("add", article)
    with open_terminal() as terminal:
        terminal.wait_for("Claims · open")
        terminal.press("u")
        terminal.wait_for("unproven: ")
        terminal.press(key)
        terminal.wait_for("postponed: " if key == "l" else "Enter")
        terminal.vanish()
        assert terminal.wait_for_exit() == 0
    with Desk.open(tmp_path / "desk.db", create=False) as desk:
        assert desk.tally().by_status[Status.UNPROVEN] == 1
        assert desk.doctor() == []
