"""Recognising the same story on two pages by its wording."""

import re
from itertools import islice

SHINGLE_WORDS = 5
SAME_SHARE = 0.6
LEAST_SHINGLES = 30
MOST_WORDS = 20_000
_WORD = re.compile(r"\w+")


def mostly_the_same(a: str, b: str) -> bool:
    """Return whether most of the shorter text is in the longer one, word for word.

    It is counted in runs of five words (Broder, 1997: containment of shingles), so that another headline or
    menu makes little difference, and a shared quotation is not enough. Texts with fewer than 30 such runs are
    too short to tell and count as different; of long texts the first 20,000 words are compared.
    """
    shorter, longer = sorted((_shingles(a), _shingles(b)), key=len)
    return len(shorter) >= LEAST_SHINGLES and len(shorter & longer) >= SAME_SHARE * len(shorter)


def _shingles(text: str) -> set[int]:
    words = [found[0].casefold() for found in islice(_WORD.finditer(text), MOST_WORDS)]
    return {
        hash(tuple(words[start : start + SHINGLE_WORDS])) for start in range(len(words) - SHINGLE_WORDS + 1)
    }
