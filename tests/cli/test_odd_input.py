"""What a program or a hurried person may hand to a command by mistake, or by malice."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(sys.executable).with_name("kzcheck")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("[" * 5000, id="nested"),
        pytest.param('{"id": 1, "text": "12 percent", "more": ' + "[" * 5000, id="nested inside"),
        pytest.param('{"id": NaN, "text": "12 percent"}', id="not a number"),
        pytest.param('{"id": 1e999, "text": "12 percent"}', id="a number too large"),
        pytest.param('{"id": ' + "9" * 5000 + ', "text": "12 percent"}', id="a number without end"),
    ],
)
def test_a_line_that_json_cannot_hold_is_passed_over_and_the_next_one_is_answered(
    kzcheck: Any, line: str
) -> None:
    given = f'{line}\n{{"id": 2, "text": "It rose 12 percent."}}\n'

    result = kzcheck("extract", "-", "--lines", "--quantities", stdin=given)

    assert result.status == 1
    assert [json.loads(answer)["id"] for answer in result.out.splitlines()] == [2]
    assert result.err.startswith("kzcheck: line 1 was passed over: ")
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize("command", [("claims",), ("matches",), ("log",), ("lookup", "a text")])
def test_a_limit_larger_than_any_desk_is_a_matter_of_usage(kzcheck: Any, command: tuple[str, ...]) -> None:
    result = kzcheck(*command, "--limit", "99999999999999999999")

    assert result.status == 2
    assert "'--limit'" in result.err


def test_a_json_lines_export_that_nests_without_end_is_refused_in_one_line(
    kzcheck: Any, tmp_path: Any
) -> None:
    kzcheck("add", "-", stdin="The town has 4,500 inhabitants.")
    (tmp_path / "deep.jsonl").write_text("[" * 5000)

    result = kzcheck("import", tmp_path / "deep.jsonl")

    assert result.status == 1
    assert "deep.jsonl was not imported: line 1 is not a verdict" in result.err
    assert len(result.err.splitlines()) == 1


@pytest.mark.parametrize(
    "command",
    [
        ("--db", "pipe", "claims"),
        ("--db", "pipe", "add", "-"),
        ("merge", "pipe"),
        ("import", "pipe"),
        ("import", "--as", "fact-checks", "pipe"),
        ("add", "pipe"),
        ("extract", "pipe"),
    ],
)
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(
    kzcheck: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    kzcheck("add", "-", stdin="The town has 4,500 inhabitants.")

    result = kzcheck(*command)

    assert result.status == 1
    assert "pipe" in result.err
    assert "it is not a regular file" in result.err


def test_fact_checks_that_nest_without_end_are_refused_in_one_line(kzcheck: Any, tmp_path: Any) -> None:
    kzcheck("add", "-", stdin="The town has 4,500 inhabitants.")
    graph = '{"@graph": [' * 700 + '{"id": "1", "claim": "It rose."}' + "]}" * 700
    for number, content in enumerate(("[" * 100_000, graph)):
        file = tmp_path / f"deep{number}.json"
        file.write_text(content)

        result = kzcheck("import", "--as", "fact-checks", file)

        assert result.status == 1
        assert result.err == f"kzcheck: {file}: it nests too deep; give a feed of fact-checks\n"


@pytest.mark.parametrize("format_", ["csv", "jsonl", "markdown", "html"])
def test_an_export_steers_no_terminal_and_is_verbatim_elsewhere(
    samples: Any, monkeypatch: pytest.MonkeyPatch, format_: str
) -> None:
    claim = json.loads(samples("claims", "--limit", "1", "--json").out)[0]["id"]
    samples("mark", claim, "verified", "--cite", "a count", "--note", "a\x1b]0;owned\x07b\u202e")
    verbatim = samples("export", format_).out

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    shown = samples("export", format_).out

    assert ("\u202e" if format_ != "jsonl" else "\\u001b") in verbatim
    assert not set("\x1b\x07\r\u202e") & set(shown)
    assert "a count" in shown
    assert len(shown.splitlines()) == len(verbatim.splitlines())


def test_a_dash_is_standard_output_for_an_export_too(samples: Any) -> None:
    assert samples("export", "csv", "-o", "-").out == samples("export", "csv").out
    assert not Path("-").exists()


@pytest.mark.parametrize("mistyped", ["nosuchid", "4mfb0", "aaaaaaaaaaaaa", "4MFB189XXXXXX"])
def test_a_claim_is_not_compared_with_a_mistyped_id(samples: Any, mistyped: str) -> None:
    claim = json.loads(samples("claims", "--limit", "1", "--json").out)[0]["id"]

    for pair in ((claim, mistyped), (mistyped, claim)):
        result = samples("compare", *pair)

        assert (result.status, result.out) == (1, "")
        assert result.err == f"kzcheck: no claim has the id {mistyped!r}; 'kzcheck claims' lists them\n"


def test_claims_are_compared_by_the_beginnings_of_their_ids(samples: Any) -> None:
    one, other = (row["id"] for row in json.loads(samples("claims", "--limit", "2", "--json").out))

    compared = samples("compare", one, other).out
    assert compared
    assert samples("compare", one, other[:8]).out == compared
    assert samples("compare", one[:6], other[:6]).out == compared


@pytest.mark.parametrize("pair", [("international", "kazakhstan"), ("international", "12 percent")])
def test_a_word_as_long_as_an_id_is_a_text(samples: Any, pair: tuple[str, str]) -> None:
    assert samples("compare", *pair).out.startswith("different")


@pytest.mark.parametrize("options", [(), ("--as", "fact-checks")])
def test_a_pipe_or_a_folder_is_not_waited_for(kzcheck: Any, tmp_path: Any, options: tuple[str, ...]) -> None:
    kzcheck("add", "-", stdin="The town has 4,500 inhabitants.")
    os.mkfifo(tmp_path / "pipe.csv")

    for path in (tmp_path / "pipe.csv", tmp_path):
        result = kzcheck("import", *options, path)

        assert result.status == 1
        assert result.err == f"kzcheck: {path} was not imported: it is not a regular file; give a file\n"


@pytest.mark.parametrize("words", ["2025-99-99", "2025-02-30", "yesterday", "2025-1", "20250108", "2025-W01"])
def test_a_day_that_is_in_no_calendar_is_a_matter_of_usage(kzcheck: Any, words: str) -> None:
    result = kzcheck("add", "-", "--published", words, stdin="The town has 4,500 inhabitants.")

    assert result.status == 2
    assert "is not a date; give 2026-01-08, 2026-01 or 2026" in result.err


def test_the_day_of_a_source_is_held_to_the_calendar_too(samples: Any) -> None:
    claim = json.loads(samples("claims", "--limit", "1", "--json").out)[0]["id"]
    cited = json.loads(samples("cite", claim, "the count", "--published", "2021-03", "--json").out)

    for command in (("cite", claim, "some words"), ("evidence", "correct", cited["id"])):
        result = samples(*command, "--published", "notadate")

        assert result.status == 2
        assert "'notadate' is not a date" in result.err
    assert [row["published"] for row in json.loads(samples("evidence", "list", "--json").out)] == ["2021-03"]


def test_a_date_of_a_source_is_emptied_again(samples: Any) -> None:
    claim = json.loads(samples("claims", "--limit", "1", "--json").out)[0]["id"]
    cited = json.loads(samples("cite", claim, "the count", "--published", "2021-03", "--json").out)

    corrected = samples("evidence", "correct", cited["id"], "--published", "", "--json")

    assert json.loads(corrected.out)["published"] is None


def test_a_priority_that_is_no_number_is_a_matter_of_usage(samples: Any) -> None:
    result = samples("claims", "--min-priority", "nan")

    assert result.status == 2
    assert "nan is not a figure" in result.err


@pytest.mark.parametrize("words", ["2024-02-29", "2025-01", "1999"])
def test_a_day_a_month_and_a_year_are_dates(kzcheck: Any, words: str) -> None:
    result = kzcheck("add", "-", "--json", "--published", words, stdin="The town has 4,500 inhabitants.")

    assert json.loads(result.out)["documents"][0]["published"] == words


def test_ctrl_c_while_the_program_is_still_loading_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")

    done = subprocess.run(
        [PROGRAM, "--version"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_name_that_the_locale_cannot_spell_is_read_and_its_absence_said_in_one_line(
    tmp_path: Path,
) -> None:
    surroundings = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("The town has 4,500 inhabitants.")

    def add(name: bytes) -> subprocess.CompletedProcess[bytes]:
        command = [os.fsencode(PROGRAM), b"--db", os.fsencode(tmp_path / "desk.db"), b"add", name]
        return subprocess.run(
            command, env=os.environ | surroundings, cwd=tmp_path, capture_output=True, check=False
        )

    there, missing = add(b"caf\xe9.txt"), add(b"th\xe9.txt")

    assert (there.returncode, there.stderr) == (0, b"")
    assert missing.returncode == 1
    assert missing.stderr.decode() == "kzcheck: th\ufffd.txt: there is no such file; check the path\n"
