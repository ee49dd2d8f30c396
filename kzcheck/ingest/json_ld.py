"""Reading the article, or the live blog, that a page describes in JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from kzcheck.domain import Metadata
from kzcheck.ingest.cleaning import one_line
from kzcheck.ingest.edtf import to_edtf

_ARTICLE_TYPES = (
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Report "
    "ScholarlyArticle TechArticle AdvertiserContentArticle SatiricalArticle MedicalScholarlyArticle"
)
ARTICLES = frozenset(_ARTICLE_TYPES.split())
PAGES = frozenset(("WebPage", "ItemPage", "Recipe", "VideoObject"))
_BY = re.compile(r"^(?:\w+ )?by\s+", re.IGNORECASE)
MAX_NODES = 10_000
MAX_UPDATES = 2_000
MOMENTS = ("datePublished", "dateCreated", "uploadDate", "dateModified")
_DAY_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([\dT:.+Z-]+)"')
_HOUR = re.compile(r"\d[T ](\d\d:\d\d)")
_DAY = len("2026-01-08")
NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")


@dataclass(frozen=True, slots=True)
class Update:
    """An entry of a live blog. `stamp` is its day and hour (`2026-03-04 09:15`), or its day alone."""

    stamp: str
    title: str
    paragraphs: tuple[str, ...]


def article_node(scripts: Iterable[str]) -> dict[str, Any]:
    """Return the first article among the page's JSON-LD scripts, else its page, else an empty dict."""
    page: dict[str, Any] = {}
    for node in _nodes(scripts):
        kinds = node.get("@type")
        named = {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}
        if named & ARTICLES:
            return node
        if named & PAGES and not page:
            page = node
    return page


def node_metadata(node: dict[str, Any]) -> Metadata:
    """Return the metadata in an article's JSON-LD."""
    published = to_edtf(_text(node.get("datePublished"))) or to_edtf(_text(node.get("dateCreated")))
    return Metadata(
        title=_text(node.get("headline")) or _text(node.get("name")),
        outlet=_names(node.get("publisher")) or _names(node.get("sourceOrganization")),
        author=_names(node.get("author")) or _names(node.get("creator")),
        published=published,
        published_from="json-ld" if published else None,
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage")),
    )


def live_updates(scripts: Iterable[str]) -> list[Update]:
    """Return the dated entries of the live blog in a page's JSON-LD scripts; empty if there is none.

    Their texts are as they stand there, plain or HTML.
    """
    for node in _nodes(scripts):
        entries = node.get("liveBlogUpdate")
        if entries:
            listed = entries if isinstance(entries, list) else [entries]
            found = [_update(entry) for entry in listed[:MAX_UPDATES] if isinstance(entry, dict)]
            return [update for update in found if update is not None]
    return []


def _update(entry: dict[str, Any]) -> Update | None:
    moment = next((text for name in MOMENTS if (text := _text(entry.get(name)))), None)
    day = to_edtf(moment)
    body = article_body(entry)
    title = _text(entry.get("headline")) or ""
    if moment is None or day is None or len(day) != _DAY or not (body.strip() or title):
        return None
    hour = _HOUR.search(moment)
    paragraphs = tuple(filter(None, map(str.strip, body.split("\n"))))
    return Update(f"{day} {hour[1]}" if hour else day, title, paragraphs)


def article_body(node: dict[str, Any]) -> str:
    """Return the text of an article in JSON-LD, "" if there is none."""
    body = node.get("articleBody")
    return body if isinstance(body, str) else ""


def _nodes(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    seen = 0
    for script in scripts:
        try:
            pending = [json.loads(script.strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            if day := _DAY_PUBLISHED.search(script):  # broken JSON-LD is common
                yield {"@type": "WebPage", "datePublished": day[1]}
            continue
        while pending and seen < MAX_NODES:
            node = pending.pop(0)
            seen += 1
            if isinstance(node, list):
                pending[:0] = node
            elif isinstance(node, dict):
                yield node
                pending.extend(node[key] for key in NESTED if isinstance(node.get(key), dict | list))


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@id") or value.get("name")
    return one_line(unescape(value)) if isinstance(value, str) else None


def _names(value: Any) -> str | None:
    """Return the names in a person, an organisation, or a list of them, with commas between."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        name = name[0] if isinstance(name, list) and name else name
        text = _BY.sub("", _text(name) or "")
        if text and "://" not in text and text not in found:
            found.append(text)
    return ", ".join(found) or None
