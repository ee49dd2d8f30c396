"""Figures in running text: what they come to, their unit, and how exactly they are meant.

One pass: a scanner finds where a number may begin, a figure is read there, joined with a second number
where the two are a range, and given the words around it that hedge it or make it a rise or a fall.
Every reader looks at a bounded stretch, so the time is linear in the text, whatever is in it.
"""

import re

from kzcheck.domain import Approximator, Quantity
from kzcheck.extract import numbers, ranks
from kzcheck.extract.approximators import (
    AFTER_CHANGED,
    AFTER_HEDGED,
    read_addition,
    read_change_after,
    read_change_before,
    read_hedge_after,
    read_hedge_before,
    read_rise_or_fall,
)
from kzcheck.extract.beside import DIGITS, behind
from kzcheck.extract.figures import Figure
from kzcheck.extract.kinds import AGE, COUNT, DURATION, MEASURE, MONEY, NUMBER, PERCENTAGE, RANK
from kzcheck.extract.measuring import is_share, read_figure, read_number
from kzcheck.extract.numbers import Form
from kzcheck.extract.openers import FIGURES, NUMERALS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.scanning import any_of, places
from kzcheck.extract.text import Source, word_set

_SIGNS = "".join(numbers.SIGNS)
_ANY_WORD = any_of(NUMERALS)
_NUMBER = Pattern(rf"[0-9][0-9.,]*+|[{_SIGNS}]|\b{_ANY_WORD}(?![a-z])")
_DUMP = Pattern(rf"(?:(?:[0-9][0-9.,]*+|{_ANY_WORD}(?![a-z]))[\s,;|]++){{25,}}")
"""So many numbers in a row, and no word between them, that they say nothing of what they count."""

_IN_A_ROW = DIGITS | NUMERALS | frozenset(",;|")
"""What follows a number that others come behind."""

_LINK = Pattern(
    r"(?:\s-?|-)(?P<word>to|through|and)(?:\s-?|-)"
    r"(?:(?:about|around|nearly|roughly|over|perhaps|almost|up\sto|as\smuch\sas|as\smany\sas|an?)\s)?"
    r"|(?P<dash>\s?[-–—−‑]\s?)"
)
_AFTER_LINKED = (
    DIGITS | NUMERALS | frozenset(f"–—−‑$€£¥₹₽{_SIGNS}") | word_set("to through and us a c nz hk s ps")
)
"""What follows a number where another is linked with it: its digits, the link, a currency, a number word."""
_CURRENCY = Pattern(r"(?:(?:us|a|c|nz|hk|s)?\s?[$€£¥₹₽]\s?(?:us)?|ps(?=[0-9]))?")
_POINTS = frozenset({"percent", "percentage point", "basis point", "point"})
_UNCHANGING = (AGE, DURATION)
_LENGTHS = frozenset({"mile", "foot", "metre", "kilometre", "yard", "inch"})
_OPENING = Pattern(
    r"\b(between|from|ranges?|ranging)(?:\s(?:about|around|roughly|nearly|up\sto|an?|some|just|under|over|between))?\s?\Z"
)
_COORDINATION = Pattern(
    r"(?:\s?(?:,|&|/)\s?|(?:\s?,)?\s(?:and|or)\s|\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|my|[a-z]+['’]s)\s){1,2}"
    r"(?:(?:last|past|first|top|next|other|largest|biggest)\s)?)(?:(?:about|around|nearly|roughly)\s)?"
)
_LEVELS = Pattern(
    r"(?:\sin\s[0-9]{4}\sto|(?:,?\s[a-z]+){0,5}?,?\s(?:from|versus|vs\.?|against|compared\s(?:with|to)))"
    r"\s(?:about\s|around\s|nearly\s|just\s|(?:an?|the|its)\s(?:[a-z]+\s){1,2}of\s)?"
)
"""Between two levels of one thing, where the second has no unit: "145 basis points from 130"."""
_GREAT = 1e6
_GREAT_IN_POUNDS = 1000
_WAGES = frozenset((" per week", " per month", " per year"))
_FARTHEST_SUM = 80  # characters
_SUM_BEFORE = Pattern(r"\b(?:of|the|from|than|to|with|against|versus|vs\.?)\s\Z")
_PARTED = Pattern(r"[.;:!?]\s|\n\n")
_BEFORE_CONVERSION = frozenset({"(", "/", ",", "or"})
_CONVERSION = Pattern(r"\s?[(/]\s?|,?\sor\s(?:just\s|only\s)?")


