"""Fetching pages from a real server: what is brought home, and what is refused."""

import gzip
import threading
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from kzcheck.domain import KzcheckError
from kzcheck.evidence import Fetcher, FetchError, FetchFailure, Limits, Resolver, Validators, fetch_page

Serving = Callable[..., AbstractContextManager[int]]


def failure_of(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_page_comes_home_as_it_was_sent(httpserver: HTTPServer, public: Fetcher) -> None:
    httpserver.expect_request("/page").respond_with_data(
        "<p>Größe</p>".encode("latin-1"), content_type="text/html; charset=iso-8859-1"
    )
    page = public.fetch(httpserver.url_for("/page"))
    assert page.body == "<p>Größe</p>".encode("latin-1")
    assert page.content_type == "text/html; charset=iso-8859-1"
    assert (page.status, page.url, page.final_url) == (200, *[httpserver.url_for("/page")] * 2)
    assert page.fetched_at.endswith("+00:00")


def test_the_server_learns_who_asks_and_nothing_else(httpserver: HTTPServer, public: Fetcher) -> None:
    seen: list[Request] = []

    def answer(request: Request) -> Response:
        seen.append(request)
        return Response("hello")

    httpserver.expect_request("/").respond_with_handler(answer)
    public.fetch(httpserver.url_for("/"))
    headers = {name.lower() for name, _ in seen[0].headers}
    assert seen[0].headers["User-Agent"].startswith("kzcheck/")
    assert headers <= {"host", "user-agent", "accept", "accept-encoding", "connection"}


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f.1:{port}/",
        "http://127.1:{port}/",
        "http://0.0.0.0:{port}/",
        "http://[::1]:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::]:{port}/",
    ],
)
def test_this_machine_is_refused_however_it_is_spelled(httpserver: HTTPServer, url: str) -> None:
    httpserver.expect_request("/").respond_with_data("secret")
    with pytest.raises(FetchError, match=r"this machine.*--allow-private") as caught:
        fetch_page(url.format(port=httpserver.port))
    assert caught.value.failure is FetchFailure.REFUSED
    assert httpserver.log == []


def test_private_addresses_are_fetched_when_it_is_asked_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("mine")
    assert fetch_page(httpserver.url_for("/"), allow_private=True).body == b"mine"


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "gopher://example.org/",
        "example.org",
        "javascript:1",
        "http://",
    ],
)
def test_only_web_addresses_are_fetched(url: str) -> None:
    assert failure_of(Fetcher(), url).failure is FetchFailure.REFUSED


@pytest.mark.parametrize(
    "url", ["http://a b/", "http://a/\r\nX: y", "http://a/\x1b[2J", "http://a/\u202e", "http://["]
)
def test_an_address_that_could_harm_is_refused_and_shown_harmless(url: str) -> None:
    told = str(failure_of(Fetcher(), url))
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_credentials_in_the_address_are_refused_and_not_repeated() -> None:
    error = failure_of(Fetcher(), "https://reader:hunter2@example.org/page")
    assert "hunter2" not in str(error)
    assert "user name or password" in str(error)


def test_a_redirect_with_credentials_is_refused(httpserver: HTTPServer, public: Fetcher) -> None:
    onward = httpserver.url_for("/b").replace("//", "//reader:hunter2@")
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": onward})
    assert "hunter2" not in str(failure_of(public, httpserver.url_for("/a")))
    assert len(httpserver.log) == 1


