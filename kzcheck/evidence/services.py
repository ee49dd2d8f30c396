"""Two web services that are used only on request: an archive of pages, and a search for fact-checks."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from kzcheck.domain import KzcheckError, Page, fact_check_id
from kzcheck.evidence.addresses import AddressPolicy
from kzcheck.evidence.fetch import Fetcher
from kzcheck.evidence.limits import FetchError, FetchFailure, Limits
from kzcheck.evidence.references import canonical_url, shown_url

ARCHIVE_ENDPOINT = "https://web.archive.org/save/"
FACT_CHECK_BASE = "https://factchecktools.googleapis.com"
_SEARCH = "/v1alpha1/claims:search"
_KEY_ADVICE = "check the key, and that it may use the Fact Check Tools API"


def archive_page(
    url: str,
    *,
    endpoint: str = ARCHIVE_ENDPOINT,
    limits: Limits | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> str:
    """Ask an archive like the Wayback Machine to save `url`; return the address of the saved copy.

    `url` is appended to `endpoint`, which the person has set and which may be in their own network. The
    copy's address is the `Content-Location` of the answer, or else where the answer redirects to. Raises
    KzcheckError when there is no copy.
    """
    asked = endpoint + url
    page = _trusting(endpoint, limits or Limits(total_seconds=180, idle_seconds=120), cancelled).fetch(asked)
    location = dict(page.headers).get("content-location")
    copy = urljoin(page.final_url, location) if location else page.final_url
    if canonical_url(copy) in (canonical_url(asked), canonical_url(url)):
        raise KzcheckError(
            f"{shown_url(url)} was not archived: the archive did not say where the copy is; try again later"
        )
    return copy


def search_fact_checks(
    text: str,
    *,
    key: str,
    base_url: str = FACT_CHECK_BASE,
    limit: int = 10,
    cancelled: Callable[[], bool] | None = None,
) -> list[dict[str, str | None]]:
    """Return published fact-checks on `text` from the Google Fact Check Tools (`claims:search`).

    Each has the keys `id, claim, title, claimant, publisher, rating, date, url`, as the import of JSON
    Lines takes them; `date` is ISO 8601. The values are as the service sends them, not cleaned. Raises
    KzcheckError when the service does not answer; the message never contains the key.
    """
    query = urlencode({"query": text, "pageSize": str(limit), "key": key})
    address = f"{base_url.rstrip('/')}{_SEARCH}?{query}"
    host = urlsplit(base_url).hostname or shown_url(base_url)
    # No redirects: the key is for this host alone.
    fetcher = _trusting(base_url, Limits(redirects=0, body_bytes=10_000_000), cancelled)
    try:
        page = fetcher.fetch(address)
    except FetchError as error:
        advice = _KEY_ADVICE if error.status in (400, 401, 403) else error.advice
        raise FetchError(
            f"the fact-check search at {host}", error.why, advice, error.failure, error.status
        ) from None
    return list(_fact_checks(_claims(page, host)))[:limit]


def _trusting(address: str, limits: Limits, cancelled: Callable[[], bool] | None) -> Fetcher:
    """Return a fetcher for which only the host of `address`, a setting, may be in a private network."""
    fetcher = Fetcher(limits=limits, cancelled=cancelled)
    try:
        parts = urlsplit(address)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise KzcheckError(
            f"{shown_url(address)} was not asked: the address can't be read; correct the setting"
        ) from error
    return replace(fetcher, policy=AddressPolicy(trusted=frozenset({(parts.hostname or "", port)})))


def _claims(page: Page, host: str) -> list[Any]:
    try:
        answer = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        raise FetchError(
            f"the fact-check search at {host}", "the answer is not JSON", "check the base URL",
            FetchFailure.UNREACHABLE,
        ) from error  # fmt: skip
    claims = answer.get("claims", []) if isinstance(answer, dict) else []
    return claims if isinstance(claims, list) else []


def _fact_checks(claims: list[Any]) -> Iterator[dict[str, str | None]]:
    for claim in claims:
        reviews = claim.get("claimReview") if isinstance(claim, dict) else None
        for review in reviews if isinstance(reviews, list) else []:
            if isinstance(review, dict) and _text(review, "url"):
                yield _fact_check(claim, review)


def _fact_check(claim: dict[str, Any], review: dict[str, Any]) -> dict[str, str | None]:
    publisher = review.get("publisher")
    named = publisher if isinstance(publisher, dict) else {}
    stated, url = _text(claim, "text"), _text(review, "url")
    date = _text(review, "reviewDate") or _text(claim, "claimDate")
    return {
        "id": fact_check_id(stated or "", url),
        "claim": stated,
        "title": _text(review, "title"),
        "claimant": _text(claim, "claimant"),
        "publisher": _text(named, "name") or _text(named, "site"),
        "rating": _text(review, "textualRating"),
        "date": date[:10] if date else None,
        "url": url,
    }


def _text(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    return value if isinstance(value, str) and value else None
