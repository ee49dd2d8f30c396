"""Sentences: where they end, and that their offsets are true."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcheck.extract import split_sentences


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It stopped.", ["It rained.", "It stopped."]),
        ("Mr. Bell met Dr. Ames. They spoke.", ["Mr. Bell met Dr. Ames.", "They spoke."]),
        ("The U.S. Navy left. He lives in the U.S. The rest stayed.", None),
        ("Prices rose 2.5 percent. Wages did not.", ["Prices rose 2.5 percent.", "Wages did not."]),
        ("“Stop!” she said. “Now?” he asked.", ["“Stop!” she said.", "“Now?” he asked."]),
        ("On Jan. 5 it fell. J. K. Moss won.", ["On Jan. 5 it fell.", "J. K. Moss won."]),
        ("A headline\n\nA text.", ["A headline", "A text."]),
        ("It ended at 5 p.m. on Friday. Nobody came.", ["It ended at 5 p.m. on Friday.", "Nobody came."]),
        ("他来了。她走了。", ["他来了。", "她走了。"]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str] | None) -> None:
    wanted = expected or ["The U.S. Navy left.", "He lives in the U.S.", "The rest stayed."]
    assert pieces(text) == wanted


def test_a_wrapped_line_goes_on_and_a_short_line_ends() -> None:
    wrapped = "The council voted on Tuesday to close four of its nine\nlibraries by the spring."
    assert len(pieces(wrapped)) == 1
    assert pieces("Contents\nThe vote was close.") == ["Contents", "The vote was close."]


@given(st.text(alphabet=st.sampled_from('aA1 .!?\n"“”’),;。'), max_size=80))
@settings(max_examples=300)
def test_every_character_but_white_space_lies_in_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert all(span.of(text) and not span.of(text)[0].isspace() for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
