"""From a page on loopback to the exports: hash, passage, what came of it then and later, the override."""

import csv
import hashlib
import io
import json
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

PAGE = "<!doctype html><title>Troops counted</title><article><h1>Troops counted</h1><p>{}</p></article>"
WORDS = "The ministry counted 2,487 soldiers at the two airfields on the eighth."
QUOTE = "The ministry counted 2,500 soldiers at the two airfields on the eighth"
REASON = "told by two people who were there; neither can be named"


def serve(httpserver: HTTPServer, words: str) -> str:
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/count").respond_with_data(PAGE.format(words), content_type="text/html")
    return httpserver.url_for("/count")


@pytest.fixture
def sources(samples: Any, httpserver: HTTPServer) -> list[dict[str, str]]:
    """The rows of `citations-csv`: one claim verified by a page that changed later, one overridden."""
    first, second = (row["id"] for row in json.loads(samples("claims", "--limit", "2", "--json").out))
    url = serve(httpserver, WORDS)
    marked = samples("mark", first, "verified", "--cite", url, "--quote", QUOTE, "--fetch", "--allow-private")
    assert marked.status == 0, marked.err
    assert samples("cite", second, "Call with the ministry", "--stance", "context").status == 0
    samples("settings", "gate", "strict")
    assert samples("mark", second, "disputed").status == 1
    assert samples("mark", second, "disputed", "--override", REASON).status == 0
    serve(httpserver, "The ministry has not counted anybody, and the airfields are closed to visitors.")
    assert samples("recheck", first, "--allow-private").status == 0
    return list(csv.DictReader(io.StringIO(samples("export", "citations-csv").out)))


def test_citations_csv_names_what_each_verdict_rests_on(sources: list[dict[str, str]]) -> None:
    page, call = sorted(sources, key=lambda row: row["reference"], reverse=True)
    assert page["snapshot"] == hashlib.sha256(PAGE.format(WORDS).encode()).hexdigest()
    assert page["passage"] == QUOTE
    assert page["passage_check"] == "nearly"
    assert page["passage_note"] == "nearly found: the page has “2,487” for “2,500”"
    assert page["title"] == "Troops counted"
    assert page["recheck"] == "changed"
    assert "the passage is gone" in page["recheck_note"]
    assert page["rechecked_at"]
    assert page["override_reason"] == ""
    assert (call["snapshot"], call["passage_check"]) == ("", "")
    assert call["override_reason"] == REASON


@pytest.mark.parametrize("report", ["markdown", "html", "jsonl"])
def test_every_report_names_it_too(samples: Any, sources: list[dict[str, str]], report: str) -> None:
    exported = samples("export", report).out
    digest = hashlib.sha256(PAGE.format(WORDS).encode()).hexdigest()
    for words in (digest, QUOTE, "2,487", "passage is gone", REASON):
        assert words in exported.replace("\\", ""), words
    assert len(sources) == 2
