"""A quote is found again by its words, then by what surrounds it, then by its place; else by a person."""

from found_claims import body_of
from hypothesis import given
from hypothesis import strategies as st

from kzcheck.domain import Edit, Fate, Span, ZoneKind
from kzcheck.extract.anchoring import Anchor, anchor
from kzcheck.extract.revising import says_so, sentence_edits


def anchored(old: str, quote: str, new: str, nth: int = 0) -> Anchor:
    start = -1
    for _ in range(nth + 1):
        start = old.index(quote, start + 1)
    return anchor(body_of(old), Span(start, start + len(quote)), ZoneKind.BODY, body_of(new))


def test_a_quote_that_moved_is_found_by_its_words() -> None:
    new = "It rained. Later on the mayor said that the bridge cost 3 million dollars."
    found = anchored("The bridge cost 3 million dollars. It rained.", "cost 3 million dollars", new)
    assert found.fate is Fate.KEPT
    assert found.span is not None
    assert found.span.of(new) == "cost 3 million dollars"


def test_white_space_and_typographic_signs_may_differ() -> None:
    new = "She said it was “nearly\n80–90 percent” of all."
    found = anchored('She said it was "nearly 80-90 percent" of all.', '"nearly 80-90 percent"', new)
    assert found.span is not None
    assert found.span.of(new) == "“nearly\n80–90 percent”"


def test_a_figure_is_not_found_within_another() -> None:
    for new in (
        "It took 113 percent.",
        "It took 1.13 percent.",
        "It took 10–13 percent.",
        "It took 13 percentage points.",
    ):
        assert anchored("It took 13 percent.", "13 percent", new).span is None


def test_what_stands_around_decides_between_two_places() -> None:
    old = "The upper line took 13 percent of it. Nobody knows why."
    new = "The lower basin lost 13 percent of rain. The upper line took 13 percent of it, they say."
    found = anchored(old, "13 percent", new)
    assert found.span is not None
    assert found.span.start == new.rindex("13 percent")


def test_the_order_decides_where_all_else_is_the_same() -> None:
    text = "It took 13 percent. " * 3
    for nth in range(3):
        found = anchored(text, "13 percent", text, nth)
        assert found.span == Span(8 + 20 * nth, 18 + 20 * nth)


def test_where_nothing_tells_a_person_has_to_say() -> None:
    found = anchored("It took 13 percent.", "13 percent", "It took 13 percent. It took 13 percent. " * 2)
    assert (found.span, found.fate) == (None, Fate.AMBIGUOUS)
    assert len(found.others) == 4


def test_a_short_quote_in_wholly_other_words_is_not_taken_for_the_same() -> None:
    found = anchored("The upper line took 13 percent.", "13 percent", "Inflation: 13 percent a year now")
    assert (found.span, found.fate) == (None, Fate.GONE)


def test_of_two_places_that_became_one_only_the_right_one_is_found() -> None:
    old = "The upper line took 13 percent of it. In the north 13 percent of houses are empty."
    new = "In the north 13 percent of houses are empty."
    assert anchored(old, "13 percent", new, 0).span is None
    assert anchored(old, "13 percent", new, 1).span == Span(13, 23)


def test_a_sentence_that_only_moved_is_no_change() -> None:
    old, new = body_of("One came. Two left. Three stayed."), body_of("Three stayed. One came.\nTwo left.")
    assert sentence_edits(old, new) == []


def test_sentences_are_paired_by_their_words_whatever_their_figures() -> None:
    old = body_of("The dam held 40 percent of its water. Rain fell in the night.")
    new = body_of("Snow covered all roads. The dam held 14 percent of its water.")
    assert {edit.edit for edit in sentence_edits(old, new)} == {Edit.ADDED, Edit.ALTERED, Edit.DROPPED}


def test_a_note_of_correction_is_known() -> None:
    assert says_so(["Correction, 4 March: the share was misstated."])
    assert says_so(["An earlier version of this article gave another figure."])
    assert says_so(["This story has been updated with figures of the ministry."])
    assert not says_so(["The ministry corrected its figures.", "He updated the map."])


@given(st.text("ab 1.\n“%", max_size=60), st.text("ab 1.\n“%", max_size=60), st.data())
def test_a_place_is_always_within_the_new_text_and_has_the_words(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = anchor(body_of(old), Span(start, end), ZoneKind.BODY, body_of(new))
    for span in filter(None, (found.span, *found.others)):
        assert 0 <= span.start < span.end <= len(new)
        assert span.of(new).split() == old[start:end].split()
    assert (found.span is not None) == (found.fate is Fate.KEPT)


@given(st.text("ab. \n", max_size=200), st.text("ab. \n", max_size=200))
def test_edits_name_sentences_of_both_texts(old: str, new: str) -> None:
    before, after = body_of(old), body_of(new)
    for edit in sentence_edits(before, after):
        assert (edit.before is None) == (edit.edit is Edit.ADDED)
        assert (edit.after is None) == (edit.edit is Edit.DROPPED)
    assert sentence_edits(before, before) == []
