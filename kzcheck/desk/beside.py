"""Longer work on a desk in a process of its own, `python -m kzcheck.desk.beside`: no screen waits for it.

The first line of standard input is the order, in JSON: `db`, `reviewer`, `is_blind`, and either `add`
(sources) with `allow_private`, or `export` (a format) with `path`. When standard input ends after that, so
does the work, after what it is at. Standard output is a line of JSON for each step (`done`, `total`,
`words`), and one with what came of it (`lines`, `problems`).
"""

import json
import os
import signal
import sys
from pathlib import Path
from threading import Event, Thread
from typing import Any

from kzcheck.desk.exporting import ExportWatcher
from kzcheck.desk.facade import Desk
from kzcheck.domain import AddedDocument, AddProgress, KzcheckError

NICE = 10


def main() -> None:
    """Do what is ordered."""
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


def do(order: dict[str, Any], ended: Event) -> tuple[list[str], list[str]]:
    """Do the work; return a line for each thing done, and for each that could not be."""
    kind = Desk
    if order["is_blind"]:
        from kzcheck.desk.blind import BlindDesk

        kind = BlindDesk
    with kind.open(order["db"], reviewer=order["reviewer"], create=False) as desk:
        if "add" in order:
            report = desk.add(
                order["add"],
                allow_private=order["allow_private"],
                progress=tell_added,
                cancelled=ended.is_set,
            )
            added = [said(document) for document in report.documents]
            return added, [f"{error.source}: {error.error}" for error in report.errors]
        total = desk.tally().done

        def tell_written(done: int) -> None:
            tell(done=done, total=max(done, total), words=order["path"])

        watcher = ExportWatcher(tell_written, ended.is_set)
        written = desk.export_file(order["export"], Path(order["path"]), watcher)
        return [f"written: {path}" for path in written], []


def said(document: AddedDocument) -> str:
    """Return what came of one document."""
    name = document.title or document.outlet or document.id
    words = f"{name}: {document.status}, {document.claims:,} claim{'' if document.claims == 1 else 's'}"
    if document.carried is not None and document.carried.orphaned:
        words += f", {document.carried.orphaned} decided ones without a place"
    return words


def tell_added(progress: AddProgress) -> None:
    """Say how many sources are through."""
    tell(done=progress.done, total=progress.total, words=progress.source)


def tell(**words: object) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def _wait_for_end(ended: Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main()
