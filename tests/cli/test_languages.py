"""Texts that kzcheck does not read say so, instead of giving nothing in silence."""

import json
from pathlib import Path
from typing import Any

import pytest

RUSSIAN = (
    "Министр заявил во вторник, что число безработных в регионе выросло за последний год и ещё вырастет."
)


@pytest.fixture
def russian(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(RUSSIAN, encoding="utf-8")
    return path


def test_a_text_that_is_not_english_says_so_on_standard_error(kzcheck: Any, russian: Path) -> None:
    for arguments in (("add", russian), ("extract", russian), ("extract", russian, "--json")):
        result = kzcheck(*arguments)
        assert result.status == 0
        assert result.err.count("\n") == 1
        assert "no claims: the text seems to be Russian; kzcheck reads English only" in result.err


def test_the_json_of_add_has_the_note_and_its_keys_stay(kzcheck: Any, russian: Path, tmp_path: Path) -> None:
    (tmp_path / "english.txt").write_text("The town has 4,100 people, and the mayor was there.", "utf-8")
    report = json.loads(kzcheck("add", russian, tmp_path / "english.txt", "--json").out)
    assert [note["document"] for note in report["notes"]] == [report["documents"][0]["id"]]
    again = json.loads(kzcheck("add", tmp_path / "english.txt", "--json").out)
    assert set(again) == {"documents", "errors"}


def test_one_bad_file_of_a_folder_does_not_stop_the_others(kzcheck: Any, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_bytes(b"\x00\x01\x02\x00\x00\x01")
    (tmp_path / "articles" / "b.txt").write_text("The town has 4,100 people.", "utf-8")
    result = kzcheck("extract", tmp_path / "articles", "--json")
    assert result.status == 1
    assert [Path(each["source"]).name for each in json.loads(result.out)] == ["b.txt"]
