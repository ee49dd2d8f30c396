"""Moving in the list and the panes, and selecting more than one claim."""

from collections.abc import Callable

from textual.screen import Screen

from kzcheck.domain import plural
from kzcheck.tui.screens.panes import Panes
from kzcheck.tui.screens.reading import Reading
from kzcheck.tui.widgets.bars import MessageLine
from kzcheck.tui.widgets.claim_list import ClaimList
from kzcheck.tui.widgets.lines_pane import LinesPane


class Moving:
    """Moves the cursor of the list, or scrolls what has the focus."""

    def __init__(
        self, screen: Screen[None], claims: ClaimList, reading: Reading, panes: Panes, messages: MessageLine
    ) -> None:
        self._screen = screen
        self._claims = claims
        self._reading = reading
        self._panes = panes
        self._messages = messages

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each of these commands does."""
        return {
            "down": lambda: self.move(1),
            "up": lambda: self.move(-1),
            "page_down": lambda: self.page(1),
            "page_up": lambda: self.page(-1),
            "first": self._claims.go_to_start,
            "last": self._claims.go_to_end,
            "next_open": lambda: self.next_open(forward=True),
            "previous_open": lambda: self.next_open(forward=False),
            "scroll_down": lambda: self.scroll(1),
            "scroll_up": lambda: self.scroll(-1),
            "select": self._claims.toggle_selected,
            "select_range": self._claims.select_range,
            "select_all": self.select_all,
            "select_cluster": self.select_cluster,
        }

    def move(self, by: int) -> None:
        """Move in the list, or scroll the pane of text that has the focus."""
        focused = self._screen.focused
        if isinstance(focused, LinesPane) and not self._reading.is_on:
            focused.scroll_lines(by)
        else:
            self._claims.move(by)

    def page(self, by: int) -> None:
        """Move by a screenful; the article is scrolled instead, since its claims may lie far apart."""
        focused = self._screen.focused
        if self._reading.is_on:
            self._reading.pane.scroll_lines(by * (self._reading.pane.room - 1))
        elif isinstance(focused, LinesPane):
            focused.scroll_lines(by * max(1, focused.room - 1))
        else:
            self._claims.move_page(by)

    def scroll(self, by: int) -> None:
        """Scroll the article or the source, or the details if all of the source is visible."""
        if self._reading.is_on:
            self._reading.pane.scroll_lines(by)
        elif not self._panes.source.scroll_lines(by):
            self._panes.details.scroll_lines(by)

    def next_open(self, *, forward: bool) -> None:
        """Go to the next claim without a verdict, or to the previous one."""
        row = self._claims.open_beside(forward=forward)
        if row is None and self._claims.is_searching:
            self._messages.note("still searching: what comes beyond these claims is not known yet")
        elif row is None:
            self._messages.note(f"no open claim {'after' if forward else 'before'} this one")
        else:
            self._claims.go_to(row)

    def select_all(self) -> None:
        """Select the whole list."""
        whole = self._claims.select_all()
        said = plural(len(self._claims.selected), "claim")
        self._messages.note(f"{said} selected{'' if whole else ', as many as can be at once'}")

    def select_cluster(self) -> None:
        """Select the claims that say the same as the one under the cursor."""
        found = self._claims.select_cluster()
        said = (
            f"{plural(found, 'claim')} of the cluster selected" if found else "no other claim says the same"
        )
        self._messages.note(said)
