import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kzcheck.tui import safe


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("[bold]not markup[/]", "[bold]not markup[/]"),
        ("a\tb\r\nc", "a b  c"),
        ("\u202eevil", "␦evil"),
        ("\x9b31m", "␦31m"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\ud800", "�"),
        ("\x7f", "␡"),
        (None, ""),
    ],
)
def test_what_a_terminal_must_not_see_becomes_a_visible_mark(text, shown):
    assert safe.line(text) == shown


def test_line_breaks_are_kept_only_where_they_are_wanted():
    assert safe.lines("one\ntwo\x1b") == "one\ntwo␛"


def test_a_line_without_end_is_cut_and_says_so():
    assert safe.line("w" * 100_000).endswith("… (96,000 more characters)")


@pytest.mark.parametrize("text", ["中国人口", "👩‍👩‍👧‍👦x", "e\u0301e\u0301", "abcdef", "🇰🇿🇰🇿"])
@pytest.mark.parametrize("width", range(9))
def test_a_clipped_line_has_exactly_the_width_asked_for(text, width):
    assert cell_len(safe.clip(text, width)) == width


@given(st.text(max_size=60), st.integers(0, 40))
def test_any_text_clips_to_any_width(text, width):
    clipped = safe.clip(text, width)
    assert cell_len(clipped) == width
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in clipped)


@given(st.text(max_size=80))
def test_safe_text_is_safe_already(text):
    assert safe.line(safe.line(text)) == safe.line(text)


def test_content_is_never_markup():
    assert safe.content("[red]x[/red]").plain == "[red]x[/red]"
    assert not safe.content("[red]x[/red]").spans
