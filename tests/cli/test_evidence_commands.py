"""Sources from the command line: fetched when asked, shown, corrected, looked at again."""

import json
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

PAGE = """<!doctype html><html><head><title>Troops counted</title>
<meta property="og:site_name" content="The Count"></head><body><article><h1>Troops counted</h1>
<p>The ministry counted 2,487 soldiers at the two airfields on the eighth.</p></article></body></html>
"""


@pytest.fixture
def claim(samples: Any) -> str:
    (row, *_) = json.loads(samples("claims", "--limit", "1", "--json").out)
    return str(row["id"])


@pytest.fixture
def url(httpserver: HTTPServer) -> str:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/count").respond_with_data(PAGE, content_type="text/html")
    return httpserver.url_for("/count")


def test_nothing_is_fetched_unasked(samples: Any, claim: str, url: str, httpserver: HTTPServer) -> None:
    assert samples("cite", claim, url).status == 0
    assert samples("mark", claim, "verified", "--cite", url).status == 0
    assert httpserver.log == []


def test_cite_fetch_keeps_the_page_and_says_what_it_saw(samples: Any, claim: str, url: str) -> None:
    quote = "counted 2,487 soldiers at the two airfields"
    result = samples("cite", claim, url, "--quote", quote, "--fetch", "--allow-private", "--json")
    assert result.status == 0, result.err
    citation = json.loads(result.out)
    assert (citation["title"], citation["publisher"]) == ("Troops counted", "The Count")
    assert citation["passage_check"] == "found"
    assert "the passage is there" in result.err
    for name in (citation["id"], citation["snapshot"], citation["snapshot"][:12]):
        shown = samples("evidence", "show", name)
        assert quote in shown.out
        assert citation["snapshot"] in shown.out
    (listed,) = json.loads(samples("evidence", "list", "--passage", "found", "--json").out)
    assert listed == citation
    assert json.loads(samples("evidence", "list", "--passage", "absent", "--json").out) == []


def test_the_copy_comes_out_as_it_came(samples: Any, claim: str, url: str, tmp_path: Path) -> None:
    samples("cite", claim, url, "--fetch", "--allow-private")
    (citation,) = json.loads(samples("evidence", "list", "--json").out)
    copy = tmp_path / "copy.html"
    assert samples("evidence", "show", citation["id"], "-o", copy).status == 0
    assert copy.read_text("utf-8") == PAGE
    assert samples("evidence", "show", citation["id"], "-o", copy).status == 1


def test_the_setting_fetches_what_mark_cites_and_no_fetch_does_not(
    samples: Any, claim: str, url: str, httpserver: HTTPServer
) -> None:
    assert samples("settings", "fetch", "on").status == 0
    samples("mark", claim, "verified", "--cite", url, "--no-fetch")
    assert httpserver.log == []
    result = samples("mark", claim, "verified", "--cite", url, "--allow-private")
    assert result.status == 0, result.err
    assert "kept " in result.err


def test_what_can_not_be_fetched_is_said_and_the_mark_stands(samples: Any, claim: str, url: str) -> None:
    result = samples("mark", claim, "verified", "--cite", url, "--fetch")
    assert result.status == 1
    assert "--allow-private" in result.err
    assert json.loads(samples("show", claim, "--json").out)["status"] == "verified"


def test_a_file_is_kept_at_once(samples: Any, claim: str, tmp_path: Path) -> None:
    data = tmp_path / "count.csv"
    data.write_text("place,soldiers\nairfield,2487\n", "utf-8")
    result = samples("cite", claim, data)
    assert result.status == 0
    assert "kept " in result.err
    assert (
        "airfield,2487"
        in samples("evidence", "show", json.loads(samples("evidence", "list", "--json").out)[0]["id"]).out
    )


