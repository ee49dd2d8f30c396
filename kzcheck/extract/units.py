"""Reading the unit behind a number, and the currency before it, from the tables of `unit_table`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kzcheck.domain import QuantityKind
from kzcheck.extract.beside import behind
from kzcheck.extract.kinds import COUNT, DURATION, MEASURE, MONEY
from kzcheck.extract.nouns import singular
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source, word_set
from kzcheck.extract.unit_table import CURRENCIES, LOOSE_SYMBOLS, LOWER_CODES, PREFIXED_UNITS, PREFIXES, UNITS


class Unit(NamedTuple):
    """A unit's English singular name, and the dimension of what is counted in it."""

    name: str
    kind: QuantityKind


class ReadUnit(NamedTuple):
    """A unit as found behind a number, with its rate ("per hour"); where its words end, and what follows."""

    unit: Unit
    end: int
    behind: str


class _Lexicon(NamedTuple):
    words: dict[str, Unit]
    symbols: dict[str, Unit]
    tight: dict[str, Unit]
    signs: dict[str, Unit]
    codes: dict[str, Unit]


def _rows(table: str) -> Iterator[list[str]]:
    for row in table.splitlines():
        if row:
            yield [cell.strip() for cell in row.split("|")]


def _forms(cell: str) -> list[str]:
    return [form.replace("·", " ") for form in cell.split()]


def _build() -> _Lexicon:
    lexicon = _Lexicon({}, {}, {}, {}, {})
    for kind, name, words, symbols, tight in _rows(UNITS):
        unit = Unit(name, QuantityKind(kind))
        lexicon.words.update((word, unit) for word in _forms(words))
        lexicon.symbols.update((symbol, unit) for symbol in symbols.split())
        lexicon.tight.update((symbol, unit) for symbol in tight.split())
    for name, words, bases, symbols in _rows(PREFIXED_UNITS):
        _add_prefixed(lexicon, name, _forms(words), bases.split(), symbols.split())
    for symbol, name in LOOSE_SYMBOLS.items():
        lexicon.symbols[symbol] = Unit(name, MEASURE)
    for name, words, signs, codes in _rows(CURRENCIES):
        unit = Unit(name, MONEY)
        lexicon.words.update((word, unit) for word in _forms(words))
        lexicon.signs.update((sign, unit) for sign in _forms(signs) if sign != "p")
        lexicon.codes.update((code, unit) for code in codes.split())
        lexicon.symbols.update((sign, unit) for sign in signs.split() if len(sign) == 1 or not sign.isascii())
    lexicon.codes.update((code.lower(), lexicon.codes[code]) for code in LOWER_CODES)
    lexicon.symbols.update(
        (code, unit) for code, unit in lexicon.codes.items() if code not in lexicon.symbols
    )
    return lexicon


def _add_prefixed(
    lexicon: _Lexicon, name: str, words: list[str], bases: list[str], symbols: list[str]
) -> None:
    """Enter a base unit and its multiples, in words and symbols."""
    units = {"": Unit(name, MEASURE)}
    for base in bases:
        (lexicon.tight if base.startswith("(") else lexicon.symbols)[base.strip("()")] = units[""]
    for symbol in symbols:
        prefix = PREFIXES[symbol[0]]
        unit = units[prefix] = Unit(prefix + name, MEASURE)
        lexicon.symbols[symbol] = unit
        if prefix == "micro":
            lexicon.symbols["μ" + symbol[1:]] = lexicon.symbols["u" + symbol[1:]] = unit
    for prefix, unit in units.items():
        for word in words:
            lexicon.words[prefix + word] = lexicon.words[prefix + word + "s"] = unit


_LEXICON = _build()
_CURRENCY_SIGNS = "".join(sorted(sign for sign in _LEXICON.signs if len(sign) == 1))
_SIGN_ENDS = frozenset(sign[-1] for sign in _LEXICON.signs if not sign[-1].isalpha()) - {"."}
_LONGEST_CODE = 3
_LONGEST_SYMBOL = 5
_LONGEST_SIGN = max(map(len, _LEXICON.signs))
_CODE_ENDS = frozenset(name.lower()[-2:] for name in (*_LEXICON.codes, *_LEXICON.signs))
"""The last two letters of what may name a currency before a number: most words there name none."""
_CAPITALS_ARE_NAMES = frozenset(
    {"cup", "stone", "point", "points", "turn", "knot", "rand", "ounce", "day", "days"}
)

