"""Who or what a clause is about: explicit, carried over, meant by a pronoun, or spread over several."""

import re
from dataclasses import dataclass, field, replace

from kzcheck.domain import Span, SubjectOrigin
from kzcheck.extract.function_words import (
    ADVERBS,
    ARTICLES,
    CLAUSE_OPENERS,
    DEMONSTRATIVES,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from kzcheck.extract.reading import Sentence, Subject, VerbGroup
from kzcheck.extract.wordlists import words

_HARD_STOP = re.compile(r"[;:—“\"!?]| [–-] |\(")
_CLOSED = re.compile(r"\)|”")
_LONGEST_NAME = 9  # words of a subject; a longer one is cut at its first preposition
_CALENDAR = frozenset(
    words(
        """
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday
"""
    )
)
_DEMONYM = re.compile(r"(?:an|ian|ish|ese|ch|sh|akh|ek|ik|yz|i)$")
_JOINERS = frozenset(
    words(
        """
and but or yet so as although while because when if though whereas since that
"""
    )
)
_MANY = re.compile(r"\b(?:both|each|either|all\s+(?:two|three|four|five))\b", re.IGNORECASE)
_LAST_OF = re.compile(r"(?:the\s+)?(?:last|latter)(?:\s+of\s+(?:these|those|them))?$", re.IGNORECASE)


@dataclass(slots=True)
class Memory:
    """What the sentences before were about: their main subject, their names, their claims' subjects."""

    main: Subject | None = None
    names: list[Subject] = field(default_factory=list)
    claimed: list[Subject] = field(default_factory=list)


def subject_of(sentence: Sentence, index: int, memory: Memory, depth: int = 0) -> Subject | None:
    """Return the subject of verb group number `index` of the sentence, resolved; None when it has none."""
    if index not in sentence.subjects:
        sentence.subjects[index] = None  # a pronoun that leads back here finds nothing, and no loop
        sentence.subjects[index] = _find_subject(sentence, index, memory, depth)
    return sentence.subjects[index]


def _find_subject(sentence: Sentence, index: int, memory: Memory, depth: int) -> Subject | None:
    group = sentence.verbs[index]
    if group.mood != "finite" or depth > 4:
        return _carried(sentence, index, memory, depth)
    i = _skip_adverbs(sentence, group.first - 1)
    if i < 0:
        return None
    if "," in sentence.gap(group.first) or "," in sentence.gap(i + 1):
        outside = _before_parenthesis(sentence, i)
        if outside is None and any(earlier.mood == "finite" for earlier in sentence.verbs[:index]):
            return _carried(sentence, index, memory, depth)
        i = i if outside is None else outside
    if _is_pronoun(sentence, i):
        return _by_pronoun(sentence, i, memory)
    if sentence.lowers[i] in ("and", "or", "but", "nor") or _verb_ending_at(sentence, index, i) is not None:
        return _carried(sentence, index, memory, depth)
    first = _skip_openers(sentence, _phrase_start(sentence, i), i)
    if first > i:
        return _carried(sentence, index, memory, depth)
    return _phrase_subject(sentence, first, i, memory)


def _is_pronoun(sentence: Sentence, i: int) -> bool:
    return (
        sentence.lowers[i] in RELATIVES
        or sentence.lowers[i] in PERSONAL
        or sentence.lowers[i] in DEMONSTRATIVES
    )


def _by_pronoun(sentence: Sentence, i: int, memory: Memory) -> Subject | None:
    lower = sentence.lowers[i]
    if lower in RELATIVES and (lower != "that" or i):
        return _antecedent(sentence, i, memory)
    return _meant_by(sentence, i, memory)


def _phrase_subject(sentence: Sentence, first: int, last: int, memory: Memory) -> Subject | None:
    """Return the subject that words `first` to `last` before a verb are."""
    opener = sentence.lowers[first]
    if opener in PREPOSITIONS:
        before = first - 1
        if before >= 0 and (sentence.lowers[before] in RELATIVES or sentence.lowers[before] in PERSONAL):
            return _by_pronoun(sentence, before, memory)
        if opener not in ("over", "about", "under", "between"):
            return None
    if opener in RELATIVES:
        return _antecedent(sentence, first, memory)
    found = phrase(sentence, first, last)
    if _LAST_OF.match(found.name) and memory.claimed:
        return replace(memory.claimed[-1], origin=SubjectOrigin.ANAPHORA)
    if opener in PERSONAL:
        return _owned(sentence, first, last, memory)
    return found


def phrase(
    sentence: Sentence, first: int, last: int, origin: SubjectOrigin = SubjectOrigin.EXPLICIT
) -> Subject:
    """Return words `first` to `last` as a subject: without its article, and not longer than a name is."""
    if sentence.lowers[first] in ARTICLES and first < last:
        first += 1
    if last - first >= _LONGEST_NAME:
        cut = next(
            (j for j in range(first + 1, last) if sentence.lowers[j] in PREPOSITIONS and j - first > 1),
            last + 1,
        )
        last = min(cut - 1, first + _LONGEST_NAME)
    start, end = sentence.starts[first], sentence.ends[last]
    raw = sentence.text[start:end]
    if raw.count("(") > raw.count(")") and sentence.text[end : end + 1] == ")":
        end += 1
    if raw.endswith(("’s", "'s")):
        end -= 2
    return Subject(_clean(sentence.text[start:end]), Span(start, end), origin)


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name.translate(_UNQUOTED)).strip(" ,.;:")


