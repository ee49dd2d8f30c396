"""The exports `csv` and `citations-csv`: RFC 4180, in a stable order, with guarded cells."""

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from kzcheck.exchange.columns import CITATION_COLUMNS, VERDICT_COLUMNS, Cell, CitedRow, Column, Row
from kzcheck.exchange.guard import guard
from kzcheck.exchange.rows import VerdictRow


def write_csv(rows: Iterable[VerdictRow], stream: TextIO) -> None:
    """Write one line for each row that has a verdict. `stream` must not translate line ends."""
    decided = (row for row in in_stable_order(rows) if row.verdict is not None)
    _write(VERDICT_COLUMNS, decided, stream)


def write_citations_csv(rows: Iterable[VerdictRow], stream: TextIO) -> None:
    """Write one line for each claim and source. `stream` must not translate line ends."""
    cited = (CitedRow(row, citation) for row in in_stable_order(rows) for citation in row.citations)
    _write(CITATION_COLUMNS, cited, stream)


def in_stable_order(rows: Iterable[VerdictRow]) -> list[VerdictRow]:
    """Return rows by document and place, in the same order on every desk that has the same documents."""
    return sorted(
        rows,
        key=lambda row: (
            row.document.published or "",
            row.document.title or "",
            row.claim.document_id,
            row.claim.start,
            row.claim.end,
            row.claim.id,
        ),
    )


def text_of(value: Cell) -> str:
    """Return the text of a cell: whole numbers have no point, and None is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def _write(columns: Sequence[Column[Row]], rows: Iterable[Row], stream: TextIO) -> None:
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([column.name for column in columns])
    for row in rows:
        writer.writerow([guard(text_of(column.value(row))) for column in columns])
