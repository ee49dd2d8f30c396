"""A document that has changed, on the screen: stale verdicts have a sign, orphans have a list."""

from pathlib import Path

import pytest
from screen_tools import press, screen_lines

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, Status
from kzcheck.tui.app import KzcheckApp

TEXT = """Ferries of the lake

The line carried 5,400 passengers in June. Of the boats 40 percent are older than thirty years.
"""


@pytest.fixture
def changed(desk_with, tmp_path: Path) -> Desk:
    """A desk with an article whose two decided claims were altered and dropped."""
    desk = desk_with()
    path = tmp_path / "ferries.txt"
    path.write_text(TEXT, "utf-8")
    desk.add([str(path)])
    desk.mark([row.id for row in desk.page(ClaimQuery()) if row.value in (40, 5400)], Status.UNPROVEN)
    path.write_text(
        TEXT.replace("40 percent", "14 percent").replace("The line carried 5,400 passengers in June. ", ""),
        "utf-8",
    )
    desk.add([str(path)])
    return desk


async def test_a_stale_verdict_has_its_sign_its_filter_and_its_reason(changed: Desk) -> None:
    app = KzcheckApp(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f", "d")
        assert [row.value for row in app.review.claims.loaded] == [14]
        assert "?↺" in "\n".join(screen_lines(app))
        assert "stale verdicts ·" in app.review.claims.title().plain
        await press(pilot, "right")
        assert "40 percent became 14 percent" in "\n".join(screen_lines(app))
        await press(pilot, "right")
        assert "open to unproven, carried" in "\n".join(screen_lines(app))


async def test_orphans_are_listed_and_can_not_be_marked_where_they_were(changed: Desk) -> None:
    app = KzcheckApp(changed)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "f", "e")
        (orphan,) = app.review.claims.loaded
        assert orphan.value == 5400
        assert "orphans" in app.review.claims.title().plain
        await press(pilot, "x")
        assert "replaced by a newer one" in "\n".join(screen_lines(app))
        assert changed.status(orphan.id).status is Status.UNPROVEN
        await press(pilot, "escape")
        assert orphan.id not in [row.id for row in app.review.claims.loaded]
