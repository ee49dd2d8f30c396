"""The scenes of the pictures and of the snapshot tests: the sample desk, a window, and keys.

Everything that moves stands still: the clock, the sitting's pace, the cursor's blink. So a scene gives
the same bytes on every run.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from kzcheck.desk import Desk
from kzcheck.desk.demo import demo_desk
from kzcheck.domain import CitationKind, ClaimQuery, Status
from kzcheck.tui.app import KzcheckApp

SECONDS_A_STEP = 4.0
NOW = datetime(2026, 3, 14, 12, 41, tzinfo=UTC)

SOURCES = (
    ("https://stat.example.kz/trade/2025", "Foreign trade of Kazakhstan, 2025", CitationKind.PRIMARY),
    (
        "https://archive.example.org/csto-january-2022",
        "CSTO statements, January 2022",
        CitationKind.SECONDARY,
    ),
    ("Atlas of Central Asian pipelines, 4th edition, p. 112", None, CitationKind.SECONDARY),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its name, the window, the theme, and what is pressed before it is taken."""

    name: str
    size: tuple[int, int]
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    picture: bool = True
    """Whether it is kept in this folder; every scene is a snapshot test."""


SITTING = ("v", "2", "enter", "t", "d", "1", "enter", "l")
"""Four decisions, so that the list shows what it does with them."""

ON_A_CONFLICT = (*SITTING, "j", "j", "j", "j")

SCENES = (
    Scene("review-120x36", (120, 36), ON_A_CONFLICT),
    Scene("review-80x24", (80, 24), ON_A_CONFLICT),
    Scene("citation-120x36", (120, 36), (*SITTING, "v")),
    Scene("article-120x36", (120, 36), (*SITTING, "a")),
    Scene("article-80x24", (80, 24), (*SITTING, "a"), picture=False),
    Scene("compare-120x36", (120, 36), (*SITTING, "M")),
    Scene("compare-80x24", (80, 24), (*SITTING, "M"), picture=False),
    Scene("documents-120x36", (120, 36), (*SITTING, "D")),
    Scene("documents-80x24", (80, 24), ("D",), picture=False),
    Scene("marking-80x24", (80, 24), (*SITTING, "plus", "w", "space", "w", "w"), picture=False),
    Scene("citation-80x24", (80, 24), ("d",), picture=False),
    Scene("review-light-120x36", (120, 36), theme="light", picture=False),
    Scene("review-contrast-80x24", (80, 24), theme="contrast", picture=False),
    Scene("review-terminal-80x24", (80, 24), theme="terminal", picture=False),
    Scene("review-180x45", (180, 45), picture=False),
    Scene("review-60x15", (60, 15), picture=False),
    Scene("why-120x36", (120, 36), ("w",), picture=False),
    Scene("keys-120x36", (120, 36), ("question_mark",), picture=False),
    Scene("filter-80x24", (80, 24), ("f",), picture=False),
    Scene("search-80x24", (80, 24), ("slash", "o", "i", "l"), picture=False),
)


def beginning(desk: Desk) -> None:
    """Bring the sample desk into the middle of a sitting: some verdicts, some sources."""
    rows = desk.page(ClaimQuery(), limit=60)
    for row, (reference, title, kind) in zip(rows[-3:], SOURCES, strict=True):
        desk.cite(row.id, reference, title=title, kind=kind)
    desk.mark([row.id for row in rows[-3:-1]], Status.VERIFIED)
    desk.mark([row.id for row in rows[-6:-3]], Status.UNPROVEN)
    desk.mark([row.id for row in rows[-8:-6]], Status.NOT_CHECKABLE)
    desk.mark([rows[-1].id], Status.DISPUTED)


@contextmanager
def staged(scene: Scene, folder: Path) -> Iterator[KzcheckApp]:
    """Make the app of a scene on a fresh sample desk in `folder`."""
    with demo_desk(folder / "central-asia.db", reviewer="aizhan") as desk:
        beginning(desk)
        app = KzcheckApp(
            desk, theme=scene.theme, clock=lambda: NOW, seconds=partial(next, count(0.0, SECONDS_A_STEP))
        )
        yield app


async def play(scene: Scene, pilot: Pilot[None]) -> None:
    """Press the scene's keys, `paste:…` being a paste, and bring all that moves to rest."""
    await pilot.pause()
    for key in scene.keys:
        if key.startswith("paste:"):
            pilot.app.post_message(Paste(key.removeprefix("paste:")))
        else:
            await pilot.press(key)
        await pilot.pause()
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()
