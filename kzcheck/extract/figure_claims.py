"""Claims that rest on a figure or a superlative."""

import re
from collections.abc import Sequence
from dataclasses import replace

from kzcheck.domain import ClaimKind, Quantity, Span
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.function_words import PREPOSITIONS, PRONOUNS
from kzcheck.extract.headlines import figure_headline, following, short_name, superlative_headline
from kzcheck.extract.kinds import AGE, ASSERTED, COUNT, DISTRIBUTED, EXPLICIT, NUMBER, PERCENTAGE, RANK, VAGUE
from kzcheck.extract.lexicon import GERUNDS, VERBS
from kzcheck.extract.measures import measure_after, noun_before, noun_phrase
from kzcheck.extract.memory import Memory
from kzcheck.extract.modality import is_question, modality_of
from kzcheck.extract.names import described, phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.phrases import skip_adverbs
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.sharing import is_shared, respective, shares_each, spread
from kzcheck.extract.spans import clause_around, widened
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.superlatives import Superlative, superlatives_in
from kzcheck.extract.wordlists import words
from kzcheck.extract.worth import is_worth_listing, says_the_same

_OTHER_CLAUSES = frozenset(("because", "since", "as", "when", "while", "after", "before", "and", "but"))
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
_CLOSES = Pattern(r"\s*(?:[,.;:)—!?]|$|and\b|but\b|while\b)")
_SCALE = Pattern(r"(?:(?:hundred|thousand|million|billion|trillion|dozen)s?\s+(?:of\s+)?)+", re.IGNORECASE)


def figure_drafts(
    sentence: Sentence, memory: Memory, quantities: Sequence[Quantity], dates: Sequence[DateMention]
) -> list[Draft]:
    """Return the claims of the sentence that rest on its figures, then those on its superlatives."""
    superlatives = superlatives_in(sentence)
    drafts: list[Draft] = []
    if not quantities and not superlatives:
        memory.measure = None
        return drafts
    for before, quantity in zip((None, *quantities), quantities, strict=False):
        if any(found.span.start < quantity.end and quantity.start < found.span.end for found in superlatives):
            continue
        if is_worth_listing(sentence, quantity, dates) and not says_the_same(sentence, before, quantity):
            found_here = _figure(sentence, memory, quantity)
            nameless = quantity.kind is AGE and found_here[0].subject is None
            drafts.extend([] if nameless else found_here)
    drafts = _shared_out(sentence, memory, quantities, drafts)
    _carry_measure(sentence, drafts, memory)
    for found in superlatives:
        draft = _superlative(sentence, memory, found)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _figure(sentence: Sentence, memory: Memory, quantity: Quantity) -> list[Draft]:
    clause = clause_around(sentence, quantity.start, quantity.end)
    measure = measure_after(sentence, quantity)
    if quantity.kind is not PERCENTAGE:
        measure = (
            noun_before(sentence, quantity)
            or (measure if quantity.unit is not None else None)
            or _times_what(sentence, quantity)
        )
    subject = _subject(sentence, memory, quantity)
    span = widened(clause, subject.span, sentence) if subject and _own(subject) else clause
    draft = Draft(
        kind=_kind(quantity),
        span=span,
        core=_core(sentence, clause, quantity),
        value=Span(quantity.start, quantity.end),
        headline=figure_headline(
            quantity, subject.name if subject else None, measure, _after(sentence, quantity, measure)
        ),
        quantity=quantity,
        measure=measure,
        subject=subject,
        modality=modality_of(sentence, clause, quantity.start),
        question=is_question(sentence),
    )
    return _distributed(sentence, memory, draft) or [draft]


def _after(sentence: Sentence, quantity: Quantity, measure: str | None) -> str:
    """Return what a headline says behind a figure whose `measure` doesn't tell what it is of."""
    if quantity.kind is not PERCENTAGE:
        return "" if measure else _told_of(sentence, quantity) or following(sentence, quantity.end)
    return (not measure and noun_before(sentence, quantity)) or following(sentence, quantity.end)


def _told_of(sentence: Sentence, quantity: Quantity) -> str:
    """Return what the verb right after counted people or things says of them: "arrested"; "" without one."""
    i = sentence.word_at(quantity.end)
    if quantity.kind is COUNT:
        for group in sentence.verbs:
            if group.mood == "finite" and group.first == i and (group.passive or group.base != "be"):
                return sentence.words[group.last]
    return ""


