"""Many claims marked at once: by range, all of them, a cluster; asked back, and undone as one."""

import pytest
from screen_tools import plain_sentences, press, screen_lines

from kzcheck.domain import Relation, Status
from kzcheck.tui.screens.ask import Choose


async def test_a_range_is_selected_and_marked_with_one_verdict_and_one_undo(desk_with, app_on):
    desk = desk_with(plain_sentences(20))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "space", "j", "j", "V")
        assert len(app.review.claims.selected) == 4
        await press(pilot, "u")
        assert desk.tally().by_status[Status.UNPROVEN] == 4
        await press(pilot, "z")
        assert desk.tally().done == 0


async def test_a_range_goes_upwards_as_well(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(20)))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "j", "j", "space", "g", "V")
        assert len(app.review.claims.selected) == 4


async def test_above_ten_the_count_is_asked_back_and_undo_takes_all_of_it(desk_with, app_on):
    desk = desk_with(plain_sentences(150))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+a", "u")
        assert isinstance(app.screen, Choose)
        assert desk.tally().done == 0
        await press(pilot, "2")
        assert app.review.messages.words == "nothing was decided"
        await press(pilot, "u", "1")
        assert desk.tally().done == 150
        await press(pilot, "z")
        assert desk.tally().done == 0


async def test_ten_are_marked_without_asking(desk_with, app_on):
    desk = desk_with(plain_sentences(10))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "ctrl+a", "x")
        assert desk.tally().done == 10


async def test_selected_claims_that_a_search_hides_are_not_marked_unasked(desk_with, app_on):
    desk = desk_with(plain_sentences(20))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        selected = [row.id for row in app.review.claims.loaded[:2]]
        other = app.review.claims.loaded[5].headline
        await press(pilot, "space", "space", "slash", *other, "enter")
        assert app.review.claims.current.headline == other
        await press(pilot, "u")
        assert isinstance(app.screen, Choose)
        assert "2 of them not in this list" in "\n".join(screen_lines(app))
        await press(pilot, "2")
        assert desk.tally().done == 0
        await press(pilot, "escape", "space", "u")
        assert desk.tally().done == 1
        assert all(desk.status(claim).status is Status.OPEN for claim in selected)


async def test_the_cluster_of_a_claim_is_selected(desk_with, app_on):
    desk = desk_with(plain_sentences(5))
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        ids = [row.id for row in app.review.claims.loaded]
        await press(pilot, "S")
        assert app.review.messages.words == "no other claim says the same"
        desk.decide(ids[0], ids[3], Relation.DUPLICATE)
        await press(pilot, "S", "u")
        assert {desk.status(ids[0]).status, desk.status(ids[3]).status} == {Status.UNPROVEN}
        assert desk.tally().done == 2


@pytest.mark.parametrize("key", ["V", "S", "ctrl+a"])
async def test_on_an_empty_desk_there_is_nothing_to_select(desk_with, app_on, key):
    app = app_on(desk_with())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, key)
        assert app.review.messages.words == "no claim is under the cursor"
