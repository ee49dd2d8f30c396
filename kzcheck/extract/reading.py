"""One sentence read closely: its words, its verbs, and where its clauses begin."""

from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass, field
from itertools import accumulate, compress
from operator import ne
from typing import NamedTuple

from kzcheck.domain import Span, SubjectOrigin
from kzcheck.extract.function_words import (
    ADVERBS,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)
from kzcheck.extract.lexicon import AUXILIARIES, BASES, GERUNDS, NOUNS_FIRST, PARTICIPLES, PAST, THIRD, VERBS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.verb_groups import VerbGroup, settle_clauses
from kzcheck.extract.wordlists import words

# begins with one set of characters: that is what makes it fast
_WORD = Pattern(
    r"(\w(?:\.(?<=[A-Za-z]\.)[A-Za-z]\.(?:[A-Za-z]\.)*"  # "U.S."
    r"|\w*+(?:(?= )"  # most words end at a space
    r"|(?:[’'&/‑-]\w++|[.,](?<=\d[.,])\d\w*+)*(?:[’'](?<=s[’'])(?=\s))?)))"
)
_MOST_VERBS = 60  # read of one sentence
_LONGEST = 400  # words read of one sentence; what comes after is no sentence a person would write


class Subject(NamedTuple):
    """A subject as a person would name it, where its words stand, and how it was found."""

    name: str
    span: Span
    origin: SubjectOrigin

    def with_origin(self, origin: SubjectOrigin) -> "Subject":
        """Return the same subject as one that was found in another way."""
        return Subject(self.name, self.span, origin)


@dataclass(slots=True)
class Sentence:
    """The words of one sentence: parallel lists of the word, its lower case, and where it stands."""

    text: str
    span: Span
    words: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    """What stands before each word, and after the last: one more than words."""
    vocabulary: frozenset[str]
    """The lower-case words in no order: quickly asked whether one of many stands in the sentence."""
    verbs: list[VerbGroup] = field(init=False)
    busy: frozenset[int] = field(init=False)
    """The words of verbs at which a noun phrase ends; one may hold an infinitive before its verb."""
    named: frozenset[int] = field(init=False)
    """The words that are names."""
    subjects: dict[int, Subject | None] = field(default_factory=dict)
    """The subjects found so far, by verb group."""
    names: list[tuple[int, int]] | None = None
    """The names, once looked for: first and last word of each."""
    unreal: bool | None = None
    """Whether it tells what would be, once looked for."""
    breaks: list[tuple[int, int]] | None = None
    """Where its clauses may be parted, once looked for."""

    def word_at(self, offset: int) -> int:
        """Return the index of the first word that ends after `offset`."""
        return bisect_right(self.ends, offset)

    def is_name(self, i: int) -> bool:
        """Whether word `i` is capitalised as a name is, not only because it opens the sentence."""
        return i in self.named

    def span_of(self, first: int, last: int) -> Span:
        """Where words `first` to `last` stand, both included."""
        return Span(self.starts[first], self.ends[last])


_NO_NAMES_END_SO = (
    *("tions", "ments", "ists", "sions", "ities", "tors", "tion", "sion"),
    *("ical", "onal", "ocal", "ical", "ural", "eral", "ential", "ive", "ous", "ful", "able", "ible", "istic"),
)
_NEVER_NAMES = DETERMINERS | PRONOUNS | PREPOSITIONS | CONJUNCTIONS
_OPENERS = ADVERBS | CLAUSE_OPENERS
_OPENS = Pattern(r"[“\"‘(:—]")


def read_sentence(text: str, span: Span, common: Set[str] = frozenset()) -> Sentence:
    """Return the sentence at `span` with its words and verb groups; `common` are words that are no names."""
    parts = _WORD.split(text[span.start : span.end], _LONGEST)  # a gap, a word, a gap … a gap
    places = list(accumulate(map(len, parts), initial=span.start))
    words = parts[1::2]
    lowers = list(map(str.lower, words))
    sentence = Sentence(
        text, span, words, lowers, places[1:-1:2], places[2::2], parts[::2], frozenset(lowers)
    )
    sentence.named = _named(sentence, common)
    sentence.verbs = _verb_groups(sentence)
    if len(sentence.verbs) > 1:
        settle_clauses(lowers, sentence.gaps, sentence.vocabulary, sentence.verbs)
    sentence.busy = _busy(sentence.verbs)
    return sentence


