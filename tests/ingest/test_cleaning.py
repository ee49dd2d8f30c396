"""Text made safe to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.ingest import clean_text


def test_an_escape_sequence_becomes_its_picture_and_keeps_its_length() -> None:
    assert clean_text("a\x1b[31mred") == "a\u241b[31mred"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [("\x00", "\u2400"), ("\x07", "\u2407"), ("\x7f", "\u2421"), ("\x9b", "\u2426"), ("\u202e", "\u2426")],
)
def test_a_control_becomes_one_visible_mark(raw: str, shown: str) -> None:
    assert clean_text(f"x{raw}y") == f"x{shown}y"


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_newline_is_one(newline: str) -> None:
    assert clean_text(f"one{newline}two") == "one\ntwo"


def test_invisible_layout_inside_a_word_goes() -> None:
    assert clean_text("Kaza\u00adkh\u200bstan\ufeff") == "Kazakhstan"


def test_letters_are_not_composed_or_changed() -> None:
    decomposed = unicodedata.normalize("NFD", "Семей é")
    assert clean_text(decomposed) == decomposed


def test_a_joiner_of_emoji_or_persian_stays() -> None:
    assert clean_text("👩\u200d🌾 می\u200cخواهم") == "👩\u200d🌾 می\u200cخواهم"


def test_a_tab_stays_and_a_lone_surrogate_is_replaced() -> None:
    assert clean_text("a\tb\ud800") == "a\tb\ufffd"


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    cleaned = clean_text(text)
    assert clean_text(cleaned) == cleaned
    assert not any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in cleaned)
