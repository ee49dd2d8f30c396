"""The keys that users' scripts depend on, exactly."""

import json
from pathlib import Path
from typing import Any

import pytest

CLAIM_KEYS = [
    "id", "document", "document_title", "outlet", "published", "zone", "sentence", "start", "end", "quote",
    "headline", "kind", "value", "value_high", "unit", "measure", "approximator", "subject", "speaker",
    "attribution", "modality", "as_of", "priority", "reasons", "status", "citations", "matches",
]  # fmt: skip
MATCH_KEYS = ["a", "b", "relation", "score", "reasons", "decision"]
QUANTITY_KEYS = ["start", "end", "text", "value", "value_high", "unit", "approximator", "change", "kind"]
DOCUMENT_KEYS = ["title", "outlet", "author", "published", "url", "text", "zones"]
SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"


def test_claims_have_the_keys_of_the_contract(samples: Any) -> None:
    claims = json.loads(samples("claims", "--json").out)
    assert claims
    assert all(list(claim) == CLAIM_KEYS for claim in claims)
    assert all(0 <= claim["priority"] <= 1 for claim in claims)
    assert {claim["zone"] for claim in claims} == {"body"}


def test_a_claim_stands_where_its_record_says(samples: Any) -> None:
    (extracted,) = json.loads(samples("extract", SAMPLES / "1-troops.txt", "--json").out)
    text = extracted["document"]["text"]
    assert extracted["claims"]
    for claim in extracted["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["quote"]
        assert claim["quote"] in claim["sentence"]


def test_matches_have_the_keys_of_the_contract(samples: Any) -> None:
    matches = json.loads(samples("matches", "--json").out)
    assert matches
    assert all(list(match) == MATCH_KEYS for match in matches)
    assert all(0 <= match["score"] <= 1 and match["a"] < match["b"] for match in matches)


def test_extract_has_the_keys_of_the_contract(samples: Any) -> None:
    found = json.loads(samples("extract", SAMPLES, "--json").out)
    assert len(found) == 4
    for each in found:
        assert list(each) == ["source", "document", "claims"]
        assert list(each["document"]) == DOCUMENT_KEYS
        assert all(list(zone) == ["start", "end", "kind"] for zone in each["document"]["zones"])
        assert all(list(claim) == CLAIM_KEYS for claim in each["claims"])


def test_quantities_have_the_keys_of_the_contract(kzcheck: Any) -> None:
    lines = '{"id": 7, "text": "About 18 percent of 2,500 people."}\n'
    result = kzcheck("extract", "-", "--lines", "--quantities", stdin=lines)
    answer = json.loads(result.out)
    assert list(answer) == ["id", "quantities"]
    assert answer["id"] == 7
    assert [list(quantity) for quantity in answer["quantities"]] == [QUANTITY_KEYS, QUANTITY_KEYS]
    assert answer["quantities"][0]["value"] == 18
    assert answer["quantities"][0]["approximator"] == "about"


def test_add_has_the_keys_of_the_contract(kzcheck: Any, tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    result = kzcheck("add", SAMPLES / "1-troops.txt", missing, "--json")
    report = json.loads(result.out)
    assert result.status == 1
    assert list(report) == ["documents", "errors"]
    assert [list(document) for document in report["documents"]] == [
        ["id", "title", "outlet", "published", "claims", "status"]
    ]
    assert report["documents"][0]["status"] == "added"
    assert [list(error) for error in report["errors"]] == [["source", "error"]]
    assert report["errors"][0]["source"] == str(missing)


def test_comparing_lines_answers_in_order_with_the_keys_of_the_contract(kzcheck: Any) -> None:
    pairs = [("12 percent voted.", "21 percent voted."), ("12 percent voted.", "12 percent voted.")]
    lines = "".join(json.dumps({"id": i, "a": a, "b": b}) + "\n" for i, (a, b) in enumerate(pairs))
    answers = [json.loads(line) for line in kzcheck("compare", "-", "--lines", stdin=lines).out.splitlines()]
    assert [answer["id"] for answer in answers] == [0, 1]
    assert all(list(answer) == ["id", "relation", "score", "reasons"] for answer in answers)
    assert answers[0]["relation"] == "conflict"
    assert answers[1]["relation"] == "duplicate"


def test_lookup_lines_give_ids_and_scores_best_first(samples: Any) -> None:
    question = json.dumps({"id": "q", "text": "2,500 Russian troops were sent to Kazakhstan"}) + "\n"
    answer = json.loads(samples("lookup", "-", "--lines", "--limit", "3", stdin=question).out)
    assert list(answer) == ["id", "results"]
    scores = [result["score"] for result in answer["results"]]
    assert all(list(result) == ["id", "score"] for result in answer["results"])
    assert scores == sorted(scores, reverse=True)
    assert scores


@pytest.mark.parametrize("command", [["claims"], ["matches"], ["documents"], ["log"], ["stats"]])
def test_json_is_one_document_and_nothing_is_said_beside_it(samples: Any, command: list[str]) -> None:
    result = samples(*command, "--json")
    json.loads(result.out)
    assert (result.status, result.err) == (0, "")


def test_an_empty_list_is_an_empty_json_list(samples: Any) -> None:
    assert json.loads(samples("claims", "--status", "verified", "--json").out) == []


def test_percentages_are_percent_and_whole(samples: Any) -> None:
    claims = json.loads(samples("claims", "CPC", "--json").out)
    values = {claim["value"] for claim in claims if claim["unit"] == "percent"}
    assert 80 in values
    assert 62 in values
