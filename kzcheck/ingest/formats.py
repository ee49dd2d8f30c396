"""Recognising the format of a file by its bytes."""

import re
from enum import StrEnum

LOOK_AT = 4096  # bytes
LONGEST_HEADER = 65_536  # bytes of a message before its first blank line


class Format(StrEnum):
    """The formats that can be read, and three that are only recognised to say why they cannot."""

    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    MAIL = "mail"
    FEED = "feed"
    BINARY = "binary"
    OLD_WORD = "old-word"
    RICH_TEXT = "rich-text"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.TEXT,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".eml": Format.MAIL,
    ".rss": Format.FEED,
    ".atom": Format.FEED,
    ".xml": Format.FEED,
}
"""The suffixes of the files that are read from a folder."""

_MAGIC = (
    (b"PK\x03\x04", Format.DOCX),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format.OLD_WORD),
    (b"{\\rtf", Format.RICH_TEXT),
    (b"\x89PNG", Format.BINARY),
    (b"\xff\xd8\xff", Format.BINARY),
    (b"GIF8", Format.BINARY),
    (b"\x1f\x8b", Format.BINARY),
    (b"\x7fELF", Format.BINARY),
    (b"SQLite format 3\x00", Format.BINARY),
    (b"RIFF", Format.BINARY),
    (b"ID3", Format.BINARY),
)
_FEED = re.compile(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_MARKUP = re.compile(rb"<(?:\?xml|!--|article|div|p|h1|section|main|meta|title|table)[\s>]", re.IGNORECASE)
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}\r?\n")
_MAIL_HEADERS = re.compile(rb"^(?:from|subject|date|mime-version|received):", re.IGNORECASE | re.MULTILINE)


def find_format(data: bytes, suffix: str = "", content_type: str = "") -> Format:
    """Return the format of `data`, by its bytes; the suffix and content type only decide between texts."""
    start = data[:LOOK_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    start = start.replace(b"\x00", b"")  # UTF-16 reads as ASCII for what is looked for here
    if start.startswith(b"<") and _FEED.search(start) and not _HTML.search(start):
        return Format.FEED
    if _HTML.search(start) and (start.startswith(b"<") or suffix in (".html", ".htm", ".xhtml")):
        return Format.HTML
    if suffix == ".eml" or _is_mail(data[:LONGEST_HEADER]):
        return Format.MAIL
    if SUFFIXES.get(suffix) is Format.HTML or "html" in content_type or _MARKUP.match(start):
        return Format.HTML
    return Format.TEXT


def _is_mail(start: bytes) -> bool:
    header = _MAIL.match(start)
    return header is not None and len(_MAIL_HEADERS.findall(header[0])) >= 3
