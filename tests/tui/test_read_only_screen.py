"""The review screen on a desk that may only be read."""

import os

from screen_tools import THREE, press, screen_lines

from kzcheck.desk import Desk
from kzcheck.domain import Status
from kzcheck.tui.screens.review import ReviewScreen


async def test_a_read_only_desk_is_looked_at_and_a_verdict_on_it_is_refused(desk_with, app_on, monkeypatch):
    path = desk_with(THREE).path
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Desk.open(path, reviewer="bolat") as desk:
        app = app_on(desk)
        async with app.run_test(size=(80, 24)) as pilot:
            assert "this desk is read-only" in "\n".join(screen_lines(app))
            await press(pilot, "j", "u")
            assert "cannot be written: it is read-only" in app.review.messages.words
            await press(pilot, "v")
            assert isinstance(app.screen, ReviewScreen)
            await press(pilot, "slash", *"18 percent")
            assert "18 percent" in app.review.claims.current.headline
            await press(pilot, "escape", "a", "a", "enter", "escape", "q")
        assert app.return_code == 0
        assert desk.tally().by_status.get(Status.UNPROVEN, 0) == 0
