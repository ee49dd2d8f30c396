"""The use case of `kzcheck export`: the verdicts of a desk are written to a stream or a file."""

import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from kzcheck.domain import KzcheckError
from kzcheck.exchange import FORMATS, Format, VerdictRow, sidecar_name
from kzcheck.store import Store, claims

ROWS_A_GLANCE = 100
"""After how many rows the progress is reported and a cancellation noticed."""


def verdict_rows(store: Store) -> Iterator[VerdictRow]:
    """Yield every claim that has a verdict or a citation."""
    for decided in claims.decided(store):
        status = decided.status
        second = next((each for each in decided.seconds if each.reviewer != status.reviewer), None)
        yield VerdictRow(
            claim=decided.claim,
            sentence=decided.sentence,
            document=decided.metadata,
            verdict=status.status.verdict,
            reviewer=status.reviewer,
            decided_at=status.decided_at,
            rationale=status.rationale,
            second_reviewer=second.reviewer if second else None,
            second_verdict=second.status.verdict if second else None,
            inherited_from=status.inherited_from,
            stale=status.stale,
            override_reason=status.override_reason,
            active_seconds=status.active_seconds,
            citations=decided.citations,
        )


def export(store: Store, format_name: str, stream: TextIO) -> None:
    """Write the verdicts to `stream`, which must not translate line ends.

    Raises KzcheckError when there is no format of this name.
    """
    _format(format_name).write(verdict_rows(store), stream)


@dataclass(frozen=True, slots=True)
class ExportWatcher:
    """Callbacks of an export: `progress` is told how many rows are done, `cancelled` may end it.

    A cancelled export leaves no file behind.
    """

    progress: Callable[[int], object]
    cancelled: Callable[[], bool]

    def over(self, rows: Iterator[VerdictRow]) -> Iterator[VerdictRow]:
        """Yield `rows` and report on them; raise KzcheckError when the export is cancelled."""
        for done, row in enumerate(rows):
            if done % ROWS_A_GLANCE == 0:
                if self.cancelled():
                    raise KzcheckError("nothing was written: the export was ended; start it again")
                self.progress(done)
            yield row


def export_file(
    store: Store, format_name: str, path: Path, watcher: ExportWatcher | None = None
) -> list[Path]:
    """Write the verdicts to a file, and a sidecar if the format has one; return the paths that were written.

    An existing file is replaced only when the new one is complete. Raises KzcheckError when it cannot be
    written, and when there is no format of this name.
    """
    format_ = _format(format_name)
    sidecar = format_.sidecar
    rows = verdict_rows(store) if watcher is None else watcher.over(verdict_rows(store))
    _write_whole(path, lambda stream: format_.write(rows, stream))
    if sidecar is None:
        return [path]
    beside = path.with_name(sidecar_name(path.name))
    text = sidecar(path.name)
    _write_whole(beside, lambda stream: stream.write(text))
    return [path, beside]


def _format(name: str) -> Format:
    if name not in FORMATS:
        raise KzcheckError(f"{name!r} is not an export format; choose one of {', '.join(FORMATS)}")
    return FORMATS[name]


def _write_whole(path: Path, write: Callable[[TextIO], object]) -> None:
    if path.exists() and not path.is_file():
        raise KzcheckError(
            f"{path} was not written: it is not an ordinary file, and would be replaced; "
            "name another, or leave -o out to write to standard output"
        )
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        try:
            with made.open("x", encoding="utf-8", newline="") as stream:
                write(stream)
                stream.flush()
                os.fsync(stream.fileno())
            made.replace(path)
        finally:
            made.unlink(missing_ok=True)
    except OSError as error:
        raise KzcheckError(f"{path} was not written: {error.strerror}; choose another place") from error
