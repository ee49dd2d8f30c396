"""The verbs of a sentence, and which of them belong to which clause."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kzcheck.extract.calendar_words import MONTHS, WEEKDAYS
from kzcheck.extract.function_words import (
    ADVERBS,
    CLAUSE_OPENERS,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from kzcheck.extract.lexicon import BASES, PARTICIPLES, PAST, SAYING_BASES
from kzcheck.extract.wordlists import words


@dataclass(slots=True)
class VerbGroup:
    """A verb with its auxiliaries: words `first` to `last` of the sentence, both included.

    `mood` is `finite`, `infinitive` or `gerund`; `tense` is `past`, `perfect`, `present` or `modal`.
    `embedded` marks the verb of a subordinate clause ("that it fell").
    """

    first: int
    last: int
    base: str
    mood: str
    tense: str
    passive: bool = False
    negated: bool = False
    progressive: bool = False
    embedded: bool = False
    resumes: int = -1
    """The relative pronoun whose clause ends before this verb: its subject is what that pronoun describes."""


_CAN_BE_REDUCED = frozenset(
    words("arrest charge accuse call name report announce release present own publish")
)
"""Verbs of saying that also stand behind their object: "the man accused of fraud"."""
_NEVER_DESCRIBED = frozenset({*PREPOSITIONS, *CLAUSE_OPENERS, *MONTHS, *WEEKDAYS, "and", "or", "but"})
"""Words that no relative clause behind them describes."""
_UNCHANGED = BASES & PAST
"""Forms that are past and present: "cut", "put"."""
_TIMES = frozenset(words("last this that next early late today yesterday earlier"))
_PARTS = frozenset(',;:()—“”"')
_STRONG = frozenset(';:—“"')
_FARTHEST = 30  # words over which a relative clause may reach


def settle_clauses(
    lowers: Sequence[str], gaps: Sequence[str], vocabulary: Set[str], verbs: list[VerbGroup]
) -> None:
    """Tell participles from verbs, and find the verbs that go on after a relative clause."""
    for group, following in pairwise(verbs):
        if following.first == group.last + 2:
            verbs[:] = _without_adjectives(lowers, gaps, verbs)
            break
    _reduce(lowers, gaps, verbs)
    if not RELATIVES.isdisjoint(vocabulary):
        _resume(lowers, gaps, verbs)


def _without_adjectives(
    lowers: Sequence[str], gaps: Sequence[str], verbs: Sequence[VerbGroup]
) -> list[VerbGroup]:
    kept = [
        group for group, following in pairwise(verbs) if not _is_adjective(lowers, gaps, group, following)
    ]
    return [*kept, verbs[-1]]


def _is_adjective(lowers: Sequence[str], gaps: Sequence[str], group: VerbGroup, following: VerbGroup) -> bool:
    """Whether a participle stands before its noun: "newly financed cars averaged"."""
    noun = group.last + 1
    return (
        following.first == noun + 1
        and group.tense == "past"
        and group.mood == following.mood == "finite"
        and group.first == group.last
        and group.base not in SAYING_BASES
        and lowers[group.first] in PARTICIPLES
        and lowers[noun].endswith("s")
        and gaps[noun] == gaps[noun + 1] == " "
        and lowers[noun] not in PRONOUNS
    )


def _reduce(lowers: Sequence[str], gaps: Sequence[str], verbs: list[VerbGroup]) -> None:
    """Read "the men arrested on Monday were freed": the first verb only describes its noun."""
    for group, following in pairwise(verbs):
        if group.tense != "past":
            if lowers[following.first] in _UNCHANGED:
                _share_auxiliary(lowers, group, following)
        elif (
            group.mood == following.mood == "finite"
            and group.first == group.last
            and _may_be_reduced(lowers, group)
            and _nothing_new_between(lowers, gaps, group, following)
        ):
            group.mood, group.tense, group.embedded = "gerund", "present", False


def _share_auxiliary(lowers: Sequence[str], group: VerbGroup, following: VerbGroup) -> None:
    """Read "would close plants and cut jobs", "plans to sell and quit": what helps the first helps both."""
    if lowers[following.first - 1] not in ("and", "or") or following.tense != "past":
        return
    if group.mood == "infinitive" or group.tense == "modal":
        following.mood, following.tense, following.embedded = group.mood, group.tense, group.embedded


def _may_be_reduced(lowers: Sequence[str], group: VerbGroup) -> bool:
    word = lowers[group.first]
    if group.first == 0 or word not in PARTICIPLES:
        return False
    if group.base in SAYING_BASES and group.base not in _CAN_BE_REDUCED:
        return False
    before = lowers[group.first - 1]
    return before not in PRONOUNS and before not in ADVERBS and before not in CLAUSE_OPENERS


def _nothing_new_between(
    lowers: Sequence[str], gaps: Sequence[str], group: VerbGroup, following: VerbGroup
) -> bool:
    """Whether only phrases that hang on the first verb stand before the second."""
    after = lowers[group.last + 1]
    if after not in PREPOSITIONS and after not in _TIMES and not after.endswith("ly"):
        return False
    for i in range(group.last + 1, following.first + 1):
        if not _PARTS.isdisjoint(gaps[i]):
            return False
        if i == following.first:
            return True
        if lowers[i] in CLAUSE_OPENERS or lowers[i] in ("and", "or") or lowers[i] in PERSONAL:
            return False
    return True


def _resume(lowers: Sequence[str], gaps: Sequence[str], verbs: list[VerbGroup]) -> None:
    last_words = {group.last for group in verbs}
    opened, earlier = -1, None
    for group in verbs:
        if group.mood != "finite":
            continue
        since = earlier.last + 1 if earlier else 0
        relative = _relative_between(lowers, last_words, since, group.first)
        if relative >= 0:
            opened = relative
        elif opened >= 0 and earlier is not None:
            ends = _leaves_clause(lowers, gaps, opened, earlier, group)
            if ends and group.first - opened <= _FARTHEST:
                group.resumes = opened
            if ends is not False:
                opened = -1
        earlier = group


def _relative_between(lowers: Sequence[str], last_words: Set[int], since: int, until: int) -> int:
    """Return the last relative pronoun between two words that describes a noun; -1 without one."""
    if RELATIVES.isdisjoint(lowers[since:until]):
        return -1
    for i in range(until - 1, max(since, 1) - 1, -1):
        if lowers[i] in RELATIVES:
            told = i - 1 in last_words
            return -1 if told or lowers[i - 1] in _NEVER_DESCRIBED else i
    return -1


def _leaves_clause(
    lowers: Sequence[str], gaps: Sequence[str], opened: int, earlier: VerbGroup, group: VerbGroup
) -> bool | None:
    """Whether a verb after that of a relative clause is the main clause's again; None when neither's."""
    between = range(earlier.last + 1, group.first + 1)
    i = group.first - 1
    while i > earlier.last and (lowers[i] in ADVERBS or lowers[i].endswith("ly")):
        i -= 1
    if i == earlier.last or not SUBORDINATORS.isdisjoint(lowers[earlier.last + 1 : group.first]):
        return False
    if any(not _STRONG.isdisjoint(gaps[j]) for j in between):
        return None
    if lowers[i] in ("and", "or", "but") or lowers[i] in PRONOUNS:
        return False
    if "," in gaps[group.first] or "," in gaps[i + 1]:
        return True if "," in gaps[opened] or "," in gaps[i] else None  # "in Portland, Oregon, was"
    if earlier.base in SAYING_BASES and not earlier.passive and not lowers[earlier.last + 1].endswith("ing"):
        return False
    plain = all("," not in gaps[j] and lowers[j] not in ("and", "but") for j in between)
    return True if plain else None
