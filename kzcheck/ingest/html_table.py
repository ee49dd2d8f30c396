"""Turning tables of data into lines of text in which every cell keeps the headers of its row and column."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_CELL = 400  # characters: a cell that holds an article lays out a page
LAYOUT_TAGS = frozenset(("table", "article", "section", "form", "h1", "h2", "iframe", "script"))


class Cell(NamedTuple):
    """One cell: its text, whether it is a header, and how many of its characters are links."""

    text: str
    header: bool
    linked: int


def read_table(table: "LexborNode") -> list[tuple[str, int]] | None:
    """Return the rows of a table as (text, number of linked characters); None if it only lays out the page.

    It stops at the first sign of layout (an inner table, an overlong cell), so that each of several nested
    tables is walked only once.
    """
    rows: list[list[Cell]] = []
    for node in table.traverse():
        tag = node.tag
        if tag == "tr":
            rows.append([])
        elif tag in ("td", "th"):
            cell = _cell(node, header=tag == "th")
            if cell is None or not rows:
                return None
            rows[-1].append(cell)
        elif tag in LAYOUT_TAGS and node != table:
            return None
    filled = [row for row in rows if any(cell.text for cell in row)]
    if len(filled) < 2 or max(map(len, filled)) < 2:
        return None
    return row_lines(filled)


def row_lines(rows: list[list[Cell]]) -> list[tuple[str, int]]:
    """Return (line, number of linked characters) for each row.

    A line is `row header — column: cell; column: cell` if the first row has column headers, one for each cell
    of the row; otherwise it is the cells with bars between them.
    """
    head = rows[0]
    headed = len(head) > 1 and all(cell.header or not cell.text for cell in head)
    lines: list[tuple[str, int]] = []
    for number, row in enumerate(rows):
        if headed and number and len(row) == len(head):
            text = _with_headers([cell.text for cell in head], [cell.text for cell in row])
        else:
            text = " | ".join(cell.text for cell in row if cell.text)
        lines.append((text, min(sum(cell.linked for cell in row), len(text))))
    return lines


def _with_headers(heads: list[str], cells: list[str]) -> str:
    pairs = [
        f"{head}: {cell}" if head else cell for head, cell in zip(heads[1:], cells[1:], strict=True) if cell
    ]
    return " — ".join(part for part in (cells[0], "; ".join(pairs)) if part)


def _cell(node: "LexborNode", header: bool) -> Cell | None:
    text = " ".join(node.text(separator=" ").split())
    if len(text) > MAX_CELL:
        return None
    linked = sum(len(link.text(strip=True)) for link in node.css("a"))
    return Cell(text, header, linked)
