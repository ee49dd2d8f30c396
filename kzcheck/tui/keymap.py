"""Which key does what: presets, a person's own keys, and clashes, reported with both commands."""

from collections.abc import Mapping
from typing import Any

from kzcheck.domain import KzcheckError
from kzcheck.tui.command import Group
from kzcheck.tui.commands import COMMANDS, PALETTE_KEY

Keymap = Mapping[str, tuple[str, ...]]
"""Keys (Textual's names) by command id."""

PRESETS: Mapping[str, Keymap] = {
    "default": {},
    # Prodigy annotates with a (accept), x (reject), space (ignore) and backspace (undo).
    "prodigy": {
        "verify": ("a",),
        "dispute": ("x",),
        "later": ("space",),
        "undo": ("backspace", "z"),
        "not_checkable": ("X",),
        "select": ("asterisk",),
        "article": ("O",),
    },
    # Rayyan screens with i (include), e (exclude) and u (undecided).
    "rayyan": {
        "verify": ("i",),
        "dispute": ("e",),
        "unproven": ("u",),
        "headline": ("h",),
        "inherit": ("I",),
    },
}

_SHOWN = {
    "slash": "/", "question_mark": "?", "equals_sign": "=", "exclamation_mark": "!", "plus": "+",
    "asterisk": "*", "minus": "-", "tilde": "~", "number_sign": "#", "dollar_sign": "$",
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home",
    "end": "End", "escape": "Esc", "enter": "Enter", "backspace": "⌫", "space": "space", "tab": "Tab",
    "left_square_bracket": "[", "right_square_bracket": "]", "comma": ",", "full_stop": ".",
}  # fmt: skip

_LONG = {shown: name for name, shown in _SHOWN.items() if len(shown) == 1 and shown.isascii()}


def resolve(preset: str = "default", own: Mapping[str, Any] | None = None) -> Keymap:
    """Return the keys of every command: the defaults, overridden by the preset, then by the person's own.

    `own` is the `[keys]` table of the settings file: a key or a list of keys by command id, written as
    typed (`"?"`, `"ctrl+d"`). Raises KzcheckError for an unknown preset or command and for a key that two
    commands would share, naming both.
    """
    if preset not in PRESETS:
        known = ", ".join(PRESETS)
        raise KzcheckError(f"preset = {preset!r}: no such preset; choose one of {known}")
    keymap = {command.id: command.keys for command in COMMANDS}
    keymap.update(PRESETS[preset])
    for command, keys in (own or {}).items():
        if command not in keymap:
            raise KzcheckError(f"[keys] {command}: no such command; `?` on the review screen lists them")
        listed = [keys] if isinstance(keys, str) else keys
        if not isinstance(listed, list) or not all(isinstance(key, str) and key for key in listed):
            raise KzcheckError(f"[keys] {command}: give a key or a list of keys, each in quotes")
        keymap[command] = tuple(_LONG.get(name, name) for name in map(str, listed))
    _refuse_clashes(keymap)
    return keymap


def _refuse_clashes(keymap: Keymap) -> None:
    owner = {PALETTE_KEY: "palette"}
    for command, keys in keymap.items():
        for key in keys:
            if key in owner:
                raise KzcheckError(
                    f"the key {shown(key)} is on both {owner[key]} and {command}: one key can do one thing; "
                    "give one of them another key under [keys] in the settings file"
                )
            owner[key] = command


def shown(key: str) -> str:
    """Return a key as it is shown: `/` for `slash`, `^p` for `ctrl+p`."""
    *modifiers, name = key.split("+") if key != "+" else [key]
    prefix = "".join({"ctrl": "^", "shift": "⇧", "alt": "⎇"}[modifier] for modifier in modifiers)
    return prefix + _SHOWN.get(name, name.upper() if name[0] == "f" and name[1:].isdigit() else name)


def table(keymap: Keymap) -> list[tuple[Group, list[tuple[str, str, str]]]]:
    """Return the rows of the key screen and of the README's table, by group: keys, title, help."""
    rows: dict[Group, list[tuple[str, str, str]]] = {group: [] for group in Group}
    for command in COMMANDS:
        keys = " ".join(shown(key) for key in keymap[command.id])
        rows[command.group].append((keys, command.title, command.help))
    return [(group, lines) for group, lines in rows.items() if lines]


def markdown(keymap: Keymap) -> str:
    """Return the README's key table in Markdown, one line for each command, with a newline at the end."""
    lines = ["| key | command | what it does |", "|---|---|---|"]
    for _, rows in table(keymap):
        lines += [
            f"| `{keys.replace('|', chr(92) + '|')}` | {title} | {help_text} |"
            for keys, title, help_text in rows
        ]
    lines.append(f"| `{shown(PALETTE_KEY)}` | Palette | Every command by its name |")
    return "\n".join(lines) + "\n"
