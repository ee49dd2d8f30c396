"""Claims that rest on a figure or a superlative."""

from collections.abc import Sequence
from dataclasses import replace

from kzcheck.domain import Change, ClaimKind, Quantity, Span
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.durations import joined_durations, lasting_headline
from kzcheck.extract.figure_subjects import (
    core_of,
    counted_noun,
    fronted,
    governor_of,
    harm_before,
    headed,
    subject_of_figure,
)
from kzcheck.extract.function_words import PREPOSITIONS, SUBORDINATORS
from kzcheck.extract.headlines import (
    SHARED_OR_TIMES,
    change_headline,
    figure_headline,
    following,
    predicate_headline,
)
from kzcheck.extract.kinds import (
    AGE,
    ANAPHORA,
    COUNT,
    DISTRIBUTED,
    DURATION,
    EXPLICIT,
    NUMBER,
    PERCENTAGE,
    RANK,
    VAGUE,
)
from kzcheck.extract.lexicon import GERUNDS
from kzcheck.extract.measures import measure_after, noun_before, noun_phrase
from kzcheck.extract.memory import Memory
from kzcheck.extract.modality import is_question, modality_of
from kzcheck.extract.names import phrase
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.sharing import is_shared, respective, shares_each, spread
from kzcheck.extract.spans import clause_around, widened
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.superlative_claims import superlative_draft
from kzcheck.extract.superlatives import superlatives_in
from kzcheck.extract.verb_groups import VerbGroup
from kzcheck.extract.wholes import known_whole, note_counted
from kzcheck.extract.wordlists import words
from kzcheck.extract.worth import is_worth_listing, says_the_same

_LONGEST_PUT = 6  # words between "put" and "at"
_BEFORE_OBJECTS = frozenset(words("in of at for by from with to on among between carrying"))
_WHEN = frozenset(("last", "this", "next"))
_WHOSE = tuple(f" {ending}" for ending in SHARED_OR_TIMES)
_LEVELS = ("share", "rate", "proportion", "figure", "turnout", "level")
"""Subjects that are shares themselves."""
_LONGEST_OBJECT = 2  # words
_POINTING = frozenset(("that", "this"))
_SO_MUCH_MORE = Pattern(
    r"[^,;:.]{0,25},\s(?:still\s|but\s)?(?:up|down|an?\s(?:rise|increase|drop|fall|decline|decrease|jump)\sof)\s(?:by\s|just\s|only\s)?"
)
_COUNTS = (COUNT, NUMBER)
_CHANGING = {
    **dict.fromkeys(words("cut reduce lower trim slash shrink"), Change.DOWN),
    **dict.fromkeys(words("raise increase boost lift expand"), Change.UP),
}
_CLOSING = frozenset(("close", "end", "finish", "trade", "open", "settle"))
_PARTS = (PERCENTAGE, NUMBER)
_UP_AND_DOWN = frozenset(("up", "down", "still", "but", "just", "only"))
_CLOSES = Pattern(r"\s*(?:[,.;:)—!?]|$|and\b|but\b|while\b)")


def figure_drafts(
    sentence: Sentence, memory: Memory, quantities: Sequence[Quantity], dates: Sequence[DateMention]
) -> list[Draft]:
    """Return the claims of the sentence that rest on its figures, then those on its superlatives."""
    superlatives = superlatives_in(sentence)
    drafts: list[Draft] = []
    if not quantities and not superlatives:
        memory.measure = None
        return drafts
    if len(quantities) > 1 or (quantities and quantities[0].kind is DURATION):
        quantities = joined_durations(sentence.text, quantities)
    for before, quantity in zip((None, *quantities), quantities, strict=False):
        if superlatives and any(
            found.span.start < quantity.end and quantity.start < found.span.end for found in superlatives
        ):
            continue
        if is_worth_listing(sentence, quantity, dates) and not says_the_same(sentence, before, quantity):
            found_here = _figure(sentence, memory, quantity)
            if before is not None and quantity.kind in _PARTS:
                _of_figure_before(sentence, before, quantity, found_here)
            if not _is_about_nothing(found_here[0], quantity):
                drafts.extend(found_here)
    drafts = _shared_out(sentence, memory, quantities, drafts)
    _carry_measure(sentence, drafts, memory)
    note_counted(sentence, drafts, memory)
    for found in superlatives:
        draft = superlative_draft(sentence, memory, found)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _of_figure_before(sentence: Sentence, before: Quantity, quantity: Quantity, drafts: list[Draft]) -> None:
    """Say a share of the figure before, or how it changed: "$4 million, half of it", "300 cars, up 4%"."""
    if before.start < sentence.span.start or len(drafts) != 1:
        return
    draft = drafts[0]
    if quantity.kind is NUMBER:
        counted = (
            counted_noun(sentence, before) if sentence.text.startswith(" of them", quantity.end) else None
        )
        if counted is not None:
            draft.subject, draft.measure = counted, before.text
            draft.headline = figure_headline(quantity, None, before.text, "", link="of ")
    elif draft.measure in ("it", "them") and before.unit is not None:
        whole = before.text[:1].lower() + before.text[1:]
        draft.measure = before.text
        draft.headline = figure_headline(quantity, None, whole, "")
    elif quantity.change is not None and before.kind is COUNT and not _is_time(before):
        between = sentence.text[before.end : quantity.start]
        counted = counted_noun(sentence, before) if _SO_MUCH_MORE.fullmatch(between) else None
        if counted is not None:
            draft.subject = counted
            draft.headline = change_headline(quantity, quantity.change, counted.name)


