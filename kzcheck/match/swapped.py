"""Whether two statements differ in nothing but a name, or a word that points the other way.

The terms left over on each side do not always show that: a replaced word may also stand elsewhere.
"""

from collections.abc import Sequence
from itertools import combinations

from kzcheck.match.align import Alignment, credit, is_name
from kzcheck.match.prepared import LIGHT, MAYBE_NAME, WORD, Prepared
from kzcheck.match.vocabulary import IN_TURN, MONTHS, WEEKDAYS
from kzcheck.match.words import DENIALS, OPPOSITE, fold, stem

REPLACED = 3
"""How many words may differ between a statement and an altered copy of it."""


def other_name(
    a: Prepared, b: Prepared, aligned: Alignment, replaced: Sequence[tuple[str, str]]
) -> tuple[str, str] | None:
    """Return the two names in the same place of statements that differ in names alone, else None."""
    for one, other in replaced:
        new = one not in b.plain.split() or other not in a.plain.split()
        mine, theirs = _name(a, one), _name(b, other)
        if new and mine is not None and theirs is not None and not _alike(a.terms[mine], b.terms[theirs]):
            return a.written[mine], b.written[theirs]
    rest_a, rest_b = _telling(a, aligned.rest_a), _telling(b, aligned.rest_b)
    if not _all_names(a, rest_a, aligned.rest_a) or not _all_names(b, rest_b, aligned.rest_b):
        return None
    if _only_opening(a, rest_a) and _only_opening(b, rest_b):
        return None
    partner = {i: j for i, j, _ in aligned.pairs}
    itself = {j: j for j in partner.values()}
    slots = {_slot(at, itself, b): at for at in reversed(rest_b)}
    for at in rest_a:
        there = slots.get(_slot(at, partner, a))
        if there is not None:
            return a.written[at], b.written[there]
    return None


def turned(replaced: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """Return two opposite words in the same place of statements that are otherwise the same, else None."""
    for one, other in replaced:
        ends = {(axis, -sign) for axis, sign in OPPOSITE.get(stem(one), ())}
        if not ends.isdisjoint(OPPOSITE.get(stem(other), ())):
            return one, other
    return None


def in_turn(replaced: Sequence[tuple[str, str]]) -> tuple[str, str] | None:
    """Return two words of which only one is true, in one place of statements that are alike word by word."""
    for one, other in replaced:
        if any(one in words and other in words for words in IN_TURN):
            return one, other
        if any(one in words and other in words for words in (WEEKDAYS, MONTHS)):
            return one.capitalize(), other.capitalize()
    return None


def only_denied(a: Prepared, b: Prepared, aligned: Alignment) -> bool:
    """Return whether one statement is the other but for a word that denies it: "failed to open"."""
    told = [*map(a.terms.__getitem__, aligned.rest_a), *map(b.terms.__getitem__, aligned.rest_b)]
    if DENIALS.isdisjoint(told):
        return False
    rests = sorted([_telling(a, aligned.rest_a), _telling(b, aligned.rest_b)], key=len)
    terms = a.terms if rests[1] == _telling(a, aligned.rest_a) else b.terms
    return not rests[0] and len(rests[1]) == 1 and terms[rests[1][0]] in DENIALS


def exchanged(a: Prepared, b: Prepared, aligned: Alignment) -> tuple[str, str] | None:
    """Return two names that have changed places in statements of the same words, else None."""
    if _telling(a, aligned.rest_a) or _telling(b, aligned.rest_b):
        return None
    if f" {a.plain} ".count(" by ") != f" {b.plain} ".count(" by "):
        return None
    pairs = sorted((i, j) for i, j, _ in aligned.pairs)
    both = [(i, j) for i, j in pairs if is_name(a, i) and is_name(b, j)]
    for (first, late), (second, early) in combinations(both, 2):
        if early < late and WORD in a.kinds[first:second] and WORD in b.kinds[early:late]:
            rest = [j for i, j in pairs if i not in (first, second)]
            if rest == sorted(rest):
                return a.written[first], a.written[second]
    return None


def replaced(a: Prepared, b: Prepared) -> list[tuple[str, str]]:
    """Return the words that differ, if both have equally many words and all but a few are the same."""
    words_a, words_b = a.plain.split(), b.plain.split()
    if len(words_a) != len(words_b):
        return []
    differing = [(one, other) for one, other in zip(words_a, words_b, strict=True) if one != other]
    return differing if len(differing) <= REPLACED else []


def _name(prepared: Prepared, word: str) -> int | None:
    """Return the place of the name that folds to `word`."""
    places = (at for at, written in enumerate(prepared.written) if fold(written) == word)
    return next((at for at in places if is_name(prepared, at)), None)


def _alike(one: str, other: str) -> bool:
    return one == other or credit(one, other) > 0


def _telling(prepared: Prepared, rest: list[int]) -> list[int]:
    return [at for at in rest if prepared.kinds[at] != LIGHT]


def _all_names(prepared: Prepared, telling: list[int], rest: list[int]) -> bool:
    """Return whether only names are left over: not "a Venango County man", whom the other side may name."""
    light = set(rest) - set(telling)
    return 0 < len(telling) <= REPLACED and all(
        is_name(prepared, at) and at + 1 not in light for at in telling
    )


def _only_opening(prepared: Prepared, telling: list[int]) -> bool:
    """Return whether only the first word of a sentence is left over; its capital does not make it a name."""
    return telling == [0] and MAYBE_NAME not in prepared.kinds[1:] and prepared.kinds[0] == MAYBE_NAME


def _slot(at: int, partner: dict[int, int], prepared: Prepared) -> tuple[int, int]:
    """Return where the nearest shared terms before and after a place stand on the other side, -1 for none."""
    before = next((partner[i] for i in range(at - 1, -1, -1) if i in partner), -1)
    after = next((partner[i] for i in range(at + 1, len(prepared.terms)) if i in partner), -1)
    return before, after