def _named(sentence: Sentence, common: Set[str]) -> frozenset[int]:
    """Return the words that are capitalised as names are, not only because they open the sentence."""
    words, lowers, gaps = sentence.words, sentence.lowers, sentence.gaps
    named = []
    for i in compress(range(len(words)), map(ne, words, lowers)):  # the words that have a capital
        if words[i][0].isupper() and lowers[i] not in _NEVER_NAMES:
            inside = i and (gaps[i] == " " or not _OPENS.search(gaps[i]))
            if inside or not _opens_as_any_word(sentence, i, common):
                named.append(i)
    return frozenset(named)


def _opens_as_any_word(sentence: Sentence, i: int, common: Set[str]) -> bool:
    """Whether word `i` has its capital from opening a sentence; "New" of "New York" is a name."""
    lower = sentence.lowers[i]
    if lower in _OPENERS or (lower in VERBS and lower not in NOUNS_FIRST):
        return True
    if lower not in common and not lower.endswith(_NO_NAMES_END_SO):
        return False
    following = sentence.words[i + 1] if i + 1 < len(sentence.words) and sentence.gaps[i + 1] == " " else ""
    return not following[:1].isupper()


def _busy(verbs: list[VerbGroup]) -> frozenset[int]:
    busy: set[int] = set()
    finite = False
    for group in verbs:
        if group.mood == "finite":
            finite = True
        elif not finite or group.mood != "infinitive":
            continue
        busy.add(group.last)
        if group.first < group.last:
            busy.update(range(group.first, group.last))
    return frozenset(busy)


def _verb_groups(sentence: Sentence) -> list[VerbGroup]:
    groups: list[VerbGroup] = []
    after, opened = 0, -1
    lowers = sentence.lowers
    for i in [i for i, word in enumerate(lowers) if word in _READ or (word[-1] == "d" and word[-2:] == "ed")]:
        if i < after:
            continue
        lower = lowers[i]
        group: VerbGroup | None
        if lower in AUXILIARIES:
            month = lower == "may" and i > 0 and sentence.words[i] == "May"
            group = None if month else _auxiliary_group(sentence, i)
        elif lower in VERBS:
            group = _plain_verb(sentence, i)
        elif lower in SUBORDINATORS:
            pointing = lower == "that" and i > 0 and lowers[i - 1] in PREPOSITIONS
            opened = opened if pointing else i
            continue
        else:
            group = VerbGroup(i, i, lower, "finite", "past") if _unknown_past(sentence, i) else None
        if group is None:
            continue
        if opened >= after and group.mood == "finite":
            group.embedded = True
        groups.append(group)
        after = group.last + 1
        if len(groups) == _MOST_VERBS:
            break
    return groups


def _unknown_past(sentence: Sentence, i: int) -> bool:
    """Whether a word in -ed that no lexicon has stands where the verb of a past event would."""
    if i == 0 or sentence.words[i][0].isupper() or len(sentence.words[i]) < 5 or "-" in sentence.words[i]:
        return False
    if not _PUNCTUATED.isdisjoint(sentence.gaps[i]):
        return False
    before = i - 1
    while before > 0 and sentence.lowers[before] in ("then", "also", "later", "again", "once", "recently"):
        before -= 1
    after = sentence.lowers[i + 1] if i + 1 < len(sentence.lowers) else ""
    if sentence.words[before].endswith(("’s", "'s", "s’")):
        return False
    return (
        sentence.is_name(before) or sentence.lowers[before] in ("he", "she", "it", "they", "who", "which")
    ) and after != "by"


def _auxiliary_group(sentence: Sentence, i: int) -> VerbGroup:
    lowers, gaps, count = sentence.lowers, sentence.gaps, len(sentence.lowers)
    seen = [lowers[i]]
    negated = lowers[i] in _NEGATED
    last, j = i, i + 1
    while j < count and j < i + 8 and (gaps[j] == " " or _PARTED.isdisjoint(gaps[j])):
        word = lowers[j]
        if word in AUXILIARIES:
            seen.append(word)
            last = j
        elif word in {"not", "never"}:
            negated = True
        elif word not in ADVERBS and word[-2:] != "ly":
            break
        j += 1
    base, passive, progressive = _BASES_OF_AUXILIARIES.get(seen[-1], "do"), False, False
    if j < count and (lowers[j] in VERBS or lowers[j][-2:] == "ed"):
        after_be = not _BE.isdisjoint(seen)
        if _completes(sentence, j, seen, after_be):
            base, last = VERBS.get(lowers[j], lowers[j]), j
            progressive = (after_be and lowers[j] in GERUNDS) or "being" in seen
            passive = after_be and lowers[j] not in GERUNDS
    mood = _MOODS.get(seen[0], "finite")
    if seen[0] == "have" and i and lowers[i - 1] == "to":
        mood = "infinitive"
    return VerbGroup(i, last, base, mood, _tense(seen, base), passive, negated, progressive)


