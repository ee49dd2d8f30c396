"""The shortest stretch of a sentence that carries a claim."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kzcheck.domain import Span
from kzcheck.extract.dates import DateMention
from kzcheck.extract.function_words import CLAUSE_OPENERS, DETERMINERS, PREPOSITIONS, PRONOUNS, RELATIVES
from kzcheck.extract.lexicon import GERUNDS
from kzcheck.extract.names import list_goes_on
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence

# begins with one set of characters: that is what makes it fast
_BREAK = Pattern(r"[,;:—()–-](?:(?<=[,;:])(?=\s)|(?<=[—)])|(?<=\s\()|(?P<dash>(?<=\s–)|(?<=\s-)-?)\s)")
# the first letters are looked at first: most words are none of these
_OPENING = Pattern(r"(?:[\s,;:)”\"]+|(?=[abosyw])(?:and|but|or|yet|so|as|while|when)\s+)*", re.IGNORECASE)
_NO_ITEMS = CLAUSE_OPENERS | DETERMINERS | PREPOSITIONS | PRONOUNS | GERUNDS
"""Words at which no next item of a list begins."""
_REACH = 30  # marks of punctuation looked at on either side
_LEAD = 5  # words that may stand before the date which opens a sentence
_CLOSING = " \t\r\n\u00a0,;:—–-("


def clause_around(sentence: Sentence, start: int, end: int) -> Span:
    """Return the clause that holds `start` to `end`: between punctuation, from its relative pronoun."""
    left, right = sentence.span
    text = sentence.text
    breaks = _breaks(sentence)
    at = bisect_right(breaks, (start, start))
    for opened, closed in reversed(breaks[max(0, at - _REACH) : at]):
        if closed > start or (text[opened] == "," and list_goes_on(sentence, sentence.word_at(closed))):
            continue
        left = closed
        break
    for opened, closed in breaks[bisect_left(breaks, (end, end)) :][:_REACH]:
        if text[opened] == "," and _goes_on(sentence, closed):
            continue
        right = opened
        break
    left = _from_relative(sentence, left, start)
    right = _before_resumed(sentence, left, end, right)
    loose = _OPENING.match(text, left, start)
    left = loose.end() if loose else left
    while right > end and text[right - 1] in _CLOSING:
        right -= 1
    return Span(left, max(right, end))


def _breaks(sentence: Sentence) -> list[tuple[int, int]]:
    """Return where clauses of the sentence may be parted, in order."""
    if sentence.breaks is None:
        sentence.breaks = []
        read = sentence.span.start
        for match in _BREAK.finditer(sentence.text, *sentence.span):
            start = match.start() - (match["dash"] is not None)  # a dash stands between two spaces
            if start >= read:
                read = match.end()
                sentence.breaks.append((start, read))
    return sentence.breaks


def _from_relative(sentence: Sentence, left: int, start: int) -> int:
    """Begin at the last relative pronoun before the figure when a verb stands between them."""
    if RELATIVES.isdisjoint(sentence.vocabulary):
        return left
    first = sentence.word_at(start)
    for i in range(first - 1, -1, -1):
        if sentence.starts[i] < left:
            break
        if sentence.lowers[i] in RELATIVES and any(
            group.mood == "finite" and i < group.first <= first for group in sentence.verbs
        ):
            if any(group.resumes == i and group.first <= first for group in sentence.verbs):
                return left
            return sentence.ends[i] if sentence.lowers[i] == "that" else sentence.starts[i]
    return left


def _before_resumed(sentence: Sentence, left: int, end: int, right: int) -> int:
    """End a relative clause before the verb that goes on after it: "who lives there | was fined"."""
    for group in sentence.verbs:
        if group.resumes >= 0 and end <= sentence.starts[group.first] < right:
            opened = sentence.starts[group.resumes]
            return sentence.ends[group.first - 1] if left in (opened, sentence.ends[group.resumes]) else right
    return right


def widened(span: Span, other: Span, sentence: Sentence, words: int = 14) -> Span:
    """Return `span` widened to take in `other` when that stands in the sentence and not far before it."""
    if not sentence.span.start <= other.start < span.start or other.end > span.end:
        return span
    if sentence.word_at(span.start) - sentence.word_at(other.start) > words:
        return span
    return Span(other.start, span.end)


def _goes_on(sentence: Sentence, offset: int) -> bool:
    """Whether the phrase goes on after a comma: the next item of a list, the next adjective."""
    i = sentence.word_at(offset)
    if i >= len(sentence.words):
        return False
    lower = sentence.lowers[i]
    if lower in ("and", "or"):
        i += 1
        return i < len(sentence.words) and i not in sentence.busy and _is_item(sentence, i)
    return _is_item(sentence, i) and i not in sentence.busy


def _is_item(sentence: Sentence, i: int) -> bool:
    lower = sentence.lowers[i]
    return not (lower in _NO_ITEMS or lower.endswith("ly") or _verb_soon(sentence, i))


def _verb_soon(sentence: Sentence, i: int) -> bool:
    """Whether word `i` begins a clause: a verb comes before the next punctuation."""
    for j in range(i + 1, min(i + 8, len(sentence.words))):
        if "," in sentence.gaps[j]:
            return False
        if j in sentence.busy:
            return True
    return False


def with_leading_date(sentence: Sentence, span: Span, dates: Sequence[DateMention]) -> Span:
    """Return `span` with the date that opens its sentence ("In 1909, …") when only a comma parts them."""
    for mention in dates:
        between = sentence.text[mention.end : span.start]
        opens = sentence.word_at(mention.start) <= _LEAD and mention.end <= span.start
        if opens and between.strip() in ("", ",", ", the"):
            return Span(sentence.span.start, span.end)
    return span
