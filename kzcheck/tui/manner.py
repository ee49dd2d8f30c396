"""The keys and the signs that all screens use."""

from typing import NamedTuple

from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.keymap import Keymap, shown


class Manner(NamedTuple):
    """The reviewer's keys and signs."""

    keymap: Keymap
    glyphs: Glyphs

    def key(self, command: str) -> str:
        """Return the first key of a command as it is shown, "" if it has none."""
        keys = self.keymap[command]
        return shown(keys[0]) if keys else ""
