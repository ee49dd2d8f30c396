"""Lists of words that are written as running text."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, which only white space parts."""
    return tuple(text.split())
