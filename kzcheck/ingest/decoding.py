"""Bytes to text: the encoding that is declared, that shows, or that fits best."""

import codecs
import re

from kzcheck.domain import KzcheckError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What codecs calls the charsets of texts; its other codecs (base64, idna, unicode_escape) are no charsets.
CHARSETS = (
    "utf",
    "iso",
    "cp",
    "koi8",
    "kz1048",
    "gb",
    "big5",
    "euc",
    "shift_jis",
    "mac",
    "tis",
    "latin",
    "ascii",
)
DECLARATION_REACH = 4096  # bytes of a page in which its charset is looked for
MOST_WRONG = 0.02  # share of characters that may be undecodable before a text counts as garbage
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]*?encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыі")


def decode_text(data: bytes, name: str, declared: str | None = None) -> str:
    """Return `data` as text, without its byte order mark.

    In this order: the byte order mark; UTF-8 when it decodes (a false declaration is common, valid
    UTF-8 by chance is not); the encoding `declared` outside; UTF-16 without a mark; Windows-1252, or
    Windows-1251 or KOI8-R when that reads as Cyrillic. Raises KzcheckError when none gives text.
    """
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, name)
    if b"\x00" in data:
        return _lenient(data, _wide_encoding(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared is not None and _known(declared):
        return _lenient(data, declared, name)
    return _guess(data, name)


def declared_encoding(data: bytes, content_type: str = "") -> str | None:
    """Return the encoding that an HTTP content type, a `<meta>` or an XML declaration names, or None."""
    match = _DECLARED.search(content_type.encode("ascii", "ignore")) or _DECLARED.search(
        data[:DECLARATION_REACH]
    )
    if match is None:
        return None
    encoding = match[1].decode("ascii").lower()
    # What browsers do: these labels mean the larger Windows code page.
    return {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030"}.get(
        encoding, encoding
    )


def _known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.startswith(CHARSETS)
    except (LookupError, ValueError):
        return False


def _wide_encoding(data: bytes, name: str) -> str:
    """Return which UTF-16 it is, by where the zero bytes stand. Raises KzcheckError for binary data."""
    sample = data[:20_000]
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.3 and even < 0.05:
        return "utf-16-le"
    if even > 0.3 and odd < 0.05:
        return "utf-16-be"
    raise KzcheckError(f"{name}: it is a binary file, not text; give a text, HTML, PDF or DOCX file")


def _lenient(data: bytes, encoding: str, name: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > max(2, MOST_WRONG * len(text)):
        raise KzcheckError(f"{name}: its bytes are not {encoding} text; save it as UTF-8 and try again")
    return text


def _guess(data: bytes, name: str) -> str:
    """Return the reading of undeclared eight-bit bytes that looks most like words."""
    high = [byte for byte in data[:100_000] if byte >= 0x80]
    letters = sum(1 for byte in data[:100_000] if byte >= 0x80 or chr(byte).isalpha())
    if len(high) < 0.4 * letters:
        try:
            repaired = data.decode("utf-8", "replace")
            if repaired.count("\ufffd") < 0.1 * len(high):
                return repaired
            text = data.decode("cp1252", "replace")
        except UnicodeDecodeError:
            text = ""
        wrong = sum(1 for char in text if char == "\ufffd" or "\x00" <= char < "\x09")
        if wrong <= MOST_WRONG * len(high):
            return text
    for encoding in ("cp1251", "koi8-r", "cp866"):
        text = data.decode(encoding, "replace")
        cyrillic = [char for char in text[:100_000] if "\u0400" <= char <= "\u04ff"]
        if cyrillic and sum(char in _COMMON_CYRILLIC for char in cyrillic) > 0.55 * len(high):
            return text
    raise KzcheckError(f"{name}: its encoding is not known and its bytes read as garbage; save it as UTF-8")
