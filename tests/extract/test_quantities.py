"""Figures in running text: ranges, hedges, changes, and what is no figure."""

import pytest

from kzcheck.domain import Approximator, QuantityKind
from kzcheck.extract import find_quantities


def figures(text):
    return [(q.value, q.value_high, q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("between 8 and 10 ships", 8, 10, "ship"),
        ("from 5 to 7 percent", 5, 7, "percent"),
        ("ten to fifteen percent", 10, 15, "percent"),
        ("90–95 percent", 90, 95, "percent"),
        ("1200–1800 miles", 1200, 1800, "mile"),
        ("$3–4 million", 3e6, 4e6, "dollar"),
        ("from $500,000 to $1 million", 5e5, 1e6, "dollar"),
        ("5 million to 7 million homes", 5e6, 7e6, "home"),
        ("15 percent to 20 percent", 15, 20, "percent"),
        ("men aged 18 to 34", 18, 34, "year of age"),
        ("a 0-to-60-mph time", 0, 60, "mile per hour"),
        ("-5 °C to 40 °C", -5, 40, "celsius"),
        ("between $48,000 and $90,000 a year", 48_000, 90_000, "dollar per year"),
    ],
)
def test_a_range_keeps_both_ends(text, low, high, unit):
    assert figures(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("eight or nine euros", [8, 9], "euro"),
        ("8, 10 and 12 percent", [8, 10, 12], "percent"),
        ("$8 or $9", [8, 9], "dollar"),
        ("five or six hundred guests", [500, 600], "guest"),
        ("nine of the 15 judges", [9, 15], "judge"),
        ("ten of Utah's 29 counties", [10, 29], "county"),
        ("ten of their last 12 games", [10, 12], "game"),
        ("two of the city's 12 parks", [2, 12], "park"),
        ("500 ships in 1991 to 275 in 2016", [500, 275], "ship"),
        ("nine out of the 15 judges", [9, 15], "judge"),
        ("145 basis points from 130", [145, 130], "basis point"),
        ("21 million shares, compared with 19 million", [21e6, 19e6], "share"),
    ],
)
def test_a_list_shares_its_unit(text, values, unit):
    assert figures(text) == [(value, None, unit) for value in values]


def test_a_level_after_a_change_is_no_range():
    assert figures("The index fell 2.11 to 322.45.") == [(2.11, None, None), (322.45, None, None)]
    assert figures("It rose 6.2 percent to $1.45 billion.") == [
        (6.2, None, "percent"),
        (1.45e9, None, "dollar"),
    ]
    assert figures("It rose by $43 billion to $419 billion.") == [
        (43e9, None, "dollar"),
        (419e9, None, "dollar"),
    ]


@pytest.mark.parametrize(
    ("text", "approximator"),
    [
        ("about 30 ships", Approximator.ABOUT),
        ("~30 ships", Approximator.ABOUT),
        ("some 30 ships", Approximator.ABOUT),
        ("30 or so ships", Approximator.ABOUT),
        ("nearly 30 ships", Approximator.ABOUT),
        ("over 30 ships", Approximator.MORE_THAN),
        ("upwards of 30 ships", Approximator.MORE_THAN),
        ("at least 30 ships", Approximator.AT_LEAST),
        ("30-plus ships", Approximator.AT_LEAST),
        ("30 or more ships", Approximator.AT_LEAST),
        ("just under 30 ships", Approximator.LESS_THAN),
        ("fewer than 30 ships", Approximator.LESS_THAN),
        ("no more than 30 ships", Approximator.AT_MOST),
        ("up to 30 ships", Approximator.AT_MOST),
        ("reportedly 30 ships", Approximator.HEDGED),
        ("30 ships", Approximator.EXACT),
    ],
)
def test_a_hedge_belongs_to_its_figure(text, approximator):
    (quantity,) = find_quantities(text)
    assert quantity.approximator is approximator
    assert quantity.text == text
    assert (quantity.value, quantity.unit) == (30, "ship")


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 8.1 percent.", "up"),
        ("Prices rose sharply by 8 percent.", "up"),
        ("It was up 3 points.", "up"),
        ("They cut the bill by 25 percent.", "down"),
        ("The index fell as much as 2 percent.", "down"),
        ("Output fell to 5 tons.", None),
        ("It stands at 4 percent.", None),
        ("The index added 21 points.", "up"),
        ("They added 21 rooms.", None),
        ("It closed at its low, off 12 pence.", "down"),
        ("It closed down 18 points.", "down"),
        ("It orbits 180 miles up.", None),
        ("They make up 77 percent.", None),
        ("They shot down 2 drones.", None),
    ],
)
def test_a_rise_or_fall_is_noted(text, change):
    (quantity,) = find_quantities(text)
    assert quantity.change == change


