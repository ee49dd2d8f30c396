"""The README says what is so: its tables are those of the code, its commands are those that run."""

import re
from pathlib import Path

from generated import README, with_tables

from kzcheck.cli.program import MODULES, program
from kzcheck.tui.keymap import resolve, shown
from kzcheck.tui.settings import load


def test_the_tables_of_the_readme_are_those_of_the_code() -> None:
    text = README.read_text("utf-8")
    assert text == with_tables(text), "stale: run python tests/house/generated.py"


def test_the_keys_that_the_readme_names_first_do_what_it_says() -> None:
    named = re.search(r"The first ones to know:(.*?)all keys", README.read_text("utf-8"), re.DOTALL)
    assert named is not None
    keys = [key for key in re.findall(r"`(.)`", named[1]) if key != "?"]
    commands = ("verify", "dispute", "cite", "later", "undo", "down", "up", "next_open", "search", "article")
    assert keys == [shown(resolve()[command][0]) for command in commands]


def test_every_command_that_the_readme_shows_exists() -> None:
    shown = set(re.findall(r"^(?:    |\| `)kzcheck ([a-z]+)", README.read_text("utf-8"), re.MULTILINE))
    assert shown >= set(MODULES)
    assert shown <= set(program.list_commands(None))


def test_ci_runs_the_test_line_of_the_readme_as_it_stands() -> None:
    lines = [
        line.strip()
        for line in README.read_text("utf-8").splitlines()
        if line.startswith("    python3 -m venv")
    ]
    demo, test = lines
    assert demo.endswith("kzcheck demo")
    assert test.endswith("-e '.[dev]' && .venv/bin/pytest")
    assert "README.md" in (Path(README).parent / ".ci" / "run").read_text("utf-8")


def test_the_settings_that_the_readme_shows_are_accepted(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert shown is not None
    (tmp_path / "settings.toml").write_text(shown[1])
    settings = load(tmp_path / "settings.toml")
    assert settings.theme == "light"
    assert settings.keymap["verify"] == ("v", "f5")


def test_every_picture_and_page_that_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (README.parent / link).exists()]
    assert not missing


def test_the_program_is_put_on_the_path_before_it_goes_by_its_name_alone() -> None:
    lines = [line.strip() for line in README.read_text("utf-8").splitlines() if line.startswith("    ")]
    bare = next(at for at, line in enumerate(lines) if line.startswith("kzcheck"))

    assert 'export PATH="$PWD/.venv/bin:$PATH"' in lines[:bare]
