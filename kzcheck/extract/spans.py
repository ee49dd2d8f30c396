"""The shortest stretch of a sentence that carries a claim."""

import re

from kzcheck.domain import Span
from kzcheck.extract.function_words import RELATIVES
from kzcheck.extract.reading import Sentence

_BREAK = re.compile(r"[;:](?=\s)|—|\s–\s|\s-\s|,(?=\s)|(?<=\s)\(|\)|(?<=[.!?])[”\"]?\s")
_OPENING = re.compile(r"(?:[\s,;:)”\"]+|(?:and|but|or|yet|so)\s+)*", re.IGNORECASE)
_CLOSING = " \t\r\n\u00a0,;:—–-("


def clause_around(sentence: Sentence, start: int, end: int) -> Span:
    """Return the clause that holds `start` to `end`: between punctuation, from its relative pronoun."""
    left, right = sentence.span
    text = sentence.text
    for match in _BREAK.finditer(text, sentence.span.start, sentence.span.end):
        if match.end() <= start:
            if match[0] == "," and _in_list(sentence, match.end()):
                continue
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    left = _from_relative(sentence, left, start)
    opened = _OPENING.match(text, left, start)
    left = opened.end() if opened else left
    while right > end and text[right - 1] in _CLOSING:
        right -= 1
    return Span(left, max(right, end))


def _in_list(sentence: Sentence, offset: int) -> bool:
    i = sentence.word_at(offset)
    return (
        0 < i < len(sentence.words) and sentence.is_name(i) and sentence.words[i - 1][0].isupper() and i > 1
    )


def _from_relative(sentence: Sentence, left: int, start: int) -> int:
    """Begin at the last relative pronoun before the figure when a verb stands between them."""
    for i in range(sentence.word_at(start) - 1, -1, -1):
        if sentence.starts[i] < left:
            break
        if sentence.lowers[i] in RELATIVES and any(
            group.mood == "finite" and group.first > i and sentence.ends[group.last] <= start
            for group in sentence.verbs
        ):
            return sentence.ends[i] if sentence.lowers[i] == "that" else sentence.starts[i]
    return left


def widened(span: Span, other: Span, sentence: Sentence, words: int = 14) -> Span:
    """Return `span` widened to take in `other` when that stands in the sentence and not far before it."""
    if not sentence.span.start <= other.start < span.start or other.end > span.end:
        return span
    if sentence.word_at(span.start) - sentence.word_at(other.start) > words:
        return span
    return Span(other.start, span.end)