def test_a_change_said_in_two_units_is_one_change():
    points, percent = find_quantities("It slipped 3 points, or just 0.1 percent.")
    assert points.change == percent.change == "down"


def test_a_conversion_in_brackets_shares_the_hedge():
    near, far = find_quantities("just under 296 hp (224 kW)")
    assert near.approximator is far.approximator is Approximator.LESS_THAN


@pytest.mark.parametrize(
    ("text", "rank", "words"),
    [
        ("the second-largest exporter", 2, "second-largest"),
        ("the third most populous state", 3, "third most"),
        ("It ranked 5th in the league.", 5, "5th"),
        ("a Category IV storm", 4, "Category IV"),
    ],
)
def test_a_rank_is_a_rank(text, rank, words):
    (quantity,) = find_quantities(text)
    assert (quantity.kind, quantity.value, quantity.text) == (QuantityKind.RANK, rank, words)


@pytest.mark.parametrize(
    "text",
    [
        "First, the second front opened in the nineteenth century.",
        "It was the third time; he came on the 5th of May.",
        "Born in 1969, she left in March 2011 and again on June 3, 2014.",
        "In the 1990s, and in the '80s too.",
        "From 2015 to 2019, or 2015–2019.",
        "At 5:30 p.m., then at 11 am.",
        "A Boeing 737, the G7, COVID-19, an S-400, Windows 10 and Route 66.",
        "See page 12, Section 427 and Article 5.",
        "Call 555-123-4567 or +1 (212) 555-0100.",
        "They won 3-2 and drew 1-1.",
        "https://example.org/2019/05/12345?id=678 foo_123 v2.3.1 192.168.0.1",
        "The S&P 500 opened flat.",
        "No one knew, and one can only hope for the other two.",
        "24703L202 scp-173m",
        "A two-for-one split; he played one-on-one.",
        "It fell back in the half.",
        "In the first place, it failed at one point.",
        "NT 4.0 services at a 2:1 ratio.",
        "The Daytona 500 and House Bill 1177.",
        "He quoted the Ten Laws of it.",
    ],
)
def test_dates_names_labels_and_scores_are_no_figures(text):
    assert find_quantities(text) == []


def test_a_number_that_looks_like_a_year_counts_when_something_is_counted():
    assert figures("They sent 2000 people and more than 1800 soldiers.") == [
        (2000, None, "people"),
        (1800, None, "soldier"),
    ]


def test_a_figure_in_a_title_is_found():
    assert figures("At Least 66 Killed in Blasts") == [(66, None, None)]
    assert figures("Storm Hits Coast, Kills 6") == [(6, None, None)]


@pytest.mark.parametrize(
    "text", ["several hundred people", "a few hundred people", "a couple of hundred people"]
)
def test_a_few_hundred_is_vague(text):
    (quantity,) = find_quantities(text)
    assert (quantity.value, quantity.value_high, quantity.text) == (100, 1000, text)
    assert quantity.approximator is Approximator.VAGUE


def test_a_share_said_with_an_article_is_told_from_an_ordinal():
    assert figures("They cut it by a third, roughly a quarter.") == [
        (100 / 3, None, "percent"),
        (25, None, "percent"),
    ]
    assert figures("A third man came in the first quarter.") == []


def test_a_numbered_place_is_a_rank():
    (quantity,) = find_quantities("the world's No. 2 producer")
    assert (quantity.kind, quantity.value, quantity.text) == (QuantityKind.RANK, 2, "No. 2")
    assert find_quantities("No. 10 Downing Street") == []


def test_feet_and_inches_are_read_in_signs_and_words():
    assert figures("5'10\" or 6 feet 2 inches") == [
        (5, None, "foot"),
        (10, None, "inch"),
        (6, None, "foot"),
        (2, None, "inch"),
    ]


def test_a_picture_size_a_reference_and_a_telephone_are_no_figures():
    assert find_quantities("4K screens at 1080p (17), call +49 (0)30.") == []
