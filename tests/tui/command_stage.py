"""Where each command of the registry is tried: a desk of hostile rows, and what was tried by its id."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from pytest_httpserver import HTTPServer
from screen_tools import press
from textual.events import Paste

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.widgets.detail_tabs import Tab

URL = "https://example.org/wells"


@dataclass
class Stage:
    """A desk, the screens on it, and the key that is tried."""

    desk: Desk
    app: KzcheckApp
    key: str
    folder: Path
    server: HTTPServer
    pilot: object = None

    def __post_init__(self) -> None:
        self.ids = [row.id for row in self.desk.page(ClaimQuery(), limit=100)]
        self.opened: list[str] = []
        self.app.open_url = self.opened.append

    async def do(self, *after: str) -> None:
        """Press the key that is tried, then others."""
        await self.press(self.key, *after)

    async def press(self, *keys: str) -> None:
        await press(self.pilot, *keys)

    async def paste(self, words: str, *after: str) -> None:
        self.app.post_message(Paste(words))
        await self.press(*after)

    async def rest(self) -> None:
        await self.pilot.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def here(self) -> str:
        return self.app.review.claims.current.id

    @property
    def tab(self) -> Tab:
        return self.app.review.panes.details.tab

    @property
    def focus(self) -> str:
        return self.app.review.focused.id

    def status(self, n: int) -> Status:
        return self.desk.status(self.ids[n]).status

    def total(self) -> int:
        return self.desk.tally().total


Row = Callable[[Stage], Awaitable[None]]
Tried = Callable[..., Awaitable[None]]


def row(rows: dict[str, Row], *ids: str) -> Callable[[Tried], Tried]:
    """Take a function as what is tried for commands; it is given the command's id where there are several."""

    def taken(tried: Tried) -> Tried:
        for command in ids:
            rows[command] = tried if len(ids) == 1 else lambda stage, command=command: tried(stage, command)
        return tried

    return taken
