"""A search that takes long does not hold the screen up."""

import pytest
from screen_tools import press

from kzcheck.tui.searching import Finder
from kzcheck.tui.widgets import claim_list

MANY = [
    (
        f"Field {n} of the survey counted {n + 10} wells.",
        f"{n + 10} wells in field {n}",
        f"{n + 10} wells",
        1 - n / 301,
    )
    for n in range(300)
]


@pytest.fixture(autouse=True)
def no_patience(monkeypatch):
    """Every search takes too long."""
    monkeypatch.setattr("kzcheck.store.store.STEPS_BETWEEN_LOOKS", 1)
    monkeypatch.setattr(claim_list, "PATIENCE", 0.0)


async def test_a_slow_search_is_gathered_beside_the_screen_and_then_listed(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "3", "0", "9")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [row.headline for row in app.review.claims.loaded] == ["309 wells in field 299"]
        assert "1 claim found" in app.review.messages.words


async def test_a_mark_between_two_letters_of_a_slow_search_is_kept(desk_with, app_on):
    desk = desk_with(MANY)
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "w", "e", "l", "enter", "t")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert desk.tally().done == 1
        assert app.review.claims.query_now.text == "wel"
        assert len(app.review.claims.loaded) >= 100


async def test_escape_gives_a_slow_search_up(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "3", "0", "9", "escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.review.claims.query_now.text == ""
        assert len(app.review.claims.loaded) >= 100


async def test_while_a_slow_search_runs_nothing_is_said_to_be_the_last(desk_with, app_on, monkeypatch):
    app = app_on(desk_with(MANY[:5]))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "G")
        monkeypatch.setattr(Finder, "is_busy", True)
        await press(pilot, "n")
        assert "still searching" in app.review.messages.words
        monkeypatch.undo()
        await press(pilot, "n")
        assert "no open claim after this one" in app.review.messages.words


async def test_to_the_ends_of_the_list_while_a_slow_search_runs_the_rows_stay(desk_with, app_on, monkeypatch):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(100, 30)) as pilot:
        monkeypatch.setattr(Finder, "is_busy", True)
        await press(pilot, "G")
        assert app.review.claims.current.headline == app.review.claims.loaded[-1].headline
        monkeypatch.undo()
        await press(pilot, "G")
        assert app.review.claims.current.headline == "309 wells in field 299"
        await press(pilot, "k", "g")
        assert app.review.claims.current.headline == "10 wells in field 0"
        await press(pilot, "pagedown")
        assert app.review.claims.current.headline == "35 wells in field 25"