def find_quantities(text: str) -> list[Quantity]:
    """Return the figures of `text` in text order, none overlapping; `text[q.start:q.end] == q.text`.

    Years, dates, times of day, scores, labels and numbers in names are no figures.
    """
    return quantities_in(Source(text))


def quantities_in(source: Source) -> list[Quantity]:
    """Return the figures of a text as `find_quantities` does."""
    figures: list[Figure] = []
    position = 0
    for start, end in places(source, FIGURES):
        if start < position:
            continue
        figure, position = _read(source, start, end)
        if figure is not None and figure.start >= source.floor:
            _hedge(source, figure)
            figures.append(figure)
            source.floor = position = figure.end
    _share(source.low, figures)
    _settle_pounds(source.low, figures)
    return [_quantity(source.text, figure) for figure in figures]


def _read(source: Source, start: int, end: int) -> tuple[Figure | None, int]:
    """Read the figure whose digits or first word the scanner found; and how far was read, figure or not."""
    low = source.low
    word = low[start:end]
    if word in numbers.ORDINALS:
        return _ordinal(low, start, numbers.ORDINALS[word], end), end
    if word in ranks.GRADES:
        return _roman(low, start), end
    sign = ranks.read_numbered(source, start, end)
    if sign is not None:
        return _numbered(low, sign, start, end)
    number = read_number(source, start, end)
    if number is None or number.behind in _IN_A_ROW:
        dump = _DUMP.match(low, start)
        if dump:
            return None, dump.end()
    if number is None:
        return None, end
    ordinal = ranks.read_ordinal(low, start) if number.behind in ranks.ENDINGS else None
    if ordinal:
        return _ordinal(low, start, *ordinal), ordinal[1]
    figure = read_figure(source, number)
    if figure is None:
        return None, number.end
    return _join(source, figure)


def _numbered(low: str, sign: int, start: int, end: int) -> tuple[Figure, int]:
    """Make a rank of digits with a sign before them: "the world's No. 2"."""
    run = low[start:end].rstrip(".,")
    return _rank(low, sign, start + len(run), float(run), "digits"), start + len(run)


def _rank(low: str, start: int, end: int, value: float, form: Form) -> Figure:
    plain = form == "digits"
    after = behind(low, end)
    return Figure(start, end, end, value, form, after, after, plain=plain, kind=RANK)


def _roman(low: str, start: int) -> Figure | None:
    roman = ranks.read_roman(low, start)
    if roman is None:
        return None
    value, _, end = roman
    return _rank(low, start, end, float(value), "words")


def _ordinal(low: str, start: int, value: int, end: int) -> Figure | None:
    """Make an ordinal a rank ("second-largest") or a share ("a third of"); elsewhere it is no figure."""
    if low[start - 1 : start].isalnum():
        return None
    if ranks.is_rank(low, start, end):
        return _rank(low, start, ranks.rank_end(low, end), float(value), "words")
    if value > 2 and is_share(low, start, end):
        after = behind(low, end)
        share = Figure(start - 2, end, end, 100 / value, "fraction", after, after)
        share.unit, share.kind = "percent", PERCENTAGE
        return share
    return None


