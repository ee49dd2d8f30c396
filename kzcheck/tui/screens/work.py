"""The work in the background: how far it is, and the results of what is over."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.domain import plural
from kzcheck.tui import safe
from kzcheck.tui.background import Background, Job
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.screens.dialog import Dialog

BAR = 40
MOST_LINES = 14


class WorkScreen(Dialog[None]):
    """Shows the work, which goes on when this screen is left; x ends it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,q,B", "cancel", "Back", show=False),
        Binding("x", "end", "End it", show=False),
    ]

    def __init__(self, background: Background, glyphs: Glyphs) -> None:
        super().__init__(Content.styled("Work in the background", "bold $info"))
        self._background = background
        self._glyphs = glyphs

    def fields(self) -> list[Widget]:
        """Return the lines about the work, and the keys."""
        return [Static(self._told(), id="told"), Static(self._keys(), id="hints")]

    def on_mount(self) -> None:
        """Follow the work while this screen is open."""
        self._background.watch = self.show

    def on_unmount(self) -> None:
        """Stop following the work."""
        self._background.watch = None

    def show(self) -> None:
        """Show how far it is now."""
        self.query_one("#told", Static).update(self._told())
        self.query_one("#hints", Static).update(self._keys())

    def _told(self) -> Content:
        now, lines = self._background.now, []
        if now is not None:
            lines += [Content(now.said), self._bar(now), safe.content(now.words[:300], "$muted")]
        lines += [Content.styled(f"waits: {job.title}", "$muted") for job in self._background.waiting]
        came = [line for job in self._background.finished for line in self._came(job)]
        if len(came) > MOST_LINES:
            came = [*came[:MOST_LINES], Content.styled(f"and {len(came) - MOST_LINES} more", "$muted")]
        nothing = [] if lines or came else [Content("Nothing goes on, and nothing did at this sitting.")]
        return Content("\n").join([*lines, *came, *nothing])

    def _came(self, job: Job) -> list[Content]:
        glyphs = self._glyphs
        ended = (
            [Content.styled(f"{job.title} was ended before all was done", "$warn")] if job.is_ended else []
        )
        return [
            *ended,
            *(
                Content.assemble(Content.styled(f"{glyphs.problem} ", "bold $bad"), safe.content(line[:300]))
                for line in job.problems
            ),
            *(
                Content.assemble(Content.styled(f"{glyphs.ok} ", "$good"), safe.content(line[:300]))
                for line in job.lines
            ),
        ]

    def _bar(self, job: Job) -> Content:
        filled = BAR * job.done // job.total if job.total else 0
        return Content.assemble(
            Content.styled(self._glyphs.bar_full * filled, "$good"),
            Content.styled(self._glyphs.bar_empty * (BAR - filled), "$rule"),
        )

    def _keys(self) -> Content:
        now = self._background.now
        if now is not None and now.is_ended:
            return Content.styled(" ending after this one …", "$warn")
        keys = [("x", "ends it"), ("Esc", "back; it goes on")] if now is not None else [("Esc", "back")]
        return Content("").join(
            Content.assemble(Content.styled(f" {key} ", "bold $info"), Content.styled(f"{words} ", "$muted"))
            for key, words in keys
        )

    def action_end(self) -> None:
        """End the present job once its current step is done."""
        self._background.end()
        self.show()


def came_of(job: Job) -> str:
    """Return the result of a job in one line."""
    if job.title == "adding":
        said = f"{plural(len(job.lines), 'article')} read" + (", then ended" if job.is_ended else "")
        return f"{said}, {len(job.problems)} not: {job.problems[0]}" if job.problems else said
    return "; ".join([*job.problems, *job.lines])
