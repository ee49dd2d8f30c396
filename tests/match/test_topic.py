"""Which statements that are not the same are worth seeing side by side, and what is said of them."""

import pytest

from kzcheck.desk.comparing import compare_texts, prepare_claim
from kzcheck.desk.extracting import extract_text
from kzcheck.domain import Comparison, Relation
from kzcheck.match import compare


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The ministry said that the office of the attorney general had opened an inquiry into the mine.",
            "Drivers whose licence was withdrawn can turn to the office of a notary, he added on Friday.",
        ),
        (
            "Voters gave the new mayor of Lima a chance.",
            "Traders in Lima gave up on the copper mine in June.",
        ),
        (
            "“We start with what our readers want,” said the founder of the publishing house in Lima.",
            "The mine in Lima will start to sell copper from the northern shaft next year, its owner said.",
        ),
        ("For the first time in a long time", "For the first time"),
        ("10 things to know for today", "Things you need to know today"),
    ],
)
def test_statements_that_share_names_and_everyday_words_alone_do_not_match(a: str, b: str) -> None:
    assert compare_texts(a, b).relation is Relation.DIFFERENT
    assert compare_texts(b, a).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (
            "Russia duly sent soldiers to calm the streets.",
            "The Kremlin's decision to dispatch a Russian force to Almaty surprised diplomats.",
            "perhaps one event",
        ),
        (
            "Officials in Osaka banned plastic bags in all markets of the old harbour town from next spring.",
            "Shops complained about the ban in Osaka, and the owners of many went to court over the bags.",
            "perhaps one event",
        ),
        (
            "The harbour of Aktau handles most of the grain that leaves the country.",
            "Grain prices in Aktau rose when the harbour was closed for a week by ice.",
            "on one topic",
        ),
        (
            "The CSTO sent troops to Kazakhstan.",
            "The CSTO sent troops to Kazakhstan to guard the airport and the oil fields in the west.",
            "one says more of the same",
        ),
    ],
)
def test_statements_on_one_event_match_and_say_so_first(a: str, b: str, why: str) -> None:
    for comparison in (compare_texts(a, b), compare_texts(b, a)):
        assert comparison.relation is Relation.RELATED
        assert comparison.reasons[0] == why


def test_of_statements_on_one_topic_only_what_both_have_is_told() -> None:
    reasons = compare_texts(
        "The interest that banks ask for a car loan stayed below 6 percent for the fourth month in Japan.",
        "Dealers in Japan say car sales slumped by 10 percent in October, when loan rates went up again.",
    ).reasons
    assert reasons == ("on one topic", "both: car, loan, Japan")


def test_figures_of_other_measures_are_no_conflict() -> None:
    comparison = compare_texts(
        "the tariffs imposed so far by the Osborne government would shrink the economy by $63.1 billion",
        "the Osborne government had planned to impose on Monday on another $160 billion of steel",
    )
    assert comparison.relation is not Relation.CONFLICT
    assert "$63.1 billion against $160 billion" not in comparison.reasons


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The army spent $56.4m on boots in 1987.", "Spending of the army on boots came to $73.7m in 1987."),
        ("The fire in Osh killed 12 people.", "A fire in Osh has killed 15 people."),
    ],
)
def test_figures_of_one_measure_are_still_a_conflict(a: str, b: str) -> None:
    assert compare_texts(a, b).relation is Relation.CONFLICT


def test_one_man_and_seven_storms_contradict_nothing() -> None:
    comparison = compare_texts(
        "Rain, hail and seven storms tore through the southern plains, killing a farmer and razing barns.",
        "Storms and floods tore through the southern plains, killing one man and razing barns, police said.",
    )
    assert comparison.relation is not Relation.CONFLICT
    assert not any(
        "against one man" in reason or "one man against" in reason for reason in comparison.reasons
    )


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        ("The court in Osh met on May 3.", "The court in Osh met on 4 May.", "May 3 against 4 May"),
        (
            "The court in Osh met on Nov. 3.",
            "The court in Osh met on November 4.",
            "Nov 3 against November 4",
        ),
        ("The court in Osh met on Otcober 3.", "The court in Osh met on October 4.", "3 against October 4"),
    ],
)
def test_another_day_of_the_month_is_said_with_its_month(a: str, b: str, why: str) -> None:
    comparison = compare_texts(a, b)
    assert comparison.relation is Relation.CONFLICT
    assert comparison.reasons[0] == why


def test_a_day_is_no_counterpart_of_an_amount() -> None:
    reasons = compare_texts(
        "“The new fees bring in billions of dollars from the mines,” the minister said.",
        "“The new fees bring in billions of dollars from the mines,” the minister said on Nov. 8.",
    ).reasons
    assert not any("Nov 8" in reason and "dollars" in reason for reason in reasons)


def test_an_abbreviation_and_what_it_stands_for_are_told_once() -> None:
    reasons = compare_texts(
        "The CSTO sent troops on Monday.",
        "The Collective Security Treaty Organization sent troops on Monday.",
    ).reasons
    assert "both: CSTO/Collective Security Treaty Organization, sent, troops, Monday" in reasons


def test_letters_of_a_short_abbreviation_have_an_order() -> None:
    reasons = compare_texts(
        "Jackets and Canadiens players met the mayor.", "The mayor met CJ Morgan and the players."
    ).reasons
    assert not any("CJ/" in reason or "/CJ" in reason for reason in reasons)


def test_a_country_in_a_figure_is_read() -> None:
    reasons = compare_texts("2 US soldiers die in Mali crash", "The US army says two soldiers died.").reasons
    assert any("US" in reason for reason in reasons if reason.startswith("both: "))


def _claims_compared(one: str, other: str, first: str, second: str) -> Comparison:
    (document, claims), (another, others) = extract_text(one), extract_text(other)
    mine = next(claim for claim in claims if claim.quantity is not None and claim.quantity.text == first)
    theirs = next(claim for claim in others if claim.quantity is not None and claim.quantity.text == second)
    return compare(prepare_claim(mine, document), prepare_claim(theirs, another))


def test_two_claims_of_one_sentence_are_no_match() -> None:
    text = "The plant has 640 machines and employs 2,100 workers in Karaganda."
    assert _claims_compared(text, text, "640 machines", "640 machines").relation is Relation.DUPLICATE
    assert _claims_compared(text, text, "640 machines", "2,100 workers").relation is Relation.DIFFERENT
