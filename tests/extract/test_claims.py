"""Claims: subjects, speakers, modality, headlines, and the laws every text keeps."""

import time
from collections.abc import Callable

import pytest
from found_claims import claims_of
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcheck.domain import (
    Attribution,
    Claim,
    ClaimKind,
    Modality,
    SubjectOrigin,
)


def the(found: list[Claim], value: float) -> Claim:
    return next(claim for claim in found if claim.quantity and claim.quantity.value == value)


def test_a_figure_in_both_countries_is_two_claims() -> None:
    found = claims_of(
        "Trade binds Norway and Estonia. The Finnish minority in both countries is 4 percent of the people."
    )
    shares = [claim for claim in found if claim.kind is ClaimKind.PERCENTAGE]
    assert [claim.subject_origin for claim in shares] == [SubjectOrigin.DISTRIBUTED] * 2
    assert {"Norway" in (claim.subject or "") for claim in shares} == {True, False}
    assert len({claim.id for claim in shares}) == 2
    assert len({claim.group for claim in shares}) == 1


def test_the_measure_of_one_share_is_carried_to_its_siblings() -> None:
    found = claims_of(
        "The Ister line, which moves 60 percent of the total, is old, and the Vell line moves 9 percent."
    )
    assert [(claim.measure, claim.quantity.value) for claim in found if claim.quantity] == [
        ("total", 60.0),
        ("total", 9.0),
    ]
    assert the(found, 9.0).subject == "Vell line"


def test_a_pronoun_means_what_the_sentence_before_was_about() -> None:
    found = claims_of("Latvia borders Estonia. It has 94,000 dairy farms.")
    claim = the(found, 94000)
    assert (claim.subject, claim.subject_origin) == ("Latvia", SubjectOrigin.ANAPHORA)


@pytest.mark.parametrize(
    ("text", "speaker", "attribution"),
    [
        ("Mayor Ana Ruiz said that the city lost 500 trees.", "Mayor Ana Ruiz", Attribution.NAMED),
        ("The city lost 500 trees, Mayor Ana Ruiz said.", "Mayor Ana Ruiz", Attribution.NAMED),
        ("“We lost 500 trees,” said Ana Ruiz, the mayor.", "Ana Ruiz", Attribution.NAMED),
        ("Last year, Ana Ruiz said, the city lost 500 trees to the storm.", "Ana Ruiz", Attribution.NAMED),
        ("According to the Forest Agency, the city lost 500 trees.", "Forest Agency", Attribution.NAMED),
        ("Officials said the city lost 500 trees.", "officials", Attribution.UNNAMED),
        ("The city reportedly lost 500 trees.", None, Attribution.AUTHOR),
        ("The city lost 500 trees.", None, Attribution.AUTHOR),
    ],
)
def test_who_says_a_figure(text: str, speaker: str | None, attribution: Attribution) -> None:
    claim = the(claims_of(text), 500)
    assert (claim.speaker, claim.attribution) == (speaker, attribution)
    assert "lost 500 trees" in claim.quote


def test_a_speaker_goes_on_in_the_next_quotation() -> None:
    found = claims_of("“The dam is safe,” Lena Ruiz said. “We have spent 640 million dollars on it.”")
    claim = the(found, 640_000_000)
    assert (claim.speaker, claim.attribution) == ("Lena Ruiz", Attribution.NAMED)


def test_a_pronoun_that_speaks_is_the_last_speaker() -> None:
    found = claims_of(
        "Twelve divers searched the wreck, Captain Ana Moss told reporters. It lies 90 metres deep, she said."
    )
    assert the(found, 90).speaker == "Captain Ana Moss"


def test_a_quotation_that_nobody_says_is_imagined() -> None:
    found = claims_of("The tyrant reasons thus: “I have already lost 300,000 men and must go on with it.”")
    claim = the(found, 300_000)
    assert (claim.speaker, claim.attribution) == (None, Attribution.IMAGINED)


def test_a_scare_quote_is_no_quotation() -> None:
    found = claims_of("The so-called “peace council” closed 12 schools in Dorn.")
    assert [claim.kind for claim in found] == [ClaimKind.QUANTITY]
    assert found[0].attribution is Attribution.AUTHOR


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The port will handle 70,000 ships a year.", Modality.PREDICTED),
        ("The port would have handled 70,000 ships if it had been built.", Modality.COUNTERFACTUAL),
        ("The port handled 70,000 ships.", Modality.ASSERTED),
    ],
)
def test_a_forecast_and_what_never_was_are_marked(text: str, modality: Modality) -> None:
    assert the(claims_of(text), 70000).modality is modality


