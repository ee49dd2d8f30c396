"""How values, outlets and dates are written on the screens. Plain strings in, plain strings out."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from kzcheck.domain import Approximator, ClaimKind, ClaimRow, QuantityKind

if TYPE_CHECKING:
    from kzcheck.domain import Quantity

_HEDGES = {
    Approximator.ABOUT: "about ",
    Approximator.AT_LEAST: "at least ",
    Approximator.AT_MOST: "at most ",
    Approximator.MORE_THAN: "more than ",
    Approximator.LESS_THAN: "less than ",
    Approximator.HEDGED: "roughly ",
}


def number(value: float) -> str:
    """Return a figure as it is read: `2,500`, `12.5`, `1.2 million`, `1,234,567`; two thirds are `66.67`."""
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size and value / size == round(value / size, 3):
            return f"{_digits(value / size)} {name}"
    return _digits(value)


def _digits(value: float) -> str:
    """Return a figure with all its digits; a fraction without an end is cut."""
    digits = f"{value:,.6f}".rstrip("0").rstrip(".")
    if len(digits.partition(".")[2]) < 6:
        return digits
    return f"{value:,.2f}" if abs(value) >= 1 else f"{value:.3g}"


def amount(
    value: float | None, high: float | None, unit: str | None, approximator: Approximator | None
) -> str:
    """Return a value with its range, unit and hedge: `about 20 percent`, `90–95 percent`, or "" for none."""
    if value is None:
        return ""
    hedge = _HEDGES.get(approximator, "") if approximator else ""
    unit = many(unit) if unit and (value != 1 or high is not None) else unit
    figure = number(value) if high is None else f"{number(value)}–{number(high)}"
    return f"{hedge}{figure} {unit or ''}".rstrip()


def quantity_amount(quantity: Quantity | None) -> str:
    """Return the value of a claim's quantity, as `amount` does."""
    if quantity is None:
        return ""
    if quantity.kind is QuantityKind.RANK and quantity.value is not None:
        return f"rank {quantity.value:g}"
    return amount(quantity.value, quantity.value_high, quantity.unit, quantity.approximator)


def row_amount(row: ClaimRow) -> str:
    """Return the value of a row's claim, as `amount` does."""
    if row.kind is ClaimKind.SUPERLATIVE and row.value is not None:
        return f"rank {row.value:g}"
    return amount(row.value, row.value_high, row.unit, row.approximator)


_IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet"}
_NO_PLURAL = frozenset({"percent", "people", "troops", "hertz"})


def many(unit: str) -> str:
    """Return a unit in the plural: `men`, `miles per hour`, `years of age`; a plural stays as it is."""
    for joint in (" per ", " of "):
        first, found, rest = unit.partition(joint)
        if found:
            return many(first) + found + rest
    *before, noun = unit.split(" ")
    if unit in _NO_PLURAL or noun.endswith("s") or not noun.isascii():
        return unit
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        plural_noun = noun[:-1] + "ies"
    elif noun.endswith(("ch", "sh", "x")):
        plural_noun = noun + "es"
    else:
        plural_noun = _IRREGULAR.get(noun, noun + "s")
    return " ".join([*before, plural_noun])


@lru_cache(maxsize=512)
def short_outlet(outlet: str | None, width: int = 8) -> str:
    """Return an outlet's name in at most `width` letters: `NatInt` for `The National Interest`."""
    name = re.sub(r"^(the|a)\s+", "", (outlet or "").strip(), flags=re.IGNORECASE)
    if len(name) <= width:
        return name
    words = re.findall(r"\w+", name)
    if len(words) < 2:
        return name[: width - 1] + "…"
    each = max(1, min(3, width // len(words)))
    return "".join(word[:each].capitalize() for word in words)[:width]


def moment(stamp: str | None, now: datetime) -> str:
    """Return a UTC time stamp in local time: the time if it is today, otherwise the date; "" for none."""
    if not stamp:
        return ""
    try:
        at = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    if at.tzinfo is None:
        at = at.replace(tzinfo=UTC)
    at = at.astimezone(now.tzinfo)
    return at.strftime("%H:%M") if at.date() == now.date() else at.strftime("%Y-%m-%d %H:%M")
