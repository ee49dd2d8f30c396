"""The key screen: every key and what it does, from the registry."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from kzcheck.tui.commands import PALETTE_KEY
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.keymap import Keymap, shown, table
from kzcheck.tui.widgets.lines_pane import BLANK, Block, LinesPane

KEY_WIDTH = 10
TITLE_WIDTH = 28


class KeysScreen(ModalScreen[None]):
    """Lists every command by its group."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1,enter", "dismiss", "Back", show=False),
        Binding("j,down", "lines(1)", "Down", show=False),
        Binding("k,up", "lines(-1)", "Up", show=False),
        Binding("pagedown,space", "pages(1)", "Page down", show=False),
        Binding("pageup", "pages(-1)", "Page up", show=False),
    ]

    def __init__(self, keymap: Keymap, glyphs: Glyphs) -> None:
        super().__init__()
        self._keymap = keymap
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """Lay out the one pane."""
        yield LinesPane(self._glyphs, id="keys")

    def on_mount(self) -> None:
        """Show the table."""
        blocks: list[Block] = []
        for group, rows in table(self._keymap):
            blocks.append(Block(Content.styled(group.value, "bold $info")))
            blocks += [self._row(*row) for row in rows]
            blocks.append(BLANK)
        blocks.append(self._row(shown(PALETTE_KEY), "Palette", "Every command by its name"))
        pane = self.query_one("#keys", LinesPane)
        pane.show(
            Content.assemble(Content.styled("Keys", "bold"), Content.styled(" · Esc goes back", "$muted")),
            blocks,
        )
        pane.focus()

    def _row(self, keys: str, title: str, help_text: str) -> Block:
        return Block(
            Content.assemble(
                Content.styled(f"{keys:<{KEY_WIDTH}}", "bold"),
                Content(f"{title:<{TITLE_WIDTH}}"),
                Content.styled(help_text, "$muted"),
            ),
            hang=KEY_WIDTH + TITLE_WIDTH,
        )

    def action_lines(self, lines: int) -> None:
        """Scroll the table."""
        self.query_one("#keys", LinesPane).scroll_lines(lines)

    def action_pages(self, pages: int) -> None:
        """Scroll by a screenful less one line."""
        pane = self.query_one("#keys", LinesPane)
        pane.scroll_lines(pages * max(1, pane.room - 1))
