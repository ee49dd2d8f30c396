"""Durations of two parts, shares whose whole is told before, and how their headlines say it."""

import pytest
from found_claims import claims_of

from kzcheck.domain import ClaimKind


def figures(text: str) -> list[tuple[float, str | None, str]]:
    return [
        (claim.quantity.value or 0, claim.quantity.unit, claim.headline)
        for claim in claims_of(text)
        if claim.quantity
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nurses spent 3 hours 20 minutes a day on paperwork.",
            (200, "minute per day", "3 hours 20 minutes a day on paperwork"),
        ),
        ("The ferry needs an hour and ten minutes.", (70, "minute", "an hour and ten minutes: ferry")),
        ("The walk takes two hours and a half.", (2.5, "hour", "two hours and a half: walk")),
        ("The banker was jailed for six years and three months.", (75, "month", "")),
    ],
)
def test_a_duration_of_two_parts_is_one_figure(text: str, expected: tuple[float, str, str]) -> None:
    ((value, unit, headline),) = figures(text)
    assert (value, unit) == expected[:2]
    assert headline == (expected[2] or headline)


def test_the_headline_of_a_duration_says_what_was_done_for_so_long() -> None:
    text = "The fire crews arrived within 20 minutes. They worked for more than five hours."
    assert [headline for *_, headline in figures(text)] == [
        "within 20 minutes: fire crews arrived",
        "more than five hours: fire crews worked",
    ]


def test_a_journey_of_an_hour_is_about_the_journey() -> None:
    found = claims_of(
        "They take buses, which need an hour and ten minutes for a journey that normally takes 25 minutes."
    )
    assert [claim.subject for claim in found if claim.quantity] == ["buses", "journey"]


def test_a_share_that_opens_its_sentence_is_of_those_who_were_asked_before() -> None:
    text = (
        "The institute asked 4,180 workers in May. Some 40 percent said they felt tired. "
        "Another 17 percent declined to answer."
    )
    assert [claim.measure for claim in claims_of(text) if claim.kind is ClaimKind.PERCENTAGE] == [
        "workers",
        "workers",
    ]


def test_a_share_of_nobody_named_says_what_they_did() -> None:
    assert [headline for *_, headline in figures("One in eight thinks that it will never come.")] == [
        "One in eight thinks it will never"
    ]


def test_half_of_them_is_half_of_what_the_sentence_before_counted() -> None:
    text = "The petition gathered 18,500 signatures. Half of them came from abroad."
    assert figures(text)[-1][2] == "Half of signatures"


def test_a_level_is_no_share_of_those_counted_before() -> None:
    text = "Some 60 percent of tenants moved. The share was 71 percent in May."
    assert figures(text)[-1][2] == "71 percent share"


def test_two_who_were_flown_out_are_two_of_the_people_counted_before() -> None:
    text = "The crash hurt nine people. Two were flown to a hospital in Orvan."
    assert any(claim.subject == "two people" for claim in claims_of(text))


def test_who_believes_something_is_no_speaker_when_it_is_a_share() -> None:
    text = "Four in ten managers believe the shorter week will be common."
    assert [claim.kind for claim in claims_of(text)] == [ClaimKind.PERCENTAGE]


@pytest.mark.parametrize(
    "text",
    [
        "Only employees under 35 would accept lower pay.",
        "Most of those over 50 said the same.",
        "In the old town one shop in five stands empty.",
    ],
)
def test_an_age_or_a_part_of_a_share_is_no_count(text: str) -> None:
    assert figures(text) == []


def test_the_same_weight_in_other_units_is_one_claim() -> None:
    assert len(figures("The pool holds about 2,750 tons, or 2,500 metric tons, of water.")) == 1


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("A ferry carrying 214 passengers left the pier.", "214 passengers: ferry"),
        ("The blast broke windows, injuring nine people, two of them badly.", "nine people injured"),
        ("The mill closed and 600 people lost their jobs.", "600 people lost their jobs"),
        ("The number of guards had fallen from 310 in 2015 to 180.", "310: number of guards"),
        ("The pilot covered 41 companies and more than 1,000 clerks.", "41 companies: pilot"),
        ("Last year the museum sold three times as many.", "three times as many"),
        ("Tarn and Velo treated 640 and 410 children, respectively.", "640 children: Tarn"),
        ("Dorn and Lund have 12 and 15 factories, respectively.", "12 factories: Dorn"),
        ("Guests paid 7 pounds each.", "7 pounds each"),
        ("The crews felled 12,000 trees along it.", "12,000 trees: crews"),
        ("The Federation of Small Firms has 160,000 members.", "160,000 members: Federation of Small Firms"),
    ],
)
def test_a_headline_is_a_value_and_what_it_is_of(text: str, headline: str) -> None:
    assert headline in [found for *_, found in figures(text)]


def test_a_measure_before_a_noun_is_that_of_the_noun() -> None:
    (claim,) = [c for c in claims_of("Researchers watched the 1,900-mile-wide moon Orla.") if c.quantity]
    assert claim.subject == "moon Orla"


def test_a_size_behind_a_description_is_that_of_the_name_described() -> None:
    (claim, *_) = [c for c in claims_of("Lund & Sons, a maker with 840 staff, moved in 2022.") if c.quantity]
    assert claim.subject == "Lund & Sons"


def test_a_grant_that_was_cut_behind_an_aside_is_what_fell() -> None:
    text = "The council, which owns the hall, cut its grant by 30 percent in 2022."
    assert figures(text)[0][2] == "30 percent drop in grant"


def test_repairs_that_took_weeks_are_a_subject_and_no_verb() -> None:
    text = "No one was hurt, but repairs took 11 weeks and cost 9 million crowns."
    assert {claim.subject for claim in claims_of(text) if claim.quantity} == {"repairs"}


def test_a_date_in_an_aside_is_not_when_the_claim_held() -> None:
    text = "The clock, a tower clock made in 1487, weighs 640 kilograms."
    assert [claim.as_of for claim in claims_of(text) if claim.quantity] == [None]


def test_the_number_of_a_house_is_no_year() -> None:
    assert all(claim.as_of is None for claim in claims_of("Police arrested Ana Reyes, of 1909 Elm Drive."))


def test_great_sums_in_pounds_are_money_where_the_text_tells_of_money_in_pounds() -> None:
    text = "The trial cost 2.3 million pounds. The council saved 42,000 pounds. He lost 20 pounds of fat."
    assert [unit for _, unit, _ in figures(text)] == ["pound sterling", "pound sterling", "pound-mass"]
