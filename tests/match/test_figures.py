"""Figures made canonical."""

import pytest

from kzcheck.domain import Approximator, Quantity, QuantityKind
from kzcheck.match.figures import Agreement, Figure, agreement, figure, term


def made(
    value: float,
    unit: str | None = None,
    *,
    high: float | None = None,
    kind: QuantityKind = QuantityKind.NUMBER,
    approximator: Approximator = Approximator.EXACT,
) -> Figure:
    text = f"{value} {unit or ''}".strip()
    item = figure(
        Quantity(
            start=0, end=len(text), text=text, value=value, value_high=high, unit=unit, kind=kind,
            approximator=approximator,
        )
    )  # fmt: skip
    assert item is not None
    return item


def percent(
    value: float, approximator: Approximator = Approximator.EXACT, high: float | None = None
) -> Figure:
    return made(value, "percent", kind=QuantityKind.PERCENTAGE, approximator=approximator, high=high)


def test_a_figure_without_a_number_is_none() -> None:
    assert figure(Quantity(start=0, end=4, text="many", value=None)) is None


def test_miles_and_kilometres_convert() -> None:
    mile = made(10, "mile", kind=QuantityKind.MEASURE)
    assert agreement(mile, made(16.09344, "kilometre", kind=QuantityKind.MEASURE)) is Agreement.SAME
    assert agreement(mile, made(16.1, "kilometre", kind=QuantityKind.MEASURE)) is not Agreement.CLASH
    assert agreement(mile, made(10, "kilometre", kind=QuantityKind.MEASURE)) is Agreement.CLASH


@pytest.mark.parametrize(
    ("value", "unit", "other", "other_unit"),
    [
        (230, "kilowatt", 0.23, "megawatt"),
        (1.5, "terawatt hour", 1500, "gigawatt hour"),
        (2, "gigabyte", 2000, "megabyte"),
    ],
)
def test_multiples_of_one_unit_convert(value: float, unit: str, other: float, other_unit: str) -> None:
    one = made(value, unit, kind=QuantityKind.MEASURE)
    assert agreement(one, made(other, other_unit, kind=QuantityKind.MEASURE)) is Agreement.SAME
    assert agreement(one, made(other * 3, other_unit, kind=QuantityKind.MEASURE)) is Agreement.CLASH


def test_about_a_fifth_and_roughly_18_percent_agree() -> None:
    assert agreement(percent(20, Approximator.ABOUT), percent(18, Approximator.ABOUT)) is Agreement.WITHIN


def test_about_a_third_is_no_exact_figure() -> None:
    third = 100 / 3
    assert agreement(percent(third, Approximator.ABOUT), percent(35, Approximator.ABOUT)) is Agreement.WITHIN
    assert agreement(percent(third, Approximator.ABOUT), percent(32)) is Agreement.WITHIN
    assert agreement(percent(third, Approximator.ABOUT), percent(40)) is Agreement.CLASH
    assert agreement(percent(third), percent(33)) is Agreement.WITHIN
    assert agreement(percent(third), percent(35)) is Agreement.CLASH


def test_two_exact_shares_that_differ_clash() -> None:
    assert agreement(percent(12), percent(21)) is Agreement.CLASH
    assert agreement(percent(20), percent(18)) is Agreement.CLASH


def test_rounding_agrees_only_from_the_rounder_side() -> None:
    assert agreement(percent(12), percent(12.3)) is Agreement.WITHIN
    assert agreement(percent(12.1), percent(12.3)) is Agreement.CLASH
    assert agreement(made(2500, "people"), made(2487, "people")) is Agreement.WITHIN
    assert agreement(made(2500, "people"), made(2400, "people")) is Agreement.CLASH


def test_a_range_agrees_with_what_lies_in_it() -> None:
    span = made(1200, "mile", high=1800, kind=QuantityKind.MEASURE)
    assert agreement(span, made(1500, "mile", kind=QuantityKind.MEASURE)) is Agreement.WITHIN
    assert agreement(span, made(1900, "mile", kind=QuantityKind.MEASURE)) is Agreement.CLASH


def test_at_least_covers_a_little_more_but_not_less() -> None:
    floor = percent(20, Approximator.AT_LEAST)
    assert agreement(floor, percent(22)) is Agreement.WITHIN
    assert agreement(floor, percent(18)) is Agreement.CLASH
    assert agreement(percent(20, Approximator.AT_MOST), floor) is not Agreement.SAME


@pytest.mark.parametrize(
    "other", [made(2, "people", kind=QuantityKind.COUNT), made(2, "dollar", kind=QuantityKind.MONEY)]
)
def test_figures_of_other_dimensions_are_apart(other: Figure) -> None:
    assert agreement(percent(2), other) is Agreement.APART


def test_equal_values_have_one_index_term() -> None:
    assert term(made(1.2e6, "people", kind=QuantityKind.COUNT)) == term(
        made(1200000, "men", kind=QuantityKind.COUNT)
    )
    assert term(percent(2)) != term(made(2, "people", kind=QuantityKind.COUNT))
