"""Figures in canonical form: one base unit for each dimension, and how far the true value may be off."""

import math
from enum import StrEnum
from typing import NamedTuple

from kzcheck.domain import Approximator, Quantity, QuantityKind
from kzcheck.match import words

_BASES: dict[str, tuple[str, dict[str, float]]] = {
    "length": (
        "metre",
        {
            "millimetre": 0.001, "centimetre": 0.01, "metre": 1, "kilometre": 1000, "inch": 0.0254,
            "foot": 0.3048, "yard": 0.9144, "mile": 1609.344, "nautical mile": 1852,
        },
    ),
    "mass": (
        "kilogram",
        {
            "milligram": 1e-6, "gram": 0.001, "kilogram": 1, "metric ton": 1000, "tonne": 1000, "ton": 1000,
            "pound": 0.45359237, "ounce": 0.028349523, "short ton": 907.18474,
        },
    ),
    "area": (
        "square metre",
        {
            "square metre": 1, "square kilometre": 1e6, "square mile": 2589988.11, "square foot": 0.09290304,
            "hectare": 1e4, "acre": 4046.8564,
        },
    ),
    "volume": ("litre", {"litre": 1, "millilitre": 0.001, "cubic metre": 1000, "gallon": 3.785411784}),
    "speed": (
        "metre per second",
        {"metre per second": 1, "kilometre per hour": 1 / 3.6, "mile per hour": 0.44704, "knot": 0.5144444},
    ),
    "duration": (
        "day",
        {
            "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "week": 7, "month": 30.436875,
            "year": 365.2425, "decade": 3652.425, "century": 36524.25,
        },
    ),
    "power": (
        "watt",
        {
            "watt": 1, "kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9, "terawatt": 1e12,
            "horsepower": 745.69987,
        },
    ),
    "energy": (
        "watt hour",
        {
            "watt hour": 1, "kilowatt hour": 1e3, "megawatt hour": 1e6, "gigawatt hour": 1e9,
            "terawatt hour": 1e12,
        },
    ),
    "data": ("byte", {"byte": 1, "kilobyte": 1e3, "megabyte": 1e6, "gigabyte": 1e9, "terabyte": 1e12}),
}  # fmt: skip
"""For each dimension its base unit, and the size of every unit in it. A bare ton is taken to be metric."""

_UNITS = {unit: (name, factor) for name, (_, table) in _BASES.items() for unit, factor in table.items()}

_LOOSE = frozenset({Approximator.ABOUT, Approximator.HEDGED, Approximator.VAGUE})
_ABOVE = frozenset({Approximator.AT_LEAST, Approximator.MORE_THAN})
_BELOW = frozenset({Approximator.AT_MOST, Approximator.LESS_THAN})

ABOUT_SLACK = 0.125
"""How far off an "about" may be, relative to the value: "about one-fifth" still covers 18 percent."""
ABOUT_STEPS = 2.5
"""How far off it may be in units of its last digit: "about 219,202" is nearly exact."""
ROUND_SLACK = 0.025
"""How far off a round number without a hedge may be, relative to the value: 2,500 covers 2,487."""


DAY, DAYS = "day of a month", range(1, 32)

_ROUND_FROM = 1000
"""A smaller whole number without a hedge is taken to be exact: 20 is not "some 20"."""


_DECIMALS = 6
"""So many decimals are looked at; a value that has as many is a fraction without an end, such as a third."""


class Agreement(StrEnum):
    """How two figures relate. `APART` means that they do not measure the same thing."""

    SAME = "same"
    WITHIN = "within"
    CLASH = "clash"
    APART = "apart"


class Figure(NamedTuple):
    """A figure in its base unit. `low` equals `high` unless it is a range.

    `dimension` is "percent", "money dollar", "count", "length" and so on. `unit` is the counted noun of a
    count, the superlative of a rank, else "". `text` is the figure as written. `step` is the value of its
    last significant digit, in the base unit: 100 for 2,500 and 0.1 for 18.2.
    """

    dimension: str
    low: float
    high: float
    unit: str
    approximator: Approximator
    step: float
    text: str


def figure(quantity: Quantity) -> Figure | None:
    """Return the canonical figure of `quantity`, or None if it has no value."""
    if quantity.value is None:
        return None
    unit = (quantity.unit or "").lower()
    dimension, factor, noun = _dimension(quantity.kind, unit)
    if quantity.kind is QuantityKind.RANK:
        noun = _superlative(quantity.text)
    low, high = quantity.value, quantity.value if quantity.value_high is None else quantity.value_high
    return Figure(
        dimension,
        low * factor,
        high * factor,
        noun,
        quantity.approximator,
        _step(low, is_loose=quantity.approximator in _LOOSE) * factor,
        " ".join(quantity.text.split()),
    )


def bare(value: float, text: str) -> Figure:
    """Return the figure of a number that stands alone, and so counts something unnamed."""
    return Figure("count", value, value, "", Approximator.EXACT, _step(value), text)


def day(value: float, text: str) -> Figure:
    """Return the figure of a day of a month."""
    return Figure(DAY, value, value, "", Approximator.EXACT, 1.0, text)


def _superlative(text: str) -> str:
    """Return the stem of a rank's superlative: "largest" of "third-largest", "deadli" of "most deadly"."""
    found = words.fold(text).replace("-", " ").split()
    for at, word in enumerate(found):
        if word in ("most", "least") and at + 1 < len(found):
            return words.stem(found[at + 1])
        if word.endswith("est") or word in ("best", "worst"):
            return words.stem(word)
    return ""


