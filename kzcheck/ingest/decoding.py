"""Decoding bytes to text, by the encoding that is declared, or that the bytes look like."""

import codecs
import re
from collections import Counter

from kzcheck.domain import KzcheckError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How the names of charsets begin; other codecs of Python (base64, idna, unicode_escape) are no charsets.
CHARSETS = (
    "utf", "iso", "cp", "koi8", "kz1048", "gb", "big5", "euc", "shift_jis", "mac", "tis", "latin", "ascii",
)  # fmt: skip
DECLARATION_REACH = 4096  # bytes of a page in which its charset is looked for
MOST_WRONG = 0.02  # share of characters that may be undecodable before a text counts as garbage
_DECLARED = re.compile(
    rb"""(?:charset\s*=\s*|<\?xml[^>]*?encoding\s*=\s*)["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE
)
MOST_BLOCKS = 3  # of 256 characters: an alphabet, Latin letters and signs, punctuation
_STRAY = re.compile("[\udc80-\udcff]")
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыі")


def decode_text(data: bytes, name: str, declared: str | None = None) -> str:
    """Return `data` as text, without its byte order mark.

    The encoding is that of the byte order mark; else UTF-16 if there are zero bytes; else UTF-8 if it
    decodes, since a false declaration is common and valid UTF-8 by chance is not; else the one `declared`
    outside; else Windows-1252, or Windows-1251, KOI8-R or CP866 if that reads as Cyrillic. `name` is for the
    message of the KzcheckError that is raised when none of them gives a text.
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
        try:
            return _lenient(data, declared, name)
        except KzcheckError as error:
            try:
                return _guess(data, name)  # what a page says of its encoding is wrong more often than not
            except KzcheckError:
                raise error from None
    return _guess(data, name)


def declared_encoding(data: bytes, content_type: str = "") -> str | None:
    """Return the encoding that a content type of HTTP, a `<meta>` or an XML declaration names, or None."""
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
    for encoding in ("utf-16-le", "utf-16-be"):
        if _has_words(sample.decode(encoding, "replace")):
            return encoding
    raise KzcheckError(f"{name}: it is a binary file, not text; give a text, HTML, PDF or DOCX file")


def _has_words(text: str) -> bool:
    """Return whether a text has words of an alphabet: characters of a few blocks, with spaces between them.

    UTF-16 that is read in the wrong byte order has characters of many blocks, and no spaces.
    """
    blocks = Counter(ord(char) >> 8 for char in text)
    common = sum(count for _, count in blocks.most_common(MOST_BLOCKS))
    controls = sum(char < " " and char not in "\t\r\n" for char in text)
    return text.count(" ") > 0.03 * len(text) and common > 0.95 * len(text) and not controls


def _lenient(data: bytes, encoding: str, name: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") > max(2, MOST_WRONG * len(text)):
        raise KzcheckError(f"{name}: its bytes are not {encoding} text; save it as UTF-8 and try again")
    return text


def _mixed(data: bytes) -> str | None:
    """Return a text that is UTF-8 with bytes of Windows-1252 in between; None when there is little UTF-8."""
    text = data.decode("utf-8", "surrogateescape")
    strays = sum("\udc80" <= char <= "\udcff" for char in text)
    if sum(char >= "\x80" for char in text) - strays < strays:
        return None
    return _STRAY.sub(lambda stray: bytes([ord(stray[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _guess(data: bytes, name: str) -> str:
    """Return eight-bit bytes of an unknown encoding as the text that looks most like words."""
    high = [byte for byte in data[:100_000] if byte >= 0x80]
    letters = sum(1 for byte in data[:100_000] if byte >= 0x80 or chr(byte).isalpha())
    if len(high) < 0.4 * letters:
        repaired = _mixed(data)
        if repaired is not None:
            return repaired
        text = data.decode("cp1252", "replace")
        wrong = sum(1 for char in text if char == "\ufffd" or "\x00" <= char < "\x09")
        if wrong <= MOST_WRONG * len(high):
            return text
    for encoding in ("cp1251", "koi8-r", "cp866"):
        text = data.decode(encoding, "replace")
        cyrillic = [char for char in text[:100_000] if "\u0400" <= char <= "\u04ff"]
        if cyrillic and sum(char in _COMMON_CYRILLIC for char in cyrillic) > 0.55 * len(high):
            return text
    raise KzcheckError(f"{name}: its encoding is not known and its bytes read as garbage; save it as UTF-8")
