"""A stretch of a document's text, and the role that a stretch can have."""

from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of a document's text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]


class ZoneKind(StrEnum):
    """The role of a stretch of a document; only `BODY` holds the article's own claims."""

    BODY = "body"
    HEADLINE = "headline"
    BYLINE = "byline"
    BIO = "bio"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"
