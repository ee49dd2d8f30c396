"""Rows of tables: a cell is a claim about what its row is of, measured as its column says.

Reading writes a row as `row header — column: cell; column: cell`, or with bars where no column has a header.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kzcheck.domain import ClaimKind, Quantity, QuantityKind, Span, SubjectOrigin, Zone
from kzcheck.extract.dates import DateMention
from kzcheck.extract.drafts import Draft
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.quantities import find_quantities
from kzcheck.extract.reading import Subject

_HEADED = Pattern(r"[^—|:;\n]{1,120}? — (?=[^:;\n]{1,120}: \S)")
_BARRED = Pattern(r"[^—|:;\n]{1,120}? \| (?=\S)")
_UNIT = Pattern(
    r"\((?P<bracketed>[^()]{1,30})\)\s*$|,\s*(?P<told>[^,]{1,30})$|\bin\s+(?P<measured>[^,]{1,30})$"
)
_LONGEST_CELL = 60  # characters: what is longer is prose
_LONGEST_HEADLINE = 60
_BESIDE = " +-–−()*†‡"
"""Signs that may stand beside the figure of a cell."""
_MEASURED = frozenset(
    (
        QuantityKind.MEASURE,
        QuantityKind.MONEY,
        QuantityKind.PERCENTAGE,
        QuantityKind.DURATION,
        QuantityKind.TEMPERATURE,
    )
)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: what heads its column (empty where nothing does), and its value."""

    head: Span
    value: Span


def may_have_rows(text: str, zone: Zone) -> bool:
    """Whether a mark of rows stands in the zone: most have none, and their sentences needn't be looked at."""
    return text.find(" — ", zone.start, zone.end) >= 0 or text.find(" | ", zone.start, zone.end) >= 0


def row_drafts(
    text: str, span: Span, quantities: Sequence[Quantity], dates: Sequence[DateMention]
) -> list[Draft] | None:
    """Return a draft for each cell that is a figure; None where the words are no row of a table.

    A row of words alone, such as that of the headers, states nothing.
    """
    opening = _opening(text, span)
    if opening is None:
        return None
    separator = "; " if opening[0].endswith("— ") else " | "
    name = Span(span.start, opening.end() - 3)
    cells = _cells(text, Span(opening.end(), span.end), separator)
    if any(cell.value.end - cell.value.start > _LONGEST_CELL for cell in cells):
        return None
    figures = {cell: found for cell in cells if (found := _figure_of(text, cell, quantities, dates))}
    if not figures:
        return [] if separator == " | " and not span.of(text).endswith((".", "!", "?")) else None
    subject = Subject(" ".join(name.of(text).split()), name, SubjectOrigin.EXPLICIT)
    return [_draft(text, cell, figure, subject, dates) for cell, figure in figures.items()]


def _opening(text: str, span: Span) -> re.Match[str] | None:
    """Return the first cell of a row with its mark; most text is prose, and has none."""
    start, end = span
    for mark, pattern in ((" — ", _HEADED), (" | ", _BARRED)):
        if text.find(mark, start, end) >= 0:
            found = pattern.match(text, span.start, span.end)
            if found is not None:
                return found
    return None


def _cells(text: str, span: Span, separator: str) -> list[Cell]:
    cells = []
    start = span.start
    for part in span.of(text).split(separator):
        end = start + len(part)
        colon = text.find(": ", start, end) if separator == "; " else -1
        head = Span(start, max(start, colon))
        cells.append(Cell(head, Span(start if colon < 0 else colon + 2, end)))
        start = end + len(separator)
    return cells


def _figure_of(
    text: str, cell: Cell, quantities: Sequence[Quantity], dates: Sequence[DateMention]
) -> Quantity | None:
    """Return the figure that a cell is; None where it says anything else, or names a date."""
    for quantity in quantities:
        if cell.value.start <= quantity.start and quantity.end <= cell.value.end:
            beside = text[cell.value.start : quantity.start] + text[quantity.end : cell.value.end]
            is_date = any(date.start < quantity.end and quantity.start < date.end for date in dates)
            return None if beside.strip(_BESIDE) or is_date or quantity.value is None else quantity
    return None


def _draft(text: str, cell: Cell, figure: Quantity, subject: Subject, dates: Sequence[DateMention]) -> Draft:
    head = " ".join(cell.head.of(text).split())
    measured, unit = _with_unit_of(head, cell.value.of(text), figure)
    label = head[: len(head) - len(unit)].strip(" ,(") if unit else head
    words = " ".join(part for part in (cell.value.of(text), unit.strip(" ,()"), label) if part)
    is_dated = any(cell.head.start <= date.start and date.end <= cell.head.end for date in dates)
    return Draft(
        kind=_kind_of(measured),
        span=Span(cell.head.start, cell.value.end),
        value=Span(figure.start, figure.end),
        headline=_short(f"{words}, {subject.name}"),
        quantity=measured,
        measure=None if is_dated else label or None,
        subject=subject,
        dated_by=(cell.head, subject.span),
    )


def _with_unit_of(head: str, value: str, figure: Quantity) -> tuple[Quantity, str]:
    """Return a cell's figure in the unit that its column names, and the words of the column that name it.

    `Volume (million m³)`, `Wheat, tonnes` and `Height in metres` name one, which a unit of the cell's own
    goes before.
    """
    named = _UNIT.search(head)
    if figure.unit is not None or named is None:
        return figure, ""
    words = named["bracketed"] or named["told"] or named["measured"]
    read = find_quantities(f"{value} {words}")
    if len(read) != 1 or read[0].unit is None or read[0].kind not in _MEASURED:
        return figure, ""
    return read[0]._replace(start=figure.start, end=figure.end, text=figure.text), named[0]


def _kind_of(figure: Quantity) -> ClaimKind:
    if figure.value_high is not None:
        return ClaimKind.RANGE
    if figure.kind is QuantityKind.PERCENTAGE:
        return ClaimKind.PERCENTAGE
    return ClaimKind.SUPERLATIVE if figure.kind is QuantityKind.RANK else ClaimKind.QUANTITY


def _short(words: str) -> str:
    if len(words) <= _LONGEST_HEADLINE:
        return words
    return words[: _LONGEST_HEADLINE - 1].rsplit(" ", 1)[0] + "…"
