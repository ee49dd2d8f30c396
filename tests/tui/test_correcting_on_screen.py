"""Citing by hand, and correcting what a citation says, while its page comes and after."""

import asyncio
import threading
from contextlib import asynccontextmanager

import pytest
from pytest_httpserver import HTTPServer
from screen_tools import THREE, looked, press
from textual.events import Paste
from textual.widgets import Input
from werkzeug import Request, Response

from kzcheck.domain import CitationKind, PassageOutcome, Stance, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.screens.citation import CitationDialog
from kzcheck.tui.screens.correction import CorrectionDialog
from kzcheck.tui.screens.review import ReviewScreen

pytestmark = pytest.mark.usefixtures("no_proxies")

PAGE = (
    '<!doctype html><title>Wells of the north</title><meta property="og:site_name" content="Steppe Office">'
    '<meta name="author" content="Dana Sarsen"><article><h1>Wells of the north</h1>'
    "<p>The northern field was measured twice. It held 80 wells when the snow had gone.</p></article>"
)


class HeldPage:
    """A page that a server holds back until it is let go."""

    def __init__(self, httpserver: HTTPServer) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()
        httpserver.expect_request("/held").respond_with_handler(self._answer)
        self.url = httpserver.url_for("/held")

    def _answer(self, _request: Request) -> Response:
        self.asked.set()
        self.go_on.wait(30)
        return Response(PAGE, content_type="text/html")


async def paste(pilot, words):
    pilot.app.post_message(Paste(words))
    await pilot.pause()


def written(app, name):
    return app.screen.query_one(f"#{name}", Input).value


@asynccontextmanager
async def screen_on_claim_citing(desk, *references, allow_private=False):
    """The review screen on the first claim, which cites some sources: the pilot, and the claim's id."""
    app = KzcheckApp(desk, allow_private=allow_private)
    async with app.run_test() as pilot:
        claim = app.review.claims.current.id
        for reference in references:
            desk.cite(claim, reference)
        app.review.claims.refresh_rows([claim])
        yield pilot, claim


async def fetch_until_asked(pilot, held):
    """Press the key that fetches, and wait until the server has been asked for the page it holds back."""
    await press(pilot, "F")
    assert await asyncio.to_thread(held.asked.wait, 30)


async def test_what_begins_with_a_digit_is_typed_like_any_other_words(desk_with):
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test() as pilot:
        first, second, third = (row.id for row in app.review.claims.loaded)
        desk.cite(first, "box one")
        await press(pilot, "j", "v", *"10.1234/wells")
        assert isinstance(app.screen, CitationDialog)
        assert desk.citations_of(second) == []
        await press(pilot, "enter")
        assert [citation.reference for citation in desk.citations_of(second)] == ["10.1234/wells"]
        await press(pilot, "d", *"1984, page 7", "backspace", "enter")
        assert [citation.reference for citation in desk.citations_of(third)] == ["1984, page"]


async def test_a_number_and_enter_cite_a_recent_source_and_the_dialog_says_which(desk_with):
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        first, second, third = (row.id for row in app.review.claims.loaded)
        desk.cite(first, "older")
        desk.cite(first, "newer")
        await press(pilot, "j", "v")
        hints = app.screen.query_one("#hints")
        assert "Enter cites 1, verified" in str(hints.content)
        await press(pilot, "2")
        assert "Enter cites 2, verified" in str(hints.content)
        await press(pilot, "0")
        assert "Enter cites this, verified" in str(hints.content)
        await press(pilot, "backspace", "enter")
        assert [citation.reference for citation in desk.citations_of(second)] == ["older"]
        assert desk.status(second).status is Status.VERIFIED
        await press(pilot, "v", "9", "enter")
        assert [citation.reference for citation in desk.citations_of(third)] == ["9"]


async def test_a_rationale_is_written_in_the_dialog_and_one_that_was_written_stays(desk_with):
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test() as pilot:
        first, second, _ = (row.id for row in app.review.claims.loaded)
        desk.set_rationale(second, "seen\nin the book")
        await press(pilot, "v", *"box", "tab", *"why", "enter")
        assert (desk.status(first).status, desk.status(first).rationale) == (Status.VERIFIED, "why")
        await press(pilot, "z")
        assert (desk.status(first).status, desk.status(first).rationale) == (Status.OPEN, None)
        await press(pilot, "j", "v", *"box", "enter")
        assert desk.status(second).rationale == "seen\nin the book"


