"""Marks while servers do their worst to a fetch: each is on disk at once, and none is lost."""

import asyncio
import gzip
import threading
from collections.abc import Callable

import pytest
from fpdf import FPDF
from pytest_httpserver import HTTPServer
from screen_tools import THREE
from werkzeug import Request, Response

from kzcheck.desk import Desk
from kzcheck.domain import PassageOutcome, Status
from kzcheck.tui.app import KzcheckApp

pytestmark = pytest.mark.usefixtures("no_proxies")

PASSAGE = "It held 80 wells when the snow had gone."
STORY = f"The northern field was measured twice that year. {PASSAGE} By autumn nine had run dry. "


def pdf() -> bytes:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica")
    made.multi_cell(0, text=STORY * 3)
    return bytes(made.output())


def html(paragraphs: int = 1) -> bytes:
    return f"<title>Wells</title><article><h1>Wells</h1>{f'<p>{STORY}</p>' * paragraphs}</article>".encode()


Answer = Callable[[Request], Response]
FOUND, PROBLEM = "found", "was not fetched"
SITUATIONS: dict[str, tuple[Answer, str]] = {
    "a PDF": (lambda _: Response(pdf(), content_type="application/pdf"), FOUND),
    "a PDF that says it is a page": (lambda _: Response(pdf(), content_type="text/html"), FOUND),
    "a page that says it is a PDF": (lambda _: Response(html(), content_type="application/pdf"), FOUND),
    "plain text": (lambda _: Response(STORY * 2, content_type="text/plain"), FOUND),
    "another encoding than told": (
        lambda _: Response(STORY.encode("utf-16") * 2, content_type="text/plain; charset=utf-8"),
        "",
    ),
    "a large page": (lambda _: Response(html(30_000), content_type="text/html"), FOUND),
    "a bomb": (
        lambda _: Response(gzip.compress(b"\0" * 90_000_000, 9), headers={"Content-Encoding": "gzip"}),
        PROBLEM,
    ),
    "a circle": (lambda request: Response(status=302, headers={"Location": request.path}), PROBLEM),
    "a way inside": (
        lambda _: Response(status=302, headers={"Location": "file:///etc/passwd"}),
        PROBLEM,
    ),
    "nothing": (lambda _: Response(status=404), PROBLEM),
}


@pytest.mark.parametrize("situation", SITUATIONS)
async def test_a_mark_during_a_fetch_is_durable_at_once(desk_with, httpserver: HTTPServer, situation):
    """The server answers only when two claims are marked: no mark can have waited for it."""
    answer, outcome = SITUATIONS[situation]
    asked, go_on = threading.Event(), threading.Event()

    def respond(request: Request) -> Response:
        asked.set()
        go_on.wait(30)
        return answer(request)

    httpserver.expect_request("/page").respond_with_handler(respond)
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        first, second, third = (row.id for row in app.review.claims.loaded)
        desk.cite(first, httpserver.url_for("/page"), passage=PASSAGE)
        app.review.claims.refresh_rows([first])
        await pilot.press("F")
        assert await asyncio.to_thread(asked.wait, 30)
        await pilot.press("v")
        await pilot.press("u")
        with desk.sibling() as other:  # another connection sees only what is committed
            assert other.status(first).status is Status.VERIFIED
            assert other.status(second).status is Status.UNPROVEN
        go_on.set()
        await pilot.press("l")
        with desk.sibling() as other:
            assert other.status(third).status is Status.LATER
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        (citation,) = desk.citations_of(first)
        if outcome == PROBLEM:
            assert citation.snapshot is None
            assert PROBLEM in app.review.messages.words
        else:
            assert citation.snapshot is not None
        if outcome == FOUND:
            assert citation.passage_check is PassageOutcome.FOUND
        marks = [desk.status(claim).status for claim in (first, second, third)]
        assert marks == [Status.VERIFIED, Status.UNPROVEN, Status.LATER]
        assert desk.doctor() == []


async def test_while_a_page_is_on_its_way_the_screen_does_nothing(desk_with, httpserver, monkeypatch):
    """No timer and no paint is for the fetch: the process of the page says when it has ended."""
    asked, go_on = threading.Event(), threading.Event()

    def respond(_request: Request) -> Response:
        asked.set()
        go_on.wait(30)
        return Response(html(), content_type="text/html")

    httpserver.expect_request("/page").respond_with_handler(respond)
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        claim = app.review.claims.current.id
        desk.cite(claim, httpserver.url_for("/page"))
        app.review.claims.refresh_rows([claim])
        await pilot.pause()
        timers = set(app.review._timers)
        await pilot.press("F")
        assert await asyncio.to_thread(asked.wait, 30)
        await pilot.pause()
        paints = []
        display = app._display
        monkeypatch.setattr(app, "_display", lambda *args: (paints.append(args), display(*args)))
        assert set(app.review._timers) == timers
        assert not any(worker._thread_worker for worker in app.workers)
        await asyncio.to_thread(lambda: None)
        assert paints == []
        go_on.set()
        await pilot.app.workers.wait_for_complete()


async def test_the_cursor_stays_on_its_claim_when_a_page_comes(desk_with, httpserver):
    """A claim that is marked is no longer among the open ones; a page must not take it from under a key."""
    httpserver.expect_request("/page").respond_with_data(html(), content_type="text/html")
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        first = app.review.claims.current.id
        desk.cite(first, httpserver.url_for("/page"))
        for key in ("v", "k", "F"):
            await pilot.press(key)
            await pilot.pause()
        assert app.review.claims.current.id == first
        await pilot.app.workers.wait_for_complete()
        app.review._poll()
        await pilot.pause()
        assert desk.citations_of(first)[0].title == "Wells"
        assert app.review.claims.current.id == first


async def test_what_a_colleague_decides_during_a_fetch_is_shown(desk_with, httpserver):
    httpserver.expect_request("/page").respond_with_data(html(), content_type="text/html")
    desk = desk_with(THREE)
    app = KzcheckApp(desk, allow_private=True)
    async with app.run_test() as pilot:
        first, second, _ = (row.id for row in app.review.claims.loaded)
        desk.cite(first, httpserver.url_for("/page"))
        app.review.claims.refresh_rows([first])
        await pilot.press("F")
        with Desk.open(desk.path, reviewer="dana") as colleague:
            colleague.mark([second], Status.LATER)
        await pilot.app.workers.wait_for_complete()
        app.review._poll()
        await pilot.pause()
        assert second not in [row.id for row in app.review.claims.loaded]
