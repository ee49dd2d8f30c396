"""Claims without a figure: what was said, what happened, what holds."""

import re
from collections.abc import Sequence

from kzcheck.domain import ClaimKind, Modality, Span, SubjectOrigin
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.headlines import event_headline, statement_headline
from kzcheck.extract.lexicon import EVENT_VERBS, STATIVE_VERBS
from kzcheck.extract.modality import is_opinion, is_question, modality_of
from kzcheck.extract.reading import Sentence, VerbGroup
from kzcheck.extract.spans import clause_around, widened
from kzcheck.extract.speech import Frame, quoted_in
from kzcheck.extract.subjects import Memory, names_in, subject_of

_HYPOTHETICAL = re.compile(r"\b(?:if|unless|even\s+if|although|though|whether)\b[^,;]*$", re.IGNORECASE)


def statement_drafts(sentence: Sentence, frames: Sequence[Frame], figures: Sequence[Draft]) -> list[Draft]:
    """Return one claim for each act of speech, unless a figure already carries what was said."""
    drafts: list[Draft] = []
    for frame in frames:
        content = frame.content.of(sentence.text).strip()
        quotes = [q for q in quoted_in(sentence.text, sentence.span) if _within(q, frame.content)]
        carried = any(_within(figure.value, frame.content) for figure in figures)
        if len(content.split()) < 2 or (carried and not quotes) or is_question(sentence):
            continue
        quoted = any(len(q.of(sentence.text).split()) > 1 for q in quotes)
        drafts.append(
            Draft(
                kind=ClaimKind.QUOTE if quoted else ClaimKind.ATTRIBUTION,
                span=_trimmed(
                    sentence.text,
                    Span(
                        min(frame.whole.start, frame.content.start), max(frame.whole.end, frame.content.end)
                    ),
                ),
                value=Span(frame.content.start, frame.content.end),
                headline=statement_headline(frame.speaker.name, content),
                subject=frame.speaker,
                speaker=frame.speaker.name,
                attribution=frame.attribution,
                quoted=quoted,
            )
        )
    return drafts


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _trimmed(text: str, span: Span) -> Span:
    end = span.end
    while end > span.start and text[end - 1] in " \n\t,;:—–(":
        end -= 1
    start = span.start
    while start < end and text[start] in " \n\t,;:—–)":
        start += 1
    return Span(start, end)


def event_drafts(
    sentence: Sentence, memory: Memory, dates: Sequence[DateMention], taken: Sequence[Draft]
) -> list[Draft]:
    """Return what the sentence says happened or holds, where no other claim says it."""
    if is_question(sentence):
        return []
    drafts: list[Draft] = []
    for index, group in enumerate(sentence.verbs):
        kind = _sort_of(group)
        if kind is None:
            continue
        draft = _event(sentence, memory, index, kind, dates)
        if draft is not None and not _covered(draft, [*taken, *drafts]):
            drafts.append(draft)
    return drafts


def _sort_of(group: VerbGroup) -> ClaimKind | None:
    """Whether a verb tells an event or a relation that can be checked."""
    if group.mood != "finite" or group.tense == "modal":
        return None
    if group.base in EVENT_VERBS and (group.tense in ("past", "perfect") or group.progressive):
        return ClaimKind.EVENT
    if group.base in STATIVE_VERBS or (group.base in EVENT_VERBS and group.passive):
        return ClaimKind.RELATION
    return None


def _event(
    sentence: Sentence, memory: Memory, index: int, kind: ClaimKind, dates: Sequence[DateMention]
) -> Draft | None:
    group = sentence.verbs[index]
    verb = sentence.span_of(group.first, group.last)
    clause = clause_around(sentence, verb.start, verb.end)
    subject = subject_of(sentence, index, memory)
    if subject is None:
        return None
    span = widened(clause, subject.span, sentence) if subject.origin is SubjectOrigin.EXPLICIT else clause
    if is_opinion(span.of(sentence.text)) or _HYPOTHETICAL.search(
        sentence.text, sentence.span.start, verb.start
    ):
        return None
    modality = modality_of(sentence, clause, verb.start)
    if modality is not Modality.ASSERTED:
        return None
    if not _names_something(sentence, span, subject.name):
        return None
    dated = any(span.start <= mention.start < span.end for mention in dates)
    return Draft(
        kind=ClaimKind.DATE if dated and kind is ClaimKind.EVENT else kind,
        span=span,
        value=verb,
        headline=event_headline(sentence, subject.name, group.first, sentence.word_at(span.end - 1)),
        subject=subject,
    )


def _names_something(sentence: Sentence, span: Span, subject: str) -> bool:
    """Whether a clause names someone or something besides its verb: what can be looked up."""
    inside = sum(1 for name in names_in(sentence) if span.start <= name.span.start < span.end)
    return inside + any(word[:1].isupper() for word in subject.split()) >= 2


def _covered(draft: Draft, taken: Sequence[Draft]) -> bool:
    return any(other.span.start <= draft.value.start and draft.value.end <= other.span.end for other in taken)
