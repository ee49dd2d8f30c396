"""The metadata of an HTML page, from JSON-LD, Open Graph and meta tags, bylines and its address."""

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from kzcheck.domain import Metadata
from kzcheck.ingest.assembling import fill
from kzcheck.ingest.cleaning import one_line
from kzcheck.ingest.edtf import date_in_url, to_edtf
from kzcheck.ingest.json_ld import node_metadata

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

TITLES = (
    "og:title",
    "twitter:title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "dc.title",
    "headline",
)
OUTLETS = ("og:site_name", "citation_journal_title", "dc.publisher", "publisher", "application-name")
AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dc.creator",
    "byl",
)
DATES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "publication_date",
    "cxenseparse:recs:publishtime",
    "article.published",
    "date",
)
BYLINES = "[rel=author], [itemprop=author], .byline, .author-name, .author, .byline-name, .post-author"
TIMES = "time[pubdate], [itemprop=datePublished], article time[datetime], time[datetime]"
DATED = ".date, .dateline, .published, .timestamp, .post-date, .entry-date, .pubdate, .publish-date"
LONGEST_NAME = 100
MOST_HEADINGS = 5
LEAST_TITLE_WORDS = 3
MOST_SEARCHED = 200_000
_DAY = len("2026-01-08")
_LABEL = re.compile(
    r"(?:\b(?:published|posted|veröffentlicht|publié|publicado|publicada|pubblicato|gepubliceerd|опубликовано)\b"
    r"|입력|작성일|投稿日|公開日|发布)(?:\s+(?:on|am|le|el|em|il|op))?[\s:\[(]{0,8}(?=([^\n]{6,30}))",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:by|written by|von|par|por|автор|текст)\b[:\s]*", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:[|•·–—\n]|,?\s+\b(?:updated|published|posted|on)\b|,\s+\w+\s+(?:writer|editor|reporter|correspondent)).*",
    re.IGNORECASE | re.DOTALL,
)
_SERIES = re.compile(r"\S+(?: \S+){0,3}?(?:(?: ?[|:–—·•»]| -) )")
_SUFFIX = re.compile(r"\s+[|–—·•»:]\s+|\s+-\s+")


def html_metadata(parser: "LexborHTMLParser", node: dict[str, Any], url: str) -> Metadata:
    """Return the metadata of a page; `node` is its JSON-LD article, `url` its address or ""."""
    described = node_metadata(node)
    tags = _meta_tags(parser)
    published = _first(tags, DATES, dated=True)
    tagged = Metadata(
        title=_first(tags, TITLES),
        outlet=_first(tags, OUTLETS[:1]) or described.outlet or _first(tags, OUTLETS[1:]),
        author=_names(tags),
        published=published,
        published_from="meta" if published else None,
        url=_canonical(parser, tags, url),
    )
    found = fill(described, tagged)
    shown = fill(found, _shown(parser, found))
    title, outlet = _split_title(
        shown.title or _heading(parser), tagged.outlet, _tag_text(parser, "title"), _headings(parser)
    )
    address = next((found for found in (tagged.url, shown.url, url) if is_web_address(found)), None)
    dated = shown
    if dated.published is None and address and (from_url := date_in_url(address)):
        dated = Metadata(published=from_url, published_from="url")
    return Metadata(
        title=title,
        outlet=outlet,
        author=shown.author,
        published=dated.published,
        published_from=dated.published_from,
        url=address,
    )


def _meta_tags(parser: "LexborHTMLParser") -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in parser.css("meta[content]"):
        attributes = meta.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        content = one_line(unescape(attributes.get("content") or ""))  # often escaped twice
        if name and content:
            tags.setdefault(name.lower().strip(), []).append(content)
    return tags


def _first(tags: dict[str, list[str]], names: tuple[str, ...], dated: bool = False) -> str | None:
    for name in names:
        for value in tags.get(name, ()):
            found = to_edtf(value) if dated else value
            if found:
                return found
    return None


