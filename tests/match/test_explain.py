"""The reasons of a comparison, as a reviewer reads them."""

import pytest

from kzcheck.desk.comparing import compare_texts, prepare_claim
from kzcheck.desk.extracting import extract_text
from kzcheck.domain import Relation
from kzcheck.match import compare


@pytest.mark.parametrize(
    ("a", "b", "reasons"),
    [
        (
            "Fuel prices rose by 12 percent in Almaty.",
            "Petrol prices rose by 12 percent in Almaty.",
            ("the same in other words", "both say 12 percent", "both: Fuel/Petrol, prices, rose, Almaty"),
        ),
        (
            "The railway is 640 miles long.",
            "The railway is 640 miles long.",
            ("word for word the same", "both say 640 miles", "both: railway, miles, long"),
        ),
        (
            "Output rose by 12 percent in Almaty.",
            "Output rose by 21 percent in Almaty.",
            ("12 percent against 21 percent", "both: Output, rose, Almaty"),
        ),
        (
            "A fire in a warehouse in Osaka killed 12 people on Friday.",
            "A fire in a warehouse in Kyoto killed 12 people on Friday.",
            (
                "one is about Osaka, the other about Kyoto",
                "both say 12 people",
                "both: fire, warehouse, killed, people, Friday",
                "they differ in: Osaka against Kyoto",
            ),
        ),
    ],
)
def test_the_first_reason_decides_and_the_rest_says_what_both_have(
    a: str, b: str, reasons: tuple[str, ...]
) -> None:
    assert compare_texts(a, b).reasons == reasons


def test_a_hedge_is_said_once() -> None:
    reasons = compare_texts(
        "The pipeline carries about four-fifths of the oil exports.",
        "The pipeline carries 80 percent of the oil exports.",
    ).reasons
    assert reasons[0] == "about four-fifths and 80 percent agree, allowing for the hedge"
    assert sum("four-fifths" in reason for reason in reasons) == 1


def test_a_statement_with_more_to_say_is_said_to_be_the_only_one() -> None:
    reasons = compare_texts(
        "The CSTO sent troops to Kazakhstan.", "The CSTO sent troops to Kazakhstan to guard the airport."
    ).reasons
    assert reasons[-1] == "only one says: guard, airport"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The deadly fire destroyed a market in Osh.", "The Osh Daily wrote of fire at a market."),
        ("Protest in the capital of Peru", "Protect the capital of Peru"),
        (
            "The governor repeatedly visited the flooded region.",
            "The governor reportedly visited the region twice.",
        ),
    ],
)
def test_common_words_are_never_taken_for_one_another_misspelt(a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        assert not any(
            f"{x}/{y}" in reason.casefold()
            for reason in compare_texts(one, other).reasons
            for x, y in (("deadly", "daily"), ("protest", "protect"), ("repeatedly", "reportedly"))
            for x, y in ((x, y), (y, x))
        )


def test_a_misspelt_name_is_still_found() -> None:
    reasons = compare_texts(
        "Zelenskiy met miners in Karaganda.", "Zelensky visited miners in Karagandy on Monday."
    ).reasons
    assert "both: Zelenskiy/Zelensky, met/visited, miners, Karaganda/Karagandy" in reasons or (
        "both: Zelenskiy/Zelensky, miners, Karaganda/Karagandy" in reasons
    )


DENIAL = "one says it, the other denies it"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Moscow announced that it will not put the pipeline on the agenda of the talks.",
            "The pipeline lies in the west and Moscow pays for the talks.",
        ),
        (
            "It was not the first time that Lopez had raised concerns over the harbour.",
            "Lopez had become frustrated with the harbour and raised concerns.",
        ),
    ],
)
def test_a_denial_of_something_else_is_not_held_against_a_statement(a: str, b: str) -> None:
    for one, other in ((a, b), (b, a)):
        assert DENIAL not in compare_texts(one, other).reasons


