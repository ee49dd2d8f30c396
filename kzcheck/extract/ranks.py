"""Ranks: "second-largest", "the third most populous", "ranked 5th", "category IV"."""

from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source

_SUPERLATIVE = Pattern(
    r"(?:\s?-\s?|\s{1,2})(?:most\b|least\b|best\b|worst\b|highest\b|lowest\b|(?!(?:interest|request|protest|conquest|contest|forest|guest|quest|test|west|nest|rest|harvest|arrest|manifest|honest|modest|priest|chest|budapest|bucharest|midwest|northwest|southwest|latest|past|last|first|east|northeast)\b)[a-z]{2,12}est\b)"
)
_PLACE = Pattern(r"(?:\s?-\s?|\s{1,2})(?:place|placed|rank|ranked|ranking|spot|position)\b")
_RANKED = Pattern(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:ed|es|ing)|finish(?:ed|es|ing)?|came|comes|coming)\s(?:as\s|at\s|in\s|joint\s|the\s|number\s|no\.?\s){0,2}\Z"
)
_ORDINAL = Pattern(r"([0-9]{1,4})\s?(?:st|nd|rd|th)(?![\w])")
ENDINGS = frozenset({"st", "nd", "rd", "th"})
"""What follows the digits of an ordinal."""
_CLOSING = Pattern(r"[.,;:!?)]|\s(?:in|among|out|behind|overall|with|of|on|after|at|and|to|for|by)\b|\s?\Z")
_NUMBER_SIGN = Pattern(r"(?:['’]s|\b(?:the|its|their|as|ranked|at|became|is))\s(no\.\s?|number\s)\Z")
GRADES = frozenset({"category", "tier", "grade", "stage", "phase", "level", "class"})
"""Words before a rank in Roman digits."""
_ROMAN = Pattern(r"[a-z]++\s(x{0,3}(?:ix|iv|v?i{0,3}))(?!\w|')")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}


def read_ordinal(low: str, start: int) -> tuple[int, int] | None:
    """Read an ordinal whose digits are at `start`: its value, and where it ends."""
    digits = _ORDINAL.match(low, start)
    return (int(digits[1]), digits.end()) if digits else None


def read_numbered(source: Source, start: int, end: int) -> int | None:
    """Return where a rank begins whose digits are at `start:end`: "the world's No. 2", "number 3"."""
    low = source.low
    if source.before(start) not in ("no.", "number") and low[start - 1 : start] != ".":
        return None
    if end - start > 4 or not low[start:end].rstrip(".,").isdecimal():
        return None
    sign = _NUMBER_SIGN.search(low, max(0, start - 32), start)
    return sign.start(1) if sign else None


def is_rank(low: str, start: int, end: int) -> bool:
    """Tell whether the ordinal at `start:end` ranks something, rather than counts occasions or dates."""
    if _SUPERLATIVE.match(low, end):
        return True
    if _PLACE.match(low, end):
        return not low.startswith("in the first place", max(0, start - 7))
    return bool(_CLOSING.match(low, end) and _RANKED.search(low[max(0, start - 32) : start]))


def rank_end(low: str, end: int) -> int:
    """Return where a rank ends whose ordinal ends at `end`: behind its superlative, if it has one."""
    tail = _SUPERLATIVE.match(low, end) or _PLACE.match(low, end)
    return tail.end() if tail else end


def read_roman(low: str, start: int) -> tuple[int, int, int] | None:
    """Read "category iv" at `start`: value, start of the numeral, end."""
    match = _ROMAN.match(low, start)
    if not match or not match[1]:
        return None
    digits = [_ROMAN_DIGITS[c] for c in match[1]]
    value = sum(-d if d < max(digits[i + 1 :], default=0) else d for i, d in enumerate(digits))
    return value, match.start(1), match.end()
