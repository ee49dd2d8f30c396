"""Events told by a noun: "the closure of a base", "the fall of the Bastille in 1789"."""

from collections.abc import Sequence

from kzcheck.domain import ClaimKind, Span, SubjectOrigin
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.function_words import ARTICLES, CLAUSE_OPENERS, PREPOSITIONS
from kzcheck.extract.headlines import phrase_headline
from kzcheck.extract.modality import is_opinion
from kzcheck.extract.names import is_named
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.wordlists import words

_EVENTS = frozenset(
    words(
        """
abdication abolition acquisition annexation arrest arrival assassination bankruptcy bombing capture
closure collapse conquest construction conviction creation death defeat departure deportation
destruction dissolution downfall election eruption evacuation execution explosion expulsion fall
formation founding imprisonment inauguration independence invasion killing launch liberation loss
massacre merger murder occupation opening ouster overthrow partition privatisation privatization
purchase ratification release removal resignation sale secession seizure signing sinking surrender
suspension takeover unification withdrawal victory
"""
    )
)
_DECIDING = frozenset(words("decision order agreement move"))
_TELLING = _EVENTS | _DECIDING
_UNREAL = frozenset(
    words(
        """
impending future possible planned potential any no would-be eventual threatened feared
"""
    )
)
_LONGEST = 14
_ROOM = 7  # words of a headline
_STOP = Pattern(r"[,;:()—“”\"]| – ")


def nominal_drafts(sentence: Sentence, dates: Sequence[DateMention]) -> list[Draft]:
    """Return the events that nouns of the sentence tell, where they name who or what was concerned."""
    drafts: list[Draft] = []
    if _TELLING.isdisjoint(sentence.vocabulary):
        return drafts
    for i, word in enumerate(sentence.lowers):
        if word in _EVENTS and sentence.lowers[i + 1 : i + 2] == ["of"]:
            draft = _happening(sentence, i, dates)
        elif word in _DECIDING and sentence.lowers[i + 1 : i + 2] == ["to"] and i:
            draft = _deciding(sentence, i)
        else:
            continue
        if draft is not None and not is_opinion(sentence, draft.span):
            drafts.append(draft)
    return drafts


def _happening(sentence: Sentence, i: int, dates: Sequence[DateMention]) -> Draft | None:
    first = i
    while (
        first
        and sentence.lowers[first - 1] not in PREPOSITIONS
        and i - first < 3
        and not _parted(sentence, first)
    ):
        first -= 1
        if sentence.lowers[first] in ARTICLES:
            break
    last = _phrase_end(sentence, i + 1)
    if not any(sentence.is_name(k) for k in range(i + 2, last + 1)):
        return None
    if not _UNREAL.isdisjoint(sentence.lowers[max(0, first - 1) : i]):
        return None
    span = sentence.span_of(first, last)
    whose = i + 3 if sentence.lowers[i + 2] in ARTICLES and i + 3 <= last else i + 2
    end = whose
    while end < last and sentence.lowers[end + 1] not in PREPOSITIONS:
        end += 1
    subject = Subject(
        sentence.span_of(whose, end).of(sentence.text), sentence.span_of(whose, end), SubjectOrigin.EXPLICIT
    )
    dated = any(span.start <= mention.start < span.end for mention in dates)
    begin = i if sentence.lowers[first] in ARTICLES else first
    return Draft(
        kind=ClaimKind.DATE if dated else ClaimKind.EVENT,
        span=span,
        value=sentence.span_of(i, i),
        headline=phrase_headline(sentence.words[begin : last + 1], _ROOM),
        subject=subject,
    )


def _deciding(sentence: Sentence, i: int) -> Draft | None:
    """Read "N’s decision to issue orders": who decided, and what."""
    owner = i - 1
    if not sentence.words[owner].endswith(("’s", "'s", "s’")) or not sentence.is_name(owner):
        return None
    first = owner
    while first and not sentence.gaps[first].strip() and sentence.is_name(first - 1):
        first -= 1
    last = _phrase_end(sentence, i + 2)
    name = sentence.span_of(first, owner).of(sentence.text)
    for ending in ("’s", "'s", "’"):
        name = name.removesuffix(ending)
    if not is_named(name) or last < i + 3:
        return None
    start = sentence.starts[first]
    return Draft(
        kind=ClaimKind.EVENT,
        span=sentence.span_of(first, last),
        value=sentence.span_of(i, i + 2),
        headline=phrase_headline(sentence.words[first : last + 1], _ROOM),
        subject=Subject(name, Span(start, start + len(name)), SubjectOrigin.EXPLICIT),
    )


def _phrase_end(sentence: Sentence, i: int) -> int:
    last = i
    while last + 1 < len(sentence.words) and last - i < _LONGEST:
        k = last + 1
        if _parted(sentence, k) or sentence.lowers[k] in CLAUSE_OPENERS or (k in sentence.busy and k > i + 1):
            break
        last = k
    return last


def _parted(sentence: Sentence, i: int) -> bool:
    return _STOP.search(sentence.gaps[i]) is not None
