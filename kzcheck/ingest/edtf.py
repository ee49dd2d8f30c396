"""Converting dates of pages, feeds and messages to EDTF."""

import re
from datetime import date
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# German, French, Spanish, Portuguese, Italian, Dutch, Russian, from January to December.
_MONTH_NAMES = (
    "januar|jänner|janvier|enero|janeiro|gennaio|januari|января",
    "februar|feber|février|febrero|fevereiro|febbraio|februari|февраля",
    "märz|mars|marzo|março|maart|марта",
    "april|avril|abril|aprile|апреля",
    "mai|mayo|maio|maggio|mei|мая",
    "juni|juin|junio|junho|giugno|июня",
    "juli|juillet|julio|julho|luglio|июля",
    "august|août|agosto|augustus|августа",
    "september|septembre|septiembre|setiembre|setembro|settembre|сентября",
    "oktober|octobre|octubre|outubro|ottobre|октября",
    "november|novembre|noviembre|novembro|ноября",
    "dezember|décembre|diciembre|dezembro|dicembre|december|декабря",
)
_FOREIGN = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split("|")}
_FOREIGN_WORDS = re.compile(
    rf"\b(\d{{1,2}})(?:er|\.|º)?\s+(?:de\s+)?({'|'.join(_FOREIGN)})\.?,?\s+(?:de[l]?\s+)?(\d{{4}})\b",
    re.IGNORECASE,
)
_CHARACTERS = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?![\d.])")  # the day first, everywhere
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?)?\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
    r"(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b",
    re.IGNORECASE,
)
_IN_URL = re.compile(
    r"/(\d{4})[/-](\d{1,2}|[a-z]{3})(?:[/-](\d{1,2}))?(?=[/-]|$)|/(20\d\d)(\d\d)(\d\d)(?=\D|$)", re.IGNORECASE
)
EARLIEST, LATEST = 1600, 2100
FIRST_PAGE = 1990  # no address of a page names a year before the web


def to_edtf(text: str | None) -> str | None:
    """Return the first date in the beginning of a text as EDTF (a day, month or year), or None.

    It is meant for dates written for machines (ISO 8601) and in bylines, in several languages.
    """
    if not text:
        return None
    near = text[:200]
    if (written := _CHARACTERS.search(near)) and (found := _edtf(*written.groups())):
        return found
    if (iso := _ISO.match(near)) and (found := _edtf(*iso.groups())):
        return found
    if words := _WORDS.search(near):
        month = str(_MONTHS.index(words[2][:3].lower()) + 1)
        return _edtf(words[4], month, words[1] or words[3])
    if words := _FOREIGN_WORDS.search(near):
        return _edtf(words[3], str(_FOREIGN[words[2].lower()]), words[1])
    if dotted := _DOTTED.search(near):
        return _edtf(dotted[3], dotted[2], dotted[1])
    return None


def mail_date(text: str | None) -> str | None:
    """Return the day of a date as messages and RSS write it (RFC 5322), or None."""
    try:
        return parsedate_to_datetime(text or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def date_in_url(url: str) -> str | None:
    """Return the date that a path like /2022/01/07/ or /2022/jan/07/ names, as EDTF, or None."""
    match = _IN_URL.search(url)
    if match is None:
        return None
    if int(match[1] or match[4]) < FIRST_PAGE:
        return None
    if match[4]:
        return _edtf(match[4], match[5], match[6])
    month = match[2]
    if month.isalpha():
        if month.lower() not in _MONTHS:
            return None
        month = str(_MONTHS.index(month.lower()) + 1)
    return _edtf(match[1], month, match[3])


def _edtf(year: str, month: str | None, day: str | None) -> str | None:
    try:
        checked = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if not EARLIEST <= checked.year <= LATEST:
        return None
    if day:
        return checked.isoformat()
    return checked.isoformat()[:7] if month else checked.isoformat()[:4]
