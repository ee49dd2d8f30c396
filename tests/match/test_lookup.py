"""What a check is indexed under, and how candidates are ranked."""

from datetime import date
from itertools import pairwise

import pytest

from kzcheck.match.lookup import Candidate, PreparedCheck, prepare_check, rank, rarity, reasons, wanted
from kzcheck.match.posts import read_post, split_tag


def test_a_post_loses_links_and_signature_and_its_tags_become_words() -> None:
    post = read_post(
        "Wolves are back in #NorthernKazakhstan says @SteppeWatch https://t.co/x1 pic.twitter.com/y2 "
        "— Aida N. (@aida_n1) March 3, 2021"
    )
    assert post.text == "Wolves are back in Northern Kazakhstan says Steppe Watch"
    assert post.author == "Aida N. aida n 1"
    assert post.date == "March 3, 2021"


def test_a_text_without_noise_stays_as_it_is() -> None:
    text = "Wheat exports fell — by a fifth (the ministry says)"
    assert read_post(text) == (text, "", "")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("AustralianFires2020", "Australian Fires 2020"),
        ("covid_19", "covid 19"),
        ("NATOTroops", "NATO Troops"),
    ],
)
def test_tags_split_at_their_seams(tag: str, expected: str) -> None:
    assert split_tag(tag) == expected


def test_a_prepared_check_survives_json() -> None:
    check = prepare_check("The U.S. closed its base in 2014.", "Did America leave?")
    assert PreparedCheck.from_json(check.to_json()) == check
    assert "usa" in check.claim_terms
    assert "usa" in check.title_terms


def test_a_term_weighs_more_in_a_short_check() -> None:
    short, long = (
        prepare_check("Saiga herds grew"),
        prepare_check("Saiga herds grew " + "on the wide steppe " * 9),
    )
    assert short.weights()["saiga"] > long.weights()["saiga"]


def test_rare_terms_are_worth_more() -> None:
    assert rarity(1000, 1) > rarity(1000, 100) > 0


CHECKS = (
    prepare_check("Saiga antelopes have died out in Kazakhstan.", "Are saiga antelopes extinct?"),
    prepare_check("Kazakhstan banned the export of wheat in 2022.", "Did Kazakhstan ban wheat exports?"),
    prepare_check("A video shows a flood in Almaty.", "Is this video of a flood real?"),
)


def candidate(at: int, day: date | None = None) -> Candidate:
    return Candidate(CHECKS[at], 10.0, day, 0)


def rare(term: str) -> float:
    return 1.0 if term in ("kazakhstan", "video") else 6.0


def test_the_check_that_says_the_same_comes_first_and_the_scores_fall() -> None:
    ranks = rank(
        wanted("saiga antelopes extinct in Kazakhstan"), [candidate(1), candidate(0), candidate(2)], rare
    )
    assert ranks[0].place == 1
    assert all(a.score >= b.score for a, b in pairwise(ranks))
    assert all(0 <= one.score <= 1 for one in ranks)


def test_what_fits_scores_above_what_does_not() -> None:
    fits = rank(wanted("Are saiga antelopes extinct in Kazakhstan?"), [candidate(0)], rare)[0].score
    other = rank(wanted("Parliament in Kazakhstan passed a budget"), [candidate(0)], rare)[0].score
    assert fits > 2 * other


def test_a_check_of_the_same_week_goes_before_one_of_another_year() -> None:
    what = wanted("flood in Almaty video", day=date(2024, 4, 2))
    ranks = rank(what, [candidate(2, date(2019, 4, 2)), candidate(2, date(2024, 4, 5))], rare)
    assert ranks[0].place == 1
    assert reasons(what, candidate(2, date(2024, 4, 5)), rare) == (
        "both: Almaty, flood, video",
        "3 days apart",
    )


def test_no_candidates_give_no_ranks() -> None:
    assert rank(wanted("anything"), [], rare) == []


def alone(check: PreparedCheck) -> Candidate:
    """Return a check that is one of three, each word its own, as the index would hand it over."""
    bm25 = sum(weight * rarity(3, 1) for weight in check.weights().values())
    return Candidate(check, bm25, None, 0)


@pytest.mark.parametrize("title", ["", "Did saiga antelopes die out in the west of Kazakhstan?"])
def test_a_check_that_says_the_same_is_sure_with_and_without_a_title_in_a_small_collection(
    title: str,
) -> None:
    claim = "Saiga antelopes have died out in the west of Kazakhstan."
    (found,) = rank(wanted(claim), [alone(prepare_check(claim, title))], lambda term: rarity(3, 1))
    assert found.score > 0.85


def test_a_check_that_shares_a_word_or_two_is_not_sure_in_a_small_collection() -> None:
    check = prepare_check("Saiga antelopes have died out in the west of Kazakhstan.")
    shared = sum(check.weights()[term] * rarity(3, 1) for term in ("kazakhstan", "west"))
    candidate = Candidate(check, shared, None, 0)
    (found,) = rank(
        wanted("Oil exports of west Kazakhstan fell last year."), [candidate], lambda _: rarity(3, 1)
    )
    assert found.score < 0.37
