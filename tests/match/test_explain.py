"""The reasons of a comparison, as a reviewer reads them."""

import pytest

from kzcheck.desk.comparing import compare_texts


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


def test_what_is_only_related_says_so() -> None:
    reasons = compare_texts(
        "Russia dispatched troops to Kazakhstan to guard the embassy and the airport.",
        "The Kremlin decided on Thursday that Russian troops would be dispatched, said a spokesman.",
    ).reasons
    assert reasons[0] == "on one topic"
