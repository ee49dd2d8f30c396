"""What is known about a document beside its text."""

from dataclasses import dataclass

WORDS_OF_NAME = 8
LONGEST_NAME = 60
LONGEST_BEGINNING = 10 * LONGEST_NAME
"""Characters of a text that its first words are looked for in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known about a document beside its text; None where the document does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    """The date of publication, EDTF (`2022-01-07`, `2022-01`, `2022`)."""
    published_from: str | None = None
    """Where the date was found: `json-ld`, `meta`, `byline`, `dateline`, `url`, `option`."""
    url: str | None = None


def named(title: str | None, text: str) -> str:
    """Return the title of a document, or the first words of one without a title."""
    if title:
        return title
    words = text[:LONGEST_BEGINNING].split()
    name = " ".join(words[:WORDS_OF_NAME])
    if len(name) > LONGEST_NAME:
        return name[: LONGEST_NAME - 1] + "…"
    return f"{name}…" if len(words) > WORDS_OF_NAME else name
