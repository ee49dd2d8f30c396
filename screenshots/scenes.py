"""The scenes of the pictures and of the snapshot tests: every screen, on a desk, in a window, in a theme.

Everything that moves stands still: the clocks, the sitting's pace, the cursor's blink. So a scene gives the
same bytes on every run.
"""

import os
from collections.abc import Awaitable, Callable, Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from itertools import count
from pathlib import Path
from typing import Self
from unittest.mock import patch

from scene_desks import REVIEWER, copy
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from kzcheck.desk import Desk
from kzcheck.domain import Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.background import Job
from kzcheck.tui.screens.review import ReviewScreen

SECONDS_A_STEP = 4.0
NOW = datetime(2026, 3, 14, 12, 41, tzinfo=UTC)
SIZES = ((80, 24), (120, 36))
THEMES = ("dark", "light")
CLOCKS = ("kzcheck.desk.hand.datetime", "kzcheck.evidence.snapshots.datetime")

Step = str | Callable[[Pilot[None]], Awaitable[None]]
"""A key, `paste:…`, or something done to the app that no key does."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is pressed on a desk in a window before it is looked at."""

    name: str
    size: tuple[int, int]
    steps: tuple[Step, ...] = ()
    theme: str = "dark"
    desk: str = "sample"
    is_picture: bool = False
    """Whether it is kept in this folder; every scene is a snapshot test."""


def review_of(pilot: Pilot[None]) -> ReviewScreen:
    """Return the review screen of a scene."""
    app = pilot.app
    assert isinstance(app, KzcheckApp)
    return app.review


async def go_to_a_conflict(pilot: Pilot[None]) -> None:
    """Go down to an open claim that contradicts another."""
    claims = review_of(pilot).claims
    while (claim := claims.current) and not (claim.conflicts and claim.status is Status.OPEN):
        await press(pilot, "j")


async def ask_where_to_export(pilot: Pilot[None]) -> None:
    """Come to the question for a file, in a folder that every machine has."""
    with chdir("/"):
        await press(pilot, "E", "1")


async def be_at_work(pilot: Pilot[None]) -> None:
    """Be in the middle of adding articles, with some work over and some to come."""
    work = review_of(pilot)._desk_work.background  # noqa: SLF001 - no key brings work to its middle
    work.now = Job("adding", {}, done=3, total=12, words="notes/wells-of-the-north.html")
    work.waiting.append(Job("exporting", {}))
    lines = ["notes/seals.html: added, 14 claims", "notes/ferries.html: added, 9 claims"]
    problem = "notes/[bold]scan[/].pdf: there is no text in it: the pages are pictures"
    work.finished.appendleft(Job("adding", {}, is_over=True, lines=lines, problems=[problem]))
    await press(pilot, "B")


ARTICLE = """Ferries of the strait

The ferries carried 2.4 million people last year, 6 percent more than the year before.

About one-fifth of them came by car, the harbour office said.

In summer nine boats sail; in winter there are four.

A tenth boat is to come in May.
"""
"""An article to be pasted."""

SITTING = ("v", "2", "enter", "t", "d", "1", "enter", "l")
"""Four decisions, so that the list shows what it does with them."""

