"""Adding, the documents and exports from inside: by key, with what came of it, and ended by Esc."""

import pytest
from screen_tools import HOSTILE, plain_sentences, press, screen_lines, widths
from textual.events import Paste

from kzcheck.domain import Metadata, Status
from kzcheck.tui.screens.desk_work import sources_in
from kzcheck.tui.screens.documents import DocumentsScreen
from kzcheck.tui.screens.review import ReviewScreen
from kzcheck.tui.screens.work import Outcome, WorkScreen


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def shown(app):
    return "\n".join(screen_lines(app))


async def test_articles_are_added_from_inside_and_the_list_has_their_claims(desk_with, app_on, tmp_path):
    (tmp_path / "wells.txt").write_text("Wells\n\nThe field has 80 wells. It pumps 12 percent of the oil.\n")
    desk = desk_with()
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(f"{tmp_path}/wells.txt {tmp_path}/nowhere.txt"))
        await press(pilot, "enter")
        await settled(pilot)
        assert isinstance(app.screen, WorkScreen)
        assert "added, " in shown(app)
        assert "nowhere.txt" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert app.review.claims.loaded
        assert "colleague" not in app.review.messages.words


async def test_work_is_ended_by_escape_and_says_so(desk_with, app_on):
    from threading import Event

    begun, may_end = Event(), Event()

    def job(desk, watch):
        watch.tell(1, 4, "the first")
        begun.set()
        may_end.wait(20)
        return Outcome(["one was done"] if watch.is_ended else ["all were done"])

    app = app_on(desk_with())
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(WorkScreen("Add", app.review._desk, job, app.review._glyphs))
        await pilot.pause()
        begun.wait(20)
        await pilot.pause()
        assert "1 of 4" in shown(app)
        await press(pilot, "escape")
        assert "ending after this one" in shown(app)
        may_end.set()
        await settled(pilot)
        assert "It was ended before all was done." in shown(app)
        assert "one was done" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_the_documents_say_how_far_each_is_and_enter_lists_its_claims(desk_with, app_on):
    from screen_tools import document_of

    desk = desk_with(plain_sentences(4))
    desk.add_documents(
        [
            document_of(
                [("It had 7 wells.", "7 wells", "7 wells", 0.5)], Metadata(title="Another", outlet="1945")
            )
        ]
    )
    app = app_on(desk)
    async with app.run_test(size=(120, 30)) as pilot:
        desk.mark([app.review.claims.current.id], Status.UNPROVEN)
        await press(pilot, "D")
        assert isinstance(app.screen, DocumentsScreen)
        assert "1/4" in shown(app)
        await press(pilot, "j", "enter")
        assert [row.headline for row in app.review.claims.loaded] == ["7 wells"]
        await press(pilot, "escape")
        assert len(app.review.claims.loaded) == 4


async def test_an_export_is_written_where_one_says(desk_with, app_on, tmp_path):
    desk = desk_with(plain_sentences(3))
    desk.mark([row.id for row in desk.page(app_on(desk).review.claims.query_now)], Status.UNPROVEN)
    app = app_on(desk)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "E", "1", "home", "ctrl+k")
        app.post_message(Paste(str(tmp_path / "verdicts.csv")))
        await press(pilot, "enter")
        await settled(pilot)
        assert "written: " in shown(app)
        assert (tmp_path / "verdicts.csv").read_text(encoding="utf-8").count("unproven") == 3
        await press(pilot, "enter", "E", "6", "home", "ctrl+k")
        app.post_message(Paste(str(tmp_path / "no" / "such" / "folder.html")))
        await press(pilot, "enter")
        await settled(pilot)
        assert "was not written" in shown(app)


def test_sources_are_apart_by_spaces_and_quotes_hold_a_name_together():
    assert sources_in("a.txt 'b c.txt' https://example.org/x") == [
        "a.txt",
        "b c.txt",
        "https://example.org/x",
    ]
    assert sources_in("Moscow's.txt b.txt") == ["Moscow's.txt", "b.txt"]


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 60)])
async def test_hostile_titles_are_listed_within_the_window(desk_with, app_on, size):
    from screen_tools import document_of

    desk = desk_with()
    for n, words in enumerate(HOSTILE):
        about = Metadata(title=words, outlet=words, published="2026")
        desk.add_documents([document_of([(f"It had {n} wells.", "wells", f"{n} wells", 0.5)], about)])
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "D", "G", "g", "pagedown", "k")
        assert widths(app) == {size[0]}
        assert not any("\x1b" in line for line in screen_lines(app))
