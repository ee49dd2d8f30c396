"""Figures in running text: what they come to, their unit, and how exactly they are meant."""

import re

from kzcheck.domain import Approximator, Quantity, QuantityKind

_NAMES = (
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
)
_WORDS = {word: float(i) for i, word in enumerate(_NAMES)}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_FIGURE = re.compile(
    r"(?P<about>\b(?:about|roughly|nearly|some|almost|around|over|more\ than|less\ than|at\ least|up\ to)\s)?"
    r"(?P<money>US\$|[$€£])?(?<![\w.])(?P<number>\d{1,3}(?:,\d{3})++(?:\.\d++)?|\d{1,15}+(?:\.\d++)?|"
    + "|".join(_WORDS)
    + r")(?P<scale>\ (?:thousand|million|billion|trillion)\b)?"
    r"(?P<percent>\s?%|[\ -]per\ ?cent(?:age)?\b)?(?P<noun>[\ -][A-Za-z]+(?:\ [A-Za-z]+)?s\b)?(?!\w)",
    re.IGNORECASE,
)
_HEDGES = {
    "over": Approximator.MORE_THAN,
    "more than": Approximator.MORE_THAN,
    "less than": Approximator.LESS_THAN,
    "at least": Approximator.AT_LEAST,
    "up to": Approximator.AT_MOST,
}
_MONEY = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound sterling"}
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def find_quantities(text: str) -> list[Quantity]:
    """Return the figures of `text` in order, none overlapping."""
    found = []
    for match in _FIGURE.finditer(text):
        word = match["number"].lower()
        if not match["money"] and not match["percent"] and not match["noun"] and _YEAR.fullmatch(word):
            continue
        value = _WORDS[word] if word in _WORDS else float(word.replace(",", ""))
        value *= _SCALES[match["scale"].strip().lower()] if match["scale"] else 1.0
        unit, kind, end = None, QuantityKind.NUMBER, match.end()
        if match["money"]:
            unit, kind, end = (
                _MONEY[match["money"].lower()],
                QuantityKind.MONEY,
                match.end("scale") if match["scale"] else match.end("number"),
            )
        elif match["percent"]:
            unit, kind, end = "percent", QuantityKind.PERCENTAGE, match.end("percent")
        elif match["noun"]:
            unit, kind = match["noun"].strip(" -").removesuffix("s"), QuantityKind.COUNT
        about = (match["about"] or "").strip().lower()
        approximator = _HEDGES.get(about, Approximator.ABOUT) if about else Approximator.EXACT
        found.append(
            Quantity(
                start=match.start(),
                end=end,
                text=text[match.start() : end],
                value=value,
                unit=unit,
                approximator=approximator,
                kind=kind,
            )
        )
    return found
