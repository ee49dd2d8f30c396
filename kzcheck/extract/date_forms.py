"""Dates that name themselves: days, months, years, seasons, quarters, decades, centuries, and their spans."""

import re
from typing import NamedTuple

from kzcheck.extract import context
from kzcheck.extract.beside import DIGITS, behind
from kzcheck.extract.calendar_words import (
    FIRST_HALF,
    FIRST_QUARTER,
    MONTHS,
    SEASONS,
    Anchor,
    edtf,
    full_year,
    is_date,
    nearest_year,
)
from kzcheck.extract.nouns import read_noun
from kzcheck.extract.numbers import ONES, ORDINALS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set
from kzcheck.extract.units import read_unit


class Reading(NamedTuple):
    """A stretch of a text as EDTF; `relative` when the date of publication had a part in it."""

    start: int
    end: int
    edtf: str
    relative: bool = False


_MONTH = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])(?:(?<![a-z]{5})\.)?"
_DAY = r"([0-9]{1,2})(?:st|nd|rd|th)?(?![0-9a-z])"
_LONGEST_DAY = 2
_DATE_SIGNS = frozenset("-./")
_AFTER_DAY = DIGITS | MONTHS.keys() | frozenset("–—") | word_set("st nd rd th to through and until day of")
"""What follows the number of a day or a century."""
_AFTER_DECADE = frozenset({"s", "'", "’"})
_YEAR = r"([12][0-9]{3})(?![0-9]|[.,][0-9])"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|and|until)\s)"

_ISO = Pattern(
    r"([12][0-9]{3})-([0-9]{2})(?:-([0-9]{2}))?(?![0-9-])|([12][0-9]{3})/([0-9]{2})/([0-9]{2})(?![0-9/])"
)
_DOTTED = Pattern(r"([0-9]{1,2})\.([0-9]{1,2})\.([12][0-9]{3})(?![0-9.])")
_SLASHED = Pattern(r"([0-9]{1,2})/([0-9]{1,2})/([12][0-9]{3}|[0-9]{2})(?![0-9/])")
_DAY_MONTH = Pattern(rf"{_DAY}(?:{_TO}{_DAY})?(?:\s|-)(?:day\s)?(?:of\s)?{_MONTH}(?:(?:,?\s|-){_YEAR})?")
_MONTH_DAY = Pattern(rf"{_MONTH}\s(?:the\s)?{_DAY}(?:{_TO}{_DAY})?(?:(?:,\s?|\s){_YEAR})?")
_MONTH_SPAN = Pattern(rf"{_MONTH}(?:\s{_YEAR})?{_TO}{_MONTH}(?:,?\s(?:of\s)?{_YEAR})?")
_MONTH_YEAR = Pattern(rf"{_MONTH},?\s(?:of\s|in\s)?{_YEAR}|{_MONTH}\s['’]([0-9]{{2}})(?![0-9])")
_MONTH_ALONE = Pattern(rf"{_MONTH}(?!\w)")
_DECADE = Pattern(r"([12][0-9]{2})0['’]?s(?![a-z])")
_SHORT_DECADE = Pattern(r"['’]?([2-9])0['’]?s(?![a-z])")
_YEAR_SPAN = Pattern(
    r"([12][0-9]{3})(\s?[-–—/]\s?|\s(?:to|and|through|until)\s)([12][0-9]{3}|[0-9]{2})(?![0-9]|[.,][0-9]|\s?%|-[0-9])"
)
_YEAR_ALONE = Pattern(_YEAR)
_ERA = Pattern(r"([0-9]{1,4})\s?(b\.c\.(?:e\.)?|bce?|a\.d\.|ad|ce|c\.e\.)(?![a-z])")
_ERA_WORDS = frozenset({"b", "bc", "bce", "a", "ad", "c", "ce"})
_CENTURY = Pattern(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th)|((?:twenty[-\s])?[a-z]+))(?:\s|-)century(?:\s(b\.c\.|bc)(?!\w))?"
)
_SEASON = Pattern(r"(spring|summer|autumn|fall|winter)\s(?:of\s)?" + _YEAR)
_PART = Pattern(
    r"(?:q([1-4])|h([12])|(first|second|third|fourth|1st|2nd|3rd|4th)[\s-](quarter|half)),?\s(?:of\s|in\s)?(?:the\syear\s)?"
    + _YEAR
)
_CIRCA = Pattern(r"\b(?:about|around|circa|ca?\.|roughly|approximately|before|after)\s\Z")
_MONTH_CUE = Pattern(
    r"\b(?:in|since|until|by|from|of|last|next|this|late|early|mid|through|during|before|after|between|and|to)[\s-]\Z"
)
_SPAN_CUE = Pattern(r"\b(?:between|from)\s\Z")
_STREET = Pattern(
    r"\s(?:[A-Z0-9][\w.]*\s){1,3}(?:St|Street|Ave|Avenue|Dr|Drive|Rd|Road|Pl|Place|Lane|Blvd|Boulevard|Court|Square)\b"
)
"""What follows the number of a house: "1909 Elm Drive"."""
_YEAR_CUE = Pattern(
    r"\b(?:in|since|until|by|from|of|year|around|circa|about|during|before|after|between|and|to|c\.|ca\.)\s\Z"
)
_MODAL = frozenset({"may", "march", "mar", "sep", "sept", "dec", "jan"})


