"""Cited pages on the screen: fetched beside it from a real server, read, searched, and quoted from."""

import asyncio
import threading

import pytest
from pytest_httpserver import HTTPServer
from screen_tools import THREE, details_of, looked, press, screen_lines, widths
from textual.events import Paste
from werkzeug import Request, Response

from kzcheck.domain import PassageOutcome, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.screens.kept import KeptScreen
from kzcheck.tui.screens.review import ReviewScreen

pytestmark = pytest.mark.usefixtures("no_proxies")

BODY = (
    "<!doctype html><title>Wells of the north</title><article><h1>Wells of the north</h1>"
    "<p>The northern field was measured twice that year. It held 80 wells when the snow had gone.</p>"
    "<p>By autumn nine of the wells had run dry, and the crews moved on to the river.</p></article>"
)


@pytest.fixture
def url(httpserver: HTTPServer) -> str:
    httpserver.expect_request("/wells").respond_with_data(BODY, content_type="text/html")
    return httpserver.url_for("/wells")


async def cite(pilot, *lines):
    await press(pilot, "c")
    pilot.app.post_message(Paste("\n".join(lines)))
    await press(pilot, "enter")


async def test_nothing_is_fetched_before_it_is_asked_for(desk_with, url, httpserver):
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        await cite(pilot, url, "It held 80 wells when the snow had gone.")
        await looked(pilot)
        assert httpserver.log == []
        await press(pilot, "right", "F")
        await looked(pilot)
        (citation,) = desk.citations_of(app.review.claims.current.id)
        assert citation.title == "Wells of the north"
        assert citation.passage_check is PassageOutcome.FOUND
        told = details_of(pilot.app)
        assert "passage found" in told
        assert "source says 80 wells, claim says 80: the same" in told
        assert f"kept copy {citation.snapshot[:12]}" in told
        assert "colleague" not in app.review.messages.words


async def test_with_the_setting_a_cited_page_is_fetched_and_refusals_are_said(desk_with, url, httpserver):
    desk = desk_with(THREE)
    desk.set_setting("fetch", "on")
    async with KzcheckApp(desk, allow_private=True).run_test() as pilot:
        await cite(pilot, url)
        await looked(pilot)
        assert len(httpserver.log) == 1
    async with KzcheckApp(desk).run_test() as pilot:
        await press(pilot, "j")
        await cite(pilot, url)
        await looked(pilot)
        assert len(httpserver.log) == 1
        assert "this machine" in pilot.app.review.messages.words


async def test_marks_go_on_while_a_page_drips_in(desk_with, httpserver):
    """The server holds the page back until three claims are marked; each mark is on the desk at once."""
    asked, go_on = threading.Event(), threading.Event()

    def drip(_request: Request) -> Response:
        def body():
            yield BODY[:40]
            asked.set()
            go_on.wait(30)
            yield BODY[40:]

        return Response(body(), content_type="text/html")

    httpserver.expect_request("/drip").respond_with_handler(drip)
    desk = desk_with(THREE)
    desk.set_setting("fetch", "on")
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        first, second, third = (row.id for row in app.review.claims.loaded)
        await press(pilot, "v")
        app.post_message(Paste(httpserver.url_for("/drip") + "\nIt held 80 wells when the snow had gone."))
        await press(pilot, "enter")
        assert await asyncio.to_thread(asked.wait, 30)
        assert desk.status(first).status is Status.VERIFIED
        await press(pilot, "u")
        assert desk.status(second).status is Status.UNPROVEN
        await press(pilot, "l", "z", "x")
        assert desk.status(third).status is Status.NOT_CHECKABLE
        assert app.review.sources.looks.is_busy
        go_on.set()
        await looked(pilot)
        (citation,) = desk.citations_of(first)
        assert citation.passage_check is PassageOutcome.FOUND
        assert desk.doctor() == []


async def test_leaving_ends_a_fetch_under_way(desk_with, httpserver):
    asked, go_on = threading.Event(), threading.Event()

    def drip(_request: Request) -> Response:
        asked.set()
        go_on.wait(30)
        return Response(BODY)

    httpserver.expect_request("/drip").respond_with_handler(drip)
    desk = desk_with(THREE)
    desk.set_setting("fetch", "on")
    async with KzcheckApp(desk, allow_private=True).run_test() as pilot:
        await cite(pilot, httpserver.url_for("/drip"))
        assert await asyncio.to_thread(asked.wait, 30)
        await press(pilot, "q")
    go_on.set()
    assert [citation.snapshot for citation in desk.evidence.all_citations()] == [None]


async def test_a_passage_is_searched_marked_and_taken_from_the_kept_page(desk_with, url):
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        claim = app.review.claims.current.id
        await press(pilot, "p")
        assert "nothing is cited" in app.review.messages.words
        await cite(pilot, url)
        await press(pilot, "p")
        assert "no page is kept" in app.review.messages.words
        await press(pilot, "F")
        await looked(pilot)
        await press(pilot, "p")
        assert isinstance(app.screen, KeptScreen)
        await press(pilot, "slash", *"nine", "enter", "s", "enter")
        assert isinstance(app.screen, ReviewScreen)
        await looked(pilot)
        (citation,) = desk.citations_of(claim)
        assert (
            citation.passage
            == "By autumn nine of the wells had run dry, and the crews moved on to the river."
        )
        assert citation.passage_check is PassageOutcome.FOUND
        await press(pilot, "z")
        assert desk.citations_of(claim)[0].passage is None


async def test_o_on_the_tab_of_citations_opens_the_kept_copy_or_the_live_page(desk_with, url, monkeypatch):
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    opened = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test() as pilot:
        await cite(pilot, url)
        await press(pilot, "right", "o")
        assert opened == [url]
        await press(pilot, "F")
        await looked(pilot)
        await press(pilot, "o")
        assert isinstance(app.screen, KeptScreen)
        await press(pilot, "o")
        assert opened == [url, url]
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_hostile_words_on_a_kept_page_are_drawn_harmlessly(desk_with, httpserver, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(
        "A line\n\n[bold red]not markup[/] \x1b[31mred \u202egnol si 中国\n\n".encode() + b"w" * 5000
    )
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test(size=(60, 15)) as pilot:
        await cite(pilot, str(page))
        await looked(pilot)
        await press(pilot, "p")
        for key in ("down", "down", "end", "space", "slash", *"zebra", "enter"):
            await press(pilot, key)
            text = "".join(screen_lines(app))
            assert "\x1b" not in text
            assert "\u202e" not in text
            assert widths(app) == {60}
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_two_sources_that_are_one_are_told(desk_with, tmp_path):
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        claim = app.review.claims.current.id
        desk.cite(claim, "https://a.example.org/1", publisher="The Wire")
        desk.cite(claim, "https://b.example.net/2", publisher="Wire")
        app.review.claims.refresh_rows([claim])
        await press(pilot, "j", "k", "right")
        assert "1 independent source: 2 count as one: both from" in details_of(pilot.app)


async def test_the_list_is_filtered_by_what_became_of_sources(desk_with, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("It held 80 wells.\n", "utf-8")
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test() as pilot:
        claim = app.review.claims.loaded[1].id
        desk.evidence.look(desk.cite(claim, str(page)).id, may_read_files=True)
        page.unlink()
        assert [again.line[:4] for again in desk.evidence.recheck()] == ["gone"]
        await press(pilot, "f", "b")
        assert [row.id for row in app.review.claims.loaded] == [claim]
        await press(pilot, "f", "a")
        assert app.review.claims.loaded == []