def _core(sentence: Sentence, clause: Span, quantity: Quantity) -> Span:
    """Return what a figure's claim says itself: its clause from the verb that governs it on.

    One that only describes a noun ("the 12-acre site") leaves the verb to another claim.
    """
    at = quantity.start
    if quantity.unit and f"-{quantity.unit[:3]}" in quantity.text.lower():
        return Span(quantity.start, quantity.end)
    governor = _governor(sentence, sentence.word_at(at))
    while governor and sentence.verbs[governor].mood != "finite":
        governor -= 1
    if governor is None:
        return clause
    return Span(min(max(clause.start, sentence.starts[sentence.verbs[governor].first]), at), clause.end)


def _own(subject: Subject) -> bool:
    return subject.origin is EXPLICIT


def _times_what(sentence: Sentence, quantity: Quantity) -> str | None:
    i = sentence.word_at(quantity.end)
    if quantity.unit != "time" or i >= len(sentence.words) or sentence.lowers[i] in PREPOSITIONS:
        return None
    return noun_phrase(sentence, i)


def _distributed(sentence: Sentence, memory: Memory, draft: Draft) -> list[Draft]:
    """One draft for each of those that "both" or "each" spreads the figure over."""
    quantity = draft.quantity
    if quantity is None or not is_shared(sentence):
        return []
    each = shares_each(sentence, quantity, draft.subject)
    places = [] if each else spread(sentence, draft.span, memory)
    about = [f"{draft.subject.name} in {place.name}" if draft.subject else place.name for place in places]
    spans = [place.span for place in places]
    subjects = each or [Subject(name, span, DISTRIBUTED) for name, span in zip(about, spans, strict=True)]
    return [_about(draft, quantity, subject) for subject in subjects]


def _about(draft: Draft, quantity: Quantity, subject: Subject) -> Draft:
    headline = figure_headline(quantity, subject.name, draft.measure, "")
    return replace(draft, subject=subject, headline=headline)


def _shared_out(
    sentence: Sentence, memory: Memory, quantities: Sequence[Quantity], drafts: list[Draft]
) -> list[Draft]:
    """Give every figure before "respectively" its own subject."""
    if "respectively" not in sentence.lowers or not drafts:
        return drafts
    governor = _governor(sentence, sentence.word_at(quantities[0].start))
    subject = subject_of(sentence, governor, memory) if governor is not None else None
    owners = respective(sentence, quantities, subject)
    return [
        _about(draft, draft.quantity, owners[draft.quantity.start])
        if draft.quantity is not None and draft.quantity.start in owners
        else draft
        for draft in drafts
    ]


def _kind(quantity: Quantity) -> ClaimKind:
    if quantity.value_high is not None and quantity.approximator is not VAGUE:
        return ClaimKind.RANGE
    if quantity.kind is PERCENTAGE:
        return ClaimKind.PERCENTAGE
    return ClaimKind.SUPERLATIVE if quantity.kind is RANK else ClaimKind.QUANTITY


def _carry_measure(sentence: Sentence, drafts: Sequence[Draft], memory: Memory) -> None:
    """Give the measure of one share ("of the total") to its siblings, here or in the next sentence."""
    measure = memory.measure
    for draft in drafts:
        quantity = draft.quantity
        if quantity is None or quantity.kind is not PERCENTAGE or quantity.change is not None:
            continue
        if draft.measure:
            measure = draft.measure
        elif measure and _CLOSES.match(sentence.text, quantity.end):
            draft.measure = measure
            name = draft.subject.name if draft.subject else None
            draft.headline = figure_headline(quantity, name, measure, "")
    memory.measure = measure if any(draft.measure == measure for draft in drafts) else None


def _subject(sentence: Sentence, memory: Memory, quantity: Quantity) -> Subject | None:
    """Who or what a figure is about: the counted itself when it has a name, else its clause's subject."""
    i = sentence.word_at(quantity.start)
    counted = quantity.kind is COUNT and quantity.unit != "time"
    plain = counted or quantity.kind is NUMBER
    whole = _whole_of(sentence, quantity) if plain else None
    if whole is not None:
        return whole
    if counted and (quantity.text != quantity.text.lower() or _is_subject(sentence, quantity)):
        return _counted(sentence, quantity)
    governor = _governor(sentence, i)
    harmed = i > 0 and VERBS.get(sentence.lowers[i - 1]) in _HARMING
    if counted and (harmed or (governor is not None and sentence.verbs[governor].base in _HARMING)):
        return _counted(sentence, quantity)
    found = subject_of(sentence, governor, memory) if governor is not None else None
    if found is None and governor is None:
        found = (
            memory.claimed[-1]
            if memory.claimed and "(" in sentence.text[max(0, quantity.start - 2) : quantity.start]
            else None
        )
    if found is None and counted:
        return _counted(sentence, quantity)
    return found


