from datetime import UTC, datetime

import pytest

from kzcheck.domain import IDLE_SECONDS, Approximator, plural
from kzcheck.tui.sitting import Sitting
from kzcheck.tui.words import amount, moment, number, short_outlet

NOW = datetime(2026, 3, 14, 12, 41, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (2500, "2,500"),
        (12.5, "12.5"),
        (1_200_000, "1.2 million"),
        (3e9, "3 billion"),
        (-3.2, "-3.2"),
        (1_234_567.89, "1,234,567.89"),
        (2_487_312, "2,487,312"),
        (1_000_000.5, "1,000,000.5"),
        (3.125, "3.125"),
        (0.00012, "0.00012"),
        (200 / 3, "66.67"),
        (2 / 3, "0.667"),
        (0, "0"),
    ],
)
def test_figures_are_said_as_a_reader_says_them(value, said):
    assert number(value) == said


def test_an_amount_keeps_hedge_range_and_unit():
    assert amount(20, None, "percent", Approximator.ABOUT) == "about 20 percent"
    assert amount(90, 95, "percent", None) == "90–95 percent"
    assert amount(None, None, "percent", None) == ""


@pytest.mark.parametrize(
    ("outlet", "short"),
    [
        ("The National Interest", "NatInt"),
        ("Vlast", "Vlast"),
        ("19FortyFive", "19Forty…"),
        (None, ""),
        ("", ""),
    ],
)
def test_an_outlets_name_fits_its_column(outlet, short):
    assert short_outlet(outlet) == short


def test_a_moment_of_today_is_a_time_and_any_other_a_date():
    assert moment("2026-03-14T09:05:00.000Z", NOW) == "09:05"
    assert moment("2026-03-13T09:05:00.000Z", NOW) == "2026-03-13 09:05"
    assert moment("in spring", NOW) == "in spring"
    assert moment(None, NOW) == ""


def test_one_is_singular():
    assert (plural(1, "claim"), plural(1200, "claim"), plural(2, "entry", "entries")) == (
        "1 claim", "1,200 claims", "2 entries",
    )  # fmt: skip


def test_pace_is_the_median_of_active_seconds_with_idle_time_left_out():
    ticks = iter([0, 10, 10, 10 + 3600, 10 + 3600, 3650, 3650])
    sitting = Sitting(lambda: next(ticks))
    assert sitting.pace is None
    assert sitting.active() == 10
    sitting.decided(1)
    assert sitting.active() == IDLE_SECONDS
    sitting.decided(2)
    assert sitting.pace == 30


@pytest.mark.parametrize(
    ("unit", "several"),
    [
        ("percent", "percent"),
        ("man", "men"),
        ("mile per hour", "miles per hour"),
        ("year of age", "years of age"),
        ("Russian troop", "Russian troops"),
        ("country", "countries"),
        ("day", "days"),
        ("people", "people"),
        ("percentage point", "percentage points"),
        ("inch", "inches"),
    ],
)
def test_a_unit_of_more_than_one_is_plural(unit, several):
    assert amount(2, None, unit, None) == f"2 {several}"
    assert amount(1, None, unit, None) == f"1 {unit}"
