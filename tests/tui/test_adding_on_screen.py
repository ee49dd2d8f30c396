"""Articles pasted into the question what to add, whole, and sources pasted a line each."""

import pytest
from screen_tools import HOSTILE, press, screen_lines, widths
from test_desk_work import over, shown
from textual.events import Paste

from kzcheck.domain import ClaimQuery
from kzcheck.tui.screens.adding import is_article
from kzcheck.tui.screens.review import ReviewScreen

ARTICLE = """Wells of the north

The northern field has 80 wells. It pumps 12 percent of the oil.

In May another 2,500 workers came, the office said.

The last well is 900 metres deep.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
async def test_an_article_of_several_paragraphs_is_pasted_whole(desk_with, app_on, newline):
    desk = desk_with()
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(ARTICLE.replace("\n", newline)))
        await pilot.pause()
        assert "Wells of the north" in shown(app)
        assert "4 lines, 33 words" in shown(app)
        assert widths(app) == {80}
        await press(pilot, "enter")
        await over(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.review.messages.words.startswith("1 article read")
    (row,) = desk.documents()
    document = desk.document(row.id)
    assert document.text.split() == ARTICLE.split()
    assert document.metadata.title == "Wells of the north"
    assert {claim.value for claim in desk.page(ClaimQuery())} >= {80, 12, 2500, 900}


async def test_what_a_pasted_article_does_not_say_of_itself_is_written_beside_it(desk_with, app_on):
    desk = desk_with()
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(ARTICLE))
        await press(pilot, "tab", *"Steppe", "down", *"soon", "enter")
        assert "a date is 2026-01-08, 2026-01 or 2026" in shown(app)
        await press(pilot, "ctrl+u", *"2026-03", "enter")
        await over(pilot)
    about = desk.document(desk.documents()[0].id).metadata
    assert (about.outlet, about.published, about.title) == ("Steppe", "2026-03", "Wells of the north")


async def test_a_quick_hand_pastes_an_article_before_the_question_is_there(desk_with, app_on):
    desk = desk_with()
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        app.simulate_key("A")
        app.post_message(Paste(ARTICLE))
        app.simulate_key("enter")
        await pilot.pause()
        await over(pilot)
    assert [row.metadata.title for row in desk.documents()] == ["Wells of the north"]


async def test_sources_pasted_on_several_lines_are_all_read(desk_with, app_on, tmp_path):
    desk = desk_with()
    (tmp_path / "one well.txt").write_text("The first field has 80 wells.\n")
    (tmp_path / "two.txt").write_text("The second field has 90 wells.\n")
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(f"{tmp_path}/one well.txt\n{tmp_path}/two.txt\n"))
        await press(pilot, "enter")
        await over(pilot)
    assert len(desk.documents()) == 2


async def test_a_pasted_article_of_which_nothing_is_to_be_read_is_said_to_be_the_pasted_one(
    desk_with, app_on
):
    app = app_on(desk_with())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste("%PDF-1.4 is no\narticle"))
        await press(pilot, "enter")
        await over(pilot)
        assert "the pasted text: " in app.review.messages.words


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_in_a_pasted_article_draw_as_they_should(desk_with, app_on, words):
    app = app_on(desk_with())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(f"{words}\n\n{words}"))
        await pilot.pause()
        assert widths(app) == {80}
        assert "\x1b" not in "".join(screen_lines(app))
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (["https://example.org/a", "https://example.org/b"], False),
        (["https://example.org/a", "The field has 80 wells."], True),
        (["The northern field has 80 wells and pumps 12 percent."], True),
        (["read https://example.org/a and then look at the other one too"], False),
        (["my notes.txt"], False),
        (["x" * 5000, "y"], True),
        ([], False),
    ],
)
def test_what_is_pasted_is_an_article_unless_it_names_sources(pasted, expected):
    assert is_article(pasted) is expected
