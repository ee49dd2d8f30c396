"""Claims without a figure: what was said, what happened, what holds."""

from collections.abc import Sequence

from kzcheck.domain import ClaimKind, Modality, Span
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.function_words import ARTICLES, CLAUSE_OPENERS, PREPOSITIONS
from kzcheck.extract.headlines import event_headline, statement_headline
from kzcheck.extract.idle_words import is_idle
from kzcheck.extract.kinds import ASSERTED, EVENT, EXPLICIT, RELATION
from kzcheck.extract.lexicon import EVENT_VERBS, STATIVE_VERBS
from kzcheck.extract.memory import Memory
from kzcheck.extract.modality import is_opinion, modality_of
from kzcheck.extract.names import is_named, name_runs
from kzcheck.extract.nominal import nominal_drafts
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.relation_words import (
    BRINGING_ABOUT,
    CONCRETE_NOUNS,
    LIGHT_OBJECTS,
    OFFICIAL_VERBS,
    ROLE_NOUNS,
    STRONG_RELATIONS,
    THOUGHT_VERBS,
    WEAK_EVENTS,
)
from kzcheck.extract.spans import clause_around, widened, with_leading_date
from kzcheck.extract.speech import Frame
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.verb_groups import VerbGroup
from kzcheck.extract.wholes import people_meant

_THAT = Pattern(r"[^,;]{0,40}?\bthat\s")
_NO_COMMENT = Pattern(
    r"(?:to|for)\b(?:\scomment\b|\sbe\s(?:named|identified|interviewed)|\sdiscuss|\selaborate|\sanswer"
    r"|.{0,60}\b(?:comments?|requests?|inquir(?:y|ies)|emails?|messages?|questions)\b)"
)
_REFUSING = frozenset(("decline", "refuse"))
_SILENT = frozenset(("respond", "reply", "answer", "return", "comment", "provide"))
_LIGHT_VERBS = frozenset(("make", "take", "hold", "give"))
_TELLING = EVENT_VERBS | STATIVE_VERBS | _LIGHT_VERBS | {"be"}
"""Bases of the verbs that may tell an event or a relation."""
_WRITERS = frozenset(("we", "We", "I"))
_UNFINISHED = (
    " a",
    " an",
    " the",
    " his",
    " her",
    " their",
    " its",
    " was",
    " is",
    " were",
    " are",
    " to",
    " be",
)
"""Ends of what stands before a quotation that goes on with the words outside it: "it was his “duty”"."""
_LISTENERS = 7  # words that name who was told
_FEWEST = 3  # words
_HEDGE = 8  # characters of "some" or "about" before a figure
_NEAR = 12  # characters after the verb within which the clause of a figure is what was said
_HYPOTHETICAL = frozenset(("if", "unless", "although", "though", "whether"))


def statement_drafts(
    sentence: Sentence, frames: Sequence[Frame], figures: Sequence[Draft], quotes: Sequence[Span]
) -> list[Draft]:
    """Return one claim for each act of speech, unless a figure already carries what was said."""
    drafts: list[Draft] = []
    for frame in frames:
        if frame.silent:
            continue
        if figures and any(abs(figure.value.start - frame.speaker.span.start) < _HEDGE for figure in figures):
            continue  # "four in ten managers believe …" is the figure's claim
        start, end = frame.content
        inside = [
            _overlap(quote, frame.content) for quote in quotes if quote.start < end and start < quote.end
        ]
        if figures and not inside and any(_carries(sentence.text, figure, frame) for figure in figures):
            continue
        content = _said(sentence.text, frame, quotes)
        quoted = bool(inside) and any(len(q.of(sentence.text).split()) > 1 for q in inside)
        if _says_little(content) or (quoted and is_idle(content)):
            continue
        drafts.append(
            Draft(
                ClaimKind.QUOTE if quoted else ClaimKind.ATTRIBUTION,
                _trimmed(
                    sentence.text,
                    min(frame.whole.start, frame.content.start),
                    max(frame.whole.end, frame.content.end),
                ),
                frame.content,
                statement_headline(frame.speaker.name, frame.said, content),
                subject=frame.speaker,
                speaker=frame.speaker.name,
                attribution=frame.attribution,
                modality=_modality(sentence, frame),
                quoted=quoted,
                opinion=is_opinion(sentence, frame.content),
            )
        )
    return drafts


def _modality(sentence: Sentence, frame: Frame) -> Modality:
    """Return whether what was said is told as fact: by its first verb."""
    first, last = sentence.word_at(frame.content.start), sentence.word_at(frame.content.end - 1)
    for group in sentence.verbs:
        if group.mood == "finite" and first <= group.first <= last:
            return modality_of(sentence, frame.content.start, sentence.ends[group.last])
    return ASSERTED


