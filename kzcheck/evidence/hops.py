"""Fetching an address with httpx, from redirect to redirect until there is a page.

It takes long to import httpx, so this is imported only when something is fetched.
"""

import ssl
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

import httpcore
import httpx

from kzcheck import __version__
from kzcheck.domain import Page
from kzcheck.evidence.decoding import ACCEPT_ENCODING, decode_body
from kzcheck.evidence.limits import BY_BROWSER, FetchError, FetchFailure, Watch
from kzcheck.evidence.references import shown_url, unsafe_characters
from kzcheck.evidence.transport import GuardedBackend, GuardedTransport
from kzcheck.evidence.validators import Validators

USER_AGENT = f"kzcheck/{__version__} (+claim checking; fetches single pages that a person cites)"
_REDIRECTS = (301, 302, 303, 307, 308)
_GONE = (404, 410)
_BLOCKED = (401, 402, 403, 407, 429, 451)
_NOT_KEPT = ("set-cookie", "set-cookie2")
_LATER = "check the address, or try again later"


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer at the end of the redirects: a page, or the news that it has not changed."""

    target: httpx.URL
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def page(self, url: str) -> Page:
        named = dict(self.headers)
        return Page(
            url=url,
            final_url=str(self.target),
            status=self.status,
            content_type=named.get("content-type", ""),
            headers=self.headers,
            body=self.body,
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )


def follow(url: str, known: Validators | None, guard: GuardedBackend) -> Page:
    """Return the page that `url` leads to; raise FetchError as `Fetcher.fetch` does."""
    watch = guard.watch
    target = _parsed(url, watch)
    seen = {target}
    for _ in range(watch.limits.redirects + 1):
        answer = _ask(guard, target, known)
        if isinstance(answer, _Answer):
            return answer.page(url)
        if answer in seen:
            raise watch.refused("it redirects in a circle", BY_BROWSER)
        seen.add(answer)
        target = answer
    raise watch.refused(f"it redirects more than {watch.limits.redirects} times", BY_BROWSER)


def _parsed(url: str, watch: Watch) -> httpx.URL:
    """Return the parsed `url`; raise FetchError when kzcheck does not fetch such an address."""
    if unsafe_characters(url):
        raise watch.refused("the address holds blanks or control characters", "copy the address again")
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise watch.refused("the address can't be read", "copy the address again") from error
    return _checked(target, watch)


def _checked(target: httpx.URL, watch: Watch) -> httpx.URL:
    if target.scheme not in ("http", "https"):
        raise watch.refused(
            f"{shown_url(str(target))} is not an http or https address", "give the address of a web page"
        )
    try:
        named = target.host  # fails for names that only look encoded, "xn--a"
    except ValueError as error:
        raise watch.refused("the address names a host that can't be", "copy the address again") from error
    if not named:
        raise watch.refused("the address names no host", "copy the address again")
    if target.userinfo:
        raise watch.refused(
            f"the address of {_host(target)} carries a user name or password, which would be kept and sent",
            "take the part before the @ out; for a page behind a login, save it and add the file",
        )
    return target


def _host(target: httpx.URL) -> str:
    """Return the host as it goes over the wire, where no letter looks like another."""
    return target.raw_host.decode("ascii")


def _redirected(target: httpx.URL, location: str, watch: Watch) -> httpx.URL:
    if unsafe_characters(location):
        raise watch.refused("it redirects to an address with control characters", BY_BROWSER)
    try:
        onward = target.join(location)
    except (httpx.InvalidURL, ValueError) as error:
        raise watch.refused("it redirects to an address that can't be read", BY_BROWSER) from error
    return _checked(onward, watch)


def _ask(guard: GuardedBackend, target: httpx.URL, known: Validators | None) -> _Answer | httpx.URL:
    """Return the answer to one request, or the address it redirects to."""
    watch = guard.watch
    proxy = _proxy_for(target, watch)
    place = _host(target) if proxy is None else f"{_host(target)} through the environment's proxy"
    # The bare transport: a client would keep cookies and look at redirects before we do.
    with (
        _told(watch, place),
        GuardedTransport(guard, scheme=target.scheme, proxy=proxy) as transport,
    ):
        response = transport.handle_request(httpx.Request("GET", target, headers=_headers(known)))
        return _read(response, target, known, watch)


def _headers(known: Validators | None) -> dict[str, str]:
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, */*;q=0.5",
        "Accept-Encoding": ACCEPT_ENCODING,
        "Connection": "close",
    }
    if known is not None and known.etag:
        headers["If-None-Match"] = known.etag
    if known is not None and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _read(
    response: httpx.Response, target: httpx.URL, known: Validators | None, watch: Watch
) -> _Answer | httpx.URL:
    if response.status_code in _REDIRECTS and "location" in response.headers:
        return _redirected(target, response.headers["location"], watch)
    unchanged = response.status_code == 304 and known is not None
    if not unchanged:
        _check_status(response.status_code, watch)
    packed = response.headers.get("content-encoding", "")
    body = b"" if unchanged else decode_body(response.iter_raw(), packed, watch)
    headers = tuple(
        (name.lower(), value)
        for name, value in response.headers.multi_items()
        if name.lower() not in _NOT_KEPT
    )
    return _Answer(target, response.status_code, headers, body)


def _check_status(status: int, watch: Watch) -> None:
    if 200 <= status < 300:
        return
    if status in _GONE:
        why, advice = "there is no such page", "check the address, or look for an archived copy"
        failure = FetchFailure.GONE
    elif status in _BLOCKED:
        why, advice = "the server keeps it from programs or from readers without a login", BY_BROWSER
        failure = FetchFailure.BLOCKED
    else:
        why, advice = "the server did not give it", _LATER
        failure = FetchFailure.UNREACHABLE
    raise FetchError(watch.url, f"{why} (status {status})", advice, failure, status)


def _proxy_for(target: httpx.URL, watch: Watch) -> httpx.Proxy | None:
    """Return the proxy that the environment names for `target` (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)."""
    proxies = urllib.request.getproxies()
    named = proxies.get(target.scheme) or proxies.get("all")
    host = _host(target) if target.port is None else f"{_host(target)}:{target.port}"
    if not named or urllib.request.proxy_bypass(host):
        return None
    try:
        proxy = httpx.Proxy(named if "://" in named else f"http://{named}")
    except (httpx.InvalidURL, ValueError) as error:
        raise watch.refused(
            "the proxy in the environment can't be used", "set HTTPS_PROXY to an http:// address"
        ) from error
    if proxy.url.scheme not in ("http", "https"):
        raise watch.refused(
            f"the proxy in the environment is of kind {proxy.url.scheme}, which kzcheck does not speak",
            "set HTTPS_PROXY to an http:// address",
        )
    return proxy


@contextmanager
def _told(watch: Watch, place: str) -> Iterator[None]:
    """Turn errors of the connection to `place` into FetchErrors."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise watch.idle(f"{place} did not answer") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.ProxyError) as error:
        raise _wire_error(watch, place, error) from error


def _wire_error(watch: Watch, place: str, error: Exception) -> FetchError:
    cause = _below(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return watch.unreachable(
            f"the certificate of {place} is not to be trusted ({cause.verify_message})",
            "check the address; the page may not be what it seems",
        )
    if isinstance(cause, ssl.SSLError):
        reason = (cause.reason or "no reason given").replace("_", " ").lower()
        return watch.unreachable(f"no secure connection to {place} ({reason})", "check the address")
    if isinstance(error, httpcore.ProxyError):
        return watch.unreachable(f"the proxy did not connect to {place} ({_line(error)})", "check the proxy")
    if isinstance(error, httpcore.ProtocolError):
        return watch.unreachable(f"{place} sent a broken answer ({_line(error)})", _LATER)
    return watch.unreachable(f"no connection to {place} ({_line(error)})", _LATER)


def _line(error: BaseException) -> str:
    below = _below(error)
    if isinstance(below, OSError) and below.strerror:
        return below.strerror
    line = " ".join(str(error).split())[:120] or type(error).__name__
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)


def _below(error: BaseException) -> BaseException | None:
    """Return the cause of `error`; httpcore raises `from None`, which leaves only the context."""
    return error.__cause__ or error.__context__
