"""Numerals in running text: digits in any grouping, words, fractions, mixed numbers, multipliers.

Every reader takes a lowered text and a position, looks at a bounded stretch from there, and returns what it
read or None; so a scan over a text stays linear. What follows a number decides what is tried at all.
"""

import re
from typing import Literal, NamedTuple

from kzcheck.extract.beside import DIGITS, behind
from kzcheck.extract.patterns import Pattern

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
SHORT_SCALES = {"mln": 1e6, "mn": 1e6, "mio": 1e6, "bn": 1e9, "bln": 1e9, "mil": 1e6, "tn": 1e12, "trn": 1e12}
VAGUE = {"tens": 10.0, "dozens": 12.0} | {f"{word}s": value for word, value in SCALES.items()}
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
}
DENOMINATORS = {word: value for word, value in ORDINALS.items() if value > 2} | {
    "half": 2,
    "quarter": 4,
    "hundredth": 100,
    "thousandth": 1000,
}
SIGNS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
LONGEST_RUN = 40
"""Digits and separators beyond which a run is no figure but a dump of digits."""


Form = Literal["digits", "words", "fraction", "vague"]
"""How a numeral is written: a fraction is a share below one ("two-thirds", "half", "1/4"), vague is a plural
scale ("hundreds", "tens of thousands")."""


class Number(NamedTuple):
    """A numeral: its span, its value, and how it was written.

    `behind` is what follows it. `scale` is its last multiplier ("million": 1e6), 1 without one; `plain` tells
    bare digits, without grouping, decimals or multiplier. `high` is the upper end of a vague amount.
    """

    start: int
    end: int
    value: float
    form: Form
    behind: str
    scale: float = 1.0
    plain: bool = False
    high: float | None = None


_GROUPED = Pattern(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]++)?|[0-9]{1,2}(?:,[0-9]{2}(?=,))+,[0-9]{3}(?:\.[0-9]++)?"
)
_CONTINENTAL = Pattern(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]{1,2})?|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}")
_DECIMAL_COMMA = Pattern(r"[0-9]++,[0-9]{1,2}")
_SPACED = Pattern(
    r"[0-9]{1,3}(?:[\u00a0\u202f\u2009'’][0-9]{3}){1,6}(?![0-9])"
    r"|[0-9]{1,3}(?:\ [0-9]{3}){0,5}\ (?:000|[0-9]{3}(?<=[0-9]\ [0-9]{3}\ [0-9]{3}))(?![0-9])"
    r"|[0-9]{1,3},\ 000(?![0-9])"
)
_MIXED = Pattern(r"(?:\ |-|\ -\ )([0-9]{1,2})/([0-9]{1,3})(?![0-9/])|\s?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])")
_GROUP_SIGNS = DIGITS | frozenset("'’,")
"""What parts the thousands of "10 000" and "10'000", and follows the first of them."""
_BARE_FRACTION = Pattern(r"\s?[/⁄]\s?([0-9]{1,3})(?![0-9/])")
_FRACTION_SIGNS = DIGITS | frozenset("/⁄") | frozenset(SIGNS)
_POWER = Pattern(
    r"e([+-]?[0-9]{1,2})(?![\w.])|\s?[x×·]\s?10(?:\^|\*\*)?([-−+]?[0-9]{1,2}|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)"
)
_POWER_SIGNS = frozenset({"e", "x", "×", "·"})
_SUPERSCRIPTS = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_SCALE = Pattern(
    r"(?:\s{0,2}(?:-\s?)?)(hundred|thousand|lakh|million|crore|billion|trillion|quadrillion|dozen|mln|mil|mn|mio|bn|bln|tn|trn)s?+\b"
)
_SCALE_WORDS = frozenset({*SCALES, *VAGUE, *SHORT_SCALES, *map("{}s".format, SHORT_SCALES), "dozen", "k"})
_READ_ON = _FRACTION_SIGNS | _POWER_SIGNS | _SCALE_WORDS
"""What follows digits that are not all of their number."""
_LETTER_SCALE = Pattern(r"k(?![\w])")
_WORD = Pattern(r"(?:\s{1,2}|\s?-\s?)?([a-z]++)")
_FRACTION_TAIL = Pattern(
    r"(?:\s?-\s?|\s{1,2})(halves|half|thirds?+|quarters?+|fourths?+|fifths?+|sixths?+|sevenths?+|eighths?+"
    r"|ninths?+|tenths?+|twelfths?+|sixteenths?+|twentieths?+|hundredths?+|thousandths?+)(?![\w])"
)
_FRACTION_WORDS = frozenset({"halves", *DENOMINATORS, *map("{}s".format, DENOMINATORS)})
_AND_FRACTION = Pattern(
    r"(?:\s?-\s?|\s{1,2})and(?:\s?-\s?|\s{1,2})(a|one|two|three)(?:\s?-\s?|\s{1,2})"
    r"(half|third|thirds|quarter|quarters|tenth)(?!\w)"
)
_HALF_OF = Pattern(
    r"(?:\s?-\s?|\s{1,2})(?:(?:of\s{1,2})?an?(?:\s?-\s?|\s{1,2}))?"
    r"(hundred|thousand|lakh|million|crore|billion|trillion|dozen)(?!\w)"
)
_SCALE_OPENER = Pattern(r"\b(an?|several|a\sfew|few|a\scouple(?:\sof)?|many)\s\Z")
_VAGUE_OF = Pattern(
    r"\s{1,2}(?:of\s{1,2})(hundreds|thousands|lakhs|millions|crores|billions|trillions)(?!\w)"
)


