"""Fetching a page safely: no page can make kzcheck reach into the person's own network."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kzcheck.domain import Page
from kzcheck.evidence.addresses import AddressPolicy, Resolver, resolve_host
from kzcheck.evidence.limits import Limits, Watch
from kzcheck.evidence.references import shown_url
from kzcheck.evidence.validators import Validators


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches pages under one policy and one set of limits; nothing is remembered from page to page.

    `cancelled` is asked several times a second while a page is fetched.
    """

    policy: AddressPolicy = field(default_factory=AddressPolicy)
    limits: Limits = field(default_factory=Limits)
    resolver: Resolver = resolve_host
    cancelled: Callable[[], bool] | None = None

    def fetch(self, url: str, known: Validators | None = None) -> Page:
        """Return the page at `url`; with `known`, an unchanged page has status 304 and no body.

        Only http and https are fetched, without cookies, credentials or .netrc, and every redirect is
        checked like the first address. Proxies of the environment are used; see `GuardedTransport` for how
        good the guard is behind one. Raises FetchError when there is no page, also for a status of 400 or
        more; its `failure` says why.
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