def test_what_one_side_denies_and_the_other_says_is_told() -> None:
    comparison = compare_texts(
        "The ministry did not close the refinery in Atyrau.", "The ministry closed the refinery in Atyrau."
    )
    assert comparison.relation is Relation.CONFLICT
    assert comparison.reasons[0] == DENIAL


def test_opposite_words_of_unlike_statements_are_no_reason() -> None:
    comparison = compare_texts(
        "The flu is growing at an alarming rate in every town of the province, said Noor.",
        "People joke about it, but when it comes down to it the flu is a problem, Noor wrote.",
    )
    assert not any(reason.startswith("opposite") for reason in comparison.reasons)


def test_figures_of_unlike_statements_are_not_said_to_measure_different_things() -> None:
    reasons = compare_texts(
        "The dock drained the battery by 4 percent an hour.",
        "The new model has 71 kilowatt hours of battery capacity and 230 horsepower.",
    ).reasons
    assert not any("measure different things" in reason for reason in reasons)


def test_equal_numbers_of_other_things_are_set_against_each_other() -> None:
    reasons = compare_texts(
        "Bushfires destroyed 300 homes in the valley.",
        "The smoke of the bushfires in the valley made 300 people sick.",
    ).reasons
    assert "300 homes against 300 people" in reasons


RANKS = (
    "Norland has the largest oil pipelines in Europe.",
    "Norland has the largest oil reserves in Europe.",
)


def test_the_same_rank_of_other_things_is_no_duplicate() -> None:
    read = [extract_text(text) for text in RANKS]
    one, other = [prepare_claim(claims[0], document) for document, claims in read]
    comparison = compare(one, other)
    assert comparison.relation is Relation.RELATED
    assert "largest oil pipelines in Europe against largest oil reserves in Europe" in comparison.reasons


def test_members_and_troops_may_be_the_same_people() -> None:
    comparison = compare_texts(
        "Two service members died in a helicopter crash in Mali.",
        "Two troops were killed in a helicopter crash in Mali.",
    )
    assert comparison.relation is Relation.DUPLICATE
    assert "Two service members = Two troops" in comparison.reasons


def test_words_of_saying_are_not_listed() -> None:
    reasons = compare_texts(
        "The mayor said on Monday that the bridge was closed.", "The mayor announced that the bridge is shut."
    ).reasons
    assert not any("said" in reason or "announced" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "I think the allegations against the minister are not credible, said Volkova.",
            "I always think of it like this, said Harper.",
        ),
        (
            "In the eighteenth century Russia built what is now Odesa.",
            "The Russian tongue is heard in every market of Odesa.",
        ),
    ],
)
def test_statements_that_share_names_or_everyday_words_alone_are_not_related(a: str, b: str) -> None:
    assert compare_texts(a, b).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("a", "b", "reason"),
    [
        (
            "Norland soon dispatched soldiers to calm the harbour town",
            "President Berg agreed to send 2,500 Norland troops, as the alliance had asked of the country",
            "perhaps one event",
        ),
        (
            "A chopper crash in Mali on Sunday left nine soldiers dead, the army said in a statement",
            "The rebels of Mali claimed that they had shot down the helicopter, which crashed in the north",
            "perhaps one event",
        ),
        (
            "Today Norway maintains weather stations in Svalbard and Greenland.",
            "Norway has many weather stations strewn over the shores of this sea.",
            "on one topic",
        ),
    ],
)
def test_related_statements_may_tell_of_one_event(a: str, b: str, reason: str) -> None:
    for one, other in ((a, b), (b, a)):
        comparison = compare_texts(one, other)
        assert (comparison.relation, comparison.reasons[0]) == (Relation.RELATED, reason)


def test_what_is_not_quite_sure_is_said_so() -> None:
    surely = compare_texts(
        "Fuel prices rose by 12 percent in Almaty.", "Petrol prices rose by 12 percent in Almaty."
    )
    perhaps = compare_texts(
        "Two US service members die in Mali helicopter crash", "Two troops killed in helicopter crash in Mali"
    )
    assert (surely.reasons[0], perhaps.reasons[0]) == (
        "the same in other words",
        "perhaps the same, in other words",
    )
