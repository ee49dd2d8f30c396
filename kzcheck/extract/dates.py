"""Dates in running text, as EDTF (Extended Date/Time Format, ISO 8601-2).

Years, months and days by name or in figures; seasons, quarters, decades and centuries; spans of them;
and what is told from the day of publication, marked `relative`. One pass over the places where a date
may begin; every reader looks at a bounded stretch.
"""

from dataclasses import dataclass

from kzcheck.extract.calendar_words import MONTHS, Anchor, read_anchor
from kzcheck.extract.date_forms import Reading, read_digits, read_month, read_part
from kzcheck.extract.openers import DATES, RELATIVE, TOLD_DATES
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.relative_dates import read_ago, read_relative
from kzcheck.extract.scanning import places
from kzcheck.extract.text import Source

_DIGITS = Pattern(r"[0-9](?<![\w.,$€£#@=&][0-9])[0-9]{0,3}+(?![0-9])")


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
    return dates_in(Source(text), published)


def dates_in(source: Source, published: str | None) -> list[DateMention]:
    """Return the dates of a text as `find_dates` does."""
    text = source.text
    anchor = read_anchor(published)
    found: list[DateMention] = []
    position = floor = 0
    for start, end in places(source, TOLD_DATES if anchor else DATES):
        if start < position:
            continue
        position = end
        reading = _read(source, start, end, floor, anchor)
        if reading is None or reading.start < floor:
            continue
        floor = reading.end
        position = max(position, floor)
        found.append(
            DateMention(reading.start, floor, text[reading.start : floor], reading.edtf, reading.relative)
        )
    return found


def _read(source: Source, start: int, end: int, floor: int, anchor: Anchor | None) -> Reading | None:
    """Read the date whose digits or first word the scanner found."""
    low = source.low
    if not low[start].isalpha():
        digits = _DIGITS.match(low, start)
        return read_digits(source, start, digits.end(), anchor) if digits else None
    word = low[start:end]
    if word in MONTHS:
        return read_month(source.text, low, start, anchor)
    if anchor and word == "ago":
        return read_ago(low, floor, start, end, anchor)
    if anchor and word in RELATIVE:
        return read_relative(source.text, low, start, anchor)
    return read_part(low, start)
