"""Aligning a passage with a stretch of a page, word by word."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# Chosen on the forty pages of tests/evidence: a passage with altered words is above both thresholds, another
# sentence on the same matter is below one of them.
NEAR_LETTERS = 0.70
NEAR_WORDS = 0.58

# fmt: off
FUNCTION_WORDS = frozenset((
    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been",
    "but", "by", "can", "could", "for", "from", "had", "has", "have", "he", "her", "his", "i", "if",
    "in", "into", "is", "it", "its", "more", "most", "no", "not", "of", "on", "or", "our", "out",
    "over", "said", "she", "so", "some", "such", "than", "that", "the", "their", "them", "then",
    "there", "these", "they", "this", "to", "under", "up", "was", "we", "were", "what", "when",
    "which", "while", "who", "will", "with", "would", "you", "your",
))
# fmt: on
_FIGURE_WEIGHT, _WORD_WEIGHT, _FUNCTION_WEIGHT = 2.0, 1.0, 0.25
_WORD = re.compile(r"(?<![\w.,])[+-]?\d+(?:[.,:/-]\d+)*%?|\w+(?:['-]\w+)*|[$€£¥]")
_SENTENCE_END = re.compile(r"[.!?]\W*\s")
_END_CHOICES = 6  # how many lone words at either end are tried away


class Word(NamedTuple):
    """A word in lower case, and where it stands."""

    folded: str
    start: int
    end: int


class Difference(NamedTuple):
    """Words of the passage, and the words that the page has instead; one of the two can be empty."""

    passage: str
    page: str


class Alignment(NamedTuple):
    """Where a passage is in a stretch (code points), how alike the letters are (0 to 1), and what differs."""

    start: int
    end: int
    score: float
    differences: tuple[Difference, ...]


def words_of(text: str) -> list[Word]:
    """Return the words of `text`; a figure with its sign and percent sign is one word."""
    return [Word(found[0].lower(), *found.span()) for found in _WORD.finditer(text)]


def align(passage: str, words: Sequence[Word], stretch: str) -> Alignment | None:
    """Return where `passage`, whose `words` are given, is in `stretch`; None when it is not there.

    It is there when its letters are alike (Indel similarity) and most of its words are found in order, where
    a figure counts double and a function word a quarter. But if it has two or more figures and names and not
    one of them is found, the sentence only has the same frame and states something else.
    """
    from rapidfuzz.distance import Indel, LCSseq

    there = words_of(stretch)
    blocks = LCSseq.editops(_folds(words), _folds(there)).as_matching_blocks()
    pairs = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    if not pairs:
        return None
    pairs = _tightest(pairs, len(words))
    first, last = _with_altered_ends(pairs, len(words), there, stretch)
    found = there[first : last + 1]
    start, end = found[0].start, found[-1].end
    score = Indel.normalized_similarity(passage.lower(), stretch[start:end].lower())
    share = sum(_weight(words[a].folded) for a, _ in pairs) / sum(map(_weight, _folds(words)))
    if score < NEAR_LETTERS or share < NEAR_WORDS or _has_other_facts(passage, words, pairs):
        return None
    return Alignment(start, end, score, _differences(passage, words, stretch, found))


def _folds(words: Sequence[Word]) -> list[str]:
    return [word.folded for word in words]


def _weight(word: str) -> float:
    if any(letter.isdigit() for letter in word):
        return _FIGURE_WEIGHT
    return _FUNCTION_WEIGHT if word in FUNCTION_WORDS else _WORD_WEIGHT


def _has_other_facts(passage: str, words: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> bool:
    facts = {
        place
        for place, word in enumerate(words)
        if _weight(word.folded) == _FIGURE_WEIGHT or (place and passage[word.start].isupper())
    }
    return len(facts) >= 2 and facts.isdisjoint(place for place, _ in pairs)


def _tightest(pairs: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return the run of `pairs` that is the densest.

    The alignment pairs every equal word that it can, so a lone "the" far before the passage has to go.
    """

    def fit(run: list[tuple[int, int]]) -> float:
        return 2 * len(run) / (length + run[-1][1] - run[0][1] + 1)

    runs = [
        list(pairs[begin:end])
        for begin in range(min(_END_CHOICES, len(pairs)))
        for end in range(max(len(pairs) - _END_CHOICES, begin) + 1, len(pairs) + 1)
    ]
    return max(runs, key=fit)


def _with_altered_ends(
    pairs: Sequence[tuple[int, int]], length: int, there: Sequence[Word], stretch: str
) -> tuple[int, int]:
    """Return the first and last word of the passage on the page, including words altered at its ends."""
    first, last = pairs[0][1], pairs[-1][1]
    missing_before, missing_after = pairs[0][0], length - 1 - pairs[-1][0]
    while missing_before and first and not _parted(there[first - 1], there[first], stretch):
        first, missing_before = first - 1, missing_before - 1
    while missing_after and last + 1 < len(there) and not _parted(there[last], there[last + 1], stretch):
        last, missing_after = last + 1, missing_after - 1
    return first, last


def _parted(before: Word, after: Word, stretch: str) -> bool:
    return _SENTENCE_END.search(stretch, before.end, after.start) is not None


def _differences(
    passage: str, words: Sequence[Word], stretch: str, found: Sequence[Word]
) -> tuple[Difference, ...]:
    from rapidfuzz.distance import Levenshtein

    return tuple(
        Difference(
            _between(passage, words[code.src_start : code.src_end]),
            _between(stretch, found[code.dest_start : code.dest_end]),
        )
        for code in Levenshtein.opcodes(_folds(words), _folds(found))
        if code.tag != "equal"
    )


def _between(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
