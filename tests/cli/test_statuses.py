"""Exit statuses, and one line of talk for each thing that was not done."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kzcheck.cli.program import MODULES

SAMPLES = Path(__file__).resolve().parents[2] / "db" / "demo"
PROGRAM = Path(sys.executable).with_name("kzcheck")


@pytest.mark.parametrize("command", MODULES)
def test_every_command_explains_itself(kzcheck: Any, command: str) -> None:
    result = kzcheck(command, "--help")
    assert result.status == 0
    assert "Usage: kzcheck" in result.out


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("add",),
        ("mark", "abcd"),
        ("mark", "abcd", "great"),
        ("claims", "--status", "great"),
        ("mark", "abcd", "verified", "--quote", "no source"),
        ("extract", "file.txt", "--lines"),
        ("compare", "only one"),
        ("export", "pdf"),
    ],
)
def test_a_wrong_use_is_status_2_and_writes_no_data(kzcheck: Any, arguments: tuple[str, ...]) -> None:
    result = kzcheck(*arguments)
    assert (result.status, result.out) == (2, "")
    assert "Usage" in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "abcd"),
        ("mark", "abcd", "verified"),
        ("undo",),
        ("redo",),
        ("decide", "abcd", "efgh", "same"),
        ("import", "missing.csv"),
        ("export", "csv", "-o", "no/such/folder/out.csv"),
        ("export", "csv", "-o", os.devnull),
        ("review",),
        ("demo",),
        ("claims", "--document", "zzzzzz"),
    ],
)
def test_what_can_not_be_done_is_status_1_and_one_line(samples: Any, arguments: tuple[str, ...]) -> None:
    result = samples(*arguments)
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("kzcheck: ")
    assert result.err.count("\n") == 1


def test_a_list_of_a_desk_that_is_not_there_says_so_and_makes_none(kzcheck: Any, tmp_path: Path) -> None:
    result = kzcheck("--db", tmp_path / "none.db", "claims")
    assert result.status == 1
    assert "none.db" in result.err
    assert not (tmp_path / "none.db").exists()


def test_one_bad_source_does_not_stop_the_others(kzcheck: Any, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    binary = tmp_path / "binary.txt"
    binary.write_bytes(bytes(range(256)) * 20)
    result = kzcheck("add", empty, binary, SAMPLES / "1-troops.txt", tmp_path / "missing.txt")
    assert result.status == 1
    assert result.err.count("kzcheck: ") == 3
    assert "added" in result.out


def test_adding_the_same_document_twice_changes_nothing(samples: Any) -> None:
    before = samples("claims", "--json").out
    report = json.loads(samples("add", SAMPLES, "--json").out)
    assert {document["status"] for document in report["documents"]} == {"unchanged"}
    assert "on the desk already and is as it was" in samples("add", SAMPLES, "--outlet", "Vlast").err
    assert "already" not in samples("add", SAMPLES).err
    assert samples("claims", "--json").out == before


def test_an_article_comes_in_through_standard_input(kzcheck: Any) -> None:
    text = "A report\n\nThe line carried 40 percent of the oil in 2020.\n"
    result = kzcheck("add", "-", "--title", "Piped", "--published", "2021-02", "--json", stdin=text)
    (document,) = json.loads(result.out)["documents"]
    assert (document["title"], document["published"]) == ("Piped", "2021-02")
    assert document["claims"] >= 1


def test_a_line_that_is_no_record_is_passed_over_and_said(kzcheck: Any) -> None:
    lines = 'nonsense\n{"id": 1, "text": "12 percent"}\n{"id": 2}\n'
    result = kzcheck("extract", "-", "--lines", "--quantities", stdin=lines)
    assert result.status == 1
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == [1]
    assert "line 1" in result.err
    assert "line 3" in result.err


def test_a_verdict_without_evidence_is_refused_and_an_override_lets_it_pass(samples: Any) -> None:
    claim = json.loads(samples("claims", "--limit", "1", "--json").out)[0]["id"]
    refused = samples("mark", claim, "verified")
    assert refused.status == 1
    assert json.loads(samples("show", claim, "--json").out)["status"] == "open"
    assert samples("mark", claim, "verified", "--override", "seen with my own eyes").status == 0
    assert json.loads(samples("show", claim, "--json").out)["override_reason"] == "seen with my own eyes"


def test_a_closed_pipe_and_an_odd_locale_are_no_reason_to_complain(samples: Any, tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C"}
    reader = subprocess.Popen(
        [PROGRAM, "--db", tmp_path / "desk.db", "claims", "--json"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert reader.stdout is not None
    assert reader.stderr is not None
    reader.stdout.close()
    talk = reader.stderr.read()
    reader.stderr.close()
    assert reader.wait() in (0, 1)
    assert talk == b""


def test_a_full_disk_is_one_line_and_a_closed_stream_is_none(samples: Any, tmp_path: Path) -> None:
    command = [str(PROGRAM), "--db", str(tmp_path / "desk.db"), "claims", "--json"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("kzcheck: standard output: No space left")
    assert done.stderr.count("\n") == 1
    closed = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" >&- <&-', *command], stderr=subprocess.PIPE, text=True, check=False
    )
    assert (closed.returncode, closed.stderr) == (0, "")


def test_a_decision_on_a_match_shows_with_the_claim_and_undo_names_it(samples: Any) -> None:
    first, second = (claim["id"] for claim in json.loads(samples("claims", "--limit", "2", "--json").out))
    assert samples("decide", first, second, "same").status == 0
    assert f"match    duplicate, decided  {second}" in samples("show", first).out
    assert samples("undo").err.startswith("kzcheck: taken back: the same: ")


def test_a_day_on_the_command_line(samples: Any, tmp_path: Path) -> None:
    (claim,) = json.loads(samples("claims", "CPC 80", "--limit", "1", "--json").out)
    source = "https://example.org/pipelines"
    assert samples("mark", claim["id"], "verified", "--cite", source, "--note", "as reported").status == 0
    shown = json.loads(samples("show", claim["id"][:6], "--json").out)
    assert (shown["status"], shown["reviewer"]) == ("verified", "aizhan")
    assert [citation["reference"] for citation in shown["sources"]] == [source]
    assert samples("undo").err.startswith("kzcheck: taken back: verified: ")
    assert json.loads(samples("show", claim["id"], "--json").out)["status"] == "open"
    assert samples("redo").err.startswith("kzcheck: put back: verified: ")
    entries = json.loads(samples("log", "--verify", "--json").out)
    assert [entry["action"] for entry in entries][:2] == ["redo", "undo"]
    _, redone, undone, *_ = samples("log", "--limit", "2").out.splitlines()
    assert "\tverified: " in redone
    assert "\tverified: " in undone
    out = tmp_path / "verdicts.csv"
    assert samples("export", "csv", "-o", out).status == 0
    assert out.read_bytes() == samples("export", "csv").out.encode()
    assert (tmp_path / "verdicts.csv-metadata.json").exists()
    assert samples("backup", tmp_path / "copy.db").status == 0
    assert json.loads(samples("--db", tmp_path / "copy.db", "claims", "--status", "verified", "--json").out)


def test_the_doctor_finds_a_changed_ledger_and_says_so(samples: Any, tmp_path: Path) -> None:
    claim = json.loads(samples("claims", "--limit", "1", "--json").out)[0]["id"]
    assert samples("mark", claim, "unproven", "--note", "looked everywhere").status == 0
    healthy = samples("doctor")
    assert (healthy.status, healthy.out) == (0, "")
    assert "is well" in healthy.err
    with closing(sqlite3.connect(tmp_path / "desk.db", isolation_level=None)) as desk:
        for (trigger,) in desk.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            desk.execute(f"DROP TRIGGER {trigger}")
        desk.execute("UPDATE ledger SET reviewer = 'somebody else'")
    sick = samples("doctor")
    assert sick.status == 1
    assert "entry" in sick.err
