"""A document: an article as it was read, and the zones of its text."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Zone:
    """A span of a document with one role. Zones do not overlap and stand in text order."""

    start: int
    end: int
    kind: ZoneKind


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as it was read: text that never changes, metadata, and zones.

    `text` is clean (no control characters a terminal must not see); every offset of every claim
    counts its code points. `source` is what was asked for: a path, an address, or `-`.
    """

    id: str
    text: str
    zones: tuple[Zone, ...]
    metadata: Metadata
    source: str
