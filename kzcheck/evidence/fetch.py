"""Fetching a page without being turned against the person who asked for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kzcheck.domain import Page
from kzcheck.evidence.addresses import AddressPolicy, Resolver, resolve_host
from kzcheck.evidence.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave with a page to ask later whether it changed (RFC 9110, section 13)."""

    etag: str | None = None
    last_modified: str | None = None

    @classmethod
    def of(cls, headers: tuple[tuple[str, str], ...]) -> "Validators":
        """Return the validators among the headers of a page."""
        named = {name.lower(): value for name, value in headers}
        return cls(etag=named.get("etag"), last_modified=named.get("last-modified"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches pages under one policy and one set of limits. Keeps nothing between pages.

    `cancelled` is asked several times a second while a fetch is under way.
    """

    policy: AddressPolicy = field(default_factory=AddressPolicy)
    limits: Limits = field(default_factory=Limits)
    resolver: Resolver = resolve_host
    cancelled: Callable[[], bool] | None = None

    def fetch(self, url: str, known: Validators | None = None) -> Page:
        """Return the page at `url`; with `known`, one of status 304 without a body when it is unchanged.

        Only http and https; no cookies, no credentials, no .netrc; every redirect is checked like the
        first address. Proxies of the environment are used (see `GuardedTransport` for what the guard
        is worth behind one). Raises FetchError for everything that is not a page, a status of 400 or
        more included; its `failure` says which kind.
        """
        from kzcheck.evidence.hops import follow

        return follow(self, url, known)


def fetch_page(
    url: str,
    *,
    allow_private: bool = False,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
    known: Validators | None = None,
) -> Page:
    """Return the page at `url`, as `Fetcher.fetch` does."""
    policy = AddressPolicy(allow_private=allow_private)
    return Fetcher(policy=policy, limits=limits or Limits(), cancelled=cancelled).fetch(url, known)
