"""The search line below the panes."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from kzcheck.tui.screens.dialog import Field
from kzcheck.tui.screens.finding import Completing, Finding

HINT = "words, or status: kind: outlet: value:>50 has:conflict    → completes, ^s saves, ↑ saved"

LEAVING = ("escape", "enter", "down")


class SearchField(Field):
    """The field for words and filters. Esc clears it; Enter goes back to the list and keeps them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "saved", "Saved filters", show=False),
        Binding("ctrl+s", "save", "Save", show=False),
    ]

    def __init__(self, finding: Finding, leave: Callable[[bool], None]) -> None:
        super().__init__(id="search", hint=HINT)
        self.suggester = Completing(finding)
        self._finding = finding
        self._leave = leave

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Skip the CSS rules for the focus: the field is visible only while it has it."""

    async def on_key(self, event: events.Key) -> None:
        """Leave at once, not by a binding: a letter typed right after Enter is a command of the list."""
        is_left = self.screen.focused is not self
        if is_left:
            self.screen.post_message(events.Key(event.key, event.character))
        elif event.key in LEAVING:
            self._leave(event.key == "escape")
        if is_left or event.key in LEAVING:
            event.stop()
            event.prevent_default()

    def action_saved(self) -> None:
        """Bring back a saved filter."""
        self.value = self._finding.next_saved(self.value)
        self.cursor_position = len(self.value)

    def action_save(self) -> None:
        """Save what is typed, or forget it if it was saved."""
        self._finding.save(self.value)
