"""The review screen of a second reviewer: the claims that others decided, and nothing of what they found."""

import pytest
from screen_tools import THREE, screen_lines

from kzcheck.desk.blind import BlindDesk
from kzcheck.domain import Citation, Status

SOURCE = Citation(id="", claim_id="", reference="https://secret.example/table")


def shown(app):
    return app.export_screenshot().replace("&#160;", " ")


async def test_a_second_reviewer_decides_on_the_screen_without_seeing_the_first_verdict(desk_with, app_on):
    desk = desk_with(THREE)
    first, second, third = [row.id for row in desk.claims_of(desk.documents()[0].id)]
    desk.mark([first, second], Status.DISPUTED, citation=SOURCE, rationale="secret reason")
    with BlindDesk.open(desk.path, reviewer="bolat") as blind:
        app = app_on(blind)
        async with app.run_test(size=(120, 36)) as pilot:
            assert [row.id for row in app.review.claims.loaded] == [first, second]
            for tab in ("right", "right", "right"):
                assert "secret" not in shown(app)
                await pilot.press(tab)
                await pilot.pause()
            await pilot.press("u")
            await pilot.pause()
            assert app.review.claims.current.id == second
            assert "2500 soldiers" in shown(app)
        assert blind.status(first).status is Status.UNPROVEN
    assert desk.status(first).status is Status.DISPUTED
    assert [(found.reviewer, found.status) for found in desk.seconds_of(first)] == [
        ("bolat", Status.UNPROVEN)
    ]
    assert desk.status(third).status is Status.OPEN


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (160, 45)])
async def test_the_header_says_that_it_is_a_blind_check(desk_with, app_on, size):
    desk = desk_with(THREE)
    desk.mark([row.id for row in desk.claims_of(desk.documents()[0].id)], Status.UNPROVEN)
    with BlindDesk.open(desk.path, reviewer="bolat") as blind:
        app = app_on(blind)
        async with app.run_test(size=size):
            assert " blind check " in screen_lines(app)[0]
    app = app_on(desk)
    async with app.run_test(size=size):
        assert "blind" not in screen_lines(app)[0]
