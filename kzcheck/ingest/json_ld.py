"""The article that a page describes in JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator
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
NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item")


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
    """Return what an article's JSON-LD says about it."""
    published = to_edtf(_text(node.get("datePublished"))) or to_edtf(_text(node.get("dateCreated")))
    return Metadata(
        title=_text(node.get("headline")) or _text(node.get("name")),
        outlet=_names(node.get("publisher")) or _names(node.get("sourceOrganization")),
        author=_names(node.get("author")) or _names(node.get("creator")),
        published=published,
        published_from="json-ld" if published else None,
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage")),
    )


def article_body(node: dict[str, Any]) -> str:
    """Return the article's text as JSON-LD has it, or nothing."""
    body = node.get("articleBody")
    return body if isinstance(body, str) else ""


def _nodes(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    seen = 0
    for script in scripts:
        try:
            pending = [json.loads(script.strip().rstrip(";"), strict=False)]
        except (ValueError, RecursionError):
            continue  # broken JSON-LD is common, and the page says the same in other ways
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
