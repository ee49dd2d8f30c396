"""The single lines at the edges of the screen: progress at the top, messages and hints at the bottom."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from textual.content import Content
from textual.strip import Strip

from kzcheck.domain import KzcheckError, Relation, Status, Tally
from kzcheck.tui import safe
from kzcheck.tui.command import Situation
from kzcheck.tui.commands import BY_ID, LIST_HINTS
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.keymap import Keymap, shown
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.widgets.painted import Painted

BAR_WIDTH = 12


class Bar(Painted):
    """A line of parts; in a narrow window the least important parts are left out."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._glyphs = glyphs

    def line(self, width: int) -> Content:
        """Return the content of the line, at most `width` cells."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - Textual's signature
        """Return the line."""
        base = self.styles_now.text
        width = self.size.width
        return Strip(self.line(width).render_segments(base)).adjust_cell_length(width, base.rich_style)


class Progress(NamedTuple):
    """What the progress line tells."""

    desk: str
    tally: Tally
    reviewer: str
    now: datetime
    pace: float | None
    alarms: int = 0
    work: str = ""
    goal: str = ""
    is_blind: bool = False


class ProgressLine(Bar):
    """The desk, the progress of the review, the reviewer, the time and the pace."""

    def __init__(self, progress: Progress, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(glyphs, id=id)
        self._progress = progress

    def show(self, progress: Progress) -> None:
        """Show another state; only changes are drawn."""
        if progress != self._progress:
            self._progress = progress
            self.refresh()

    def line(self, width: int) -> Content:
        """Return the parts that fit, chosen by importance."""
        told, glyphs = self._progress, self._glyphs
        tally = told.tally
        filled = round(BAR_WIDTH * tally.done / tally.total) if tally.total else 0
        bar = glyphs.bar_full * filled, glyphs.bar_empty * (BAR_WIDTH - filled)
        left = [
            (0, Content.styled(" kzcheck ", "bold $info")),
            (4, safe.content(f" {told.desk[:40]} ", "$muted")),
            (0, Content.styled(f" {tally.done:,}/{tally.total:,} ", "bold")),
            (1, Content.assemble(Content.styled(bar[0], "$good"), Content.styled(bar[1] + " ", "$rule"))),
            (0, self._counts(tally)),
            (0, self._alarms(told.alarms)),
            (0, Content.styled(" blind check " if told.is_blind else "", "bold $warn")),
        ]
        pace = f" {told.pace:.0f} s/claim " if told.pace is not None else ""
        right = [
            (0, Content.styled(f" {told.work} " if told.work else "", "bold $warn")),
            (1, Content.styled(f" {told.goal} " if told.goal else "", "$info")),
            (3, safe.content(f" {told.reviewer[:24]} ")),
            (2, Content(f" {told.now:%H:%M} ")),
            (5, Content.styled(pace, "$muted")),
        ]
        for drop in range(6, 0, -1):
            room = width - sum(part.cell_length for level, part in left + right if level <= drop)
            if room >= 0:
                break
        else:
            drop, room = 0, 0
        kept_left = [part for level, part in left if level <= drop]
        kept_right = [part for level, part in right if level <= drop]
        return Content("").join([*kept_left, Content(" " * max(0, room)), *kept_right]).truncate(width)

    def _alarms(self, count: int) -> Content:
        sign = self._glyphs.relation[Relation.CONFLICT]
        return Content.styled(f"{sign}{count:,} at odds " if count else "", "bold $bad")

    def _counts(self, tally: Tally) -> Content:
        counts = [
            Content.styled(
                f" {self._glyphs.status[status]}{tally.by_status[status]:,}", f"${STATUS_ROLE[status]}"
            )
            for status in Status
            if status is not Status.OPEN and tally.by_status.get(status)
        ]
        return Content("").join([*counts, Content(" ")])


class MessageLine(Bar):
    """The result of the last key: something done, a note, or a problem, each with its sign."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(glyphs, id=id)
        self.words = ""
        """The present message, safe to draw."""
        self._sign = ""
        self._role = "$muted"
        self._is_old = False

    def begin(self) -> None:
        """Begin another key or click; the messages before it go as soon as the claim changes."""
        self._is_old = True

    def go_on(self) -> None:
        """Remove the messages from before the key that led to another claim."""
        if self._is_old and self.words:
            self._say("", "", "")

    def done(self, words: str) -> None:
        """Say what was done."""
        self._say(words, self._glyphs.ok, "$good")

    def note(self, words: str) -> None:
        """Say something that needs no doing."""
        self._say(words, self._glyphs.note, "$info")

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Do what is within; if it is refused with a KzcheckError, say why."""
        try:
            yield
        except KzcheckError as error:
            self.problem(str(error))

    def problem(self, words: str) -> None:
        """Say what was not done and why."""
        self._say(words, self._glyphs.problem, "bold $bad")

    def _say(self, words: str, sign: str, role: str) -> None:
        self.words, self._sign, self._role = safe.line(words, 400), sign, role
        self._is_old = False
        self.refresh()

    def line(self, width: int) -> Content:
        """Return the message."""
        if not self.words:
            return Content("")
        said = Content.assemble(
            Content.styled(f" {self._sign} ", self._role),
            Content.styled(self.words, "$bad" if self._sign == self._glyphs.problem else ""),
        )
        return said.truncate(width, ellipsis=True)


class HintLine(Bar):
    """The keys of the most important commands; those that can do nothing now are dimmed."""

    def __init__(
        self,
        keymap: Keymap,
        glyphs: Glyphs,
        *,
        id: str,  # noqa: A002 - Textual's own word
        hints: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(glyphs, id=id)
        self._keymap = keymap
        self._words = hints or LIST_HINTS
        self._now = Situation()

    def show(self, now: Situation) -> None:
        """Show what can be done in another situation; it is drawn only if that differs."""
        if now != self._now:
            self._now = now
            self.refresh()

    def offer(self, hints: Mapping[str, str]) -> None:
        """Show other commands; they are drawn only if they differ."""
        if hints is not self._words:
            self._words = hints
            self.refresh()

    def line(self, width: int) -> Content:
        """Return as many hints as fit, always including the one for the key screen."""
        hints = [self._hint(command, word) for command, word in self._words.items()]
        always = self._hint("keys", "keys")
        room = width - always.cell_length
        kept: list[Content] = []
        for hint in hints:
            if hint.cell_length > room:
                break
            kept.append(hint)
            room -= hint.cell_length
        return Content("").join([*kept, always])

    def _hint(self, command_id: str, word: str) -> Content:
        keys = self._keymap[command_id]
        if not keys:
            return Content("")
        key = shown(keys[0])
        if BY_ID[command_id].disabled(self._now):
            return Content.styled(f" {key} {word} ", "$off")
        return Content.assemble(
            Content.styled(f" {key} ", "bold $info"), Content.styled(f"{word} ", "$muted")
        )