def _dimension(kind: QuantityKind, unit: str) -> tuple[str, float, str]:
    """Return the dimension, the factor to its base unit, and the counted noun."""
    if unit == "percentage point":
        return unit, 1.0, ""
    if kind is QuantityKind.PERCENTAGE or unit == "percent":
        return "percent", 1.0, ""
    if kind is QuantityKind.MONEY:
        return f"money {unit}", 1.0, ""
    if kind in (QuantityKind.AGE, QuantityKind.RANK, QuantityKind.TEMPERATURE):
        return f"{kind.value} {unit}".strip() if kind is QuantityKind.TEMPERATURE else kind.value, 1.0, ""
    if unit in _UNITS:
        name, factor = _UNITS[unit]
        return name, factor, ""
    if kind is QuantityKind.MEASURE:
        return f"measure {unit}", 1.0, ""
    noun = unit.rsplit(maxsplit=1)[-1] if unit else ""
    return "count", 1.0, noun


def _step(value: float, *, is_loose: bool = False) -> float:
    """Return the value of the last digit before trailing zeros.

    It is 1 for whole numbers that are not round enough to be taken as rounded, and for "about one-third",
    which has more digits only because it is a fraction.
    """
    if value != int(value):
        digits = f"{value:.{_DECIMALS}f}".rstrip("0").partition(".")[2]
        is_fraction = is_loose and len(digits) == _DECIMALS and abs(value) > 1
        return 1.0 if is_fraction else float(10 ** -len(digits))
    if abs(value) < (1 if is_loose else _ROUND_FROM):
        return 1.0
    digits = f"{abs(int(value))}"
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


def agreement(a: Figure, b: Figure) -> Agreement:
    """Return whether two figures give the same value, agree within rounding and hedges, or clash.

    A bare number fits any dimension, and a sum of money fits the same sum for each of something: "40" and
    "aged 40", "4 cents" and "4 cents a share".
    """
    if a.dimension == b.dimension == QuantityKind.RANK and not _ranked_alike(a.unit, b.unit):
        return Agreement.APART
    equal = _close(a.low, b.low) and _close(a.high, b.high)
    if a.dimension != b.dimension and not (_perhaps_day(a) and _perhaps_day(b)):
        return (
            Agreement.SAME
            if equal and (bare_number(a) or bare_number(b) or _shared_out(a, b))
            else Agreement.APART
        )
    if equal:
        return Agreement.CLASH if _opposite_bounds(a, b) else Agreement.SAME
    (a_low, a_high), (b_low, b_high) = _reach(a, b), _reach(b, a)
    return Agreement.WITHIN if a_low <= b_high and b_low <= a_high else Agreement.CLASH


def _ranked_alike(a: str, b: str) -> bool:
    """Return whether two ranks may be by the same superlative, unlike "most deadly" and "most common"."""
    axes = [{axis for axis, _ in words.OPPOSITE.get(by, ())} for by in (a, b)]
    return not a or not b or a == b or not axes[0].isdisjoint(axes[1])


def hedged_alike(a: Figure, b: Figure) -> bool:
    """Return whether both are exact, both loose, or both bound the value from the same side."""
    kinds = (_LOOSE, _ABOVE, _BELOW)
    return [a.approximator in kind for kind in kinds] == [b.approximator in kind for kind in kinds]


def _close(x: float, y: float) -> bool:
    return math.isclose(x, y, rel_tol=1e-6)


def bare_number(item: Figure) -> bool:
    """Return whether a figure counts something unnamed."""
    return item.dimension == "count" and not item.unit


def _perhaps_day(item: Figure) -> bool:
    """Return whether a figure is a day of a month, or may be the day of a misspelt one."""
    return item.dimension == DAY or (bare_number(item) and item.low == item.high and item.low in DAYS)


def _shared_out(a: Figure, b: Figure) -> bool:
    """Return whether one is a sum of money, and the other a sum for each of something."""
    return a.dimension.startswith(f"{b.dimension} per ") or b.dimension.startswith(f"{a.dimension} per ")


def _opposite_bounds(a: Figure, b: Figure) -> bool:
    """Return whether one is an upper and the other a lower bound."""
    return (a.approximator in _ABOVE and b.approximator in _BELOW) or (
        a.approximator in _BELOW and b.approximator in _ABOVE
    )


def _reach(own: Figure, other: Figure) -> tuple[float, float]:
    """Return the lowest and the highest value that `own` allows when compared with `other`.

    A figure without a hedge allows more than its own value only if it is rounder than the other.
    """
    low, high = own.low, own.high
    if own.approximator in _LOOSE:
        share = 0.5 if other.approximator in _LOOSE else 1.0
        low -= share * min(ABOUT_SLACK * abs(low), ABOUT_STEPS * own.step)
        high += share * min(ABOUT_SLACK * abs(high), ABOUT_STEPS * own.step)
    elif own.step > other.step * 1.001:
        half = 0.5 * own.step
        low, high = low - min(half, _round_limit(low, own)), high + min(half, _round_limit(high, own))
    if own.approximator in _ABOVE:
        high = high * 1.25 if other.approximator not in _ABOVE else high
    elif own.approximator in _BELOW:
        low = low * 0.75 if other.approximator not in _BELOW else low
    return low, high


def _round_limit(value: float, own: Figure) -> float:
    return math.inf if own.step <= 1 else ROUND_SLACK * abs(value)


def term(item: Figure) -> str:
    """Return the index term of a figure; equal values of one dimension have the same."""
    return f"#{item.dimension.split()[0][:1]}{item.low:.4g}" + (
        f"-{item.high:.4g}" if item.high != item.low else ""
    )
