"""Who or what a figure is about: the counted itself, the whole it is a share of, or its clause's subject."""

import re

from kzcheck.domain import Quantity, Span
from kzcheck.extract.function_words import ARTICLES, CLAUSE_OPENERS, PREPOSITIONS, PRONOUNS
from kzcheck.extract.kinds import COUNT, EXPLICIT, MEASURE, NUMBER, PERCENTAGE
from kzcheck.extract.lexicon import GERUNDS, PARTICIPLES, SAYING_BASES, VERBS
from kzcheck.extract.measures import measure_after, noun_before, noun_phrase
from kzcheck.extract.memory import Memory
from kzcheck.extract.names import name_runs, named_before, phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.wordlists import words

_BODIES = frozenset(
    words(
        """
army force crowd fleet group team staff workforce population network crew garrison panel committee
council cohort sample congregation convoy coalition alliance delegation family community company
corps club cast jury parliament
"""
    )
)
_HARMING = frozenset(
    words(
        """
kill injure wound hurt displace infect drown maim murder evacuate arrest detain
"""
    )
)
_SCALE = Pattern(r"(?:(?:hundred|thousand|million|billion|trillion|dozen)s?\s+(?:of\s+)?)+", re.IGNORECASE)
_MERE_FIGURE = Pattern(
    r"[\d.,]+(?:%|\s?(?:percent|per\scent|million|billion|trillion|km|miles?|tons?|tonnes?))*"
)
_WHOLE_WORDS = frozenset(("all", "total", "the", "its", "their", "these", "those", "some"))
_LONGEST_DESCRIBED = 3  # words
_NO_NOUNS = PREPOSITIONS | PRONOUNS | CLAUSE_OPENERS | frozenset(("and", "or", "but", "last", "this", "next"))
_PUTTING = frozenset(("put", "estimate", "value", "set"))
_LONGEST_PUT = 6  # words between "put" and "at"


def subject_of_figure(sentence: Sentence, memory: Memory, quantity: Quantity) -> Subject | None:
    """Who or what a figure is about: the counted itself when it has a name, else its clause's subject."""
    i = sentence.word_at(quantity.start)
    counted = quantity.kind is COUNT and quantity.unit != "time"
    plain = counted or quantity.kind is NUMBER
    whole = _whole_of(sentence, quantity) if plain else _described_by(sentence, quantity)
    if whole is not None:
        return whole
    if counted and (quantity.text != quantity.text.lower() or _is_subject(sentence, quantity)):
        return counted_noun(sentence, quantity)
    governor = governor_of(sentence, i)
    harmed = i > 0 and VERBS.get(sentence.lowers[i - 1]) in _HARMING
    if counted and (harmed or (governor is not None and sentence.verbs[governor].base in _HARMING)):
        return counted_noun(sentence, quantity)
    if sentence.text[quantity.start - 1] == "(" or sentence.lowers[i - 1] == "at":
        beside = _beside(sentence, quantity, i, governor)
        if beside is not None:
            return beside
    found = _of_clause(sentence, memory, quantity, governor)
    if found is None and counted:
        return counted_noun(sentence, quantity)
    return None if harmed and plain else found  # "injured 300"


def _of_clause(
    sentence: Sentence, memory: Memory, quantity: Quantity, governor: int | None
) -> Subject | None:
    """Return what the verb before a figure is said of; without one, what its brackets or "with" describe."""
    if governor is not None:
        found = subject_of(sentence, governor, memory)
        mere = found is not None and found.name[0].isdigit() and _MERE_FIGURE.fullmatch(found.name)
        return None if mere else found
    if "(" in sentence.text[max(0, quantity.start - 2) : quantity.start]:
        return memory.claimed[-1] if memory.claimed else None
    i = sentence.word_at(quantity.start)
    return _named_with(sentence, i) if i and sentence.lowers[i - 1] == "with" else None


def is_adjectival(quantity: Quantity) -> bool:
    """Whether a figure is joined with its unit to describe a noun: "12-acre"."""
    return (
        "-" in quantity.text
        and quantity.unit is not None
        and f"-{quantity.unit[:3]}" in quantity.text.lower()
    )


