"""The claims of a document: every part of the extractor put together, one sentence at a time."""

from collections import deque
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from kzcheck.domain import (
    Attribution,
    Claim,
    ClaimKind,
    Document,
    Quantity,
    QuantityKind,
    Span,
    Zone,
    ZoneKind,
    claim_id,
    content_id,
)
from kzcheck.extract.common_words import common_words
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.entries import Entries, dates_of, entries_of
from kzcheck.extract.figure_claims import figure_drafts
from kzcheck.extract.memory import Memory
from kzcheck.extract.modality import is_question
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.priority import weigh
from kzcheck.extract.quantities import quantities_in
from kzcheck.extract.quotations import Quotations, note_introduced
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.scores import score_drafts
from kzcheck.extract.sentences import split_sentences
from kzcheck.extract.speech import Frame, frames_of, note_speaker, quoted_in
from kzcheck.extract.statement_claims import event_drafts, statement_drafts
from kzcheck.extract.subjects import remember
from kzcheck.extract.table_rows import may_have_rows, row_drafts
from kzcheck.extract.text import Source
from kzcheck.extract.turns import turns_of
from kzcheck.extract.weights import weights_of

_READ_CLOSELY = frozenset({ZoneKind.BODY, ZoneKind.COMMENT})
_GROUP_LENGTH = 8
_SENTENCE_LIKE = 30  # characters: what is shorter in quotation marks is a name or a scare quote
_MOST_QUOTES = 20  # looked at in one sentence
_MOST_FIGURES = 25  # of one sentence; what has more is a table that lost its lines
_WANTING = frozenset(("ask", "call", "demand", "request", "order"))
_SINCE = 24  # characters before a date in which "since" stands
_ASIDE = Pattern(r",\s(?:which|who|whose|an?|the|built|made|born|[a-z]+ed)\s(?:[^\s,]+\s){1,12}\Z")
"""What opens an aside in which a date stands: "the tower, built in 1911, has …"."""
_ASIDE_LENGTH = 120  # characters
_A_FEW = 10  # people who tell something are no figure of the article's
_SHORTEST = 8  # characters in which something can be said
_LONGEST_SENTENCE = 2000  # characters

_Placed = TypeVar("_Placed", Quantity, DateMention)


@dataclass(slots=True)
class _Run:
    """What stays the same while one document is read."""

    document: Document
    quantities: deque[Quantity]
    """Those not read yet, as the dates."""
    dates: deque[DateMention]
    entries: Entries
    common: Set[str]
    seen: dict[tuple[int, int, ClaimKind, str], int] = field(default_factory=dict)


def extract_claims(document: Document) -> list[Claim]:
    """Return the claims of all zones in text order; only those of the body are the article's own."""
    entries = entries_of(document)
    source = Source(document.text)
    quantities, dates = deque(quantities_in(source)), deque(dates_of(document, entries, source))
    run = _Run(document, quantities, dates, entries, common_words(document.text))
    claims: list[Claim] = []
    for zone in document.zones:
        claims.extend(_claims_of_zone(run, zone))
    return claims


