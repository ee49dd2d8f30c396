"""Leaving the review screen when the desk takes nothing any more."""

from collections.abc import Callable

import pytest
from screen_tools import THREE, press

from kzcheck.desk import Desk
from kzcheck.domain import KzcheckError
from kzcheck.tui import run
from kzcheck.tui.app import KzcheckApp


async def test_a_sitting_can_be_left_when_the_desk_is_gone(desk_with, app_on) -> None:
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        desk.path.unlink()
        await press(pilot, "u")
        assert "moved, deleted or replaced while it was open" in app.review.messages.words
        await press(pilot, "q")
    assert app.return_code == 0
    assert len(desk.log()) == 1


def test_who_leaves_a_desk_that_is_gone_is_told_where_the_decisions_are(
    desk_with: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = desk_with(THREE)
    monkeypatch.setattr(KzcheckApp, "run", lambda _: desk.path.unlink())
    with pytest.raises(KzcheckError, match=r"everything decided until then is in .*desk-1\.db\.rescued-1: "):
        run(desk)
