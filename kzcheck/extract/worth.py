"""Which figures say something that a person would check."""

import re
from collections.abc import Sequence

from kzcheck.domain import Quantity
from kzcheck.extract.dates import DateMention
from kzcheck.extract.kinds import (
    AGE,
    COUNT,
    DATE,
    DURATION,
    EXACT,
    MEASURE,
    MONEY,
    NUMBER,
    TEMPERATURE,
    VAGUE,
)
from kzcheck.extract.lexicon import EVENT_VERBS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_WORD_NUMBER = Pattern(r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_GENERIC = frozenset(
    words(
        """
reality problem thing way reason side part point need hand kind case aspect issue question option
choice factor example area step word sentence paragraph chapter time moment observer idea lesson
front region corner end half world sense principle argument theory fundamental opponent piece
version type form level stage state-of-mind god star
"""
    )
)
_LASTING = frozenset(
    words(
        """
last take sentence jail imprison spend serve suspend ban live run extend remain wait delay shorten
lengthen cut mean face order ground require need work lead rule govern
"""
    )
)
_REFERRING = frozenset(
    words(
        """
these those this any every each all both no either neither same other
"""
    )
)
_EMERGENCY = ("911 call", "999 call", "112 call")
_A_PAIR = 2
_FEW = 10  # what is one of fewer is no figure of its own: "two of three requirements"
_ONE_IN = 3  # words from "one" to what follows "in"
_AGED = ("under ", "over ")
_OLDEST = 100  # years
_AHEAD = 10  # words to the verb that tells something of a person of some age
_OF_A_WHOLE = Pattern(r"\sof\s(?:(?:the|its|his|her|their|our|these|those)\s)?\Z", re.IGNORECASE)
_SLOGAN = 40  # characters
_MEASURED = frozenset((MEASURE, MONEY, TEMPERATURE))


def says_the_same(sentence: Sentence, before: Quantity | None, quantity: Quantity) -> bool:
    """Whether a figure only says another in other units, or the small whole that it is of."""
    if before is None or not sentence.span.start <= before.start:
        return False
    between = sentence.text[before.end : quantity.start]
    converted = between in (", or ", " or ") and quantity.kind is MEASURE
    if converted and before.kind is MEASURE and before.unit != quantity.unit:
        return True
    if (
        between in (" (", "-wide (", "-long (", "-high (")
        and sentence.text[quantity.end : quantity.end + 1] == ")"
    ):
        return before.kind is quantity.kind and before.unit != quantity.unit and quantity.kind in _MEASURED
    return (quantity.value or 0) < _FEW and _OF_A_WHOLE.fullmatch(between) is not None


def _tells_of_someone(sentence: Sentence, i: int) -> bool:
    """Whether an age is of somebody named, or of whom something is told: "a 24-year-old man was arrested"."""
    if any(sentence.is_name(j) for j in range(max(0, i - 3), i)):
        return True
    ahead = range(i, min(i + _AHEAD, len(sentence.words)))
    if any(group.first in ahead and group.base in EVENT_VERBS for group in sentence.verbs):
        return i == 0 or i - 1 not in sentence.busy
    return i > 0 and i - 1 in sentence.busy


def _in_a_phrase(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a small number stands in a slogan or name in quotation marks: “one country, two systems”."""
    text = sentence.text
    opened = max(
        text.rfind(mark, max(sentence.span.start, quantity.start - 30), quantity.start) for mark in '“"'
    )
    closed = text.find("”" if opened >= 0 and text[opened] == "“" else '"', quantity.end, quantity.end + 30)
    return opened >= 0 and closed >= 0 and closed - opened < _SLOGAN


def is_worth_listing(sentence: Sentence, quantity: Quantity, dates: Sequence[DateMention]) -> bool:
    """Whether a figure says how much, how many or how long, and not only when or which."""
    if quantity.kind is DATE or quantity.value is None:
        return False
    if quantity.unit is None and any(d.start < quantity.end and quantity.start < d.end for d in dates):
        return False
    i = sentence.word_at(quantity.start)
    if i >= len(sentence.words):
        return False
    if i > 1 and sentence.lowers[i - 1] == "of" and sentence.lowers[i - 2] == "those":
        return False  # "the smallest, those of less than one acre, …"
    if quantity.kind is DURATION:
        return _tells_how_long(sentence, quantity, i)
    if quantity.kind is AGE:
        return not quantity.text.isdigit() and _tells_of_someone(sentence, i)
    if quantity.kind in (COUNT, NUMBER) and quantity.unit != "time":
        return _counts(sentence, quantity, i)
    return True


def _counts(sentence: Sentence, quantity: Quantity, i: int) -> bool:
    """Whether a plain number counts something, and more than a way of speaking."""
    if quantity.text in ("911", "999", "112") or quantity.text.startswith(_EMERGENCY):
        return False
    before = sentence.lowers[i - 1] if i else ""
    small = before == "in" and _WORD_NUMBER.match(quantity.text)
    if small and i >= _ONE_IN and sentence.lowers[i - _ONE_IN] == "one":
        return False  # "one shop in five stands empty"
    bare = quantity.unit is None
    if bare and (_is_an_age(quantity, before) or not _says_how_many(sentence, quantity, i)):
        return False
    if quantity.approximator is VAGUE and bare:
        return False
    if not _WORD_NUMBER.match(quantity.text):
        return True
    if before in _REFERRING or quantity.value == 1 or _in_a_phrase(sentence, quantity):
        return False
    if before in ("between", "among") and quantity.value == _A_PAIR:
        return False
    noun = (quantity.unit or "").split()[-1:] or [""]
    named = quantity.text != quantity.text.lower()
    return named or not (noun[0] in _GENERIC or before == "the")


def _is_an_age(quantity: Quantity, before: str) -> bool:
    """Whether a number only tells which people are meant by their age: "employees under 35"."""
    young_or_old = quantity.text.lower().startswith(_AGED) and (quantity.value or 0) < _OLDEST
    return young_or_old and (before == "those" or before in ("people", "men", "women") or before[-1:] == "s")


def _says_how_many(sentence: Sentence, quantity: Quantity, i: int) -> bool:
    """Whether a number without a unit says how many, and names no thing ("Article 5")."""
    if i and sentence.is_name(i - 1):
        return False
    if i == 0 and sentence.text[quantity.end : quantity.end + 1] in ".)":
        return False
    if sentence.text[quantity.end : quantity.end + 4] == " of ":
        return True
    high = quantity.value_high or quantity.value or 0
    return high >= 20 or quantity.approximator is not EXACT


def _tells_how_long(sentence: Sentence, quantity: Quantity, i: int) -> bool:
    """Whether a duration is what the clause says, not only when it happened."""
    after = sentence.word_at(quantity.end)
    if sentence.lowers[after : after + 1] in (["ago"], ["later"], ["earlier"], ["before"], ["after"]):
        return False
    if i and (sentence.lowers[i - 1] == "of" or i - 1 in sentence.busy):
        return True
    for group in reversed(sentence.verbs):
        if group.last < i:
            own = group.first > 0 and sentence.lowers[group.first - 1] in ("i", "we")
            return group.base in _LASTING and not own
    return False
