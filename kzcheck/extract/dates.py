"""Dates in running text, as EDTF (Extended Date/Time Format, ISO 8601-2).

Years, months and days by name or in figures; seasons, quarters, decades and centuries; spans of them;
and what is told from the day of publication, marked `relative`. One pass over the places where a date
may begin; every reader looks at a bounded stretch.
"""

import re
from dataclasses import dataclass

from kzcheck.extract.calendar_words import MONTHS, Anchor, read_anchor
from kzcheck.extract.date_forms import Reading, read_digits, read_month, read_part
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.relative_dates import read_ago, read_relative
from kzcheck.extract.text import lowered

_START = Pattern(
    r"(?<![\w.,$€£#@=&])[0-9]{1,4}+(?![0-9])|\b(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+"
    r"|(?P<ago>ago)\b"
    r"|(?P<relative>(?:to(?:day|night|morrow)|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|last|this|next)\b)"
    r"|(?:spring|summer|autumn|fall|winter|q[1-4]|h[12]|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|twenty)\b)"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as it stands in a text, `start:end`, and what it comes to.

    `edtf` has the precision the text has: `2022-01-07`, `2022-01`, `2022`, `199X` (a decade), `18XX` (a
    century), `2019-22` (a season), `2019-35` (a quarter), `2015/2019` (a span), `1850~` (about).
    `relative` marks one that was resolved against the date of publication.
    """

    start: int
    end: int
    text: str
    edtf: str
    relative: bool = False


def find_dates(text: str, published: str | None = None) -> list[DateMention]:
    """Return the dates of `text` in order, none overlapping; `published` (EDTF) resolves relative ones.

    What needs a date of publication to be resolved is left out where none is known.
    """
    low = lowered(text)
    anchor = read_anchor(published)
    found: list[DateMention] = []
    position = floor = 0
    while match := _START.search(low, position):
        position = match.end()
        reading = _read(text, low, match, floor, anchor)
        if reading is None or reading.start < floor:
            continue
        start, floor = reading.start, reading.end
        position = max(position, floor)
        found.append(DateMention(start, floor, text[start:floor], reading.edtf, reading.relative))
    return found


def _read(text: str, low: str, match: re.Match[str], floor: int, anchor: Anchor | None) -> Reading | None:
    """Read the date at a match of the scanner."""
    start = match.start()
    if "0" <= low[start] <= "9":
        return read_digits(text, low, start, anchor)
    if match["month"]:
        return read_month(text, low, start, anchor) if match[0] in MONTHS else None
    if match["ago"]:
        return read_ago(low, floor, start, match.end(), anchor) if anchor else None
    if match["relative"]:
        return read_relative(text, low, start, anchor) if anchor else None
    return read_part(low, start)
