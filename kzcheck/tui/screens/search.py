"""The search line below the panes."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from kzcheck.tui.screens.dialog import Field


class SearchField(Field):
    """Where the words of a search are typed; Esc clears them, Enter goes back to the list with them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.leave_search(True)", "Clear", show=False),
        Binding("down,enter", "screen.leave_search(False)", "To the list", show=False),
    ]
