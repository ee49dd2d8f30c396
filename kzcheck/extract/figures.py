"""Reading one figure: its number, its unit or counted noun, before ranges and hedges are seen to."""

import re
from dataclasses import dataclass

from kzcheck.domain import Approximator, Change, QuantityKind
from kzcheck.extract import context, numbers
from kzcheck.extract.nouns import read_noun
from kzcheck.extract.numbers import Form, Number
from kzcheck.extract.text import word_set
from kzcheck.extract.units import ReadUnit, Unit, read_currency_before, read_unit, with_rate


@dataclass(slots=True)
class Figure:
    """A figure in the making. `number_end` is where its numeral ends; `plain` as in `Number`."""

    start: int
    end: int
    number_end: int
    value: float
    form: Form
    scale: float
    plain: bool
    high: float | None = None
    unit: str | None = None
    kind: QuantityKind = QuantityKind.NUMBER
    approximator: Approximator = Approximator.EXACT
    change: Change | None = None
    prefixed: bool = False
    """The currency stands before the number."""


class Source:
    """A text and its lowered twin, which every reader needs; and where the last figure ended."""

    __slots__ = ("floor", "low", "text")

    def __init__(self, text: str, low: str) -> None:
        self.text = text
        self.low = low
        self.floor = 0


_TALL_LETTER = re.compile(r"\s?(m|b|t|mm|bn)(?![\w'’])")
_LETTERS = {"m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12}
_OLD = re.compile(r"(?:\s?-\s?|\s{1,2})olds?\b|\s{1,2}of\s{1,2}age\b")
_AGE = re.compile(r"\s?-?\s?(?:yo\b|y/o\b|y\.o\.)")
_AGED = re.compile(r"\b(?:aged?|ages|age\sof|aged\sbetween|ages\sof|aged\sfrom)\s{1,2}\Z")
_OF = re.compile(r"\s{1,2}of\s{1,2}(?:(?:the|these|those|its|their|his|her|our|my|all)\s{1,2}){0,2}")
_OF_A = re.compile(r"\s{1,2}(?:of\s{1,2})?(?:an?|one)\s{1,2}|\s?-\s?an?\s?-\s?")
_HALF_AFTER = re.compile(
    r"\s{1,2}(?:of|the|its|their|his|her|our|my|all|those|these|that|as|believe|say|said|were|are)\b|[.,;:)]"
)
_NOT_HALF_BEFORE = word_set("""
    first second this that other latter former early bottom top better next last third fourth final each
    every opening closing a-half
""")
_HALF_BEFORE = word_set("""
    by than about nearly almost over roughly some least just under approximately around to cut only
""")
_NOT_AFTER_ONE = re.compile(
    r"\s{1,2}(?:another|by|or\sthe\sother|day\b(?!s))|['’]s\b|\s?-\s?(?!year|month|day|week|hour|minute|third|half|quarter|mile|yen|dollar)"
)
_NOT_BEFORE_ONE = word_set("""
    no each every any this that which another the only everyone
""")
_OF_RATE = re.compile(
    r"\s(?:of\s)?(?:[a-z][a-z'’-]*\s){1,4}?(?:an?|per)\s(day|week|month|year)\b(?!\s(?:ago|earlier|later|before|after|old|from)|-)"
)
_STERLING_SCALE = 1e5
_ODDS = re.compile(
    r"\s{1,2}(in|out\sof)(?:\severy)?\s{1,2}(?=[0-9]|two|three|four|five|six|seven|eight|nine|ten|twenty|a\s|hundred|thousand|million)"
)
_DIGITS = re.compile(r"[0-9][0-9.,]*+")
_AGE_SAID = re.compile(r"\b(?:he|she|who|i)(?:['’]s|\s(?:is|was|turned|turns))\s(?:now\s|only\s|just\s)?\Z")
_AFTER_AGE = re.compile(r"[.,;]|\s(?:when|and|or)\b|\Z")
_CENTS = re.compile(
    r",?\s(?:and\s)?([0-9]{1,2}|[a-z]+(?:[\s-][a-z]+)?)\s(?:cents|pence|kopecks|kopeks)\b|\s([0-9]{2})(?![\w%.,-]*[\w%])"
)


def read_number(low: str, match: re.Match[str]) -> Number | None:
    """Read the numeral that a match of the scanner found."""
    start = match.start()
    first = low[start]
    if "0" <= first <= "9":
        if (
            start
            and low[start - 1] == "."
            and not (start > 1 and (low[start - 2].isalnum() or low[start - 2] in ".)"))
        ):
            return numbers.read_digits(low, start - 1, match.end())
        return numbers.read_digits(low, start, match.end())
    if first in numbers.SIGNS:
        return numbers.read_sign(low, start)
    return numbers.read_words(low, start)


def read_figure(source: Source, number: Number, *, joined: bool = False) -> Figure | None:
    """Read the figure around a number: its sign and currency before, its unit or noun behind.

    `joined` tells that it follows a dash or a word of a range, which is no minus sign then.
    """
    text, low = source.text, source.low
    figure = Figure(
        number.start,
        number.end,
        number.end,
        number.value,
        number.form,
        number.scale,
        number.plain,
        number.high,
    )
    if number.form is Form.FRACTION:
        return _read_share(source, figure)
    currency = read_currency_before(text, low, number.start)
    if currency and currency.end >= source.floor:
        return _with_currency(source, figure, currency)
    if not joined and not _starts_freely(low, figure):
        return None
    unit = read_unit(text, low, figure.end)
    if unit and unit.unit.name == "metre" and low[figure.end] == "m":
        unit = _metres_or_millions(source, figure, unit)
    if (unit is None and number.form is not Form.DIGITS and number.scale > 1) or number.form is Form.VAGUE:
        of = _OF.match(low, figure.end)
        unit = unit or (read_unit(text, low, of.end() - 1) if of else None)
    if unit:
        return _with_unit(source, figure, unit)
    return _without_unit(source, figure)


def _starts_freely(low: str, figure: Figure) -> bool:
    """Tell whether a number stands on its own, and take in its minus sign."""
    start = figure.start
    if start == 0:
        return True
    before = low[start - 1]
    if before.isalnum() or before in "_#@=&/^\\":
        return False
    if before in "-−‑":
        if start == 1 or low[start - 2].isspace() or low[start - 2] in "(–—":
            figure.value, figure.start = -figure.value, start - 1
            return True
        return not low[start - 2].isalnum() or (
            before == "-" and low[max(0, start - 4) : start - 1] in ("sub", "mid")
        )
    return True


def _with_currency(source: Source, figure: Figure, currency: ReadUnit) -> Figure | None:
    low = source.low
    if figure.scale == 1:
        letter = _TALL_LETTER.match(low, figure.end)
        if letter:
            figure.scale = _LETTERS[letter[1]]
            figure.value *= figure.scale
            figure.end = figure.number_end = letter.end()
    named = read_unit(source.text, low, figure.end)
    if named and named.unit.kind is QuantityKind.MONEY:
        read = named
    else:
        read = with_rate(source.text, low, ReadUnit(currency.unit, figure.end))
    start = currency.end
    if low.startswith("ps", start) and figure.scale == 1 and figure.value < 10:
        return None
    if start and low[start - 1] in "-−" and not low[start - 2 : start - 1].isalnum():
        figure.value, start = -figure.value, start - 1
    figure.start, figure.prefixed = start, True
    return _settle(source, figure, read)


def _settle(source: Source, figure: Figure, read: ReadUnit) -> Figure:
    """Give a figure its unit, and the rate that comes behind what it is of ("barrels of oil a day")."""
    name, end = read.unit.name, read.end
    if " per " not in name and read.unit.kind in (QuantityKind.MEASURE, QuantityKind.MONEY):
        rate = _OF_RATE.match(source.low, end)
        if rate:
            name = f"{name} per {rate[1]}"
    figure.unit, figure.kind, figure.end = name, read.unit.kind, end
    return figure


def _metres_or_millions(source: Source, figure: Figure, metres: ReadUnit) -> ReadUnit | None:
    """Read "1.2m tons" and "5.6m people" as millions, "1.8m tall" as metres."""
    end = figure.end + 1
    if metres.end != end:
        return metres
    unit = read_unit(source.text, source.low, end)
    if unit is None and source.text[figure.end] == "m":
        noun = read_noun(source.text, source.low, end, one=False)
        if noun is None or not noun.plural:
            return metres
    figure.scale = 1e6
    figure.value *= 1e6
    figure.end = figure.number_end = end
    return unit


def _with_unit(source: Source, figure: Figure, read: ReadUnit) -> Figure | None:
    low, name = source.low, read.unit.name
    if name == "pound-mass" and figure.scale >= _STERLING_SCALE:
        read = ReadUnit(Unit("pound sterling", QuantityKind.MONEY), read.end)
    elif read.unit.kind is QuantityKind.DURATION:
        if name == "day" and figure.value == 1 and figure.form is Form.WORDS and low[figure.end] == " ":
            return None
        old = _OLD.match(low, read.end)
        if old:
            return _settle(source, figure, ReadUnit(Unit(f"{name} of age", QuantityKind.AGE), old.end()))
    elif read.unit.kind is QuantityKind.MONEY:
        return _add_cents(source, _settle(source, figure, read))
    elif read.unit.kind is QuantityKind.TEMPERATURE and low[max(0, figure.start - 3) : figure.start] == " - ":
        figure.value, figure.start = -figure.value, figure.start - 2
    return _settle(source, figure, read)


def _add_cents(source: Source, figure: Figure) -> Figure:
    """Add the cents of "five dollars and 20 cents" and "15 dollars 50"."""
    low = source.low
    cents = _CENTS.match(low, figure.end)
    if not cents or figure.value != int(figure.value) or figure.scale > 1e3:
        return figure
    words = cents[1] or cents[2]
    value = float(words) if words.isdecimal() else None
    if value is None:
        number = numbers.read_words(low, cents.start(1))
        value = number.value if number and number.end == cents.end(1) else None
    if value is not None and value < 100:
        figure.value += value / 100
        figure.end = cents.end()
    return figure


def _without_unit(source: Source, figure: Figure) -> Figure | None:
    """Read a number that has no unit: an age, odds, a count of something, or a bare figure."""
    low, end = source.low, figure.end
    if low[end : end + 1].isalpha() and not _AGE.match(low, end):
        return None
    if figure.plain and figure.value >= 0 and context.is_no_figure(low, figure.start, end):
        return None
    age = _read_age(low, figure)
    if age:
        return _settle(source, figure, ReadUnit(Unit("year of age", QuantityKind.AGE), age))
    return _read_odds(source, figure) or _read_count(source, figure)


def _read_age(low: str, figure: Figure) -> int | None:
    """Return where an age ends that is said without "years" ("aged 34", "87 yo", "who was 10")."""
    start, end = figure.start, figure.end
    behind = _AGE.match(low, end)
    if behind:
        return behind.end()
    before = low[max(0, start - 20) : start]
    if _AGED.search(before) or (
        _AGE_SAID.search(before) and _AFTER_AGE.match(low, end) and figure.value < 120
    ):
        return end
    return None


def _read_odds(source: Source, figure: Figure) -> Figure | None:
    """Read "one in five" and "4 out of 10" as a share in percent."""
    low = source.low
    odds = _ODDS.match(low, figure.end)
    if not odds:
        return None
    of = numbers.read_words(low, odds.end()) if low[odds.end()].isalpha() else None
    digits = _DIGITS.match(low, odds.end())
    if digits:
        of = numbers.read_digits(low, odds.end(), digits.end())
    if of is None or not 0 < figure.value < of.value or of.form is Form.VAGUE or 1900 <= of.value <= 2100:
        return None
    unit = read_unit(source.text, low, of.end)
    if unit or (odds[1] == "in" and of.value > 10 and of.value % 10):
        return None
    figure.value *= 100 / of.value
    figure.unit, figure.kind, figure.end = "percent", QuantityKind.PERCENTAGE, of.end
    figure.number_end = of.end
    return figure


def _read_count(source: Source, figure: Figure) -> Figure | None:
    text, low, end = source.text, source.low, figure.end
    of = _OF.match(low, end)
    one = figure.value == 1 and figure.form is Form.WORDS
    if (
        one
        and not of
        and (context.word_before(low, figure.start) in _NOT_BEFORE_ONE or _NOT_AFTER_ONE.match(low, end))
    ):
        return None
    noun = read_noun(text, low, of.end() - 1 if of else end, one=one)
    if one and not of and (noun is None or noun.plural):
        return None
    if figure.plain and not _counts(source, figure, plural=bool(noun and noun.plural)):
        return None
    if noun:
        counted = with_rate(text, low, ReadUnit(Unit(noun.name, QuantityKind.COUNT), noun.end))
        figure.unit, figure.kind, figure.end = counted.unit.name, counted.unit.kind, counted.end
    return figure


def _counts(source: Source, figure: Figure, *, plural: bool) -> bool:
    """Tell whether bare digits without a unit are a figure, and not a year, a label or part of a name."""
    low, start, end = source.low, figure.start, figure.number_end
    if context.is_year(figure.value, end - start) and context.is_year_here(low, start, end, counted=plural):
        return False
    return plural or not (context.is_name_part(source.text, start) or context.is_list_marker(low, start, end))


def _read_share(source: Source, figure: Figure) -> Figure | None:
    """Read a fraction: of a unit ("half a mile"), or a share in percent ("a third of those")."""
    text, low, end = source.text, source.low, figure.end
    if not _starts_freely(low, figure):
        return None
    before = context.word_before(low, figure.start)
    of_a = _OF_A.match(low, end)
    unit = read_unit(text, low, of_a.end() - 1) if of_a else read_unit(text, low, end)
    if unit and before not in _NOT_HALF_BEFORE:
        return _with_unit(source, figure, unit)
    word = low[figure.start : figure.number_end]
    if word in ("half", "quarter"):
        if before in _NOT_HALF_BEFORE or not (before in _HALF_BEFORE or _HALF_AFTER.match(low, end)):
            return None
        if word == "quarter" and (before != "a" or not low.startswith(" of", end)):
            return None
    elif word[0].isdigit() and not _OF.match(low, end):
        return None
    figure.value *= 100
    figure.unit, figure.kind = "percent", QuantityKind.PERCENTAGE
    return figure
