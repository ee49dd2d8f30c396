"""Reading RSS and Atom feeds, which have many documents in one source."""

from typing import NamedTuple
from xml.etree import ElementTree as ET

from kzcheck.domain import Metadata
from kzcheck.ingest.cleaning import one_line
from kzcheck.ingest.edtf import mail_date, to_edtf
from kzcheck.ingest.xml_safety import parse_xml


class Entry(NamedTuple):
    """One entry of a feed: its content as HTML, and its metadata."""

    html: str
    metadata: Metadata


def read_feed(data: bytes, name: str) -> list[Entry]:
    """Return the entries of an RSS 0.9x, 1.0 or 2.0 or Atom feed.

    Raises KzcheckError when the XML is broken or unsafe.
    """
    root = parse_xml(data, name)
    outlet = one_line(_first(_child(root, "channel", root), "title"))
    found = [node for node in root.iter() if _local(node) in ("item", "entry")]
    return [_entry(node, outlet) for node in found]


def _entry(node: ET.Element, outlet: str | None) -> Entry:
    contents = [
        _content(child) for child in node if _local(child) in ("encoded", "content", "description", "summary")
    ]
    published = to_edtf(_first(node, "published") or _first(node, "date") or _first(node, "updated"))
    published = published or mail_date(_first(node, "pubDate"))
    metadata = Metadata(
        title=one_line(_first(node, "title")),
        outlet=outlet,
        author=one_line(_first(node, "creator") or _author(node)),
        published=published,
        published_from="meta" if published else None,
        url=_link(node),
    )
    return Entry(max(contents, key=len, default=""), metadata)


def _content(node: ET.Element) -> str:
    if len(node):  # XHTML content stands in the feed as elements
        return ET.tostring(node, encoding="unicode", method="html")
    return node.text or ""


def _link(node: ET.Element) -> str | None:
    for child in node:
        if _local(child) == "link" and child.get("rel", "alternate") == "alternate":
            return one_line(child.get("href") or child.text)
    return None


def _author(node: ET.Element) -> str | None:
    """Return the author of an entry: the name in Atom's element, or the text of RSS's."""
    author = _child(node, "author", node)
    return None if author is node else _first(author, "name") or author.text


def _local(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _child(node: ET.Element, name: str, default: ET.Element) -> ET.Element:
    return next((child for child in node if _local(child) == name), default)


def _first(node: ET.Element, name: str) -> str | None:
    return next(("".join(child.itertext()) for child in node if _local(child) == name), None)
