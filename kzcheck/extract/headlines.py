"""Headlines as a reviewer would say them: the value, then what it is of; hedge when there is one."""

import re

from kzcheck.domain import Quantity, QuantityKind, Span
from kzcheck.extract.function_words import ADVERBS, ARTICLES, DETERMINERS, PREPOSITIONS
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_LONGEST = 7
_EMPTY_MEASURES = frozenset(
    words(
        """
total whole overall sum all them these those which it year month week past same
"""
    )
)
_ACRONYM = re.compile(r"\(([A-Z][A-Z&.]{1,9})\)")
_TITLES = frozenset(
    words(
        """
president prime minister mr mrs ms dr russian ukrainian chinese american british
"""
    )
)


def short_name(name: str) -> str:
    """Return a name as one says it: its acronym, or its last words without trimmings."""
    acronym = _ACRONYM.search(name)
    if acronym:
        return acronym[1]
    words = name.split()
    if len(words) <= 3:
        return name
    cut = next(
        (i for i, word in enumerate(words) if i and word.lower() in PREPOSITIONS and word.lower() != "of"),
        len(words),
    )
    return " ".join(words[: min(cut, 5)])


def figure_headline(quantity: Quantity, subject: str | None, measure: str | None, after: str) -> str:
    """Return the headline of a figure: "about one-fifth ethnic Russians", "20 million tons capacity"."""
    value = _flat(quantity.text)
    if quantity.kind is QuantityKind.PERCENTAGE:
        whole = measure.split()[0].lower() if measure else ""
        if measure and whole not in _EMPTY_MEASURES:
            return _trim(f"{value} of {measure}")
        if subject:
            entity = short_name(subject)
            share = " share" if measure and not _people(subject) else ""
            return _trim(f"{value} {entity}{share}")
        return _trim(f"{value} {after}")
    if quantity.kind is QuantityKind.COUNT and len(value.split()) >= 3:
        return _trim(value)
    if measure:
        return _trim(f"{value} {measure}")
    if after:
        return _trim(f"{value} {after}")
    return _trim(f"{value} {short_name(subject)}" if subject else value)


def _people(subject: str) -> bool:
    return any(
        word.endswith(("s", "minority", "population", "people")) and word[:1].islower() is False
        for word in subject.split()[:2]
    )


def statement_headline(speaker: str, content: str) -> str:
    """Return the headline of something said: who, then the first words of what."""
    words = _telling(content)
    return f"{short_name(speaker)}: {' '.join(words[:6])}" if words else short_name(speaker)


def event_headline(sentence: Sentence, subject: str, first: int, last: int) -> str:
    """Return the headline of an event: who, did, what."""
    words = short_name(subject).split()[-4:]
    room = _LONGEST - min(len(words), 3)
    tail: list[str] = []
    for i in range(first, min(last + 1, len(sentence.words))):
        if tail and re.search(r"[,;:()—]", sentence.gap(i)):
            break
        if sentence.lowers[i] in ARTICLES or (
            sentence.lowers[i] in ADVERBS and sentence.lowers[i] not in ("not", "never")
        ):
            continue
        tail.append(sentence.words[i])
        if len(tail) >= room:
            break
    return " ".join([*words, *_without_loose_end(tail)])


def following(sentence: Sentence, at: int, words: int = 4) -> str:
    """Return the next few words after offset `at`, up to punctuation or a verb."""
    first = sentence.word_at(at)
    busy = {j for group in sentence.verbs for j in range(group.first, group.last + 1)}
    taken: list[str] = []
    for i in range(first, min(first + words + 2, len(sentence.words))):
        if i in busy or re.search(r"[,;:()—“”]", sentence.gap(i)) or len(taken) >= words:
            break
        taken.append(sentence.words[i])
    return " ".join(_without_loose_end([word for word in taken if word.lower() not in ARTICLES]))


def superlative_headline(text: str, span: Span, rest: str) -> str:
    """Return the headline of a superlative: its words, then what it is the most of."""
    return _trim(f"{_flat(text[span.start : span.end])} {rest}".strip())


def _telling(content: str) -> list[str]:
    words = re.findall(r"[^\s“”\",;:()]+", content)
    kept = [
        word
        for word in words
        if word.lower() not in ARTICLES and word.lower() not in ("that", "were", "was", "being", "is", "are")
    ]
    return _without_loose_end(kept[:6])


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _trim(headline: str) -> str:
    """At most seven words, articles after the first dropped, no loose preposition at the end."""
    words = _flat(headline).split()
    kept = [word for i, word in enumerate(words) if i == 0 or word.lower() not in ARTICLES]
    return " ".join(_without_loose_end(kept[: _LONGEST + 1])).strip(" ,.;:")


def _without_loose_end(words: list[str]) -> list[str]:
    while len(words) > 1 and (
        words[-1].lower() in PREPOSITIONS
        or words[-1].lower() in DETERMINERS
        or words[-1].lower() in ("and", "or")
    ):
        words = words[:-1]
    return words
