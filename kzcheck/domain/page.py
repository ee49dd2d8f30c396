"""A page: what came back when an address was fetched, and what the desk keeps of it."""

from dataclasses import dataclass

from kzcheck.domain.metadata import Metadata


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The answer to one fetch, after redirects.

    `url` is what was asked for and `final_url` what answered; `status` is that of HTTP. `body` is
    decompressed. `fetched_at` is UTC, ISO 8601.
    """

    url: str
    final_url: str
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPage:
    """A page as the desk keeps it; its body is read apart, by `sha256`, the hash of the body.

    `size` is the bytes of the body. `metadata` is what the page says of itself. `text` is what could be
    read in it, empty where nothing could. `fetched_at` is UTC, ISO 8601.
    """

    sha256: str
    size: int
    url: str
    final_url: str
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    fetched_at: str
    metadata: Metadata
    text: str