SCREENS: dict[str, tuple[str, tuple[Step, ...]]] = {
    "review": ("sample", (*SITTING, go_to_a_conflict)),
    "citations-tab": ("sample", (*SITTING, "f", "4", "4")),
    "history-tab": ("sample", (*SITTING, "f", "5", "5")),
    "why-tab": ("sample", ("6",)),
    "article": ("sample", (*SITTING, "a")),
    "marking": ("sample", (*SITTING, "plus", "w", "space", "w", "w")),
    "compare": ("sample", (*SITTING, "M")),
    "compare-one": ("sample", (*SITTING, go_to_a_conflict, "enter")),
    "contradictions": ("sample", (*SITTING, "W")),
    "orphans": ("revised", ("P",)),
    "orphan-marking": ("revised", ("P", "plus")),
    "documents": ("sample", (*SITTING, "D")),
    "citation": ("sample", (*SITTING, "v")),
    "cite-only": ("sample", ("c",)),
    "correction": ("kept", ("R",)),
    "kept-page": ("kept", ("p",)),
    "kept-page-search": ("kept", ("p", "slash", *"day", "enter", "s")),
    "rationale": ("sample", ("r", *"as the office counts")),
    "headline": ("sample", ("e",)),
    "bulk": ("sample", ("ctrl+a", "u")),
    "search": ("sample", ("slash", *"oil")),
    "search-wrong": ("sample", ("slash", *"value:many")),
    "filter": ("sample", ("f",)),
    "add": ("sample", ("A", *"notes/")),
    "add-pasted": ("sample", ("A", f"paste:{ARTICLE}")),
    "export": ("sample", ("E",)),
    "export-file": ("sample", (ask_where_to_export,)),
    "work": ("sample", (be_at_work,)),
    "keys": ("sample", ("question_mark",)),
    "palette": ("sample", ("ctrl+p", *"cit")),
    "empty-desk": ("empty", ()),
    "one-claim": ("one", ()),
    "all-done": ("done", ()),
}
"""Every screen and dialog: the desk it is shown on, and what is pressed."""

PICTURES = (
    "review-120x36", "review-80x24", "citation-120x36", "article-120x36", "compare-120x36",
    "documents-120x36",
)  # fmt: skip

OTHERS = (
    Scene("review-contrast-80x24", (80, 24), theme="contrast"),
    Scene("review-terminal-80x24", (80, 24), theme="terminal"),
    Scene("review-180x45", (180, 45)),
    Scene("review-60x15", (60, 15)),
    Scene("too-small-50x12", (50, 12)),
)


def _scenes() -> Iterator[Scene]:
    for screen, (desk, steps) in SCREENS.items():
        for size in SIZES:
            for theme in THEMES:
                name = f"{screen}-{size[0]}x{size[1]}" + ("" if theme == "dark" else f"-{theme}")
                yield Scene(name, size, steps, theme, desk, name in PICTURES)
    yield from OTHERS


SCENES = tuple(_scenes())


def _standing_still() -> type[datetime]:
    """Return a clock that goes on by a millisecond whenever it is looked at."""
    looks = count()

    class Still(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp((NOW + timedelta(milliseconds=next(looks))).timestamp(), tz)

    return Still


@contextmanager
def staged(scene: Scene, folder: Path) -> Iterator[KzcheckApp]:
    """Make the app of a scene on a fresh desk in `folder`."""
    still = _standing_still()
    with patch(CLOCKS[0], still), patch(CLOCKS[1], still):
        path = copy(scene.desk, folder)
        with patch.dict(os.environ, KZCHECK_DB=str(path)), Desk.open(path, reviewer=REVIEWER) as desk:
            yield KzcheckApp(
                desk,
                theme=scene.theme,
                clock=lambda: NOW,
                seconds=partial(next, count(0.0, SECONDS_A_STEP)),
            )


async def press(pilot: Pilot[None], *steps: Step) -> None:
    """Take steps one by one, each when all that came of the one before is over."""
    for step in steps:
        if callable(step):
            await step(pilot)
        elif step.startswith("paste:"):
            pilot.app.post_message(Paste(step.removeprefix("paste:")))
        else:
            await pilot.press("space" if step == " " else step)
        await rest(pilot)


async def rest(pilot: Pilot[None]) -> None:
    """Wait until all is over that goes on."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def play(scene: Scene, pilot: Pilot[None]) -> None:
    """Take the scene's steps, and bring all that moves to rest."""
    await pilot.pause()
    await press(pilot, *scene.steps)
    review_of(pilot)._poll()  # noqa: SLF001 - what is counted once a second is counted now
    await rest(pilot)
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()
