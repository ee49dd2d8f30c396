"""What counts as the same words, where they end, and how a difference reads."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcheck.domain import PassageOutcome, Span
from kzcheck.evidence import Difference, find_passage
from kzcheck.evidence.normal import NormalText, normalise

PAGE = "The mill burned twice. In 1903 it held 2,500 sacks of rye, about 12.5 percent of the harvest."


@pytest.mark.parametrize(
    ("passage", "page"),
    [
        ('it\'s "fine" - really', "it’s “fine” — really"),
        ("two lines of text", "two\r\n   lines\u00a0of\u2009text"),
        ("an example of it", "an exam-\n  ple of it"),
        ("co-operative work", "co\u00ad-\u200boper\u00adative work"),
        ("the first office", "the \ufb01rst o\ufb03ce"),
        ("the mill burned twice", "the mill[12] burned[3][4] twice"),
        ("café noir", "cafe\u0301 noir"),
        ("cafe\u0301 noir", "café noir"),
        ("and so on... then", "and so on… then"),
        ("“It holds.”", "He said it: It holds, more or less."),
        ("… more or less …", "He said it: It holds, more or less."),
        ("[...] it holds, more", "He said it: it holds, more or less."),
        ("[I]t holds, more", "He said it: It holds, more or less."),
    ],
)
def test_spelling_of_quotes_dashes_and_blanks_makes_no_difference(passage: str, page: str) -> None:
    check = find_passage(passage, f"Before. {page} After.")
    assert check.outcome is PassageOutcome.FOUND
    assert check.line == "found"


@pytest.mark.parametrize(
    ("passage", "page"),
    [
        ("5 percent of the harvest", PAGE),
        ("500 sacks", PAGE),
        ("about 12", PAGE),
        ("it held 2", PAGE),
        ("he mill", PAGE),
        ("mill burn", PAGE),
        ("20 people", "between 10-20 people"),
        ("3 degrees", "it fell to -3 degrees"),
        ("2 cups", "it takes 1/2 cups"),
        ("rose by 5", "it rose by 5% in May"),
        ("about 10", "about 10–15 percent"),
        ("by 10", "by 10:30 it was over"),
        ("in 1990", "in 1990/91 they left"),
        ("3 degrees", "-3 degrees"),
        ("about 10", "about 10 000 people"),
        ("000 people", "about 10 000 people"),
        ("", PAGE),
        ("[...]", PAGE),
        (" \u200b ", PAGE),
        ("...", "Nothing."),
    ],
)
def test_half_a_word_or_half_a_figure_is_not_found(passage: str, page: str) -> None:
    assert find_passage(passage, page).outcome is PassageOutcome.ABSENT


@pytest.mark.parametrize("passage", ["20 people", "20 cases"])
def test_a_figure_after_a_dash_between_clauses_is_whole(passage: str) -> None:
    assert find_passage(passage, "They came—20 people, covid-20 cases").outcome is PassageOutcome.FOUND


def test_a_year_before_another_figure_is_whole() -> None:
    assert find_passage("in 2022", "in 2022 100 people left").outcome is PassageOutcome.FOUND


def test_a_passage_that_stands_twice_says_so() -> None:
    check = find_passage("The mill burned", f"{PAGE} {PAGE}")
    assert (check.occurrences, check.span, check.line) == (2, Span(0, 15), "found 2 times")


@pytest.mark.parametrize(
    ("passage", "differences", "line"),
    [
        (
            "In 1905 it held 2,500 sacks of rye",
            (Difference("1905", "1903"),),
            "nearly found: the page has “1903” for “1905”",
        ),
        (
            "The mill never burned twice. In 1903",
            (Difference("never", ""),),
            "nearly found: the page does not have “never”",
        ),
        (
            "it held 2,500 sacks, about 12.5 percent of the harvest",
            (Difference("", "of rye"),),
            "nearly found: the page also has “of rye”",
        ),
        ("in 1903 it held", (), "nearly found: only capitals or punctuation differ"),
        (
            "The mill burned twice ... about 12.5 percent",
            (Difference("", ". In 1903 it held 2,500 sacks of rye,"),),
            "nearly found: the page also has “. In 1903 it held 2,500 sacks of rye,”",
        ),
    ],
)
def test_a_difference_is_told(passage: str, differences: tuple[Difference, ...], line: str) -> None:
    check = find_passage(passage, PAGE)
    assert (check.outcome, check.differences, check.line) == (PassageOutcome.NEARLY, differences, line)


def test_altered_words_at_the_ends_are_part_of_the_span() -> None:
    check = find_passage(
        "Ninety people died as the roof gave way Monday",
        "So. Ten people died as the roof gave way Sunday. So.",
    )
    assert check.differences == (Difference("Ninety", "Ten"), Difference("Monday", "Sunday"))
    assert check.span == Span(4, 47)


def test_the_same_frame_with_other_facts_is_not_the_passage() -> None:
    passage = "The ferry Aurora sank with 212 people in 1934, nine miles from the harbour light."
    page = "The ferry Halden sank with 88 people in 1951, nine miles from the harbour light."
    assert find_passage(passage, page).outcome is PassageOutcome.ABSENT


def test_a_long_page_is_searched_in_linear_time() -> None:
    """The same passage in a page ten times as long may take ten times as long, with room for noise."""
    filler = "Some words on the weather, the harbour and the price of onions in 1903.\n"

    def seconds(lines: int) -> float:
        page = filler * lines + "The mill burned thrice. In 1903 it held 2,500 sacks." + filler * lines
        begun = time.perf_counter()
        check = find_passage("The mill burned twice. In 1903 it held 2,500 sacks", page)
        assert check.differences == (Difference("twice", "thrice"),)
        return time.perf_counter() - begun

    short = min(seconds(10_000) for _ in range(3))
    assert min(seconds(100_000) for _ in range(2)) < 25 * short


TEXTS = st.text(
    st.sampled_from("ab-. \n\t5,[]'\"\u00a0\u00ad\u200b“’—…ﬁe\u0301\u2066İ\N{GRINNING FACE}"), max_size=60
)


@settings(deadline=None)
@given(TEXTS, st.integers(1, 30), st.data())
def test_every_stretch_of_normal_text_leads_back_to_what_it_came_from(
    text: str, block: int, data: st.DataObject
) -> None:
    page = NormalText(text, block)
    whole = normalise(text)
    assert page.stretch(0, page.length) == whole
    assert len(page.stretch(0, page.length, folded=True)) == page.length
    if not whole:
        return
    start = data.draw(st.integers(0, page.length - 1))
    end = data.draw(st.integers(start + 1, page.length))
    stretch = page.stretch(start, end)
    assert stretch == whole[start:end]
    assert start in page.places(stretch)
    span = page.span(start, end)
    assert 0 <= span.start < span.end <= len(text)
    # What the span covers holds the stretch: its edges lose only what they stood beside.
    assert stretch.strip(" -") in normalise(text[max(span.start - 1, 0) : span.end + 1])


@settings(deadline=None)
@given(TEXTS)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_a_stretch_of_words_is_found_where_it_was_taken_from(before: str, passage: str, after: str) -> None:
    check = find_passage(f"Otto {passage} Anna", f"{before} Otto {passage} Anna {after}")
    assert check.outcome is PassageOutcome.FOUND
    assert check.span is not None
    assert check.span.start <= len(before) + 1


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_any_passage_and_page_give_an_answer(passage: str, text: str) -> None:
    check = find_passage(passage, text)
    assert (check.span is None) == (check.outcome is PassageOutcome.ABSENT)
