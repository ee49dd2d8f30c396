"""Reading one figure: its number, its currency or unit, before ranges and hedges are seen to."""

import re

from kzcheck.extract import numbers
from kzcheck.extract.approximators import AFTER_HEDGED, read_hedge_after
from kzcheck.extract.beside import behind
from kzcheck.extract.counting import is_aged, read_without_unit
from kzcheck.extract.figures import Figure, settle
from kzcheck.extract.kinds import AGE, DURATION, MEASURE, MONEY, PERCENTAGE, TEMPERATURE
from kzcheck.extract.nouns import read_noun
from kzcheck.extract.numbers import Number
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set
from kzcheck.extract.units import ReadUnit, Unit, read_currency_before, read_unit, with_rate

_TALL_LETTER = Pattern(r"\s?(m|b|t|mm|bn)(?![\w'’])")
_CODES = ("usd", "eur", "gbp", "aud", "cad", "chf", "sek", "nok", "dkk", "inr", "cny", "jpy", "kzt", "rub")
_COUNT_LETTER = Pattern(rf"\s?(m|b|k)(?:(?![\w'’/²³-])|(?=(?:{'|'.join(_CODES)})\b))")
_COUNT_LETTERS = frozenset(letter + code for letter in "mbk" for code in ("", *_CODES))
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12}
_OLD = Pattern(r"(?:\s?-\s?|\s{1,2})olds?\b|\s{1,2}of\s{1,2}age\b")
_AGEING = frozenset({"old", "olds", "of"})
_OF = Pattern(r"\s{1,2}of\s{1,2}(?:(?:the|these|those|its|their|his|her|our|my|all)\s{1,2}){0,2}")
_OF_A = Pattern(r"\s{1,2}(?:of\s{1,2})?(?:an?|one)\s{1,2}|\s?-\s?an?\s?-\s?")
_SHARE_OPENER = Pattern(
    r"\b(?:by|to|than|about|nearly|almost|over|roughly|around|least|under|approximately|some)\sa\s\Z"
)
_HALF_AFTER = Pattern(
    r"\s{1,2}(?:of|the|its|their|his|her|our|my|all|those|these|that|as|believe|say|said|were|are)\b|[.,;:)]"
)
_NOT_HALF_BEFORE = word_set("""
    first second this that other latter former early bottom top better next last third fourth final each
    every opening closing a-half
""")
_HALF_BEFORE = word_set("""
    by than about nearly almost over roughly some least just under approximately around to cut only
""")
_LARGEST_PICTURE = 8000
"""Up to 8K, a capital K on the digits names a picture ("4K TVs")."""
_PICTURE_LINES = frozenset({240, 360, 480, 576, 720, 1080, 1440, 2160})
"""1080p is a picture, not a price."""
_STERLING_SCALE = 1e5
_ALSO_MONEY = ("dram", "pound-mass")
_FEET, _INCHES = frozenset("'’′"), frozenset('"”″')
_INCH = Unit("inch", MEASURE)
_SMALLEST_WON = 1000
"""Below that "won" behind a number is the verb."""
_PAID = Pattern(
    r"\b(?:costs?|paid|pays?|paying|owe[sd]?|price[sd]?|sells?|sold|worth|spen[dt]|fees?|fined?|bills?|charge[sd]?"
    r"|rent|salary|wages?|fare|bet|tip)\b[^.;]{0,16}\Z"
)
_HOUSES = 100
"""From here on a number before "W. Elm" is that of a house."""
_QUARTER = Pattern(r"[NSEW]\.?\s[A-Z]")
_PHONE = Pattern(r"[\s.-]?\(?[0-9]+")
_CENTS = Pattern(
    r",?\s(?:and\s)?([0-9]{1,2}|[a-z]+(?:[\s-][a-z]+)?)\s(?:cents?|pence|kopecks|kopeks)\b|\s(?:and\s)?([0-9]{2}|[a-z]+[\s-][a-z]+)(?=[.,;:!?)]*\Z|[.,;:!?)]\s)"
)


def read_number(source: Source, start: int, end: int) -> Number | None:
    """Read the numeral whose digits, sign or first word stand at `start:end`."""
    low = source.low
    first = low[start]
    if first.isalpha():
        return numbers.read_words(low, start)
    if first in numbers.SIGNS:
        return numbers.read_sign(low, start)
    if low[start - 1 : start] == ".":
        before = low[start - 2 : start - 1]
        start -= not (before.isalnum() or before in (".", ")"))
    return numbers.read_digits(low, start, end)