def _said(text: str, frame: Frame, quotes: Sequence[Span]) -> str:
    """Return what was said, without the speaker amid it and without whom it was told."""
    if frame.verb == "tell":
        for quote in quotes:
            before = text[frame.content.start : quote.start]
            fragment = before.rstrip(' “"').endswith(_UNFINISHED)
            if frame.content.start < quote.start and len(before.split()) < _LISTENERS and not fragment:
                return text[quote.start : frame.content.end].strip()
    if frame.aside is None:
        return frame.content.of(text).strip()
    before, after = text[frame.content.start : frame.aside.start], text[frame.aside.end : frame.content.end]
    return f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip()


def _says_little(content: str) -> bool:
    """Whether what was said is too short to check, or only that nothing was."""
    if len(content.split(maxsplit=_FEWEST)) < _FEWEST:
        return True
    return content.startswith(("to", "for")) and _NO_COMMENT.match(content) is not None


def _overlap(inner: Span, outer: Span) -> Span:
    return Span(max(inner.start, outer.start), min(inner.end, outer.end))


def _carries(text: str, figure: Draft, frame: Frame) -> bool:
    """Whether a figure's claim says what was said, from near its beginning on."""
    held = figure.core or figure.span
    if frame.whole == frame.content:  # "Without it, she said, 60 would die": all of it is what was said
        return _within(figure.value, frame.content)
    that = _THAT.match(text, frame.content.start, frame.content.end)
    return (
        _within(figure.value, frame.content)
        and min(held.start, figure.span.start) <= (that.end() if that else frame.content.start) + _NEAR
    )


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in " \n\t,;:—–(":
        end -= 1
    while start < end and text[start] in " \n\t,;:—–)":
        start += 1
    return Span(start, end)


def event_drafts(
    sentence: Sentence,
    memory: Memory,
    dates: Sequence[DateMention],
    taken: Sequence[Draft],
    quotes: Sequence[Span],
) -> list[Draft]:
    """Return what the sentence says happened or holds, where no other claim says it."""
    drafts = nominal_drafts(sentence, dates)
    if drafts:
        drafts = [draft for draft in drafts if not _covered(draft.value, taken)]
    for index, group in enumerate(sentence.verbs):
        kind = _sort_of(sentence, index) if group.base in _TELLING else None
        if kind is None:
            continue
        start = sentence.starts[group.first]
        if quotes and any(quote.start <= start < quote.end for quote in quotes):
            continue
        verb = Span(start, sentence.ends[group.last])
        if (taken and _covered(verb, taken)) or (drafts and _covered(verb, drafts)):
            continue
        draft = _event(sentence, memory, index, kind, verb, dates)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _sort_of(sentence: Sentence, index: int) -> ClaimKind | None:
    """Whether a verb tells an event or a relation that can be checked."""
    group = sentence.verbs[index]
    if group.mood == "infinitive":
        brought_about = (
            index and sentence.verbs[index - 1].base in BRINGING_ABOUT and group.base in EVENT_VERBS
        )
        return EVENT if brought_about and sentence.verbs[index - 1].tense in ("past", "perfect") else None
    if group.mood != "finite" or group.tense == "modal":
        return None
    if group.negated and (group.passive or group.base in _SILENT):
        return None
    if group.base in _REFUSING and sentence.lowers[group.last + 1 : group.last + 3] == ["to", "comment"]:
        return None
    if index and _in_someones_mind(sentence, index):
        return None
    light = group.base in _LIGHT_VERBS and _light_object(sentence, group)
    if (light or group.base in EVENT_VERBS) and (group.tense in ("past", "perfect") or group.progressive):
        return EVENT
    if group.base in STATIVE_VERBS or group.base == "be" or (group.passive and group.base in EVENT_VERBS):
        return RELATION
    return None