def _is_time(quantity: Quantity) -> bool:
    return (quantity.unit or "").endswith(("year", "month", "week", "day", "quarter", "time"))


def _is_about_nothing(draft: Draft, quantity: Quantity) -> bool:
    """Whether it isn't said whose age, or a share of what, a figure is: "one percent of that"."""
    if quantity.kind is AGE:
        return draft.subject is None
    return quantity.kind is PERCENTAGE and draft.measure in _POINTING


def _figure(sentence: Sentence, memory: Memory, quantity: Quantity) -> list[Draft]:
    clause = clause_around(sentence, quantity.start, quantity.end)
    measure, link = measure_after(sentence, quantity), ""
    subject = told = None
    if quantity.kind is not PERCENTAGE:
        before = noun_before(sentence, quantity)
        link = "of " if measure and not before else ""
        measure = (
            before or (measure if quantity.unit is not None else None) or _times_what(sentence, quantity)
        )
    elif measure is not None:
        subject = headed(sentence, quantity, measure)
    elif sentence.lowers[0] == "of":
        subject = fronted(sentence, quantity)
        measure = subject.name if subject else None
        told = _share_of_fronted(sentence, quantity, measure) if measure else None
    subject = subject or subject_of_figure(sentence, memory, quantity)
    span = widened(clause, subject.span, sentence) if subject and _own(subject) else clause
    name = subject.name if subject else None
    if quantity.kind is PERCENTAGE and measure in (None, "them"):
        measure = known_whole(sentence, memory, quantity, subject, measure)
    if measure is None and quantity.kind is PERCENTAGE:
        told = _change_told(sentence, quantity, subject)
        name = None if noun_before(sentence, quantity) else name  # "sales growth of 1.8 percent"
    after = _after(sentence, quantity, measure, subject)
    if subject is not None and not measure and not after:
        told = told or lasting_headline(sentence, quantity, subject)
    elif quantity.kind is PERCENTAGE and subject is None and not measure:
        told = told or predicate_headline(sentence, quantity)
    headline = told or figure_headline(quantity, name, measure, after, link=link)
    draft = Draft(
        _kind(quantity),
        span,
        Span(quantity.start, quantity.end),
        headline,
        core=core_of(sentence, clause, quantity),
        quantity=quantity,
        measure=measure,
        subject=subject,
        modality=modality_of(sentence, clause.start, quantity.start),
        question=is_question(sentence),
    )
    return _distributed(sentence, memory, draft) or [draft]


def _change_told(sentence: Sentence, quantity: Quantity, subject: Subject | None) -> str | None:
    """Return the headline of how much something rose or fell: what fell, or what was cut by so much."""
    if not any(map(str.isdigit, quantity.text)):
        return None
    i = sentence.word_at(quantity.start)
    governor = governor_of(sentence, i)
    if governor is None or i < 1:
        return None
    compared = sentence.text.startswith((" higher", " lower"), quantity.end)
    if compared and sentence.verbs[governor].base not in _CLOSING:
        return None
    first, last = sentence.verbs[governor].last + 1, i - 2
    if sentence.lowers[i - 1] == "by" and 0 <= last - first < _LONGEST_PUT:
        first += first < last and sentence.lowers[first] in ("its", "his", "her", "their")
        change = _CHANGING.get(sentence.verbs[governor].base)
        if change and sentence.lowers[first] not in PREPOSITIONS and not sentence.verbs[governor].passive:
            return change_headline(quantity, change, phrase(sentence, first, last).name)
    if quantity.change is None or subject is None:
        return None
    if subject.origin is ANAPHORA and "’s " not in subject.name:
        return None
    while i > 1 and sentence.lowers[i - 1] in _UP_AND_DOWN:
        i -= 1
        if "," in sentence.gaps[i] or sentence.lowers[i] == "but":
            return None  # "sold 40 cars, up 5 percent"
    return change_headline(quantity, quantity.change, subject.name)


