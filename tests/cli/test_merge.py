"""`merge` on the command line."""

import json
from pathlib import Path
from typing import Any


def test_another_desk_is_merged_and_differences_are_listed(samples: Any, tmp_path: Path) -> None:
    first, second = (claim["id"] for claim in json.loads(samples("claims", "--limit", 2, "--json").out))
    other = tmp_path / "other.db"
    samples("backup", other)
    samples("mark", first, "unproven")
    for claim in (first, second):
        marked = samples(
            "--db", other, "mark", claim, "verified", "--cite", "https://a.example", "--reviewer", "bolat"
        )
        assert marked.status == 0, marked.err
    merged = samples("merge", other)
    assert (merged.status, "1 verdict, 1 second verdict, 2 citations" in merged.err) == (0, True)
    assert merged.out.splitlines()[1].split("\t") == [
        first, "verdict", "unproven", "aizhan", "verified", "bolat",
    ]  # fmt: skip
    assert json.loads(samples("show", second, "--json").out)["reviewer"] == "bolat"
    again = samples("merge", other, "--json")
    report = json.loads(again.out)
    assert (report["verdicts"], len(report["disagreements"])) == (0, 1)
    assert "nothing new; 1 disagreement" in again.err
    assert "taken back: merge" in samples("undo").err
    assert json.loads(samples("show", second, "--json").out)["status"] == "open"


def test_a_desk_is_made_of_another_where_there_is_none(samples: Any, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    samples("backup", other)
    assert samples("--db", tmp_path / "new.db", "merge", other).status == 0
    listed = [json.loads(samples("--db", db, "claims", "--json").out) for db in (other, tmp_path / "new.db")]
    assert listed[0] == listed[1]


def test_what_is_no_desk_is_refused_in_one_line(samples: Any, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("an article", encoding="utf-8")
    for path in (tmp_path / "text.db", tmp_path / "missing.db"):
        refused = samples("merge", path)
        assert (refused.status, refused.out, refused.err.count("\n")) == (1, "", 1)
        assert str(path) in refused.err
