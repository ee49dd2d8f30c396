"""Adding, the documents and exports from inside: by key, with what came of it, and ended by Esc."""

import asyncio
import os
import sys
import threading
from pathlib import Path

import pytest
from screen_tools import HOSTILE, plain_sentences, press, screen_lines, until, widths
from textual.events import Paste
from werkzeug import Response

from kzcheck.domain import Metadata, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.screens.adding import sources_in
from kzcheck.tui.screens.documents import DocumentsScreen
from kzcheck.tui.screens.review import ReviewScreen


def shown(app):
    return "\n".join(screen_lines(app))


async def over(pilot, jobs=1):
    """Wait until so much work is over; another process does it."""
    background = pilot.app.review._desk_work.background
    for _ in range(3000):
        if len(background.finished) >= jobs and not background.is_busy:
            break
        await asyncio.sleep(0.01)
    assert len(background.finished) >= jobs
    await pilot.pause()


async def test_articles_are_added_from_inside_and_the_list_has_their_claims(
    desk_with, app_on, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wells.txt").write_text("Wells\n\nThe field has 80 wells. It pumps 12 percent of the oil.\n")
    desk = desk_with()
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste("wells.txt nowhere.txt"))
        await press(pilot, "enter")
        await over(pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.review.messages.words.startswith("1 article read, 1 not: nowhere.txt: there is no such")
        assert app.review.claims.loaded
        await press(pilot, "B")
        assert "added, " in shown(app)
        assert "nowhere.txt" in shown(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)


async def test_an_article_without_a_title_goes_by_its_first_words(desk_with, app_on, tmp_path):
    (tmp_path / "untitled.txt").write_text(
        "the northern field has 80 wells and pumps 12 percent of the oil.\n"
    )
    app = app_on(desk_with())
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(f"{tmp_path}/untitled.txt"))
        await press(pilot, "enter")
        await over(pilot)
        await press(pilot, "B")
        assert "the northern field has 80 wells and pumps…: added, " in shown(app)


async def test_the_reviewer_goes_on_marking_while_articles_are_added(desk_with, tmp_path, httpserver):
    """The server holds the second article back until a claim is marked; x ends what comes after it."""
    asked, go_on = threading.Event(), threading.Event()

    def slow(_request):
        asked.set()
        go_on.wait(30)
        return Response("Slow\n\nThe slow field has 90 wells.\n", content_type="text/plain")

    httpserver.expect_request("/slow.txt").respond_with_handler(slow)
    (tmp_path / "first.txt").write_text("First\n\nThe first field has 80 wells.\n")
    (tmp_path / "third.txt").write_text("Third\n\nThe third field has 70 wells.\n")
    desk = desk_with(plain_sentences(3))
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "A")
        url = httpserver.url_for("/slow.txt")
        app.post_message(Paste(f"{tmp_path}/first.txt {url} {tmp_path}/third.txt"))
        await press(pilot, "enter")
        assert await asyncio.to_thread(asked.wait, 30)
        await until(pilot, lambda: "adding 1/3" in screen_lines(app)[0])
        await press(pilot, "u")
        assert desk.tally().by_status[Status.UNPROVEN] == 1
        assert "colleague" not in app.review.messages.words
        await press(pilot, "q")
        assert "leave: what is done stays" in shown(app)
        await press(pilot, "2", "B")
        assert "x ends it" in " ".join(shown(app).split())
        await press(pilot, "x")
        assert any(words in shown(app) for words in ("ending after this one", "adding was ended"))
        go_on.set()
        await over(pilot)
        assert "adding was ended before all was done" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)
        assert "then ended" in app.review.messages.words
    assert "third.txt" not in {Path(row.source).name for row in desk.documents()}


async def test_leaving_ends_the_work_under_way(desk_with, httpserver):
    asked, go_on = threading.Event(), threading.Event()

    def slow(_request):
        asked.set()
        go_on.wait(30)
        return Response("never read")

    httpserver.expect_request("/slow.txt").respond_with_handler(slow)
    app = KzcheckApp(desk_with(plain_sentences(3)), allow_private=True)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "A")
        app.post_message(Paste(httpserver.url_for("/slow.txt")))
        await press(pilot, "enter")
        assert await asyncio.to_thread(asked.wait, 30)
        await press(pilot, "q", "1")
    assert app.return_code == 0
    go_on.set()


async def test_work_that_breaks_off_says_why(desk_with, app_on, monkeypatch):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(100, 30)) as pilot:
        monkeypatch.setattr("sys.executable", "/nowhere/python")
        app.review._desk_work.background.ask("adding", add=[])
        await over(pilot)
        assert "adding did not begin: No such file" in app.review.messages.words


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
        await over(pilot)
        assert "written: " in app.review.messages.words
        assert (tmp_path / "verdicts.csv").read_text(encoding="utf-8").count("unproven") == 3
        await press(pilot, "E", "6", "home", "ctrl+k")
        app.post_message(Paste(str(tmp_path / "no" / "such" / "folder.html")))
        await press(pilot, "enter")
        await over(pilot, 2)
        assert "was not written" in app.review.messages.words


async def test_an_export_that_is_ended_leaves_the_file_of_before(desk_with, app_on, tmp_path, monkeypatch):
    """The process waits for the fifo before it begins, so that x always comes in time."""
    desk = desk_with(plain_sentences(3))
    desk.mark([row.id for row in desk.page(app_on(desk).review.claims.query_now)], Status.UNPROVEN)
    path = tmp_path / "verdicts.csv"
    path.write_text("an export of before", "utf-8")
    gate, slow = tmp_path / "gate", tmp_path / "python"
    os.mkfifo(gate)
    slow.write_text(f'#!/bin/sh\nread -r _ < "{gate}"\nexec "{sys.executable}" "$@"\n', "utf-8")
    slow.chmod(0o700)
    monkeypatch.setattr("sys.executable", str(slow))
    app = app_on(desk)
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, "E", "1", "home", "ctrl+k")
        app.post_message(Paste(str(path)))
        await press(pilot, "enter", "B")
        assert "x ends it" in shown(app)
        await press(pilot, "x")
        assert "ending after this one" in shown(app)
        await asyncio.to_thread(gate.write_text, "go\n", "utf-8")
        await over(pilot)
        assert "exporting was ended before all was done" in shown(app)
        assert "the export was ended; start it again" in shown(app)
        await press(pilot, "escape")
        assert app.review.messages.words.startswith("nothing was written: the export was ended")
    assert path.read_text("utf-8") == "an export of before"
    assert [each.name for each in tmp_path.iterdir() if "verdicts" in each.name] == ["verdicts.csv"]


def test_sources_are_apart_by_spaces_and_quotes_hold_a_name_together():
    assert sources_in("a.txt 'b c.txt' https://example.org/x") == [
        "a.txt",
        "b c.txt",
        "https://example.org/x",
    ]
    assert sources_in("Moscow's.txt b.txt") == ["Moscow's.txt", "b.txt"]
    assert sources_in("~nobody.has.this.name/a.txt") == ["~nobody.has.this.name/a.txt"]


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


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_document_without_a_title_is_listed_by_its_first_words_and_not_by_its_path(
    desk_with, app_on, tmp_path, size
):
    desk = desk_with()
    folder = tmp_path / "a folder with a long name that would hide the name of the file"
    folder.mkdir()
    (folder / "untitled.txt").write_text("the northern field has 80 wells and pumps 12 percent of the oil.\n")
    desk.add([str(folder)])
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "D")
        assert "the northern field has" in shown(app)
        assert "folder" not in shown(app)