def test_netrc_is_not_read(
    httpserver: HTTPServer, public: Fetcher, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w", encoding="ascii") as file:  # noqa: PTH123 - a fixture's path as text
        file.write("machine 127.0.0.1 login reader password hunter2\n")
    monkeypatch.setenv("NETRC", netrc)
    httpserver.expect_request("/").respond_with_data("page")
    public.fetch(httpserver.url_for("/"))
    assert "Authorization" not in httpserver.log[0][0].headers


def test_redirects_are_followed_and_the_last_address_told(httpserver: HTTPServer, public: Fetcher) -> None:
    for status in (301, 302, 303, 307, 308):
        httpserver.expect_request(f"/{status}").respond_with_data(
            status=status, headers={"Location": "/end?x=1"}
        )
    httpserver.expect_request("/end").respond_with_data("end")
    for status in (301, 302, 303, 307, 308):
        page = public.fetch(httpserver.url_for(f"/{status}"))
        assert (page.body, page.final_url) == (b"end", httpserver.url_for("/end?x=1"))


def test_a_redirect_loop_is_named(httpserver: HTTPServer, public: Fetcher) -> None:
    httpserver.expect_request("/a").respond_with_data(status=302, headers={"Location": "/b"})
    httpserver.expect_request("/b").respond_with_data(status=302, headers={"Location": "/a"})
    assert "in a circle" in str(failure_of(public, httpserver.url_for("/a")))


def test_redirects_without_end_are_cut(httpserver: HTTPServer, public: Fetcher) -> None:
    def onward(request: Request) -> Response:
        return Response(status=302, headers={"Location": f"/{int(request.path[1:]) + 1}"})

    for number in range(20):
        httpserver.expect_request(f"/{number}").respond_with_handler(onward)
    assert "more than 8 times" in str(failure_of(public, httpserver.url_for("/0")))
    assert len(httpserver.log) == 9


@pytest.mark.parametrize(
    "location",
    [
        "http://localhost:{other}/",
        "http://[::1]:{other}/",
        "//127.0.0.1:{other}/",
        "file:///etc/passwd",
    ],
)
def test_a_redirect_from_public_to_private_is_refused(
    httpserver: HTTPServer, public: Fetcher, serving: Serving, location: str
) -> None:
    asked = threading.Event()
    with serving(lambda connection, _: asked.set()) as other:
        httpserver.expect_request("/").respond_with_data(
            status=302, headers={"Location": location.format(other=other)}
        )
        error = failure_of(public, httpserver.url_for("/"))
    assert error.failure is FetchFailure.REFUSED
    assert not asked.is_set()


def test_cookies_are_neither_kept_nor_sent(httpserver: HTTPServer, public: Fetcher) -> None:
    httpserver.expect_request("/a").respond_with_data(
        status=302, headers={"Location": "/b", "Set-Cookie": "id=7; Path=/"}
    )
    httpserver.expect_request("/b").respond_with_data("page", headers={"Set-Cookie": "id=8"})
    page = public.fetch(httpserver.url_for("/a"))
    assert "Cookie" not in httpserver.log[1][0].headers
    assert "set-cookie" not in dict(page.headers)


@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (404, FetchFailure.GONE),
        (410, FetchFailure.GONE),
        (401, FetchFailure.BLOCKED),
        (403, FetchFailure.BLOCKED),
        (429, FetchFailure.BLOCKED),
        (451, FetchFailure.BLOCKED),
        (300, FetchFailure.UNREACHABLE),
        (500, FetchFailure.UNREACHABLE),
        (503, FetchFailure.UNREACHABLE),
    ],
)
def test_a_status_that_is_no_page_says_what_happened(
    httpserver: HTTPServer, public: Fetcher, status: int, failure: FetchFailure
) -> None:
    httpserver.expect_request("/").respond_with_data("sorry", status=status)
    error = failure_of(public, httpserver.url_for("/"))
    assert (error.failure, error.status) == (failure, status)


