"""Who or what a clause is about: explicit, carried over, meant by a pronoun, or spread over several."""

import re
from functools import partial

from kzcheck.extract.function_words import (
    ARTICLES,
    DEMONSTRATIVES,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
)
from kzcheck.extract.kinds import ANAPHORA, CARRIED, EXPLICIT
from kzcheck.extract.lexicon import BASES, SAYING_BASES
from kzcheck.extract.memory import NOTHING, About, Memory, agrees, entity, owned, person_meant
from kzcheck.extract.names import (
    CALENDAR,
    is_adjective,
    name_runs,
    named_before,
    phrase,
)
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.persons import persons_in, surname
from kzcheck.extract.phrases import (
    TIMES,
    WHICH,
    before_dashes,
    before_parenthesis,
    has_dash,
    is_adverb,
    name_described,
    over_brackets,
    phrase_start,
    skip_adverbs,
    skip_openers,
    stops_hard,
)
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.verb_groups import VerbGroup
from kzcheck.extract.wordlists import words

_OF_ANOTHER = -1
_PRONOUNS = RELATIVES | PERSONAL | DEMONSTRATIVES
_NO_HOLDERS = PREPOSITIONS | _PRONOUNS
_ONE_PERSON = frozenset(("he", "she", "him", "her", "his"))
_FOREMOST = 3  # verbs, at most, that tell what a sentence is about
_LONGEST_ANTECEDENT = 6  # words
_TIME_UNITS = frozenset(words("minute hour day week month year"))
_ADJECTIVES = 3  # words between an article and its noun
_CHAIN = 16  # verbs over which a subject is carried in one sentence
_LAST_OF = Pattern(r"(?:the\s+)?(?:last|latter)(?:\s+of\s+(?:these|those|them))?$", re.IGNORECASE)

_LONGEST_LAST_OF = len("the latter of these")


def subject_of(sentence: Sentence, index: int, memory: Memory, depth: int = 0) -> Subject | None:
    """Return the subject of verb group number `index` of the sentence, resolved; None when it has none."""
    if index not in sentence.subjects:
        sentence.subjects[index] = None  # a pronoun that leads back here finds nothing, and no loop
        sentence.subjects[index] = _find_subject(sentence, index, memory, depth)
    return sentence.subjects[index]


def _find_subject(sentence: Sentence, index: int, memory: Memory, depth: int) -> Subject | None:
    group = sentence.verbs[index]
    if group.mood != "finite" or depth > 4:
        return _of_infinite(sentence, index, memory, depth)
    if group.resumes >= 0:
        found = _antecedent(sentence, group.resumes, memory)
        if found is not None:
            return found.with_origin(EXPLICIT)
    lowers = sentence.lowers
    i = _last_word_before(sentence, index)
    if i is None or lowers[group.first - 1] == "there":
        return None
    if i == _OF_ANOTHER or lowers[i] in {"and", "or", "but", "nor"}:
        return _carried(sentence, index, memory, depth)
    if lowers[i] in _PRONOUNS and not (i and lowers[i - 1] == "of"):
        return _by_pronoun(sentence, i, memory)
    first = skip_openers(sentence, phrase_start(sentence, i), i)
    if first > i or (index and sentence.verbs[index - 1].first <= i <= sentence.verbs[index - 1].last):
        return _carried(sentence, index, memory, depth)
    relative = _relative_before(sentence, index, first)
    if relative is not None:
        return _antecedent(sentence, relative, memory)
    return _phrase_subject(sentence, first, i, memory)


def _of_infinite(sentence: Sentence, index: int, memory: Memory, depth: int) -> Subject | None:
    """Return the subject of an infinitive or a form in -ing: its own, else that of the verb before."""
    group = sentence.verbs[index]
    own = None
    if group.mood == "gerund" and group.first and not depth:
        own = _holder(sentence, group.first)
    elif group.mood == "infinitive" and index:
        own = _asked(sentence, index)
    return own or _carried(sentence, index, memory, depth)