def _completes(sentence: Sentence, j: int, seen: list[str], after_be: bool) -> bool:
    """Whether word `j` is the verb that the auxiliaries before it help."""
    word, gap = sentence.lowers[j], sentence.gaps[j]
    if sentence.words[j][0].isupper() or not (gap == " " or _PUNCTUATED.isdisjoint(gap)):
        return False
    if after_be:
        return word in PARTICIPLES or word in GERUNDS or (word not in VERBS and _is_regular(word))
    if not _HAVE.isdisjoint(seen):
        return word in PARTICIPLES or _is_regular(word)
    return word in BASES


def _is_regular(word: str) -> bool:
    return word.endswith("ed") and "-" not in word and len(word) > 4


def _tense(seen: list[str], base: str) -> str:
    if not MODALS.isdisjoint(seen):
        return "modal"
    if seen[0] in _HAVE_NOW and (base != "have" or len(seen) > 1):
        return "perfect"
    return "past" if seen[0] in _PAST_AUXILIARIES else "present"


_VERBAL = AUXILIARIES | VERBS.keys()
_READ = _VERBAL | SUBORDINATORS
_PARTED = frozenset(",;(")
_SUBORDINATING = SUBORDINATORS - RELATIVES
_NEGATED = frozenset(word for word in AUXILIARIES if word.endswith(("n’t", "n't"))) | {"cannot"}
_HAVE_NOW = frozenset(("has", "have", "hasn’t", "haven’t", "hasn't", "haven't"))
_HAVE = _HAVE_NOW | {"had", "hadn’t", "hadn't", "having"}
_BE = frozenset(
    words(
        """
is are was were be been being am isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't
"""
    )
)
_PAST_AUXILIARIES = frozenset(
    words(
        """
was were had did wasn’t weren’t hadn’t didn’t wasn't weren't hadn't didn't
"""
    )
)
_BASES_OF_AUXILIARIES = {
    **dict.fromkeys(_BE, "be"),
    **dict.fromkeys(("has", "have", "had", "having", "hasn’t", "haven’t", "hadn’t"), "have"),
}
_MOODS = {"being": "gerund", "having": "gerund", "be": "infinitive", "been": "infinitive"}
"""Of auxiliaries that are not finite."""
_HEDGES = frozenset(words("about roughly nearly some over almost around approximately more less up at"))
_ALSO_BEFORE = frozenset(words("one this that these those me him us them"))
"""Pronouns that also stand before nouns, or as objects."""
_BEFORE_NOUNS = DETERMINERS | PREPOSITIONS
_OWNED = frozenset(("its", "his", "her", "their"))
_PAST_ONLY = (PAST - PARTICIPLES - BASES) | {"was", "were", "had", "has", "have", "are", "is"}
"""What makes a noun of a form in -s before it: "but repairs took 11 weeks"."""
_FLOATING = frozenset(("each", "both", "all"))
_AMOUNTS = frozenset(words("one two three four five six seven eight nine ten half"))
_PUNCTUATED = frozenset(',;:()“”"—')
_PLURAL_SUBJECTS = frozenset(words("we they i you who which some many most others people"))


