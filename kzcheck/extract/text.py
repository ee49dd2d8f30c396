"""A text as the readers of figures and dates take it: lowered in place, with the words beside a place."""

from kzcheck.extract.patterns import Pattern

_AFTER = Pattern(r"[\s-]{0,4}+([a-z]*+)")
_LONGEST_WORD = 28


class Source:
    """A text, its lowered twin, where the last figure in it ended, and where one or a date may begin.

    Offsets into the one are offsets into the other. The words beside a place are what most readers look
    at first, each to see that it isn't meant; so they are kept until another place is asked for.
    """

    __slots__ = ("_after", "_after_at", "_before", "_before_at", "floor", "low", "openers", "runs", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.low = lowered(text)
        self.floor = 0
        self.openers: list[tuple[int, int]] | None = None
        self.runs: list[tuple[int, int]] | None = None
        self._before = self._after = ""
        self._before_at = self._after_at = -1

    def before(self, start: int) -> str:
        """Return the lowered word that ends just before `start`, behind a space; empty when there is none."""
        if start != self._before_at:
            self._before_at = start
            self._before = word_before(self.low, start)
        return self._before

    def after(self, end: int) -> str:
        """Return the letters, lowered, that follow `end` over spaces and hyphens; empty before any sign."""
        if end != self._after_at:
            self._after_at = end
            found = _AFTER.match(self.low, end)
            self._after = found[1] if found else ""
        return self._after


def word_before(text: str, start: int) -> str:
    """Return the word that ends just before `start`, behind a space; empty when there is none."""
    if not text[start - 1 : start].isspace():
        return ""
    words = text[start - _LONGEST_WORD if start > _LONGEST_WORD else 0 : start].rsplit(None, 1)
    return words[-1] if words else ""


def lowered(text: str) -> str:
    """Return `text` in lower case, character for character: offsets into one are offsets into the other."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := character.lower()) == 1 else character for character in text)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that are set apart by spaces."""
    return frozenset(words.split())
