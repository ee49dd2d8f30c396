"""The two CSVs, their sidecar, and the way back."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcheck.domain import KzcheckError, Verdict
from kzcheck.exchange import (
    CITATION_COLUMNS,
    FORMATS,
    VERDICT_COLUMNS,
    VerdictRow,
    is_citation_table,
    is_verdict_table,
    read_citations,
    read_table,
    read_verdicts,
    sidecar_name,
    write_citations_csv,
    write_csv,
)
from kzcheck.exchange.columns import join_references, split_references

MakeRow = Callable[..., VerdictRow]

CSV_HEADER = (
    "claim_id,headline,claim,sentence,document_title,outlet,author,published,document_url,start,end,kind,"
    "value,value_high,unit,measure,approximator,subject,speaker,as_of,verdict,rationale,correction,reviewer,"
    "decided_at,second_reviewer,second_verdict,agreed,inherited_from,override_reason,citation_count,"
    "citations,active_seconds"
)


def written(rows: list[VerdictRow]) -> str:
    stream = io.StringIO(newline="")
    write_csv(rows, stream)
    return stream.getvalue()


def test_the_columns_are_those_users_rely_on(make_row: MakeRow) -> None:
    assert written([]) == CSV_HEADER + "\r\n"


def test_lines_end_as_rfc_4180_says_and_quotes_are_doubled(make_row: MakeRow) -> None:
    text = written([make_row(rationale='he said "no",\nthen yes')])
    assert text.endswith("\r\n")
    assert '"he said ""no"",\nthen yes"' in text


def test_a_row_holds_the_figure_and_the_evidence(make_row: MakeRow) -> None:
    (row,) = csv.DictReader(io.StringIO(written([make_row()]), newline=""))
    assert row["value"] == "80"
    assert row["citation_count"] == "1"
    assert row["active_seconds"] == "17.25"
    assert row["agreed"] == ""


def test_rows_stand_in_the_order_of_the_documents_whatever_order_they_come_in(make_row: MakeRow) -> None:
    rows = [make_row("bbbb"), make_row("aaaa")]
    assert written(rows) == written(rows[::-1])


def test_a_claim_without_a_verdict_is_not_in_the_csv_but_its_citation_is(make_row: MakeRow) -> None:
    row = make_row(verdict=None)
    assert written([row]) == CSV_HEADER + "\r\n"
    stream = io.StringIO(newline="")
    write_citations_csv([row], stream)
    assert len(stream.getvalue().splitlines()) == 2


def test_verdicts_come_back_as_they_were_written(make_row: MakeRow) -> None:
    row = make_row(rationale="=HYPERLINK(1)", override_reason="'=x", verdict=Verdict.NEEDS_CONTEXT)
    header, rows = read_table(io.StringIO(written([row]), newline=""))
    assert is_verdict_table(header)
    (record,) = read_verdicts(rows)
    assert (record.claim_id, record.verdict) == ("aaaa", Verdict.NEEDS_CONTEXT)
    assert (record.rationale, record.override_reason) == ("=HYPERLINK(1)", "'=x")
    assert record.references == ("https://example.org/oil?a=1|2",)
    assert record.active_seconds == 17.25


def test_citations_come_back_as_they_were_written(make_row: MakeRow) -> None:
    row = make_row()
    stream = io.StringIO(newline="")
    write_citations_csv([row], stream)
    header, rows = read_table(io.StringIO(stream.getvalue(), newline=""))
    assert is_citation_table(header)
    assert tuple(read_citations(rows)) == row.citations


@given(st.lists(st.text(min_size=1)))
def test_any_sources_come_back_from_one_cell(references: list[str]) -> None:
    assert split_references(join_references(tuple(references))) == tuple(references)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rationale=st.text(), reviewer=st.text())
def test_any_rationale_and_reviewer_come_back(make_row: MakeRow, rationale: str, reviewer: str) -> None:
    row = make_row(rationale=rationale, reviewer=reviewer)
    _, rows = read_table(io.StringIO(written([row]), newline=""))
    (record,) = read_verdicts(rows)
    assert record.rationale == (rationale or None)
    assert record.reviewer == reviewer


def test_a_line_with_too_few_cells_is_named() -> None:
    with pytest.raises(KzcheckError, match="line 2 has 1 cells"):
        read_table(io.StringIO("a,b\r\n1\r\n", newline=""))


def test_an_unknown_verdict_is_named_with_its_claim(make_row: MakeRow) -> None:
    text = written([make_row()]).replace("verified", "great")
    _, rows = read_table(io.StringIO(text, newline=""))
    with pytest.raises(KzcheckError, match="claim aaaa: 'great'"):
        list(read_verdicts(rows))


def test_an_empty_file_is_said_to_be_empty() -> None:
    with pytest.raises(KzcheckError, match="empty"):
        read_table(io.StringIO(""))


def test_a_paragraph_of_a_megabyte_is_no_reason_to_stop(make_row: MakeRow) -> None:
    row = replace(make_row(), sentence="a " * 500_000)
    _, rows = read_table(io.StringIO(written([row]), newline=""))
    assert len(rows[0]["sentence"]) == 1_000_000


def test_the_sidecar_describes_each_column_and_stands_where_readers_look() -> None:
    assert sidecar_name("verdicts.csv") == "verdicts.csv-metadata.json"
    for name, columns in (("csv", VERDICT_COLUMNS), ("citations-csv", CITATION_COLUMNS)):
        sidecar = FORMATS[name].sidecar
        assert sidecar is not None
        metadata = json.loads(sidecar("verdicts.csv"))
        assert metadata["url"] == "verdicts.csv"
        assert [c["name"] for c in metadata["tableSchema"]["columns"]] == [c.name for c in columns]
