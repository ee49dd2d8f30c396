"""The view of contradictions by measure, with verdicts that do not go together at its top."""

from collections.abc import Callable

from rich.segment import Segment
from textual.app import ComposeResult
from textual.content import Content

from kzcheck.desk import Desk
from kzcheck.domain import Status, plural
from kzcheck.tui import safe
from kzcheck.tui.conflict_lines import Line, conflict_lines
from kzcheck.tui.manner import Manner
from kzcheck.tui.pairs import Pairs
from kzcheck.tui.screens.read_screen import ReadList, ReadScreen
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.words import row_amount

MEASURE, VALUE, WHO, WHEN = 20, 18, 16, 11
LEAST_HEADLINE = 16
MORE_VALUE = 8
HINTS = {"compare": "compare", "article": "go to the claim", "next_open": "next measure", "clear": "back"}


class ConflictList(ReadList[Line]):
    """The claims that contradict each other, group by group."""

    NOTHING = "Nothing on this desk contradicts anything else."

    def key_of(self, row: Line) -> str:
        """Return group and claim, since a claim may be in two groups."""
        return row.key

    def title(self) -> Content:
        """Return how many there are."""
        alarms = sum(bool(line.measure) for line in self.held if line.is_alarm)
        groups = sum(bool(line.measure) for line in self.held if not line.is_alarm)
        said = [Content.styled("Contradictions", "bold")]
        if alarms:
            said.append(Content.styled(f" · {plural(alarms, 'pair')} of verdicts at odds", "bold $bad"))
        return Content("").join([*said, Content(f" · {plural(groups, 'measure')}" if groups else "")])

    def paint(self, row: Line, width: int, *, cursor: bool) -> list[Segment]:
        """Return a claim's line: measure, status, value, who says it, as of when, headline if it fits."""
        glyphs, claim = self._glyphs, row.row
        measure = min(MEASURE, max(12, width // 4))
        room = width - measure - VALUE - 6
        who = min(WHO, room) if width >= 60 else max(0, room)
        when = WHEN if width >= 72 else 0
        rest = width - 5 - measure - VALUE - who - 1 - when
        more = rest if rest < LEAST_HEADLINE else min(MORE_VALUE, rest // 4)

        def segment(words: str, role: str) -> Segment:
            return self.segment(words, role, cursor=cursor)

        decided = claim.status is not Status.OPEN
        return [
            segment(glyphs.cursor if cursor else " ", "info"),
            segment(safe.clip(row.measure, measure), "bad" if row.is_alarm else "strong"),
            segment(f" {glyphs.status[claim.status]} ", STATUS_ROLE[claim.status]),
            segment(safe.clip(row_amount(claim) or claim.headline, VALUE + more) + " ", "text"),
            segment(safe.clip(row.who, who) + " ", "muted" if decided else "text"),
            *([segment(safe.clip(row.when, when), "muted")] if when else []),
            segment(safe.clip(claim.headline, rest - more), "muted"),
        ]


class ConflictsScreen(ReadScreen[str, Line]):
    """Lists all contradictions; answers with the claim to go to."""

    def __init__(self, desk: Desk, manner: Manner) -> None:
        super().__init__(desk, ConflictList(manner.glyphs, id="conflicts"), manner, HINTS)

    def compose(self) -> ComposeResult:
        """Lay out the list and the lines."""
        yield self.rows
        yield self.messages
        yield self.hint_line

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Move, compare, go to a claim."""
        return {
            **self.rows.moves(),
            "next_open": lambda: self._step(1),
            "previous_open": lambda: self._step(-1),
            "compare": self._compare,
            "article": self._go,
            "contradictions": self.leave,
        }

    def rows_of(self, desk: Desk) -> list[Line]:
        """Return all alarms and contradictions."""
        return conflict_lines(desk.alarms(), desk.conflicts())

    def _step(self, by: int) -> None:
        """Go to the first line of the next group, or of the previous one."""
        here, lines = self.rows.current, self.rows.held
        if here is None:
            return
        at = lines.index(here)
        heads = [number for number, line in enumerate(lines) if line.measure]
        wanted = [head for head in heads if (head > at if by > 0 else head < at)]
        if wanted:
            self.rows.go_to(lines[wanted[0] if by > 0 else wanted[-1]])
        else:
            self.messages.note(f"no measure {'after' if by > 0 else 'before'} this one")

    def _compare(self) -> None:
        from kzcheck.tui.screens.compare import CompareScreen

        if (here := self.rows.current) is not None:
            pairs = Pairs.of_claim(self._desk, here.row.id, here.other)
            self.app.push_screen(CompareScreen(self._desk, pairs, self.manner), lambda _: self.read())

    def _go(self) -> None:
        if (here := self.rows.current) is not None:
            self.dismiss(here.row.id)
