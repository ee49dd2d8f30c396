"""`kzcheck stats`: what the figures are called, and where each comes from."""

import json
from pathlib import Path
from typing import Any

from kzcheck.desk import Desk
from kzcheck.domain import IDLE_SECONDS, ClaimQuery

TEXT = "Wells\n\nThe northern field held 80 wells in 2019. The southern field held 95 wells in 2020.\n"


def fields(shown: str) -> dict[str, str]:
    """Return the figures by their names."""
    pairs = (line.split("\t", 1) if "\t" in line else line.split("  ", 1) for line in shown.splitlines())
    return {name.strip(): value.strip() for name, value in pairs}


def test_misses_and_false_finds_of_the_extractor_are_counted_by_these_names(
    kzcheck: Any, tmp_path: Path
) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, "utf-8")
    kzcheck("--db", tmp_path / "desk.db", "add", tmp_path / "wells.txt")
    with Desk.open(tmp_path / "desk.db", reviewer="aizhan") as desk:
        document = desk.documents()[0].id
        start = TEXT.index("northern field held")
        desk.add_claim(document, start, start + len("northern field held"))
        desk.drop_claim(desk.page(ClaimQuery())[-1].id)
    shown = fields(kzcheck("--db", tmp_path / "desk.db", "stats").out)
    assert (shown["missed by the extractor"], shown["found wrongly by it"]) == ("1", "1")


def test_a_claim_that_a_reviewer_added_and_took_off_again_is_no_false_find(
    kzcheck: Any, tmp_path: Path
) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, "utf-8")
    kzcheck("--db", tmp_path / "desk.db", "add", tmp_path / "wells.txt")
    with Desk.open(tmp_path / "desk.db", reviewer="aizhan") as desk:
        start = TEXT.index("northern field held")
        added = desk.add_claim(desk.documents()[0].id, start, start + len("northern field held"))
        desk.drop_claim(added.id)
        assert (desk.stats().added_claims, desk.stats().dropped_claims) == (0, 0)


def test_the_pause_that_counts_at_most_is_stated(kzcheck: Any, tmp_path: Path) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, "utf-8")
    kzcheck("add", tmp_path / "wells.txt")
    assert json.loads(kzcheck("stats", "--json").out)["idle_seconds"] == IDLE_SECONDS
    assert fields(kzcheck("stats").out)["a pause counts at most"] == f"{IDLE_SECONDS:.0f} s"


def test_the_decisions_of_merged_desks_are_counted(kzcheck: Any, tmp_path: Path) -> None:
    (tmp_path / "wells.txt").write_text(TEXT, "utf-8")
    for name in ("one.db", "other.db"):
        kzcheck("--db", tmp_path / name, "add", tmp_path / "wells.txt")
    claims = json.loads(kzcheck("--db", tmp_path / "other.db", "claims", "--json").out)
    kzcheck("--db", tmp_path / "other.db", "mark", claims[0]["id"], "unproven")
    assert json.loads(kzcheck("--db", tmp_path / "one.db", "stats", "--json").out)["merged_entries"] == 0
    kzcheck("--db", tmp_path / "one.db", "merge", tmp_path / "other.db")
    shown = fields(kzcheck("--db", tmp_path / "one.db", "stats").out)
    assert shown["entries of merged ledgers"] == "1"
