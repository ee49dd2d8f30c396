"""Any pane by a digit, what the hint line names there, the way back; and all of it by the mouse."""

import pytest
from screen_tools import document_of, pane_text, plain_sentences, press, screen_lines

from kzcheck.domain import Metadata
from kzcheck.tui.widgets.detail_tabs import Tab


def hints(app):
    return screen_lines(app)[-1]


@pytest.mark.parametrize(
    ("key", "pane", "tab", "named"),
    [
        ("2", "source", Tab.MATCHES, "a annotated"),
        ("3", "details", Tab.MATCHES, "= same"),
        ("4", "details", Tab.CITATIONS, "c cite"),
        ("5", "details", Tab.HISTORY, "Z redo"),
        ("6", "details", Tab.WHY, "- not a claim"),
    ],
)
async def test_a_digit_goes_to_a_pane_and_the_hints_are_of_that_pane(
    desk_with, app_on, key, pane, tab, named
):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(120, 40)) as pilot:
        plain = hints(app)
        await press(pilot, key)
        assert app.review.focused.id == pane
        assert app.review.panes.details.tab is tab
        assert named in hints(app)
        await press(pilot, "1")
        assert app.review.focused.id == "claims"
        assert hints(app) == plain
        await press(pilot, key, "escape")
        assert app.review.focused.id == "claims"


async def test_in_a_pane_the_keys_that_move_scroll_it_and_verdicts_still_work(desk_with, app_on):
    sentence = "The bay has 12 wells, " + "and this goes on for many lines, " * 40
    about = Metadata(title="Wells", outlet="Wells")
    desk = desk_with()
    desk.add_documents([document_of([(sentence, "12 wells", "12 wells", 0.5)], about)])
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        before = pane_text(app, "source")
        await press(pilot, "j")
        assert pane_text(app, "source") != before
        await press(pilot, "pagedown", "pagedown", "pagedown", "pagedown")
        assert "value" in pane_text(app, "source")
        await press(pilot, "g", "u")
        assert desk.tally().done == 1


async def test_the_article_has_hints_of_its_own(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a")
        assert "+ mark a passage" in hints(app)
        await press(pilot, "1")
        assert not app.review.reading.is_on
        assert "+ mark a passage" not in hints(app)


async def test_the_mouse_goes_to_rows_tabs_and_panes_and_scrolls(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(40)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.click("#claims", offset=(10, 5))
        await pilot.pause()
        assert app.review.claims.current.headline == "14 wells in field 4"
        assert "field 4" in pane_text(app, "source").lower()
        await pilot.click("#details", offset=(15, 0))
        await pilot.pause()
        assert app.review.panes.details.tab is Tab.CITATIONS
        await pilot.click("#source", offset=(10, 2))
        await pilot.pause()
        assert app.review.focused.id == "source"
        assert "a annotated" in hints(app)
