"""Forty pages with passages that stand there, that stand there nearly, and that do not.

A sentence with the frame of another page and none of its facts must not be found, nor nearly found.
"""

import random
import re
from collections.abc import Callable, Iterator

import pytest
from forty_pages import PAGES, on_paper

from kzcheck.domain import PassageOutcome
from kzcheck.evidence import find_passage

SYNONYMS = {
    "the": "this", "of": "from", "in": "during", "says": "claims", "and": "but", "was": "is", "it": "this",
    "more": "less", "has": "had", "for": "over", "two": "three", "until": "before", "to": "towards",
    "who": "that", "went": "sank", "at": "near", "percent": "per cent", "is": "was", "a": "one",
}  # fmt: skip


def typed_by_hand(sentence: str) -> str:
    return sentence.translate(str.maketrans("“”’–\u00a0", '""\'- '))


def with_another_figure(sentence: str, chance: random.Random) -> str:
    figures = list(re.finditer(r"\d+", sentence))
    figure = chance.choice(figures)
    other = str(int(figure[0]) + chance.randint(1, 7))
    return sentence[: figure.start()] + other + sentence[figure.end() :]


def with_another_word(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    places = [place for place, word in enumerate(words) if word in SYNONYMS]
    place = chance.choice(places or [0])
    words[place] = SYNONYMS.get(words[place], "Some")
    return " ".join(words)


def with_a_word_less(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    del words[chance.randrange(1, len(words) - 1)]
    return " ".join(words)


def with_a_word_more(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    words.insert(chance.randrange(1, len(words)), chance.choice(["reportedly", "not", "almost", "so-called"]))
    return " ".join(words)


def with_two_words_swapped(sentence: str, chance: random.Random) -> str:
    words = sentence.split(" ")
    place = chance.randrange(len(words) - 2)
    words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def with_a_slip(sentence: str, chance: random.Random) -> str:
    places = [found.start() for found in re.finditer(r"(?<=[a-z])[a-z](?=[a-z])", sentence)]
    place = chance.choice(places)
    return sentence[:place] + sentence[place + 1 :]


ALTERATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    with_another_figure, with_another_word, with_a_word_less, with_a_word_more, with_two_words_swapped,
    with_a_slip,
)  # fmt: skip


def altered(times: int) -> Iterator[tuple[int, str, str]]:
    """(page, passage, what stands there): every sentence of six words or more, altered in each way."""
    chance = random.Random(times)
    for number, sentences in enumerate(PAGES):
        for sentence in sentences:
            if len(sentence.split()) < 6:
                continue
            for alter in ALTERATIONS:
                if alter is with_another_figure and not re.search(r"\d", sentence):
                    continue
                passage = alter(sentence, chance)
                for _ in range(times - 1):
                    passage = chance.choice(ALTERATIONS[1:])(passage, chance)
                if passage != sentence:
                    yield number, passage, sentence


def test_there_are_forty_pages() -> None:
    assert len(PAGES) == 40
    assert len({tuple(page) for page in PAGES}) == 40


@pytest.mark.parametrize("spelled", [str, typed_by_hand])
def test_every_passage_that_stands_there_is_found(spelled: Callable[[str], str]) -> None:
    for number, sentences in enumerate(PAGES):
        text = on_paper(sentences, number)
        for first in range(len(sentences)):
            for last in range(first + 1, len(sentences) + 1):
                passage = " ".join(sentences[first:last])
                check = find_passage(spelled(passage), text)
                assert check.outcome is PassageOutcome.FOUND, passage
                assert check.span is not None
                shown = " ".join(check.span.of(text).replace("\u200b", "").split())
                assert shown.strip(".“”") == passage.strip(".“”")


@pytest.mark.parametrize("times", [1, 2])
def test_altered_passages_are_nearly_found_where_they_stand(times: int) -> None:
    cases = list(altered(times))
    found = [find_passage(passage, on_paper(PAGES[number], number)) for number, passage, _ in cases]
    assert not any(check.outcome is PassageOutcome.FOUND for check in found)
    nearly = sum(
        check.outcome is PassageOutcome.NEARLY
        and overlap(check.span.of(on_paper(PAGES[number], number)), original)
        for check, (number, _, original) in zip(found, cases, strict=True)
        if check.span is not None
    )
    assert nearly / len(cases) >= 0.95, (nearly, len(cases))


def overlap(found: str, original: str) -> bool:
    there, wanted = (set(re.findall(r"\w+", text)) for text in (found, original))
    return len(there & wanted) >= 0.6 * len(wanted)


def test_no_passage_of_another_page_is_found_or_nearly_found() -> None:
    false = [
        (sentence, check.line)
        for number, sentences in enumerate(PAGES)
        for other in range(number % 5, 40, 5) if other // 5 != number // 5
        for sentence in PAGES[other]
        if (check := find_passage(sentence, on_paper(sentences, number))).outcome is not PassageOutcome.ABSENT
    ]  # fmt: skip
    assert false == []


def test_no_sentence_with_the_same_frame_and_other_facts_is_found() -> None:
    false = [
        (sentence, check.line)
        for number, sentences in enumerate(PAGES)
        for other in range(number // 5 * 5, number // 5 * 5 + 5) if other != number
        for sentence in PAGES[other]
        if len(re.findall(r"\d[\d.,]*", sentence)) >= 2
        if (check := find_passage(sentence, on_paper(sentences, number))).outcome is not PassageOutcome.ABSENT
    ]  # fmt: skip
    assert false == []
