"""Whether two statements are one but for the names in it: another name in its place, or two exchanged."""

from itertools import combinations

from kzcheck.match.align import Alignment
from kzcheck.match.prepared import LIGHT, MAYBE_NAME, NAME, WORD, Prepared
from kzcheck.match.words import OPPOSITE, SYNONYM


def other_name(a: Prepared, b: Prepared, aligned: Alignment) -> tuple[str, str] | None:
    """Return the names that stand in one place of two statements that differ in names alone."""
    rest_a, rest_b = _telling(a, aligned.rest_a), _telling(b, aligned.rest_b)
    if not rest_a or not rest_b or not _all_names(a, rest_a) or not _all_names(b, rest_b):
        return None
    partner = {i: j for i, j, _ in aligned.pairs}
    itself = {j: j for j in partner.values()}
    slots = {_slot(at, itself, b): at for at in reversed(rest_b)}
    for at in rest_a:
        there = slots.get(_slot(at, partner, a))
        if there is not None:
            return a.written[at], b.written[there]
    return None


def exchanged(a: Prepared, b: Prepared, aligned: Alignment) -> tuple[str, str] | None:
    """Return two names that have changed places in statements of the same words: who did it to whom."""
    if _telling(a, aligned.rest_a) or _telling(b, aligned.rest_b):
        return None
    if f" {a.plain} ".count(" by ") != f" {b.plain} ".count(" by "):
        return None
    pairs = sorted((i, j) for i, j, _ in aligned.pairs)
    both = [(i, j) for i, j in pairs if _is_name(a, i) and _is_name(b, j)]
    for (first, late), (second, early) in combinations(both, 2):
        rest = [j for i, j in pairs if i not in (first, second)]
        if (
            early < late
            and rest == sorted(rest)
            and WORD in a.kinds[first:second]
            and WORD in b.kinds[early:late]
        ):
            return a.written[first], a.written[second]
    return None


def _telling(prepared: Prepared, rest: list[int]) -> list[int]:
    return [at for at in rest if prepared.kinds[at] != LIGHT]


def _all_names(prepared: Prepared, places: list[int]) -> bool:
    return all(_is_name(prepared, at) for at in places)


def _is_name(prepared: Prepared, at: int) -> bool:
    """Whether a term is a name, or has a capital and is none of the words that headlines swap."""
    kind, term = prepared.kinds[at], prepared.terms[at]
    return kind == NAME or (kind == MAYBE_NAME and term not in SYNONYM and term not in OPPOSITE)


def _slot(at: int, partner: dict[int, int], prepared: Prepared) -> tuple[int, int]:
    """Return the partners of the nearest shared terms before and after a place."""
    before = next((partner[i] for i in range(at - 1, -1, -1) if i in partner), -1)
    after = next((partner[i] for i in range(at + 1, len(prepared.terms)) if i in partner), -1)
    return before, after