def read_figure(source: Source, number: Number, *, joined: bool = False) -> Figure | None:
    """Read the figure around a number: its sign and currency before, its unit or noun behind.

    `joined` tells that it follows a dash or a word of a range, which is no minus sign then.
    """
    text, low = source.text, source.low
    start, end, value, form, after, scale, plain, high = number
    figure = Figure(start, end, end, value, form, after, after, scale, plain, high)
    if form == "fraction":
        return _read_share(source, figure)
    loose = read_hedge_after(low, end) if after in AFTER_HEDGED else None
    if loose:
        figure.approximator = loose.approximator
        figure.reach(low, loose.edge)
    currency = read_currency_before(source, start)
    if currency and currency[1] >= source.floor:
        return _with_currency(source, figure, *currency)
    if not joined and not _starts_freely(low, figure):
        return None
    if scale == 1e3 and text[figure.end - 1] == "K" and value <= _LARGEST_PICTURE:
        return None
    if figure.behind in _COUNT_LETTERS:
        _take_letter(source, figure)
    if figure.behind in _INCHES and _stands_in_feet(low, figure):
        return settle(source, figure, ReadUnit(_INCH, figure.end + 1, behind(low, figure.end + 1)))
    unit = _read_unit_of(source, figure)
    if unit and not (figure.behind == "won" and _wins(low, figure)):
        return _with_unit(source, figure, unit)
    return read_without_unit(source, figure)


def _read_unit_of(source: Source, figure: Figure) -> ReadUnit | None:
    """Read the unit of a figure: behind it, or behind "of" or "of a" ("hundreds of miles")."""
    low, end = source.low, figure.end
    unit = read_unit(source, end, figure.behind)
    if unit is None and figure.behind == "of" and figure.form != "digits" and figure.scale > 1:
        unit = _unit_after(source, _OF.match(low, end))
    if unit is None and figure.value < 1:
        unit = _unit_after(source, _OF_A.match(low, end))
    return unit


def _unit_after(source: Source, words: re.Match[str] | None) -> ReadUnit | None:
    """Read the unit behind words that end in a space, if they are there."""
    return read_unit(source, words.end() - 1, behind(source.low, words.end() - 1)) if words else None


def _stands_in_feet(low: str, figure: Figure) -> bool:
    """Tell whether a number is the inches of a height in feet and inches."""
    return low[figure.end] in _INCHES and low[figure.start - 1 : figure.start] in _FEET


def _wins(low: str, figure: Figure) -> bool:
    """Tell whether "won" behind a number is the verb, not the money."""
    return low.startswith(" won", figure.end) and (figure.plain or figure.value < _SMALLEST_WON)


def _starts_freely(low: str, figure: Figure) -> bool:
    """Tell whether a number stands on its own, and take in its minus sign."""
    start = figure.start
    if start == 0 or low[start - 1].isspace():
        return True
    before = low[start - 1]
    if before.isalnum() or before in "_#@=&/^\\":
        return False
    if before == "+" and _PHONE.match(low, figure.end):
        return False
    if before in ":)":
        return not low[start - 2 : start - 1].isdecimal()
    if before in "-−‑":
        if start == 1 or low[start - 2].isspace() or low[start - 2] in "(–—":
            figure.value, figure.start = -figure.value, start - 1
            return True
        return not low[start - 2].isalnum() or (
            before == "-" and low[max(0, start - 4) : start - 1] in ("sub", "mid")
        )
    return True


def _with_currency(source: Source, figure: Figure, currency: Unit, start: int) -> Figure | None:
    """Give a figure the currency that begins at `start`, before it."""
    low = source.low
    letter = None
    if figure.scale == 1 and figure.behind in _LETTERS:
        letter = _TALL_LETTER.match(low, figure.end)
    if letter:
        figure.scale = _LETTERS[letter[1]]
        figure.value = numbers.scaled(figure.value, figure.scale)
        figure.reach(low, letter.end())
        figure.number_end, figure.number_behind = figure.end, figure.behind
    read = read_unit(source, figure.end, figure.behind)
    if not (read and read.unit.kind is MONEY and low[read.end - 1].isalpha()):
        read = with_rate(source, currency, figure.end)
    if low.startswith("ps", start) and figure.scale == 1 and figure.value < 10:
        return None
    if start and low[start - 1] in "-−" and not low[start - 2 : start - 1].isalnum():
        figure.value, start = -figure.value, start - 1
    figure.start, figure.prefixed = start, True
    return settle(source, figure, read)


def _take_letter(source: Source, figure: Figure) -> None:
    """Read the letter of "1.2m tons", "35m of its devices" and "8 B people" as millions and billions.

    A small m stays a metre unless what is counted follows; a capital stands for itself.
    """
    text, low = source.text, source.low
    letter = _COUNT_LETTER.match(low, figure.end)
    if letter is None or figure.scale > 1:
        return
    end = letter.end()
    after = behind(low, end)
    tall, apart = text[end - 1].isupper(), letter.start(1) > figure.end
    if not tall or apart:
        if apart and not tall:
            return
        noun = read_noun(source, end, one=False)
        counted = (noun and noun.plural) or low.startswith(" of ", end)
        if not counted and not read_unit(source, end, after):
            return
    figure.scale = _LETTERS[letter[1]]
    figure.value = numbers.scaled(figure.value, figure.scale)
    figure.end = figure.number_end = end
    figure.behind = figure.number_behind = after


