"""Published checks on a real desk."""

import json
from pathlib import Path

import pytest

from kzcheck.desk.lookup import CheckLookup, edtf, put_checks
from kzcheck.domain import FactCheck, KzcheckError
from kzcheck.exchange.factchecks import read_fact_checks
from kzcheck.store import Store, factchecks

CHECKS = (
    FactCheck(
        id="saiga",
        claim="Saiga antelopes have died out.",
        title="Extinct?",
        rating="false",
        date="5 May 2021",
    ),
    FactCheck(
        id="wheat", claim="Kazakhstan banned wheat exports.", claimant="A. Minister", date="2022-04-01"
    ),
    FactCheck(id="flood", claim="A video shows a flood in Almaty.", claimant="A. Minister"),
)


def found(store: Store, text: str) -> list[str]:
    return [one.check.id for one in CheckLookup(store).find(text)]


def test_a_check_is_found_by_its_claim_and_carries_what_was_published(store: Store) -> None:
    assert put_checks(store, CHECKS) == 3
    best = CheckLookup(store).find("Are all the #SaigaAntelopes dead? https://t.co/a")[0]
    assert best.check.id == "saiga"
    assert (best.check.rating, best.check.date) == ("false", "2021-05-05")
    assert best.reasons[0].startswith("both: ")
    assert 0 <= best.score <= 1


def test_a_check_imported_again_takes_its_place(store: Store) -> None:
    put_checks(store, CHECKS)
    put_checks(store, [FactCheck(id="saiga", claim="Camels have died out.")])
    assert factchecks.count(store) == 3
    assert found(store, "camels") == ["saiga"]
    assert found(store, "antelopes") == []
    assert store.value("SELECT n FROM fact_check_terms WHERE term = 'antelop'") == 0


def test_the_last_of_two_with_one_id_counts(store: Store) -> None:
    assert put_checks(store, [CHECKS[0], FactCheck(id="saiga", claim="Camels have died out.")]) == 1
    assert found(store, "camels") == ["saiga"]


def test_nothing_is_found_on_an_empty_desk_or_for_an_empty_text(store: Store) -> None:
    assert found(store, "saiga") == []
    put_checks(store, CHECKS)
    assert found(store, "") == []
    assert found(store, "…!? '' \"; DROP TABLE fact_checks") == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2020-01-08T10:00", "2020-01-08"),
        ("stated on October 22, 2019 in a post:", "2019-10-22"),
        (None, None),
        ("soon", None),
    ],
)
def test_the_date_of_a_feed_is_read(written: str | None, expected: str | None) -> None:
    assert edtf(written) == expected


REVIEW = {
    "@type": "ClaimReview",
    "url": "https://example.org/1",
    "claimReviewed": "Saiga antelopes have died out.",
    "author": {"name": "Steppe Facts"},
    "datePublished": "2021-05-05",
    "itemReviewed": {"author": [{"name": "A post"}]},
    "reviewRating": {"alternateName": "False", "ratingValue": 1},
}


@pytest.mark.parametrize(
    "document",
    [REVIEW, [REVIEW], {"@graph": [REVIEW]}, {"dataFeedElement": [{"item": [REVIEW]}, {"item": None}]}],
)
def test_claim_reviews_are_read_alone_listed_in_a_graph_and_in_a_feed(
    tmp_path: Path, document: object
) -> None:
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    [check] = read_fact_checks(path)
    assert (check.claim, check.publisher, check.claimant) == (
        REVIEW["claimReviewed"],
        "Steppe Facts",
        "A post",
    )
    assert (check.rating, check.date, check.url) == ("False", "2021-05-05", "https://example.org/1")
    assert len(check.id) == 13


def test_json_lines_are_read_with_a_mark_at_the_start_and_blank_lines(tmp_path: Path) -> None:
    path = tmp_path / "checks.jsonl"
    path.write_text('\ufeff{"id": "a", "claim": "One"}\n\n{"claim": "Two", "date": 2020}\n', encoding="utf-8")
    first, second = read_fact_checks(path)
    assert (first.id, first.claim, second.claim, second.date) == ("a", "One", "Two", "2020")


@pytest.mark.parametrize("text", ["{\n", '{"id": "a"}\n{"id": "b"}\n', "[]", '"words"'])
def test_a_file_without_checks_is_one_clear_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "checks.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KzcheckError, match=r"checks\.jsonl"):
        list(read_fact_checks(path))


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(KzcheckError, match="cannot be read"):
        list(read_fact_checks(tmp_path / "none.json"))
