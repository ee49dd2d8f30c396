"""Formula guard: nothing runs in a spreadsheet, nothing is lost on the way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.exchange import guard, unguard
from kzcheck.exchange.guard import FORMULA_STARTS, PLAIN_NUMBER

cells = st.text() | st.text("'=+-@\t\r\n0123456789.eE ", max_size=8)


@given(cells)
def test_unguarding_a_guarded_cell_gives_the_text_that_was_there(text: str) -> None:
    assert unguard(guard(text)) == text


@given(cells)
def test_a_guarded_cell_starts_like_no_formula(text: str) -> None:
    cell = guard(text)
    assert cell[:1] not in FORMULA_STARTS or not cell or PLAIN_NUMBER.fullmatch(cell)


@given(cells, cells)
def test_two_texts_never_share_a_guarded_cell(one: str, other: str) -> None:
    assert (guard(one) == guard(other)) == (one == other)


@pytest.mark.parametrize("number", ["-3.2", "+5", "-1e9", "-0", "12"])
def test_a_plain_number_is_left_alone(number: str) -> None:
    assert guard(number) == number


@pytest.mark.parametrize("text", ["=1+1", "+1 555 0100", "-", "@cmd", "\tx", "\rx", "-3.2=A1", "-3.2\n"])
def test_what_could_be_a_formula_gets_a_quote_mark(text: str) -> None:
    assert guard(text) == f"'{text}"


def test_a_quote_mark_that_was_there_before_is_kept() -> None:
    assert guard("'=1") == "''=1"
    assert guard("'tis") == "'tis"
    assert unguard("'tis") == "'tis"