def _claims_of_zone(run: _Run, zone: Zone) -> list[Claim]:
    text = run.document.text
    memory = Memory()
    close = zone.kind in _READ_CLOSELY
    quotes = deque(quoted_in(text, Span(zone.start, zone.end)))
    turns = deque(turns_of(text, zone) if zone.kind is ZoneKind.BODY else ())
    claims: list[Claim] = []
    spans = list(_pieces(text, split_sentences(text, zone.start, zone.end)))
    quotations = Quotations(text, spans, run.common)
    figures, dated, tabled = run.quantities, run.dates, may_have_rows(text, zone)
    for at, span in enumerate(spans):
        end = span.end
        quantities = _within(figures, span)[:_MOST_FIGURES] if figures and figures[0].start < end else []
        dates = _within(dated, span) if dated and dated[0].start < end else []
        if not quantities and (not close or end - span.start < _SHORTEST):
            continue
        sentence = quotations.sentence(at)
        if close:
            inside = _overlapping(quotes, span) if quotes and quotes[0].start < end else []
            turn = _turn_at(turns, span) if turns else []
            frames = frames_of(sentence, memory)
            if inside:
                frames = quotations.speaking(frames, sentence, at, inside, memory)
            row = row_drafts(text, span, quantities, dates) if tabled else None
            drafts = (
                _drafts(sentence, memory, quantities, dates, turn, frames, inside) if row is None else row
            )
        else:
            drafts = figure_drafts(sentence, memory, quantities, dates)
        claimed: list[Subject] = []
        if drafts:
            claims.extend(_finished(run, zone.kind, sentence, drafts, dates))
            claimed = [draft.subject for draft in drafts if draft.subject and draft.quantity]
        remember(sentence, memory, claimed)
    return claims


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences; what is longer than any sentence in pieces, so that the time stays linear."""
    for span in spans:
        start = span.start
        if span.end - start <= _LONGEST_SENTENCE:
            yield span
            continue
        while span.end - start > _LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
            cut = cut if cut > start else start + _LONGEST_SENTENCE
            if text[start:cut].strip():
                yield Span(start, cut)
            start = cut + 1 if text[cut].isspace() else cut
        if start < span.end:
            yield Span(start, span.end)


def _within(waiting: deque[_Placed], span: Span) -> list[_Placed]:
    """Take what lies within a sentence; what is before it lies between sentences, and is passed over."""
    found = []
    while waiting and waiting[0].start < span.end:
        placed = waiting.popleft()
        if placed.start >= span.start and placed.end <= span.end:
            found.append(placed)
    return found


def _overlapping(quotes: deque[Span], span: Span) -> list[Span]:
    """Return the quotations that reach into a sentence, and drop those that end before it."""
    while quotes and quotes[0].end <= span.start:
        quotes.popleft()
    found = []
    for quote in islice(quotes, _MOST_QUOTES):
        if quote.start >= span.end:
            break
        found.append(quote)
    return found


def _turn_at(turns: deque[Frame], span: Span) -> list[Frame]:
    """Return the turn of a transcript that a sentence stands in, and drop those that end before it."""
    while turns and turns[0].whole.end <= span.start:
        turns.popleft()
    return [turns[0]] if turns and turns[0].whole.start <= span.start else []


def _drafts(
    sentence: Sentence,
    memory: Memory,
    quantities: list[Quantity],
    dates: list[DateMention],
    turn: list[Frame],
    frames: list[Frame],
    quotes: list[Span],
) -> list[Draft]:
    voices = [*turn, *frames]
    drafts = figure_drafts(sentence, memory, quantities, dates)
    if drafts:
        drafts = _told_by(drafts, frames, voices, quotes)
    if frames:
        note_speaker(sentence, frames, memory)
    if sentence.gaps[-1].startswith(":"):
        note_introduced(sentence, memory)
    if is_question(sentence):
        return _in_order(drafts)
    if frames:
        drafts.extend(statement_drafts(sentence, frames, drafts, quotes))
    events = event_drafts(sentence, memory, dates, drafts, quotes)
    for draft in events:
        _give_voice(draft, turn)
    scores = score_drafts(sentence, memory, quantities, events)
    for draft in scores:
        _give_voice(draft, voices)
    if scores:
        events = [event for event in events if not any(_tells(score, event) for score in scores)]
    drafts += [*scores, *events]
    return _in_order(drafts) if len(drafts) > 1 else drafts


def _told_by(
    drafts: list[Draft], frames: list[Frame], voices: list[Frame], quotes: list[Span]
) -> list[Draft]:
    """Return the figures' drafts with who says them, without those that only say how many told it."""
    if frames:
        drafts = [draft for draft in drafts if not any(_counts_sources(draft, frame) for frame in frames)]
    for draft in drafts:
        _give_voice(draft, voices)
        _mark_imagined(draft, quotes)
    return drafts


def _in_order(drafts: list[Draft]) -> list[Draft]:
    return sorted(drafts, key=lambda draft: (draft.value.start, draft.span.start))


def _tells(score: Draft, event: Draft) -> bool:
    """Whether a vote's claim says what an event's does: "passed the bill 52-48"."""
    return score.core is not None and score.core.start <= event.value.start < score.core.end


def _counts_sources(draft: Draft, frame: Frame) -> bool:
    """Whether a figure only says how many told it: "according to two people"."""
    quantity = draft.quantity
    return (
        frame.verb == "according"
        and quantity is not None
        and quantity.kind is QuantityKind.COUNT
        and (quantity.value or 0) < _A_FEW
        and frame.speaker.span.start <= quantity.start < frame.speaker.span.end
    )


