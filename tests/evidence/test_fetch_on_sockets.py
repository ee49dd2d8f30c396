"""Fetching from servers that no library would be: silent, slow, endless, broken, untrusted."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import trustme
from pytest_httpserver import HTTPServer

from kzcheck.evidence import AddressPolicy, Fetcher, FetchError, FetchFailure, Limits, Resolver, fetch_page

Serving = Callable[..., AbstractContextManager[int]]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


def failure_of(
    port: int, *, limits: Limits | None = None, cancelled: Callable[[], bool] | None = None
) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetch_page(
            f"http://127.0.0.1:{port}/", allow_private=True, limits=limits or Limits(), cancelled=cancelled
        )
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_silent_server_is_left(serving: Serving) -> None:
    with serving(lambda connection, _: connection.recv(1)) as port:
        error = failure_of(port, limits=Limits(idle_seconds=0.3))
    assert "the server sent nothing for 0.3 s" in str(error)
    assert error.failure is FetchFailure.UNREACHABLE


@pytest.mark.parametrize("begin", [b"", b"HTTP/1.1 200 OK\r\nX: ", OK + b"\r\n"])
def test_a_slow_drip_ends_with_the_time_in_all(serving: Serving, begin: bytes) -> None:
    def drip(connection: socket.socket, request: bytes) -> None:
        connection.sendall(begin)
        stop = threading.Event()
        while not stop.wait(0.05):
            connection.sendall(b"H")

    with serving(drip) as port:
        begun = time.monotonic()
        error = failure_of(port, limits=Limits(total_seconds=0.6, idle_seconds=0.5))
        took = time.monotonic() - begun
    assert "more than 0.6 s in all" in str(error)
    assert took < 3


def test_a_cancelled_fetch_lets_go_of_a_silent_server(serving: Serving) -> None:
    asked = threading.Event()

    def silent(connection: socket.socket, request: bytes) -> None:
        asked.set()
        connection.recv(1)

    with serving(silent) as port:
        begun = time.monotonic()
        error = failure_of(port, cancelled=asked.is_set)
        took = time.monotonic() - begun
    assert error.failure is FetchFailure.CANCELLED
    assert took < 3


def test_a_body_too_large_is_cut_off_as_it_arrives(serving: Serving) -> None:
    def endless(connection: socket.socket, request: bytes) -> None:
        connection.sendall(OK + b"\r\n")
        while True:
            connection.sendall(b"x" * 65536)

    with serving(endless) as port:
        assert "larger than 1 MB" in str(failure_of(port, limits=Limits(wire_bytes=1_000_000)))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 300_000,
    ],
    ids=["nothing", "another protocol", "cut short", "broken chunks", "endless header"],
)
def test_a_broken_answer_is_told(serving: Serving, answer: bytes) -> None:
    with serving(lambda connection, _: connection.sendall(answer)) as port:
        error = failure_of(port)
    assert "sent a broken answer" in str(error)
    assert error.failure is FetchFailure.UNREACHABLE


@pytest.mark.parametrize("location", [b"http://[", b"http://a:b:c/", b"http://a/\x1b[2J", b"https://"])
def test_a_redirect_to_what_is_no_address_is_refused(serving: Serving, location: bytes) -> None:
    answer = b"HTTP/1.1 302 Found\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
    with serving(lambda connection, _: connection.sendall(answer)) as port:
        assert "\x1b" not in str(failure_of(port))


def test_a_closed_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert "Connection refused" in str(failure_of(port))


def test_a_name_nobody_knows_is_told(nowhere: Resolver) -> None:
    with pytest.raises(FetchError, match=r"no connection to news\.example \(Name or service not known\)"):
        Fetcher(resolver=nowhere).fetch("http://news.example/")


def test_a_resolver_that_hangs_is_left() -> None:
    answered = threading.Event()

    def hanging(host: str, port: int) -> list[str]:
        answered.wait(20)
        return []

    with pytest.raises(FetchError, match=r"no address for news\.example"):
        Fetcher(resolver=hanging, limits=Limits(idle_seconds=0.2)).fetch("http://news.example/")
    answered.set()


def test_a_name_that_leads_into_the_private_network_is_refused(serving: Serving) -> None:
    asked = threading.Event()
    with (
        serving(lambda connection, _: asked.set()) as port,
        pytest.raises(FetchError, match=r"news\.example leads to 127\.0\.0\.1, this machine"),
    ):
        Fetcher(resolver=lambda host, port: ["127.0.0.1"]).fetch(f"http://news.example:{port}/")
    assert not asked.is_set()


def test_a_name_that_changes_its_answer_gains_nothing(serving: Serving) -> None:
    """DNS rebinding: the first answer is public, every later one is not."""
    asked = threading.Event()
    answers = iter([["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])

    def onward(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /secret\r\nContent-Length: 0\r\n\r\n")

    with serving(onward) as port:
        public = AddressPolicy(trusted=frozenset({("127.0.0.1", port)}))
        inner = socket.create_server(("127.0.0.2", port))
        threading.Thread(target=_note_a_visit, args=(inner, asked), daemon=True).start()
        with pytest.raises(FetchError, match=r"leads to 127\.0\.0\.2, this machine"):
            Fetcher(policy=public, resolver=lambda host, port: next(answers)).fetch(
                f"http://news.example:{port}/"
            )
        inner.shutdown(socket.SHUT_RDWR)
        inner.close()
    assert not asked.is_set()


def _note_a_visit(listener: socket.socket, asked: threading.Event) -> None:
    try:
        listener.accept()[0].close()
    except OSError:
        return
    asked.set()


def test_of_several_addresses_only_the_public_one_is_used(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("page")
    public = AddressPolicy(trusted=frozenset({("127.0.0.1", httpserver.port)}))
    fetcher = Fetcher(policy=public, resolver=lambda host, port: ["10.0.0.1", "::1", "127.0.0.1"])
    assert fetcher.fetch(f"http://news.example:{httpserver.port}/").body == b"page"


@pytest.fixture
def secure(serving: Serving) -> Callable[[trustme.CA, str], AbstractContextManager[int]]:
    """Give a way to serve one line over TLS with a certificate of a CA for a name."""

    def serve(ca: trustme.CA, name: str) -> AbstractContextManager[int]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        ca.issue_cert(name).configure_cert(context)
        return serving(lambda connection, _: connection.sendall(OK + b"\r\nsecret"), tls=context)

    return serve


def test_an_untrusted_certificate_is_told_and_not_skipped(
    secure: Callable[[trustme.CA, str], AbstractContextManager[int]],
) -> None:
    with (
        secure(trustme.CA(), "127.0.0.1") as port,
        pytest.raises(FetchError, match=r"certificate of 127\.0\.0\.1 is not to be trusted") as caught,
    ):
        fetch_page(f"https://127.0.0.1:{port}/", allow_private=True)
    assert caught.value.failure is FetchFailure.UNREACHABLE


def test_a_trusted_certificate_is_for_its_own_name_only(
    secure: Callable[[trustme.CA, str], AbstractContextManager[int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with secure(ca, "news.example") as port:
        policy = AddressPolicy(trusted=frozenset({("127.0.0.1", port)}))
        fetcher = Fetcher(policy=policy, resolver=lambda host, port: ["127.0.0.1"])
        assert fetcher.fetch(f"https://news.example:{port}/").body == b"secret"
        with pytest.raises(FetchError, match="not to be trusted"):
            fetcher.fetch(f"https://other.example:{port}/")


def test_a_server_without_tls_behind_https_is_told(serving: Serving) -> None:
    with (
        serving(lambda connection, _: connection.sendall(OK + b"\r\nplain")) as port,
        pytest.raises(FetchError, match="no secure connection"),
    ):
        fetch_page(f"https://127.0.0.1:{port}/", allow_private=True)


def test_an_address_that_keeps_silent_leaves_time_for_the_next(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/").respond_with_data("page")
    port = httpserver.port
    with contextlib.ExitStack() as full:
        listener = full.enter_context(socket.create_server(("127.0.0.3", port), backlog=0))
        for _ in range(4):  # the queue is full, and further connections are left without an answer
            waiting = full.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        fetcher = Fetcher(
            policy=AddressPolicy(allow_private=True),
            resolver=lambda host, port: ["127.0.0.3", "127.0.0.1"],
            limits=Limits(idle_seconds=5, total_seconds=20),
        )
        begun = time.monotonic()
        assert fetcher.fetch(f"http://news.example:{port}/").body == b"page"
        assert 0.9 < time.monotonic() - begun < 4.5


def test_the_peer_is_checked_over_ipv6_too() -> None:
    with HTTPServer(host="::1") as server:
        server.expect_request("/").respond_with_data("page")
        public = AddressPolicy(trusted=frozenset({("::1", server.port)}))
        fetcher = Fetcher(policy=public, resolver=lambda host, port: ["fe80::1", "::1"])
        assert fetcher.fetch(f"http://news.example:{server.port}/").body == b"page"
        with pytest.raises(FetchError, match="::1 is this machine"):
            fetch_page(f"http://[::1]:{server.port}/")