def read_digits(source: Source, start: int, end: int, anchor: Anchor | None) -> Reading | None:
    """Read the date that begins with the digits at `start:end`."""
    low = source.low
    if low[end : end + 1] in _DATE_SIGNS:
        numeric = _read_numeric(low, start)
        if numeric:
            return numeric
    after = behind(low, end)
    decade = _read_decade(low, start) if after in _AFTER_DECADE else None
    era = _read_era(low, start) if after in _ERA_WORDS else None
    if end - start > _LONGEST_DAY:
        return decade or era or _read_years(source, start)
    if after not in _AFTER_DAY:
        return decade or era
    return _read_day_month(low, start, anchor) or _read_century(low, start) or decade or era


def _read_numeric(low: str, start: int) -> Reading | None:
    """Read "2022-01-07", "7.1.2022" and "1/7/2022"; of the last only what is sure."""
    iso = _ISO.match(low, start)
    if iso:
        parts = [int(part) for part in iso.groups() if part]
        year, month, day = (*parts, None)[:3]
        if year is not None and month and is_date(year, month, day) and day != 0:
            return Reading(start, iso.end(), edtf(year, month, day))
        return None
    dotted = _DOTTED.match(low, start)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return Reading(start, dotted.end(), edtf(year, month, day)) if is_date(year, month, day) else None
    slashed = _SLASHED.match(low, start)
    if not slashed:
        return None
    first, second, year = (int(part) for part in slashed.groups())
    year = full_year(year, 2000)
    if first > 12 and is_date(year, second, first):
        return Reading(start, slashed.end(), edtf(year, second, first))
    if (second > 12 or first == second) and is_date(year, first, second):
        return Reading(start, slashed.end(), edtf(year, first, second))
    return Reading(start, slashed.end(), edtf(year)) if is_date(year, first, second) else None


def _read_day_month(low: str, start: int, anchor: Anchor | None) -> Reading | None:
    match = _DAY_MONTH.match(low, start)
    if not match or (match[3] == "may" and not match[4] and not _ON.search(low[max(0, start - 8) : start])):
        return None
    return _day_reading(match, MONTHS[match[3]], match[1], match[2], match[4], anchor)


_ON = Pattern(r"\b(?:on|by|until|since|from|the|before|after|of)\s\Z")


def _day_reading(
    match: re.Match[str], month: int, first: str, last: str | None, year: str | None, anchor: Anchor | None
) -> Reading | None:
    """Write a day, or a span of days, of a month whose year is named or comes from the anchor."""
    if year is None and anchor is None:
        return None
    number = int(year) if year else nearest_year(anchor, month) if anchor else 0
    if not is_date(number, month, int(first)) or int(first) == 0:
        return None
    value = edtf(number, month, int(first))
    if last and is_date(number, month, int(last)) and int(last) > int(first):
        value = f"{value}/{edtf(number, month, int(last))}"
    return Reading(match.start(), match.end(), value, relative=year is None)


def _read_century(low: str, start: int) -> Reading | None:
    match = _CENTURY.match(low, start)
    if not match:
        return None
    if match[1]:
        number = int(match[1])
    else:
        word = match[2].removeprefix("twenty").lstrip("- ")
        number = ORDINALS.get(word, 0) + 20 * match[2].startswith("twenty-")
    if not 1 <= number <= 30:
        return None
    value = f"-{number - 1:02}XX" if match[3] else f"{number - 1:02}XX"
    return Reading(start, match.end(), value)


def _read_decade(low: str, start: int) -> Reading | None:
    match = _DECADE.match(low, start)
    owned = match is not None and match[0][-2] in "'’" and not low.startswith("the ", max(0, start - 4))
    if match and not owned:
        return Reading(start, match.end(), f"{match[1]}X")
    short = _SHORT_DECADE.match(low, start)
    if short and low[start - 1 : start] in ("'", "’"):
        return Reading(start - 1, short.end(), f"19{short[1]}X")
    return None


