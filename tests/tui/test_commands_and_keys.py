import re
import subprocess
import sys

import pytest

from kzcheck.domain import KzcheckError
from kzcheck.tui.commands import BY_ID, COMMANDS, LIST_HINTS
from kzcheck.tui.keymap import PRESETS, markdown, resolve, shown, table


def test_every_command_has_its_own_id_title_and_keys():
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.title for command in COMMANDS}) == len(COMMANDS)
    assert all(command.keys and command.help for command in COMMANDS)


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_puts_two_commands_on_one_key(preset):
    keymap = resolve(preset)
    assert set(keymap) == set(BY_ID)


def test_a_clash_names_both_commands():
    with pytest.raises(KzcheckError, match=r"key v is on both verify and dispute"):
        resolve(own={"dispute": "v"})


def test_ones_own_keys_are_written_as_typed():
    keymap = resolve(own={"search": "*", "undo": ["ctrl+z", "backspace"]})
    assert keymap["search"] == ("asterisk",)
    assert keymap["undo"] == ("ctrl+z", "backspace")


@pytest.mark.parametrize(("preset", "own"), [("vim", {}), ("default", {"fly": "f"})])
def test_an_unknown_preset_or_command_is_refused(preset, own):
    with pytest.raises(KzcheckError, match="no such"):
        resolve(preset, own)


def test_keys_are_shown_as_they_are_typed():
    assert [shown(key) for key in ("slash", "ctrl+p", "f1", "question_mark", "G", "shift+down")] == [
        "/", "^p", "F1", "?", "G", "⇧↓",
    ]  # fmt: skip


def test_the_hint_line_names_commands_that_have_a_hint():
    assert all(BY_ID[command].hint for command in (*LIST_HINTS, "keys"))


def test_the_markdown_table_has_a_line_for_each_command_and_the_palette():
    lines = markdown(resolve()).splitlines()
    assert len(lines) == 2 + len(COMMANDS) + 1
    assert all(re.fullmatch(r"\|.*\|.*\|.*\|", line) for line in lines)


def test_the_key_table_keeps_the_groups_in_order():
    assert next(group.value for group, _ in table(resolve())) == "Decide"


def test_the_key_table_can_be_printed_without_loading_textual():
    code = (
        "import sys; from kzcheck.tui.keymap import markdown, resolve; markdown(resolve());"
        "sys.exit(any(name.split('.')[0] in {'textual', 'rich'} for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
