"""Text for a terminal: its width, cutting it, and making it safe."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.cli.cells import clipped, padded, visible, width


@given(st.text())
def test_what_is_shown_is_one_line_that_does_nothing_to_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Mn"])), st.integers(1, 40))
def test_a_cell_is_exactly_as_wide_as_its_column(text: str, cells: int) -> None:
    assert width(padded(text, cells)) == cells


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [("кыргыз", 4, "кыр…"), ("中文字", 4, "中…"), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("", 3, "")],
)
def test_a_text_is_cut_where_its_column_ends(text: str, cells: int, cut: str) -> None:
    assert clipped(text, cells) == cut


def test_escape_sequences_and_bidi_marks_become_visible() -> None:
    assert visible("\x1b[31mred\x9b\u202e") == "␛[31mred\\u009b\\u202e"
