"""The search line of the review screen: when it opens, what it takes, and what it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen

from kzcheck.tui.screens.finding import Finding
from kzcheck.tui.screens.reading import Reading
from kzcheck.tui.widgets.bars import HintLine, MessageLine
from kzcheck.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from kzcheck.tui.screens.search_field import SearchField


class SearchLine:
    """Opens and leaves the search line, and makes sure that no letter typed for it reaches the list.

    While it is open it takes the place of the hints, so that no pane changes its size.
    """

    def __init__(
        self,
        screen: Screen[None],
        claims: ClaimList,
        reading: Reading,
        messages: MessageLine,
        hints: HintLine,
        finding: Finding,
    ) -> None:
        self._screen = screen
        self._claims = claims
        self._reading = reading
        self._messages = messages
        self._hints = hints
        self._finding = finding
        self._typed = ""
        """The last search; at first the one that narrowed the list at the last sitting."""
        self._field: SearchField | None = None

    @property
    def text(self) -> str:
        """What is typed in the search line."""
        return self._field.value if self._field is not None else self._typed

    @property
    def has_focus(self) -> bool:
        """Whether keys are typed into the search line."""
        return self._field is not None and self._screen.focused is self._field

    def resume(self) -> None:
        """List what was listed when this reviewer left, with the same search."""
        self._typed = self._finding.resume()

    async def prepare(self) -> None:
        """Add the hidden search line, after the first paint, for which it is not needed."""
        if self._field is None:
            from kzcheck.tui.screens.search_field import SearchField

            self._field = SearchField(self._finding, self.leave)
            self._field.display = False
            self._field.value = self._typed
            await self._screen.query_one("#foot").mount(self._field)

    def start(self) -> None:
        """Open the search line at once: the next key is a letter for it, not a command."""
        self._reading.leave()
        if self._field is not None:
            self._open(True)
            self._screen.set_focus(self._field)

    def changed(self, event: SearchField.Changed) -> None:
        """Search for the words typed so far, once the last letter is painted."""
        if event.input is not self._field:
            return
        if self.has_focus:
            self._screen.call_after_refresh(self._search)
        else:
            self._search()

    def leave(self, clear: bool) -> None:
        """Go back to the list, with `clear` without the search."""
        if self._field is not None:
            if clear:
                self._field.value = ""
            self._search()
            self._open(False)
        self._screen.set_focus(self._claims)

    def _search(self) -> None:
        """List the claims with the words typed so far, unless they are listed already."""
        if self.text != self._typed:
            self._typed = self.text
            self._finding.typed(self._typed)

    def _open(self, is_open: bool) -> None:
        if self._field is not None:
            self._field.display = is_open
            self._hints.display = not is_open

    def tell_found(self, searched: ClaimList.Searched) -> None:
        """Report the result of a slow search."""
        if searched.problem is not None:
            self._messages.problem(searched.problem)
        else:
            self._messages.note(self._claims.found)

    def hand_on(self, event: events.Key | events.Paste) -> bool:
        """Pass on what was typed for a dialog or the search line but reached the list.

        Returns whether it was for one of them.
        """
        if self._screen.app.screen is not self._screen:
            from kzcheck.tui.screens.dialog import TypedAhead

            self._screen.app.screen.post_message(TypedAhead(event))
        elif self._field is not None and self.has_focus and _is_text(event):
            self._field.post_message(_again(event))
        else:
            return False
        event.stop()
        return True


def _is_text(event: events.Key | events.Paste) -> bool:
    """Return whether a field takes this event. An open field lets none of them through."""
    return isinstance(event, events.Paste) or event.is_printable


def _again(event: events.Key | events.Paste) -> events.Key | events.Paste:
    """Return a copy of an event, since an event that was handled is not handled again."""
    if isinstance(event, events.Paste):
        return events.Paste(event.text)
    return events.Key(event.key, event.character)
