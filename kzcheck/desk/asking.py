"""The filter language of the search box: `status:open outlet:natint value:>50 oil` becomes a query.

Any input is accepted. A word that is almost a filter, or has a value that cannot be read, is left out and
reported as a problem; all other words are searched for.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from itertools import accumulate
from typing import Any, NamedTuple, TypeVar

from kzcheck.domain import (
    ClaimKind,
    ClaimQuery,
    KzcheckError,
    RecheckOutcome,
    Relation,
    Sort,
    Standing,
    Status,
    ZoneKind,
)
from kzcheck.store.speakers import letters

Word = TypeVar("Word", bound=StrEnum)

_TOKEN = re.compile(r'(?:[^\s"]|"[^"]*"?)+')
_VALUE = re.compile(r"(>=|<=|>|<)?(-?\d+(?:\.\d+)?)(?:(?:\.\.|–)(-?\d+(?:\.\d+)?))?")
ALL = "all"


class Names(NamedTuple):
    """The names on a desk that a filter can refer to.

    `documents` returns titles by document id; `speakers` returns pairs of a name and its letters, as
    `kzcheck.store.speakers.letters` gives them. Both are called only when a filter needs them.
    """

    outlets: Sequence[str] = ()
    documents: Callable[[], Mapping[str, str]] = dict
    speakers: Callable[[], Sequence[tuple[str, str]]] = list


class Asked(NamedTuple):
    """The query that was typed, and one line for each word of it that could not be read."""

    query: ClaimQuery
    problems: tuple[str, ...] = ()


def read(text: str, base: ClaimQuery, names: Callable[[], Names] = Names) -> Asked:
    """Return `base` narrowed down as `text` says. `names` is called when a filter refers to a name."""
    changes: dict[str, Any] = {}
    words, problems = [], []
    for token in _TOKEN.findall(text):
        field, colon, value = token.partition(":")
        name = field.lower()
        if not colon or not field.isalpha() or not _is_like_a_filter(name):
            words.append(token)
        elif name not in FIELDS:
            problems.append(f"{field}: is not a filter; there are {', '.join(FIELDS)}")
        else:
            try:
                changes |= FIELDS[name](value.replace('"', "").strip(), names)
            except KzcheckError as error:
                problems.append(f"{field}: {error}")
    return Asked(replace(base, text=" ".join(words), **changes), tuple(problems))


def _is_like_a_filter(name: str) -> bool:
    return name in FIELDS or bool(get_close_matches(name, FIELDS, 1))


def completion(text: str, names: Callable[[], Names] = Names) -> str | None:
    """Return the text with its last word completed to the first thing that fits; None where nothing does."""
    last = text[text.rfind(" ") + 1 :]
    field, colon, _ = last.partition(":")
    if not colon:
        fitting = [f"{name}:" for name in FIELDS if name.startswith(last.lower())] if last else []
        return text + fitting[0][len(last) :] if fitting else None
    told = last.rpartition(",")[2] if "," in last else last[len(field) + 1 :]
    if field.lower() == "speaker":
        return next((text + each[len(told) :] for each in _speakers(told, names) if each != told), None)
    choices = [word.replace(" ", "") for word in _choices(field.lower(), names)]
    fitting = [word for word in choices if word.lower().startswith(told.lower()) and word != told]
    return text + fitting[0][len(told) :] if fitting else None


def _choices(field: str, names: Callable[[], Names]) -> Sequence[str]:
    if field == "outlet":
        return [outlet.lower() for outlet in names().outlets]
    return CHOICES.get(field, ())


# -- fields --------------------------------------------------------------------------------------


def _one(kind: type[Word], told: str) -> Word:
    wanted = told.lower()
    fitting = [word for word in kind if word.value == wanted] or [
        word for word in kind if wanted and word.value.startswith(wanted)
    ]
    if len(fitting) != 1:
        raise KzcheckError(
            f"{told or 'nothing'!r} fits none; there are {', '.join(word.value for word in kind)}"
        )
    return fitting[0]


def _many(kind: type[Word], told: str) -> tuple[Word, ...]:
    if told.lower() == ALL:
        return ()
    return tuple(dict.fromkeys(_one(kind, part) for part in told.split(",") if part or told == part))


def _zones(told: str, _names: object) -> dict[str, Any]:
    return {"zones": _many(ZoneKind, told) or tuple(ZoneKind)}


def _has(told: str, _names: object) -> dict[str, Any]:
    if told.lower() in {word.value for word in Standing}:
        return {"standing": Standing(told.lower())}
    return {"relation": _one(Relation, told)}


def _value(told: str, _names: object) -> dict[str, Any]:
    found = _VALUE.fullmatch(told.replace(",", "").removesuffix("%"))
    if found is None:
        raise KzcheckError(f"{told or 'nothing'!r} is not a figure; write >50, <50, 50 or 50..60")
    sign, low, high = found[1], float(found[2]), found[3]
    if high is not None:
        return {"min_value": low, "max_value": float(high)}
    bounds = {
        ">": (math.nextafter(low, math.inf), None),
        ">=": (low, None),
        "<": (None, math.nextafter(low, -math.inf)),
        "<=": (None, low),
        None: (low, low),
    }
    return dict(zip(("min_value", "max_value"), bounds[sign], strict=True))


def _priority(told: str, _names: object) -> dict[str, Any]:
    found = _VALUE.fullmatch(told)
    if found is None or found[3] is not None or found[1] in ("<", "<="):
        raise KzcheckError(f"{told or 'nothing'!r} can't be read; write >0.5")
    return {"min_priority": float(found[2])}


def _outlet(told: str, names: Callable[[], Names]) -> dict[str, Any]:
    fitting = [outlet for outlet in names().outlets if names_it(told, outlet)]
    exact = [outlet for outlet in fitting if outlet.lower() == told.lower()]
    if not fitting:
        raise KzcheckError(f"no outlet on this desk is like {told!r}")
    return {"outlet": (exact or sorted(fitting, key=len))[0]}


def _document(told: str, names: Callable[[], Names]) -> dict[str, Any]:
    documents = names().documents()
    fits = (each for each, title in documents.items() if each.startswith(told) or names_it(told, title))
    found = next(fits, None) if told else None
    if found is None:
        raise KzcheckError(f"no article on this desk is like {told!r}")
    return {"document": found}


def _speaker(told: str, names: Callable[[], Names]) -> dict[str, Any]:
    if not told:
        return {"speaker": None}
    wanted = letters(told)
    if not wanted or not any(wanted in its for _, its in names().speakers()):
        raise KzcheckError(f"no speaker on this desk has a name like {told!r}")
    return {"speaker": told}


def _speakers(told: str, names: Callable[[], Names]) -> Iterator[str]:
    """Yield completions of what was typed: names of which a word begins so, without spaces and accents."""
    wanted = letters(told)
    for name, its in names().speakers() if wanted else ():
        at = its.find(wanted)
        starts = accumulate((len(letters(word)) for word in re.findall(r"\w+", name)), initial=0)
        if at >= 0 and at in starts:
            yield told + its[at + len(wanted) :]


def names_it(told: str, name: str) -> bool:
    """Return whether a name is meant by what was typed.

    It is when the letters stand in the name, or are the beginnings of some of its words in order: `natint`
    means "The National Interest".
    """
    letters = "".join(filter(str.isalnum, told.lower()))
    words = re.findall(r"\w+", name.lower())
    whole = "".join(words)
    if not letters or letters in whole:
        return bool(letters)
    return set(letters) <= set(whole) and _begins(letters, words)


def _begins(letters: str, words: Sequence[str]) -> bool:
    """Return whether letters are made of beginnings of words, in order; words may be left out."""
    reached = {0}
    for word in words:
        reached |= {at + taken for at in reached for taken in range(1, _common(letters, at, word) + 1)}
    return len(letters) in reached


def _common(letters: str, at: int, word: str) -> int:
    """Return how many letters from `at` on a word begins with."""
    common = 0
    while common < len(word) and at + common < len(letters) and word[common] == letters[at + common]:
        common += 1
    return common


FIELDS: Mapping[str, Callable[[str, Callable[[], Names]], dict[str, Any]]] = {
    "status": lambda told, _: {"statuses": _many(Status, told)},
    "kind": lambda told, _: {"kinds": _many(ClaimKind, told)},
    "zone": _zones,
    "outlet": _outlet,
    "document": _document,
    "speaker": _speaker,
    "value": _value,
    "priority": _priority,
    "has": _has,
    "source": lambda told, _: {"rechecks": _many(RecheckOutcome, told)},
    "sort": lambda told, _: {"sort": _one(Sort, told)},
}

CHOICES: Mapping[str, Sequence[str]] = {
    "status": [ALL, *(word.value for word in Status)],
    "kind": [word.value for word in ClaimKind],
    "zone": [ALL, *(word.value for word in ZoneKind)],
    "has": [*(word.value for word in Relation), Standing.STALE.value],
    "source": [word.value for word in RecheckOutcome],
    "sort": [word.value for word in Sort],
}
