"""Dates as pages and feeds write them for machines, to EDTF."""

import re
from datetime import date

_ISO = re.compile(r"\s*(\d{4})(?:[-/.]?(\d{1,2})(?:[-/.]?(\d{1,2}))?)?(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
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
    """Return the day, month or year that a machine's or a byline's date starts with, as EDTF, or None."""
    if not text:
        return None
    iso = _ISO.match(text)
    if iso is not None:
        found = _edtf(iso[1], iso[2], iso[3])
        if found is not None:
            return found
    words = _WORDS.search(text[:200])
    if words is None:
        return None
    month = str(_MONTHS.index(words[2][:3].lower()) + 1)
    return _edtf(words[4], month, words[1] or words[3])


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
