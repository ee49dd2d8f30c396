"""Articles from the web: a real server on loopback."""

import json
from pathlib import Path
from typing import Any

from pytest_httpserver import HTTPServer

PAGE = Path(__file__).resolve().parents[2] / "db" / "demo" / "2-pipelines.html"


def test_an_article_is_added_from_its_address(kzcheck: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/oil").respond_with_data(PAGE.read_bytes(), content_type="text/html")
    address = httpserver.url_for("/oil")
    result = kzcheck("add", address, "--allow-private", "--json")
    assert result.status == 0, result.err
    (document,) = json.loads(result.out)["documents"]
    assert document["outlet"] == "The Caspian Courier"
    (listed,) = json.loads(kzcheck("documents", "--json").out)
    assert (listed["url"], listed["source"]) == (address, address)


def test_a_private_address_is_refused_unless_it_is_asked_for(kzcheck: Any, httpserver: HTTPServer) -> None:
    result = kzcheck("add", httpserver.url_for("/oil"))
    assert result.status == 1
    assert "--allow-private" in result.err
    assert httpserver.log == []


def test_a_dead_address_is_one_line_and_the_others_are_added(kzcheck: Any, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/gone").respond_with_data("gone", status=410)
    result = kzcheck("add", httpserver.url_for("/gone"), PAGE, "--allow-private", "--json")
    report = json.loads(result.out)
    assert result.status == 1
    assert len(report["documents"]) == len(report["errors"]) == 1
    assert "410" in report["errors"][0]["error"]
    assert result.err.count("\n") == 1
