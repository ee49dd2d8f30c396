"""Decompressing the body of an answer as it arrives, up to a limit."""

import zlib
from collections.abc import Iterable, Iterator

from kzcheck.evidence.limits import BY_BROWSER, LATER_OR_BY_BROWSER, MEGABYTE, FetchError, Watch

ACCEPT_ENCODING = "gzip, deflate"
_PIECE = 1 << 16
_GZIP_WINDOW = zlib.MAX_WBITS | 16
_RAW_WINDOW = -zlib.MAX_WBITS


def decode_body(chunks: Iterable[bytes], content_encoding: str, watch: Watch) -> bytes:
    """Return the decompressed body of an answer that arrives in `chunks`.

    Only gzip or deflate is decompressed, once, since nothing else was asked for. Raises FetchError when the
    chunks or the body exceed the limits of `watch`, and when the body cannot be decompressed.
    """
    names = [
        name for name in content_encoding.lower().replace(" ", "").split(",") if name not in ("", "identity")
    ]
    wire = _counted(chunks, watch)
    if not names:
        return _joined(wire, watch)
    if len(names) > 1 or names[0] not in ("gzip", "x-gzip", "deflate"):
        raise watch.refused(
            f"it came packed as {content_encoding[:40]!r}, which was not asked for", BY_BROWSER
        )
    try:
        return _joined(_gunzip(wire) if names[0].endswith("gzip") else _inflate(wire), watch)
    except (zlib.error, EOFError) as error:
        raise watch.unreachable(
            f"it says that it is packed as {names[0]} and can't be unpacked ({error})", LATER_OR_BY_BROWSER
        ) from error


def _counted(chunks: Iterable[bytes], watch: Watch) -> Iterator[bytes]:
    arrived = 0
    for chunk in chunks:
        watch.check()
        arrived += len(chunk)
        if arrived > watch.limits.wire_bytes:
            raise _too_large(watch, watch.limits.wire_bytes, "")
        yield chunk


def _joined(pieces: Iterable[bytes], watch: Watch) -> bytes:
    body = bytearray()
    for piece in pieces:
        watch.check()
        body += piece
        if len(body) > watch.limits.body_bytes:
            raise _too_large(watch, watch.limits.body_bytes, " when unpacked")
    return bytes(body)


def _too_large(watch: Watch, limit: int, how: str) -> FetchError:
    return watch.refused(
        f"it is larger than {limit / MEGABYTE:g} MB{how}", "save the part that matters and add the file"
    )


def _gunzip(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress gzip members one after the other; what follows the last one is left out."""
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    begun = False
    for chunk in chunks:
        waiting = chunk
        while waiting:
            if unpacker.eof:
                if not waiting.startswith(b"\x1f\x8b"):
                    return
                unpacker = zlib.decompressobj(_GZIP_WINDOW)
            begun = True
            yield unpacker.decompress(waiting, _PIECE)
            waiting = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    yield from _rest(unpacker, begun)


def _inflate(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress deflate, with the zlib header of RFC 9110 or, as many servers send it, without."""
    unpacker = None
    for chunk in chunks:
        waiting = chunk
        while waiting:
            if unpacker is None:
                unpacker = zlib.decompressobj(zlib.MAX_WBITS if waiting[0] & 0x0F == 8 else _RAW_WINDOW)
            if unpacker.eof:
                return
            yield unpacker.decompress(waiting, _PIECE)
            waiting = unpacker.unconsumed_tail
    if unpacker is not None:
        yield from _rest(unpacker, begun=True)


def _rest(unpacker: "zlib._Decompress", begun: bool) -> Iterator[bytes]:
    while begun and not unpacker.eof:
        piece = unpacker.decompress(unpacker.unconsumed_tail, _PIECE)
        if not piece:
            raise EOFError("it ends too early")
        yield piece