_GAP = r"(?:\s?-\s?|\s{1,2})?"
_OPEN = Pattern(r"\s?[(\[{<]\s?")
_WORDS = Pattern(_GAP + r"([a-zčł]++(?:\.[a-z]\.)?)(\.?[\s-][a-z]++\.?)?([\s-][a-z]++)?")
_PHRASE_STARTS = frozenset(
    start[1] for phrase in _LEXICON.words if not phrase.isalpha() and (start := _WORDS.match(phrase))
)
_SYMBOL = Pattern(
    _GAP
    + r"(b/d|[^\W\d_]{1,5}+[23²³]?+|[°º]\s?(?:[Cc]elsius|[Ff]ahrenheit|[CFcf])|[%٪﹪％°º′″"
    + _CURRENCY_SIGNS
    + r"])(?!\w|\.m\b)"
)
_BRACKETS = frozenset("([{<")
_MARKS = frozenset("\"”'’")
_HEAD = Pattern(r"^(?:[a-z]+|.)", re.MULTILINE)
_STARTS = (
    frozenset(_HEAD.findall("\n".join([*_LEXICON.words, *_LEXICON.symbols, *_LEXICON.tight]).lower()))
    | _BRACKETS
    | _MARKS
)
"""The letters or the sign with which a unit begins: most words behind a number are no unit."""
_INCH_MARK = Pattern(r'\s?(?:"|”|\'\')(?=\s?(?:x\b|×|by\b|long|wide|tall|high|deep|thick|diag|screen|tv))')
_FOOT_MARK = Pattern(r"['’](?=\s?[0-9]{1,2}(?![0-9]))")
_PER = Pattern(r"\s{1,2}per\s{1,2}|-per-|\s?/\s?")
_A = Pattern(r"\s{1,2}(?:an?|every)(?:\s{1,2}|-)|\s?-\s?an?\s?-\s?|\s?/\s?")
_BEFORE_RATE = frozenset({"/", "per", "a", "an", "every"})
_DENOMINATOR = Pattern(r"([a-zµμ]++[23²³]?+)(\s[a-z]++)?(?![\w])")
_NOT_A_RATE = Pattern(
    r"\s(?:ago|earlier|later|before|after|old|from\snow|or\stwo|and\sa)\b|\s?-\s?(?:ago|old|over)"
)
_A_NOUNS = word_set("""
    second minute hour day night week month year quarter season game share barrel bushel gallon litre
    liter pound ton tonne ounce dozen head person piece unit pop pair bottle ticket kilo kilogram mile
    metre meter acre serving square-foot vote student household copy seat item plate glass pack
""")
_LINK_NOUNS = {
    "annum": "year",
    "yr": "year",
    "hr": "hour",
    "sec": "second",
    "min": "minute",
    "capita": "capita",
}


def read_unit(source: Source, start: int, after: str) -> ReadUnit | None:
    """Read the unit behind a number that ends at `start`, with its rate ("$10 per gram", "a year").

    `after` is what follows the number.
    """
    if after not in _STARTS:
        return None
    low = source.low
    base = _read_base(source, start, after)
    if base is None:
        opened = _OPEN.match(low, start) if after in _BRACKETS else None
        base = _read_base(source, opened.end(), behind(low, opened.end())) if opened else None
        if base is None or low[base[1] : base[1] + 1] not in (")", "]", "}", ">"):
            return None
        base = base[0], base[1] + 1
    return with_rate(source, *base)


def with_rate(source: Source, unit: Unit, end: int) -> ReadUnit:
    """Return a unit whose words end at `end` with the rate that follows it, if one does."""
    low = source.low
    after = behind(low, end)
    rate = _read_rate(source, end) if after in _BEFORE_RATE else None
    if rate is None:
        return ReadUnit(unit, end, after)
    name, end = rate
    kind = unit.kind
    if kind in (DURATION, COUNT):
        kind = MEASURE
    return ReadUnit(Unit(f"{unit.name} per {name}", kind), end, behind(low, end))


def read_currency_before(source: Source, start: int) -> tuple[Unit, int] | None:
    """Read the currency that ends before a number at `start`, and return it with where it starts."""
    low = source.low
    end = start - 1 if low[start - 1 : start].isspace() else start
    if low[end - 1 : end] in _SIGN_ENDS:
        return _sign_before(low, end)
    return _code_before(source.text, low, end) if low[end - 2 : end] in _CODE_ENDS else None


