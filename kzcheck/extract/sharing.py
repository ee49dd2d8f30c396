"""Figures that several share: "both" and "each" give every one the figure, "respectively" one figure each."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kzcheck.domain import Quantity, Span, SubjectOrigin
from kzcheck.extract.memory import Memory
from kzcheck.extract.names import is_adjective, names_in
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.wordlists import words

_SPREADING = frozenset(("both", "each", "either"))
_KINDS = frozenset(
    words(
        """
countries states nations cities towns provinces regions republics places capitals districts counties
sides parties teams clubs companies firms banks governments leaders men women candidates players drivers
"""
    )
)
"""Nouns behind "both" for what was named before."""
_BETWEEN_PARTS = Pattern(r",?\s+and\s+|,\s+")
_JOINING = Pattern(r"\s*,?\s*(?:and|or)?\s*\Z")
_RESPECTIVELY = Pattern(r"[^.;]{0,40}\brespectively\b")
_COMMON_HEAD = Pattern(r"(?P<head>.{1,60}\s(?:in|of|from|at|for)\s)(?=[A-Z])")
_FARTHEST = 60  # characters before a clause in which "both" may stand
_AFTER = 30  # characters behind it


def is_shared(sentence: Sentence) -> bool:
    """Whether a word of the sentence gives a figure to each of several."""
    return not _SPREADING.isdisjoint(sentence.vocabulary)


def spread(sentence: Sentence, around: Span, memory: Memory) -> list[Subject]:
    """Return the places or parties that "both" near `around` spreads a figure over, if any."""
    if not any(_reaches(sentence, i, around) for i, word in enumerate(sentence.lowers) if word in _SPREADING):
        return []
    here = [name for name in names_in(sentence) if name.span.end <= around.start]
    named = _distinct([name for name in (*memory.names(), *here) if not is_adjective(name.name)])
    if len(named) < _A_PAIR:
        return []
    return [name.with_origin(SubjectOrigin.DISTRIBUTED) for name in named[-_A_PAIR:]]


_A_PAIR = 2


def _reaches(sentence: Sentence, i: int, around: Span) -> bool:
    """Whether "both" at word `i` means two named before, near the clause; not "both A and B"."""
    if (
        sentence.lowers[i] == "each"
        or not around.start - _FARTHEST <= sentence.starts[i] <= around.end + _AFTER
    ):
        return False
    following = sentence.lowers[i + 1 : i + 3]
    return following[:1] in (["of"], ["are"], ["were"], ["have"], ["had"]) or not _KINDS.isdisjoint(following)


def _distinct(names: list[Subject]) -> list[Subject]:
    kept: dict[str, Subject] = {}
    for name in names:
        kept.pop(name.name, None)
        kept[name.name] = name
    return list(kept.values())


def parts_of(subject: Subject) -> list[Subject]:
    """Return those that a subject names: "sales in A" and "sales in B" for "sales in A and B"."""
    pieces = _BETWEEN_PARTS.split(subject.name)
    if len(pieces) < _A_PAIR or not all(pieces):
        return []
    head = _COMMON_HEAD.match(pieces[0])
    names = [
        pieces[0],
        *((head["head"] + piece if head and piece[0].isupper() else piece) for piece in pieces[1:]),
    ]
    return [Subject(_bare(name), subject.span, SubjectOrigin.DISTRIBUTED) for name in names]


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s", "", name)


def shares_each(sentence: Sentence, quantity: Quantity, subject: Subject | None) -> list[Subject]:
    """Return those who have the figure each: "A and B each sent 500", "A and B sent 500 each"."""
    if subject is None or "each" not in sentence.vocabulary or subject.origin is not SubjectOrigin.EXPLICIT:
        return []
    i = sentence.lowers.index("each")
    if sentence.lowers[i + 1 : i + 2] in (["of"], ["other"]):
        return []
    before_verb = subject.span.end <= sentence.starts[i] < quantity.start
    behind = 0 <= sentence.starts[i] - quantity.end <= _AFTER
    return parts_of(subject) if before_verb or behind else []


def _named_before(sentence: Sentence, before: int, count: int, subject: Subject) -> list[Subject]:
    """Return the names in a row before the figures: "his sons, A and B, aged 12 and 9"."""
    names = [name for name in names_in(sentence) if name.span.end <= before][-count:]
    if len(names) < count:
        return []
    between = (sentence.text[left.span.end : right.span.start] for left, right in pairwise(names))
    if not all(_BETWEEN_PARTS.fullmatch(gap) for gap in between):
        return []
    first = names[0].span.start
    place = sentence.text.startswith(" in ", first - len(" in "))
    about = [f"{subject.name} in {name.name}" if place else name.name for name in names]
    spans = [name.span for name in names]
    return [Subject(name, span, SubjectOrigin.DISTRIBUTED) for name, span in zip(about, spans, strict=True)]


def respective(
    sentence: Sentence, quantities: Sequence[Quantity], subject: Subject | None
) -> dict[int, Subject]:
    """Return whose each figure is, by where it starts: "A and B won 15 and eight seats, respectively"."""
    if subject is None or "respectively" not in sentence.vocabulary:
        return {}
    run: list[Quantity] = []
    for quantity in quantities:
        between = sentence.text[run[-1].end : quantity.start] if run else ""
        run = [*run, quantity] if not run or _JOINING.fullmatch(between) else [quantity]
        if _RESPECTIVELY.match(sentence.text, quantity.end, sentence.span.end) and len(run) > 1:
            owners = parts_of(subject)
            if len(owners) != len(run):
                owners = _named_before(sentence, run[0].start, len(run), subject)
            if len(owners) == len(run):
                return {figure.start: owner for figure, owner in zip(run, owners, strict=True)}
    return {}
