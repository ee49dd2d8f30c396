"""The filter language in the search line: typed, completed, explained, saved."""

import pytest
from screen_tools import HOSTILE, plain_sentences, press, screen_lines, until, widths
from textual.events import Paste

from kzcheck.domain import Status
from kzcheck.tui.screens.finding import Finding


async def type_words(pilot, words):
    names = {" ": "space", ":": "colon", ">": "greater_than_sign", "<": "less_than_sign"}
    await press(pilot, *[names.get(letter, letter) for letter in words])


async def test_a_filter_typed_in_the_search_line_narrows_the_list_and_escape_undoes_it(desk_with, app_on):
    desk = desk_with(plain_sentences(30))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "value:>35")
        assert {row.value for row in app.review.claims.loaded} == {36.0, 37.0, 38.0, 39.0}
        await press(pilot, "enter", "l")
        assert desk.status(app.review.claims.loaded[0].id).status is Status.LATER
        await press(pilot, "escape")
        assert len(app.review.claims.loaded) == 29


async def test_a_status_in_the_search_line_takes_the_place_of_the_filter(desk_with, app_on):
    desk = desk_with(plain_sentences(5))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "u", "slash")
        await type_words(pilot, "status:unp")
        assert [row.status for row in app.review.claims.loaded] == [Status.UNPROVEN]


async def test_a_wrong_word_is_explained_beside_the_box_and_the_rest_still_counts(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(30)))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "stauts:open value:>38")
        assert app.review.messages.words.startswith("stauts: is not a filter; there are status")
        assert len(app.review.claims.loaded) == 1


async def test_all_that_is_wrong_in_a_search_is_said_in_one_line(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "value:many kind:song wells")
        *_, message, _search = screen_lines(app)
        assert "2 problems: value: 'many' is not a figure · kind: 'song' fits none" in message


@pytest.mark.parametrize(("wells", "number"), [(30, " 30 "), (100, " 100+ "), (250, " 100+ ")])
async def test_the_title_says_how_many_claims_a_search_found(desk_with, app_on, wells, number):
    app = app_on(desk_with(plain_sentences(wells)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"wells")
        await until(pilot, lambda: not app.review.claims.is_searching)
        assert f"“wells”{number}" in screen_lines(app)[1]
        await press(pilot, "enter", "G")
        assert app.review.claims.current.value == wells + 9
        assert number.strip() in screen_lines(app)[1]
        await press(pilot, "slash", "backspace", *"xyz")
        await until(pilot, lambda: "“wellxyz” 0 " in screen_lines(app)[1])


async def test_while_one_searches_the_keys_of_the_search_line_are_named_and_none_of_the_list(
    desk_with, app_on
):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", *"wel")
        *_, message, search = screen_lines(app)
        for words in (
            "3 claims found",
            "Enter keeps",
            "Esc clears",
            "→ completes",
            "^s saves",
            "↑ saved",
        ):
            assert words in message
        assert search.strip() == "wel"
        assert not any("verify" in line for line in screen_lines(app))
        await press(pilot, "enter")
        assert "verify" in screen_lines(app)[-1]


async def test_the_right_key_completes_the_last_word(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "outlet:thes")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "right")
        assert app.review.query_one("#search").value == "outlet:thesteppesurvey"
        assert len(app.review.claims.loaded) == 3


async def test_a_saved_filter_is_there_at_the_next_sitting_and_can_be_forgotten(desk_with, app_on):
    desk = desk_with(plain_sentences(30))
    async with (app := app_on(desk)).run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "value:>35")
        await press(pilot, "ctrl+s")
    async with (app := app_on(desk)).run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "up")
        assert app.review.query_one("#search").value == "value:>35"
        assert len(app.review.claims.loaded) == 4
        await press(pilot, "ctrl+s", "escape", "slash", "up")
        assert app.review.query_one("#search").value == ""


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (200, 60)])
async def test_hostile_words_after_a_field_are_explained_within_the_window(desk_with, app_on, size):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "slash")
        for words in HOSTILE:
            app.review.query_one("#search").value = ""
            app.post_message(Paste(f"outlet:{words[:200]} status:{words[:50]}"))
            await pilot.pause()
            assert widths(app) == {size[0]}
            assert not any("\x1b" in line for line in screen_lines(app))


async def test_the_search_line_stands_in_place_of_the_hints_and_moves_no_pane(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(30)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        panes = list(app.review.query("#workspace > *"))
        before = [pane.region for pane in panes]
        hints = screen_lines(app)[-1]
        await press(pilot, "slash", "w")
        assert app.review.query_one("#search").region.y == 29
        assert screen_lines(app)[-1].startswith(" w")
        assert [pane.region for pane in panes] == before
        await press(pilot, "escape")
        assert screen_lines(app)[-1] == hints
        assert [pane.region for pane in panes] == before


async def test_what_narrows_the_list_is_told_in_its_title_once_the_search_line_is_left(desk_with, app_on):
    desk = desk_with(plain_sentences(30))
    async with (app := app_on(desk)).run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        await type_words(pilot, "wells value:>35")
        await press(pilot, "enter")
        assert "“wells value:>35”" in screen_lines(app)[1]
        await press(pilot, "q")
    async with (app := app_on(desk)).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "“wells value:>35”" in screen_lines(app)[1]
        await press(pilot, "escape")
        assert "“" not in screen_lines(app)[1]


async def test_a_letter_is_painted_before_its_search(desk_with, app_on, monkeypatch):
    app = app_on(desk_with(plain_sentences(30)))
    painted = []

    def typed(_finding, _text):
        painted.append(not app.review.query_one("#search")._repaint_regions)

    monkeypatch.setattr(Finding, "typed", typed)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "w", "e", "l")
        assert painted == [True, True, True]


async def test_the_search_is_done_before_the_command_typed_right_after_enter(desk_with, app_on):
    desk = desk_with(plain_sentences(30))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        await pilot.press(*"35", "enter", "l")
        await pilot.pause()
        assert [row.headline for row in app.review.claims.loaded] == ["35 wells in field 25"]
        assert app.review.claims.loaded[0].status is Status.LATER
