"""What the screen does to a claim itself, by commands: added, taken off, put in better words, explained."""

import json
from typing import Any

import pytest


@pytest.fixture
def document(kzcheck: Any) -> str:
    """A document with one claim in it and one sentence without."""
    kzcheck("add", "-", stdin="Wells\n\nThe field has 80 wells. The owners are kind, the owners say.\n")
    (row,) = json.loads(kzcheck("documents", "--json").out)
    return str(row["id"])


def claims(kzcheck: Any) -> list[dict[str, Any]]:
    return list(json.loads(kzcheck("claims", "--json").out))


def test_a_claim_that_was_missed_is_added_by_its_words_and_undone(kzcheck: Any, document: str) -> None:
    before = claims(kzcheck)
    added = kzcheck("spot", document[:6], "The owners are kind")
    assert added.status == 0
    (new,) = [claim for claim in claims(kzcheck) if claim not in before]
    assert new["quote"] == "The owners are kind"
    assert new["id"] in added.err
    assert kzcheck("undo").status == 0
    assert claims(kzcheck) == before


@pytest.mark.parametrize(("words", "times"), [("owners", 2), ("no such words", 0), (" ", 0)])
def test_words_that_do_not_stand_there_once_are_no_claim(
    kzcheck: Any, document: str, words: str, times: int
) -> None:
    refused = kzcheck("spot", document, words)
    assert refused.status == 1
    assert f"stands {times} times in document" in refused.err
    assert len(refused.err.splitlines()) == 1


def test_a_claim_that_is_none_is_taken_off_the_desk_and_undo_brings_it_back(
    kzcheck: Any, document: str
) -> None:
    del document
    before = claims(kzcheck)
    assert kzcheck("drop", before[0]["id"]).status == 0
    assert claims(kzcheck) == before[1:]
    assert kzcheck("drop", before[0]["id"]).status == 1
    kzcheck("undo")
    assert claims(kzcheck) == before


def test_a_claim_is_put_in_better_words(kzcheck: Any, document: str) -> None:
    del document
    claim = claims(kzcheck)[0]
    assert "eighty wells" in kzcheck("headline", claim["id"], "eighty wells").err
    assert claims(kzcheck)[0] == {**claim, "headline": "eighty wells"}
    assert kzcheck("headline", claim["id"], " ").status == 1


def test_the_rationale_is_written_without_a_verdict_and_removed(kzcheck: Any, document: str) -> None:
    del document
    claim = claims(kzcheck)[0]["id"]
    assert "counted twice" in kzcheck("rationale", claim, "counted twice").err
    assert json.loads(kzcheck("show", claim, "--json").out)["rationale"] == "counted twice"
    assert "has no rationale" in kzcheck("rationale", claim, "").err
    assert json.loads(kzcheck("show", claim, "--json").out)["status"] == "open"


def test_a_verdict_is_carried_over_with_its_sources(kzcheck: Any) -> None:
    kzcheck("add", "-", stdin="The field has 80 wells. It pumps 12 percent of the oil.")
    one, other = (claim["id"] for claim in claims(kzcheck))
    kzcheck("mark", one, "verified", "--cite", "box 7", "--note", "counted")
    carried = kzcheck("inherit", other, one[:8])
    assert f"{other} is verified, as {one}" in carried.err
    shown = json.loads(kzcheck("show", other, "--json").out)
    assert (shown["status"], shown["rationale"]) == ("verified", "counted")
    assert [citation["reference"] for citation in shown["sources"]] == ["box 7"]
    assert kzcheck("inherit", one, one).status == 1


def test_documents_without_a_title_are_listed_by_their_first_words(kzcheck: Any) -> None:
    kzcheck("add", "-", stdin="the northern field has 80 wells and pumps 12 percent of the oil.")
    assert "the northern field has 80 wells and pumps…" in kzcheck("documents").out
    assert json.loads(kzcheck("documents", "--json").out)[0]["title"] is None
