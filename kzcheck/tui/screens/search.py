"""The search line below the panes."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from kzcheck.tui.screens.dialog import Field
from kzcheck.tui.screens.finding import Completing, Finding

HINT = "words, or status: kind: outlet: value:>50 has:conflict    → completes, ^s saves, ↑ saved"


class SearchField(Field):
    """Where words and filters are typed; Esc clears them, Enter goes back to the list with them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.leave_search(True)", "Clear", show=False),
        Binding("down,enter", "screen.leave_search(False)", "To the list", show=False),
        Binding("up", "saved", "Saved filters", show=False),
        Binding("ctrl+s", "save", "Save", show=False),
    ]

    def __init__(self, finding: Finding) -> None:
        super().__init__(id="search", hint=HINT)
        self.suggester = Completing(finding)
        self._finding = finding

    def action_saved(self) -> None:
        """Bring back a saved filter."""
        self.value = self._finding.next_saved(self.value)
        self.cursor_position = len(self.value)

    def action_save(self) -> None:
        """Save what is typed, or forget it."""
        self._finding.save(self.value)
