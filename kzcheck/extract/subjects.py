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
from kzcheck.extract.names import is_adjective, is_named, list_goes_on, named_before, names_in, phrase
from kzcheck.extract.reading import Sentence, Subject, VerbGroup
from kzcheck.extract.wordlists import words

_HARD_STOP = re.compile(r"[;:—“”\"!?]| [–-] |\(")
_DASH = re.compile(r"\s[–-]\s|—")
_CUT_OFF = re.compile(r"[:;]")
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
    """What the sentences before were about: their main subject, names, claims' subjects, measure, speaker."""

    main: Subject | None = None
    names: list[Subject] = field(default_factory=list)
    claimed: list[Subject] = field(default_factory=list)
    measure: str | None = None
    speaker: Subject | None = None


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
    if i >= 0 and _DASH.search(sentence.gap(i + 1)):
        i = _before_dashes(sentence, i)
    if i < 0 or _CUT_OFF.search(sentence.gap(i + 1)):
        return None
    if "," in sentence.gap(group.first) or "," in sentence.gap(i + 1):
        outside = _before_parenthesis(sentence, i)
        if outside is None and any(earlier.mood == "finite" for earlier in sentence.verbs[:index]):
            return _carried(sentence, index, memory, depth)
        i = i if outside is None else outside
    if sentence.lowers[group.first - 1] == "there":
        return None
    if _is_pronoun(sentence, i) and not (i and sentence.lowers[i - 1] == "of"):
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


def remember(sentence: Sentence, memory: Memory, claimed: list[Subject]) -> None:
    """Take over what this sentence was about, for the next one."""
    finite = [i for i, group in enumerate(sentence.verbs) if group.mood == "finite"]
    finite.sort(key=lambda i: sentence.verbs[i].embedded)
    memory.main = None
    for index in finite[:3]:
        main = subject_of(sentence, index, memory)
        memory.main = _entity(main) if main else None
        if memory.main is not None:
            break
    memory.names = names_in(sentence)
    if claimed:
        memory.claimed = claimed


def _entity(subject: Subject) -> Subject | None:
    """Return the name in a subject: "Kazakhstan" of "Kazakhstan’s neutrality"; None when it holds no name."""
    owner = re.match(r"(?:[A-Z][\w.-]*\s)*[A-Z][\w.-]*(?=[’']s?\s)", subject.name)
    if owner:
        start = subject.span.start + max(0, subject.span.end - subject.span.start - len(subject.name))
        return Subject(owner[0], Span(start, start + len(owner[0])), subject.origin)
    return subject if is_named(subject.name) else None


def spread(sentence: Sentence, around: Span, memory: Memory) -> list[Subject]:
    """Return the places or parties that "both" or "each" near `around` spreads a figure over, if any."""
    clause = sentence.text[
        max(sentence.span.start, around.start - 60) : min(around.end + 30, sentence.span.end)
    ]
    if not _MANY.search(clause):
        return []
    here = [name for name in names_in(sentence) if name.span.end <= around.start]
    named = _distinct([name for name in (*memory.names, *here) if not is_adjective(name.name)])
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
    k = _over_brackets(sentence, i)
    while k > 0 and "," not in sentence.gap(k):
        if _HARD_STOP.search(sentence.gap(k)) and ")" not in sentence.gap(k):
            break
        k = _over_brackets(sentence, k - 1)
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


def _before_dashes(sentence: Sentence, i: int) -> int:
    """Step back over what stands between two dashes before a verb; -1 when one dash only cuts it off."""
    for k in range(i, max(i - 14, 0), -1):
        if _DASH.search(sentence.gap(k)):
            return k - 1
    return -1


def _over_brackets(sentence: Sentence, i: int) -> int:
    """Return the word before which a bracket that closes after word `i` opens, else `i`."""
    if ")" in sentence.gap(i + 1):
        opened = _opening(sentence, i)
        return opened - 1 if opened else i
    return i


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
            j = max(opened - 1, 0)
            continue
        if _HARD_STOP.search(gap) and not ("(" in gap and ")" in sentence.gap(j + 1)[:1]):
            return j
        before = sentence.lowers[j - 1]
        if "," in gap and not list_goes_on(sentence, j):
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
    if i < 0 or i in sentence.busy:
        return None
    first = _phrase_start(sentence, i)
    named = named_before(sentence, first)
    if named is not None:
        return phrase(sentence, named, first - 1, SubjectOrigin.CARRIED)
    if i - first > 6:
        cuts = [
            j for j in range(first, i) if sentence.lowers[j] in PREPOSITIONS and sentence.lowers[j] != "of"
        ]
        first = cuts[-1] + 1 if cuts else i - 4
    while first < i and (
        sentence.lowers[first] in PREPOSITIONS or sentence.lowers[first] in ("and", "or", "but")
    ):
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
    owned = [name for name in memory.names if not is_adjective(name.name)]
    return replace(owned[-1], origin=SubjectOrigin.ANAPHORA) if owned else None


def _owned(sentence: Sentence, first: int, last: int, memory: Memory) -> Subject:
    """Read "Its capital" with the owner put in: "Kazakhstan’s capital"."""
    found = phrase(sentence, first, last)
    owner = memory.main
    if sentence.lowers[first] in ("its", "their"):
        here = [name for name in names_in(sentence) if name.span.end <= found.span.start]
        owner = next((name for name in reversed(here) if not is_adjective(name.name)), owner)
    if sentence.lowers[first] in ("its", "his", "her", "their") and owner and first < last:
        rest = phrase(sentence, first + 1, last)
        return Subject(f"{owner.name}’s {rest.name}", found.span, SubjectOrigin.ANAPHORA)
    return found


def _carried(sentence: Sentence, index: int, memory: Memory, depth: int) -> Subject | None:
    """Return the subject of a finite verb before, for a verb that has none of its own."""
    before = [i for i in range(index - 1, -1, -1) if sentence.verbs[i].mood == "finite"]
    group = sentence.verbs[index]
    if group.mood == "finite" and not group.embedded:
        joined = "," in _joint(sentence, group)
        before.sort(key=lambda i: (_unlike(sentence.verbs[i], group, joined), -i))
    for earlier in before[:1]:
        found = subject_of(sentence, earlier, memory, depth + 1)
        if found and found.origin is SubjectOrigin.EXPLICIT:
            return replace(found, origin=SubjectOrigin.CARRIED)
        return found
    return replace(memory.main, origin=SubjectOrigin.CARRIED) if memory.main and depth else None


def _unlike(earlier: VerbGroup, group: VerbGroup, joined: bool) -> bool:
    """Whether a verb of a subordinate clause is not the one that `group` is joined with."""
    told = ("past", "perfect")
    return earlier.embedded and (joined or (earlier.tense in told) != (group.tense in told))


def _joint(sentence: Sentence, group: VerbGroup) -> str:
    """Return what parts a verb, with the adverbs and "and" before it, from the clause before."""
    i = group.first
    while i > 0 and (
        _is_adverb(sentence, i) or sentence.lowers[i] in ("and", "but", "or") or i == group.first
    ):
        if _HARD_STOP.search(sentence.gap(i)) or "," in sentence.gap(i):
            return sentence.gap(i)
        i -= 1
    return sentence.gap(i + 1)
