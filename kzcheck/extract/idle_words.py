"""Quotations that tell nothing to look up: cries, commands, feelings, what you do."""

from kzcheck.extract.function_words import PRONOUNS
from kzcheck.extract.lexicon import BASES, NOUNS_FIRST, PAST

_FEWEST_PLAIN = 5  # words of a quotation that begins with a pronoun
_FEWEST_LOOSE = 9  # words of one that also foretells or judges
_FEWEST_JUDGING = 8  # words of one that begins with "it’s" or "that’s"
_FEWEST_GENERAL = 12  # words of one that tells what you do, or what is so if
_IT, _IS = ("it", "that"), ("’s", "'s")
_SPEAKERS = frozenset(("I", "We", "I’m", "I'm", "We’re", "We're"))
_FEELINGS = frozenset(
    (
        *("proud", "happy", "glad", "pleased", "delighted", "thrilled", "excited", "grateful", "sorry"),
        *("honored", "honoured", "lucky", "hopeful", "disappointed", "devastated", "sad", "thankful"),
    )
)
"""What people are in quotations that tell how they feel, and nothing to look up."""
_LOOSE = frozenset(("will", "would", "could", "should", "can", "may", "might", "really", "very"))
_ME = frozenset(("I", "I’", "I'"))


def is_idle(content: str) -> bool:
    """Whether a quotation tells nothing of anybody: "That’s not true", "Come on!", "It will be exciting"."""
    told = content.strip('“"').split()
    if told and told[0] in _SPEAKERS and not _FEELINGS.isdisjoint(told):
        return not any(map(str.isdigit, content))
    return _sounds_idle(content, told) and not (
        any(word[0].isupper() and word[:2] not in _ME for word in told[1:])
        or any(word[0].isdigit() for word in told)
    )


def _sounds_idle(content: str, told: list[str]) -> bool:
    """Whether a quotation of the words `told` cries out, bids, or only begins with a pronoun."""
    if content.rstrip('”"').endswith("!"):
        return True
    first = told[0].lower().replace("'", "’").partition("’")[0].strip(",")
    if (first in BASES and first not in NOUNS_FIRST) or (first in PRONOUNS and len(told) < _FEWEST_PLAIN):
        return True
    if first in _IT and told[0].lower()[-2:] in _IS and len(told) < _FEWEST_JUDGING:
        return True
    if told[0].lower() in ("you", "if") and len(told) < _FEWEST_GENERAL:
        return not any(word.endswith("ed") or word.strip(",") in PAST for word in told)
    if first not in PRONOUNS or len(told) >= _FEWEST_LOOSE:
        return False
    return not _LOOSE.isdisjoint(word.lower() for word in told)
