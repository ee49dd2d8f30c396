"""Reading ahead while nobody types: what the next key may show then only has to be painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.screen import Screen

from kzcheck.domain import KzcheckError
from kzcheck.tui.screens.panes import Panes
from kzcheck.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from textual.timer import Timer

REST_SECONDS = 0.02
"""How long the cursor must rest before anything is read ahead."""


class LookAhead:
    """Reads the rows a page away, and prepares the panes for the claims that are likely to be shown next."""

    def __init__(self, screen: Screen[None], claims: ClaimList, panes: Panes) -> None:
        self._screen = screen
        self._claims = claims
        self._panes = panes
        self._timer: Timer | None = None

    def after_rest(self) -> None:
        """Look ahead once the cursor has rested for a while."""
        if self._timer is None:
            self._timer = self._screen.set_interval(REST_SECONDS, self.look, pause=True)
        self._timer.reset()

    def look(self) -> None:
        """Prepare one more claim, since a key may come in the meantime; stop when all are prepared."""
        try:
            self._claims.hold_pages()
            goes_on = self._panes.look_ahead(self._claims.likely)
        except KzcheckError:  # said once that claim is gone to
            goes_on = False
        if self._timer is not None and not goes_on:
            self._timer.pause()
