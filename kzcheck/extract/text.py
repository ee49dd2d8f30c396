"""Lowering a text without moving its offsets, and sets of words written as running text."""


def lowered(text: str) -> str:
    """Return `text` in lower case, character for character: offsets into one are offsets into the other."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := character.lower()) == 1 else character for character in text)


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text that are set apart by spaces."""
    return frozenset(words.split())
