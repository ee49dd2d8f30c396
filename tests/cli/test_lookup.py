"""`lookup` over claims and published checks, and taking the checks in."""

import json
from pathlib import Path
from typing import Any

import pytest

CHECKS = [
    {
        "id": "troops",
        "claim": "Russia sent 2,500 troops to Kazakhstan.",
        "title": "Troops?",
        "rating": "true",
    },
    {
        "id": "saiga",
        "claim": "Saiga antelopes have died out.",
        "publisher": "Steppe Facts",
        "date": "5 May 2021",
    },
]


@pytest.fixture
def checks(tmp_path: Path) -> Path:
    path = tmp_path / "checks.jsonl"
    path.write_text("".join(json.dumps(check) + "\n" for check in CHECKS), encoding="utf-8")
    return path


def test_published_checks_are_taken_in_and_looked_up_with_rating_publisher_and_date(
    kzcheck: Any, checks: Path
) -> None:
    taken = kzcheck("import", checks, "--as", "fact-checks")
    assert (taken.status, taken.out) == (0, "")
    assert "2 fact-checks" in taken.err
    best = json.loads(
        kzcheck("lookup", "the saiga antelope died out", "--only", "fact-checks", "--json").out
    )[0]
    assert best["id"] == "saiga"
    assert (best["publisher"], best["date"], best["rating"]) == ("Steppe Facts", "2021-05-05", None)
    assert "Troops?" in kzcheck("lookup", "2,500 troops to Kazakhstan").out


def test_lookup_mixes_claims_and_checks_unless_asked_for_one(samples: Any, checks: Path) -> None:
    samples("import", checks, "--as", "fact-checks")
    question = "Russia sent 2,500 troops to Kazakhstan"

    def found(*options: str) -> set[str]:
        return {near["id"] for near in json.loads(samples("lookup", question, "--json", *options).out)}

    assert "troops" in found()
    assert "troops" not in found("--only", "claims")
    assert found("--only", "fact-checks") <= {"troops", "saiga"}
    assert len(found()) > len(found("--only", "fact-checks"))


def test_lookup_lines_answer_with_ids_and_scores(kzcheck: Any, checks: Path) -> None:
    kzcheck("import", checks, "--as", "fact-checks")
    lines = '{"id": "1", "text": "saiga"}\n{"id": "2", "text": "…"}\n'
    out = kzcheck("lookup", "-", "--lines", "--only", "fact-checks", "--limit", "1", stdin=lines).out
    first, second = map(json.loads, out.splitlines())
    assert first["results"][0].keys() == {"id", "score"}
    assert second == {"id": "2", "results": []}


def test_a_text_that_nothing_fits_says_so_on_standard_error(samples: Any) -> None:
    for options in ((), ("--json",), ("--only", "claims")):
        found = samples("lookup", "zirconium", *options)
        assert (found.status, found.err) == (0, "kzcheck: nothing on the desk fits this text\n")
    assert json.loads(samples("lookup", "zirconium", "--json").out) == []
    assert samples("lookup", "pipeline").err == ""


def test_a_feed_that_cannot_be_read_is_one_line_and_exit_1(kzcheck: Any, tmp_path: Path) -> None:
    failed = kzcheck("import", tmp_path / "none.json", "--as", "fact-checks")
    assert failed.status == 1
    assert failed.err.count("\n") == 1
