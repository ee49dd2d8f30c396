"""A person's own settings of the screens, read from a TOML file: theme, keys, ASCII signs, goal."""

from pathlib import Path
from typing import Any, NamedTuple

from kzcheck.domain import KzcheckError
from kzcheck.tui.glyphs import ASCII, UNICODE, Glyphs
from kzcheck.tui.keymap import Keymap, resolve
from kzcheck.tui.theme import NAMES

KNOWN = ("theme", "preset", "ascii", "goal", "keys")


class Settings(NamedTuple):
    """The settings that the screens start with."""

    theme: str
    keymap: Keymap
    glyphs: Glyphs
    goal: int


def settings_path() -> Path:
    """Return the path of the settings file."""
    from platformdirs import user_config_path

    return user_config_path("kzcheck", appauthor=False) / "settings.toml"


def load(path: Path) -> Settings:
    """Return the settings in a file, or the usual ones if there is no file.

    `theme` is one of the themes' names, `preset` one of the key presets, `ascii` whether to draw with
    ASCII signs alone, `goal` how many claims a sitting is to decide, and `[keys]` gives commands other
    keys. Raises KzcheckError for anything else.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return _read({})
    except (OSError, UnicodeDecodeError) as error:
        raise KzcheckError(f"{path}: the settings can't be read: {error}") from error
    import tomllib

    try:
        return _read(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KzcheckError) as error:
        raise KzcheckError(f"{path}: {error}") from error


def _read(told: dict[str, Any]) -> Settings:
    for name in told:
        if name not in KNOWN:
            raise KzcheckError(f"{name}: no such setting; there are {', '.join(KNOWN)}")
    theme = told.get("theme", NAMES[0])
    if theme not in NAMES:
        raise KzcheckError(f"theme = {theme!r}: no such theme; choose one of {', '.join(NAMES)}")
    goal = told.get("goal", 0)
    if type(goal) is not int or goal < 0:
        raise KzcheckError("goal: give a number of claims, such as goal = 40")
    keys = told.get("keys", {})
    if not isinstance(keys, dict):
        raise KzcheckError('keys: give a table, such as [keys] and verify = "a"')
    return Settings(
        theme=theme,
        keymap=resolve(told.get("preset", "default"), keys),
        glyphs=ASCII if told.get("ascii") is True else UNICODE,
        goal=goal,
    )
