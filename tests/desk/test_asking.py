"""The filter language: what each word asks for, and that any input is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kzcheck.desk.asking import Names, completion, names_it, read
from kzcheck.domain import ClaimKind, ClaimQuery, RecheckOutcome, Relation, Sort, Standing, Status, ZoneKind

NAMES = Names(
    ("The National Interest", "1945", "Steppe Dispatch"),
    lambda: {"abcd1234": "Soldiers Arrive in Almaty"},
    lambda: [("Tokayev", "tokayev")],
)


def asked(text):
    return read(text, ClaimQuery(), lambda: NAMES)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("status:open", "statuses", (Status.OPEN,)),
        ("status:ver,disp", "statuses", (Status.VERIFIED, Status.DISPUTED)),
        ("status:all", "statuses", ()),
        ("KIND:percentage", "kinds", (ClaimKind.PERCENTAGE,)),
        ("zone:bio", "zones", (ZoneKind.BIO,)),
        ("zone:all", "zones", tuple(ZoneKind)),
        ("outlet:natint", "outlet", "The National Interest"),
        ('outlet:"steppe dispatch"', "outlet", "Steppe Dispatch"),
        ("document:abcd", "document", "abcd1234"),
        ("document:almaty", "document", "abcd1234"),
        ("speaker:Tokayev", "speaker", "Tokayev"),
        ("value:>=50", "min_value", 50),
        ("value:<=50%", "max_value", 50),
        ("value:50..60", "max_value", 60),
        ("value:2,500", "min_value", 2500),
        ("priority:>0.5", "min_priority", 0.5),
        ("has:conflict", "relation", Relation.CONFLICT),
        ("has:stale", "standing", Standing.STALE),
        ("source:gone", "rechecks", (RecheckOutcome.GONE,)),
        ("sort:value", "sort", Sort.VALUE),
    ],
)
def test_a_field_narrows_the_query(text, name, value):
    found = asked(text)
    assert getattr(found.query, name) == value
    assert found.problems == ()
    assert found.query.text == ""


def test_more_than_fifty_leaves_fifty_out():
    assert asked("value:>50").query.min_value > 50
    assert asked("value:<50").query.max_value < 50


def test_words_without_a_colon_are_searched_for_beside_the_fields():
    found = asked("oil status:open  exports")
    assert found.query.text == "oil exports"
    assert found.query.statuses == (Status.OPEN,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("stauts:open", "stauts: is not a filter; there are status, kind"),
        ("status:opne", "status: 'opne' fits none; there are open, later"),
        ("value:many", "value: 'many' is not a figure; write >50"),
        ("outlet:times", "outlet: no outlet on this desk is like 'times'"),
        ("status:", "status: 'nothing' fits none; there are"),
    ],
)
def test_a_wrong_word_is_explained_and_left_out(text, problem):
    found = asked(f"{text} oil")
    assert found.problems[0].startswith(problem)
    assert found.query == ClaimQuery(text="oil")


@given(some.text(max_size=40))
def test_any_input_is_read(text):
    asked(text)
    completion(text, lambda: NAMES)


@given(some.sampled_from(["status", "value", "outlet", "has", "kind", "nosuch"]), some.text(max_size=12))
def test_any_value_of_any_field_is_read(field, value):
    asked(f"{field}:{value}")
    completion(f"{field}:{value}", lambda: NAMES)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("st", "status:"),
        ("oil k", "oil kind:"),
        ("status:v", "status:verified"),
        ("status:open,la", "status:open,later"),
        ("outlet:ste", "outlet:steppedispatch"),
        ("has:c", "has:compatible"),
        ("qq", None),
        ("", None),
        ("value:5", None),
    ],
)
def test_the_last_word_is_completed(text, whole):
    assert completion(text, lambda: NAMES) == whole


def test_an_outlet_is_named_by_the_beginnings_of_its_words():
    assert names_it("natint", "The National Interest")
    assert names_it("interest", "The National Interest")
    assert not names_it("natx", "The National Interest")
    assert not names_it("", "The National Interest")


SPEAKERS = [("Kassym-Jomart Tokayev", "kassymjomarttokayev"), ("Łukasz Öz", "łukaszoz"), ("Putin", "putin")]


def with_speakers() -> Names:
    return Names(speakers=lambda: SPEAKERS)


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("speaker:tok", "speaker:tokayev"),
        ("speaker:kass", "speaker:kassymjomarttokayev"),
        ("oil speaker:ÖZ", None),
        ("speaker:ayev", None),
        ("speaker:putin", None),
        ("speaker:", None),
    ],
)
def test_a_speaker_is_completed_from_where_a_word_of_the_name_begins(
    typed: str, completed: str | None
) -> None:
    assert completion(typed, with_speakers) == completed


def test_a_speaker_nobody_is_called_like_is_explained() -> None:
    asked = read("speaker:nobody", ClaimQuery(), with_speakers)
    assert asked.problems == ("speaker: no speaker on this desk has a name like 'nobody'",)
    assert asked.query.speaker is None
    assert read("speaker:AYEV", ClaimQuery(), with_speakers).query.speaker == "AYEV"


def test_letters_that_begin_words_in_a_great_many_ways_are_read_at_once() -> None:
    """Tried way by way, there would be more of them than can ever be tried."""
    assert not names_it("a" * 60 + "bb", "aaa aab " * 40)
    assert names_it("a" * 60 + "b", "aaa aab " * 40)
