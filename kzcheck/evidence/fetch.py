"""Fetching a page without being turned against the person who asked for it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kzcheck.domain import Page
from kzcheck.evidence.addresses import AddressPolicy, Resolver, resolve_host
from kzcheck.evidence.limits import Limits, Watch
from kzcheck.evidence.references import shown_url
from kzcheck.evidence.validators import Validators


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
        from kzcheck.evidence.transport import GuardedBackend

        asked = url.strip()
        watch = Watch(shown_url(asked), self.limits, self.cancelled)
        return follow(asked, known, GuardedBackend(self.policy, self.resolver, watch))


def fetch_page(
    url: str,
    *,
    allow_private: bool = False,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Page:
    """Return the page at `url`, as `Fetcher.fetch` does."""
    policy = AddressPolicy(allow_private=allow_private)
    return Fetcher(policy=policy, limits=limits or Limits(), cancelled=cancelled).fetch(url)