def _last_word_before(sentence: Sentence, index: int) -> int | None:
    """Return the last word of what stands before a verb as its subject, over adverbs and parentheses.

    None when nothing does, `_OF_ANOTHER` when its subject is that of an earlier verb.
    """
    group = sentence.verbs[index]
    lowers, gaps = sentence.lowers, sentence.gaps
    i = skip_adverbs(sentence, group.first - 1)
    if i > 1 and lowers[i] in TIMES and lowers[i - 1] in WHICH:
        i -= 2  # "dealers last year sold"
    if i > 1 and lowers[i] in CALENDAR and lowers[i - 1] == "on":
        i -= 2  # "scientists on Monday unveiled"
    if i >= 0 and gaps[i + 1] == " " == gaps[group.first]:
        return i
    if i >= 0 and has_dash(gaps[i + 1]):
        i = before_dashes(sentence, i)
    gap = gaps[i + 1]
    if i > 0 and gap == ") " and "(" not in gaps[i]:
        i = over_brackets(sentence, i)
        gap = sentence.gaps[i + 1]
        return i if "(" in gap and "," not in gap else None
    if i < 0 or ":" in gap or ";" in gap:
        return None
    if "," in gap or "," in gaps[group.first]:
        described = name_described(sentence, i + 1)
        if described is not None:
            return described
        outside = before_parenthesis(sentence, i)
        if outside is None and any(earlier.mood == "finite" for earlier in sentence.verbs[:index]):
            return _OF_ANOTHER
        return i if outside is None else outside
    return i


_ASKING = frozenset(
    words(
        """
expect want allow ask tell urge order force cause help see forecast project believe require enable
lead persuade invite encourage predict permit estimate
"""
    )
)


def _asked(sentence: Sentence, index: int) -> Subject | None:
    """Return who is to do what an infinitive says: "expect margins to recover"."""
    before, group = sentence.verbs[index - 1], sentence.verbs[index]
    first, last = before.last + 1, group.first - 2
    if before.base not in _ASKING or before.passive or not 0 <= last - first <= 5:
        return None
    if any(sentence.gaps[j].strip() for j in range(first, last + 2)) or sentence.lowers[last] in _PRONOUNS:
        return None
    return phrase(sentence, first, last)


def _holder(sentence: Sentence, gerund: int) -> Subject | None:
    """Return the noun that a word in -ing describes: "a ferry carrying passengers"."""
    i = gerund - 1
    if sentence.gaps[gerund].strip() or sentence.lowers[i] in _NO_HOLDERS:
        return None
    if i in sentence.busy or is_adverb(sentence, i) or sentence.lowers[i] in ("and", "or", "but"):
        return None
    first = phrase_start(sentence, i)
    return phrase(sentence, first + (first < i and sentence.lowers[first] in PREPOSITIONS), i)


def _relative_before(sentence: Sentence, index: int, first: int) -> int | None:
    """Return the relative pronoun of the clause right before a supposed subject: "N, who left home, was"."""
    if not index or sentence.verbs[index - 1].last != first - 1 or sentence.verbs[index - 1].mood != "finite":
        return None
    i = skip_adverbs(sentence, sentence.verbs[index - 1].first - 1)
    return i if i > 0 and sentence.lowers[i] in ("who", "which", "that") else None


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
            return _of_contact(sentence, first - 1, last)
    if opener in RELATIVES:
        return _antecedent(sentence, first, memory)
    found = _of_contact(sentence, first, last) or phrase(sentence, first, last)
    if memory.claimed and _is_last_of(found.name):
        return memory.claimed[-1].with_origin(ANAPHORA)
    if opener in PERSONAL and sentence.lowers[first + 1 : first + 2] == ["and"]:
        return _by_pronoun(sentence, first, memory)
    if opener in PERSONAL:
        return owned(sentence, first, last, memory)
    return found


def _is_last_of(name: str) -> bool:
    """Whether a subject is the last of those that were named before: "the latter"."""
    return len(name) <= _LONGEST_LAST_OF and _LAST_OF.match(name) is not None


