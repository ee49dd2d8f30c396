"""Whether two pages carry the same story."""

import re
from itertools import islice

SHINGLE_WORDS = 5
SAME_SHARE = 0.6
LEAST_SHINGLES = 30
MOST_WORDS = 20_000
_WORD = re.compile(r"\w+")


def mostly_the_same(a: str, b: str) -> bool:
    """Return whether most of the shorter text stands in the longer one, word for word.

    Counted in runs of five words (Broder, 1997: containment of shingles), so that a rewritten headline
    and another page's menu change little, and a shared quotation joins nothing. Texts of fewer than 30
    such runs are too short to tell and count as two; of long texts the first 20,000 words are compared.
    """
    shorter, longer = sorted((_shingles(a), _shingles(b)), key=len)
    return len(shorter) >= LEAST_SHINGLES and len(shorter & longer) >= SAME_SHARE * len(shorter)


def _shingles(text: str) -> set[int]:
    words = [found[0].casefold() for found in islice(_WORD.finditer(text), MOST_WORDS)]
    return {
        hash(tuple(words[start : start + SHINGLE_WORDS])) for start in range(len(words) - SHINGLE_WORDS + 1)
    }
