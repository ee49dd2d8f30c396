"""Slow searches in the background: no key and no mark waits for them."""

from threading import Lock

from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, KzcheckError

PATIENCE = 0.008
"""How many seconds a search may take while keys wait: half a frame. One that takes longer is slow."""


class Finished(Message):
    """A slow search is over; `problem` says why if it failed."""

    def __init__(self, text: str, problem: str | None) -> None:
        super().__init__()
        self.text = text
        self.problem = problem


class Finder:
    """Gathers the hits of one search at a time, on a connection of its own that then pages through them."""

    def __init__(self, widget: Widget, desk: Desk) -> None:
        self._widget = widget
        self._desk = desk
        self._beside: Desk | None = None
        self._lock = Lock()
        self._wanted: str | None = None
        self._found: str | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a search is under way."""
        return self._wanted != self._found

    def desk_for(self, query: ClaimQuery) -> Desk:
        """Return the desk to page a query with: the connection that has its hits, else the usual one."""
        if self._beside is not None and query.text and self._found == self._wanted == query.text:
            return self._beside
        return self._desk

    def ask(self, query: ClaimQuery) -> None:
        """Gather the hits of a query, then post `Finished` to the widget. A search under way is given up."""
        self.stop()
        self._wanted = query.text
        self._widget.run_worker(
            lambda: self._gather(query), thread=True, exclusive=True, group="find", exit_on_error=False
        )

    def stop(self) -> None:
        """Give up the search under way, if there is one."""
        if self.is_busy and self._beside is not None:
            self._beside.interrupt()
        self._wanted = self._found = None

    def finished(self, text: str) -> bool:
        """Take note that a search is over; return whether it is the one asked for last."""
        if text != self._wanted:
            return False
        self._found = text
        return True

    def close(self) -> None:
        """Give up the search under way, and close the connection."""
        self.stop()
        with self._lock:
            if self._beside is not None:
                self._beside.close()
                self._beside = None

    def _gather(self, query: ClaimQuery) -> None:
        worker = get_current_worker()
        problem = None
        with self._lock:
            if worker.is_cancelled:
                return
            try:
                if self._beside is None:
                    self._beside = self._desk.sibling()
                self._beside.page(query, limit=1)
            except KzcheckError as error:
                problem = str(error)
        if not worker.is_cancelled:
            self._widget.post_message(Finished(query.text, problem))
