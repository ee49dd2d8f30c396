"""Control characters are shown in one way, wherever they come from and wherever they are shown."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kzcheck.domain import visible, visible_lines
from kzcheck.ingest import clean_text
from kzcheck.tui import safe

STEERING = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def test_every_kind_of_control_has_its_mark() -> None:
    assert visible("\x1b[31mred\x9b\u202e \x07\x7f\ud800 soft\u00adhyphen a\tb\r\nc") == (
        "␛[31mred␦␦ ␇␡\N{REPLACEMENT CHARACTER} softhyphen a b  c"
    )


@given(st.text())
def test_what_is_shown_is_one_line_that_does_nothing_to_a_terminal(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not set(shown) & STEERING
    assert visible(shown) == shown


@given(st.text())
def test_only_line_ends_are_kept_in_what_is_shown_on_several_lines(text: str) -> None:
    assert visible_lines(text).split("\n") == [visible(line) for line in text.split("\n")]


@given(st.text(st.characters(exclude_characters="\t\n\r\x0b\x0c\x85\x1b\u2028\u2029")))
def test_an_article_is_read_with_the_marks_that_the_screen_and_the_command_line_show(text: str) -> None:
    assert visible(clean_text(text)) == visible(text) == safe.line(text, limit=len(text) + 1)
