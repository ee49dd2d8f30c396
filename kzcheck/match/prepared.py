"""The normalised form of a claim or a text, which `compare` and the index work on."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kzcheck.domain import Approximator, Claim, Quantity
from kzcheck.match import figures as fig
from kzcheck.match import names, vocabulary, words
from kzcheck.match.figures import Figure

EDITION = 7
"""The version of `prepare`. To be raised with every change of what it returns: a rebuild of the matches then
prepares again what an earlier version stored."""

NAME, MAYBE_NAME, WORD, LIGHT = "n", "c", "w", "l"
"""Kinds of terms: a name; a word whose capital may come from a headline; a word; a word of little weight."""

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,15})?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_HARMED = frozenset(map(words.stem, vocabulary.HARMED))
_COUNTED = _HARMED | frozenset(map(words.stem, vocabulary.PEOPLE))
_DOLLARS = frozenset({"$", "dollar", "dollars", "cent", "cents"})
_TITLE_CASE = 0.6
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}


class Prepared(NamedTuple):
    """A normalised statement.

    `plain` is the folded text. `terms` are the stems of its words in order, each once and without stop
    words; `written` has the words as they stood, and `kinds` one letter for each (`NAME` and those beside
    it). `spelled` has the abbreviations that a run of terms may stand for, as (abbreviation, first term,
    one past the last). `years` are the years it names, and `negations` counts its negations. For a claim,
    `about` is the subject, `subject` and `measure` are the terms of these fields, `main` is the place of
    the claim's own figure in `figures`, `as_of` is the date that the claim names, and `published` that of
    its document (EDTF).
    """

    plain: str
    terms: tuple[str, ...]
    written: tuple[str, ...]
    kinds: str
    spelled: tuple[tuple[str, int, int], ...]
    figures: tuple[Figure, ...]
    years: tuple[str, ...]
    negations: int
    about: str = ""
    subject: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    main: int | None = None
    as_of: str | None = None
    published: str | None = None

    def to_json(self) -> str:
        """Return this as a JSON list, the fields in order; words are joined by spaces."""
        row = (
            *(self.plain, " ".join(self.terms), " ".join(self.written), self.kinds, self.spelled),
            *(self.figures, " ".join(self.years), self.negations, self.about),
            *(" ".join(self.subject), " ".join(self.measure), self.main, self.as_of, self.published),
        )
        return _ENCODER.encode(row)

    @classmethod
    def from_json(cls, data: str) -> "Prepared":
        """Return what `to_json` wrote. Raises ValueError, TypeError or LookupError for anything else."""
        row = json.loads(data)
        return cls(
            plain=row[0],
            terms=_split(row[1]),
            written=_split(row[2]),
            kinds=row[3],
            spelled=tuple([(short, start, end) for short, start, end in row[4]]),
            figures=tuple([_figure(*item) for item in row[5]]),
            years=_split(row[6]),
            negations=row[7],
            about=row[8],
            subject=_split(row[9]),
            measure=_split(row[10]),
            main=row[11],
            as_of=row[12],
            published=row[13],
        )


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _split(words: str) -> tuple[str, ...]:
    return tuple(str.split(words))


def _figure(
    dimension: str, low: float, high: float, unit: str, approximator: str, step: float, text: str
) -> Figure:
    return Figure(dimension, low, high, unit, Approximator(approximator), step, text)


@dataclass(slots=True)
class _Reading:
    """What has been gathered from the words of a text so far."""

    words: list[str]
    terms: list[str]
    kinds: list[str]
    years: list[str]
    figures: list[Figure]
    negations: int = 0


class _Placed(NamedTuple):
    """A quantity, and where it stands in the text that is being prepared."""

    quantity: Quantity
    start: int
    end: int


def prepare_text(text: str, quantities: Sequence[Quantity] = ()) -> Prepared:
    """Return a normalised text; `quantities` are the figures found in it, with offsets in `text`."""
    return _prepare(text, [_Placed(item, item.start, item.end) for item in quantities])


def _prepare(text: str, placed: Sequence[_Placed]) -> Prepared:
    found = words.tokens(text)
    folded = [words.fold(token.text) for token in found]
    spans = sorted([(start, end) for item, start, end in placed if item.value is not None])
    reading = _read(found, folded, spans)
    figures = [figure for item, _, _ in placed if (figure := fig.figure(item)) is not None]
    return Prepared(
        plain=" ".join(folded),
        terms=tuple(reading.terms),
        written=tuple(reading.words),
        kinds="".join(reading.kinds),
        spelled=_spelled(reading),
        figures=(*figures, *reading.figures),
        years=tuple(dict.fromkeys(reading.years)),
        negations=reading.negations,
    )


def _read(
    found: Sequence[words.Token], folded: Sequence[str], figures: Sequence[tuple[int, int]]
) -> _Reading:
    reading = _Reading([], [], [], [], [])
    headline = _is_headline(found)
    seen: set[str] = set()
    inside = iter(figures)
    figure = next(inside, None)
    for at, (token, word) in enumerate(zip(found, folded, strict=True)):
        while figure and token.start >= figure[1]:
            figure = next(inside, None)
        if word in vocabulary.NEGATIONS:
            reading.negations += _denies(word, found[at + 1 : at + 2])
            continue
        if figure and figure[0] <= token.start and _of_figure(word, folded[at + 1 : at + 2]):
            continue
        if word[0].isdigit() and _read_number(reading, found, folded, at):
            continue
        compass = token.text.isupper() and _has_capital(found[at + 1 : at + 2]) and _COMPASS.get(word)
        key = _key(compass or word, token.text)
        if key and key not in seen:
            seen.add(key)
            reading.words.append(token.text)
            reading.terms.append(key)
            reading.kinds.append(_kind(key, token.text, at == 0, headline))
    return reading


def _is_headline(found: Sequence[words.Token]) -> bool:
    first = [token.text[0] for token in found]
    return sum(map(str.isupper, first)) > _TITLE_CASE * sum(map(str.isalpha, first))


def _read_number(reading: _Reading, found: Sequence[words.Token], folded: Sequence[str], at: int) -> bool:
    """Add the word at `at` to the reading if it is a year, a day or a bare number; return whether it is."""
    word, written = folded[at], found[at].text
    if _YEAR.fullmatch(word) and not _counts_people(folded, at):
        reading.years.append(word)
        return True
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal is None and _NUMBER.fullmatch(word) is None:
        return False
    value = float(ordinal[1] if ordinal else word)
    before, after = (found[near].text if 0 <= near < len(found) else "" for near in (at - 1, at + 1))
    if value in fig.DAYS and (_is_month(before) or _is_month(after)):
        reading.figures.append(
            fig.day(value, f"{before} {written}" if _is_month(before) else f"{written} {after}")
        )
    else:
        reading.figures.append(fig.bare(value, written))
    return True


def _is_month(written: str) -> bool:
    return written[:1].isupper() and words.stem(words.fold(written)) in words.MONTHS


def _of_figure(word: str, following: Sequence[str]) -> bool:
    """Return whether a word of a figure is part of it ("5 US dollars"), not of the noun ("5 US tanks")."""
    if word == "us":
        return not following or following[0] in _DOLLARS
    return word in vocabulary.NUMERALS or word[:1].isdigit()


def _has_capital(following: Sequence[words.Token]) -> bool:
    return any(token.text[0].isupper() for token in following)


def _denies(word: str, following: Sequence[words.Token]) -> bool:
    """Return whether a negation denies: not "not only", "No. 1", or the "nor" of "neither … nor"."""
    after = following[0].text if following else ""
    numbered = word == "no" and after[:1].isdigit()
    return word != "nor" and not numbered and after.casefold() not in ("just", "only", "merely", "but")


def _counts_people(folded: Sequence[str], at: int) -> bool:
    """Return whether the number at `at` counts people and is no year: "killed 1600", "1600 dead"."""
    before, after = (folded[near] if 0 <= near < len(folded) else "" for near in (at - 1, at + 1))
    return words.stem(before) in _HARMED or (before not in vocabulary.STOP and words.stem(after) in _COUNTED)


@lru_cache(maxsize=65536)
def _key(word: str, written: str) -> str:
    """Return the term of a folded word, "" for a sign or a stop word."""
    short = names.is_abbreviation(written)
    if not word[0].isalnum() or (word in vocabulary.STOP and not short):
        return ""
    if word == "us" and not short:
        return word
    if short and written.endswith("s"):
        word = word[:-1]
    return names.COUNTRY.get(word) or names.COUNTRY.get(word.removesuffix("s")) or words.stem(word)


def _kind(key: str, written: str, first: bool, headline: bool) -> str:
    if key in words.LIGHT_STEMS:
        return LIGHT
    if key in names.COUNTRY or key in names.SEAT:
        return NAME
    if not written[:1].isupper():
        return WORD
    if headline:
        return MAYBE_NAME
    return MAYBE_NAME if first else NAME


def _spelled(reading: _Reading) -> tuple[tuple[str, int, int], ...]:
    found = []
    for start, word in enumerate(reading.words):
        if word[:1].isupper() and not names.is_abbreviation(word):
            found += [
                (names.COUNTRY.get(short.casefold(), short.casefold()), start, end)
                for short, end in names.initials(reading.words, start)
                if end - start > 1
            ]
    return tuple(found)


def prepare(
    claim: Claim, sentence: str, published: str | None = None, *, quantities: Sequence[Quantity] = ()
) -> Prepared:
    """Return a normalised claim of `sentence`.

    `quantities` are the figures of the sentence, with offsets in it; for its own figure the claim's
    `quantity` counts. `published` is the date of its document (EDTF).
    """
    offset = claim.start - claim.sentence.start
    own = _own(claim)
    others = [
        _Placed(item, item.start - offset, item.end - offset)
        for item in quantities
        if offset <= item.start and item.end <= offset + len(claim.quote)
    ]
    if own:
        others = [item for item in others if item.end <= own.start or own.end <= item.start]
    statement = _prepare(_statement(claim, sentence), [*([own] if own else []), *others])
    return statement._replace(
        about=claim.subject or "",
        subject=prepare_text(claim.subject).terms if claim.subject else (),
        measure=prepare_text(claim.measure).terms if claim.measure else (),
        main=0 if own and own.quantity.value is not None else None,
        as_of=claim.as_of if claim.as_of_from == "text" else None,
        published=published,
    )


def _own(claim: Claim) -> _Placed | None:
    """Return the claim's own figure with offsets in the quote."""
    if claim.quantity is None:
        return None
    at = max(claim.quote.find(claim.quantity.text), 0)
    return _Placed(claim.quantity, at, at + len(claim.quantity.text))


def _statement(claim: Claim, sentence: str) -> str:
    """Return the quote, followed by subject and measure if they stand elsewhere."""
    quote = claim.quote or sentence
    unsaid = [part for part in (claim.subject, claim.measure) if part and part not in quote]
    return " ".join([quote, *unsaid])
