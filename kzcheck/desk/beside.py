"""A process that adds or exports for the review screen, so that the screen never waits for it.

It is run as `python -m kzcheck.desk.beside`. The first line of standard input is the order, in JSON: `db`,
`reviewer`, `is_blind`, and either `add` (sources) with `allow_private`, or `export` (a format) with `path`.
`text` is what the source `-` stands for, `given` the metadata that a reviewer wrote about it.
When standard input is closed after that, the work ends after its present step. Standard output gets one line
of JSON for each step (`done`, `total`, `words`), and a last one with the result (`lines`, `problems`).
"""

import json
import os
import re
import signal
import sys
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import Any

from kzcheck.desk.exporting import ExportWatcher
from kzcheck.desk.facade import Desk
from kzcheck.domain import AddedDocument, AddProgress, KzcheckError, Metadata, named

NICE = 10
"""How much lower the priority of this process is than that of the screen, so that keys are answered first."""

Result = tuple[list[str], list[str]]
"""A line for each thing that was done, and a line for each that could not be done."""


def main() -> None:
    """Read the order, do the work, and write the result."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if hasattr(os, "nice"):
        os.nice(NICE)
    order = json.loads(sys.stdin.readline())
    ended = Event()
    Thread(target=_wait_for_end, args=(ended,), daemon=True).start()
    try:
        lines, problems = do(order, ended)
    except KzcheckError as error:
        lines, problems = [], [str(error)]
    tell(lines=lines, problems=problems)


def do(order: dict[str, Any], ended: Event) -> Result:
    """Add or export as ordered, until `ended` is set."""
    kind = Desk
    if order["is_blind"]:
        from kzcheck.desk.blind import BlindDesk

        kind = BlindDesk
    with kind.open(order["db"], reviewer=order["reviewer"], create=False) as desk:
        return _add(desk, order, ended) if "add" in order else _export(desk, order, ended)


def _add(desk: Desk, order: dict[str, Any], ended: Event) -> Result:
    report = desk.add(
        order["add"],
        given=Metadata(**order.get("given", {})),
        stdin=BytesIO(order.get("text", "").encode("utf-8", "replace")),
        allow_private=order.get("allow_private", False),
        progress=tell_added,
        cancelled=ended.is_set,
    )
    added = [said(desk, document) for document in report.documents]
    return added, [named_source(error.error) for error in report.errors]


def _export(desk: Desk, order: dict[str, Any], ended: Event) -> Result:
    total = desk.tally().done

    def tell_written(done: int) -> None:
        tell(done=done, total=max(done, total), words=order["path"])

    watcher = ExportWatcher(tell_written, ended.is_set)
    written = desk.export_file(order["export"], Path(order["path"]), watcher)
    return [f"written: {path}" for path in written], []


def said(desk: Desk, document: AddedDocument) -> str:
    """Return the result of adding one document, in one line."""
    name = document.title or named(None, desk.document(document.id).text)
    words = f"{name}: {document.status}, {document.claims:,} claim{'' if document.claims == 1 else 's'}"
    if document.carried is not None and document.carried.orphaned:
        words += f", {document.carried.orphaned} decided ones without a place"
    return f"{words} ({document.note})" if document.note else words


def tell_added(progress: AddProgress) -> None:
    """Write the progress of an add."""
    tell(done=progress.done, total=progress.total, words=named_source(progress.source))


def named_source(words: str) -> str:
    """Return words that begin with a source, with `-` said in full."""
    return re.sub(r"^-(?=:|$)", "the pasted text", words)


def tell(**words: object) -> None:
    """Write one line of JSON to standard output, at once."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _wait_for_end(ended: Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main()
