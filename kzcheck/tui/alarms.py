"""Verdicts that cannot both be right: told when one is given, and counted in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.worker import get_current_worker

from kzcheck.desk import Desk
from kzcheck.domain import Relation

if TYPE_CHECKING:
    from kzcheck.domain import Alarm

MOST_LOOKED_AT = 10
"""How many of the claims marked at once are looked at one by one; the count covers the others."""


class Alarms:
    """Counts such verdicts. `changed` is called on the screen's thread when their number changes."""

    def __init__(self, screen: Screen[None], desk: Desk, changed: Callable[[], None]) -> None:
        self._screen = screen
        self._desk = desk
        self._changed = changed
        self._seen: tuple[int, int] | None = None
        self._is_counting = False
        self.count = 0

    def look(self) -> None:
        """Count again in the background if anything has been decided since."""
        now = (self._desk.newest_entry(), self._desk.data_version())
        if now != self._seen and not self._is_counting:
            self._seen, self._is_counting = now, True
            self._screen.run_worker(self._count, thread=True, group="alarms", exit_on_error=False)

    def _count(self) -> None:
        try:
            with self._desk.sibling() as desk:
                count = desk.count_alarms()
        finally:
            self._is_counting = False
        if not get_current_worker().is_cancelled:
            self._screen.app.call_from_thread(self._take, count)

    def _take(self, count: int) -> None:
        if count != self.count:
            self.count = count
            self._changed()


def at_odds(desk: Desk, ids: Sequence[str]) -> str:
    """Return in words what the verdicts given just now are at odds with, "" if nothing."""
    found = [(claim, alarm) for claim in ids[:MOST_LOOKED_AT] for alarm in desk.alarms_of(claim)]
    if not found:
        return ""
    claim, first = found[0]
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return f"at odds with {_other(claim, first)}{more}"


def _other(claim: str, alarm: Alarm) -> str:
    other = alarm.b if alarm.a.id == claim else alarm.a
    what = "which contradicts it" if alarm.relation is Relation.CONFLICT else other.status.value
    return f"{other.outlet or other.document_title or other.id}: {what}"