@pytest.mark.parametrize("spelling", ["count.txt", "./count.txt", "2021/count"])
def test_a_file_is_kept_however_its_path_is_spelt(
    samples: Any, claim: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2021").mkdir()
    Path(spelling).write_text("The office counted 2,487 soldiers.\n", "utf-8")

    result = samples("cite", claim, spelling, "--quote", "counted 2,487 soldiers", "--json")

    assert result.status == 0
    assert json.loads(result.out)["passage_check"] == "found"


@pytest.mark.parametrize("words", ["a call with the office", "~12 percent said so", "words " * 99])
def test_words_that_are_no_file_are_kept_as_words(samples: Any, claim: str, words: str) -> None:
    result = samples("cite", claim, words, "--json")

    assert result.status == 0
    assert json.loads(result.out)["snapshot"] is None


def test_a_path_without_a_file_is_said_to_be_one(samples: Any, claim: str) -> None:
    result = samples("cite", claim, "nowhere/count.txt", "--fetch")

    assert result.status == 1
    assert (
        "nowhere/count.txt was not fetched: it is not a web address, and there is no such file" in result.err
    )


def test_fetch_later_correct_and_look_again(
    samples: Any, claim: str, url: str, httpserver: HTTPServer
) -> None:
    samples("cite", claim, url)
    assert samples("evidence", "fetch", claim, "--allow-private").status == 0
    (citation,) = json.loads(samples("evidence", "list", "--json").out)
    corrected = samples("evidence", "correct", citation["id"], "--title", "The right title", "--json")
    assert json.loads(corrected.out)["title"] == "The right title"
    assert samples("undo").status == 0
    again = samples("recheck", "--allow-private", "--json")
    assert again.status == 0, again.err
    assert [one["result"] for one in json.loads(again.out)] == ["same"]
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/count").respond_with_data("", status=410)
    assert "gone" in samples("recheck", claim, "--allow-private").out
    assert [row["id"] for row in json.loads(samples("claims", "--recheck", "gone", "--json").out)] == [claim]
    assert json.loads(samples("claims", "--recheck", "same", "--json").out) == []


def test_a_page_that_could_not_be_looked_at_again_is_named_among_the_errors(samples: Any, claim: str) -> None:
    samples("cite", claim, "http://127.0.0.1:9/count")
    (citation,) = json.loads(samples("evidence", "list", "--json").out)
    again = samples("recheck", "--allow-private")
    assert again.status == 1
    assert again.err.startswith(f"kzcheck: {citation['id']}: ")
    assert "http://127.0.0.1:9/count" in again.out


def test_settings_are_shown_and_refused_in_one_line(samples: Any) -> None:
    shown = json.loads(samples("settings", "--json").out)
    assert shown == {"gate": "any", "fetch": "off", "archive": "https://web.archive.org/save/"}
    assert samples("settings", "gate", "strict").status == 0
    assert json.loads(samples("settings", "gate", "--json").out) == {"gate": "strict"}
    assert samples("settings", "gate", "--unset").status == 0
    for wrong in (("gate", "loose"), ("speed", "9"), ("archive", "ftp://example.org")):
        refused = samples("settings", *wrong)
        assert refused.status == 1
        assert refused.err.count("\n") == 1


def test_known_checks_are_never_asked_without_a_key(samples: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KZCHECK_FACTCHECK_KEY", raising=False)
    refused = samples("known", "2,500 soldiers")
    assert refused.status == 1
    assert "$KZCHECK_FACTCHECK_KEY" in refused.err


def test_known_checks_come_from_the_service(
    samples: Any, claim: str, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KZCHECK_FACTCHECK_KEY", "secret")
    monkeypatch.setenv("KZCHECK_FACTCHECK_URL", httpserver.url_for(""))
    review = {"url": "https://example.org/r", "publisher": {"name": "Desk"}, "textualRating": "Mostly true"}
    sentence = json.loads(samples("show", claim, "--json").out)["sentence"]
    httpserver.expect_request("/v1alpha1/claims:search").respond_with_json(
        {"claims": [{"text": sentence, "claimReview": [review]}]}
    )
    (found,) = json.loads(samples("known", claim, "--json").out)
    assert found["rating"] == "Mostly true"
    assert httpserver.log[0][0].args["query"] == sentence


def test_a_source_cited_before_the_claim_is_disputed_contradicts_it_and_the_export_says_so(
    samples: Any, claim: str
) -> None:
    samples("cite", claim, "box 7")
    marked = samples("mark", claim, "disputed")
    assert "box 7 contradicts it now" in marked.err
    exported = json.loads(samples("export", "jsonl").out)
    assert (exported["verdict"], exported["citations"][0]["stance"]) == ("disputed", "contradicts")
    later = json.loads(samples("cite", claim, "box 8", "--json").out)
    assert later["stance"] == "contradicts"
