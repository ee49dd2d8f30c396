"""The compare screen: two claims side by side, decided on with one key."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.content import Content

from kzcheck.desk import Desk
from kzcheck.domain import Action, PairView, Relation
from kzcheck.tui import safe
from kzcheck.tui.command import Situation
from kzcheck.tui.compare_text import Side, fields, verdict_words
from kzcheck.tui.manner import Manner
from kzcheck.tui.pairs import Pairs
from kzcheck.tui.screens.command_screen import CommandScreen
from kzcheck.tui.theme import RELATION_ROLE
from kzcheck.tui.widgets.compare_pane import ComparePane
from kzcheck.tui.widgets.lines_pane import BLANK, Block

HINTS = {
    "same": "same",
    "compatible": "compatible",
    "conflict": "conflict",
    "not_same": "not same",
    "inherit": "carry over",
    "undo": "undo",
    "next_open": "next",
    "previous_open": "before",
    "clear": "back",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A verdict that can be carried over to a claim that says the same."""

    claim: str
    source: str
    words: str


class CompareScreen(CommandScreen[None]):
    """Works through pairs: after a decision comes the next pair."""

    def __init__(self, desk: Desk, pairs: Pairs, manner: Manner) -> None:
        super().__init__(manner, HINTS)
        self._desk = desk
        self._pairs = pairs
        self._glyphs = manner.glyphs
        self._offer: Offer | None = None
        self.pane = ComparePane(manner.glyphs, id="compare")

    def compose(self) -> ComposeResult:
        """Lay out the pane and the lines."""
        yield self.pane
        yield self.messages
        yield self.hint_line

    def on_mount(self) -> None:
        """Show the first pair."""
        self.pane.focus()
        self._show()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Decide, carry over, turn, step, scroll."""
        return {
            "same": lambda: self._decide(Relation.DUPLICATE),
            "compatible": lambda: self._decide(Relation.COMPATIBLE),
            "conflict": lambda: self._decide(Relation.CONFLICT),
            "not_same": lambda: self._decide(Relation.DIFFERENT),
            "inherit": self._inherit,
            "undo": lambda: self._turn(self._desk.undo, "taken back"),
            "redo": lambda: self._turn(self._desk.redo, "put back"),
            "next_open": lambda: self._step(1),
            "previous_open": lambda: self._step(-1),
            "matches": lambda: self._step(1),
            "down": lambda: self._scroll(1),
            "up": lambda: self._scroll(-1),
            "scroll_down": lambda: self._scroll(1),
            "scroll_up": lambda: self._scroll(-1),
            "page_down": lambda: self._scroll(self.pane.room),
            "page_up": lambda: self._scroll(-self.pane.room),
            "compare": self.leave,
        }

    # -- the pair in view ------------------------------------------------------------------------

    def _show(self) -> None:
        pair = self._pairs.now
        if pair is None:
            self.pane.show(
                Content.styled("Compare", "bold"), [Block(Content("No match waits for a decision."))]
            )
            return
        a, b = self._side(pair.a), self._side(pair.b)
        self.pane.show_pair(
            self._title(pair), fields(a, b, self._glyphs), self._reasons(pair), pair.decision or pair.relation
        )
        self.hint_line.show(
            Situation(inheritance=self._offer is not None or self._offer_of(pair) is not None)
        )

    def _side(self, claim_id: str) -> Side:
        desk = self._desk
        return Side(desk.claim(claim_id), desk.context(claim_id), desk.status(claim_id))

    def _title(self, pair: PairView) -> Content:
        relation = pair.decision or pair.relation
        return Content.assemble(
            Content.styled("Compare", "bold"),
            Content(f" · {'undecided' if self._pairs.is_queue else 'match'} {self._pairs.place} · "),
            Content.styled(
                f"{self._glyphs.relation[relation]} {relation.value}", f"bold ${RELATION_ROLE[relation]}"
            ),
            _certainty(pair),
        )

    def _reasons(self, pair: PairView) -> list[Block]:
        return [BLANK, Block(safe.content("why: " + " · ".join(pair.reasons), "$muted"), hang=5)]

    def _step(self, by: int) -> None:
        if self._pairs.step(by):
            self._show()
        else:
            self.messages.note(f"no pair {'after' if by > 0 else 'before'} this one")

    def _scroll(self, by: int) -> None:
        self.pane.scroll_lines(by)

    # -- deciding --------------------------------------------------------------------------------

    def _decide(self, relation: Relation) -> None:
        pair = self._pairs.now
        if pair is None:
            return
        theirs = self._desk.relation_replaced_by(self._desk.decide(pair.a, pair.b, relation))
        replaced = f" in place of {theirs[1]}’s “{theirs[0]}”" if theirs else ""
        self._pairs.note(relation)
        self._offer = self._offer_of(pair) if relation is Relation.DUPLICATE else None
        offered = f"; {self.manner.key('inherit')} carries {self._offer.words} over" if self._offer else ""
        last = "" if self._pairs.step(1) else "; that was the last pair"
        self.messages.done(f"{verdict_words(relation)}{replaced}{offered}{last}")
        self._show()

    def _offer_of(self, pair: PairView) -> Offer | None:
        """Return the verdict that just one of the two has, None if both or neither have one."""
        a, b = self._desk.status(pair.a), self._desk.status(pair.b)
        if (a.status.verdict is None) == (b.status.verdict is None):
            return None
        claim, source = (pair.b, pair.a) if a.status.verdict else (pair.a, pair.b)
        found = a if a.status.verdict else b
        return Offer(claim, source, f"“{found.status.value}”")

    def _inherit(self) -> None:
        """Carry over the verdict of the duplicate just accepted, or else within the pair in view."""
        pair = self._pairs.now
        offer = self._offer or (self._offer_of(pair) if pair else None)
        if offer is None:
            self.messages.note("there is nothing to carry over: both have a verdict, or neither has")
            return
        self._desk.inherit(offer.claim, offer.source)
        self._offer = None
        self.messages.done(f"{offer.words} carried over to {self._desk.claim(offer.claim).headline}")
        self._show()

    def _turn(self, deed: Callable[[], str], said: str) -> None:
        """Undo or redo, and go to the pair that it was about."""
        words = deed()
        self._offer = None
        newest = self._desk.log(20)
        subjects = [
            entry.subject
            for entry in newest
            if entry.action is Action.DECIDE and entry.batch == newest[0].subject
        ]
        if subjects:
            self._pairs.read_again(subjects[0].split("|"))
        self.messages.done(f"{said}: {words}")
        self._show()


def _certainty(pair: PairView) -> Content:
    """Return how certain the relation is. The score is only about whether two claims say the same."""
    if pair.decision:
        return Content.styled(" · decided", "$good")
    if pair.relation in (Relation.DUPLICATE, Relation.COMPATIBLE):
        return Content.styled(f" · {pair.score:.0%} sure", "$muted")
    return Content("")
