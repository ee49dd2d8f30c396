"""What stands behind a number: one look at it decides which readers are tried at all."""

from kzcheck.extract.patterns import Pattern

DIGITS = frozenset("0123456789")
_NEXT = Pattern(r"[\s-]{0,4}+([a-z]++|[^a-z])?")


def behind(low: str, end: int) -> str:
    """Return the letters, or else the one sign, that follow `end` of a lowered text over spaces and hyphens.

    Empty at the end of the text. What may follow a number for a reader to have a part in it is a set of such
    words and signs, so that most readers are passed over without being called.
    """
    found = _NEXT.match(low, end)
    return (found and found[1]) or ""
