"""Normalising text so that passages can be compared, and finding the way back to the original text."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cached_property

from kzcheck.domain import Span

BLOCK = 1 << 16  # characters brought into shape at once, below a millisecond

_SAME_LENGTH = {
    "'": "\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc\uff07",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d",
}
_NOT_SEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[{_NOT_SEEN}]+")
_LONGER = {
    "\u2026": "...", "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
}  # fmt: skip
_LETTER_AND_MARKS = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
_BROKEN_WORD = re.compile(r"-(?<=[a-z]-)[^\S\n]*\n\s*(?=[a-z])")
_NOTE_MARK = re.compile(r"\[\d{1,3}\]")  # of an encyclopaedia: "the mill[12] burned"
_BLANK = re.compile(r"[^\S ]\s*| \s+")
_Step = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]
# In this order: invisible characters go first, so that they part no word and no run of blanks.
_RARE_STEPS: tuple[_Step, ...] = (
    (_UNSEEN, lambda _: ""),
    (re.compile("[" + "".join(_LONGER) + "]"), lambda found: _LONGER[found[0]]),
    (_LETTER_AND_MARKS, lambda found: unicodedata.normalize("NFC", found[0])),
)
_STEPS: tuple[_Step, ...] = (
    (_NOTE_MARK, lambda _: ""),
    (_BROKEN_WORD, lambda _: ""),
    (_BLANK, lambda _: " "),
)
# Where a page may be cut into blocks, so that no step would look across the cut: not within blanks, a broken
# word, a note's mark, or a letter and its marks.
_EDGE = rf"\s{_SAME_LENGTH['-']}{_NOT_SEEN}-"
_CUT = re.compile(rf"(?<=[^{_EDGE}])(?=\s)|(?<=[^\d\[{_EDGE}])(?=\w)")


def normalise(text: str) -> str:
    """Return `text` with plain quotes and dashes, single blanks and unbroken words, without note marks."""
    text = _same_length(text)
    for pattern, replace in _steps(text):
        text = pattern.sub(replace, text)
    return text


def _same_length(text: str) -> str:
    if not text.isascii():
        for plain, others in _SAME_LENGTH.items():
            for other in others:
                text = text.replace(other, plain)
    return text.replace("`", "'")


def _steps(text: str) -> tuple[_Step, ...]:
    return _STEPS if text.isascii() else _RARE_STEPS + _STEPS


def _normalise_mapped(text: str) -> tuple[str, list[int], list[int]]:
    """Return `normalise(text)`, and for each of its characters where its original starts and ends."""
    text = _same_length(text)
    starts, ends = list(range(len(text))), list(range(1, len(text) + 1))
    for pattern, replace in _steps(text):
        parts: list[str] = []
        new_starts: list[int] = []
        new_ends: list[int] = []
        kept = 0
        for found in pattern.finditer(text):
            start, end = found.span()
            new = replace(found)
            parts += (text[kept:start], new)
            new_starts += starts[kept:start] + [starts[start]] * len(new)
            new_ends += ends[kept:start] + [ends[end - 1]] * len(new)
            kept = end
        text = "".join((*parts, text[kept:]))
        starts, ends = new_starts + starts[kept:], new_ends + ends[kept:]
    return text, starts, ends


class NormalText:
    """The normalised text of a page; `span` leads back to the page.

    The text is kept in blocks, cut where cutting changes nothing, so that no step delays other threads
    however long the page is. Original offsets are worked out only for blocks in which something was found.
    """

    def __init__(self, page: str, block: int = BLOCK) -> None:
        self._page = page
        self._step = block
        self._page_starts: list[int] = []
        self._starts: list[int] = []
        self._blocks: list[str] = []
        self.length = 0
        done = 0
        while done < len(page):
            end = _block_end(page, done + block)
            self._page_starts.append(done)
            self._starts.append(self.length)
            self._blocks.append(normalise(page[done:end]))
            self.length += len(self._blocks[-1])
            done = end
        self._page_starts.append(len(page))

    @cached_property
    def _folded(self) -> list[str]:
        """The blocks in lower case, of the same lengths."""
        return [_fold(block) for block in self._blocks]

    def stretch(self, start: int, end: int, *, folded: bool = False) -> str:
        """Return the text from `start` to `end`, in lower case when `folded`."""
        blocks = self._folded if folded else self._blocks
        parts: list[str] = []
        number = max(bisect_right(self._starts, start) - 1, 0)
        while number < len(blocks) and self._starts[number] < end:
            base = self._starts[number]
            parts.append(blocks[number][max(start - base, 0) : end - base])
            number += 1
        return "".join(parts)

    def places(
        self, wanted: str, start: int = 0, end: int | None = None, *, folded: bool = False
    ) -> Iterator[int]:
        """Yield the offsets of `wanted`, which must not be empty, between `start` and `end`."""
        end = self.length if end is None else min(end, self.length)
        for base in range(start, end, self._step):
            window = self.stretch(base, min(base + self._step + len(wanted) - 1, end), folded=folded)
            place = window.find(wanted)
            while place >= 0:
                yield base + place
                place = window.find(wanted, place + 1)

    def frequency(self, folded_word: str) -> int:
        """Return how often a word in lower case is in the text; one cut by a block's edge is missed."""
        return sum(block.count(folded_word) for block in self._folded)

    def span(self, start: int, end: int) -> Span:
        """Return where the text from `start` to `end`, which must not be empty, is in the page."""
        return Span(self._origin(start)[0], self._origin(end - 1)[1])

    def _origin(self, place: int) -> tuple[int, int]:
        block = bisect_right(self._starts, place) - 1
        base, end = self._page_starts[block : block + 2]
        _, starts, ends = _normalise_mapped(self._page[base:end])
        within = place - self._starts[block]
        return base + starts[within], base + ends[within]


def _block_end(page: str, earliest: int) -> int:
    cut = _CUT.search(page, earliest)
    return cut.start() if cut else len(page)


def _fold(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
