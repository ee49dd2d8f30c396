"""Words made comparable."""

import pytest

from kzcheck.match.words import OPPOSITE, SYNONYM, one_family, stem, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. didn't answer", ["The", "US", "not", "did", "answer"]),
        ("Kazakhstan’s oil–gas deal", ["Kazakhstan", "oil", "gas", "deal"]),
        ("It can't, won't, and cannot", ["It", "not", "can", "not", "will", "and", "cannot"]),
        ("2,500 men, 4.5 or 1,2", ["2500", "men", "4.5", "or", "1", "2"]),
        ("United States troops left the United Kingdom", ["US", "troops", "left", "the", "UK"]),
        ("O'Brien said so", ["OBrien", "said", "so"]),
    ],
)
def test_clitics_dashes_and_dots_leave_plain_words(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


def test_offsets_of_words_point_into_the_text() -> None:
    text = "Astana — the capital’s airport"
    for token in tokens(text):
        assert text[token.start : token.end].startswith(token.text)


@pytest.mark.parametrize(
    "forms",
    [
        ("dispatch", "dispatched", "dispatches", "dispatching"),
        ("price", "prices", "priced", "pricing"),
        ("country", "countries"),
        ("rise", "rises", "rose", "risen"),
        ("stop", "stopped", "stopping"),
        ("supply", "supplies", "supplied", "supplying"),
        ("organise", "organize", "organised", "organizing"),
        ("labour", "labor"),
        ("travelled", "traveled", "travelling"),
        ("programme", "program", "programmes"),
        ("defence", "defense"),
        ("judgement", "judgment"),
        ("centre", "center", "centres"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("import", "importance"), ("kazakh", "cossack"), ("oil", "soil")])
def test_unlike_words_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_that_news_swaps_are_one_group() -> None:
    assert SYNONYM[stem("dispatched")] == SYNONYM[stem("sent")]
    assert SYNONYM[stem("requested")] == SYNONYM[stem("appeal")]


def test_rise_and_fall_lie_on_one_axis_with_other_signs() -> None:
    up, down = dict(OPPOSITE[stem("rose")]), dict(OPPOSITE[stem("fell")])
    assert any(down.get(axis) == -sign for axis, sign in up.items())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("investigate", "investigation"),
        ("president", "presidential"),
        ("ministry", "minister"),
        ("north", "northern"),
        ("bank", "banker"),
        ("rail", "railway"),
    ],
)
def test_a_word_and_what_is_made_of_it_are_one_family(one: str, other: str) -> None:
    assert one_family(stem(one), stem(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("state", "status"), ("port", "portion"), ("protest", "protect"), ("contest", "continue")],
)
def test_words_that_only_begin_alike_are_not(one: str, other: str) -> None:
    assert not one_family(stem(one), stem(other))
