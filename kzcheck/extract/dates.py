"""Dates in running text, as EDTF."""

import re
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH}\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d),?\s*)?(?P<year>1[5-9]\d\d|20\d\d)?|(?P<bare>1[5-9]\d\d|20\d\d))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in a text; `edtf` is what it comes to (Extended Date/Time Format, ISO 8601-2).

    `relative` marks one that was resolved against the date of publication ("last year").
    """

    start: int
    end: int
    text: str
    edtf: str
    relative: bool = False


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """Return the dates of `text` in order; `published` (EDTF) resolves relative ones."""
    found = []
    for match in _DATE.finditer(text):
        year = match["bare"] or match["year"] or (published or "")[:4]
        if not year:
            continue
        edtf = year
        if match["month"]:
            short = match["month"].lower()[:3]
            number = _MONTHS.index(short) + 1
            edtf = f"{year}-{number:02}"
            if match["day"] and 1 <= int(match["day"]) <= 31:
                edtf += f"-{int(match['day']):02}"
        end = match.start() + len(match[0].rstrip(" ,"))
        found.append(DateMention(match.start(), end, text[match.start() : end], edtf))
    return found
