"""The claims of a document: every part of the extractor put together, one sentence at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kzcheck.domain import Claim, Document, Quantity, Span, Zone, ZoneKind, claim_id, content_id
from kzcheck.extract.dates import DateMention, find_dates
from kzcheck.extract.drafts import Draft
from kzcheck.extract.figure_claims import figure_drafts
from kzcheck.extract.priority import weigh
from kzcheck.extract.quantities import find_quantities
from kzcheck.extract.reading import Sentence, read_sentence
from kzcheck.extract.sentences import split_sentences
from kzcheck.extract.speech import Frame, frames_of, quoted_in
from kzcheck.extract.statement_claims import event_drafts, statement_drafts
from kzcheck.extract.subjects import Memory, remember
from kzcheck.extract.weights import weights_of

_READ_CLOSELY = frozenset({ZoneKind.BODY, ZoneKind.COMMENT})
_GROUP_LENGTH = 8
_LONGEST_SENTENCE = 4000  # characters; longer ones are no sentences, and only their figures are listed


@dataclass(slots=True)
class _Run:
    """What stays the same while one document is read."""

    document: Document
    quantities: Sequence[Quantity]
    dates: Sequence[DateMention]
    next_quantity: int = 0
    next_date: int = 0
    seen: set[str] = field(default_factory=set)


def extract_claims(document: Document) -> list[Claim]:
    """Return the claims of all zones in text order; only those of the body are the article's own."""
    text = document.text
    published = document.metadata.published
    run = _Run(document, find_quantities(text), find_dates(text, published))
    claims: list[Claim] = []
    for zone in document.zones:
        claims.extend(_claims_of_zone(run, zone))
    return claims


def _claims_of_zone(run: _Run, zone: Zone) -> list[Claim]:
    text = run.document.text
    memory = Memory()
    claims: list[Claim] = []
    for span in split_sentences(text, zone.start, zone.end):
        quantities = _take(run, span)
        dates = _take_dates(run, span)
        if not quantities and zone.kind not in _READ_CLOSELY:
            continue
        sentence = read_sentence(text, span)
        drafts = _drafts(sentence, memory, quantities, dates, zone.kind)
        claims.extend(_finished(run, zone.kind, sentence, drafts, dates))
        remember(sentence, memory, [draft.subject for draft in drafts if draft.subject and draft.quantity])
    return claims


def _take(run: _Run, span: Span) -> list[Quantity]:
    """Return the figures within a sentence; those before it lie between sentences and are passed over."""
    found = []
    while run.next_quantity < len(run.quantities) and run.quantities[run.next_quantity].start < span.end:
        quantity = run.quantities[run.next_quantity]
        run.next_quantity += 1
        if quantity.start >= span.start and quantity.end <= span.end:
            found.append(quantity)
    return found


def _take_dates(run: _Run, span: Span) -> list[DateMention]:
    found = []
    while run.next_date < len(run.dates) and run.dates[run.next_date].start < span.end:
        mention = run.dates[run.next_date]
        run.next_date += 1
        if mention.start >= span.start and mention.end <= span.end:
            found.append(mention)
    return found


def _drafts(
    sentence: Sentence, memory: Memory, quantities: list[Quantity], dates: list[DateMention], zone: ZoneKind
) -> list[Draft]:
    quotes = quoted_in(sentence.text, sentence.span)
    close = zone in _READ_CLOSELY and sentence.span.end - sentence.span.start <= _LONGEST_SENTENCE
    frames = frames_of(sentence, memory) if close else []
    drafts = figure_drafts(sentence, memory, quantities, dates)
    for draft in drafts:
        _give_voice(draft, frames)
    if close:
        drafts.extend(statement_drafts(sentence, frames, drafts))
        drafts.extend(event_drafts(sentence, memory, dates, drafts, quotes))
    return sorted(drafts, key=lambda draft: (draft.value.start, draft.span.start))


def _give_voice(draft: Draft, frames: Sequence[Frame]) -> None:
    for frame in frames:
        if frame.content.start <= draft.value.start and draft.value.end <= frame.content.end:
            draft.speaker, draft.attribution = frame.speaker.name, frame.attribution


def _finished(
    run: _Run, zone: ZoneKind, sentence: Sentence, drafts: list[Draft], dates: list[DateMention]
) -> list[Claim]:
    document = run.document
    group = ""
    if len(drafts) > 1:
        group = content_id(document.id, str(sentence.span.start), length=_GROUP_LENGTH)
    claims = []
    for draft in drafts:
        priority, reasons = weigh(weights_of(draft, sentence))
        as_of, origin = _as_of(draft, dates, document.metadata.published)
        name = draft.subject.name if draft.subject else ""
        claims.append(
            Claim(
                id=_unique_id(run, draft, name),
                document_id=document.id,
                zone=zone,
                kind=draft.kind,
                headline=draft.headline,
                start=draft.span.start,
                end=draft.span.end,
                quote=document.text[draft.span.start : draft.span.end],
                sentence=sentence.span,
                quantity=draft.quantity,
                measure=draft.measure,
                subject=name or None,
                subject_span=draft.subject.span if draft.subject else None,
                subject_origin=draft.subject.origin if draft.subject else None,
                speaker=draft.speaker,
                attribution=draft.attribution,
                modality=draft.modality,
                as_of=as_of,
                as_of_from=origin,
                priority=priority,
                reasons=reasons,
                group=group,
            )
        )
    return claims


def _unique_id(run: _Run, draft: Draft, subject: str) -> str:
    """Return the claim's id; two figures of one clause about one subject are told apart by their order."""
    number = 1
    while True:
        told_apart = subject if number == 1 else f"{subject}#{number}"
        found = claim_id(run.document.id, draft.span.start, draft.span.end, draft.kind, told_apart)
        if found not in run.seen:
            run.seen.add(found)
            return found
        number += 1


def _as_of(draft: Draft, dates: list[DateMention], published: str | None) -> tuple[str | None, str | None]:
    """Return the date a claim speaks of: in its own span, else in its sentence, else the document's."""
    if dates:
        nearest = min(
            dates,
            key=lambda mention: (
                not (draft.span.start <= mention.start < draft.span.end),
                abs(mention.start - draft.value.start),
            ),
        )
        if nearest.edtf:
            return nearest.edtf, "text"
    return (published, "document") if published else (None, None)