_UNQUOTED = str.maketrans("", "", '“”"')


def names_in(sentence: Sentence) -> list[Subject]:
    """Return the names of the sentence in order: runs of capitalised words, acronyms, no dates."""
    return [phrase(sentence, first, last) for first, last in name_runs(sentence)]


def name_runs(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the first and last word of each name of the sentence, in order."""
    if sentence.names is None:
        sentence.names = _find_names(sentence)
    return sentence.names


def _find_names(sentence: Sentence) -> list[tuple[int, int]]:
    found = []
    i, count = 0, len(sentence.words)
    while i < count:
        if not sentence.is_name(i) or sentence.lowers[i] in _CALENDAR:
            i += 1
            continue
        last = i
        while last + 1 < count and _joins(sentence, last + 1):
            last += 1
        while sentence.lowers[last] in ("of", "the", "and", "for"):
            last -= 1
        found.append((i, last))
        i = last + 1
    return found


def _joins(sentence: Sentence, i: int) -> bool:
    """Whether word `i` goes on with the name before it."""
    gap = sentence.gap(i)
    if gap.strip() or sentence.words[i - 1].endswith(("’s", "'s", "s’")):
        return False
    if sentence.is_name(i):
        return True
    return (
        sentence.lowers[i] in ("of", "the")
        and i + 1 < len(sentence.words)
        and sentence.words[i + 1][0].isupper()
    )


def remember(sentence: Sentence, memory: Memory, claimed: list[Subject]) -> None:
    """Take over what this sentence was about, for the next one."""
    main = None
    for index, group in enumerate(sentence.verbs):
        if group.mood == "finite":
            main = subject_of(sentence, index, memory)
            break
    memory.main = _entity(main) if main else None
    memory.names = names_in(sentence)
    if claimed:
        memory.claimed = claimed


def _entity(subject: Subject) -> Subject | None:
    """Return the name in a subject: "Kazakhstan" of "Kazakhstan’s neutrality"; None when it holds no name."""
    owner = re.match(r"(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*(?=[’']s?\s)", subject.name)
    if owner:
        start = subject.span.start + max(0, subject.span.end - subject.span.start - len(subject.name))
        return Subject(owner[0], Span(start, start + len(owner[0])), subject.origin)
    return subject if any(word[:1].isupper() for word in subject.name.split()) else None


def spread(sentence: Sentence, around: Span, memory: Memory) -> list[Subject]:
    """Return the places or parties that "both" or "each" near `around` spreads a figure over, if any."""
    clause = sentence.text[
        max(sentence.span.start, around.start - 60) : min(around.end + 30, sentence.span.end)
    ]
    if not _MANY.search(clause):
        return []
    here = [name for name in names_in(sentence) if name.span.end <= around.start]
    named = _distinct([name for name in (*memory.names, *here) if not _adjective(name.name)])
    wanted = 2 if re.search(r"\b(?:both|either)\b", clause, re.IGNORECASE) else 0
    if wanted and len(named) >= wanted:
        return [replace(name, origin=SubjectOrigin.DISTRIBUTED) for name in named[-wanted:]]
    return []


def _distinct(names: list[Subject]) -> list[Subject]:
    kept: dict[str, Subject] = {}
    for name in names:
        kept.pop(name.name, None)
        kept[name.name] = name
    return list(kept.values())


def _adjective(name: str) -> bool:
    return (
        " " not in name
        and _DEMONYM.search(name) is not None
        and not name.endswith(("stan", "Iran", "Japan", "Sudan"))
    )


def _skip_adverbs(sentence: Sentence, i: int) -> int:
    while i >= 0 and _is_adverb(sentence, i) and not _HARD_STOP.search(sentence.gap(i + 1)):
        i -= 1
    return i


def _is_adverb(sentence: Sentence, i: int) -> bool:
    lower = sentence.lowers[i]
    return (lower in ADVERBS and lower not in PREPOSITIONS) or (
        lower.endswith("ly") and len(lower) > 4 and not sentence.is_name(i)
    )


def _skip_openers(sentence: Sentence, first: int, last: int) -> int:
    while first <= last and (_is_adverb(sentence, first) or sentence.lowers[first] in _JOINERS):
        first += 1
    return first


def _verb_ending_at(sentence: Sentence, index: int, i: int) -> VerbGroup | None:
    for group in sentence.verbs[max(0, index - 1) : index]:
        if group.first <= i <= group.last:
            return group
    return None


def _before_parenthesis(sentence: Sentence, i: int) -> int | None:
    """Step back over what stands between two commas before a verb, unless it names the subject anew.

    None when nothing opens such a parenthesis.
    """
    k = i
    while k > 0 and "," not in sentence.gap(k):
        if _HARD_STOP.search(sentence.gap(k)) and not _CLOSED.search(sentence.gap(k + 1)):
            break
        k -= 1
    if k <= 0 or "," not in sentence.gap(k):
        return None
    named = k + 1 if sentence.lowers[k] in ARTICLES else k
    if named <= i and sentence.is_name(named) and sentence.lowers[k] not in RELATIVES:
        end = named
        while (
            end < i
            and sentence.lowers[end + 1] not in PREPOSITIONS
            and sentence.lowers[end + 1] not in RELATIVES
        ):
            end += 1
        return end
    return k - 1


def _phrase_start(sentence: Sentence, i: int) -> int:
    """Return the first word of the phrase that ends at word `i`."""
    busy = sentence.busy
    j = i
    while j > 0:
        gap = sentence.gap(j)
        if ")" in gap and "(" not in gap:
            opened = _opening(sentence, j - 1)
            if opened is None:
                return j
            j = opened
            continue
        if _HARD_STOP.search(gap) and not ("(" in gap and ")" in sentence.gap(j + 1)[:1]):
            return j
        before = sentence.lowers[j - 1]
        if "," in gap and not _list_goes_on(sentence, j):
            return j
        if j - 1 in busy or (before in CLAUSE_OPENERS and before != "as"):
            return j
        if before in ("and", "or", "but", "nor") and not _joined_nouns(sentence, j - 1, busy):
            return j
        j -= 1
    return 0


def _opening(sentence: Sentence, i: int) -> int | None:
    """Return the word that opens the bracket which closes after word `i`; None when it is far or missing."""
    for j in range(i, max(i - 12, -1), -1):
        if "(" in sentence.gap(j):
            return j
    return None


def _list_goes_on(sentence: Sentence, j: int) -> bool:
    """Whether the comma before word `j` parts the names of one list, which ends in "and" and a name."""
    if not sentence.words[j - 1][0].isupper():
        return False
    for k in range(j, min(j + 16, len(sentence.words))):
        if sentence.lowers[k] in ("and", "or"):
            return k + 1 < len(sentence.words) and sentence.is_name(k + 1)
        if not sentence.is_name(k):
            return False
    return False


def _joined_nouns(sentence: Sentence, i: int, busy: frozenset[int]) -> bool:
    """Whether the "and" at word `i` joins nouns: no verb stands before it in its clause."""
    if "," in sentence.gap(i):
        return i > 0 and sentence.is_name(i - 1) and i + 1 < len(sentence.words) and sentence.is_name(i + 1)
    for j in range(i - 1, max(-1, i - 14), -1):
        if j in busy:
            return False
        if (
            "," in sentence.gap(j)
            or _HARD_STOP.search(sentence.gap(j))
            or sentence.lowers[j] in CLAUSE_OPENERS
        ):
            return True
    return True


def _antecedent(sentence: Sentence, relative: int, memory: Memory) -> Subject | None:
    """Return what a relative pronoun stands for: the phrase before it, or the name it describes."""
    i = relative - 1
    if i >= 0 and sentence.lowers[i] in PREPOSITIONS:
        i -= 1
    if i < 0:
        return None
    first = _phrase_start(sentence, i)
    if i - first > 6:
        cut = max(
            (j for j in range(first, i) if sentence.lowers[j] in PREPOSITIONS and sentence.lowers[j] != "of"),
            default=-1,
        )
        first = cut + 1 if cut >= 0 else i - 4
    if (
        first > 1
        and sentence.lowers[first] in ARTICLES
        and "," in sentence.gap(first)
        and sentence.is_name(first - 1)
    ):
        start = first - 1
        while start > 0 and not sentence.gap(start).strip() and sentence.is_name(start - 1):
            start -= 1
        return phrase(sentence, start, first - 1, SubjectOrigin.CARRIED)
    while first < i and sentence.lowers[first] in ("and", "or", "but", "in", "of"):
        first += 1
    found = phrase(sentence, first, i, SubjectOrigin.CARRIED)
    if _LAST_OF.match(found.name) and memory.claimed:
        return replace(memory.claimed[-1], origin=SubjectOrigin.ANAPHORA)
    return found


def _meant_by(sentence: Sentence, i: int, memory: Memory) -> Subject | None:
    """Return what a pronoun means: the subject of the clause before it, else of the sentence before."""
    if sentence.lowers[i] in ("this", "these", "those", "that", "its", "his", "their"):
        return replace(memory.main, origin=SubjectOrigin.ANAPHORA) if memory.main else None
    for index, group in enumerate(sentence.verbs):
        if group.last >= i:
            break
        if group.mood == "finite":
            earlier = _skip_adverbs(sentence, group.first - 1)
            if earlier >= 0 and sentence.lowers[earlier] not in PRONOUNS:
                found = subject_of(sentence, index, memory, depth=3)
                named = _entity(found) if found else None
                if named:
                    return replace(named, origin=SubjectOrigin.ANAPHORA)
    if memory.main:
        return replace(memory.main, origin=SubjectOrigin.ANAPHORA)
    owned = [name for name in memory.names if not _adjective(name.name)]
    return replace(owned[-1], origin=SubjectOrigin.ANAPHORA) if owned else None


def _owned(sentence: Sentence, first: int, last: int, memory: Memory) -> Subject:
    """Read "Its capital" with the owner put in: "Kazakhstan’s capital"."""
    found = phrase(sentence, first, last)
    if sentence.lowers[first] in ("its", "his", "their") and memory.main and first < last:
        rest = phrase(sentence, first + 1, last)
        return Subject(f"{memory.main.name}’s {rest.name}", found.span, SubjectOrigin.ANAPHORA)
    return found


def _carried(sentence: Sentence, index: int, memory: Memory, depth: int) -> Subject | None:
    """Return the subject of the last finite verb before, for a verb that has none of its own."""
    for earlier in range(index - 1, -1, -1):
        if sentence.verbs[earlier].mood == "finite":
            found = subject_of(sentence, earlier, memory, depth + 1)
            return (
                replace(found, origin=SubjectOrigin.CARRIED)
                if found and found.origin is SubjectOrigin.EXPLICIT
                else found
            )
    return replace(memory.main, origin=SubjectOrigin.CARRIED) if memory.main and depth else None