def _join(source: Source, figure: Figure) -> tuple[Figure | None, int]:
    """Join a figure with the second number of a range or a score; and tell how far was read."""
    if figure.behind not in _AFTER_LINKED and figure.number_behind not in _AFTER_LINKED:
        return figure, figure.end
    low = source.low
    link = _link_at(low, figure.number_end, figure.number_behind) or _link_at(low, figure.end, figure.behind)
    currency = _CURRENCY.match(low, link.end()) if link else None
    second = _NUMBER.match(low, currency.end()) if currency else None
    if not link or not second:
        return figure, figure.end
    number = read_number(source, second.start(), second.end())
    other = read_figure(source, number, joined=True) if number else None
    if other is None:
        code = link["dash"] and figure.plain and second[0].startswith("0")
        return (None if code else figure), figure.end
    if figure.number_end != link.start() and not _same_unit(figure, other):
        return figure, figure.end
    if _is_score(figure, other, link):
        return None, other.end
    if not _is_range(source, figure, other, link):
        return figure, figure.end
    if (
        other.scale > 1
        and figure.scale == 1
        and figure.value < 1000
        and figure.value * other.scale < other.value
    ):
        figure.value *= other.scale
    figure.high = other.value
    if other.unit is not None and not (figure.unit and figure.unit.startswith(other.unit)):
        figure.unit, figure.kind = other.unit, other.kind
    figure.end, figure.behind, figure.scale, figure.plain = other.end, other.behind, other.scale, False
    return figure, other.end


def _link_at(low: str, end: int, after: str) -> re.Match[str] | None:
    """Return what links a number that ends at `end` with another ("to", a dash), if another may follow."""
    return _LINK.match(low, end) if after in _AFTER_LINKED else None


def _same_unit(figure: Figure, other: Figure) -> bool:
    if figure.unit is None or other.unit is None:
        return figure.unit is None or figure.prefixed
    return figure.unit == other.unit or other.unit.startswith(figure.unit)


def _is_score(figure: Figure, other: Figure, link: re.Match[str]) -> bool:
    """Tell a score, a record or a span of years ("2-1", "2015-2019") from a range of figures."""
    if figure.prefixed or not (figure.plain and other.plain) or figure.unit:
        return False
    if link["dash"] and figure.value >= other.value and other.kind is COUNT:
        return True
    return other.unit is None and (bool(link["dash"]) or figure.value >= other.value)


def _is_range(source: Source, figure: Figure, other: Figure, link: re.Match[str]) -> bool:
    value = figure.value
    if other.scale > 1 and figure.scale == 1 and value < 1000:
        value *= other.scale
    if min(value, figure.value) >= other.value or other.high is not None or figure.high is not None:
        return False
    if figure.unit and other.unit and not _same_unit(figure, other):
        return False
    if link["dash"]:
        return True
    opening = _OPENING.search(source.low[max(0, figure.start - 24) : figure.start])
    if link["word"] == "and":
        return bool(opening and "between" in opening[0])
    if figure.prefixed and other.prefixed and not opening and other.value > 10 * value:
        return False
    if figure.unit is None and other.unit is None and not opening:
        return read_rise_or_fall(source, 0, figure.start) is None
    if opening or figure.unit is None or (figure.prefixed and other.scale > 1 and figure.scale == 1):
        return True
    return read_rise_or_fall(source, 0, figure.start) is None


def _hedge(source: Source, figure: Figure) -> None:
    """Take the words around a figure that hedge it into its span, and note the rise or fall it is."""
    low, floor = source.low, source.floor
    if figure.kind is RANK:
        return
    before = read_hedge_before(source, figure.start)
    change_at = figure.start
    if before:
        figure.approximator, figure.start = before
        change_at = figure.start
    elif low[figure.start - 1 : figure.start] == "-" and low.endswith("sub-", floor, figure.start):
        figure.approximator, figure.start = Approximator.LESS_THAN, figure.start - 4
    else:
        after = read_hedge_after(low, figure.end) if figure.behind in AFTER_HEDGED else None
        if after:
            figure.approximator = after.approximator
            figure.reach(low, after.edge)
        elif figure.form == "vague":
            figure.approximator = Approximator.VAGUE
    if figure.kind not in _UNCHANGING:
        figure.change = read_change_before(source, floor, change_at)
        if figure.change is None and figure.behind in AFTER_CHANGED:
            figure.change = read_change_after(low, figure.end, length=figure.unit in _LENGTHS)
    if figure.change is None and figure.unit in _POINTS:
        figure.change = read_addition(source, change_at)


