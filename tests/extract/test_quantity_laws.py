"""Laws of the figures: true spans in order for any text, and time that grows with the text alone."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.extract import find_dates, find_quantities

PIECES_OF_TEXT = """
about up to 5 10 1,234 .5 ½ 1/2 one two and a half million hundred dozen % percent $ € US$ m k - –
or , . ( ) km/h people of the years old per 2019 May rose by II category second largest İ ~ a-
"""
PIECES = st.sampled_from([*PIECES_OF_TEXT.split(), "\n", ""])


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_spans_are_true_and_in_order_whatever_the_text(text):
    last = 0
    for quantity in find_quantities(text):
        assert last <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.value is not None
        assert quantity.value_high is None or quantity.value_high > quantity.value
        last = quantity.end


@pytest.mark.parametrize("pattern", ["7", "(", " ", "\n", "a"])
def test_ten_megabytes_of_one_character_are_read_in_seconds(pattern):
    text = pattern * 10_000_000
    began = time.process_time()
    assert find_quantities(text) == []
    assert find_dates(text, "2022-01-07") == []
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "pattern",
    [
        "million ", "one ", "one and ", "1 ", "1-", "1,", "1.", "5 to ", "$1 ", "$", "½", "about ",
        "up to 5 ", "two-", "5 of the ", "2020 and ", "1/2 ", "half a ", "5% ", "last ", "May ",
        "category iv ", "5 days ago ", "hundred and ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_alone(pattern, grows_linearly):
    def seconds(repeats):
        text = pattern * repeats
        began = time.process_time()
        find_quantities(text)
        find_dates(text, "2022-01-07")
        return time.process_time() - began

    assert grows_linearly(seconds, 2_000)
