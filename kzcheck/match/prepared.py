"""A claim or a text, normalised once: what `compare` and the index work on."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kzcheck.domain import Approximator, Claim, Quantity
from kzcheck.match import figures as fig
from kzcheck.match import names, vocabulary, words
from kzcheck.match.figures import Figure

EDITION = 2
"""Of this reading: one more whenever `prepare` comes to read claims in another way, so that a rebuild of the
matches reads those that were kept before anew."""

NAME, MAYBE_NAME, WORD, LIGHT = "n", "c", "w", "l"
"""Kinds of terms: surely a name; a capital in a headline, where every word has one; a word; a faint one."""

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_NUMBER = re.compile(r"\d{1,15}(?:\.\d{1,15})?")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_HARMED = frozenset(map(words.stem, vocabulary.HARMED))
_COUNTED = _HARMED | frozenset(map(words.stem, vocabulary.PEOPLE))
_TITLE_CASE = 0.6
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement normalised once.

    `plain` is its folded text. `terms` are the stems of its words in order, each once, without stop words,
    `written` the words as they stood, and `kinds` a letter for each (see `NAME` and its neighbours).
    `spelled` names the abbreviations that a run of terms may have: (abbreviation, first term, one past the
    last). `years` are those named in it. `negations` counts its denials. For a claim, `about` is its
    subject, `subject` and `measure` are the terms of those fields, `main` is the place of the claim's own
    figure in `figures`, `as_of` the date it names and `published` the date of its document, both EDTF.
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
        """Return this as one JSON list, the fields in order."""
        # By hand: `dataclasses.astuple` copies each value deeply, which took most of reading a claim.
        row = (
            *(self.plain, self.terms, self.written, self.kinds, self.spelled),
            [(f.dimension, f.low, f.high, f.unit, f.approximator, f.step, f.text) for f in self.figures],
            *(self.years, self.negations, self.about, self.subject, self.measure, self.main),
            *(self.as_of, self.published),
        )
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, data: str) -> "Prepared":
        """Read what `to_json` wrote. Raises ValueError or TypeError for anything else."""
        row = json.loads(data)
        return cls(
            plain=row[0],
            terms=tuple(row[1]),
            written=tuple(row[2]),
            kinds=row[3],
            spelled=tuple((short, start, end) for short, start, end in row[4]),
            figures=tuple(_figure(*item) for item in row[5]),
            years=tuple(row[6]),
            negations=row[7],
            about=row[8],
            subject=tuple(row[9]),
            measure=tuple(row[10]),
            main=row[11],
            as_of=row[12],
            published=row[13],
        )


def _figure(
    dimension: str, low: float, high: float, unit: str, approximator: str, step: float, text: str
) -> Figure:
    return Figure(dimension, low, high, unit, Approximator(approximator), step, text)


@dataclass(slots=True)
class _Reading:
    """What is gathered from the words of one text."""

    words: list[str]
    terms: list[str]
    kinds: list[str]
    years: list[str]
    figures: list[Figure]
    negations: int = 0


def prepare_text(text: str, quantities: Sequence[Quantity] = ()) -> Prepared:
    """Normalise a text; `quantities` are the figures found in it, by their offsets in `text`."""
    found = words.tokens(text)
    spans = sorted((q.start, q.end) for q in quantities if q.value is not None)
    reading = _read(found, spans)
    figures = [item for q in quantities if (item := fig.figure(q)) is not None] + reading.figures
    return Prepared(
        plain=" ".join(words.fold(token.text) for token in found),
        terms=tuple(reading.terms),
        written=tuple(reading.words),
        kinds="".join(reading.kinds),
        spelled=_spelled(reading),
        figures=tuple(figures),
        years=tuple(dict.fromkeys(reading.years)),
        negations=reading.negations,
    )


def _read(found: Sequence[words.Token], figures: Sequence[tuple[int, int]]) -> _Reading:
    reading = _Reading([], [], [], [], [])
    capitals = sum(token.text[:1].isupper() for token in found)
    headline = capitals > _TITLE_CASE * sum(token.text[:1].isalpha() for token in found)
    seen: set[str] = set()
    inside = iter(figures)
    figure = next(inside, None)
    for at, token in enumerate(found):
        while figure and token.start >= figure[1]:
            figure = next(inside, None)
        word = words.fold(token.text)
        if word in vocabulary.NEGATIONS:
            reading.negations += _denies(word, found[at + 1 : at + 2])
            continue
        if figure and figure[0] <= token.start and (word in vocabulary.NUMERALS or word[:1].isdigit()):
            continue
        if _YEAR.fullmatch(word) and not _counts_people(found, at):
            reading.years.append(word)
            continue
        ordinal = _ORDINAL.fullmatch(word)
        if ordinal or _NUMBER.fullmatch(word):
            reading.figures.append(fig.bare(float(ordinal[1] if ordinal else word), token.text))
            continue
        following = found[at + 1].text if at + 1 < len(found) else ""
        if word in _COMPASS and token.text.isupper() and following[:1].isupper():
            word = _COMPASS[word]
        if not word[0].isalnum() or (word in vocabulary.STOP and not names.is_abbreviation(token.text)):
            continue
        key = _key(word, token.text)
        if key not in seen:
            seen.add(key)
            reading.words.append(token.text)
            reading.terms.append(key)
            reading.kinds.append(_kind(key, token.text, at == 0, headline))
    return reading


def _denies(word: str, following: Sequence[words.Token]) -> bool:
    """Whether a negation denies: not "not only", "No. 1", nor the second half of "neither … nor"."""
    after = following[0].text if following else ""
    numbered = word == "no" and after[:1].isdigit()
    return word != "nor" and not numbered and after.casefold() not in ("just", "only", "merely", "but")


def _counts_people(found: Sequence[words.Token], at: int) -> bool:
    """Whether the number at `at` counts people and names no year: "killed 1600", "1600 dead"."""
    before, after = (
        words.fold(found[near].text) if 0 <= near < len(found) else "" for near in (at - 1, at + 1)
    )
    return words.stem(before) in _HARMED or (before not in vocabulary.STOP and words.stem(after) in _COUNTED)


def _key(word: str, written: str) -> str:
    short = names.is_abbreviation(written)
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
    """Normalise a claim that stands in `sentence`.

    `quantities` are the figures of the sentence, by their offsets in it; the claim's own is the claim's to
    say. `published` is the date of its document, EDTF.
    """
    offset = claim.start - claim.sentence.start
    own = _own(claim)
    others = [
        replace(item, start=item.start - offset, end=item.end - offset)
        for item in quantities
        if offset <= item.start and item.end <= offset + len(claim.quote)
    ]
    if own:
        others = [item for item in others if item.end <= own.start or own.end <= item.start]
    statement = prepare_text(_statement(claim, sentence), [*([own] if own else []), *others])
    return replace(
        statement,
        about=claim.subject or "",
        subject=prepare_text(claim.subject or "").terms,
        measure=prepare_text(claim.measure or "").terms,
        main=0 if own and own.value is not None else None,
        as_of=claim.as_of if claim.as_of_from == "text" else None,
        published=published,
    )


def _own(claim: Claim) -> Quantity | None:
    """Return the claim's figure by its offsets in the quote."""
    if claim.quantity is None:
        return None
    at = max(claim.quote.find(claim.quantity.text), 0)
    return replace(claim.quantity, start=at, end=at + len(claim.quantity.text))


def _statement(claim: Claim, sentence: str) -> str:
    """Return the quote, and what it leaves unsaid: a subject and a measure that stand elsewhere."""
    quote = claim.quote or sentence
    unsaid = [part for part in (claim.subject, claim.measure) if part and part not in quote]
    return " ".join([quote, *unsaid])
