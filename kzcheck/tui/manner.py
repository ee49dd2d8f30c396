"""What all screens are drawn and driven with."""

from typing import NamedTuple

from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.keymap import Keymap, shown


class Manner(NamedTuple):
    """The keys and the signs of this reviewer."""

    keymap: Keymap
    glyphs: Glyphs

    def key(self, command: str) -> str:
        """Return the first key of a command as a person reads it; "" where it has none."""
        keys = self.keymap[command]
        return shown(keys[0]) if keys else ""
