"""Bytes of any kind become documents or one clear line, and take no more than linear time."""

import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kzcheck.domain import Document, KzcheckError, Metadata, Page, document_id
from kzcheck.ingest import read_source

STARTS = (
    b"",
    b"<html><body>",
    b"<!doctype html><html><head><script type='application/ld+json'>",
    b"%PDF-1.7\n1 0 obj <<",
    b"PK\x03\x04",
    b"From: a\nSubject: b\nDate: c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n",
    b"<rss><channel><item><description>",
    b"<?xml version='1.0' encoding='utf-16'?><feed>",
    b"\xff\xfe",
)
PIECES = (
    b"<p>",
    b"</p>",
    b"<div class='share ad'>",
    b"<table><tr><td>",
    b"<br><br>",
    b"<!--",
    b"&#0;&#xd800;&#x202e;",
    b"\x1b[31m",
    b"\x00",
    b"\xed\xa0\x80",
    "Ünï – 12 %. ".encode(),
    "水が十二パーセント増えた。".encode(),
    b"A sentence that is long enough to look like the prose of an article, with 12 percent in it. ",
    b"]]></description></item>",
    b'{"@type":"NewsArticle","author":[[{"name":[1]}]],"datePublished":9}</script>',
    b"stream\n\x78\x9c endstream endobj trailer << /Root 1 0 R >> startxref 0 %%EOF",
)
HOSTILE = st.builds(
    lambda start, pieces: start + b"".join(pieces),
    st.sampled_from(STARTS),
    st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=40)), max_size=30),
)


def never(url: str) -> Page:
    pytest.fail(f"{url} was fetched")


def check(document: Document) -> None:
    assert document.id == document_id(document.text)
    position = 0
    for zone in document.zones:
        assert position <= zone.start < zone.end <= len(document.text)
        position = zone.end
    document.text.encode("utf-8")
    assert not any(char < " " and char not in "\n\t" for char in document.text)


def read_or_refuse(data: bytes, source: str = "-") -> list[Document]:
    """Return the documents, none when they are refused; anything but a refusal in one line fails."""
    complaint = ""
    documents: list[Document] = []
    try:
        documents = read_source(source, given=Metadata(), stdin=io.BytesIO(data), fetch=never)
    except KzcheckError as error:
        complaint = str(error)
    assert "\n" not in complaint
    assert documents or complaint
    return documents


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
@example(b"<html><body><table><tr><td>\x00")
def test_any_bytes_give_documents_or_one_line(data: bytes) -> None:
    for document in read_or_refuse(data):
        check(document)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE, st.sampled_from([".eml", ".docx", ".pdf", ".html", ".xml", ".txt"]))
def test_no_suffix_makes_bytes_dangerous(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(data)
    for document in read_or_refuse(b"", str(path)):
        check(document)


TRAPS = {
    "nested elements": b"<html>" + b"<div>x" * 100_000,
    "moderately nested elements": b"<html>" + b"<div>x" * 5_000,
    "breaks in nested inline elements": b"<html>" + b"<span>" * 5_000 + b"x<br><br>" * 5_000,
    "nested tables": b"<html>" + b"<table><tr><td>x" * 3_000,
    "unclosed formatting": b"<html><div>"
    + b"".join(b"<font a%d>" % n for n in range(3_000))
    + b"</div><div>x</div>" * 9_000,
    "attributes": b"<html><div " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">x",
    "open angle brackets": b"<html>" + b"<" * 2_000_000,
    "comments": b"<html>x" + b"<!--" * 500_000,
    "labels": b"<html>" + b"".join(b"<div class='c%d share'>x</div>" % n for n in range(20_000)),
    "table rows": b"<html><table>" + b"<tr><td>a<td>b" * 30_000,
    "brackets in JSON-LD": b"<html><script type='application/ld+json'>" + b"[" * 1_000_000 + b"</script>x",
    "one long line": b"a b c. " * 300_000,
    "digits": b"1" * 2_000_000,
    "newlines": b"\n" * 2_000_000 + b"x",
    "elements of a feed": b"<rss>" + b"<a>" * 500_000,
    "more elements of a feed": b"<rss>" + b"<a/>" * 3_000_000 + b"</rss>",
}


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_read_or_refused_in_linear_time(trap: str) -> None:
    started = time.process_time()
    read_or_refuse(TRAPS[trap])
    assert time.process_time() - started < 5  # what is quadratic takes minutes
