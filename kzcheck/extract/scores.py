"""Votes and scores: "52-48", "12 to 3", where something was decided by them."""

from collections.abc import Sequence

from kzcheck.domain import ClaimKind, Quantity, QuantityKind, Span
from kzcheck.extract.drafts import Draft
from kzcheck.extract.headlines import short_name
from kzcheck.extract.memory import Memory
from kzcheck.extract.modality import modality_of
from kzcheck.extract.numbers import ONES
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.spans import clause_around, widened
from kzcheck.extract.subjects import subject_of
from kzcheck.extract.wordlists import words

_VOTING = frozenset(
    words(
        """
vote votes voted voting ballot ballots passed approved rejected ruled ruling decision verdict split majority
"""
    )
)
_PLAYING = frozenset(
    words(
        """
win wins won winning victory victories lose loses lost losing loss defeat defeats defeated beat beats beaten
draw drew tie tied rout routed lead led leading trailed trailing thrashed edged score scored champions
"""
    )
)
_DECIDING = _VOTING | _PLAYING
_PAIR = Pattern(r"(?<![\w.,$€£/-])(\d{1,4}|[a-z]{3,9})(-| to |–)(\d{1,4}|[a-z]{3,9})(?![\w%$/]|[.,-]\d|-)")
_LINKED = Pattern(rf"(?:-| to |–)(?:\d|{'|'.join(ONES)})")
_FIRST_YEAR = 1800
_OUTCOME = 4  # words of what was decided that a headline has room for


def score_drafts(
    sentence: Sentence, memory: Memory, quantities: Sequence[Quantity], events: Sequence[Draft]
) -> list[Draft]:
    """Return the votes of the sentence, and the scores of matches that none of the `events` tells."""
    if _DECIDING.isdisjoint(sentence.vocabulary) or _LINKED.search(sentence.text, *sentence.span) is None:
        return []
    drafts = []
    for match in _PAIR.finditer(sentence.text, *sentence.span):
        value, other = _number(match[1]), _number(match[3])
        if value is None or other is None or _is_other(match[2], value, other, sentence):
            continue
        if any(figure.start < match.end() and match.start() < figure.end for figure in quantities):
            continue
        place = Span(match.start(), match.end())
        voted = _is_vote(sentence, place)
        if voted or not any(event.span.start <= place.start < event.span.end for event in events):
            drafts.append(_draft(sentence, memory, place, value, voted=voted))
    return drafts


def _number(text: str) -> float | None:
    return float(text) if text.isdigit() else ONES.get(text)


def _is_other(link: str, value: float, other: float, sentence: Sentence) -> bool:
    """Whether a pair is of years, or a stretch "from 2 to 3"."""
    if min(value, other) >= _FIRST_YEAR:
        return True
    return link == " to " and _VOTING.isdisjoint(sentence.vocabulary)


def _is_vote(sentence: Sentence, place: Span) -> bool:
    """Whether the words near a pair tell of a vote, and not of a match."""
    i = sentence.word_at(place.start)
    near = sentence.lowers[max(0, i - 8) : i + 8]
    return not _VOTING.isdisjoint(near) and _PLAYING.isdisjoint(near)


def _draft(sentence: Sentence, memory: Memory, place: Span, value: float, *, voted: bool) -> Draft:
    i = sentence.word_at(place.start)
    clause = clause_around(sentence, place.start, place.end)
    index = next((k for k in range(len(sentence.verbs) - 1, -1, -1) if sentence.verbs[k].last < i), None)
    subject = subject_of(sentence, index, memory) if index is not None else None
    text = place.of(sentence.text)
    quantity = Quantity(
        start=place.start,
        end=place.end,
        text=text,
        value=value,
        unit="vote" if voted else None,
        kind=QuantityKind.COUNT if voted else QuantityKind.NUMBER,
    )
    return Draft(
        kind=ClaimKind.QUANTITY,
        span=widened(clause, subject.span, sentence) if subject else clause,
        core=clause,
        value=place,
        headline=_headline(sentence, index, subject, place, voted=voted),
        quantity=quantity,
        subject=subject,
        modality=modality_of(sentence, clause.start, place.start),
    )


def _headline(
    sentence: Sentence, index: int | None, subject: Subject | None, place: Span, *, voted: bool
) -> str:
    said = [place.of(sentence.text), *(["vote"] if voted else [])]
    if subject is not None and index is not None:
        group = sentence.verbs[index]
        last = sentence.word_at(place.start)
        told = [
            word
            for word in sentence.words[group.last : last][:_OUTCOME]
            if word.lower() not in ("the", "a", "by")
        ]
        said += [f"{short_name(subject.name)}", *told]
    return " ".join(said)
