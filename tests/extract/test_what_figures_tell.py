"""What a figure is about, whose it is and how its headline puts it, in sentences of our own."""

import pytest
from found_claims import claims_of

from kzcheck.domain import Claim, Modality
from kzcheck.extract import find_quantities


def figure(text: str, value: float) -> Claim:
    return next(c for c in claims_of(text) if c.quantity and c.quantity.value == value)


@pytest.mark.parametrize(
    ("text", "value", "headline"),
    [
        ("Exports slipped 6.4 percent in June.", 6.4, "6.4 percent drop in Exports"),
        ("The yard cut its order forecast by 8 percent.", 8, "8 percent drop in order forecast"),
        ("The bank's shares closed 3 percent higher.", 3, "3 percent rise in bank's shares"),
        ("Dealers sold 4,100 new boats, up 4 percent from 2019.", 4, "4 percent rise in new boats"),
        ("Inflation rose to 5 percent in May.", 5, "5 percent inflation"),
        ("The yard expects sales growth of 1.8 percent.", 1.8, "1.8 percent sales growth"),
        ("The court heard 61 cases, but only 17 of them were new.", 17, "17 of 61 cases"),
        ("Joan Reed was found guilty on nine of 14 counts.", 14, "14 counts: Joan Reed"),
        ("It handles 70 percent of imports and a third of exports.", 70, "70 percent of imports"),
        ("Trucks carried 40 tonnes of rice over the pass.", 40, "40 tonnes of rice"),
        ("Two of the five gates had not been repaired.", 2, "Two of five gates"),
        ("Storms have killed at least 43 people since Friday.", 43, "at least 43 people killed"),
        ("Between 55 and 60 percent of the flow is ice.", 55, "between 55 and 60 percent of flow"),
        ("The mill had 12,500 workers on June 30.", 12_500, "12,500 workers: mill"),
        ("The dam cost $14 million and took two years.", 14e6, "$14 million: dam"),
    ],
)
def test_a_headline_tells_what_rose_what_is_counted_and_whose_it_is(
    text: str, value: float, headline: str
) -> None:
    assert figure(text, value).headline.lower() == headline.lower()


def test_a_headline_is_not_cut_between_a_number_and_its_scale() -> None:
    text = "Ana Brook said that the old stone bridge had cost the town 2.4 billion lire, a scandal."
    assert not any(claim.headline.endswith(" 2.4") for claim in claims_of(text))


def test_a_headline_keeps_the_commas_of_a_number() -> None:
    found = claims_of("Ana Brook said the bids had passed 500,000, making it “the hardest ticket in town”.")
    assert any("passed 500,000" in claim.headline for claim in found)


def test_the_first_of_any_kind_to_do_something_is_a_superlative() -> None:
    (claim,) = claims_of("Joan Reed was the first senior official to be tried.")
    assert (claim.subject, claim.measure) == ("Joan Reed", "senior official")
    assert claims_of("That was the first step to be taken.") == []


def test_shares_of_what_a_sentence_opens_with_are_of_that() -> None:
    found = claims_of(
        "Of all the timber that Orsa sold in spring, 60 percent was pine, 25 percent was birch."
    )
    assert [(c.subject, c.measure, c.headline) for c in found] == [
        ("timber", "timber", "60 percent of timber was pine"),
        ("timber", "timber", "25 percent of timber was birch"),
    ]
    (claim,) = claims_of("Of the total readers who wrote in, 11 percent were retired.")
    assert claim.headline == "11 percent of readers were retired"


def test_a_share_that_its_clause_is_about_has_its_whole_for_a_subject() -> None:
    claim = figure("Ida Roos said that 38 percent of the water was lost on the way.", 38)
    assert (claim.subject, claim.speaker) == ("water", "Ida Roos")


def test_a_share_of_it_is_one_of_the_sum_before() -> None:
    claim = figure(
        "The canal cost $460 million, two-thirds of it borrowed abroad.", pytest.approx(66.67, 0.01)
    )
    assert (claim.measure, claim.headline) == ("$460 million", "two-thirds of $460 million")


def test_a_share_of_what_another_sentence_tells_is_not_listed() -> None:
    assert not any(claim.quantity for claim in claims_of("“We want one percent of that,” said Ida Roos."))


def test_shares_in_brackets_are_those_of_the_owners_before_them() -> None:
    text = "It is owned by Halden (57.5 percent), Rio Norte (30 percent) and a Swedish fund (12.5 percent)."
    assert [c.subject for c in claims_of(text) if c.quantity] == ["Halden", "Rio Norte", "Swedish fund"]


@pytest.mark.parametrize(
    ("text", "value", "subject"),
    [
        ("The ministry put the losses at 9 million euros.", 9e6, "losses"),
        ("The firm, Europe's second-biggest grower, lost 3 million euros.", 3e6, "firm"),
        ("Lena Ost, 34, who slept in a school with 400 others, lost 12 goats.", 400, "Lena Ost"),
        (
            "The fund said in May that the rules made by the court would cost 90 jobs.",
            90,
            "rules made by the court",
        ),
        ("Prices fell to 5 percent in May from 7 percent.", 7, "prices"),
    ],
)
def test_a_figure_is_about_what_its_clause_puts_it_beside(text: str, value: float, subject: str) -> None:
    assert (figure(text, value).subject or "").lower() == subject.lower()


def test_last_year_is_a_subject_of_two_words() -> None:
    assert claims_of("Last year was the hottest in the valley since 1950.")[0].subject == "last year"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Workers at Serrana, the world's fourth-largest mine, walked out.", "Serrana"),
        ("The company, Europe's second-biggest grower, closed.", "company"),
        ("Exports fell in October, the worst month of the year.", "Exports"),
    ],
)
def test_a_superlative_behind_a_comma_is_of_the_name_before_it(text: str, owner: str) -> None:
    claim = next(c for c in claims_of(text) if c.kind == "superlative")
    assert (claim.subject or "").lower() == owner.lower()


def test_a_superlative_that_only_tells_which_ones_are_meant_is_not_listed() -> None:
    assert claims_of("He saw that the smallest ponds, those of less than one acre, had dried up.") == []


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "a loss of 214 million euros ($230 million), compared with a profit of 391 million",
            ["euro", "dollar", "euro"],
        ),
        ("revenue of $2.4 billion, missing the 2.57 billion that was expected", ["dollar", "dollar"]),
        ("138,000 tonnes of salmon this year, down from an earlier estimate of 150,000", ["metric ton"] * 2),
        ("They lost $3 million. A profit of 5 million was hoped for.", ["dollar", None]),
    ],
)
def test_millions_of_nothing_are_of_what_the_sum_before_is(text: str, units: list[str | None]) -> None:
    assert [quantity.unit for quantity in find_quantities(text)] == units


def test_since_when_a_record_holds_is_not_the_date_of_the_figures_beside_it() -> None:
    text = "The river rose to 12.6 metres, the highest level since 1954."
    found = {c.kind: c.as_of for c in claims_of(text, "2023-08-14")}
    assert found == {"quantity": "2023-08-14", "superlative": "1954"}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The agency expects 150 millimetres of rain.", Modality.PREDICTED),
        ("The yard cut its order forecast by 8 percent.", Modality.ASSERTED),
        ("Ida Roos told the club in May that 30 jobs were lost.", Modality.ASSERTED),
    ],
)
def test_a_forecast_is_told_from_what_is_said_of_one(text: str, modality: Modality) -> None:
    assert next(c for c in claims_of(text) if c.quantity).modality is modality
