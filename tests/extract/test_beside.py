"""What follows a number is its next letters, or else its next sign."""

import pytest

from kzcheck.extract.beside import behind


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("5 million tanks", "million"),
        ("5-year plan", "year"),
        ("5% of them", "%"),
        ("5.", "."),
        ("5 - 10", "1"),
        ("5 čšž", "č"),
        ("5", ""),
        ("5  ", ""),
    ],
)
def test_what_follows_a_number_is_letters_or_one_sign(text: str, following: str) -> None:
    assert behind(text, 1) == following


def test_what_lies_further_off_than_a_few_spaces_does_not_follow() -> None:
    assert behind("5" + " " * 40 + "million", 1) == " "
