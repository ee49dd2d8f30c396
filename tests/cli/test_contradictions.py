"""Contradictions, alarms, clusters and `matches --rebuild` on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

TOLD = {
    "north": "The Balkhash smelter laid off 3,400 workers in 2019.",
    "south": "The Balkhash smelter laid off 3,400 workers in 2019.",
    "east": "The Balkhash smelter laid off 4,300 workers in 2019.",
}


@pytest.fixture
def told(kzcheck: Any, tmp_path: Path) -> Any:
    for outlet, sentence in TOLD.items():
        path = tmp_path / f"{outlet}.txt"
        path.write_text(f"A story of the {outlet}\n\nThis is told in the {outlet}. {sentence}\n", "utf-8")
        added = kzcheck("add", path, "--outlet", outlet, "--published", "2020-01-02")
        assert added.status == 0, added.err
    return kzcheck


def by_outlet(told: Any) -> dict[str, str]:
    claims = json.loads(told("claims", "--json").out)
    return {claim["outlet"]: claim["id"] for claim in claims if claim["value"] in (3400, 4300)}


def test_conflicts_tell_who_says_what_and_when_and_which_is_checked(told: Any) -> None:
    ids = by_outlet(told)
    told("mark", ids["east"], "disputed", "--cite", "https://stat.example/2019")
    (found,) = json.loads(told("conflicts", "--json").out)
    assert set(found) == {"measure", "claims", "pairs"}
    assert [claim["value"] for claim in found["claims"]] == [3400, 3400, 4300]
    east = found["claims"][-1]
    assert (east["who"], east["status"], east["id"]) == ("east", "disputed", ids["east"])
    assert east["when"]
    assert {pair["relation"] for pair in found["pairs"]} == {"conflict"}
    table = told("conflicts").out
    assert "3,400" in table
    assert "disputed" in table


def test_a_desk_without_conflicts_has_an_empty_list(kzcheck: Any, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The smelter laid off 3,400 workers.\n", "utf-8")
    kzcheck("add", tmp_path / "one.txt")
    assert json.loads(kzcheck("conflicts", "--json").out) == []


def test_like_claims_with_other_verdicts_raise_an_alarm_in_the_figures(told: Any) -> None:
    ids = by_outlet(told)
    told("mark", ids["north"], "verified", "--cite", "https://stat.example/2019")
    assert json.loads(told("stats", "--json").out)["alarms"] == 0
    told("mark", ids["south"], "disputed", "--cite", "https://stat.example/2019")
    assert json.loads(told("stats", "--json").out)["alarms"] == 1
    told("undo")
    told("mark", ids["east"], "verified", "--cite", "https://stat.example/2019")
    assert json.loads(told("stats", "--json").out)["alarms"] == 1, "a conflict, and both verified"


def test_the_figures_show_from_which_score_on_pairs_are_suggested_and_joined(told: Any) -> None:
    shown = told("stats").out
    assert "suggest from" in shown
    assert "0.38" in shown
    assert "0.85" in shown
    assert json.loads(told("stats", "--json").out)["clusters"] == 1


def test_show_tells_the_cluster_and_separate_takes_a_claim_out(told: Any) -> None:
    ids = by_outlet(told)
    assert json.loads(told("show", ids["north"], "--json").out)["cluster"] == [ids["north"], ids["south"]]
    assert "2 claims say the same" in told("show", ids["south"]).out
    assert told("separate", ids["south"]).status == 0
    assert json.loads(told("show", ids["north"], "--json").out)["cluster"] == []
    again = told("separate", ids["south"])
    assert again.status == 1
    assert again.err.count("\n") == 1
    told("undo")
    assert json.loads(told("show", ids["north"], "--json").out)["cluster"] == [ids["north"], ids["south"]]


def test_show_tells_the_published_checks_that_fit(told: Any, tmp_path: Path) -> None:
    checks = [
        {
            "id": "c1",
            "claim": "The Balkhash smelter laid off 3,400 workers in 2019",
            "title": "Did the Balkhash smelter lay off 3,400 workers?",
            "publisher": "Steppe Check",
            "rating": "False",
            "date": "2019-08-01",
            "url": "https://check.example/1",
        },
        {"id": "c2", "claim": "Saiga herds on the Ustyurt plateau doubled", "publisher": "Steppe Check"},
    ]
    feed = tmp_path / "checks.jsonl"
    feed.write_text("".join(json.dumps(check) + "\n" for check in checks), "utf-8")
    assert told("import", "--as", "fact-checks", feed).status == 0
    ids = by_outlet(told)
    (found,) = json.loads(told("show", ids["north"], "--json").out)["checks"]
    assert (found["id"], found["rating"], found["publisher"], found["date"]) == (
        "c1", "False", "Steppe Check", "2019-08-01",
    )  # fmt: skip
    assert 0.38 <= found["score"] <= 1
    assert "Steppe Check" in told("show", ids["north"]).out


def test_matching_anew_changes_nothing_that_stands_and_talks_on_standard_error(told: Any) -> None:
    ids = by_outlet(told)
    told("decide", ids["north"], ids["east"], "different")
    before = told("matches", "--json").out
    rebuilt = told("matches", "--rebuild")
    assert (rebuilt.status, rebuilt.out) == (0, "")
    assert "clusters" in rebuilt.err
    assert told("matches", "--json").out == before
    assert told("doctor").status == 0
