"""Which words of a text are no names although they open a sentence with a capital."""

from collections.abc import Set

from kzcheck.extract.patterns import Pattern
from kzcheck.extract.wordlists import words

_INSIDE = Pattern(r"[A-Z](?<=[a-z,] [A-Z])[a-z’'-]+")
_OPENERS = frozenset(
    words(
        """
people others officials authorities police residents protesters researchers scientists analysts
experts critics supporters investigators prosecutors lawyers doctors workers farmers students teachers
parents voters lawmakers ministers leaders soldiers troops rebels forces witnesses families children
women men companies shares stocks prices sales exports imports profits revenue earnings turnout
rents wages salaries costs fees rates tariffs taxes duties bonds crops harvests deaths births arrests
average median typical infections fires floods homes houses schools hospitals roads ships trains buses cars
temperatures donors patients passengers tourists visitors customers consumers investors economists
historians health production output growth inflation unemployment spending demand supply construction
work talks results figures data estimates historically previously separately nationwide overall
globally elsewhere meanwhile additionally similarly locally initially originally traditionally
typically normally usually generally roughly
"""
    )
)
"""Words that open sentences far more often than names."""


def common_words(text: str) -> Set[str]:
    """Return the words that stand small in `text` or mostly open sentences, and are no name inside one."""
    common = set(_OPENERS)
    common.update(text.split())
    common.difference_update(map(str.lower, _INSIDE.findall(text)))
    return common
