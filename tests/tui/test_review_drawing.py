"""Every size and every text draws; nothing a document says is taken for markup or control."""

import subprocess
import sys

import pytest
from screen_tools import HOSTILE, press, screen_lines, widths

from kzcheck.domain import ClaimQuery, Metadata, Status
from kzcheck.tui.app import KzcheckApp


@pytest.fixture
def hostile_desk(desk_with):
    sentences = [(f"{text} it says 7 things.", text, "7 things", 0.5) for text in HOSTILE]
    desk = desk_with(
        sentences, Metadata(title=HOSTILE[0], outlet=HOSTILE[1], author=HOSTILE[2], published="2026")
    )
    for row, text in zip(desk.page(ClaimQuery()), HOSTILE, strict=True):
        desk.cite(row.id, text, title=text[:5000], passage=text[:5000])
        desk.set_rationale(row.id, text[:5000])
    return desk


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (160, 40)])
async def test_hostile_text_draws_plain_on_every_screen_at_every_size(hostile_desk, app_on, size):
    app = app_on(hostile_desk)
    async with app.run_test(size=size) as pilot:
        for _ in HOSTILE:
            for key in ("right", "c", "escape", "r", "escape", "a", "a"):
                await pilot.press(key)
                await pilot.pause()
                text = "".join(screen_lines(app))
                assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in text)
                assert "\u202e" not in text
                assert widths(app) == {size[0]}
            await pilot.press("j")
        await pilot.pause()


async def test_brackets_are_shown_as_they_are(hostile_desk, app_on):
    app = app_on(hostile_desk)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("f", "2")
        await pilot.pause()
        assert "[bold red]not markup[/] [/nothing] [" in "".join(screen_lines(app))


@pytest.mark.parametrize("width", [60, 79, 80, 99, 100, 159, 160, 240])
@pytest.mark.parametrize("height", [15, 16, 24, 60])
async def test_every_size_fills_its_lines_exactly(desk_with, app_on, width, height):
    app = app_on(desk_with([("It had 7 wells.", "7 wells", "7 wells", 0.5)]))
    async with app.run_test(size=(width, height)) as pilot:
        await pilot.pause()
        assert widths(app) == {width}
        assert "7 wells" in "".join(screen_lines(app))


@pytest.mark.parametrize("size", [(59, 24), (80, 14), (20, 5), (1, 1)])
async def test_a_window_too_small_says_so_and_recovers(desk_with, app_on, size):
    app = app_on(desk_with([("It had 7 wells.", "7 wells", "7 wells", 0.5)]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        if size[0] > 10:
            assert "60" in "".join(screen_lines(app))
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "7 wells" in "".join(screen_lines(app))


async def test_no_key_decides_while_the_window_is_too_small_to_show_the_claim(desk_with, app_on):
    desk = desk_with([("It had 7 wells.", "7 wells", "7 wells", 0.5)])
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        await press(pilot, "x", "slash", "l")
        assert desk.tally().done == 0
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        await press(pilot, "x")
        assert desk.tally().done == 1
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        await press(pilot, "q")
    assert app.return_code == 0


async def test_an_empty_desk_says_how_to_add_articles_to_it(desk_with, app_on, monkeypatch):
    desk = desk_with()
    for usual, advice in (
        (desk.path, ("kzcheck add article.txt",)),
        (desk.path.with_name("other.db"), (f"kzcheck --db {desk.path} \\", "  add article.txt")),
    ):
        monkeypatch.setenv("KZCHECK_DB", str(usual))
        app = app_on(desk)
        async with app.run_test(size=(300, 24)) as pilot:
            await pilot.pause()
            shown = "\n".join(screen_lines(app))
        assert all(words in shown for words in advice)


async def test_a_desk_that_is_done_says_so(desk_with, app_on):
    desk = desk_with([("It had 7 wells.", "7 wells", "7 wells", 0.5)])
    desk.mark([row.id for row in desk.page(ClaimQuery())], Status.UNPROVEN)
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "All done: 1 claim with a verdict." in "".join(screen_lines(app))


@pytest.mark.parametrize("theme", ["dark", "light", "contrast", "terminal"])
async def test_every_theme_draws(desk_with, theme):
    app = KzcheckApp(desk_with([("It had 7 wells.", "7 wells", "7 wells", 0.5)]), theme=theme)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert widths(app) == {80}


async def test_without_colour_the_cursor_and_the_status_still_show(desk_with, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = KzcheckApp(desk_with([("It had 7 wells.", "7 wells", "7 wells", 0.5)]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(line for line in screen_lines(app) if "7 wells" in line)
        assert row.startswith("▶ ·")


def test_only_what_is_needed_is_loaded_by_the_first_painted_row(tmp_path):
    code = """
import asyncio, sys
from kzcheck.desk import Desk
from kzcheck.tui.app import KzcheckApp
async def main(path):
    with Desk.open(path, reviewer="x") as desk:
        async with KzcheckApp(desk).run_test(size=(80, 24)) as pilot:
            await pilot.pause()
asyncio.run(main(sys.argv[1]))
heavy = {"httpx", "sqlite_utils", "rapidfuzz", "selectolax", "pypdf", "numpy"}
print(sorted(name for name in sys.modules if name.split(".")[0] in heavy or name.startswith((
    "kzcheck.ingest", "kzcheck.evidence", "kzcheck.exchange", "kzcheck.extract", "kzcheck.match",
    "kzcheck.domain.adding", "kzcheck.domain.contradiction", "kzcheck.domain.lists", "kzcheck.domain.page",
    "kzcheck.domain.revision", "kzcheck.domain.stats", "kzcheck.desk.adding"))))
"""
    from kzcheck.desk import Desk

    Desk.open(tmp_path / "desk.db").close()
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "desk.db")], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