def parse_digits(run: str) -> float | None:
    """Return the value of a run of digits, commas and points, or None when it is not one number."""
    if run.isdecimal():
        return float(run)
    if "," not in run:
        if run.count(".") == 1 and run[-1] != ".":
            return float(run)
    elif _GROUPED.fullmatch(run):
        return float(run.replace(",", ""))
    if _CONTINENTAL.fullmatch(run):
        return float(run.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(run):
        return float(run.replace(",", "."))
    return None


def read_digits(low: str, start: int, run_end: int) -> Number | None:
    """Read the number whose digits, commas and points fill `start:run_end`."""
    if run_end - start > LONGEST_RUN:
        return None
    run = low[start:run_end].rstrip(".,")
    end = start + len(run)
    plain = run.isdecimal()
    if plain and run[0] == "0" and len(run) > 1:
        return None
    after = behind(low, end)
    spaced = _SPACED.match(low, start) if after in _GROUP_SIGNS and len(run) <= 3 else None
    if spaced:
        end = spaced.end()
        value = float("".join(c for c in spaced[0] if c.isdecimal()))
        return _read_on(low, Number(start, end, value, "digits", behind(low, end)))
    parsed = float(run) if plain else parse_digits(run)
    if parsed is None:
        return None
    number = Number(start, end, parsed, "digits", after, 1.0, plain)
    return _read_on(low, number) if after in _READ_ON else number


def _read_on(low: str, number: Number) -> Number:
    """Read what goes on behind digits: a fraction, a power of ten, a scale word."""
    if number.behind in _FRACTION_SIGNS and number.plain:
        fraction = _read_slashed(low, number.start, number.end, number.value)
        if fraction:
            return _scale_up(low, fraction)
    power = _POWER.match(low, number.end) if number.behind in _POWER_SIGNS else None
    if power:
        value = number.value * 10.0 ** int((power[1] or power[2]).translate(_SUPERSCRIPTS))
        return Number(number.start, power.end(), value, "digits", behind(low, power.end()))
    return _scale_up(low, number)


def _read_slashed(low: str, start: int, end: int, value: float) -> Number | None:
    """Read "1/4", "7 3/4" and "7½", given the whole number before."""
    bare = _BARE_FRACTION.match(low, end)
    if bare:
        under = int(bare[1])
        if 0 < value < under and under in _COMMON_DENOMINATORS:
            return Number(start, bare.end(), value / under, "fraction", behind(low, bare.end()))
        return None
    mixed = _MIXED.match(low, end)
    if not mixed:
        return None
    end = mixed.end()
    if mixed[3]:
        return Number(start, end, value + SIGNS[mixed[3]], "digits", behind(low, end))
    over, under = int(mixed[1]), int(mixed[2])
    if 0 < over < under and under in _COMMON_DENOMINATORS:
        return Number(start, end, value + over / under, "digits", behind(low, end))
    return None


_COMMON_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 64, 100})


def _scale_up(low: str, number: Number) -> Number:
    """Multiply a number by the scale words that follow it ("2.5 million", "5 hundred thousand", "40k")."""
    if number.behind not in _SCALE_WORDS:
        return number
    times, end, after = 1.0, number.end, number.behind
    for _ in range(3):
        scale = _SCALE.match(low, end) if after in _SCALE_WORDS else None
        if not scale:
            break
        times, end = times * _times(scale[1]), scale.end()
        after = behind(low, end)
    if times == 1 and _LETTER_SCALE.match(low, end):
        times, end = 1e3, end + 1
        after = behind(low, end)
    if times == 1:
        return number
    return Number(number.start, end, scaled(number.value, times), "digits", after, times)


def scaled(value: float, times: float) -> float:
    """Multiply by a scale without the dust of binary fractions: 4.1 million is 4,100,000."""
    return round(value * times, 4)


