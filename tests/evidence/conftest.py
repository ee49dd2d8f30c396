"""A loopback server that counts as public, and sockets that answer as no server should."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from pytest_httpserver import HTTPServer

from kzcheck.evidence import AddressPolicy, Fetcher, Limits, Resolver

Serve = Callable[[socket.socket, bytes], object]


@pytest.fixture(autouse=True)
def _directly(no_proxies: None) -> None:
    """Every test here fetches directly, unless it names a proxy itself."""


@pytest.fixture
def public(httpserver: HTTPServer) -> Fetcher:
    """A fetcher for which the one port of `httpserver` is public and all else is as it is."""
    policy = AddressPolicy(trusted=frozenset({("127.0.0.1", httpserver.port)}))
    return Fetcher(policy=policy, limits=Limits(total_seconds=20, idle_seconds=5))


@pytest.fixture(scope="session")
def nowhere() -> Resolver:
    """A resolver that knows no name."""

    def resolve(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    return resolve


@contextmanager
def raw_server(serve: Serve, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Give the port of a server that reads one request for each connection and hands both to `serve`."""
    listener = socket.create_server(("127.0.0.1", 0))
    open_connections: list[socket.socket] = []

    def accept() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            open_connections.append(connection)
            threading.Thread(target=answer, args=(connection,), daemon=True).start()

    def answer(connection: socket.socket) -> None:
        try:
            with tls.wrap_socket(connection, server_side=True) if tls else connection as spoken:
                serve(spoken, spoken.recv(65536))
        except OSError:
            return

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for connection in open_connections:
            connection.close()
        thread.join()


@pytest.fixture
def serving() -> Callable[..., object]:
    """`with serving(serve) as port`: see `raw_server`."""
    return raw_server
