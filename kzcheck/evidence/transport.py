"""The guarded connections below httpx: every address is checked at the moment of connecting to it.

It takes long to import httpx and httpcore, so this is imported only when something is fetched.
"""

import ssl
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import httpcore
import httpx

from kzcheck.evidence.addresses import AddressPolicy, Resolver
from kzcheck.evidence.limits import FetchError, Watch
from kzcheck.evidence.waiting import GLANCE_SECONDS, done_within

_OTHERS_SHARE = 5
_WIRE_ERRORS = (httpcore.NetworkError, httpcore.TimeoutException)


def _connected(
    seconds: float, connect: Callable[[], httpcore.NetworkStream], watch: Watch
) -> httpcore.NetworkStream:
    """Return the connection that `connect` makes; raise httpcore's errors, or FetchError when cancelled."""
    try:
        return done_within(
            seconds, connect, watch.check, errors=_WIRE_ERRORS, late=httpcore.NetworkStream.close
        )
    except TimeoutError as error:
        raise httpcore.ConnectTimeout from error


class GuardedStream(httpcore.NetworkStream):
    """A connection on which no wait outlasts the limits of the fetch, or its cancelling."""

    def __init__(self, stream: httpcore.NetworkStream, watch: Watch) -> None:
        self._stream = stream
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what arrives next; raise FetchError when nothing does in time."""
        patience = self._watch.patience(timeout)
        waited = 0.0
        while waited < patience:
            step = min(self._watch.remaining(), GLANCE_SECONDS)
            try:
                return self._stream.read(max_bytes, step)
            except httpcore.ReadTimeout:
                waited += step
        raise self._watch.idle("the server sent nothing")

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`."""
        self._stream.write(buffer, self._watch.patience(timeout))

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return this connection under TLS; the handshake as a whole takes no longer than one wait."""
        seconds = self._watch.patience(timeout)
        secured = _connected(
            seconds, partial(self._stream.start_tls, ssl_context, server_hostname, seconds), self._watch
        )
        return GuardedStream(secured, self._watch)

    def get_extra_info(self, info: str) -> object:
        """Return what the connection below knows."""
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a host, connects to one of its addresses that the policy allows, and checks the peer.

    The name is resolved once for each connection, and the connection goes to the very address that was
    checked, so a name that resolves differently the next time (DNS rebinding) gains nothing.
    """

    def __init__(self, policy: AddressPolicy, resolver: Resolver, watch: Watch) -> None:
        self._policy = policy
        self._resolver = resolver
        self.watch = watch
        self._plain = httpcore.SyncBackend()

    def for_a_proxy(self) -> "GuardedBackend":
        """Return a backend that may connect anywhere, for the proxy that the person chose."""
        return GuardedBackend(AddressPolicy(allow_private=True), self._resolver, self.watch)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection to `host`; raise FetchError when the policy refuses all its addresses."""
        problem: httpcore.NetworkError | httpcore.TimeoutException | None = None
        addresses = self.allowed_addresses(host, port)
        for number, address in enumerate(addresses, 1):
            # A silent address (IPv6 that leads nowhere) must leave time for the others.
            seconds = self.watch.patience(timeout) / (1 if number == len(addresses) else _OTHERS_SHARE)
            try:
                stream = _connected(
                    seconds,
                    partial(self._plain.connect_tcp, address, port, seconds, local_address, socket_options),
                    self.watch,
                )
            except _WIRE_ERRORS as error:
                problem = error
                continue
            self._check_peer(host, stream)
            return GuardedStream(stream, self.watch)
        raise problem or httpcore.ConnectError("there is no address")

    def allowed_addresses(self, host: str, port: int) -> list[str]:
        """Return the addresses of `host` that may be connected to.

        Raises FetchError when all are refused, httpcore.ConnectError when there are none.
        """
        try:
            addresses = done_within(
                self.watch.limits.idle_seconds,
                lambda: self._resolver(host, port),
                self.watch.check,
                errors=(OSError, UnicodeError),
            )
        except TimeoutError as error:
            raise httpcore.ConnectError(f"no address for {host} in time") from error
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(str(error)) from error
        refusals = [(address, self._policy.refusal(host, address, port)) for address in addresses]
        allowed = [address for address, refusal in refusals if refusal is None]
        if refusals and not allowed:
            raise self._refused(refusals[0][1] or "")
        return allowed

    def _check_peer(self, host: str, stream: httpcore.NetworkStream) -> None:
        peer = stream.get_extra_info("server_addr")
        refusal = self._policy.refusal(host, str(peer[0]), int(peer[1]))
        if refusal is not None:
            stream.close()
            raise self._refused(refusal)

    def _refused(self, why: str) -> FetchError:
        return self.watch.refused(why, "allow private addresses (--allow-private) if it is meant")


class GuardedTransport(httpx.BaseTransport):
    """Sends httpx requests over guarded connections, or through the proxy that the environment names.

    Behind a proxy the target is checked by its name and by the addresses that it resolves to here. But the
    proxy resolves the name again and connects to what it finds, so there the guard is only as good as the
    proxy. A name that only the proxy can resolve is let through.
    """

    def __init__(
        self,
        guard: GuardedBackend,
        *,
        scheme: str,
        proxy: httpx.Proxy | None,
    ) -> None:
        self._guard = guard
        self._behind_proxy = proxy is not None
        context = _tls_for(scheme)
        if proxy is None:
            self._pool = httpcore.ConnectionPool(ssl_context=context, network_backend=self._guard)
            return
        self._pool = httpcore.HTTPProxy(
            proxy_url=str(proxy.url),
            proxy_auth=proxy.raw_auth,
            ssl_context=context,
            proxy_ssl_context=_tls_for(proxy.url.scheme),
            network_backend=guard.for_a_proxy(),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; raises FetchError for refusals, and the errors of httpcore."""
        if self._behind_proxy:
            self._check_target(request.url)
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.iter_stream(), answer)
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def _check_target(self, url: httpx.URL) -> None:
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            self._guard.allowed_addresses(url.raw_host.decode("ascii"), port)
        except httpcore.ConnectError:
            return


class _Body(httpx.SyncByteStream):
    def __init__(self, chunks: Iterator[bytes], answer: httpcore.Response) -> None:
        self._chunks = chunks
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        return self._chunks

    def close(self) -> None:
        self._answer.close()


def _tls_for(scheme: str) -> ssl.SSLContext | None:
    """Return a context that checks certificates (SSL_CERT_FILE is honoured); loading them takes 30 ms."""
    return httpx.create_ssl_context() if scheme == "https" else None
