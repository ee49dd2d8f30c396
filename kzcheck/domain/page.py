"""A page: what came back when an address was fetched."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The answer to one fetch, after redirects. `fetched_at` is UTC, ISO 8601; `body` is decompressed."""

    url: str
    final_url: str
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched_at: str
