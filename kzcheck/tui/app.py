"""The Textual application: themes, keys, the palette, and the review screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual.app import App
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.filter import LineFilter
from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.tui import theme as themes
from kzcheck.tui.commands import COMMANDS, PALETTE_KEY
from kzcheck.tui.glyphs import ASCII, UNICODE, Glyphs
from kzcheck.tui.hangup import on_hangup, on_order_to_end
from kzcheck.tui.keymap import Keymap, resolve, shown
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.review import ReviewScreen
from kzcheck.tui.sitting import Sitting


class PaletteCommands(Provider):
    """The commands of the registry, for the palette; those that can do nothing now say why."""

    def _entries(self) -> list[tuple[str, str, Callable[[], None]]]:
        app = self.app
        assert isinstance(app, KzcheckApp)
        review = app.review
        now = review.situation()
        entries: list[tuple[str, str, Callable[[], None]]] = []
        for command in COMMANDS:
            keys = " ".join(shown(key) for key in app.keymap[command.id])
            reason = command.disabled(now)
            words = f"{command.help}  ({keys})" if reason is None else f"not now: {reason}"
            entries.append((command.title, words, partial(review.action_command, command.id)))
        return entries

    async def discover(self) -> Hits:
        """List every command."""
        for title, words, run in self._entries():
            yield DiscoveryHit(title, run, help=words)

    async def search(self, query: str) -> Hits:
        """List the commands whose titles match what was typed."""
        matcher = self.matcher(query)
        for title, words, run in self._entries():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run, help=words)


class KzcheckApp(App[None]):
    """The screens of one desk."""

    TITLE = "kzcheck"
    CSS_PATH: ClassVar[Path] = Path(__file__).with_name("review.tcss")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {PaletteCommands}
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it without ClassVar
        (0, "-stacked"),
        (100, "-wide"),
        (160, "-three"),
    ]
    COMMAND_PALETTE_BINDING: ClassVar[str] = PALETTE_KEY

    def __init__(
        self,
        desk: Desk,
        *,
        keymap: Keymap | None = None,
        theme: str = "dark",
        glyphs: Glyphs = UNICODE,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        seconds: Callable[[], float] = monotonic,
        allow_private: bool = False,
        goal: int = 0,
    ) -> None:
        super().__init__()
        self._own_filters: list[LineFilter] = []
        if glyphs is ASCII:
            from kzcheck.tui.ascii import Ascii

            self._own_filters.append(Ascii())
        for each in themes.THEMES:
            self.register_theme(each)
        # Set before it is watched: a theme that is set while the app starts has all CSS parsed twice.
        self.set_reactive(KzcheckApp.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.animation_level = "none"
        self.keymap = resolve() if keymap is None else keymap
        self.review = ReviewScreen(
            desk,
            manner=Manner(self.keymap, glyphs),
            clock=clock,
            sitting=Sitting(seconds, goal),
            allow_private=allow_private,
        )

    def on_mount(self) -> None:
        """Quit when the terminal is gone, and when told to end, so that the terminal is left as it was."""
        if not self.is_headless:
            on_hangup(partial(self.call_from_thread, self.review.leave))
            on_order_to_end(self.review.leave)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return the filters that each line passes before it is drawn: no colour, ASCII."""
        return [*super().get_line_filters(), *self._own_filters]

    async def action_quit(self) -> None:
        """Quit as the command does: Textual's own key for this works while typing too."""
        self.review.action_command("quit")

    def get_default_screen(self) -> Screen[None]:
        """Begin with the review screen."""
        return self.review