def _give_voice(draft: Draft, frames: Sequence[Frame]) -> None:
    for frame in frames:
        if frame.content.start <= draft.value.start and draft.value.end <= frame.content.end:
            if frame.verb in _WANTING and draft.speaker is not None:
                continue  # "reported that N asked for 300"
            draft.speaker, draft.attribution = frame.speaker.name, frame.attribution


def _mark_imagined(draft: Draft, quotes: Sequence[Span]) -> None:
    """Mark a figure that stands in quotation marks although nobody is said to have said it."""
    if draft.speaker is None and any(
        quote.start <= draft.value.start
        and draft.value.end <= quote.end
        and quote.end - quote.start >= _SENTENCE_LIKE
        for quote in quotes
    ):
        draft.attribution = Attribution.IMAGINED


def _finished(
    run: _Run, zone: ZoneKind, sentence: Sentence, drafts: list[Draft], dates: list[DateMention]
) -> list[Claim]:
    document = run.document
    group = ""
    if len(drafts) > 1:
        group = content_id(document.id, str(sentence.span.start), length=_GROUP_LENGTH)
    claims = []
    published = _published(run, sentence.span.start)
    for draft in drafts:
        priority, reasons = weigh(tuple(weights_of(draft, sentence)))
        as_of, origin = (_as_of(draft, dates, document.text) if dates else None) or published
        subject, (start, end) = draft.subject, draft.span
        name = subject.name if subject else ""
        claims.append(
            Claim(  # by place: names for so many fields would take thrice the time
                _unique_id(run, draft, name),
                document.id,
                zone,
                draft.kind,
                draft.headline,
                start,
                end,
                document.text[start:end],
                sentence.span,
                draft.quantity,
                draft.measure,
                name or None,
                subject.span if subject else None,
                subject.origin if subject else None,
                draft.speaker,
                draft.attribution,
                draft.modality,
                as_of,
                origin,
                priority,
                reasons,
                group,
            )
        )
    return claims


def _unique_id(run: _Run, draft: Draft, subject: str) -> str:
    """Return the claim's id; two figures of one clause about one subject are told apart by their order."""
    start, end = draft.span
    key = (start, end, draft.kind, subject)
    number = run.seen.get(key, 0) + 1
    run.seen[key] = number
    told_apart = subject if number == 1 else f"{subject}#{number}"
    return claim_id(run.document.id, start, end, draft.kind, told_apart)


def _as_of(draft: Draft, dates: list[DateMention], text: str) -> tuple[str | None, str | None] | None:
    """Return the date a claim speaks of: in its own span, else in its sentence; None without one."""
    places = draft.dated_by
    dates = [date for date in dates if not _of_another(draft, date, text)]
    near = [date for date in dates if any(p.start <= date.start < p.end for p in places)] if places else dates
    if near:
        nearest = min(
            near,
            key=lambda mention: (
                not (draft.span.start <= mention.start < draft.span.end),
                abs(mention.start - draft.value.start),
            ),
        )
        if nearest.edtf:
            return nearest.edtf, "text"
    return None


def _of_another(draft: Draft, date: DateMention, text: str) -> bool:
    """Whether a date is told of something else than the claim: in an aside before it, or since it."""
    if date.end < draft.value.start and text[date.end] == ",":
        aside = _ASIDE.search(text, max(0, date.start - _ASIDE_LENGTH), date.start)
        if aside is not None:
            return True
    return _since_another(draft, date, text)


def _since_another(draft: Draft, date: DateMention, text: str) -> bool:
    """Whether a date only tells since when something else holds: "…, its highest since 1954"."""
    if "since " not in text[max(0, date.start - _SINCE) : date.start]:
        return False
    between = text[draft.value.end : date.start]
    return "," in between or (draft.kind is not ClaimKind.SUPERLATIVE and "est " in between)


def _published(run: _Run, place: int) -> tuple[str | None, str | None]:
    """Return when the words at a place were published: their entry's day, else the document's date."""
    day, published = run.entries.day_at(place), run.document.metadata.published
    if day is not None:
        return day, "entry"
    return (published, "document") if published else (None, None)
