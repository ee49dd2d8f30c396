"""Finding the places in a text where a figure or a date may begin: a run of digits, or one of a set of words.

Two plain searches are several times as fast as one for either: the first looks for characters of one
set, the second looks at what follows a separator, and branches letter by letter.
"""

from collections.abc import Iterable, Set
from functools import cache

from kzcheck.extract.numbers import SIGNS
from kzcheck.extract.openers import FIGURES, TOLD_DATES
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.text import Source

_RUN = Pattern(rf"[0-9{''.join(SIGNS)}](?:(?<=[0-9])[0-9.,]*+)?")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words that branches letter by letter, as a trie does."""
    heads: dict[str, list[str]] = {}
    for word in sorted(words):
        heads.setdefault(word[:1], []).append(word[1:])
    branches = [head + any_of(tails) if head else "" for head, tails in sorted(heads.items(), reverse=True)]
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"


def places(source: Source, words: Set[str]) -> list[tuple[int, int]]:
    """Return where digits, and words that may begin a figure or a date, stand in a lowered text, in order."""
    low = source.low
    found = [(start, end) for start, end in _openers_of(source) if low[start:end] in words]
    return sorted([*_runs_of(source), *found])


def _runs_of(source: Source) -> list[tuple[int, int]]:
    """Return where digits stand, with the commas and points among them: one search does for both."""
    if source.runs is None:
        source.runs = [run.span() for run in _RUN.finditer(source.low)]
    return source.runs


def _openers_of(source: Source) -> list[tuple[int, int]]:
    """Return where words stand that may begin a figure or a date: one search does for both."""
    if source.openers is None:
        low = source.low
        spans = (word.span() for word in _openers().finditer("\n" + low))
        # a word's separator stands here where the word does in `low`
        source.openers = [(start, end - 1) for start, end in spans if not low[start - 1 : start].isalpha()]
    return source.openers


@cache
def _openers() -> Pattern:
    return Pattern(rf"[^a-z0-9_]{any_of(FIGURES | TOLD_DATES)}(?![a-z])")