@pytest.mark.parametrize(
    "text",
    [
        "First, the council met.",
        "It opened a second front.",
        "They did their best.",
        "There were two ways to see this.",
        "Is it the largest port?",
        "Perhaps it should be obvious by now.",
    ],
)
def test_what_only_sounds_like_a_claim_is_none(text: str) -> None:
    assert claims_of(text) == []


@pytest.mark.parametrize(
    ("text", "value", "headline"),
    [
        ("Police closed the road, and 43 people were arrested.", 43, "43 people arrested"),
        ("Malta spends 8 percent of its budget on roads.", 8, "8 percent of its budget"),
        (
            "The plant was built for a design capacity of 20 million tons.",
            20_000_000,
            "20 million tons design capacity",
        ),
        (
            "Ethnic Finns living in Estonia make up about one-tenth of the total.",
            10,
            "about one-tenth ethnic Finns in Estonia",
        ),
    ],
)
def test_a_headline_is_the_value_and_what_it_is_of(text: str, value: float, headline: str) -> None:
    assert the(claims_of(text), value).headline == headline


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "Norvale’s decision to issue new sailing orders to its ferry crews was not announced.",
            "Norvale’s decision to issue new sailing orders",
        ),
        (
            "The Norvale council called for the restoration of the old harbour wall and, by the way, a pier.",
            "Norvale council called for restoration of old harbour wall",
        ),
        (
            "Ida Roos said the winter storms had torn the old roof off because nobody had mended the beams.",
            "Ida Roos: winter storms had torn old roof",
        ),
        (
            "The trail runs 120 miles off of the old Norvale coach route.",
            "120 miles off of old Norvale coach route",
        ),
    ],
)
def test_a_headline_ends_where_a_phrase_ends(text: str, headline: str) -> None:
    assert headline in [claim.headline for claim in claims_of(text)]


def test_a_rank_has_its_scope_and_its_subject() -> None:
    (claim,) = (
        c
        for c in claims_of("Peru is the second-largest producer of copper.")
        if c.kind is ClaimKind.SUPERLATIVE
    )
    assert (claim.quantity.value, claim.subject, claim.measure) == (2.0, "Peru", "producer of copper")
    assert claim.headline == "second-largest copper producer"


def test_an_old_date_is_the_date_of_the_claim_and_else_the_documents() -> None:
    found = claims_of("In 1912 the ship carried 2,224 people. It had 20 lifeboats.", published="2020-04-14")
    assert (the(found, 2224).as_of, the(found, 2224).as_of_from) == ("1912", "text")
    assert (the(found, 20).as_of, the(found, 20).as_of_from) == ("2020-04-14", "document")


def test_priority_has_reasons_a_person_reads() -> None:
    claim = the(claims_of("Minister Lea Holt said that 45,000 people lost their homes in the war."), 45000)
    assert claim.priority > 0.6
    assert {"a figure", "a named speaker", "many people affected"} <= set(claim.reasons)


PIECES = """
The the Russia Kazakhstan it which who that said told and , . ; “ ” ( ) — 's ’s 20 percent 1,200 men of in
both countries largest first time was has been will If would have 1991 two 5–7 million $ % : ? Mr. U.S.
said, [ ] to be
"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n"])


@given(st.lists(WORDS, max_size=45).map(" ".join))
@settings(max_examples=250, deadline=None)
def test_offsets_are_true_whatever_the_text(text: str) -> None:
    for claim in claims_of(text):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.quote.strip()
        assert claim.sentence.start <= claim.start < claim.end <= claim.sentence.end
        assert 0 <= claim.priority <= 1
        assert claim.headline
        if claim.quantity:
            assert claim.quantity.text == text[claim.quantity.start : claim.quantity.end]
            assert claim.start <= claim.quantity.start < claim.quantity.end <= claim.end


@given(st.text(max_size=120))
@settings(max_examples=150, deadline=None)
def test_no_text_raises(text: str) -> None:
    found = claims_of(text)
    assert len({claim.id for claim in found}) == len(found)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        "“",
        "1",
        "that ",
        "and Kazakhstan, ",
        "5 percent of the ",
        "million ",
        "who said ",
        "U.S. ",
        "\n",
        "— ",
    ],
)
def test_claims_take_linear_time(
    unit: str, grows_linearly: Callable[[Callable[[int], float], int], bool]
) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.process_time()
        claims_of(text)
        return time.process_time() - began

    assert grows_linearly(seconds, 20_000)
