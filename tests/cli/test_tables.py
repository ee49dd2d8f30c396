"""Text for a terminal: its width, and cutting it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.cli.cells import clipped, padded, width
from kzcheck.cli.out import figure


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Mn"])), st.integers(1, 40))
def test_a_cell_is_exactly_as_wide_as_its_column(text: str, cells: int) -> None:
    assert width(padded(text, cells)) == cells


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [("кыргыз", 4, "кыр…"), ("中文字", 4, "中…"), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 3, "")],
)
def test_a_text_is_cut_where_its_column_ends(text: str, cells: int, cut: str) -> None:
    assert clipped(text, cells) == cut


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (200 / 3, None, "66.67"),
        (90.0, 95.0, "90–95"),
        (1_234_567.89, None, "1,234,567.89"),
        (3.125, None, "3.125"),
        (0.00012, None, "0.00012"),
        (None, None, ""),
    ],
)
def test_a_figure_has_all_its_digits_unless_they_do_not_end(
    low: float | None, high: float | None, shown: str
) -> None:
    assert figure(low, high) == shown