def read_scale(low: str, start: int) -> tuple[float, int] | None:
    """Read a scale word that stands apart from its number: what it multiplies by, and where it ends."""
    scale = _SCALE.match(low, start)
    return (_times(scale[1]), scale.end()) if scale else None


def _times(scale: str) -> float:
    if scale == "dozen":
        return 12
    return SCALES.get(scale) or SHORT_SCALES[scale]


def read_sign(low: str, start: int) -> Number:
    """Read a fraction sign standing alone."""
    return _scale_up(low, Number(start, start + 1, SIGNS[low[start]], "fraction", behind(low, start + 1)))


def read_words(low: str, start: int) -> Number | None:
    """Read a number in words, a fraction in words or a vague plural, from its first word."""
    first = _WORD.match(low, start)
    if not first:
        return None
    if first[1] in VAGUE:
        return _read_vague(low, start, first.end(), first[1])
    if first[1] in ("half", "quarter"):
        return _read_half(low, start, first.end(), first[1])
    number = _read_cardinal(low, start, first)
    if number is None:
        return None
    if first[1] in SCALES and number.value == SCALES[first[1]]:
        return _widen(low, number)
    tail = _FRACTION_TAIL.match(low, number.end) if number.behind in _FRACTION_WORDS else None
    if tail and number.scale == 1:
        under = _denominator(tail[1])
        if number.value < under:
            end = tail.end()
            share = Number(start, end, number.value / under, "fraction", behind(low, end))
            times = _scale_up(low, share)
            return share if times is share else times._replace(form="words")
    joined = _AND_FRACTION.match(low, number.end) if number.behind == "and" else None
    if joined:
        over = ONES.get(joined[1], 1)
        value = number.value + over / _denominator(joined[2])
        end = joined.end()
        number = _scale_up(low, Number(start, end, value, "words", behind(low, end)))
        return number._replace(form="words")
    return number


def _widen(low: str, number: Number) -> Number:
    """Take in the words before a bare scale: "a million" is one, "several hundred" is vague."""
    before = _SCALE_OPENER.search(low, max(0, number.start - 14), number.start)
    if before is None:
        return number
    if before[1] in ("a", "an"):
        return number._replace(start=before.start(1))
    return number._replace(start=before.start(1), form="vague", high=number.value * 10)


def _denominator(word: str) -> int:
    return DENOMINATORS["half" if word == "halves" else word.removesuffix("s")]


def _read_vague(low: str, start: int, end: int, word: str) -> Number | None:
    value = VAGUE[word]
    more = _VAGUE_OF.match(low, end)
    if more:
        value, end = value * VAGUE[more[1]], more.end()
    elif word == "tens":
        return None
    high = None if word == "dozens" else value * 10
    return Number(start, end, value, "vague", behind(low, end), value, high=high)


def _read_half(low: str, start: int, end: int, word: str) -> Number:
    value = 0.5 if word == "half" else 0.25
    scale = _HALF_OF.match(low, end)
    if scale:
        times, end = _times(scale[1]), scale.end()
        return Number(start, end, scaled(value, times), "words", behind(low, end), times)
    return Number(start, end, value, "fraction", behind(low, end))


def _read_cardinal(low: str, start: int, word: re.Match[str] | None) -> Number | None:
    """Read "two hundred and five thousand", "twenty-one", "three dozen"; at most twelve words of it.

    The first `word` stands at `start`.
    """
    total = current = 0.0
    last, smallest, end, times = "", 1e18, start, 1.0
    for _ in range(12):
        if not word:
            break
        text = word[1]
        if text in ONES and last in _BEFORE_ONES and (last != "tens" or 0 < ONES[text] < 10):
            current, last = current + ONES[text], "ones"
        elif text in TENS and last in _BEFORE_TENS:
            current, last = current + TENS[text], "tens"
        elif text == "hundred" and last in ("", "ones", "tens") and current < 100:
            current, last, times = (current or 1) * 100, "hundred", 1e2
        elif text == "dozen" and last in ("", "ones", "tens"):
            current, end, times = (current or 1) * 12, word.end(), 12.0
            break
        elif text in SCALES and SCALES[text] < smallest and last != "scale":
            smallest = times = SCALES[text]
            total, current, last = total + (current or 1) * smallest, 0.0, "scale"
        elif text == "and" and last in ("hundred", "scale"):
            word = _WORD.match(low, word.end())
            continue
        else:
            break
        end = word.end()
        word = _WORD.match(low, end)
    if end == start:
        return None
    return Number(start, end, total + current, "words", behind(low, end), times)


_BEFORE_ONES = frozenset({"", "tens", "hundred", "scale"})
_BEFORE_TENS = frozenset({"", "hundred", "scale"})
