"""Packing pages to be kept, unpacking them again with a check of their hash, and reading files as pages."""

import hashlib
import mimetypes
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from kzcheck.domain import KzcheckError, Page
from kzcheck.evidence.limits import MEGABYTE, Limits

_PACKING_LEVEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A packed page. `packed` is its body compressed by zlib; `sha256` and `size` are those of the body."""

    sha256: str
    size: int
    packed: bytes
    url: str
    final_url: str
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    fetched_at: str

    def page(self) -> Page:
        """Return the page with its body; raise KzcheckError when the body does not match its hash."""
        unpacker = zlib.decompressobj()
        try:
            body = unpacker.decompress(self.packed, self.size + 1)
        except zlib.error as error:
            raise self._damaged() from error
        if len(body) != self.size or body_hash(body) != self.sha256:
            raise self._damaged()
        return Page(
            url=self.url,
            final_url=self.final_url,
            status=self.status,
            content_type=self.content_type,
            headers=self.headers,
            body=body,
            fetched_at=self.fetched_at,
        )

    def _damaged(self) -> KzcheckError:
        return KzcheckError(
            f"the kept copy {self.sha256[:12]} is not shown: it does not match its hash; "
            "fetch the page again, or take the desk from a backup"
        )


def take_snapshot(page: Page) -> Snapshot:
    """Return `page` packed."""
    return Snapshot(
        sha256=body_hash(page.body),
        size=len(page.body),
        packed=zlib.compress(page.body, _PACKING_LEVEL),
        url=page.url,
        final_url=page.final_url,
        status=page.status,
        content_type=page.content_type,
        headers=page.headers,
        fetched_at=page.fetched_at,
    )


def body_hash(body: bytes) -> str:
    """Return the SHA-256 of `body` in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def page_of_file(source: str, limits: Limits | None = None) -> Page:
    """Return a file of this machine, given as a path or a `file:` address, as a page.

    It is only for what the person names on purpose; no page leads here. Raises KzcheckError when the file
    cannot be read or is too large.
    """
    most = (limits or Limits()).body_bytes
    path = Path(_path_of(source)).expanduser().absolute()
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited for without end
            raise KzcheckError(f"{source} was not kept: it is no regular file; save it as one")
        with path.open("rb") as file:
            body = file.read(most + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "the path can't be used"
        raise KzcheckError(f"{source} was not kept: {why}; check the path") from error
    if len(body) > most:
        raise KzcheckError(
            f"{source} was not kept: it is larger than {most / MEGABYTE:g} MB; keep the part that matters"
        )
    return Page(
        url=path.as_uri(),
        final_url=path.as_uri(),
        status=200,
        content_type=mimetypes.guess_type(path.name)[0] or "",
        headers=(),
        body=body,
        fetched_at=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _path_of(source: str) -> str:
    if not source.lower().startswith("file:"):
        return source
    from urllib.request import url2pathname

    address = urlsplit(source)
    if address.netloc not in ("", "localhost"):
        raise KzcheckError(f"{source} was not kept: it is on another machine; copy the file here first")
    return url2pathname(address.path)
