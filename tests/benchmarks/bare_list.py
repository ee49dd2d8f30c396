"""The simplest list that Textual can show, to compare the claim list with: each key paints just two rows."""

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import Key
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

ROWS = [f"row {number}" for number in range(1000)]
PLAIN, CURSOR = Style.parse("white on black"), Style.parse("black on white")


class BareList(Widget, can_focus=True):
    """The first screenful of `ROWS`."""

    DEFAULT_CSS = "BareList { height: 1fr; }"
    cursor = 0

    def render_line(self, y: int) -> Strip:
        """Return one row."""
        style = CURSOR if y == self.cursor else PLAIN
        return Strip([Segment(ROWS[y].ljust(self.size.width), style)])

    def on_key(self, event: Key) -> None:
        """Move by a row or half the screen, around its end, or to its end or beginning."""
        last, half = self.size.height - 1, self.size.height // 2
        old, here = self.cursor, self.cursor
        moves = {
            "j": here + 1,
            "k": here - 1,
            "pagedown": here + half,
            "pageup": here - half,
            "g": 0,
            "G": last,
        }
        self.cursor = moves.get(event.key, here) % (last + 1)
        for line in (old, self.cursor):
            self.refresh(Region(0, line, self.size.width, 1))


class BareApp(App[None]):
    """Nothing but the list."""

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield BareList()

    def on_mount(self) -> None:
        """Let the list have the keys."""
        self.query_one(BareList).focus()


if __name__ == "__main__":
    BareApp().run()
