"""How two claims with figures of their own relate."""

import pytest

from kzcheck.domain import (
    Approximator,
    Claim,
    ClaimKind,
    Comparison,
    Quantity,
    QuantityKind,
    Relation,
    Span,
    ZoneKind,
)
from kzcheck.match import compare, prepare


def claim(
    quote: str,
    figure: str,
    value: float,
    *,
    subject: str | None = None,
    unit: str = "percent",
    kind: QuantityKind = QuantityKind.PERCENTAGE,
    approximator: Approximator = Approximator.EXACT,
) -> Claim:
    at = quote.index(figure)
    return Claim(
        id="c",
        document_id="d",
        zone=ZoneKind.BODY,
        kind=ClaimKind.PERCENTAGE,
        headline=quote,
        start=0,
        end=len(quote),
        quote=quote,
        sentence=Span(0, len(quote)),
        subject=subject,
        quantity=Quantity(
            start=at,
            end=at + len(figure),
            text=figure,
            value=value,
            unit=unit,
            kind=kind,
            approximator=approximator,
        ),
    )


def related(
    one: Claim, other: Claim, published: tuple[str, str] = ("2022-01-07", "2022-02-01")
) -> Comparison:
    return compare(prepare(one, one.quote, published[0]), prepare(other, other.quote, published[1]))


def test_two_subjects_with_one_figure_are_not_the_same() -> None:
    one = claim("the Baku pipeline takes 2 percent of exports", "2 percent", 2, subject="Baku pipeline")
    other = claim("the Atasu line takes another 2 percent of exports", "2 percent", 2, subject="Atasu line")
    comparison = related(one, other)
    assert comparison.relation in (Relation.DIFFERENT, Relation.RELATED)
    assert comparison.reasons[0] == "one is about Baku pipeline, the other about Atasu line"


def test_one_minority_in_two_countries_is_not_the_same() -> None:
    quote = "the ethnic Russian minority is 18 percent of the population"
    one = claim(quote, "18 percent", 18, subject="ethnic Russian minority in Ukraine")
    other = claim(quote, "18 percent", 18, subject="ethnic Russian minority in Kazakhstan")
    assert related(one, other).relation is Relation.RELATED


def test_one_share_of_two_countries_is_not_the_same() -> None:
    one = claim("Ethnic Russians are 18 percent of Kazakhstan's population.", "18 percent", 18)
    other = claim("Ethnic Russians are 18 percent of Ukraine's population.", "18 percent", 18)
    comparison = related(one, other)
    assert comparison.relation is Relation.RELATED
    assert comparison.reasons[0] == "one is about Kazakhstan, the other about Ukraine"


def test_a_stale_figure_says_when_each_was_published() -> None:
    quote = "the share of Russians is 18 percent of the population"
    one, other = claim(quote, "18 percent", 18), claim(quote, "18 percent", 18)
    assert "published 2012 and 2022-02-01" in related(one, other, ("2012", "2022-02-01")).reasons
    assert not any(reason.startswith("published") for reason in related(one, other).reasons)


def test_figures_as_of_other_years_are_related() -> None:
    quote = "the share of Russians is 18 percent of the population"
    one = claim(quote, "18 percent", 18)._replace(as_of="2009", as_of_from="text")
    other = claim(quote, "18 percent", 18)._replace(as_of="2021", as_of_from="text")
    comparison = related(one, other)
    assert comparison.relation is Relation.RELATED
    assert comparison.reasons[0] == "as of 2009 against 2021"


@pytest.mark.parametrize(
    ("approximator", "expected"),
    [(Approximator.EXACT, Relation.CONFLICT), (Approximator.ABOUT, Relation.COMPATIBLE)],
)
def test_a_hedge_decides_between_conflict_and_compatible(
    approximator: Approximator, expected: Relation
) -> None:
    one = claim("Russians are a fifth of the population", "a fifth", 20, approximator=approximator)
    other = claim("Russians are 18 percent of the population", "18 percent", 18, approximator=approximator)
    assert related(one, other).relation is expected


def test_a_hedge_that_one_side_drops_makes_them_compatible() -> None:
    one = claim("CPC carries four-fifths of exports", "four-fifths", 80, approximator=Approximator.ABOUT)
    other = claim("CPC carries 80 percent of exports", "80 percent", 80)
    comparison = related(one, other)
    assert comparison.relation is Relation.COMPATIBLE
    assert comparison.reasons[0] == "four-fifths and 80 percent agree, allowing for the hedge"


def test_a_share_and_a_count_are_not_of_one_kind() -> None:
    one = claim("2 percent of the crude goes to Baku", "2 percent", 2)
    other = claim("2 ships of crude go to Baku", "2 ships", 2, unit="ship", kind=QuantityKind.COUNT)
    assert related(one, other).relation not in (Relation.DUPLICATE, Relation.COMPATIBLE)


def test_an_old_figure_that_differs_is_said_to_be_perhaps_out_of_date() -> None:
    one = claim("the share of Russians is 24 percent of the population", "24 percent", 24)
    other = claim("the share of Russians is 18 percent of the population", "18 percent", 18)
    assert "published 2009 and 2021: one may be out of date" in related(one, other, ("2009", "2021")).reasons


@pytest.mark.parametrize(
    ("other_figure", "expected"),
    [
        (("$4.5 million", 4_500_000.0, "dollar", QuantityKind.MONEY), Relation.RELATED),
        (("aged 45", 45.0, "year", QuantityKind.AGE), Relation.CONFLICT),
    ],
)
def test_claims_whose_own_figures_agree_are_in_no_conflict_for_those_of_another_claim(
    other_figure: tuple[str, float, str, QuantityKind], expected: Relation
) -> None:
    text, value, unit, kind = other_figure
    sides = []
    for words, size in ((text, value), (text.replace("5", "2"), value * 0.93)):
        quote = f"The council of Riverton gave its mayor, {words}, 12 percent more than before."
        beside = claim(quote, words, size, unit=unit, kind=kind).quantity
        assert beside is not None
        sides.append(prepare(claim(quote, "12 percent", 12), quote, "2024-05-03", quantities=[beside]))
    comparison = compare(*sides)
    assert comparison.relation is expected
    assert comparison.reasons[0] == f"{text} against {text.replace('5', '2')}"
    assert "both say 12 percent" in comparison.reasons
