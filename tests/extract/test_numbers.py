"""Numerals: every way of writing one number is that number."""

import pytest

from kzcheck.extract import find_quantities


def value_of(text):
    (quantity,) = find_quantities(text)
    return quantity.value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("7 tanks", 7),
        ("2,500 tanks", 2500),
        ("1,234,567 tanks", 1_234_567),
        ("12,34,567 tanks", 1_234_567),
        ("1.234.567 tanks", 1_234_567),
        ("1 234 567 tanks", 1_234_567),
        ("1\u202f234\u202f567 tanks", 1_234_567),
        ("80, 000 tanks", 80_000),
        ("12,5 percent", 12.5),
        (".500 percent", 0.5),
        ("5 million tanks", 5_000_000),
        ("4.1 million tanks", 4_100_000),
        ("5 hundred thousand tanks", 500_000),
        ("$3bn", 3e9),
        ("$3B", 3e9),
        ("$2.5m", 2.5e6),
        ("40k tanks", 40_000),
        ("35m of its tanks", 35e6),
        ("8 B people", 8e9),
        ("25 lakh rupees", 2.5e6),
        ("3 crore rupees", 3e7),
        ("1.5e6 tanks", 1.5e6),
        ("3×10⁸ metres", 3e8),
        ("3 x 10^8 metres", 3e8),
        ("10 1/2 miles", 10.5),
        ("10½ miles", 10.5),
        ("7 3/4 percent", 7.75),
        ("1/4 mile", 0.25),
        ("½ teaspoon", 0.5),
    ],
)
def test_digits_are_read_in_any_grouping(written, value):
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("seven tanks", 7),
        ("twenty-one tanks", 21),
        ("ninety five tanks", 95),
        ("one hundred and twenty-three tanks", 123),
        ("two hundred and five thousand tanks", 205_000),
        ("one thousand two hundred tanks", 1200),
        ("two hundred million tanks", 2e8),
        ("a dozen tanks", 12),
        ("two dozen tanks", 24),
        ("half a dozen tanks", 6),
        ("half a million tanks", 500_000),
        ("a quarter of a million tanks", 250_000),
        ("one and a half million tanks", 1.5e6),
        ("two and a half hours", 2.5),
        ("half an hour", 0.5),
        ("three quarters of a mile", 0.75),
    ],
)
def test_words_are_read_as_numbers(written, value):
    assert value_of(written) == value


@pytest.mark.parametrize(
    ("written", "share"),
    [
        ("two-thirds of the voters", 200 / 3),
        ("about one-fifth of the total population", 20),
        ("a third of those asked", 100 / 3),
        ("half of all households", 50),
        ("three quarters of them", 75),
        ("one in five voters", 20),
        ("4 out of 10 voters", 40),
        ("1 in 2,000 births", 0.05),
    ],
)
def test_a_share_is_in_percent(written, share):
    (quantity,) = find_quantities(written)
    assert quantity.value == pytest.approx(share)
    assert quantity.unit == "percent"


@pytest.mark.parametrize(
    ("written", "low", "high"),
    [
        ("hundreds of tanks", 100, 1000),
        ("tens of thousands of people", 1e4, 1e5),
        ("millions of dollars", 1e6, 1e7),
    ],
)
def test_a_vague_plural_is_a_span_of_a_power_of_ten(written, low, high):
    (quantity,) = find_quantities(written)
    assert (quantity.value, quantity.value_high) == (low, high)
    assert quantity.approximator == "vague"