def test_an_unchanged_page_is_not_sent_again(httpserver: HTTPServer, public: Fetcher) -> None:
    def answer(request: Request) -> Response:
        if request.headers.get("If-None-Match") == '"7"' and "If-Modified-Since" in request.headers:
            return Response(status=304)
        return Response("page", headers={"ETag": '"7"', "Last-Modified": "Sat, 01 Jan 2022 00:00:00 GMT"})

    httpserver.expect_request("/").respond_with_handler(answer)
    httpserver.expect_request("/never").respond_with_data(status=304)
    assert failure_of(public, httpserver.url_for("/never")).failure is FetchFailure.UNREACHABLE
    first = public.fetch(httpserver.url_for("/"))
    again = public.fetch(httpserver.url_for("/"), Validators.of(first.headers))
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "raw deflate", "two members", "identity"])
def test_packed_bodies_are_unpacked(httpserver: HTTPServer, public: Fetcher, encoding: str) -> None:
    text = b"The same words again and again. " * 10_000
    raw = zlib.compressobj(wbits=-15)
    body, name = {
        "gzip": (gzip.compress(text), "gzip"),
        "x-gzip": (gzip.compress(text) + b"\0" * 64, "x-gzip"),
        "deflate": (zlib.compress(text), "deflate"),
        "raw deflate": (raw.compress(text) + raw.flush(), "deflate"),
        "two members": (gzip.compress(text[:999]) + gzip.compress(text[999:]), "gzip"),
        "identity": (text, "identity"),
    }[encoding]
    httpserver.expect_request("/").respond_with_data(body, headers={"Content-Encoding": name})
    assert public.fetch(httpserver.url_for("/")).body == text


@pytest.mark.parametrize(
    ("body", "encoding", "why"),
    [
        (b"plain words", "gzip", "can't be unpacked"),
        (gzip.compress(b"words " * 999)[:-20], "gzip", "ends too early"),
        (b"\xff\xffwords", "deflate", "can't be unpacked"),
        (b"words", "br", "not asked for"),
        (gzip.compress(gzip.compress(b"words")), "gzip, gzip", "not asked for"),
    ],
    ids=["not packed", "cut short", "not deflate", "brotli", "packed twice"],
)
def test_a_body_packed_wrongly_is_told(
    httpserver: HTTPServer, public: Fetcher, body: bytes, encoding: str, why: str
) -> None:
    httpserver.expect_request("/").respond_with_data(body, headers={"Content-Encoding": encoding})
    assert why in str(failure_of(public, httpserver.url_for("/")))


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_unpacked_no_further_than_the_limit(
    httpserver: HTTPServer, public: Fetcher, encoding: str
) -> None:
    zeros = b"\0" * 50_000_000
    bomb = gzip.compress(zeros, 9) if encoding == "gzip" else zlib.compress(zeros, 9)
    httpserver.expect_request("/").respond_with_data(bomb, headers={"Content-Encoding": encoding})
    small = replace(public, limits=Limits(body_bytes=1_000_000))
    assert "larger than 1 MB when unpacked" in str(failure_of(small, httpserver.url_for("/")))


def test_a_page_of_thirty_megabytes_comes_home(httpserver: HTTPServer, public: Fetcher) -> None:
    body = b"A line of the long page.\n" * 1_200_000
    httpserver.expect_request("/").respond_with_data(body, content_type="text/plain")
    assert public.fetch(httpserver.url_for("/")).body == body


def test_a_lying_content_type_is_passed_on_with_the_bytes(httpserver: HTTPServer, public: Fetcher) -> None:
    httpserver.expect_request("/").respond_with_data(b"%PDF-1.7 ...", content_type="text/html")
    page = public.fetch(httpserver.url_for("/"))
    assert (page.content_type, page.body[:5]) == ("text/html", b"%PDF-")


def test_every_error_is_one_for_the_person() -> None:
    assert issubclass(FetchError, KzcheckError)


ADDRESS_PARTS = st.sampled_from([
    "http://", "https://", "HTTP:", "//", "@", "[", "]", "::1", "%00", "%zz", "?", "#", "\\", "a.example",
    "..", "１２７.０.０.１", "xn--a", "ß.example", ":99999", ":-1", ":", "/", "\t", " ", "\ud800", "a" * 70,
])  # fmt: skip


@settings(deadline=None)
@given(st.lists(ADDRESS_PARTS, max_size=8).map("".join) | st.text(max_size=40))
def test_any_address_ends_in_one_line_for_the_person(nowhere: Resolver, url: str) -> None:
    failure_of(Fetcher(resolver=nowhere), url)