def _of_contact(sentence: Sentence, first: int, last: int) -> Subject | None:
    """Return the name right after a noun that its clause describes: "in a state N won"."""
    named = sentence.named
    if last not in named or sentence.gaps[last + 1].strip():
        return None
    start = last
    while start > first and start - 1 in named and not sentence.gaps[start].strip():
        start -= 1
    noun = article = start - 1
    if noun <= first:
        return None
    if sentence.lowers[noun] in ("thing", "things"):
        return phrase(sentence, start, last)
    while article > first and sentence.lowers[article] not in ARTICLES and noun - article < _ADJECTIVES:
        article -= 1
    if article <= first or sentence.lowers[article] not in ARTICLES or article == noun:
        return None
    if sentence.lowers[article - 1] not in PREPOSITIONS or any(
        sentence.words[j][0].isupper() or sentence.gaps[j + 1].strip() for j in range(article, noun + 1)
    ):
        return None
    return phrase(sentence, start, last)


def remember(sentence: Sentence, memory: Memory, claimed: list[Subject]) -> None:
    """Take over what this sentence was about, for the next one."""
    if _ONE_PERSON.isdisjoint(sentence.vocabulary):  # found from the sentence before alone, at any time
        memory.find_about = partial(_about_of_nobody, sentence, memory.before, memory.claimed)
    else:
        memory.find_about = None
        memory.about = _about(sentence, memory)
    memory.before = sentence
    if name_runs(sentence):
        _remember_names(sentence, memory)
    if claimed:
        memory.claimed = claimed


def _remember_names(sentence: Sentence, memory: Memory) -> None:
    for first, last in name_runs(sentence):
        if first < last:
            memory.surnames.add(sentence.words[last])
    for person in persons_in(sentence, memory.persons):
        last_name = surname(person)
        full = memory.persons.pop(last_name, person)
        memory.persons[last_name] = full if len(full.name) > len(person.name) else person


def _about_of_nobody(sentence: Sentence, before: Sentence | None, claimed: list[Subject]) -> About:
    """Return what a sentence is about that has no pronoun for a person."""
    return _about(sentence, Memory(before=before, claimed=claimed))


def _about(sentence: Sentence, memory: Memory) -> About:
    """Return what a sentence is about; its pronouns aren't told from what the one before was about."""
    memory.about = NOTHING
    for index in _foremost(sentence.verbs):
        subject = subject_of(sentence, index, memory)
        memory.about = About(entity(subject) if subject else None, memory.about.topic or subject)
        if memory.about.name is not None:
            break
    return memory.about


def _foremost(verbs: list[VerbGroup]) -> list[int]:
    """Return the first finite verbs, those of subordinate clauses behind the others."""
    finite = [i for i, group in enumerate(verbs) if group.mood == "finite"]
    if len(finite) > 1:
        main = [i for i in finite if not verbs[i].embedded]
        finite = main + [i for i in finite if verbs[i].embedded]
    return finite[:_FOREMOST]


def _antecedent(sentence: Sentence, relative: int, memory: Memory) -> Subject | None:
    """Return what a relative pronoun stands for: the phrase before it, or the name it describes."""
    i = relative - 1
    if i >= 0 and sentence.lowers[i] in PREPOSITIONS:
        i -= 1
    if i > 0 and sentence.words[i].isdigit() and "," in sentence.gaps[i] and "," in sentence.gaps[i + 1]:
        i -= 1  # "N, 34, who"
    if i < 0 or i in sentence.busy or sentence.lowers[i] in CALENDAR:
        return None
    first = phrase_start(sentence, i)
    named = named_before(sentence, first)
    if named is not None:
        return phrase(sentence, named, first - 1, CARRIED)
    if i - first > _LONGEST_ANTECEDENT or "by" in sentence.lowers[first:i] or _is_amount(sentence, first):
        cuts = [
            j for j in range(first, i) if sentence.lowers[j] in PREPOSITIONS and sentence.lowers[j] != "of"
        ]
        if cuts and cuts[0] > first and sentence.lowers[relative] == "who":
            i = cuts[0] - 1
        else:
            first = cuts[-1] + 1 if cuts else i - 4
    while first < i and (
        sentence.lowers[first] in PREPOSITIONS or sentence.lowers[first] in ("and", "or", "but")
    ):
        first += 1
    if first < i and first and sentence.lowers[first - 1] == "to" and sentence.lowers[first] in BASES:
        first += 1
    found = phrase(sentence, first, i, CARRIED)
    if memory.claimed and _is_last_of(found.name):
        return memory.claimed[-1].with_origin(ANAPHORA)
    return found


