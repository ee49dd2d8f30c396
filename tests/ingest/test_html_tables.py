"""Tables: every cell keeps its row's and its column's header."""

from collections.abc import Callable

from kzcheck.domain import Document

Read = Callable[..., Document]
Body = Callable[[Document], str]

BEFORE = (
    "<p>The river authority published its yearly count of the reservoirs on Monday, with the water "
    "that each of them held on the first day of the year, and the share that is left for the farms.</p>"
)
AFTER = (
    "<p>The next count is due in twelve months, and the authority says that it will then count the two small "
    "basins in the hills that were built last year, whose gauges are still being tested by their makers.</p>"
)


def rows_of(table: str, read_html: Read, body_of: Body) -> list[str]:
    body = body_of(read_html(f"<html><body><article>{BEFORE}{table}{AFTER}</article></body></html>"))
    return body.split("\n\n")[1:-1]


def test_cells_under_headers_are_told_with_both_headers(read_html: Read, body_of: Body) -> None:
    table = (
        "<table><thead><tr><th>Basin</th><th>Volume (million m³)</th><th>Left</th></tr></thead><tbody>"
        "<tr><td>Upper</td><td>40</td><td>18%</td></tr><tr><td>Lower</td><td>7.5</td><td></td></tr></tbody></table>"
    )
    assert rows_of(table, read_html, body_of) == [
        "Basin | Volume (million m³) | Left",
        "Upper — Volume (million m³): 40; Left: 18%",
        "Lower — Volume (million m³): 7.5",
    ]


def test_a_table_without_headers_keeps_its_rows(read_html: Read, body_of: Body) -> None:
    table = "<table><tr><td>Upper</td><td>40</td></tr><tr><td>Lower</td><td>7</td></tr></table>"
    assert rows_of(table, read_html, body_of) == ["Upper | 40", "Lower | 7"]


def test_a_table_of_row_headers_keeps_them_beside_their_cells(read_html: Read, body_of: Body) -> None:
    table = "<table><tr><th>Upper</th><td>40</td></tr><tr><th>Lower</th><td>7</td></tr></table>"
    assert rows_of(table, read_html, body_of) == ["Upper | 40", "Lower | 7"]


def test_a_row_that_spans_columns_is_not_given_wrong_headers(read_html: Read, body_of: Body) -> None:
    table = (
        "<table><tr><th>Basin</th><th>2024</th><th>2025</th></tr>"
        "<tr><td colspan=3>Northern basins</td></tr><tr><td>Upper</td><td>40</td><td>44</td></tr></table>"
    )
    assert rows_of(table, read_html, body_of) == [
        "Basin | 2024 | 2025",
        "Northern basins",
        "Upper — 2024: 40; 2025: 44",
    ]


def test_a_table_that_lays_out_the_page_is_read_as_paragraphs(read_html: Read, body_of: Body) -> None:
    html = (
        "<html><body><table><tr><td><a href=/>Home</a><br><a href=/n>News</a></td>"
        f"<td><table><tr><td>{BEFORE}{AFTER}</td></tr></table></td></tr></table></body></html>"
    )
    assert len(body_of(read_html(html)).split("\n\n")) == 2
