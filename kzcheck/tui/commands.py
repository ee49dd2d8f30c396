"""All commands of the screens, each declared once.

Keys, the hint line, the palette, the key screen, the presets and the README's key table are all
made from `COMMANDS`. Nothing of Textual is imported here, so that the table can be printed without it.
"""

from collections.abc import Mapping

from kzcheck.tui.command import Command
from kzcheck.tui.deciding_commands import DECIDING
from kzcheck.tui.looking_commands import LOOKING

COMMANDS: tuple[Command, ...] = (*DECIDING, *LOOKING)

PALETTE_KEY = "ctrl+p"
"""The palette lists `COMMANDS`, so it is not one of them."""


BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}


def _hints(*ids: str) -> Mapping[str, str]:
    return {command: BY_ID[command].hint for command in ids}


LIST_HINTS = _hints(
    "verify", "dispute", "cite", "later", "same", "not_same", "undo", "search", "filter", "article",
    "rationale", "needs_context", "unproven", "not_checkable", "matches",
)  # fmt: skip
"""The commands on the hint line with their words, the most important first; `keys` comes last."""