def _share(low: str, figures: list[Figure]) -> None:
    """Carry a unit back over a list ("8 or 9 euros"), and a hedge on to a conversion in brackets."""
    for i in range(len(figures) - 2, -1, -1):
        figure, after = figures[i], figures[i + 1]
        if figure.unit is None and figure.kind is NUMBER and after.unit not in (None, "time"):
            link = _COORDINATION.match(low, figure.end)
            if link and link.end() == after.start and not (figure.scale > after.scale):
                _take_unit(figure, after)
        elif after.unit is None and after.kind is NUMBER and figure.unit:
            link = _COORDINATION.match(low, figure.end)
            alike = (figure.prefixed and " or " in low[figure.end : after.start]) or figure.kind is AGE
            level = figure.kind in (COUNT, MEASURE)
            if (link and link.end() == after.start and alike) or (
                level and low[figure.end : after.start] == " to "
            ):
                after.unit, after.kind = figure.unit, figure.kind
            else:
                levels = _LEVELS.match(low, figure.end)
                if levels and levels.end() == after.start:
                    after.unit, after.kind = figure.unit, figure.kind
    for i in range(1, len(figures)):
        before, figure = figures[i - 1], figures[i]
        if figure.unit is None and figure.scale >= _GREAT and figure.kind is NUMBER:
            _take_unit_of_sum(low, figures, i - 1)
        exact = before.behind in _BEFORE_CONVERSION and figure.approximator is Approximator.EXACT
        if exact and before.unit != figure.unit:
            _take_hedge(low, before, figure)


def _settle_pounds(low: str, figures: list[Figure]) -> None:
    """Make great sums in pounds money where the text tells of pounds sterling elsewhere."""
    if "pound" not in low:
        return
    pounds = [figure for figure in figures if figure.unit and figure.unit.startswith("pound-mass")]
    if not pounds or not any(figure.unit and figure.unit.startswith("pound st") for figure in figures):
        return
    for figure in pounds:
        per = (figure.unit or "").removeprefix("pound-mass")
        spelt = " pounds" in low[figure.start : figure.end] and not low.startswith(" of ", figure.end)
        if spelt and (figure.value >= _GREAT_IN_POUNDS or per in _WAGES):
            figure.unit, figure.kind = f"pound sterling{per}", MONEY


def _take_hedge(low: str, before: Figure, figure: Figure) -> None:
    link = _CONVERSION.match(low, before.end)
    if link and link.end() == figure.start:
        figure.approximator, figure.change = before.approximator, figure.change or before.change


def _take_unit_of_sum(low: str, figures: list[Figure], i: int) -> None:
    """Give millions of nothing the unit of the sum before: "$214 million, compared with 391 million"."""
    after = figures[i + 1]
    before = figures[i - 1] if i and low[figures[i].start - 1 : figures[i].start] == "(" else figures[i]
    if (
        before.kind not in (MONEY, COUNT, MEASURE)
        or before.scale < _GREAT
        or after.start - before.end > _FARTHEST_SUM
    ):
        return
    if _SUM_BEFORE.search(low, before.end, after.start) and not _PARTED.search(low, before.end, after.start):
        after.unit, after.kind = before.unit, before.kind


def _take_unit(figure: Figure, after: Figure) -> None:
    figure.unit, figure.kind = after.unit, after.kind
    if figure.scale == 1 and after.scale > 1 and figure.value < 1000:
        figure.value *= after.scale


def _quantity(text: str, figure: Figure) -> Quantity:
    return Quantity(
        figure.start,
        figure.end,
        text[figure.start : figure.end],
        figure.value,
        figure.high,
        figure.unit,
        figure.approximator,
        figure.change,
        figure.kind,
    )
