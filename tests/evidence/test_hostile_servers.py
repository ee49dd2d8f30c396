"""Servers and addresses that want to turn a fetch against the person who asked for it."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from kzcheck.domain import Metadata, RecheckOutcome
from kzcheck.evidence import (
    AddressPolicy,
    Fetcher,
    FetchError,
    FetchFailure,
    Kept,
    Limits,
    Pacer,
    Rechecker,
)
from kzcheck.ingest import read_page

Serving = Callable[..., AbstractContextManager[int]]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
SHORT = Limits(total_seconds=1.5, idle_seconds=1.0)


def fetcher(port: int, limits: Limits | None = None) -> Fetcher:
    """A fetcher for which one port of this machine is public."""
    policy = AddressPolicy(trusted=frozenset({("127.0.0.1", port)}))
    return Fetcher(policy=policy, limits=limits or Limits(total_seconds=20, idle_seconds=5))


def refusal(url: str, fetcher: Fetcher) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    assert len(str(caught.value).splitlines()) == 1
    return caught.value


# -- addresses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0177.0.0.1", "0.0.0.0",
        "0", "127.0.0.1.", "localhost", "LOCALHOST.", "[::1]", "[::]", "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]",
        "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[fe80::1]",
        "[fe80::1%25lo]", "[fe80::1%25eth0]", "[fec0::1]", "[fd00:ec2::254]", "[ff02::1]",
        "[::ffff:0:127.0.0.1]", "[2001:db8::5efe:127.0.0.1]", "169.254.169.254", "0xa9fea9fe", "2852039166",
        "10.0.0.1", "192.168.1.1", "172.31.255.255", "100.64.0.1", "198.18.0.1", "224.0.0.1",
        "255.255.255.255", "①②⑦.⓪.⓪.①", "127。0。0。1",
    ],
)  # fmt: skip
def test_no_spelling_of_an_inner_address_is_fetched(host: str, serving: Serving) -> None:
    asked = threading.Event()

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.set()
        connection.sendall(OK + b"Content-Length: 6\r\n\r\nsecret")

    with serving(answer) as port:
        error = refusal(f"http://{host}:{port}/", Fetcher(limits=SHORT))
    assert not asked.is_set()
    assert error.failure in (FetchFailure.REFUSED, FetchFailure.UNREACHABLE)


@pytest.mark.parametrize(
    "url",
    [
        "http://user@127.0.0.1/", "http://user:secret@example.org/", "http://@example.org/",
        "http://example.org\\@127.0.0.1/", "http://127.0.0.1#@example.org/", "http://example.org:80:80/",
        "http://example.org:99999/", "file:///etc/passwd", "FILE:/etc/passwd", "ftp://example.org/",
        "gopher://127.0.0.1:25/_HELO", "data:text/html,hello", "javascript:alert(1)", "unix:/run/x.sock",
        "//example.org/", "http:/example.org", "http:example.org", "http://", "http:///etc", "https://[",
        "http://exa mple.org/", "http://example.org/\r\nX: y", "http://example.org/\x00", "http://a\u202eb/",
        "http://[::1", "http://[v1.x]/", "http://%31%32%37.0.0.1/", "http://xn--a/", "",
    ],
)  # fmt: skip
def test_an_address_that_is_a_trick_leads_nowhere(url: str) -> None:
    def nowhere(host: str, port: int) -> list[str]:
        # What a name comes to is checked elsewhere; here every name is this machine.
        return ["127.0.0.1"]

    error = refusal(url, Fetcher(resolver=nowhere))
    assert error.failure is FetchFailure.REFUSED
    assert "secret" not in str(error)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:1/", "http://[::ffff:127.0.0.1]:1/", "http://2130706433:1/", "http://0:1/",
        "//localhost:1/", "http://user:pw@127.0.0.1:{port}/page", "http://:pw@127.0.0.1:{port}/page",
        "file:///etc/passwd", "ftp://127.0.0.1/", "data:text/html,hello", "javascript:1", "gopher://x/",
        "http://169.254.169.254/latest/meta-data/", "http://[fe80::1%25lo]:{port}/", "http://[64:ff9b::a00:1]/",
        "http://10.0.0.1/", "http://\\127.0.0.1/",
    ],
)  # fmt: skip
def test_a_redirect_from_a_public_page_leads_to_none_of_these(location: str, serving: Serving) -> None:
    asked: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request)
        place = location.replace("{port}", str(port)).encode()
        connection.sendall(b"HTTP/1.1 302 F\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n")

    with serving(answer) as port, pytest.raises(FetchError) as caught:
        fetcher(port).fetch(f"http://127.0.0.1:{port}/")
    assert caught.value.failure in (FetchFailure.REFUSED, FetchFailure.UNREACHABLE)
    assert len(asked) == 1
    assert "pw" not in str(caught.value)


def test_a_redirect_that_smuggles_a_header_sends_none(serving: Serving) -> None:
    asked: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request)
        if len(asked) == 1:
            place = b"/a%0d%0aX-Smuggled:%20yes?q=%0d%0aHost:%20evil"
            connection.sendall(b"HTTP/1.1 302 F\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n")
        else:
            connection.sendall(OK + b"Content-Length: 2\r\n\r\nok")

    with serving(answer) as port:
        assert fetcher(port).fetch(f"http://127.0.0.1:{port}/").body == b"ok"
    names = [line.split(b":")[0].lower() for line in asked[1].split(b"\r\n")[1:]]
    assert b"x-smuggled" not in names
    assert names.count(b"host") == 1


def test_a_name_with_public_and_inner_addresses_goes_to_the_public_one_alone(serving: Serving) -> None:
    asked = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        return ["10.0.0.1", "::ffff:192.168.0.1", "127.0.0.2", "127.0.0.1"]

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.set()
        connection.sendall(OK + b"Content-Length: 2\r\n\r\nok")

    with serving(answer) as port:
        trusted = AddressPolicy(trusted=frozenset({("127.0.0.1", port)}))
        page = Fetcher(policy=trusted, resolver=resolve).fetch(f"http://two-faced.example:{port}/")
    assert page.body == b"ok"
    assert asked.is_set()


# -- answers -------------------------------------------------------------------------------------


def flood(piece: bytes, begin: bytes = b"") -> Callable[[socket.socket, bytes], None]:
    """Send `begin` and then `piece` for as long as somebody listens."""

    def serve(connection: socket.socket, request: bytes) -> None:
        connection.sendall(begin)
        many = piece * max(1, 65_536 // len(piece))
        while True:
            connection.sendall(many)

    return serve


@pytest.mark.parametrize(
    "serve",
    [
        flood(b"X-Flood: " + b"y" * 90 + b"\r\n", b"HTTP/1.1 200 OK\r\n"),
        flood(b"HTTP/1.1 100 Continue\r\n\r\n"),
        flood(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
        flood(b"Set-Cookie: a=" + b"c" * 4000 + b"\r\n", b"HTTP/1.1 200 OK\r\n"),
        flood(b"y", b"HTTP/1.1 200 "),
        flood(b"\r\n"),
        flood(b"f" * 16, OK + b"Transfer-Encoding: chunked\r\n\r\n"),
        flood(b";" + b"e" * 99, OK + b"Transfer-Encoding: chunked\r\n\r\n1"),
        flood(b"T: t\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n"),
        flood(b"1\r\nx\r\n", OK + b"Transfer-Encoding: chunked\r\n\r\n"),
        flood(b"x", OK + b"\r\n"),
    ],
    ids=[
        "headers", "continue", "early hints", "cookies", "reason", "empty lines", "chunk size",
        "chunk extension", "trailers", "tiny chunks", "body",
    ],
)  # fmt: skip
def test_a_flood_is_cut_off(serve: Callable[[socket.socket, bytes], None], serving: Serving) -> None:
    begun = time.process_time()
    limits = Limits(total_seconds=3, idle_seconds=2, wire_bytes=2_000_000)
    with serving(serve) as port, pytest.raises(FetchError) as caught:
        fetcher(port, limits).fetch(f"http://127.0.0.1:{port}/")
    assert len(str(caught.value)) < 500
    assert time.process_time() - begun < 30


@pytest.mark.parametrize(
    "begin",
    [
        b"HTTP/1.1 200 OK\r\nX: ",
        OK + b"Transfer-Encoding: chunked\r\n\r\n",
        OK + b"Content-Length: 999\r\n\r\n",
    ],
)
def test_a_drip_below_the_idle_limit_ends_with_the_time_in_all(begin: bytes, serving: Serving) -> None:
    stop = threading.Event()

    def drip(connection: socket.socket, request: bytes) -> None:
        connection.sendall(begin)
        while not stop.wait(0.1):
            connection.sendall(b"1")

    begun = time.monotonic()
    with serving(drip) as port, pytest.raises(FetchError, match=r"more than 1\.5 s in all"):
        fetcher(port, SHORT).fetch(f"http://127.0.0.1:{port}/")
    stop.set()
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 2\r\nContent-Length: 5\r\n\r\nhello",
        OK + b"Content-Length: -1\r\n\r\nhello",
        OK + b"Content-Length: 99999999999999999999\r\n\r\nhello",
        OK + b"Content-Length: 9\r\n\r\nhello",
        OK + b"Transfer-Encoding: chunked\r\n\r\nG\r\nhello\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n",
        OK + b"Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\nhello",
        OK + b"Transfer-Encoding: gzip\r\n\r\nhello",
        b"HTTP/1.1 999999 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nA B: c\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ],
)
def test_an_answer_that_lies_is_told(answer: bytes, serving: Serving) -> None:
    with (
        serving(lambda connection, _: connection.sendall(answer)) as port,
        pytest.raises(FetchError) as caught,
    ):
        fetcher(port, SHORT).fetch(f"http://127.0.0.1:{port}/")
    assert caught.value.failure is FetchFailure.UNREACHABLE


def test_a_length_that_is_too_short_gives_that_much(serving: Serving) -> None:
    answer = OK + b"Content-Length: 5\r\n\r\nhello and a second answer HTTP/1.1 200 OK"
    with serving(lambda connection, _: connection.sendall(answer)) as port:
        assert fetcher(port).fetch(f"http://127.0.0.1:{port}/").body == b"hello"


def packed(encoding: str, body: bytes) -> bytes:
    head = OK + f"Content-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    return head + body


@pytest.mark.parametrize("encoding", ["br", "BR", "zstd", "compress", "gzip, gzip", "gzip, br", "x-unknown"])
def test_a_packing_that_was_not_asked_for_is_told_plainly(encoding: str, serving: Serving) -> None:
    asked: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request)
        connection.sendall(packed(encoding, b"\x8b\x02\x80hello\x03"))

    with serving(answer) as port, pytest.raises(FetchError) as caught:
        fetcher(port).fetch(f"http://127.0.0.1:{port}/")
    assert f"it came packed as {encoding!r}, which was not asked for" in str(caught.value)
    assert "save the page with a browser and add the file" in str(caught.value)
    (line,) = (line for line in asked[0].split(b"\r\n") if line.lower().startswith(b"accept-encoding"))
    assert line.split(b":", 1)[1].strip() == b"gzip, deflate"


def test_a_bomb_in_any_wrapping_is_unpacked_no_further_than_the_limit(serving: Serving) -> None:
    zeros = b"\0" * 50_000_000
    raw = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    wrapped = {
        "gzip": gzip.compress(zeros, 9),
        "x-gzip": gzip.compress(zeros[:1_000_000], 9) * 50,
        "deflate": zlib.compress(zeros, 9),
        " Deflate ": raw.compress(zeros) + raw.flush(),
    }
    for encoding, body in wrapped.items():
        answer = packed(encoding, body)
        with (
            serving(lambda connection, _, answer=answer: connection.sendall(answer)) as port,
            pytest.raises(FetchError, match="larger than 1 MB when unpacked"),
        ):
            fetcher(port, Limits(body_bytes=1_000_000)).fetch(f"http://127.0.0.1:{port}/")


def test_gzip_within_gzip_is_unpacked_once_and_the_rest_is_plain_bytes(serving: Serving) -> None:
    inner = gzip.compress(b"\0" * 1_000_000, 9)
    with serving(lambda connection, _: connection.sendall(packed("gzip", gzip.compress(inner)))) as port:
        assert fetcher(port).fetch(f"http://127.0.0.1:{port}/").body == inner


def test_a_page_in_utf_7_is_read_as_it_stands_and_makes_no_markup(serving: Serving) -> None:
    body = b"<p>The field of the north held 80 wells. +ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>" * 3
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-7\r\n\r\n"
    with serving(lambda connection, _: connection.sendall(head + body)) as port:
        page = fetcher(port).fetch(f"http://127.0.0.1:{port}/")
    assert "<script>" not in read_page(page, Metadata()).text


def test_no_cookie_goes_from_hop_to_hop_and_none_is_kept(serving: Serving) -> None:
    asked: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request)
        cookie = b"Set-Cookie: session=" + b"c" * 50_000 + b"; Path=/\r\n"
        if len(asked) == 1:
            connection.sendall(
                b"HTTP/1.1 302 F\r\n" + cookie + b"Location: /two\r\nContent-Length: 0\r\n\r\n"
            )
        else:
            connection.sendall(OK + cookie + b"Content-Length: 2\r\n\r\nok")

    with serving(answer) as port:
        page = fetcher(port).fetch(f"http://127.0.0.1:{port}/")
    assert b"cookie" not in asked[1].lower()
    assert not any("cookie" in name for name, _ in page.headers)


# -- robots.txt ------------------------------------------------------------------------------------


@pytest.mark.parametrize("length", [100_000_000, None], ids=["of 100 MB", "without end"])
def test_a_robots_txt_that_is_too_much_keeps_us_away(length: int | None, serving: Serving) -> None:
    asked: list[bytes] = []

    def answer(connection: socket.socket, request: bytes) -> None:
        asked.append(request)
        told = b"" if length is None else f"Content-Length: {length}\r\n".encode()
        flood(b"User-agent: *\nDisallow: /private\n", OK + told + b"\r\n")(connection, request)

    with serving(answer) as port:
        looker = Rechecker(fetcher(port), lambda _: "", Pacer(sleep=lambda _: None))
        again = looker.look(Kept(url=f"http://127.0.0.1:{port}/page"))
    assert again.outcome is not RecheckOutcome.SAME
    assert len(asked) == 1


# -- cancelling --------------------------------------------------------------------------------------


def test_a_handshake_that_never_ends_is_left_when_cancelled(serving: Serving) -> None:
    asked = threading.Event()

    def silent(connection: socket.socket, request: bytes) -> None:
        asked.set()
        connection.recv(1)

    begun = time.monotonic()
    with serving(silent) as port, pytest.raises(FetchError) as caught:
        Fetcher(policy=AddressPolicy(allow_private=True), cancelled=asked.is_set).fetch(
            f"https://127.0.0.1:{port}/"
        )
    assert caught.value.failure is FetchFailure.CANCELLED
    assert time.monotonic() - begun < 8


def test_a_handshake_that_drips_ends_with_the_time_in_all(serving: Serving) -> None:
    stop = threading.Event()

    def drip(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"\x16\x03\x03\x40\x00")  # a handshake record of 16 kB, byte by byte
        while not stop.wait(0.1):
            connection.sendall(b"\x02")

    begun = time.monotonic()
    with serving(drip) as port, pytest.raises(FetchError) as caught:
        Fetcher(policy=AddressPolicy(allow_private=True), limits=SHORT).fetch(f"https://127.0.0.1:{port}/")
    stop.set()
    assert caught.value.failure is FetchFailure.UNREACHABLE
    assert time.monotonic() - begun < 10


def test_a_connection_that_is_not_answered_is_left_when_cancelled() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as listener:
        # The queue of a listener that accepts nobody is full after a few; the next one waits.
        address, waiting = listener.getsockname(), []
        for _ in range(8):
            queued = socket.socket()
            queued.setblocking(False)
            queued.connect_ex(address)
            waiting.append(queued)
        cancelled = threading.Event()
        threading.Timer(0.5, cancelled.set).start()
        begun = time.monotonic()
        with pytest.raises(FetchError) as caught:
            Fetcher(policy=AddressPolicy(allow_private=True), cancelled=cancelled.is_set).fetch(
                f"http://127.0.0.1:{address[1]}/"
            )
        for queued in waiting:
            queued.close()
    assert caught.value.failure is FetchFailure.CANCELLED
    assert time.monotonic() - begun < 8
