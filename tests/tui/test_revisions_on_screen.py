"""A document that has changed, on the screen: stale verdicts have a sign, orphans have a list."""

from pathlib import Path

import pytest
from screen_tools import press, screen_lines, until

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.screens.marking import MarkingScreen
from kzcheck.tui.screens.orphans import OrphansScreen

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
        assert "stale verdicts 1 ·" in app.review.claims.title().plain
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


SEALS = "Seals\n\nThe survey of the bay counted 1,250 seals in May. Boats are old.\n"


@pytest.fixture
def reworded(desk_with, tmp_path: Path) -> Desk:
    """A desk with two orphans: the sentences of both are gone, and another one is there."""
    desk = desk_with()
    path = tmp_path / "seals.txt"
    old = SEALS.replace("Boats are old.", "Some 40 percent of the boats are older than thirty years.")
    path.write_text(old, "utf-8")
    desk.add([str(path)])
    desk.mark([row.id for row in desk.page(ClaimQuery()) if row.value in (40, 1250)], Status.UNPROVEN)
    path.write_text("Seals\n\nCrews of the coast guard met a great many animals on the ice.\n", "utf-8")
    desk.add([str(path)])
    assert len(desk.orphans()) == 2
    return desk


async def orphans_opened(pilot):
    await press(pilot, "P")
    await until(pilot, lambda: isinstance(pilot.app.screen, OrphansScreen))
    await until(pilot, lambda: not pilot.app.screen.rows.is_reading)
    return pilot.app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_an_orphan_is_put_on_words_marked_by_the_caret_and_undo_takes_it_back(reworded, app_on, size):
    app = app_on(reworded)
    async with app.run_test(size=size) as pilot:
        screen = await orphans_opened(pilot)
        while screen.rows.current.row.value != 1250:
            await press(pilot, "j")
        orphan = screen.rows.current.row.id
        assert "1,250" in "\n".join(screen_lines(app))
        await press(pilot, "plus")
        await until(pilot, lambda: isinstance(app.screen, MarkingScreen) and app.screen.pane.caret)
        await press(pilot, "s", "enter")
        await until(pilot, lambda: "it has its place again" in screen.messages.words)
        await until(pilot, lambda: orphan not in [each.row.id for each in screen.rows.held])
        assert len(reworded.page(ClaimQuery(statuses=(Status.UNPROVEN,)))) == 1
        await press(pilot, "z")
        await until(pilot, lambda: orphan in [each.row.id for each in screen.rows.held])
        assert not reworded.page(ClaimQuery(statuses=(Status.UNPROVEN,)))


async def test_an_orphan_is_let_go_by_one_key_and_the_list_says_when_all_have_a_place(reworded, app_on):
    app = app_on(reworded)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await orphans_opened(pilot)
        for left in (1, 0):
            await press(pilot, "minus")
            await until(pilot, lambda left=left: len(screen.rows.held) == left)
        assert "Every decision has its place" in "\n".join(screen_lines(app))
        assert reworded.orphans() == []
        await press(pilot, "5", "enter", "minus", "plus", "escape")
        await until(pilot, lambda: app.screen is app.review)


async def test_an_orphan_goes_to_the_candidate_of_a_digit(desk_with, app_on, tmp_path):
    desk = desk_with()
    path = tmp_path / "twice.txt"
    path.write_text("Seals\n\nThe bay has 1,250 seals.\n", "utf-8")
    desk.add([str(path)])
    desk.mark([row.id for row in desk.page(ClaimQuery()) if row.value == 1250], Status.UNPROVEN)
    path.write_text("Seals\n\nIn May the bay has 1,250 seals.\n\nIn June the bay has 1,250 seals.\n", "utf-8")
    desk.add([str(path)])
    app = app_on(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await orphans_opened(pilot)
        (one,) = screen.rows.held
        (candidate,) = one.candidates
        await press(pilot, "7")
        assert "there is no candidate 7" in screen.messages.words
        await press(pilot, "1")
        await until(pilot, lambda: not screen.rows.held)
        assert desk.status(candidate.id).status is Status.UNPROVEN