def _share_of_fronted(sentence: Sentence, quantity: Quantity, whole: str) -> str:
    """Return the headline of a share of what a sentence opens with: "60 percent of freight is coal"."""
    end = sentence.word_at(quantity.end)
    told = sentence.words[end : end + 1]
    for i in range(end + 1, min(end + 5, len(sentence.words))):
        if sentence.gaps[i].strip() or sentence.lowers[i] == "and":
            break
        told.append(sentence.words[i])
    return figure_headline(quantity, None, f"{whole} {' '.join(told)}", "")


def _behind(sentence: Sentence, quantity: Quantity, subject: Subject | None) -> str:
    """Return the words behind a figure, unless it is a bare number of what its verb is said of."""
    if sentence.text.startswith(_WHOSE, quantity.end):
        return next(each for each in SHARED_OR_TIMES if sentence.text.startswith(each, quantity.end + 1))
    told = following(sentence, quantity.end)
    bare = quantity.kind is NUMBER and quantity.unit is None and subject is not None
    first = told.partition(" ")[0].lower()
    return "" if bare and (first in PREPOSITIONS or first in _WHEN) and first != "of" else told


def _after(sentence: Sentence, quantity: Quantity, measure: str | None, subject: Subject | None) -> str:
    """Return what a headline says behind a figure whose `measure` doesn't tell what it is of."""
    if quantity.kind is not PERCENTAGE:
        return "" if measure else _told_of(sentence, quantity) or _behind(sentence, quantity, subject)
    return (not measure and noun_before(sentence, quantity)) or following(sentence, quantity.end)


def _told_of(sentence: Sentence, quantity: Quantity) -> str:
    """Return what the verb right after counted people or things says of them: "arrested"; "" without one."""
    if quantity.kind not in _COUNTS:
        return ""
    harm = harm_before(sentence, quantity)
    if harm:
        return harm
    i = sentence.word_at(quantity.end)
    if i < len(sentence.gaps) and "," not in sentence.gaps[i]:
        before = sentence.word_at(quantity.start) - 1
        lower = sentence.lowers[before] if before >= 0 else ""
        if lower in GERUNDS or lower in _BEFORE_OBJECTS:
            return ""
        for group in sentence.verbs:
            if group.mood == "finite" and group.first == i and (group.passive or group.base != "be"):
                return _what_they_did(sentence, group)
    return ""


def _what_they_did(sentence: Sentence, group: VerbGroup) -> str:
    """Return a verb as a headline says it, with its object where it has one: "lost their jobs"."""
    done = sentence.words[group.last]
    last = group.last
    if group.passive:
        return done
    while last - group.last < _LONGEST_OBJECT and sentence.gaps[last + 1] == " ":
        following_word = sentence.lowers[last + 1]
        if following_word in PREPOSITIONS or following_word in SUBORDINATORS:
            break
        last += 1
    return " ".join(sentence.words[group.last : last + 1])


def _own(subject: Subject) -> bool:
    return subject.origin is EXPLICIT


def _times_what(sentence: Sentence, quantity: Quantity) -> str | None:
    if quantity.unit != "time":
        return None
    i = sentence.word_at(quantity.end)
    if i >= len(sentence.words) or sentence.lowers[i] in PREPOSITIONS:
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
    if "respectively" not in sentence.vocabulary or not drafts:
        return drafts
    end = sentence.starts[sentence.lowers.index("respectively")]
    shared = [quantity for quantity in quantities if quantity.end < end]
    governor = governor_of(sentence, sentence.word_at(shared[-1].start)) if shared else None
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
        elif draft.subject is not None and draft.subject.name.startswith(_LEVELS):
            continue
        elif measure and _CLOSES.match(sentence.text, quantity.end):
            draft.measure = measure
            name = draft.subject.name if draft.subject else None
            draft.headline = figure_headline(quantity, name, measure, "")
    told = measure is not None and any(draft.measure == measure for draft in drafts)
    memory.measure = measure if told else None
