"""What the commands show on a terminal of a given width."""

from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import Terminal

SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"


@pytest.mark.parametrize("columns", [50, 60, 100])
def test_a_table_is_as_wide_as_the_terminal(
    run: Callable, open_terminal: Callable[..., Terminal], columns: int
) -> None:
    assert run("add", SAMPLES).returncode == 0
    with open_terminal("claims", "--limit", "5", columns=columns) as terminal:
        assert terminal.wait_for_exit() == 0
        header, *rows = terminal.text.strip("\n").split("\n")
    assert header.startswith("ID ")
    assert len([row for row in rows if row]) == 5
    assert any("…" in row for row in rows)


def test_hostile_words_in_an_article_do_nothing_to_the_terminal(
    run: Callable, open_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    article = tmp_path / "hostile.txt"
    article.write_text(
        "Report\n\nIn [red]Astana[/red] \x1b[2J\x1b]0;owned\x07 12 percent of \u202eeno\u202c voted.\n",
        encoding="utf-8",
    )
    assert run("add", article, "--title", "\x1b[31mTitle\u202e").returncode == 0
    with open_terminal("documents") as terminal:
        assert terminal.wait_for_exit() == 0
        assert "Title" in terminal.text
        assert "[31m" in terminal.text
    listed = run("claims").stdout
    assert "\x1b" not in listed
    assert "\u202e" not in listed


def test_the_demo_opens_on_the_samples_and_leaves_nothing(
    open_terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    with open_terminal("demo") as terminal:
        terminal.wait_for("Claims", "2,500")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not (tmp_path / "desk.db").exists()


def test_no_command_is_the_review_screen(run: Callable, open_terminal: Callable[..., Terminal]) -> None:
    assert run("add", SAMPLES).returncode == 0
    with open_terminal() as terminal:
        terminal.wait_for("Claims", "2,500")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_terminal_that_places_nothing_gets_a_sentence_instead_of_a_screen(
    program: Path, surroundings: dict[str, str]
) -> None:
    for command in ([program], [program, "demo"]):
        with Terminal(["env", "TERM=dumb", *command], surroundings) as terminal:
            assert terminal.wait_for_exit() == 1
            assert "TERM=dumb" in terminal.text
            assert len(terminal.text.strip().splitlines()) <= 2


def test_an_article_pasted_into_a_terminal_is_added_whole(
    run: Callable, open_terminal: Callable[..., Terminal]
) -> None:
    with open_terminal(columns=80, rows=24) as terminal:
        terminal.wait_for("This desk has no claims yet")
        terminal.press("A")
        terminal.wait_for("paste an article")
        terminal.paste("Wells\n\nThe field has 80 wells.\n\nIt pumps 12 percent of the oil.\n")
        terminal.wait_for("3 lines, 13 words")
        terminal.press("enter")
        terminal.wait_for("1 article read")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert "80 wells" in run("claims").stdout
    assert "12 percent" in run("claims").stdout
