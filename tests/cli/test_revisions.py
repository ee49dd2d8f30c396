"""A document that changes, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

TEXT = """Ferries of the lake

The line carried 5,400 passengers in June. Of the boats 40 percent are older than thirty years.

The mayor said that the pier had cost 3 million dollars.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def ids(kzcheck: Any, *asked: str) -> dict[float | None, str]:
    """The claims in the list by their value."""
    return {claim["value"]: claim["id"] for claim in json.loads(kzcheck("claims", *asked, "--json").out)}


def test_adding_again_says_on_standard_error_what_changed_and_what_became_of_verdicts(
    kzcheck: Any, article: Path
) -> None:
    assert kzcheck("add", article).err == ""
    claims = ids(kzcheck)
    kzcheck("mark", claims[40], "unproven")
    kzcheck("mark", claims[5400], "unproven")
    change(article, "40 percent", "14 percent")
    change(article, "The line carried 5,400 passengers in June. ", "")
    again = kzcheck("add", article, "--json")
    (document,) = json.loads(again.out)["documents"]
    assert list(document) == ["id", "title", "outlet", "published", "claims", "status"]
    assert document["status"] == "revised"
    (line,) = again.err.splitlines()
    assert "1 dropped, 1 altered, silently" in line
    assert "1 decided claim carried over; 1 of them stale; 1 without a place" in line
    assert f"kzcheck diff {document['id']}" in line

    stale = json.loads(kzcheck("claims", "--standing", "stale", "--json").out)
    assert [(claim["value"], claim["status"]) for claim in stale] == [(14, "unproven")]
    assert "stale: 40 percent became 14 percent" in stale[0]["reasons"]
    assert "stale unproven" in kzcheck("claims").out
    assert "40 percent became 14 percent" in kzcheck("show", stale[0]["id"]).out
    shown = json.loads(kzcheck("show", stale[0]["id"], "--json").out)
    assert (shown["inherited_from"], shown["stale"]) == (claims[40], "40 percent became 14 percent")
    assert "replaced" in kzcheck("documents").out
    assert ids(kzcheck, "--standing", "superseded").keys() >= {40, 5400}


def test_diff_shows_sentences_and_what_is_stale(kzcheck: Any, article: Path) -> None:
    kzcheck("add", article)
    kzcheck("mark", ids(kzcheck)[40], "unproven")
    change(article, "40 percent", "14 percent")
    (document,) = json.loads(kzcheck("add", article, "--json").out)["documents"]
    lines = kzcheck("diff", document["id"]).out.splitlines()
    assert "1 altered, silently" in lines[0]
    assert lines[1:] == [
        "- Of the boats 40 percent are older than thirty years.",
        "~ Of the boats 14 percent are older than thirty years.",
        "  stale: 40 percent became 14 percent",
    ]
    record = json.loads(kzcheck("diff", document["id"], "--json").out)
    assert list(record) == ["earlier", "later", "at", "noted", "edits"]
    assert [list(edit) for edit in record["edits"]] == [["edit", "before", "after", "claims", "stale"]]


def test_diff_of_a_document_with_one_text_says_so(kzcheck: Any, article: Path) -> None:
    kzcheck("add", article)
    (document,) = json.loads(kzcheck("documents", "--json").out)
    result = kzcheck("diff", document["id"])
    assert result.status == 1
    assert "has not changed" in result.err


def test_orphans_are_listed_and_resolved(kzcheck: Any, article: Path) -> None:
    kzcheck("add", article)
    claims = ids(kzcheck)
    kzcheck("mark", claims[5400], "unproven", "--note", "asked the operator")
    kzcheck("mark", claims[40], "unproven")
    change(article, "The line carried 5,400 passengers in June. Of", "In June 5,000 people took the line. Of")
    kzcheck("add", article)
    assert claims[5400] in kzcheck("orphans").out
    (orphan,) = json.loads(kzcheck("orphans", "--json").out)
    assert list(orphan) == ["claim", "headline", "quote", "status", "document", "fate", "candidates"]
    assert (orphan["claim"], orphan["status"]) == (claims[5400], "unproven")
    target = ids(kzcheck)[5000]
    assert kzcheck("orphans", claims[5400], "--to", target).status == 0
    assert json.loads(kzcheck("orphans", "--json").out) == []
    assert json.loads(kzcheck("show", target, "--json").out)["rationale"] == "asked the operator"
    kzcheck("undo")
    assert len(json.loads(kzcheck("orphans", "--json").out)) == 1
    assert kzcheck("orphans", claims[5400], "--let-go").status == 0
    assert json.loads(kzcheck("orphans", "--json").out) == []
    assert kzcheck("orphans", claims[5400], "--let-go").status == 1
    assert kzcheck("orphans", "--let-go").status == 2
    assert kzcheck("doctor").status == 0


def test_an_orphan_is_put_on_words_of_the_present_text(kzcheck: Any, article: Path) -> None:
    kzcheck("add", article)
    lost = ids(kzcheck)[3000000]
    kzcheck("mark", lost, "unproven")
    change(
        article,
        "The mayor said that the pier had cost 3 million dollars.",
        "The pier was dear, and dear again.",
    )
    kzcheck("add", article)
    for words, times in (("dear", 2), ("cheap", 0), (" ", 0)):
        refused = kzcheck("orphans", lost, "--words", words)
        assert (refused.status, f"stands {times} times" in refused.err) == (1, True)
    assert kzcheck("orphans", lost, "--words", "a", "--let-go").status == 2
    assert kzcheck("orphans", lost, "--words", "The pier was dear").status == 0
    assert json.loads(kzcheck("orphans", "--json").out) == []
    (found,) = [c for c in json.loads(kzcheck("claims", "--json").out) if c["status"] == "unproven"]
    assert found["quote"] == "The pier was dear"
    again = kzcheck("orphans", found["id"], "--words", "The pier")
    assert (again.status, "is not an orphan" in again.err) == (1, True)
