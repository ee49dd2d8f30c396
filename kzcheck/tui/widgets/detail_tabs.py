"""The pane of tabs below the source: Matches, Citations, History, Why."""

from collections.abc import Sequence
from enum import StrEnum

from textual import events
from textual.content import Content
from textual.message import Message

from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.lines_pane import Block, LinesPane


class Tab(StrEnum):
    """The tabs in their order; the value is the word on the tab."""

    MATCHES = "Matches"
    CITATIONS = "Citations"
    HISTORY = "History"
    WHY = "Why"


class DetailTabs(LinesPane):
    """A pane of text with tabs in its title line."""

    class TabChosen(Message):
        """Another tab was chosen."""

    def __init__(self, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(glyphs, id=id)
        self.tab = Tab.MATCHES
        self._counts: dict[Tab, int] = {}
        self._titled: tuple[dict[Tab, int], Tab] | None = None
        """The counts and the tab that the present heading shows."""
        self._heading = Content("")

    def show_tab(self, counts: dict[Tab, int], blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Show the content of the chosen tab, and the counts on all tabs."""
        if (counts, self.tab) != self._titled:
            self._counts = counts
            self._titled, self._heading = (counts, self.tab), self._tabs()
        self.show(self._heading, blocks, keep_place=keep_place)

    def choose(self, tab: Tab) -> None:
        """Choose a tab; whoever listens then provides its content."""
        if tab is not self.tab:
            self.tab = tab
            self.post_message(self.TabChosen())

    def step(self, by: int) -> None:
        """Choose the tab beside the present one; after the last comes the first."""
        tabs = list(Tab)
        self.choose(tabs[(tabs.index(self.tab) + by) % len(tabs)])

    def _label(self, tab: Tab) -> str:
        count = self._counts.get(tab, 0)
        return f"{tab.value} ({count})" if count else tab.value

    def _tabs(self) -> Content:
        labels = [
            Content.styled(self._label(tab), "bold underline" if tab is self.tab else "$muted") for tab in Tab
        ]
        return Content.styled(f" {self._glyphs.rule} ", "$rule").join(labels)

    def on_click(self, event: events.Click) -> None:
        """Choose the tab that was clicked."""
        if event.y != 0:
            return
        edge = 2
        for tab in Tab:
            edge += len(self._label(tab)) + 3
            if event.x < edge:
                self.choose(tab)
                return
