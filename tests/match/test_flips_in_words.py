"""Changes of one word that make another statement: spelled numbers, denials, turns, days and time words."""

import re
from collections.abc import Iterator

import pytest

from kzcheck.desk.comparing import compare_texts
from kzcheck.desk.demo import sample_articles
from kzcheck.desk.extracting import extract_source
from kzcheck.domain import Relation, ZoneKind

STATEMENTS = (
    "Output rose by five percent in 2021.",
    "Twelve workers died in the mine on Monday.",
    "The rate rose by 3 percent in May.",
    "The increase in fuel prices was 20 percent.",
    "Exports have grown since 2014.",
    "The mine was closed before 2019.",
    "It was the first strike at the plant since 1991.",
    "The second reactor will open in April.",
    "The third reactor stopped on Tuesday.",
    "The ministry never published the list of the detained.",
    "Half of the voters stayed at home.",
    "Two ships sank off Aktau on Sunday.",
    "Growth in the region was 4 percent.",
    "Parliament signed the treaty with Kyrgyzstan.",
    "The army holds three towns in the valley.",
    "Prices reached a peak in January.",
    "The governor opened the bridge in July.",
)

OTHER_WORDS = {
    "a spelled number": {
        "two": "seven", "three": "eight", "five": "ten", "Twelve": "Twenty", "Two": "Three",
        "Half": "A third", "fifth": "third", "four-fifths": "two-fifths", "million": "billion",
        "ten": "forty",
    },
    "a noun of direction": {"increase": "decrease", "Growth": "Decline", "peak": "low", "rise": "fall"},
    "a time word": {"since": "until", "before": "after", "after": "before"},
    "its place in turn": {
        "first": "second", "second": "third", "third": "fourth", "second-largest": "third-largest",
    },
    "a day": {"Monday": "Tuesday", "Tuesday": "Friday", "Sunday": "Monday", "Thursday": "Wednesday"},
    "a month": {"January": "March", "April": "June", "May": "July", "July": "August"},
    "a denial": {
        "rose": "never rose", "opened": "failed to open", "signed": "refused to sign",
        "holds": "failed to hold", "carries": "failed to carry", "never published": "published",
        "have grown": "have not grown",
        "sank": "never sank", "closed": "never closed",
    },
    "percentage points": {"percent": "percentage points"},
}  # fmt: skip


def statements() -> Iterator[str]:
    """Yield statements made up here, and what the sample articles claim."""
    yield from STATEMENTS
    for article in sample_articles():
        for _, claims in extract_source(str(article)):
            yield from (claim.quote for claim in claims if claim.zone is ZoneKind.BODY)


@pytest.mark.parametrize("name", OTHER_WORDS)
def test_a_statement_with_another_word_is_no_duplicate(name: str) -> None:
    changed = [
        (text, text[: found.start()] + other + text[found.end() :])
        for text in dict.fromkeys(statements())
        for word, other in OTHER_WORDS[name].items()
        for found in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    ]
    assert len(changed) >= 3
    for one, other in changed:
        for comparison in (compare_texts(one, other), compare_texts(other, one)):
            assert comparison.relation not in (Relation.DUPLICATE, Relation.COMPATIBLE), (one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The governor opened the bridge in July.", "The governor failed to open the bridge in July."),
        ("Parliament signed the treaty.", "Parliament refused to sign the treaty."),
    ],
)
def test_what_failed_is_in_conflict_with_what_happened(one: str, other: str) -> None:
    for comparison in (compare_texts(one, other), compare_texts(other, one)):
        assert comparison.relation is Relation.CONFLICT
        assert comparison.reasons[0] == "one says it, the other denies it"


def test_a_word_of_the_same_series_is_told() -> None:
    comparison = compare_texts("Two ships sank off Aktau on Sunday.", "Two ships sank off Aktau on Monday.")
    assert comparison.relation is Relation.RELATED
    assert comparison.reasons[0] == "Sunday against Monday"
