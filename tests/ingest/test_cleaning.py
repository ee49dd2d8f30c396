"""Text made safe to show."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.domain import Metadata
from kzcheck.extract import find_quantities
from kzcheck.ingest import clean_text, read_source


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[1;38;5;9m",
        "\x1b[2J",
        "\x1b[?25l",
        "\x1b]0;owned\x07",
        "\x1b]8;;https://a.example/\x1b\\",
        "\x1b",
    ],
)
def test_an_escape_sequence_becomes_one_picture(sequence: str) -> None:
    assert clean_text(f"a {sequence}12 percent") == "a \u241b12 percent"


@pytest.mark.parametrize(
    "unfinished",
    ["[12 percent of it", "]0;12 percent of it", "]0;12 percent\nof it", "]12 percent of it\x07"],
)
def test_words_after_an_unfinished_sequence_stay(unfinished: str) -> None:
    assert clean_text(f"\x1b{unfinished}") == "\u241b" + unfinished.replace("\x07", "\u2407")


def test_figures_in_terminal_colours_are_found_at_their_places(tmp_path: Path) -> None:
    path = tmp_path / "coloured.txt"
    path.write_text(
        "Rents rose \x1b[1m12 percent\x1b[0m in 2021, by \x1b[31m$4.5 million\x1b[0m on 12 schools.\n"
    )

    (document,) = read_source(str(path), given=Metadata(), stdin=None, fetch=pytest.fail)

    found = [quantity.text for quantity in find_quantities(document.text)]
    assert found == ["12 percent", "$4.5 million", "12 schools"]
    assert all(q.text == document.text[q.start : q.end] for q in find_quantities(document.text))


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
