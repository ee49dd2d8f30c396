"""Figures that several share, votes and scores, and figures that say nothing new."""

import pytest
from found_claims import claims_of

from kzcheck.domain import ClaimKind, SubjectOrigin


def shares(text: str) -> list[tuple[float | None, str | None]]:
    return [(claim.quantity.value, claim.subject) for claim in claims_of(text) if claim.quantity]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Reds and the Blues finished with 15 and eight seats, respectively, in the end.",
            [(15, "Reds"), (8, "Blues")],
        ),
        (
            "Sales in France and Germany rose 3 and 4 percent, respectively.",
            [(3, "sales in France"), (4, "sales in Germany")],
        ),
        (
            "The share was high in Portugal and Ireland, at 71 percent and 68 percent, respectively.",
            [(71, "share in Portugal"), (68, "share in Ireland")],
        ),
        ("Malta and Cyprus each sent 500 troops to the island.", [(500, "Malta"), (500, "Cyprus")]),
        ("Malta and Cyprus sent 500 troops each.", [(500, "Malta"), (500, "Cyprus")]),
    ],
)
def test_everyone_has_the_figure_that_is_theirs(text: str, expected: list[tuple[float, str]]) -> None:
    assert shares(text) == expected
    assert {claim.subject_origin for claim in claims_of(text) if claim.quantity} == {
        SubjectOrigin.DISTRIBUTED
    }


def test_both_this_and_that_shares_nothing_out() -> None:
    text = "Malta sent Cyprus a bill. The repair of both road and rail cost Texas roughly $449,000."
    assert len(shares(text)) == 1


@pytest.mark.parametrize(
    ("text", "value", "headline"),
    [
        ("The Senate passed the bill 52-48 on Tuesday.", 52, "52-48 vote Senate passed bill"),
        ("The jury voted 12 to 3 for an acquittal.", 12, "12 to 3 vote jury voted"),
        (
            "The coach praised the team after a 4-1 win over Lund in the cup.",
            4,
            "4-1 coach praised team after",
        ),
    ],
)
def test_a_vote_or_score_is_a_claim(text: str, value: float, headline: str) -> None:
    (claim,) = [claim for claim in claims_of(text) if claim.quantity]
    assert claim.quantity is not None
    assert claim.quantity.value == value
    assert claim.headline == headline


@pytest.mark.parametrize(
    "text",
    [
        "He praised the “one country, two systems” formula of the treaty.",
        "The dispatcher took 911 calls about a fight on the train.",
        "The survey covered adults aged 26 or older.",
        "A fight broke out between two men on the train.",
        "The latest round of talks ended without a deal.",
    ],
)
def test_figures_of_speech_are_no_claims(text: str) -> None:
    assert not shares(text)


def test_the_same_length_in_other_units_is_one_claim() -> None:
    assert [value for value, _ in shares("The pipe is 1,900 miles (3,100 kilometers) long.")] == [1900]


def test_what_is_no_first_time_says_so() -> None:
    (claim,) = [
        claim for claim in claims_of("It was not the first time Norvale had been fined.") if claim.quantity
    ]
    assert claim.headline.startswith("not first time")
    assert claim.subject == "Norvale"


def test_counts_that_look_like_years_are_counts() -> None:
    text = "The army had 1307 tanks and 2174 lorries. Some 2020 patients were treated."
    assert [value for value, _ in shares(text)] == [1307, 2174, 2020]


def test_the_number_of_a_house_is_no_power_and_bail_no_lieu() -> None:
    assert not shares("The man of 3170 W. Elm Road was held in Leeds.")
    (claim,) = [
        claim for claim in claims_of("Voss is held in Leeds in lieu of $70,000 bond.") if claim.quantity
    ]
    assert "lieu" not in claim.headline


def test_a_name_in_s_before_what_is_counted_is_not_what_is_counted() -> None:
    (claim,) = claims_of("Two United States soldiers were killed in Leeds.")
    assert claim.quantity is not None
    assert (claim.quantity.unit, claim.subject) == ("United States soldier", "United States soldiers")


def test_what_a_figure_describes_leaves_the_event_to_be_told() -> None:
    kinds = {claim.kind for claim in claims_of("Norvale bought the 12-hectare site from Linhas.")}
    assert kinds == {ClaimKind.QUANTITY, ClaimKind.EVENT}
