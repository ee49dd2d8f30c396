"""Reports and records for other programs."""

import io
import json
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from kzcheck.domain import KzcheckError, Verdict
from kzcheck.exchange import FORMATS, VerdictRow, read_json_lines

MakeRow = Callable[..., VerdictRow]
HOSTILE = '<script>alert(1)</script> [x](javascript:1) **b** "q" | pipe'


class Tags(HTMLParser):
    """Collects the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)


def written(name: str, rows: list[VerdictRow]) -> str:
    stream = io.StringIO(newline="")
    FORMATS[name].write(rows, stream)
    return stream.getvalue()


def test_json_lines_come_back_with_their_citations_whole(make_row: MakeRow) -> None:
    row = make_row(rationale=HOSTILE)
    (record,) = read_json_lines(io.StringIO(written("jsonl", [row])))
    assert record.citations == row.citations
    assert record.rationale == HOSTILE
    assert record.verdict is Verdict.VERIFIED


@pytest.mark.parametrize("line", ["{}", "[]", "nonsense", '{"claim_id": "a", "citations": 3}'])
def test_a_line_that_is_no_verdict_is_named(line: str) -> None:
    with pytest.raises(KzcheckError, match="line 1 is not a verdict"):
        list(read_json_lines(io.StringIO(line + "\n")))


def test_a_claimreview_has_what_search_engines_ask_for(make_row: MakeRow) -> None:
    (review,) = json.loads(written("claimreview", [make_row()]))
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"] == "80% share of the line"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "verified",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert review["itemReviewed"]["appearance"]["publisher"]["name"] == "Wire"


def test_a_verdict_that_is_no_point_on_a_scale_has_a_name_and_no_number(make_row: MakeRow) -> None:
    (review,) = json.loads(written("claimreview", [make_row(verdict=Verdict.UNPROVEN)]))
    assert review["reviewRating"] == {"@type": "Rating", "alternateName": "unproven"}


def test_hostile_words_stay_words_in_the_html_report(make_row: MakeRow) -> None:
    parser = Tags()
    parser.feed(written("html", [make_row(rationale=HOSTILE, reviewer=HOSTILE)]))
    assert "script" not in parser.seen
    assert "mark" in parser.seen


def test_hostile_words_stay_words_in_the_markdown_report(make_row: MakeRow) -> None:
    text = written("markdown", [make_row(rationale=HOSTILE)])
    assert "\\<script\\>" in text
    assert "\\[x\\]\\(javascript\\:1\\)" in text


def test_a_markdown_report_can_be_read_and_its_addresses_followed(make_row: MakeRow) -> None:
    row = make_row(rationale="- 3. of well-known figures, at 09:30.", decided_at="2026-01-12T09:30:00.000Z")
    cited = replace(row.citations[0], reference="https://example.org/a_b", title=None, publisher=None)
    text = written("markdown", [replace(row, citations=(cited,))])
    assert "Decided by aizhan, 2026-01-12T09:30:00.000Z." in text
    assert "\n\\- 3. of well-known figures, at 09:30.\n" in text
    assert ": <https://example.org/a_b>" in text
    odd = replace(cited, reference="https://example.org/<script>")
    assert "<script>" not in written("markdown", [replace(row, citations=(odd,))])


def test_a_report_names_the_source_and_the_person(make_row: MakeRow) -> None:
    for name in ("markdown", "html"):
        text = written(name, [make_row()])
        assert "aizhan" in text
        assert "80 per cent" in text
