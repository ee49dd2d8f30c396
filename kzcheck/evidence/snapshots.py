"""Packing the bodies of pages, unpacking them with a check of their hash, and reading files as pages."""

import hashlib
import mimetypes
import zlib
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from kzcheck.domain import KzcheckError, Page
from kzcheck.evidence.limits import MEGABYTE, Limits

_PACKING_LEVEL = 6


def pack(body: bytes) -> bytes:
    """Return the body of a page compressed by zlib."""
    return zlib.compress(body, _PACKING_LEVEL)


def unpack(packed: bytes, size: int, sha256: str) -> bytes:
    """Return the body that was packed, which had `size` bytes and this hash.

    Raises KzcheckError when it is not that body. No more than `size` bytes are unpacked to find that out.
    """
    unpacker = zlib.decompressobj()
    try:
        body = unpacker.decompress(packed, size + 1)
    except zlib.error as error:
        raise _damaged(sha256) from error
    if len(body) != size or body_hash(body) != sha256:
        raise _damaged(sha256)
    return body


def _damaged(sha256: str) -> KzcheckError:
    return KzcheckError(
        f"the kept copy {sha256[:12]} is not shown: it does not match its hash; "
        "fetch the page again, or take the desk from a backup"
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
    try:
        path = Path(_path_of(source)).expanduser().absolute()
        if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited for without end
            raise KzcheckError(f"{source} was not kept: it is not a regular file; save it as one")
        with path.open("rb") as file:
            body = file.read(most + 1)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: "~" and a name that no user has
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