def _whole_of(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return what consists of the counted: "an army of 1.2 million men"; not "a total of 300 people"."""
    noun = noun_before(sentence, quantity)
    if not noun or noun.split()[-1].lower() not in _BODIES:
        return None
    end = sentence.ends[sentence.word_at(quantity.start) - 2]
    return Subject(noun, Span(end - len(noun), end), EXPLICIT)


def _counted(sentence: Sentence, quantity: Quantity) -> Subject | None:
    """Return the counted noun as a subject: "Russian troops"."""
    match = re.search(r"[^\W\d_][^\d]*$", quantity.text)
    if not match or not quantity.unit:
        return None
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
    return any(group.mood == "finite" and i <= group.first <= i + 1 for group in sentence.verbs)


def _governor(sentence: Sentence, i: int) -> int | None:
    """Return the verb whose clause word `i` stands in: the last one before it."""
    found = None
    for index, group in enumerate(sentence.verbs):
        if group.last < i and (group.mood != "gerund" or group.last == i - 1):
            found = index
    return found


def _firsts_subject(sentence: Sentence, memory: Memory, found: Superlative) -> Subject | None:
    """Return who did for the first time: "the first time that the clause has been invoked"."""
    index = _verb_after(sentence, found)
    if index is None:
        return None
    first, last = sentence.word_at(found.span.end), skip_adverbs(sentence, sentence.verbs[index].first - 1)
    if first <= last and sentence.lowers[first] not in PRONOUNS and sentence.lowers[first] != "that":
        return phrase(sentence, first, last)
    return subject_of(sentence, index, memory)


def _verb_after(sentence: Sentence, found: Superlative) -> int | None:
    i = sentence.word_at(found.span.end)
    if found.of != "time" or i >= len(sentence.words):
        return None
    start = sentence.word_at(found.span.start)
    if sentence.lowers[max(0, start - 2) : start] == ["for", "the"] or sentence.gaps[i].strip():
        return None
    if sentence.lowers[i] in _OTHER_CLAUSES:
        return None
    for index, group in enumerate(sentence.verbs):
        if group.mood == "finite" and i <= group.first <= i + 9:
            return index
    return None


def _what_first(sentence: Sentence, found: Superlative, subject: Subject | None) -> str:
    """Return what follows a bare superlative in its headline."""
    index = _verb_after(sentence, found)
    if index is not None and subject is not None:
        return f"{short_name(subject.name)} {sentence.words[sentence.verbs[index].last]}"
    return following(sentence, found.span.end, 3) if not found.of or found.of == "time" else ""


def _denied(sentence: Sentence, i: int) -> str:
    """Return "not " when what is said of the superlative at word `i` is that it is none."""
    before = [group for group in sentence.verbs if i - 3 <= group.last < i]
    return "not " if (before and before[-1].negated) or "not" in sentence.lowers[max(0, i - 2) : i] else ""


def _superlative(sentence: Sentence, memory: Memory, found: Superlative) -> Draft | None:
    if is_question(sentence):
        return None
    i = sentence.word_at(found.span.start)
    clause = clause_around(sentence, found.span.start, found.span.end)
    subject = described(sentence, i, sentence.word_at(found.span.end - 1)) or _firsts_subject(
        sentence, memory, found
    )
    if subject is None:
        governor = _governor(sentence, i)
        subject = subject_of(sentence, governor, memory) if governor is not None else None
    text = sentence.text[found.span.start : found.span.end]
    rest = _what_first(sentence, found, subject)
    quantity = Quantity(
        start=found.span.start,
        end=found.span.end,
        text=text,
        value=found.rank,
        unit=None,
        kind=RANK,
    )
    return Draft(
        kind=ClaimKind.SUPERLATIVE,
        span=widened(clause, subject.span, sentence) if subject and _own(subject) else clause,
        core=_core(sentence, clause, quantity),
        value=found.span,
        headline=f"{_denied(sentence, i)}{superlative_headline(sentence.text, found.span, rest)}",
        quantity=quantity,
        measure=found.of or None,
        subject=subject,
        modality=modality_of(sentence, clause, found.span.start) if clause else ASSERTED,
    )