def _described_by(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return what a measure describes that stands before it like an adjective: "the 12-acre site"."""
    if quantity.kind is not MEASURE or not is_adjectival(quantity):
        return None
    first = sentence.word_at(quantity.end)
    if first < len(sentence.words) and sentence.starts[first] < quantity.end + 1:
        first += 1  # "mile-wide"
    last = first - 1
    while last + 1 < len(sentence.words) and last - first < _LONGEST_DESCRIBED:
        word = sentence.lowers[last + 1]
        if sentence.gaps[last + 1] != " " or last + 1 in sentence.busy:
            break
        if word in _NO_NOUNS or (word in GERUNDS and last >= first):
            break
        last += 1
    return phrase(sentence, first, last) if last >= first else None


def _named_with(sentence: Sentence, i: int) -> Subject | None:
    """Return the name that a figure behind "with" describes: "N, a baker with 840 staff"."""
    for j in range(i - 1, 0, -1):
        if "," in sentence.gaps[j]:
            named = named_before(sentence, j)
            return phrase(sentence, named, j - 1) if named is not None else None
    return None


def _beside(sentence: Sentence, quantity: Quantity, i: int, governor: int | None) -> Subject | None:
    """Return what a figure is put beside: "owned by A (60 percent)", "put the losses at 5 million"."""
    opened = sentence.text[max(0, quantity.start - 1) : quantity.start] == "("
    if opened and quantity.kind is PERCENTAGE and sentence.text[quantity.end : quantity.end + 1] == ")":
        named = next((run for run in name_runs(sentence) if run[1] == i - 1), None)
        article = next((j for j in range(i - 2, max(i - 5, 0), -1) if sentence.lowers[j] in ARTICLES), None)
        if named is None and article is not None:
            named = (article, i - 1)
        return phrase(sentence, *named) if named is not None else None
    if governor is None or i < 1 or sentence.lowers[i - 1] != "at":
        return None
    group = sentence.verbs[governor]
    first, last = group.last + 1, i - 2
    if group.base not in _PUTTING or group.passive or not first <= last < first + _LONGEST_PUT:
        return None
    return None if sentence.lowers[first] in PRONOUNS else phrase(sentence, first, last)


def _whole_of(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return what consists of the counted: "an army of 1.2 million men"; not "a total of 300 people"."""
    noun = noun_before(sentence, quantity)
    if not noun or noun.split()[-1].lower() not in _BODIES:
        return None
    end = sentence.ends[sentence.word_at(quantity.start) - 2]
    return Subject(noun, Span(end - len(noun), end), EXPLICIT)


def counted_noun(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return the counted noun as a subject: "Russian troops"."""
    match = re.search(r"[^\W\d_][^\d]*$", quantity.text)
    if not match or not quantity.unit:
        return None
    if " " not in quantity.text and sentence.text.startswith(" of ", quantity.end):
        whole = measure_after(sentence, quantity)
        start = sentence.text.find(whole, quantity.end) if whole else -1
        return Subject(whole, Span(start, start + len(whole)), EXPLICIT) if whole and start >= 0 else None
    start = quantity.start + match.start()
    scale = _SCALE.match(sentence.text, start, quantity.end)
    start = scale.end() if scale else start
    if " per " not in quantity.unit:  # without the number in words: "Two United States soldiers"
        told = re.findall(r"\S+", sentence.text[start : quantity.end])[-len(quantity.unit.split()) :]
        start = sentence.text.rindex(told[0], start, quantity.end) if len(told) == 1 else start
        found = sentence.text.find(" ".join(told), start, quantity.end)
        start = found if found >= 0 else start
    return Subject(sentence.text[start : quantity.end], Span(start, quantity.end), EXPLICIT)


def _is_subject(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the counted noun is what its clause's verb is said of."""
    before = sentence.word_at(quantity.start) - 1
    if before >= 0 and sentence.lowers[before] in GERUNDS:
        return False
    i = sentence.word_at(quantity.end)
    if i < len(sentence.gaps) and "," in sentence.gaps[i]:
        return False
    if sentence.lowers[i : i + 1] in (["and"], ["or"]):
        return False
    return any(group.mood == "finite" and i <= group.first <= i + 1 for group in sentence.verbs)


def governor_of(sentence: Sentence, i: int) -> int | None:
    """Return the verb whose clause word `i` stands in: the last one before it."""
    found = None
    for index, group in enumerate(sentence.verbs):
        if group.last < i and (group.mood != "gerund" or group.last == i - 1):
            found = index
    return found


def fronted(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return the whole that a sentence opens with: "Of all freight, 60 percent is coal"."""
    comma = next((i for i in range(2, len(sentence.words)) if "," in sentence.gaps[i]), None)
    if comma is None or sentence.starts[comma] > quantity.start:
        return None
    first = 1
    while first < comma - 1 and sentence.lowers[first] in _WHOLE_WORDS:
        first += 1
    whole = noun_phrase(sentence, first)
    if whole is None:
        return None
    start = sentence.starts[first]
    return Subject(whole, Span(start, start + len(whole)), EXPLICIT)


def headed(sentence: Sentence, quantity: Quantity, measure: str) -> Subject | None:
    """Return the whole of a share that its clause is about: "that 38 percent of the water is lost"."""
    if quantity.change is not None:
        return None
    i = sentence.word_at(quantity.start)
    if i and sentence.lowers[i - 1] != "that" and VERBS.get(sentence.lowers[i - 1]) not in SAYING_BASES:
        return None
    start = sentence.text.find(measure, quantity.end, sentence.span.end)
    end = start + len(measure)
    after = sentence.word_at(end)
    if start < 0 or not any(g.mood == "finite" and g.first in (after, after + 1) for g in sentence.verbs):
        return None
    return Subject(measure, Span(start, end), EXPLICIT)


def harm_before(sentence: Sentence, quantity: Quantity) -> str:
    """Return what was done to the counted by the word before them: "killed"; "" where nothing was."""
    before = sentence.word_at(quantity.start) - 1
    lower = sentence.lowers[before] if before > 0 else ""
    base = VERBS.get(lower)
    if base not in _HARMING:
        return ""
    if lower in GERUNDS:  # "injuring nine people"
        return next((form for form in (f"{base}ed", f"{base}d", base) if form in PARTICIPLES), "")
    return lower if lower in PARTICIPLES else ""


def core_of(sentence: Sentence, clause: Span, quantity: Quantity) -> Span:
    """Return what a figure's claim says itself: its clause from the verb that governs it on.

    One that only describes a noun ("the 12-acre site") leaves the verb to another claim.
    """
    at = quantity.start
    if is_adjectival(quantity):
        return Span(quantity.start, quantity.end)
    governor = governor_of(sentence, sentence.word_at(at))
    while governor and sentence.verbs[governor].mood != "finite":
        governor -= 1
    if governor is None:
        return clause
    return Span(min(max(clause.start, sentence.starts[sentence.verbs[governor].first]), at), clause.end)
