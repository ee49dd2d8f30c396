"""The blind second check, from the command line."""

import json
from typing import Any

import pytest


@pytest.fixture
def two(samples: Any) -> tuple[str, str]:
    """Two claims that aizhan has decided."""
    claims = json.loads(samples("claims", "--limit", 2, "--json").out)
    for claim in claims:
        assert samples("mark", claim["id"], "unproven", "--note", "no register").status == 0
    return claims[0]["id"], claims[1]["id"]


def test_the_second_reviewer_sees_claims_and_no_verdicts(samples: Any, two: tuple[str, str]) -> None:
    listed = json.loads(samples("second", "--reviewer", "bolat", "--json").out)
    assert {claim["id"] for claim in listed} == set(two)
    assert {claim["status"] for claim in listed} == {"open"}
    shown = samples("second", two[0], "--reviewer", "bolat")
    assert "no register" not in shown.out
    assert "unproven" not in shown.out
    assert json.loads(samples("second", "--json").out) == []


def test_a_verdict_in_place_of_a_colleagues_says_so(samples: Any, two: tuple[str, str]) -> None:
    replaced = samples("mark", two[0], "not-checkable", "--reviewer", "bolat")
    assert (
        replaced.err.splitlines()[1] == "kzcheck: it was unproven, by aizhan; 'kzcheck undo' brings that back"
    )
    assert len(samples("mark", two[0], "unproven", "--reviewer", "bolat").err.splitlines()) == 1


def test_a_decision_on_a_pair_in_place_of_a_colleagues_says_so(samples: Any, two: tuple[str, str]) -> None:
    assert len(samples("decide", *two, "different").err.splitlines()) == 1
    replaced = samples("decide", *reversed(two), "same", "--reviewer", "bolat")
    assert replaced.err.splitlines()[1:] == [
        "kzcheck: they were decided: different, by aizhan; 'kzcheck undo' brings that back"
    ]
    assert len(samples("decide", *two, "conflict", "--reviewer", "bolat").err.splitlines()) == 1


def test_a_claim_that_was_postponed_still_says_nothing_of_its_first_verdict(
    samples: Any, two: tuple[str, str]
) -> None:
    assert samples("second", two[0], "later", "--reviewer", "bolat").status == 0
    shown = samples("second", two[0], "--reviewer", "bolat", "--json").out
    assert json.loads(shown)["history"]
    assert "unproven" not in shown
    assert "aizhan" not in shown


def test_what_the_second_reviewer_finds_shows_in_show_stats_and_exports(
    samples: Any, two: tuple[str, str]
) -> None:
    marked = samples(
        "second", two[0], "disputed", "--cite", "https://a.example", "--quote", "a", "--reviewer", "bolat"
    )
    assert (marked.status, marked.out) == (0, "")
    assert "for bolat" in marked.err
    assert samples("second", two[1], "unproven", "--note", "same", "--reviewer", "bolat").status == 0
    assert json.loads(samples("second", "--reviewer", "bolat", "--json").out) == []
    done = json.loads(samples("second", "--status", "disputed", "--reviewer", "bolat", "--json").out)
    assert [claim["id"] for claim in done] == [two[0]]
    (disagreed,) = json.loads(samples("second", "--disagreements", "--json").out)
    assert (disagreed["claim"], disagreed["verdict"], disagreed["second_verdict"]) == (
        two[0],
        "unproven",
        "disputed",
    )
    stats = json.loads(samples("stats", "--json").out)
    assert (stats["second_verdicts"], stats["second_agreed"], stats["kappa"]) == (2, 1, 0)
    assert "bolat" in samples("second", "--disagreements").out
    assert "second   unproven  bolat: same" in samples("show", two[1]).out
    seconds = json.loads(samples("show", two[0], "--json").out)["seconds"]
    assert [(each["reviewer"], each["verdict"]) for each in seconds] == [("bolat", "disputed")]
    rows = samples("export", "csv").out.splitlines()
    assert sum("bolat,disputed,false" in row for row in rows) == 1
    assert sum("bolat,unproven,true" in row for row in rows) == 1


def test_what_goes_with_a_verdict_is_not_taken_without_one(samples: Any, two: tuple[str, str]) -> None:
    assert samples("second", two[0], "--note", "why").status == 2
    assert samples("second", two[0], "unproven", "--quote", "words").status == 2
    assert samples("second", two[0], "--disagreements").status == 2
    refused = samples("second", two[0], "verified", "--reviewer", "bolat")
    assert (refused.status, "cite a source" in refused.err) == (1, True)
    own = samples("second", two[0], "unproven")
    assert (own.status, "somebody else" in own.err) == (1, True)
    without = samples("second", "--screen")
    assert (without.status, "needs a terminal" in without.err) == (1, True)
