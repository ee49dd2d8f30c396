"""Finding the places in a text where something may begin: a run of digits, or one of a set of words.

Two plain searches are several times as fast as one for either: the first looks for characters of one
set, the second looks at what follows a separator, and branches letter by letter.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from kzcheck.extract.patterns import Pattern


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words that branches letter by letter, as a trie does."""
    heads: dict[str, list[str]] = {}
    for word in sorted(words):
        heads.setdefault(word[:1], []).append(word[1:])
    branches = [head + any_of(tails) if head else "" for head, tails in sorted(heads.items(), reverse=True)]
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"


class Scanner:
    """Finds matches of an expression that begins with a digit or sign, and words of a set."""

    def __init__(self, digits: str, words: Iterable[str]) -> None:
        self._digits = Pattern(digits)
        self._set = words

    @cached_property
    def _words(self) -> Pattern:
        return Pattern(rf"[^a-z0-9_]{any_of(self._set)}(?![a-z])")

    def places(self, low: str) -> Iterator[tuple[int, int]]:
        """Yield where the digits and the words of a lowered text stand, in order."""
        digits = self._digits.finditer(low)
        digit = next(digits, None)
        for word in self._words.finditer("\n" + low):
            start, end = word.span()  # a word's separator stands here where the word does in `low`
            while digit and digit.start() < start:
                yield digit.span()
                digit = next(digits, None)
            if not low[start - 1 : start].isalpha():
                yield start, end - 1
        while digit:
            yield digit.span()
            digit = next(digits, None)
