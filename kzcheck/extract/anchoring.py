"""Finding a quote again in a text that has changed.

The order is that of the W3C Web Annotation model's selectors: the exact words first, then what stands before
and after them, then their position. White space and typographic signs may differ. Where all that leaves more
than one place, there is none: a person has to say which it is.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kzcheck.domain import Document, Fate, Span, ZoneKind
from kzcheck.extract.patterns import Pattern

_FOLDED = str.maketrans("‘’‚“”„‐‑‒–—−\u00a0\u202f\u2009", "'''\"\"\"------   ")
CONTEXT = 64
"""Characters before and after a quote that are compared."""
ENOUGH = 12
"""So many of them equal, on both sides together, show that a short quote is in its old surroundings."""
MARGIN = 8
"""And by so many must one place be ahead of the next to be the one."""
LONG = 4
"""Words of a quote that is told by itself, whatever stands around it."""
MOST = 200
"""Places of one quote that are looked at."""


class Anchor(NamedTuple):
    """Where a quote stands now: `span`, or else in one of `others`, or nowhere; `fate` says which."""

    span: Span | None
    fate: Fate
    others: tuple[Span, ...] = ()


def folded(text: str) -> str:
    """Return `text` with plain quotation marks, dashes and blanks, as long as before."""
    return text.translate(_FOLDED)


def anchor(old: Document, span: Span, zone: ZoneKind, new: Document) -> Anchor:
    """Find the words that `span` covers in `old` again in `new`, in a zone of the same kind."""
    before, after = folded(old.text), folded(new.text)
    words = span.of(before).split()
    here = [place for place in _places(words, before) if _zone_at(old, place.start) in (zone, None)]
    there = [place for place in _places(words, after) if _zone_at(new, place.start) in (zone, None)]
    if not there:
        return Anchor(None, Fate.GONE)
    scores = [_agreement(before, span, after, place) for place in there]
    if len(there) == 1:
        return _only(before, span, here, after, there[0], is_long=len(words) >= LONG)
    ranked = sorted(range(len(there)), key=lambda index: -scores[index])
    best, second = ranked[:2]
    if scores[best] >= ENOUGH and scores[best] - scores[second] >= MARGIN:
        return Anchor(there[best], Fate.KEPT)
    if len(here) == len(there) and span in here:
        return Anchor(there[here.index(span)], Fate.KEPT)
    return Anchor(None, Fate.AMBIGUOUS, tuple(there))


def _only(before: str, span: Span, here: Sequence[Span], after: str, place: Span, *, is_long: bool) -> Anchor:
    """Return the one place there is, unless another of several old places is rather it, or nothing tells."""
    own = _agreement(before, span, after, place)
    rivals = [_agreement(before, other, after, place) for other in here if other != span]
    if rivals and own - max(rivals) < MARGIN:
        return Anchor(None, Fate.AMBIGUOUS if own == max(rivals) else Fate.GONE, (place,))
    if own < ENOUGH and not is_long:
        return Anchor(None, Fate.GONE, (place,))
    return Anchor(place, Fate.KEPT)


def _places(words: Sequence[str], text: str) -> list[Span]:
    """Return where the words stand in a folded text as whole words and whole figures, however wrapped."""
    if not words:
        return []
    found: list[Span] = []
    for match in re.finditer(r"\s+".join(map(re.escape, words)), text):
        span = Span(*match.span())
        if _is_whole(text, span):
            found.append(span)
            if len(found) == MOST:
                break
    return found


_INSIDE_BEFORE = Pattern(r"(?:\d[.,-]|[$€£¥])\Z")
_INSIDE_AFTER = Pattern(r"[.,-]\d|[%‰]")


def _is_whole(text: str, span: Span) -> bool:
    """Whether a stretch neither begins nor ends within a word or a figure."""
    first, last = text[span.start], text[span.end - 1]
    if first.isalnum() and text[span.start - 1 : span.start].isalnum():
        return False
    if last.isalnum() and text[span.end : span.end + 1].isalnum():
        return False
    if first.isdigit() and _INSIDE_BEFORE.search(text[max(0, span.start - 2) : span.start]):
        return False
    return not (last.isdigit() and _INSIDE_AFTER.match(text, span.end))


def _zone_at(document: Document, place: int) -> ZoneKind | None:
    return next((zone.kind for zone in document.zones if zone.start <= place < zone.end), None)


def _agreement(before: str, span: Span, after: str, place: Span) -> int:
    """Return how many characters around two stretches are the same, counted outwards from both ends."""
    left = _common(_left(before, span.start), _left(after, place.start))
    return left + _common(_right(before, span.end), _right(after, place.end))


def _left(text: str, end: int) -> str:
    """Return what stands before a place, backwards, blanks made one."""
    return " ".join(text[max(0, end - 2 * CONTEXT) : end].split())[::-1][:CONTEXT]


def _right(text: str, start: int) -> str:
    return " ".join(text[start : start + 2 * CONTEXT].split())[:CONTEXT]


def _common(one: str, other: str) -> int:
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
