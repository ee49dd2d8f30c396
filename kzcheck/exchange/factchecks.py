"""Reading published fact-checks: JSON Lines with kzcheck's own keys, ClaimReview, Data Commons feeds."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from kzcheck.domain import FactCheck, KzcheckError, fact_check_id

_KEYS = ("title", "claimant", "publisher", "rating", "date", "url")


def read_fact_checks(path: Path) -> Iterator[FactCheck]:
    """Yield the fact-checks of a file: JSON Lines, a ClaimReview, a list of these, a `@graph`, or a feed.

    Raises KzcheckError when the file cannot be read, or a line of it has no fact-check.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise KzcheckError(f"{path}: cannot be read ({error}); give a file of JSON in UTF-8") from error
    try:
        for place, record in _records(path, text):
            checks = list(_checks(record))
            if not checks:
                raise KzcheckError(
                    f"{path}, {place}: not a fact-check; give the keys id and claim, or a ClaimReview"
                )
            yield from checks
    except RecursionError:
        raise KzcheckError(f"{path}: it nests too deep; give a feed of fact-checks") from None


def _records(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    """Yield each JSON value of the file with its place: one whole document, or line by line."""
    try:
        whole = json.loads(text)
    except ValueError:
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                try:
                    yield f"line {number}", json.loads(line)
                except ValueError as error:
                    raise KzcheckError(
                        f"{path}, line {number}: not JSON ({error}); correct it and import again"
                    ) from error
    else:
        yield "document", whole


def _checks(record: Any) -> Iterator[FactCheck]:
    if isinstance(record, list):
        for item in record:
            yield from _checks(item)
    elif isinstance(record, Mapping):
        if "claimReviewed" in record:
            yield _claim_review(record)
        elif isinstance(record.get("claim"), str) and record["claim"].strip():
            yield _own(record)
        else:  # a feed of schema.org items, a graph, a page that holds reviews
            for key in ("dataFeedElement", "item", "@graph", "claimReview", "mainEntity"):
                yield from _checks(record.get(key))


def _own(record: Mapping[str, Any]) -> FactCheck:
    claim = record["claim"].strip()
    fields = {key: _words(record.get(key)) for key in _KEYS}
    identity = _words(record.get("id")) or fact_check_id(claim, fields["url"])
    return FactCheck(id=identity, claim=claim, **fields)


def _claim_review(record: Mapping[str, Any]) -> FactCheck:
    claim, url = _words(record["claimReviewed"]) or "", _words(record.get("url"))
    reviewed = _first(record.get("itemReviewed"))
    rating = _first(record.get("reviewRating"))
    return FactCheck(
        id=_words(record.get("identifier")) or _words(record.get("@id")) or fact_check_id(claim, url),
        claim=claim,
        title=_words(record.get("headline") or record.get("name")),
        claimant=_words(_first(reviewed.get("author")).get("name")),
        publisher=_words(_first(record.get("author") or record.get("publisher")).get("name")),
        rating=_words(rating.get("alternateName") or rating.get("name") or rating.get("ratingValue")),
        date=_words(record.get("datePublished")),
        url=url,
    )


def _first(value: Any) -> Mapping[str, Any]:
    """Return `value` if it is an object, the first item if it is a list, else an empty object."""
    item = value[0] if isinstance(value, list) and value else value
    return item if isinstance(item, Mapping) else {}


def _words(value: Any) -> str | None:
    """Return a text or a number as a trimmed text; None when it is empty or anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None
