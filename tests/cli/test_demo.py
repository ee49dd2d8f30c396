"""The sample articles have claims and matches of every kind, so that there is something to try."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kzcheck.desk import Desk
from kzcheck.desk.demo import demo_desk, sample_articles
from kzcheck.domain import KzcheckError


def test_the_samples_make_the_claims_that_are_named(samples: Any) -> None:
    claims = json.loads(samples("claims", "--json").out)
    figures = {(claim["value"], claim["unit"]) for claim in claims}
    assert any(value == 2500 for value, _ in figures)
    assert {(18, "percent"), (80, "percent"), (62, "percent")} <= figures
    assert any("CPC" in claim["quote"] + claim["sentence"] and claim["value"] == 80 for claim in claims)


def test_the_samples_match_in_every_way(samples: Any) -> None:
    relations = Counter(match["relation"] for match in json.loads(samples("matches", "--json").out))
    assert relations["duplicate"] >= 3
    assert relations["compatible"] >= 2
    assert relations["conflict"] >= 2


def test_no_number_beside_the_articles_is_one_of_their_claims(samples: Any) -> None:
    body = json.loads(samples("claims", "--json").out)
    values = {claim["value"] for claim in body}
    assert not values & {1998, 900, 48_000, 312, 2011, 5400, 22, 55, 3000, 77, 1991, 1996}
    everything = json.loads(samples("claims", "--zone", "all", "--json").out)
    assert {"bio", "comment"} <= {claim["zone"] for claim in everything}


def test_every_sample_credits_where_its_facts_come_from() -> None:
    for path in sample_articles():
        text = path.read_text("utf-8")
        assert "sample" in text or "practice text" in text
        assert "The National Interest, January 8, 2026" in text or "19FortyFive, January 2022" in text


def test_a_demo_desk_is_fresh_and_gone_afterwards() -> None:
    with demo_desk(reviewer="aizhan") as desk:
        path = desk.path
        assert len(desk.documents()) == len(sample_articles())
        assert desk.tally().done == 0
    assert not path.exists()


def test_a_demo_desk_with_a_name_stays_and_never_mixes_with_another(tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    with demo_desk(path):
        pass
    with Desk.open(path, create=False) as desk:
        assert desk.tally().total > 0
    with pytest.raises(KzcheckError, match="is there already"), demo_desk(path):
        pass