def _names(tags: dict[str, list[str]]) -> str | None:
    for name in AUTHORS:
        names = [
            _BY.sub("", value)
            for value in tags.get(name, ())
            if "://" not in value and len(value) < LONGEST_NAME
        ]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _canonical(parser: "LexborHTMLParser", tags: dict[str, list[str]], url: str) -> str | None:
    link = parser.css_first("link[rel=canonical]")
    href = link.attributes.get("href") if link is not None else None
    address = one_line(href) or _first(tags, ("og:url",))
    if address is None:
        return None
    try:
        return urljoin(url, address)
    except ValueError:  # an address that is none
        return None


def is_web_address(text: str | None) -> bool:
    """Return whether a text is an http or https address."""
    try:
        return bool(text) and urlsplit(text).scheme in ("http", "https")
    except ValueError:
        return False


def _shown(parser: "LexborHTMLParser", found: Metadata) -> Metadata:
    """Return the author and the date that the page shows to readers, if `found` lacks them."""
    author = None if found.author else _byline(parser)
    published = None if found.published else _shown_date(parser)
    return Metadata(author=author, published=published, published_from="byline" if published else None)


def _byline(parser: "LexborHTMLParser") -> str | None:
    for node in parser.css(BYLINES)[:20]:
        text = one_line(node.text(separator=" "))
        name = _AFTER_NAME.sub("", _BY.sub("", text)) if text else ""
        if 3 < len(name) < LONGEST_NAME and " " in name and not any(char.isdigit() for char in name):
            return name.strip(" ,")
    return None


def _shown_date(parser: "LexborHTMLParser") -> str | None:
    for node in parser.css(TIMES)[:20]:
        attributes = node.attributes
        found = to_edtf(attributes.get("datetime")) or to_edtf(attributes.get("content")) or _dated(node)
        if found:
            return found
    beside = next((found for node in parser.css(DATED)[:20] if (found := _dated(node))), None)
    return beside or _labelled_date(parser)


def _labelled_date(parser: "LexborHTMLParser") -> str | None:
    """Return the day after a word such as "published", if there is only one such day on the page."""
    text = parser.body.text(separator=" ")[:MOST_SEARCHED] if parser.body is not None else ""
    days = {found for label in _LABEL.finditer(text) if (found := to_edtf(label[1])) and len(found) == _DAY}
    return days.pop() if len(days) == 1 else None


def _dated(node: "LexborNode") -> str | None:
    text = one_line(node.text(separator=" "))
    return to_edtf(text) if text and len(text) < 2 * LONGEST_NAME else None


def _tag_text(parser: "LexborHTMLParser", tag: str) -> str | None:
    node = parser.css_first(tag)
    return one_line(node.text(separator=" ")) if node is not None else None


def _heading(parser: "LexborHTMLParser") -> str | None:
    return _tag_text(parser, "head > title") or _tag_text(parser, "h1")


def _headings(parser: "LexborHTMLParser") -> list[str]:
    found = (one_line(node.text(separator=" ")) for node in parser.css("h1")[:MOST_HEADINGS])
    return [heading for heading in found if heading]


def _split_title(
    title: str | None, outlet: str | None, full: str | None, headings: list[str]
) -> tuple[str | None, str | None]:
    """Return title and outlet; the outlet's name at the end of a title is cut off, and used if there is none.

    A heading is believed if it is the whole title, or the title without the name of a series before it.
    """
    if outlet is None and full and full not in headings:
        parts = _SUFFIX.split(full)
        if (
            len(parts) > 1
            and len(parts[-1].split()) <= 5
            and (title is None or title == full or full.startswith(title))
        ):
            outlet = parts[-1]
    if title is None or title in headings:
        return title, outlet
    if heading := next((each for each in headings if _has_only_a_series_before(each, title)), None):
        return heading, outlet
    return _without_outlet(title, outlet), outlet


def _has_only_a_series_before(heading: str, title: str) -> bool:
    before = title.removesuffix(heading)
    is_title = before != title and len(heading.split()) >= LEAST_TITLE_WORDS
    return is_title and _SERIES.fullmatch(before) is not None


def _without_outlet(title: str, outlet: str | None) -> str:
    for separator in (" | ", " - ", " – ", " — ", " · ", " • ", " » ", ": "):
        suffix = f"{separator}{outlet}".casefold()
        if outlet and title.casefold().endswith(suffix):
            return title[: -len(suffix)].strip() or title
    return title
