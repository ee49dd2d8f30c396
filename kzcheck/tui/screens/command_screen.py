"""What the other screens share with the review screen: its keys, a line for messages, a line of hints."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from textual import events
from textual.screen import Screen

from kzcheck.tui.keymap import shown
from kzcheck.tui.manner import Manner
from kzcheck.tui.widgets.bars import HintLine, MessageLine

Answer = TypeVar("Answer")


class CommandScreen(Screen[Answer | None], Generic[Answer]):
    """A screen with the keys of those commands of the registry that do something there.

    `hints` are the commands named on its last line, each with its word.
    """

    def __init__(self, manner: Manner, hints: Mapping[str, str]) -> None:
        super().__init__()
        self.manner = manner
        self._by_key = {key: command for command, keys in manner.keymap.items() for key in keys}
        self.messages = MessageLine(manner.glyphs, id="message")
        self.hint_line = HintLine(manner.keymap, manner.glyphs, id="hints-line", hints=hints)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Return what commands do on this screen, by their ids."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Do the command of a key, or say that it does nothing on this screen."""
        command = self._by_key.get(event.key)
        if command is None:
            return
        event.stop()
        event.prevent_default()
        common = {"keys": self.show_keys, "clear": self.leave, "quit": self.leave}
        deed = self.handlers().get(command) or common.get(command)
        if deed is None:
            self.messages.note(f"{shown(event.key)} does nothing here; {self.manner.key('clear')} goes back")
        else:
            with self.messages.reporting():
                deed()

    def show_keys(self) -> None:
        """Show every key."""
        from kzcheck.tui.screens.keys import KeysScreen

        self.app.push_screen(KeysScreen(self.manner.keymap, self.manner.glyphs))

    def leave(self) -> None:
        """Go back without an answer."""
        self.dismiss(None)
