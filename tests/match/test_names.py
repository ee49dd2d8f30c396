"""Names that are one."""

import pytest

from kzcheck.match.names import initials, is_abbreviation, likeness, skeleton


def test_initials_name_what_a_spelled_out_body_may_be_called() -> None:
    words = ["Collective", "Security", "Treaty", "Organization"]
    assert ("CSTO", 4) in initials(words, 0)


@pytest.mark.parametrize("word", ["CSTO", "EU", "UN", "MPs"])
def test_capitals_are_an_abbreviation(word: str) -> None:
    assert is_abbreviation(word)


@pytest.mark.parametrize("word", ["Us", "A", "Kazakhstan", "2nd", "ABCDEFGH"])
def test_other_words_are_none(word: str) -> None:
    assert not is_abbreviation(word)


@pytest.mark.parametrize(
    ("one", "other"), [("qasym", "kassym"), ("tokayev", "tokaev"), ("zelensky", "zelenskyi")]
)
def test_transliterations_share_their_consonants(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"), [("jomart", "jomaert"), ("baikonur", "baykonur"), ("qasym", "kassym")]
)
def test_a_misprint_or_another_spelling_is_like(one: str, other: str) -> None:
    assert likeness(one, other) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"), [("iran", "iraq"), ("niger", "nigeria"), ("oil", "oils"), ("austria", "astana")]
)
def test_neighbours_are_not(one: str, other: str) -> None:
    assert likeness(one, other) == 0
