"""A document: an article as it was read, and the zones of its text."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata
from kzcheck.domain.span import ZoneKind


@dataclass(frozen=True, slots=True)
class Zone:
    """A span of a document with one role. Zones do not overlap and stand in text order."""

    start: int
    end: int
    kind: ZoneKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as it was read: text that never changes, metadata, and zones.

    `text` is clean, that is, without control characters that could steer a terminal. Every offset of every
    claim counts its code points. `source` is what the reader named: a path, an address, or `-`.
    """

    id: str
    text: str
    zones: tuple[Zone, ...]
    metadata: Metadata
    source: str