def _plain_verb(sentence: Sentence, i: int) -> VerbGroup | None:
    """Return the verb at `i` when the words around it let it be one."""
    lowers = sentence.lowers
    lower, word = lowers[i], sentence.words[i]
    if word != lower and i and word[0].isupper():
        return None
    before = lowers[i - 1] if i else ""
    base = VERBS[lower]
    if before == "to" and lower in BASES:
        return VerbGroup(i, i, base, "infinitive", "present")
    opens_noun = before in _BEFORE_NOUNS or before.endswith(("’s", "'s", "s’"))
    if opens_noun and not (before in _FLOATING and i > 1 and lower in PAST):
        gerund = lower in GERUNDS and before in PREPOSITIONS
        return VerbGroup(i, i, base, "gerund", "present") if gerund else None
    after = lowers[i + 1] if i + 1 < len(lowers) else ""
    if (not i or before in AUXILIARIES or lower == "compared") and _only_looks_like_one(sentence, i, after):
        return None
    if lower in GERUNDS:
        return None if lower in NOUNS_FIRST else VerbGroup(i, i, base, "gerund", "present")
    if lower in NOUNS_FIRST and not _verb_by_its_neighbours(sentence, i, before, after):
        return None
    if lower in PAST:
        reduced = lower in PARTICIPLES and (
            (after == "by" and not _by_how_much(sentence, i + 2)) or before in _SUBORDINATING
        )
        attributive = before in ADVERBS and i > 1 and sentence.lowers[i - 2] in DETERMINERS
        return None if reduced or attributive else VerbGroup(i, i, base, "finite", "past")
    if lower in THIRD:
        subject_of_next = after in _PAST_ONLY and (not i or before in ("and", "but", "or"))
        return None if subject_of_next else VerbGroup(i, i, base, "finite", "present")
    plural = before in _PLURAL_SUBJECTS or before.endswith("s") or before in ADVERBS
    if (
        lower in BASES
        and i
        and (plural or (sentence.is_name(i - 1) and _PUNCTUATED.isdisjoint(sentence.gaps[i])))
    ):
        return VerbGroup(i, i, base, "finite", "present")
    return None


def _by_how_much(sentence: Sentence, i: int) -> bool:
    """Whether an amount stands at word `i`: "won by 30 points"."""
    word = sentence.lowers[i] if i < len(sentence.lowers) else ""
    return word[:1].isdigit() or word in _AMOUNTS or word in _HEDGES


def _is_verb(word: str) -> bool:
    return (word in PAST or word in GERUNDS) and word not in NOUNS_FIRST


def _only_looks_like_one(sentence: Sentence, i: int, after: str) -> bool:
    """Whether a verb's form is no verb of its own: “had "objected"”, "compared with 2019"."""
    if not i:
        return sentence.lowers[0] in PARTICIPLES and after not in PREPOSITIONS
    if sentence.lowers[i - 1] in AUXILIARIES and sentence.gaps[i][-1:] in ("“", '"'):
        return True
    return sentence.lowers[i] == "compared" and after in ("with", "to") and not sentence.is_name(i - 1)


def _behind_plural(sentence: Sentence, i: int) -> bool:
    """Whether word `i` ends a plural noun's phrase: "analysts at the bank estimate"."""
    for j in range(i - 1, max(i - 6, 0), -1):
        if sentence.lowers[j] in PREPOSITIONS:
            return sentence.lowers[j - 1].endswith("s")
    return False


def _verb_by_its_neighbours(sentence: Sentence, i: int, before: str, after: str) -> bool:
    """Whether a form that is mostly a noun stands where only a verb can."""
    if (
        before in _PLURAL_SUBJECTS
        or before in RELATIVES
        or (before in PRONOUNS and before not in _ALSO_BEFORE)
    ):
        return True
    if after in _OWNED and "," in sentence.gaps[i] and sentence.lowers[i] in PAST:
        return True  # "the council, which owns it, cut its grant"
    if not i or not _PUNCTUATED.isdisjoint(sentence.gaps[i]) or _is_verb(before):
        return False
    if sentence.lowers[i] in BASES and not before.endswith("s") and sentence.lowers[i] not in PAST:
        return after == "that" and _behind_plural(sentence, i)
    if not after:
        return (
            sentence.lowers[i] == "found" and i > 1 and sentence.lowers[i - 2] in DETERMINERS
        )  # "…, the study found."
    if (
        sentence.lowers[i] in THIRD
        and before.endswith("s")
        and not before.endswith("ss")
        and not sentence.is_name(i - 1)
    ):
        return False
    between_names = sentence.is_name(i - 1) and i + 1 < len(sentence.words) and sentence.is_name(i + 1)
    if between_names and sentence.lowers[i] in THIRD:
        return True
    if sentence.is_name(i - 1) and after in ADVERBS and sentence.lowers[i] in THIRD:
        return True
    if after in _HEDGES and sentence.lowers[i] in THIRD:
        return True
    return after in DETERMINERS or after in PRONOUNS or after in ("that", "how") or after[:1].isdigit()