def _sign_before(low: str, end: int) -> tuple[Unit, int] | None:
    """Read the longest sign that ends at `end` ("$", "US$", "C $")."""
    for begin in range(max(0, end - _LONGEST_SIGN), end):
        unit = _LEXICON.signs.get(low[begin:end])
        if unit and (begin == end - 1 or begin == 0 or not low[begin - 1].isalnum()):
            return unit, begin
    return None


def _code_before(text: str, low: str, end: int) -> tuple[Unit, int] | None:
    """Read a code or a lettered sign in capitals that ends at `end` ("USD", "Rs", "$US")."""
    if end > _LONGEST_CODE and low[end - _LONGEST_CODE - 1 : end - 2].isalnum():
        return None
    for begin in (end - 3, end - 2):
        if begin < 0 or (begin > 0 and low[begin - 1].isalnum()):
            continue
        if low[begin - 1 : end] in _LEXICON.signs:
            return _LEXICON.signs[low[begin - 1 : end]], begin - 1
        unit = _LEXICON.codes.get(text[begin:end])
        if unit is None and text[begin].isupper():
            unit = _LEXICON.signs.get(low[begin:end])
        if unit:
            return unit, begin
    return None


def _read_base(source: Source, start: int, after: str) -> tuple[Unit, int] | None:
    text, low = source.text, source.low
    words = _WORDS.match(low, start) if after.isalpha() else None
    if words:
        found = _match_words(text, low, words)
        if found:
            return found
    long = words is not None and len(words[1]) > _LONGEST_SYMBOL
    symbol = None if long else _SYMBOL.match(text, start)
    if symbol:
        name = symbol[1].replace(" ", "")
        unit = _LEXICON.symbols.get(name)
        if unit is None and symbol.start(1) == start:
            unit = _LEXICON.tight.get(name)
        if unit is None and len(name) > 2:
            unit = _LEXICON.symbols.get(name.lower())
        if unit is not None:
            return unit, symbol.end()
    if words:
        return None
    mark = _INCH_MARK.match(low, start)
    if mark:
        return _LEXICON.words["inch"], mark.end()
    mark = _FOOT_MARK.match(low, start)
    if mark:
        return _LEXICON.words["foot"], mark.end()
    return None


def _match_words(text: str, low: str, words: re.Match[str]) -> tuple[Unit, int] | None:
    known = _LEXICON.words
    start = words.start(1)
    if words[1] in _PHRASE_STARTS:
        for end in (words.end(3), words.end(2)):
            if end > 0:
                phrase = low[start:end].replace("\n", " ")
                if phrase not in known:
                    phrase = phrase.replace("-", " ")
                unit = known.get(phrase) or known.get(phrase.rstrip("."))
                if unit and not low[end : end + 1].isalnum():
                    return unit, end if phrase in known else start + len(phrase.rstrip("."))
    unit = known.get(words[1])
    end = words.end(1)
    if unit is None or low[end : end + 1].isalnum():
        return None
    if words[1] in _CAPITALS_ARE_NAMES and text[start].isupper() and not text[start + 1].isupper():
        return None
    return unit, end


def _read_rate(source: Source, start: int) -> tuple[str, int] | None:
    text, low = source.text, source.low
    link = _PER.match(low, start)
    noun = _DENOMINATOR.match(low, link.end()) if link else None
    if link and noun:
        return _denominator(text, noun, by_slash="/" in link[0])
    link = _A.match(low, start)
    noun = _DENOMINATOR.match(low, link.end()) if link else None
    if noun and noun[1] in _A_NOUNS and not _NOT_A_RATE.match(low, noun.end(1)):
        return _denominator(text, noun, by_slash=False)
    return None


def _denominator(text: str, noun: re.Match[str], *, by_slash: bool) -> tuple[str, int] | None:
    """Name what a rate is per: a unit if it is one, else the noun."""
    if noun[2]:
        unit = _LEXICON.words.get(noun[1] + noun[2])
        if unit:
            return unit.name, noun.end(2)
    if noun[1] in _LINK_NOUNS:
        return _LINK_NOUNS[noun[1]], noun.end(1)
    unit = _LEXICON.words.get(noun[1])
    symbol = text[noun.start(1) : noun.end(1)]
    if unit is None and by_slash:
        unit = _LEXICON.symbols.get(symbol) or _LEXICON.tight.get(symbol)
        if unit is None:
            return None
    return (unit.name if unit else singular(noun[1])), noun.end(1)
