"""Dates told from the day of publication: "yesterday", "last year", "on Monday", "three weeks ago"."""

from kzcheck.extract.calendar_words import WEEKDAYS, Anchor, days_from, edtf, months_from
from kzcheck.extract.date_forms import COUNTS, Reading
from kzcheck.extract.patterns import Pattern

_DAYS = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
}
_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_NAMED = Pattern("(" + "|".join(_DAYS) + r")(?![\w-])")
_STEPPED = Pattern(
    r"(last|this|next)\s(week|month|year|quarter|decade|century|spring|summer|autumn|fall|winter"
    r"|" + "|".join(WEEKDAYS) + r")(?!\w|['’]s|-(?:long|old))"
)
_WEEKDAY = Pattern("(" + "|".join(WEEKDAYS) + r")(?![\w-])")
_AGO = Pattern(
    r"\b((?:about|around|nearly|almost|roughly|some|more\sthan|over)\s)?"
    r"(an?|a\sfew|several|a\scouple\sof|some|many|[0-9]{1,4}|[a-z]+(?:-[a-z]+)?)"
    r"(?:\s|-)(day|week|month|year|decade|century|centurie)s?\s(?:and\sa\shalf\s)?\Z"
)
_VAGUE_COUNTS = {"a few": 3, "several": 4, "some": 4, "many": 10}
_YEARS = {"year": 1, "decade": 10, "century": 100, "centurie": 100}


def read_relative(text: str, low: str, start: int, anchor: Anchor) -> Reading | None:
    """Read "yesterday", "last month", "Friday" at `start`, counted from the anchor."""
    named = _NAMED.match(low, start)
    if named:
        value = days_from(anchor, _DAYS[named[1]])
        return Reading(start, named.end(), value, relative=True) if value else None
    stepped = _STEPPED.match(low, start)
    if stepped:
        value = _step(anchor, _STEPS[stepped[1]], stepped[2])
        return Reading(start, stepped.end(), value, relative=True) if value else None
    weekday = _WEEKDAY.match(low, start)
    if weekday and text[start].isupper():
        value = _weekday(anchor, WEEKDAYS[weekday[1]], 0)
        return Reading(start, weekday.end(), value, relative=True) if value else None
    return None


def _step(anchor: Anchor, step: int, unit: str) -> str | None:
    """Return the week, month, year … that lies `step` from the anchor's."""
    if unit in WEEKDAYS:
        return _weekday(anchor, WEEKDAYS[unit], step)
    if unit == "year":
        return edtf(anchor.year + step) if 1 <= anchor.year + step <= 9999 else None
    if unit == "decade":
        return f"{anchor.year // 10 + step:03}X"
    if unit == "century":
        return f"{anchor.year // 100 + step:02}XX"
    if unit == "month":
        return months_from(anchor, step)
    if unit == "week":
        return _week(anchor, step)
    if unit == "quarter":
        return _quarter(anchor, step)
    return None


def _week(anchor: Anchor, step: int) -> str | None:
    date = anchor.date()
    if date is None:
        return None
    first, last = (days_from(anchor, 7 * step - date.weekday() + day) for day in (0, 6))
    return f"{first}/{last}" if first and last else None


def _quarter(anchor: Anchor, step: int) -> str | None:
    if anchor.month is None:
        return None
    index = anchor.year * 4 + (anchor.month - 1) // 3 + step
    return f"{index // 4:04}-{33 + index % 4}"


def _weekday(anchor: Anchor, weekday: int, step: int) -> str | None:
    """Return the last such day up to the anchor's; for `step` 1 the first one after it."""
    date = anchor.date()
    if date is None:
        return None
    back = (date.weekday() - weekday) % 7
    if step > 0:
        return days_from(anchor, 7 - back)
    return days_from(anchor, -(back or (7 if step < 0 else 0)))


def read_ago(low: str, floor: int, start: int, end: int, anchor: Anchor) -> Reading | None:
    """Read "three weeks ago", whose "ago" stands at `start:end`; what is vague is marked approximate."""
    begin = max(floor, start - 48)
    match = _AGO.search(low[begin:start])
    if not match:
        return None
    words, unit = " ".join(match[2].split()), match[3]
    vague = words in _VAGUE_COUNTS or bool(match[1])
    count = (
        _VAGUE_COUNTS.get(words) or COUNTS.get(words) or (int(words) if words.isdecimal() else _tens(words))
    )
    if not count:
        return None
    if unit in _YEARS:
        year = anchor.year - count * _YEARS[unit]
        value = edtf(year) if year > 0 else None
    elif unit == "month":
        value = months_from(anchor, -count)
    else:
        value = days_from(anchor, -count * (7 if unit == "week" else 1))
    if value is None:
        return None
    return Reading(begin + match.start(), end, value + "~" if vague else value, relative=True)


def _tens(words: str) -> int:
    tens, _, ones = words.partition("-")
    value = _TENS.get(tens, 0)
    return value + COUNTS.get(ones, 0) if value else 0


_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