def _with_unit(source: Source, figure: Figure, read: ReadUnit) -> Figure | None:
    low, (name, kind) = source.low, read.unit
    if kind is PERCENTAGE:
        return settle(source, figure, read)
    if _is_no_amount(low, figure, name) or _is_address(source, figure, read):
        return None
    if kind is DURATION:
        old = _OLD.match(low, read.end) if read.behind in _AGEING else None
        if old:
            read = ReadUnit(Unit(f"{name} of age", AGE), old.end(), behind(low, old.end()))
        elif is_aged(source, figure.start):
            read = ReadUnit(Unit(f"{name} of age", AGE), read.end, read.behind)
        return settle(source, figure, read)
    money = _money_of(low, figure, read)
    if money:
        read = ReadUnit(Unit(money, MONEY), read.end, read.behind)
    if money or kind is MONEY:
        return _add_cents(source, settle(source, figure, read))
    if kind is TEMPERATURE and low.endswith(" - ", 0, figure.start):
        figure.value, figure.start = -figure.value, figure.start - 2
    return settle(source, figure, read)


def _is_address(source: Source, figure: Figure, read: ReadUnit) -> bool:
    """Tell the number of a house ("3170 W. Elm Road") from an amount."""
    if not figure.plain or figure.value < _HOUSES:
        return False
    return bool(_QUARTER.match(source.text[figure.end : read.end + 3].lstrip()))


def _is_no_amount(low: str, figure: Figure, name: str) -> bool:
    """Tell pictures ("1080p"), decades ("the 90s") and idioms ("one day", "at one point") from amounts."""
    sign = low[figure.end]
    if name == "penny":
        return sign == "p" and figure.value in _PICTURE_LINES
    if name == "second":
        return sign == "s" and figure.plain and (figure.value % 10 == 0 or figure.value >= 1000)
    if figure.value != 1 or figure.form != "words":
        return False
    return (name == "day" and sign == " ") or (name == "point" and low.endswith("at ", 0, figure.start))


def _money_of(low: str, figure: Figure, read: ReadUnit) -> str | None:
    """Return the currency that a unit of mass is in great sums, or where something is paid for."""
    if not read.unit.name.startswith(_ALSO_MONEY):
        return None
    name, per, rate = read.unit.name.partition(" per ")
    words = low[figure.end : read.end]
    if name == "dram" and "drachma" in words and figure.scale >= _STERLING_SCALE:
        return "greek drachma"
    if name != "pound-mass" or "pound" not in words:
        return None
    paid = _PAID.search(low, max(0, figure.start - 24), figure.start)
    if figure.scale >= _STERLING_SCALE or (paid and not low.startswith(" of ", read.end)):
        return f"pound sterling{per}{rate}"
    return None


def _add_cents(source: Source, figure: Figure) -> Figure:
    """Add the cents of "five dollars and 20 cents" and "15 dollars 50"."""
    low = source.low
    scale = numbers.read_scale(low, figure.end) if figure.scale == 1 else None
    if scale:
        figure.value, figure.scale = numbers.scaled(figure.value, scale[0]), scale[0]
        figure.reach(low, scale[1])
        return figure
    whole = figure.value == int(figure.value) and figure.scale <= 1e3 and low[figure.end - 1].isalpha()
    cents = _CENTS.match(low, figure.end) if whole else None
    if not cents:
        return figure
    group = 1 if cents[1] else 2
    value = float(cents[group]) if cents[group].isdecimal() else None
    if value is None:
        number = numbers.read_words(low, cents.start(group))
        value = number.value if number and number.end == cents.end(group) else None
    if value is not None and value < 100:
        figure.value += value / 100
        figure.reach(low, cents.end())
    return figure


def is_share(low: str, start: int, end: int) -> bool:
    """Tell whether "a third", "a quarter" before `end` is a share: of something, or by, to, nearly it."""
    before = low[max(0, start - 20) : start]
    return before.endswith((" a ", "\na ")) | (before == "a ") and (
        low.startswith(" of ", end) or bool(_SHARE_OPENER.search(before))
    )


def _read_share(source: Source, figure: Figure) -> Figure | None:
    """Read a fraction: of a unit ("half a mile"), or a share in percent ("a third of those")."""
    low, end = source.low, figure.end
    if not _starts_freely(low, figure):
        return None
    before = source.before(figure.start)
    of_a = _OF_A.match(low, end)
    unit = _unit_after(source, of_a) if of_a else read_unit(source, end, figure.behind)
    if unit and before not in _NOT_HALF_BEFORE:
        return _with_unit(source, figure, unit)
    word = low[figure.start : figure.number_end]
    if word in ("half", "quarter"):
        if (
            before in _NOT_HALF_BEFORE
            or before == "the"
            or not (before in _HALF_BEFORE or _HALF_AFTER.match(low, end))
        ):
            return None
        if word == "quarter" and not is_share(low, figure.start, end):
            return None
        if before == "a":
            figure.start -= 2
    elif word[0].isdigit() and not _OF.match(low, end):
        return None
    figure.value *= 100
    figure.unit, figure.kind = "percent", PERCENTAGE
    return figure
