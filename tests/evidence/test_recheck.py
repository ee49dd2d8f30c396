"""Rechecking cited pages, politely."""

from dataclasses import replace

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from kzcheck.domain import Page, PassageOutcome, RecheckOutcome
from kzcheck.evidence import (
    Fetcher,
    FetchError,
    FetchFailure,
    Kept,
    Pacer,
    Rechecker,
    Resolver,
    Robots,
    body_hash,
)

OLD = b"The mill held 2,500 sacks in 1903."


def text_of(page: Page) -> str:
    return page.body.decode()


def kept(httpserver: HTTPServer) -> Kept:
    return Kept(url=httpserver.url_for("/page"), sha256=body_hash(OLD), text=OLD.decode())


def look(public: Fetcher, page: Kept) -> tuple[RecheckOutcome, str]:
    again = Rechecker(public, text_of).look(page).with_passage("2,500 sacks")
    assert (again.page is not None) == (again.outcome is RecheckOutcome.CHANGED)
    return again.outcome, again.line


@pytest.mark.parametrize(
    ("body", "status", "outcome", "line"),
    [
        (OLD, 200, RecheckOutcome.SAME, "same"),
        (b"The mill  held 2,500\nsacks in 1903.", 200, RecheckOutcome.SAME, "same"),
        (
            b"The old mill held 2,500 sacks.",
            200,
            RecheckOutcome.CHANGED,
            "changed, the passage is still there",
        ),
        (b"The mill is shut.", 200, RecheckOutcome.CHANGED, "changed, the passage is gone"),
        (b"", 404, RecheckOutcome.GONE, "gone: there is no such page (status 404)"),
        (b"", 403, RecheckOutcome.BLOCKED, None),
        (b"", 500, RecheckOutcome.UNREACHABLE, "unreachable: the server did not give it (status 500)"),
    ],
)
def test_what_became_of_a_page_is_told(
    httpserver: HTTPServer,
    public: Fetcher,
    body: bytes,
    status: int,
    outcome: RecheckOutcome,
    line: str | None,
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data(status=404)
    httpserver.expect_request("/page").respond_with_data(body, status=status)
    told = look(public, kept(httpserver))
    assert told[0] is outcome
    assert line in (None, told[1])


def test_a_passage_that_was_edited_is_told_with_the_difference(
    httpserver: HTTPServer, public: Fetcher
) -> None:
    httpserver.expect_request("/page").respond_with_data("In 1903 the mill held 2,700 sacks of rye.")
    httpserver.expect_request("/robots.txt").respond_with_data("")
    changed = Rechecker(public, text_of).look(kept(httpserver))
    again = changed.with_passage("In 1903 the mill held 2,500 sacks")
    assert again.passage is not None
    assert again.passage.outcome is PassageOutcome.NEARLY
    assert again.line == "changed, the passage is nearly found: the page has “2,700” for “2,500”"


def test_the_server_is_asked_whether_the_page_changed(httpserver: HTTPServer, public: Fetcher) -> None:
    def answer(request: Request) -> Response:
        return Response(status=304 if request.headers.get("If-None-Match") == '"7"' else 500)

    httpserver.expect_request("/robots.txt").respond_with_data(status=404)
    httpserver.expect_request("/page").respond_with_handler(answer)
    page = replace(kept(httpserver), headers=(("etag", '"7"'),))
    assert look(public, page) == (RecheckOutcome.SAME, "same")


def test_a_page_that_robots_txt_keeps_is_not_fetched(httpserver: HTTPServer, public: Fetcher) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /page")
    assert look(public, kept(httpserver))[0] is RecheckOutcome.BLOCKED
    assert [request.path for request, _ in httpserver.log] == ["/robots.txt"]


@pytest.mark.parametrize(
    ("rules", "status", "allowed"),
    [
        ("", 200, True),
        ("User-agent: kzcheck\nDisallow: /\n\nUser-agent: *\nAllow: /", 200, False),
        ("User-agent: other\nDisallow: /", 200, True),
        ("\ufeff\x00 nonsense \xff", 200, True),
        ("", 403, True),
        ("", 404, True),
    ],
)
def test_robots_txt_is_read_once_as_it_is_meant(
    httpserver: HTTPServer, public: Fetcher, rules: str, status: int, allowed: bool
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data(rules, status=status)
    robots = Robots(public.fetch)
    assert [robots.allows(httpserver.url_for(path)) for path in ("/page", "/other")] == [allowed] * 2
    assert len(httpserver.log) == 1


def test_a_host_that_does_not_say_what_it_allows_is_out_of_reach(
    httpserver: HTTPServer, public: Fetcher
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data(status=503)
    rechecker = Rechecker(public, text_of)
    for _ in range(2):
        again = rechecker.look(kept(httpserver))
        assert again.line == "unreachable: the server did not give it (status 503)"
    assert [request.path for request, _ in httpserver.log] == ["/robots.txt"]


def test_a_name_that_is_gone_is_told_as_such(nowhere: Resolver) -> None:
    again = Rechecker(Fetcher(resolver=nowhere), text_of).look(Kept(url="https://news.example/a"))
    assert again.line == "unreachable: no connection to news.example (Name or service not known)"


def test_two_pages_of_one_host_are_looked_at_with_a_pause(httpserver: HTTPServer, public: Fetcher) -> None:
    clock = Clock()
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nCrawl-delay: 5")
    httpserver.expect_request("/page").respond_with_data(OLD)
    rechecker = Rechecker(public, text_of, Pacer(clock, clock.sleep))
    for _ in range(3):
        assert rechecker.look(kept(httpserver)).outcome is RecheckOutcome.SAME
    assert clock.now == pytest.approx(110)


@pytest.mark.parametrize(("asked", "gap"), [("", 2.0), ("Crawl-delay: 7", 7.0), ("Crawl-delay: 9999", 30.0)])
def test_the_gap_between_requests_is_what_the_host_asks_within_reason(
    httpserver: HTTPServer, public: Fetcher, asked: str, gap: float
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data(f"User-agent: *\n{asked}\nDisallow: /x")
    assert Robots(public.fetch).gap(httpserver.url_for("/page")) == gap


def test_a_cancelled_recheck_says_nothing_of_the_page(httpserver: HTTPServer, public: Fetcher) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("")
    stopped = replace(public, cancelled=lambda: True)
    with pytest.raises(FetchError) as caught:
        Rechecker(stopped, text_of).look(kept(httpserver))
    assert caught.value.failure is FetchFailure.CANCELLED


class Clock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def test_one_host_is_left_alone_between_requests_and_others_are_not() -> None:
    clock = Clock()
    pacer = Pacer(clock, clock.sleep)
    pacer.wait("https://a.example/1", 5)
    pacer.wait("https://b.example/1", 5)
    assert clock.now == 100
    pacer.wait("https://a.example/2", 5)
    assert clock.now == pytest.approx(105)
    pacer.wait("https://a.example/3", 5, cancelled=lambda: True)
    assert clock.now == pytest.approx(105)
