"""The export `claimreview`: ClaimReview records of schema.org, which search engines and other desks read."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from kzcheck.domain import Citation, Claim, Metadata, Verdict
from kzcheck.exchange.csv_out import in_stable_order
from kzcheck.exchange.rows import VerdictRow

BEST, WORST = 5, 1
RATINGS = {Verdict.VERIFIED: 5, Verdict.NEEDS_CONTEXT: 3, Verdict.DISPUTED: 1}
"""The verdicts that are points on a scale of truth; the other two are exported by name alone."""


def write_claimreview(rows: Iterable[VerdictRow], stream: TextIO) -> None:
    """Write a JSON-LD list with one ClaimReview for each row that has a verdict; stale ones are left out."""
    reviews = [
        _review(row, row.verdict)
        for row in in_stable_order(rows)
        if row.verdict is not None and row.stale is None
    ]
    stream.write(json.dumps(reviews, ensure_ascii=False, indent=2) + "\n")


def _review(row: VerdictRow, verdict: Verdict) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": verdict.value}
    if verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[verdict], "bestRating": BEST, "worstRating": WORST}
    return _without_nothing(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "identifier": row.claim.id,
            "datePublished": row.decided_at,
            "claimReviewed": row.claim.headline,
            "author": _named("Person", row.reviewer),
            "reviewBody": row.rationale,
            "reviewRating": rating,
            "itemReviewed": _claim(row.claim, row.document),
            "citation": [_work(citation) for citation in row.citations],
        }
    )


def _claim(claim: Claim, document: Metadata) -> dict[str, Any]:
    article = {
        "@type": "Article",
        "headline": document.title,
        "url": document.url,
        "datePublished": document.published,
        "publisher": _named("Organization", document.outlet),
    }
    return _without_nothing(
        {
            "@type": "Claim",
            "text": claim.quote,
            "author": _named("Person", claim.speaker or document.author),
            "datePublished": document.published,
            "appearance": _without_nothing(article),
        }
    )


def _work(citation: Citation) -> dict[str, Any]:
    return _without_nothing(
        {
            "@type": "CreativeWork",
            "name": citation.title or citation.reference,
            "url": citation.reference if citation.reference.startswith("http") else None,
            "publisher": _named("Organization", citation.publisher),
            "text": citation.passage,
        }
    )


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _without_nothing(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value not in (None, [], "")}
