"""Passages altered so that "found" would be a lie: at most nearly found, and the difference is told."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from forty_pages import PAGES, on_paper

from kzcheck.domain import PassageOutcome
from kzcheck.evidence import Difference, find_passage

Altered = Iterator[tuple[str, str, str]]
"""The passage, words of it that the page does not have there, words of the page that it left out."""

OPPOSITES = {
    "fell": "rose", "lost": "gained", "million": "billion", "percent": "percentage points", "until": "after",
    "more": "less", "nobody": "everybody", "Nobody": "Everybody", "opened": "closed", "neither": "both",
    "scarcely any": "nearly all", "up": "on", "never": "always", "stopped": "kept",
}  # fmt: skip


def with_a_digit_changed(sentence: str) -> Altered:
    for figure in re.finditer(r"\d[\d,.]*\d|\d", sentence):
        for place in range(figure.start(), figure.end()):
            if sentence[place].isdigit():
                other = str((int(sentence[place]) + 5) % 10)
                word = sentence[figure.start() : place] + other + sentence[place + 1 : figure.end()]
                yield sentence[: figure.start()] + word + sentence[figure.end() :], word, figure[0]


def with_digits_swapped(sentence: str) -> Altered:
    for pair in re.finditer(r"(?<!\d)\d\d(?=\d)", sentence):
        one, two = pair[0]
        if one != two and two != "0":
            whole = re.compile(r"[\d,.]*\d").match(sentence, pair.start())
            assert whole is not None
            word = two + one + whole[0][2:]
            yield sentence[: pair.start()] + word + sentence[whole.end() :], word, whole[0]


def with_the_point_moved(sentence: str) -> Altered:
    for figure in re.finditer(r"(?<![\d.,])\d{2,3}(?![\d.,]?\d)", sentence):
        word = f"{figure[0][:-1]}.{figure[0][-1]}"
        yield sentence[: figure.start()] + word + sentence[figure.end() :], word, figure[0]


def with_the_opposite(sentence: str) -> Altered:
    for word, other in OPPOSITES.items():
        for place in re.finditer(rf"\b{word}\b", sentence):
            yield (
                sentence[: place.start()] + other + sentence[place.end() :],
                other.split()[0],
                word.split()[0],
            )


def with_not(sentence: str) -> Altered:
    for verb in re.finditer(r"\b(was|were|had|is|are|did)\b ", sentence):
        yield f"{sentence[: verb.end()]}not {sentence[verb.end() :]}", "not", ""


def without_not(sentence: str) -> Altered:
    for word in re.finditer(r"\b(not|no|scarcely|nearly|so far|almost|only) ", sentence):
        yield sentence[: word.start()] + sentence[word.end() :], "", word[0].strip().split()[0]


def with_figures_swapped(sentence: str) -> Altered:
    figures = list(re.finditer(r"\d[\d,.]*\d|\d", sentence))
    for one, two in pairwise(figures):
        between = sentence[one.end() : two.start()]
        yield sentence[: one.start()] + two[0] + between + one[0] + sentence[two.end() :], two[0], one[0]


ALTERATIONS: tuple[tuple[Callable[[str], Altered], float], ...] = (
    (with_a_digit_changed, 0.95), (with_digits_swapped, 0.95), (with_the_point_moved, 0.95),
    (with_the_opposite, 0.95), (with_not, 0.95), (without_not, 0.95),
    (with_figures_swapped, 0.85),  # where all figures of a sentence are others, it is not that sentence
)  # fmt: skip


def told(differences: tuple[Difference, ...], passage: str, page: str) -> bool:
    """Whether the differences name the altered words of the passage and those of the page."""
    ours = " ".join(difference.passage for difference in differences)
    theirs = " ".join(difference.page for difference in differences)
    return passage in ours and page in theirs


@pytest.mark.parametrize(("alter", "least"), ALTERATIONS)
def test_an_altered_fact_is_never_found_and_the_difference_is_told(
    alter: Callable[[str], Altered], least: float
) -> None:
    cases = [
        (passage, ours, theirs, on_paper(sentences, number))
        for number, sentences in enumerate(PAGES)
        for sentence in sentences
        if len(sentence.split()) >= 6
        for passage, ours, theirs in alter(sentence)
    ]
    checks = [find_passage(passage, page) for passage, _, _, page in cases]
    assert len(cases) >= 10
    assert not any(check.outcome is PassageOutcome.FOUND for check in checks)
    nearly = [
        (check, ours, theirs)
        for check, (_, ours, theirs, _) in zip(checks, cases, strict=True)
        if check.outcome is PassageOutcome.NEARLY
    ]
    assert len(nearly) >= least * len(cases)
    untold = [check.line for check, ours, theirs in nearly if not told(check.differences, ours, theirs)]
    assert untold == []


def test_sentences_in_another_order_are_not_found() -> None:
    for number, sentences in enumerate(PAGES):
        page = on_paper(sentences, number)
        for first, second in pairwise(sentences):
            assert find_passage(f"{second} {first}", page).outcome is not PassageOutcome.FOUND


def test_words_left_out_in_the_middle_without_a_mark_are_told() -> None:
    for number, sentences in enumerate(PAGES):
        for sentence in sentences:
            words = sentence.split()
            if len(words) >= 12:
                check = find_passage(" ".join(words[:5] + words[7:]), on_paper(sentences, number))
                assert check.outcome is not PassageOutcome.FOUND
                if check.outcome is PassageOutcome.NEARLY:
                    assert any(word.strip(".,“”–") in check.line for word in words[5:7])
