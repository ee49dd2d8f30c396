"""Dates in running text come out as EDTF with the precision they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.extract import find_dates

PUBLISHED = "2022-01-07"


def dates(text, published=None):
    return [mention.edtf for mention in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on January 5, 2022", "2022-01-05"),
        ("on Jan. 5, 2022", "2022-01-05"),
        ("on 5 January 2022", "2022-01-05"),
        ("the 5th of January, 2022", "2022-01-05"),
        ("2022-01-05", "2022-01-05"),
        ("5.1.2022", "2022-01-05"),
        ("25/12/2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("3/4/2021", "2021"),
        ("in March 2019", "2019-03"),
        ("since 1991", "1991"),
        ("in 1066", "1066"),
        ("the 1990s", "199X"),
        ("the '90s", "199X"),
        ("the 19th century", "18XX"),
        ("the nineteenth century", "18XX"),
        ("the twenty-first century", "20XX"),
        ("the 5th century BC", "-04XX"),
        ("44 BC", "-0043"),
        ("summer 2019", "2019-22"),
        ("Q3 2019", "2019-35"),
        ("the third quarter of 2019", "2019-35"),
        ("the second half of 2018", "2018-41"),
        ("about 1850", "1850~"),
        ("from 2015 to 2019", "2015/2019"),
        ("2015–2019", "2015/2019"),
        ("1939-45", "1939/1945"),
        ("between 1600 and 1900", "1600/1900"),
        ("January 5-7, 2022", "2022-01-05/2022-01-07"),
        ("March to May 2020", "2020-03/2020-05"),
    ],
)
def test_a_date_keeps_its_precision(text, edtf):
    assert dates(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("yesterday", "2022-01-06"),
        ("today", "2022-01-07"),
        ("on Monday", "2022-01-03"),
        ("last Friday", "2021-12-31"),
        ("next Tuesday", "2022-01-11"),
        ("this week", "2022-01-03/2022-01-09"),
        ("next month", "2022-02"),
        ("last quarter", "2021-36"),
        ("last year", "2021"),
        ("last decade", "201X"),
        ("two weeks ago", "2021-12-24"),
        ("a year ago", "2021"),
        ("a few days ago", "2022-01-04~"),
        ("more than thirty years ago", "1992~"),
        ("on March 29", "2022-03-29"),
        ("on December 29", "2021-12-29"),
        ("in November", "2021-11"),
    ],
)
def test_a_relative_date_is_counted_from_the_day_of_publication(text, edtf):
    (mention,) = find_dates(text, PUBLISHED)
    assert (mention.edtf, mention.relative) == (edtf, True)


def test_a_relative_date_is_left_out_when_nothing_says_from_when():
    assert dates("yesterday, last year and on March 29") == []


def test_what_a_coarse_publication_date_can_not_tell_is_left_out():
    assert dates("yesterday and last year", "2022") == ["2021"]
    assert dates("last month", "2022-01") == ["2021-12"]


@pytest.mark.parametrize(
    "text",
    [
        "1500 miles",
        "sold 2000 cars",
        "$2019",
        "2,019",
        "Windows 2000",
        "he may march",
        "page 1999",
        "2019.5 points",
    ],
)
def test_other_numbers_are_no_dates(text):
    assert dates(text, PUBLISHED) == []


def test_a_day_that_is_in_no_calendar_leaves_at_most_its_year():
    assert dates("2022-13-45, 31/02/2021, February 30, 2021") == ["2022", "2021", "2021"]


def test_a_span_of_text_is_the_words_of_the_date():
    text = "It began on Jan. 5, 2022, and ended last year."
    assert [m.text for m in find_dates(text, PUBLISHED)] == ["Jan. 5, 2022", "last year"]


WORDS_OF_TEXT = """
may January Jan. 5 31 2022 1999 199 0s s ' the of last year week ago - – / , . century first Q1 to
and İ
"""
WORDS = st.sampled_from([*WORDS_OF_TEXT.split(), "\n", ""])


@given(
    st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    st.sampled_from([None, "2022", "2022-01", PUBLISHED, "0001-01-01"]),
)
def test_spans_are_true_and_in_order_whatever_the_text(text, published):
    last = 0
    for mention in find_dates(text, published):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        last = mention.end