def _light_object(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the noun after a light verb tells the event: "made landfall", "held talks"."""
    return not LIGHT_OBJECTS.isdisjoint(sentence.lowers[group.last + 1 : group.last + 4])


def _in_someones_mind(sentence: Sentence, index: int) -> bool:
    """Whether the verb is what another verb says is felt, feared or thought."""
    before = sentence.verbs[index - 1]
    reach = 12 if sentence.verbs[index].embedded else 4
    return before.base in THOUGHT_VERBS and sentence.verbs[index].first - before.last <= reach


def _event(
    sentence: Sentence,
    memory: Memory,
    index: int,
    kind: ClaimKind,
    verb: Span,
    dates: Sequence[DateMention],
) -> Draft | None:
    group = sentence.verbs[index]
    subject = subject_of(sentence, index, memory)
    if subject is None or subject.name in _WRITERS or _is_hypothetical(sentence, verb.start):
        return None
    if kind is RELATION and not _may_hold(sentence, group, subject):
        return None
    subject = people_meant(subject, sentence, memory)
    clause = clause_around(sentence, verb.start, verb.end)
    if kind is RELATION and not _holds(sentence, group, clause, subject):
        return None
    span = widened(clause, subject.span, sentence) if subject.origin is EXPLICIT else clause
    span = with_leading_date(sentence, span, dates) if dates else span
    if is_opinion(sentence, span) or modality_of(sentence, clause.start, verb.start) is not ASSERTED:
        return None
    told_from = sentence.verbs[index - 1].first if group.mood == "infinitive" else group.first
    dated = bool(dates) and any(span.start <= mention.start < span.end for mention in dates)
    weak = kind is EVENT and group.base in WEAK_EVENTS and not _light_object(sentence, group)
    needed = 2 if weak else 1
    if _names(sentence, span, subject.name) + dated < needed and not _is_looked_up(sentence, group):
        return None
    if not dated and _lacks_object(sentence, group, subject):
        return None
    return Draft(
        ClaimKind.DATE if dated and kind is EVENT else kind,
        span,
        verb,
        event_headline(sentence, subject.name, told_from, sentence.word_at(span.end - 1)),
        core=clause,
        subject=subject,
    )


def _lacks_object(sentence: Sentence, group: VerbGroup, subject: Subject) -> bool:
    """Whether what the verb was done to stands before its clause: "the fish that N sold in Spain"."""
    first = sentence.word_at(subject.span.start)
    if not sentence.span.start <= subject.span.start < sentence.starts[group.first]:
        return False
    first -= first > 0 and sentence.lowers[first - 1] in ARTICLES
    if first < _FEWEST or sentence.lowers[first - 1] not in ("that", "which", "whom"):
        return False
    if first - 2 in sentence.busy or sentence.lowers[first - 2] in CLAUSE_OPENERS:
        return False
    after = group.last + 1
    return after >= len(sentence.words) or sentence.lowers[after] in PREPOSITIONS


def _is_hypothetical(sentence: Sentence, at: int) -> bool:
    """Whether a word such as "if" opens the clause of the verb at `at`."""
    if _HYPOTHETICAL.isdisjoint(sentence.vocabulary):
        return False
    start = sentence.span.start
    opened = max(sentence.text.rfind(mark, start, at) for mark in ",;")
    first = sentence.word_at(opened) if opened >= 0 else 0
    return not _HYPOTHETICAL.isdisjoint(sentence.lowers[first : sentence.word_at(at)])


def _may_hold(sentence: Sentence, group: VerbGroup, subject: Subject) -> bool:
    """Whether a relation is, by its verb and subject, one to look up: of someone named, as a rule."""
    if not is_named(subject.name):
        return group.passive and group.base in STATIVE_VERBS
    if group.base in ("be", "remain"):
        return _is_something(sentence, group)
    if group.base in STRONG_RELATIONS or group.passive:
        return True
    return "’s " not in subject.name and "'s " not in subject.name


def _holds(sentence: Sentence, group: VerbGroup, clause: Span, subject: Subject) -> bool:
    """Whether a relation that may be one to look up is more than a turn of phrase."""
    if not is_named(subject.name):
        named = name_runs(sentence) if _held_by(sentence, group) else _names(sentence, clause, subject.name)
        return bool(named)
    if group.base in STRONG_RELATIONS or group.passive or group.base in ("be", "remain"):
        return True
    return _names(sentence, Span(sentence.ends[group.last], clause.end), "") >= 1 or _object_is_concrete(
        sentence, group
    )


def _is_looked_up(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether what a verb tells stands in a register, whoever it is told of."""
    return group.base in OFFICIAL_VERBS or _held_by(sentence, group)


def _held_by(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether the verb says in whose hands something is: "is controlled by"."""
    return group.base in STRONG_RELATIONS and sentence.lowers[group.last + 1 : group.last + 2] == ["by"]


def _is_something(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether "is" is followed by what someone is: a role or a name with its article."""
    j = group.last + 1
    while j < len(sentence.words) and sentence.lowers[j] in (
        "in",
        "effect",
        "also",
        "now",
        "still",
        "one",
        "of",
    ):
        j += 1
    if j >= len(sentence.words) or sentence.lowers[j] not in (
        "a",
        "an",
        "the",
        "part",
        "home",
        "its",
        "his",
        "their",
    ):
        return False
    ahead = range(j + 1, min(j + 5, len(sentence.words)))
    return (
        any(sentence.is_name(k) or sentence.lowers[k] in ROLE_NOUNS for k in ahead)
        or sentence.lowers[j] == "home"
    )


def _object_is_concrete(sentence: Sentence, group: VerbGroup) -> bool:
    ahead = range(group.last + 1, min(group.last + 7, len(sentence.words)))
    return any(sentence.lowers[k] in CONCRETE_NOUNS for k in ahead)


def _names(sentence: Sentence, span: Span, subject: str) -> int:
    """Return how many names a stretch holds, and the subject among them."""
    starts = sentence.starts
    inside = [first for first, _ in name_runs(sentence) if span.start <= starts[first] < span.end]
    return len(inside) + is_named(subject)


def _covered(verb: Span, taken: Sequence[Draft]) -> bool:
    """Whether another claim already says what a verb says."""
    for other in taken:
        held = other.core or other.span
        if held.start <= verb.start and verb.end <= held.end:
            return True
    return False
