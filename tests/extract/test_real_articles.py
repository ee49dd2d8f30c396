"""The two real articles against a careful person's list, kept as offsets and figures without sentences."""

import json
from pathlib import Path

import pytest
from labelled import body_claims, compare, read_article

from kzcheck.domain import ZoneKind

LIST = json.loads((Path(__file__).parent / "real_articles.json").read_text(encoding="utf-8"))
ARTICLES = sorted({item["article"] for item in LIST})


@pytest.mark.parametrize("name", ARTICLES)
def test_the_claims_are_those_a_careful_person_lists(real_articles: Path, name: str) -> None:
    listed = [item for item in LIST if item["article"] == name]
    found = compare(body_claims(read_article(real_articles / name)), listed)
    assert found.recall("figure") == 1.0, found.missed
    assert found.recall("said", "event", "relation") >= 0.85, found.missed
    assert found.precision >= 0.9, [claim.headline for claim in found.unwanted]


def test_no_number_from_around_the_article_is_a_body_claim(real_articles: Path) -> None:
    for name in ARTICLES:
        document = read_article(real_articles / name)
        around = [zone for zone in document.zones if zone.kind is not ZoneKind.BODY]
        for claim in body_claims(document):
            assert not any(zone.start < claim.end and claim.start < zone.end for zone in around)
            assert claim.quantity is None or claim.quantity.value not in (
                1945,
                1983,
                1986,
                1988,
                70,
                2400,
                30000,
            )


def test_an_article_without_a_date_gets_none_and_a_dated_one_its_own(real_articles: Path) -> None:
    first, second = (read_article(real_articles / name).metadata for name in ARTICLES)
    assert (first.published, first.published_from) == (None, None)
    assert (second.published, second.published_from) == ("2026-01-08", "byline")
    assert (second.author, second.outlet) == ("Adam Dixon", "The National Interest")


@pytest.mark.parametrize(
    "headline",
    [
        "2,500 Russian troops",
        "about one-fifth ethnic Russians in Kazakhstan",
        "second-largest chromium producer",
        "80 percent CPC share",
        "20 million tons design capacity",
        "roughly 1.2 million men",
        "2 percent BTC share",
    ],
)
def test_headlines_are_what_a_reviewer_would_say(real_articles: Path, headline: str) -> None:
    said = {claim.headline for name in ARTICLES for claim in body_claims(read_article(real_articles / name))}
    assert headline in said
