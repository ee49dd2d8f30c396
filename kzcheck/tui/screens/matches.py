"""Commands for the match that is chosen on the review screen."""

from collections.abc import Callable

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.domain import Relation
from kzcheck.tui.manner import Manner
from kzcheck.tui.pairs import Pairs
from kzcheck.tui.screens.decisions import Decisions
from kzcheck.tui.screens.panes import Panes
from kzcheck.tui.widgets.claim_list import ClaimList


class Matches:
    """Decides on the chosen match, and opens the compare screen."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        claims: ClaimList,
        panes: Panes,
        decisions: Decisions,
        manner: Manner,
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._claims = claims
        self._panes = panes
        self._decisions = decisions
        self._manner = manner

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the registry does here."""
        return {
            "same": lambda: self._decide(Relation.DUPLICATE),
            "compatible": lambda: self._decide(Relation.COMPATIBLE),
            "conflict": lambda: self._decide(Relation.CONFLICT),
            "not_same": lambda: self._decide(Relation.DIFFERENT),
            "inherit": self._inherit,
            "compare": self._compare,
            "queue": self._work_through,
            "matches": self._panes.next_match,
        }

    @property
    def can_inherit(self) -> bool:
        """Whether just one of the two has a verdict, the claim under the cursor or its match."""
        row, match = self._claims.current, self._panes.match
        if row is None or match is None:
            return False
        return (row.status.verdict is None) != (match.other.status.verdict is None)

    def _decide(self, relation: Relation) -> None:
        if (match := self._panes.match) is not None:
            self._decisions.decide(match, relation)

    def _inherit(self) -> None:
        if (match := self._panes.match) is not None:
            self._decisions.inherit(match)

    def _compare(self) -> None:
        row, match = self._claims.current, self._panes.match
        if row is not None and match is not None:
            self._show(Pairs.of_claim(self._desk, row.id, match.other.id))

    def _work_through(self) -> None:
        pairs = Pairs.undecided(self._desk)
        if pairs.now is None:
            self._decisions.messages.note("no match waits for a decision")
        else:
            self._show(pairs)

    def _show(self, pairs: Pairs) -> None:
        from kzcheck.tui.screens.compare import CompareScreen

        self._screen.app.push_screen(CompareScreen(self._desk, pairs, self._manner), self._came_back)

    def _came_back(self, _answer: None) -> None:
        """Read the rows on the screen again, since the decisions may concern any of them."""
        self._claims.refresh_rows([row.id for row in self._claims.shown])
        self._decisions.changed()
