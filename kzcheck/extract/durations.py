"""How long something took: durations of two parts, and what they are the length of."""

from collections.abc import Sequence

from kzcheck.domain import Quantity
from kzcheck.extract.figure_subjects import governor_of
from kzcheck.extract.headlines import short_name
from kzcheck.extract.kinds import DURATION, EXACT, PERCENTAGE
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.wordlists import words

_PARTS = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""The next smaller unit, and how many of it there are."""
_JOINT = Pattern(r",?\s(?:and\s)?")
_ONE_BEFORE = Pattern(r"\ban?\s(?P<unit>year|week|day|hour|minute)\s(?:and\s)?\Z")
_FARTHEST = 14  # characters of "a minute and "
_LENGTHS = frozenset(words("be last take have need require spend use average"))
"""Verbs that say no more than the duration does."""
_LONGEST = 3  # words of a verb


def joined_durations(text: str, quantities: Sequence[Quantity]) -> Sequence[Quantity]:
    """Return the figures, a duration of two parts as one: "2 hours 11 minutes", "two hours and a half"."""
    if not any(quantity.kind is DURATION for quantity in quantities):
        return quantities
    joined: list[Quantity] = []
    for quantity in quantities:
        whole = _joined(text, joined[-1], quantity) if joined else None
        if whole is not None:
            joined[-1] = whole
        else:
            joined.append(_with_one_before(text, quantity))
    return joined


def _joined(text: str, before: Quantity, quantity: Quantity) -> Quantity | None:
    if before.kind is not DURATION or before.value is None or before.value_high is not None:
        return None
    if quantity.value is None or _JOINT.fullmatch(text, before.end, quantity.start) is None:
        return None
    said = text[before.start : quantity.end]
    if quantity.kind is PERCENTAGE and quantity.text == "a half":
        return before._replace(end=quantity.end, text=said, value=before.value + 0.5)
    part, times = _PARTS.get(before.unit or "", ("", 0))
    smaller = (quantity.unit or "").partition(" per ")[0]
    if smaller != part or quantity.approximator is not EXACT or not quantity.value < times:
        return None
    value = before.value * times + quantity.value
    return before._replace(end=quantity.end, text=said, value=value, unit=quantity.unit)


def _with_one_before(text: str, quantity: Quantity) -> Quantity:
    """Return a duration with the "an hour and" before it."""
    if quantity.kind is not DURATION or quantity.value is None:
        return quantity
    one = _ONE_BEFORE.search(text, max(0, quantity.start - _FARTHEST), quantity.start)
    part, times = _PARTS[one["unit"]] if one else ("", 0)
    if one is None or quantity.unit != part or quantity.approximator is not EXACT:
        return quantity
    start = one.start()
    return quantity._replace(start=start, text=text[start : quantity.end], value=times + quantity.value)


def lasting_headline(sentence: Sentence, quantity: Quantity, subject: Subject) -> str | None:
    """Return the headline of how long somebody did something: "17 nights: crew searched"; None otherwise."""
    governor = governor_of(sentence, sentence.word_at(quantity.start))
    if quantity.kind is not DURATION or governor is None:
        return None
    group = sentence.verbs[governor]
    if group.mood != "finite" or group.base in _LENGTHS or group.negated:
        return None
    first = group.first if group.last - group.first < _LONGEST else group.last
    verb = " ".join(sentence.words[first : group.last + 1])
    return f"{quantity.text}: {short_name(subject.name)} {verb}"
