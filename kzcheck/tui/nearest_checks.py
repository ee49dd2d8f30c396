"""Looking up published fact-checks in the background, once the cursor rests on a claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from kzcheck.desk import Desk

if TYPE_CHECKING:
    from kzcheck.domain import FoundCheck

REST_SECONDS = 0.15
"""How long the cursor must rest before anything is looked up, so that moving through the list is free."""


class NearestChecks:
    """Looks up the fact-checks nearest to a claim, and passes them on in the screen's own thread."""

    def __init__(self, widget: Widget, desk: Desk, show: Callable[[str, Sequence[FoundCheck]], None]) -> None:
        self._widget = widget
        self._desk = desk
        self._show = show
        self._rest: Timer | None = None

    def ask(self, claim_id: str) -> None:
        """Look up a claim soon, instead of the one asked for before."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        if self._desk.has_checks():
            self._rest = self._widget.set_timer(REST_SECONDS, partial(self._start, claim_id))

    def _start(self, claim_id: str) -> None:
        self._widget.run_worker(
            partial(self._look, claim_id), thread=True, group="nearest-checks", exclusive=True
        )

    def _look(self, claim_id: str) -> None:
        with self._desk.sibling() as desk:
            found = desk.checks_of(claim_id)
        if found and not get_current_worker().is_cancelled:
            self._widget.app.call_from_thread(self._show, claim_id, found)
