"""Behind the proxy that the environment names."""

import socket
import ssl
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import trustme

from kzcheck.evidence import Fetcher, FetchError, FetchFailure, fetch_page

Serving = Callable[..., AbstractContextManager[int]]
PUBLIC = "93.184.215.14"


def resolve(host: str, port: int) -> list[str]:
    """Names as a desk behind a proxy knows them."""
    known = {"news.example": PUBLIC, "inner.example": "10.0.0.7", "127.0.0.1": "127.0.0.1"}
    if host not in known:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return [known[host]]


class Proxy:
    """A proxy that notes the request line and headers it gets, and answers in the target's place."""

    def __init__(self, answer: bytes) -> None:
        self.answer = answer
        self.requests: list[bytes] = []
        self._lock = threading.Lock()

    def __call__(self, connection: socket.socket, request: bytes) -> None:
        with self._lock:
            self.requests.append(request)
        connection.sendall(self.answer)


@pytest.fixture
def proxy() -> Proxy:
    return Proxy(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage")


def test_a_page_is_asked_of_the_proxy(
    serving: Serving, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(proxy) as port:
        monkeypatch.setenv("http_proxy", f"http://desk:key@127.0.0.1:{port}")
        page = Fetcher(resolver=resolve).fetch("http://news.example/a")
    assert page.body == b"page"
    assert proxy.requests[0].startswith(b"GET http://news.example/a HTTP/1.1\r\n")
    assert b"Proxy-Authorization: Basic ZGVzazprZXk=" in proxy.requests[0]


def test_a_secure_page_is_tunnelled(serving: Serving, proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy.answer = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
    with serving(proxy) as port:
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{port}")
        with pytest.raises(
            FetchError, match=r"the proxy did not connect to news\.example .*\(403 Forbidden\)"
        ):
            Fetcher(resolver=resolve).fetch("https://news.example/a")
    assert proxy.requests[0].startswith(b"CONNECT news.example:443 HTTP/1.1\r\n")


def test_a_secure_page_comes_through_the_tunnel_with_its_certificate_checked(
    serving: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ca = trustme.CA()
    ca.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ca.issue_cert("news.example").configure_cert(context)

    def tunnel(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
        with context.wrap_socket(connection, server_side=True) as inner:
            inner.recv(65536)
            inner.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage")

    with serving(tunnel) as port:
        monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{port}")
        with pytest.raises(FetchError, match="is not to be trusted"):
            Fetcher(resolver=resolve).fetch("https://news.example/")
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        assert Fetcher(resolver=resolve).fetch("https://news.example/").body == b"page"


@pytest.mark.parametrize("host", ["127.0.0.1", "inner.example"])
def test_a_private_target_is_refused_before_the_proxy_is_asked(
    serving: Serving, proxy: Proxy, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    with serving(proxy) as port:
        monkeypatch.setenv("all_proxy", f"http://127.0.0.1:{port}")
        with pytest.raises(FetchError) as caught:
            Fetcher(resolver=resolve).fetch(f"http://{host}/")
    assert caught.value.failure is FetchFailure.REFUSED
    assert proxy.requests == []


def test_a_name_that_only_the_proxy_knows_is_left_to_it(
    serving: Serving, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(proxy) as port:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        assert Fetcher(resolver=resolve).fetch("http://far.example/").body == b"page"


def test_a_redirect_behind_the_proxy_is_checked_too(
    serving: Serving, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.answer = b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.7/\r\nContent-Length: 0\r\n\r\n"
    with serving(proxy) as port:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
        with pytest.raises(FetchError) as caught:
            fetch_page(f"http://{PUBLIC}/")
    assert caught.value.failure is FetchFailure.REFUSED
    assert len(proxy.requests) == 1


def test_hosts_that_need_no_proxy_are_asked_directly(
    serving: Serving, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving(proxy) as port:
        assert fetch_page(f"http://127.0.0.1:{port}/a", allow_private=True).body == b"page"
    assert proxy.requests[0].startswith(b"GET /a HTTP/1.1\r\n")


@pytest.mark.parametrize("named", ["socks5://127.0.0.1:9", "http://a:b:c", "nonsense://x"])
def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("http_proxy", named)
    with pytest.raises(FetchError, match="the proxy in the environment"):
        fetch_page("http://93.184.215.14/")


def test_a_proxy_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{port}")
    with pytest.raises(
        FetchError, match=r"no connection to 93\.184\.215\.14 through the environment's proxy"
    ):
        fetch_page(f"http://{PUBLIC}/")
