"""Reading the CSVs that kzcheck has exported."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import TextIO, TypeVar

from kzcheck.domain import (
    Citation,
    CitationKind,
    KzcheckError,
    PassageOutcome,
    RecheckOutcome,
    Stance,
    Verdict,
)
from kzcheck.exchange.columns import (
    CITATION_COLUMNS,
    VERDICT_COLUMNS,
    split_inheritance,
    split_references,
)
from kzcheck.exchange.guard import unguard
from kzcheck.exchange.rows import VerdictRecord

LONGEST_CELL = 1 << 28  # the standard library stops at 131,072, less than a long paragraph may be
Word = TypeVar("Word", bound=StrEnum)


def read_table(stream: TextIO) -> tuple[list[str], list[dict[str, str]]]:
    """Return the header of a CSV, and its rows as unguarded cells by column name.

    Raises KzcheckError when the file has no header, or a row has more or fewer cells than the header.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(stream, strict=True)
    try:
        header = next(reader, [])
        if not header:
            raise KzcheckError("the file is empty: a CSV starts with its column names; export it again")
        return header, [_by_column(header, cells, reader.line_num) for cells in reader if cells]
    except csv.Error as error:
        line = reader.line_num
        raise KzcheckError(f"line {line} is not CSV: {error}; export the file again") from error


def is_verdict_table(header: Sequence[str]) -> bool:
    """Return whether a header has the columns of `export csv`, in any order."""
    return {column.name for column in VERDICT_COLUMNS} <= set(header)


def is_citation_table(header: Sequence[str]) -> bool:
    """Return whether a header has the columns of `export citations-csv`, in any order."""
    return {column.name for column in CITATION_COLUMNS} <= set(header)


def read_verdicts(rows: Iterable[dict[str, str]]) -> Iterator[VerdictRecord]:
    """Turn the rows of `export csv` into verdicts; raise KzcheckError for a wrong word or number."""
    for row in rows:
        inherited_from, stale = split_inheritance(row["inherited_from"])
        yield VerdictRecord(
            claim_id=row["claim_id"],
            start=int(_number(row, "start")),
            end=int(_number(row, "end")),
            kind=row["kind"],
            verdict=_word(Verdict, row, "verdict"),
            headline=row["headline"],
            reviewer=row["reviewer"],
            decided_at=row["decided_at"],
            rationale=row["rationale"] or None,
            override_reason=row["override_reason"] or None,
            active_seconds=_number(row, "active_seconds") if row["active_seconds"] else None,
            references=split_references(row["citations"]),
            inherited_from=inherited_from,
            stale=stale,
            second_reviewer=row["second_reviewer"] or None,
            second_verdict=_word_or_none(Verdict, row, "second_verdict"),
        )


def read_citations(rows: Iterable[dict[str, str]]) -> Iterator[Citation]:
    """Turn the rows of `export citations-csv` into citations; raise KzcheckError for a wrong word."""
    for row in rows:
        yield Citation(
            id=row["citation_id"],
            claim_id=row["claim_id"],
            reference=row["reference"],
            title=row["title"] or None,
            publisher=row["publisher"] or None,
            author=row["author"] or None,
            published=row["published"] or None,
            accessed=row["accessed"],
            passage=row["passage"] or None,
            locator=row["locator"] or None,
            stance=_word(Stance, row, "stance"),
            kind=_word(CitationKind, row, "kind"),
            snapshot=row["snapshot"] or None,
            archive_url=row["archive_url"] or None,
            passage_check=_word_or_none(PassageOutcome, row, "passage_check"),
            passage_note=row["passage_note"] or None,
            rechecked_at=row["rechecked_at"] or None,
            recheck=_word_or_none(RecheckOutcome, row, "recheck"),
            recheck_note=row["recheck_note"] or None,
        )


def _by_column(header: list[str], cells: list[str], line: int) -> dict[str, str]:
    if len(cells) != len(header):
        raise KzcheckError(
            f"line {line} has {len(cells)} cells and the header {len(header)}; correct that line"
        )
    return dict(zip(header, map(unguard, cells), strict=True))


def _word(words: type[Word], row: dict[str, str], column: str) -> Word:
    try:
        return words(row[column])
    except ValueError as error:
        known = ", ".join(words)
        raise KzcheckError(
            f"claim {row['claim_id']}: {row[column]!r} is not one of {known}; correct the cell"
        ) from error


def _word_or_none(words: type[Word], row: dict[str, str], column: str) -> Word | None:
    return _word(words, row, column) if row[column] else None


def _number(row: dict[str, str], column: str) -> float:
    try:
        return float(row[column])
    except ValueError as error:
        raise KzcheckError(
            f"claim {row['claim_id']}: {column} {row[column]!r} is not a number; correct the cell"
        ) from error
