"""Tables of data as lines of text in which every cell keeps its row's and its column's header."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MAX_CELL = 400  # characters: a cell that holds an article lays out a page
LAYOUT_TAGS = frozenset(("table", "article", "section", "form", "h1", "h2", "iframe", "script"))


class Cell(NamedTuple):
    """One cell: its text, whether it heads a row or column, the characters of it that are links."""

    text: str
    header: bool
    linked: int


def read_table(table: "LexborNode") -> list[tuple[str, int]] | None:
    """Return the rows of a table as (text, linked characters), or None when it only lays out a page.

    Stops at the first sign of layout (a table within, an overlong cell), so that nested tables are
    walked once each.
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
    """Return one line a row: `row header — column: cell; column: cell`, or the cells with bars between.

    The first kind needs a row of column headers on top, as many as there are cells below.
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
