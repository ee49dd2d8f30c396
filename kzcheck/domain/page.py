"""A page: what came back when an address was fetched, and what the desk keeps of it."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """How an address answered, after redirects.

    `url` is what was asked for and `final_url` what answered; `status` is that of HTTP. `fetched_at` is UTC,
    ISO 8601.
    """

    url: str
    final_url: str
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    fetched_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(_Answer):
    """A page as it was fetched. `body` is decompressed."""

    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage(_Answer):
    """A page as the desk keeps it; its body is read separately, by `sha256`, the hash of the body.

    `size` is the bytes of the body. `metadata` is what the page says of itself. `text` is what could be
    read in it, empty where nothing could.
    """

    sha256: str
    size: int
    metadata: Metadata
    text: str