async def test_a_strict_gate_keeps_each_source_and_asks_on_until_there_are_enough(desk_with):
    desk = desk_with(THREE)
    desk.set_setting("gate", "strict")
    app = KzcheckApp(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        first = app.review.claims.current.id
        await press(pilot, "v")
        for number, host in enumerate(("a", "b"), 1):
            await paste(pilot, f"https://{host}.example/")
            await press(pilot, "enter")
            assert isinstance(app.screen, CitationDialog)
            assert len(desk.citations_of(first)) == number
            assert f"there {'is' if number == 1 else 'are'} {number}" in str(
                app.screen.query_one("#why").content
            )
        assert desk.status(first).status is Status.OPEN
        await paste(pilot, "https://c.example/")
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert desk.status(first).status is Status.VERIFIED
        assert len(desk.citations_of(first)) == 3


async def test_every_field_can_be_corrected_and_one_undo_takes_it_back(desk_with):
    desk = desk_with(THREE)
    app = KzcheckApp(desk)
    async with app.run_test() as pilot:
        claim = app.review.claims.current.id
        await press(pilot, "R")
        assert "nothing is cited" in app.review.messages.words
        desk.cite(claim, "The Book of Wells", title="Wells")
        app.review.claims.refresh_rows([claim])
        await press(pilot, "R", "end", *" of old")
        for words in ("Steppe", "Sarsen", "1984", "It held 80 wells.", "page 7"):
            await press(pilot, "tab", *words)
        await press(pilot, "f2", "f3", "enter")
        (citation,) = desk.citations_of(claim)
        assert (citation.title, citation.publisher, citation.author) == ("Wells of old", "Steppe", "Sarsen")
        assert (citation.published, citation.passage) == ("1984", "It held 80 wells.")
        assert (citation.locator, citation.kind) == ("page 7", CitationKind.PRIMARY)
        assert citation.stance is Stance.CONTRADICTS
        await press(pilot, "z")
        (citation,) = desk.citations_of(claim)
        assert (citation.title, citation.publisher, citation.kind) == ("Wells", None, CitationKind.SECONDARY)
        await press(pilot, "R", "enter")
        assert "nothing was corrected" in app.review.messages.words
        assert desk.doctor() == []


async def test_one_of_several_sources_is_chosen_to_be_corrected(desk_with):
    desk = desk_with(THREE)
    async with screen_on_claim_citing(desk, "one", "two") as (pilot, claim):
        await press(pilot, "R", "2", *"The second", "enter")
        assert [citation.title for citation in desk.citations_of(claim)] == [None, "The second"]


async def test_what_the_page_says_appears_when_it_comes_and_not_over_what_was_typed(desk_with, httpserver):
    held = HeldPage(httpserver)
    desk = desk_with(THREE)
    async with screen_on_claim_citing(desk, held.url, allow_private=True) as (pilot, claim):
        app = pilot.app
        await fetch_until_asked(pilot, held)
        await press(pilot, "R", *"My own title")
        assert "on its way" in str(app.screen.query_one("#on-its-way").content)
        assert written(app, "publisher") == ""
        held.go_on.set()
        await looked(pilot)
        assert isinstance(app.screen, CorrectionDialog)
        assert written(app, "title") == "My own title"
        assert (written(app, "publisher"), written(app, "author")) == ("Steppe Office", "Dana Sarsen")
        assert str(app.screen.query_one("#on-its-way").content) == ""
        await press(pilot, "enter")
        (citation,) = desk.citations_of(claim)
        assert (citation.title, citation.publisher) == ("My own title", "Steppe Office")
        entry = desk.history_of(claim)[-1]
        changed = {name for name, value in entry.after.items() if value != entry.before[name]}
        assert changed == {"title"}


async def test_a_page_that_does_not_come_leaves_what_was_typed(desk_with, httpserver):
    desk = desk_with(THREE)
    async with screen_on_claim_citing(desk, httpserver.url_for("/refused")) as (pilot, claim):
        app = pilot.app
        await press(pilot, "F", "R", *"Mine")
        await looked(pilot)
        assert str(app.screen.query_one("#on-its-way").content) == ""
        assert written(app, "title") == "Mine"
        await press(pilot, "enter")
        assert desk.citations_of(claim)[0].title == "Mine"


async def test_a_passage_that_is_corrected_while_the_page_comes_is_looked_for_all_the_same(
    desk_with, httpserver
):
    held = HeldPage(httpserver)
    desk = desk_with(THREE)
    async with screen_on_claim_citing(desk, held.url, allow_private=True) as (pilot, claim):
        await fetch_until_asked(pilot, held)
        await press(pilot, "R", "tab", "tab", "tab", "tab", *"It held 80 wells", "enter")
        held.go_on.set()
        await looked(pilot)
        (citation,) = desk.citations_of(claim)
        assert citation.passage_check is PassageOutcome.FOUND


async def test_a_fetch_is_ended_at_once_by_the_same_key(desk_with, httpserver):
    held = HeldPage(httpserver)
    desk = desk_with(THREE)
    two = (held.url, held.url + "/another")
    async with screen_on_claim_citing(desk, *two, allow_private=True) as (pilot, claim):
        app = pilot.app
        await fetch_until_asked(pilot, held)
        await press(pilot, "F")
        await looked(pilot)  # though the server still holds the page back
        assert not app.review.sources.looks.is_busy
        assert "ended" in app.review.messages.words
        assert [citation.snapshot for citation in desk.citations_of(claim)] == [None, None]
        held.go_on.set()
        assert desk.doctor() == []


async def test_the_arrows_go_from_field_to_field_in_a_dialog(desk_with, app_on):
    app = app_on(desk_with(THREE))
    async with app.run_test() as pilot:
        await press(pilot, "v", "down")
        assert app.focused.id == "rationale"
        await press(pilot, "up")
        assert app.focused.id == "reference"
