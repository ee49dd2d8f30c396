"""Published checks stand below a claim's matches."""

import json

from screen_tools import details_of

from kzcheck.tui import nearest_checks

ONE = [
    ("The Balkhash smelter laid off 3,400 workers in 2019.", "3,400 workers", "3,400 workers", 0.9),
    ("Rain fell in Taraz on 12 days.", "12 days of rain", "12 days", 0.8),
]


async def test_the_checks_that_fit_stand_below_the_matches(desk_with, app_on, tmp_path, monkeypatch):
    monkeypatch.setattr(nearest_checks, "REST_SECONDS", 0.001)
    desk = desk_with(ONE)
    feed = tmp_path / "checks.jsonl"
    check = {
        "id": "c1",
        "claim": "The Balkhash smelter laid off 3,400 workers in 2019 [/]",
        "publisher": "Steppe Check\x1b[31m",
        "rating": "False [bold]",
        "date": "2019-08-01",
        "url": "https://check.example/1",
    }
    other = {"id": "c2", "claim": "Saiga herds on the Ustyurt plateau doubled", "publisher": "Steppe Check"}
    feed.write_text(f"{json.dumps(check)}\n{json.dumps(other)}\n", "utf-8")
    desk.import_checks(feed)
    assert desk.checks_of(desk.claims_of(desk.documents()[0].id)[0].id)
    async with app_on(desk).run_test(size=(100, 30)) as pilot:
        while "Published checks" not in details_of(pilot.app):
            await pilot.pause()
        assert "False [bold]" in details_of(pilot.app)
        assert "2019-08-01" in details_of(pilot.app)
        assert "\x1b" not in details_of(pilot.app)
        await pilot.press("j")
        await pilot.pause()
        assert "Published checks" not in details_of(pilot.app)


async def test_a_desk_without_checks_has_no_word_of_them(desk_with, app_on):
    async with app_on(desk_with(ONE)).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "Published checks" not in details_of(pilot.app)
        assert not pilot.app.workers