def _is_amount(sentence: Sentence, i: int) -> bool:
    """Whether word `i` begins an amount of time, which is not what a clause behind it is about."""
    unit = sentence.lowers[i + 1 : i + 2]
    return bool(unit) and unit[0].removesuffix("s") in _TIME_UNITS


def _meant_by(sentence: Sentence, i: int, memory: Memory) -> Subject | None:
    """Return what a pronoun means: the subject of the clause before it, else of the sentence before."""
    if sentence.lowers[i] in ("this", "these", "those", "that", "its", "his", "their"):
        return memory.main.with_origin(ANAPHORA) if memory.main else None
    if sentence.lowers[i] in ("he", "she", "him", "her"):
        person = person_meant(sentence, i, memory)
        return person.with_origin(ANAPHORA) if person is not None else None
    meant = _subject_before(sentence, i, memory) or memory.main
    if meant is None and memory.topic is not None and agrees(sentence.lowers[i], memory.topic):
        meant = memory.topic
    if meant is None:
        meant = next((name for name in reversed(memory.names()) if not is_adjective(name.name)), None)
    return meant.with_origin(ANAPHORA) if meant else None


def _subject_before(sentence: Sentence, i: int, memory: Memory) -> Subject | None:
    """Return the name, or what agrees with the pronoun at `i`, that a verb before it is said of."""
    for index, group in enumerate(sentence.verbs):
        if group.last >= i:
            break
        if group.mood == "finite":
            earlier = skip_adverbs(sentence, group.first - 1)
            if earlier >= 0 and sentence.lowers[earlier] not in PRONOUNS:
                found = subject_of(sentence, index, memory, depth=3)
                named = entity(found) if found else None
                if named is None and found and agrees(sentence.lowers[i], found):
                    named = found
                if named:
                    return named
    return None


def _carried(sentence: Sentence, index: int, memory: Memory, depth: int) -> Subject | None:
    """Return the subject of a finite verb before, for a verb that has none of its own."""
    before = [i for i in range(index - 1, max(-1, index - _CHAIN), -1) if sentence.verbs[i].mood == "finite"]
    group = sentence.verbs[index]
    if before:
        earlier = before[0]
        if group.mood == "finite" and not group.embedded:
            joined = "," in _joint(sentence, group)
            earlier = next((i for i in before if not _unlike(sentence.verbs[i], group, joined)), earlier)
            if group.base in SAYING_BASES:
                said = (i for i in before if sentence.verbs[i].base in SAYING_BASES)
                earlier = next((i for i in said if not sentence.verbs[i].embedded), earlier)
        found = subject_of(sentence, earlier, memory, depth + 1)
        if found and found.origin is EXPLICIT:
            return found.with_origin(CARRIED)
        return found
    return memory.main.with_origin(CARRIED) if memory.main and depth else None


def _unlike(earlier: VerbGroup, group: VerbGroup, joined: bool) -> bool:
    """Whether a verb of a subordinate clause is not the one that `group` is joined with."""
    told = ("past", "perfect")
    return earlier.embedded and (joined or (earlier.tense in told) != (group.tense in told))


def _joint(sentence: Sentence, group: VerbGroup) -> str:
    """Return what parts a verb, with the adverbs and "and" before it, from the clause before."""
    i = group.first
    while i > 0 and (
        is_adverb(sentence, i) or sentence.lowers[i] in ("and", "but", "or") or i == group.first
    ):
        if stops_hard(sentence.gaps[i]) or "," in sentence.gaps[i]:
            return sentence.gaps[i]
        i -= 1
    return sentence.gaps[i + 1]