def _read_era(low: str, start: int) -> Reading | None:
    """Read "44 BC": astronomical years have a year 0, so 44 BC is -0043."""
    match = _ERA.match(low, start)
    if not match:
        return None
    year = int(match[1])
    value = f"-{year - 1:04}" if match[2].startswith("b") and year > 1 else f"{year:04}"
    return Reading(start, match.end(), value)


def _read_years(source: Source, start: int) -> Reading | None:
    low = source.low
    before = low[max(0, start - 16) : start]
    span = _YEAR_SPAN.match(low, start)
    if span and (not span[2].strip().isalpha() or _SPAN_CUE.search(before)):
        first, last = int(span[1]), full_year(int(span[3]), int(span[1]))
        if first < last <= 2100 and not read_unit(source, span.end(), behind(low, span.end())):
            return Reading(start, span.end(), f"{edtf(first)}/{edtf(last)}")
    match = _YEAR_ALONE.match(low, start)
    if not match or not _is_year(source, start, match.end()):
        return None
    circa = _CIRCA.search(before)
    if circa and circa[0].strip() not in ("before", "after"):
        return Reading(start - len(circa[0]), match.end(), f"{match[1]}~")
    return Reading(start, match.end(), match[1])


def _is_year(source: Source, start: int, end: int) -> bool:
    low = source.low
    if int(low[start:end]) > 2100 or low[end : end + 1].isalnum() or low[start - 1 : start] == ":":
        return False
    if context.is_labelled(source, start) or read_unit(source, end, behind(low, end)):
        return False
    if int(low[start:end]) < 1450 and not _YEAR_CUE.search(low[max(0, start - 8) : start]):
        return False
    if source.text[end + 1 : end + 2].isupper() and _STREET.match(source.text, end):
        return False
    noun = read_noun(source, end, one=False)
    counted = noun is not None and noun.plural
    return context.is_year_here(source, start, end, counted=counted) or (
        not counted and bool(_YEAR_CUE.search(low[max(0, start - 8) : start]))
    )


def read_month(text: str, low: str, start: int, anchor: Anchor | None) -> Reading | None:
    """Read the date that begins with a month's name; "May" and "March" only as names."""
    if not text[start].isupper():
        return None
    day = _MONTH_DAY.match(low, start)
    if day:
        return _day_reading(day, MONTHS[day[1]], day[2], day[3], day[4], anchor)
    return (
        _read_month_span(low, start, anchor)
        or _read_month_year(low, start)
        or _read_month_alone(low, start, anchor)
    )


def _read_month_span(low: str, start: int, anchor: Anchor | None) -> Reading | None:
    match = _MONTH_SPAN.match(low, start)
    if not match or (not match[4] and anchor is None):
        return None
    last = MONTHS[match[3]]
    year = int(match[4]) if match[4] else nearest_year(anchor, last) if anchor else 0
    first = MONTHS[match[1]]
    first_year = int(match[2]) if match[2] else year - (first > last)
    if (first_year, first) >= (year, last):
        return None
    return Reading(start, match.end(), f"{edtf(first_year, first)}/{edtf(year, last)}", relative=not match[4])


def _read_month_year(low: str, start: int) -> Reading | None:
    match = _MONTH_YEAR.match(low, start)
    if not match:
        return None
    if match[1]:
        return Reading(start, match.end(), edtf(int(match[2]), MONTHS[match[1]]))
    return Reading(start, match.end(), edtf(full_year(int(match[4]), 2000), MONTHS[match[3]]))


def _read_month_alone(low: str, start: int, anchor: Anchor | None) -> Reading | None:
    match = _MONTH_ALONE.match(low, start)
    if not match or anchor is None:
        return None
    if match[1] in _MODAL and not _MONTH_CUE.search(low[max(0, start - 10) : start]):
        return None
    end = match.end(1)
    month = MONTHS[match[1]]
    return Reading(start, end, edtf(nearest_year(anchor, month), month), relative=True)


def read_part(low: str, start: int) -> Reading | None:
    """Read a season, a quarter or a half of a named year, or a century in words."""
    season = _SEASON.match(low, start)
    if season:
        return Reading(start, season.end(), f"{season[2]}-{SEASONS[season[1]]}")
    part = _PART.match(low, start)
    if part:
        number = int(part[1] or part[2] or 0) or _NTH[part[3]]
        halves = bool(part[2]) or part[4] == "half"
        if halves and number > 2:
            return None
        return Reading(
            start, part.end(), f"{part[5]}-{(FIRST_HALF if halves else FIRST_QUARTER) + number - 1}"
        )
    return _read_century(low, start)


_NTH = {word: value for word, value in ORDINALS.items() if value <= 4} | {
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
COUNTS = {word: value for word, value in ONES.items() if value} | {"a": 1, "an": 1, "a couple of": 2}
