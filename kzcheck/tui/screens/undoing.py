"""Undo and redo on the review screen."""

from collections.abc import Callable

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.domain import Action, ClaimRow
from kzcheck.tui.sitting import Sitting
from kzcheck.tui.widgets.bars import MessageLine
from kzcheck.tui.widgets.claim_list import ClaimList

RECENT_LEDGER = (12, 1000)
"""How many entries of the ledger are searched at a time for what an undo was about."""


class Undoing:
    """Takes the newest decision back, or puts it back; `changed` is called after each."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        claims: ClaimList,
        sitting: Sitting,
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._claims = claims
        self._sitting = sitting
        self._changed = changed

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the registry does here."""
        return {"undo": self._undo, "redo": self._redo}

    @property
    def _messages(self) -> MessageLine:
        return self._screen.query_one("#message", MessageLine)

    def _undo(self) -> None:
        """Take back the newest decision, and go to what it was about."""
        self._show_again(f"taken back: {self._desk.undo()}")

    def _redo(self) -> None:
        """Put back what undo took away."""
        self._show_again(f"put back: {self._desk.redo()}")

    def _show_again(self, said: str) -> None:
        """Show the claims that an undo or redo changed, with the cursor on one of them."""
        rows = {claim: self._claims.row_of(claim) for claim in self._claims_of_newest()}
        for row in rows.values():
            self._claims.replace(row)
            self._sitting.stand([row.id], has_verdict=row.status.verdict is not None)
        here = self._claims.current
        if rows and not (here and here.id in rows):
            self._bring_back(next(iter(rows.values())))
        self._messages.done(said)
        self._changed()

    def _bring_back(self, row: ClaimRow) -> None:
        self._claims.go_to(row)
        here = self._claims.current
        if here is None or here.id != row.id:
            self._messages.note("the claim is not in this list")

    def _claims_of_newest(self) -> list[str]:
        """Return, in order, the claims of the deed that the newest entry undid or redid."""
        for reach in RECENT_LEDGER:
            entries = self._desk.log(reach)
            batch = entries[0].subject if entries else ""
            touched = [
                claim
                for entry in reversed(entries)
                if entry.batch == batch and entry.action not in (Action.UNDO, Action.REDO)
                for claim in entry.subject.split("|")
            ]
            if touched:
                return list(dict.fromkeys(touched))
        return []
