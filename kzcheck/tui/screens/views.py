"""Opening the screens that list other things than claims: documents, contradictions, orphans."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.tui.manner import Manner

if TYPE_CHECKING:
    from kzcheck.domain import DocumentRow


class Views:
    """Opens these screens; `list_document` and `go_to` are called with what was chosen there."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        manner: Manner,
        *,
        list_document: Callable[[str], None],
        go_to: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._manner = manner
        self._list_document = list_document
        self._go_to = go_to
        self._changed = changed

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the registry does here."""
        return {
            "documents": self._documents,
            "contradictions": self._contradictions,
            "orphans": self._orphans,
        }

    def _documents(self) -> None:
        """List the documents, then the claims of the one chosen."""
        from kzcheck.tui.screens.documents import DocumentsScreen

        def answered(document: DocumentRow | None) -> None:
            if document is not None:
                self._list_document(document.id)

        self._screen.app.push_screen(DocumentsScreen(self._desk, self._manner), answered)

    def _orphans(self) -> None:
        """List the decisions that found no place in a newer text."""
        from kzcheck.tui.screens.orphans import OrphansScreen

        self._screen.app.push_screen(OrphansScreen(self._desk, self._manner), lambda _: self._changed())

    def _contradictions(self) -> None:
        """List the contradictions, then go to the claim chosen."""
        from kzcheck.tui.screens.conflicts import ConflictsScreen

        def answered(claim: str | None) -> None:
            self._changed()
            if claim is not None:
                self._go_to(claim)

        self._screen.app.push_screen(ConflictsScreen(self._desk, self._manner), answered)
