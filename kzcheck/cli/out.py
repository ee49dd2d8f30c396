"""Writing to standard output: tables for people, one JSON document for programs."""

import json
import shutil
import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from kzcheck.cli.cells import padded
from kzcheck.domain import visible

GAP = "  "
MOST_DECIMALS = 10
"""A figure with so many is a fraction such as a third."""
COMFORTABLE = 16
"""Terminal cells that each column of words should have before an optional column is shown."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `cells` wide, or, if that is 0, as wide as its `share` of the cells left over.

    In a narrow terminal optional columns are left out, the last one first.
    """

    title: str
    cells: int = 0
    share: int = 1
    optional: bool = False


def write_json(document: object) -> None:
    """Write `document` as one JSON document."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def write_json_list(items: Iterable[object]) -> None:
    """Write one JSON list, item by item, so that a long one need not be held in memory."""
    opening = "[\n"
    for item in items:
        sys.stdout.write(opening + json.dumps(item, ensure_ascii=False))
        opening = ",\n"
    sys.stdout.write("[]\n" if opening == "[\n" else "\n]\n")


def write_json_line(item: dict[str, Any]) -> None:
    """Write one line of JSON Lines at once, since another program may be waiting for it."""
    sys.stdout.write(json.dumps(item, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def write_table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Write a table as wide as the terminal; without a terminal, uncut and with tabs between the cells."""
    rows = iter(rows)
    first = [row for row in [next(rows, None)] if row is not None]  # what fails, fails before the header
    if not sys.stdout.isatty():
        for row in chain([[column.title for column in columns]], first, rows):
            sys.stdout.write("\t".join(map(visible, row)) + "\n")
        return
    widths = _widths(columns, shutil.get_terminal_size().columns)
    for row in chain([[column.title.upper() for column in columns]], first, rows):
        line = GAP.join(padded(visible(row[at]), cells) for at, cells in widths.items())
        sys.stdout.write(line.rstrip() + "\n")


def write_fields(fields: Iterable[tuple[str, str]]) -> None:
    """Write named values, one a line; empty ones are left out."""
    shown = [(name, value) for name, value in fields if value]
    longest = max((len(name) for name, _ in shown), default=0)
    for name, value in shown:
        sys.stdout.write(f"{name.ljust(longest)}{GAP}{visible(value)}\n")


def write_line(text: str = "") -> None:
    """Write one line of text."""
    sys.stdout.write(visible(text) + "\n")


def number(value: float | None) -> int | float | None:
    """Return a figure as JSON should show it: 18 and not 18.0."""
    return int(value) if value is not None and value.is_integer() and abs(value) < 1e15 else value


def figure(value: float | None, high: float | None = None) -> str:
    """Return a figure or a range for people, with separated thousands; two thirds are `66.67`."""
    if value is None:
        return ""
    low = _digits(value)
    return low if high is None else f"{low}–{_digits(high)}"


def _digits(value: float) -> str:
    """Return all digits of a figure; a fraction without an end is cut."""
    exact = number(value)
    decimals = len(f"{exact}".partition(".")[2])
    return f"{exact:,}" if decimals < MOST_DECIMALS or abs(value) < 1 else f"{exact:,.2f}"


def _widths(columns: Sequence[Column], terminal: int) -> dict[int, int]:
    """Return the width of each column that there is room for, by its place among `columns`."""
    shown = dict(enumerate(columns))
    for at in reversed(range(len(columns))):
        words = sum(not column.cells for column in shown.values())
        if _free(shown.values(), terminal) >= COMFORTABLE * words:
            break
        if columns[at].optional:
            del shown[at]
    free = max(0, _free(shown.values(), terminal))
    shares = sum(column.share for column in shown.values() if not column.cells)
    return {at: column.cells or max(1, free * column.share // shares) for at, column in shown.items()}


def _free(columns: Collection[Column], terminal: int) -> int:
    return terminal - sum(column.cells for column in columns) - len(GAP) * (len(columns) - 1)
