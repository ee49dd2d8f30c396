"""Kept copies of pages."""

import os
from pathlib import Path

import pytest
from fpdf import FPDF
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from kzcheck.domain import KzcheckError
from kzcheck.evidence import Fetcher, Limits, body_hash, pack, page_of_file, unpack

BODY = b"<p>words</p>" * 1000


@settings(deadline=None)
@given(st.binary())
def test_a_kept_page_comes_back_byte_for_byte(body: bytes) -> None:
    assert unpack(pack(body), len(body), body_hash(body)) == body


def test_a_kept_page_takes_less_room() -> None:
    assert len(pack(BODY)) < len(BODY)


@pytest.mark.parametrize(
    "other",
    [b"", b"other words", BODY + b"!", b"\0" * 50_000_000],
    ids=["nothing", "other words", "one more byte", "a bomb"],
)
def test_a_kept_page_that_was_tampered_with_is_not_shown(other: bytes) -> None:
    with pytest.raises(KzcheckError, match="does not match its hash; fetch the page again"):
        unpack(pack(other), len(BODY), body_hash(BODY))


def test_a_kept_page_that_is_not_packed_is_not_shown() -> None:
    with pytest.raises(KzcheckError, match="does not match its hash"):
        unpack(b"words", len(BODY), body_hash(BODY))


def test_a_pdf_comes_as_it_was_sent(httpserver: HTTPServer, public: Fetcher) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica")
    pdf.cell(text="Words on paper")
    body = bytes(pdf.output())
    httpserver.expect_request("/a.pdf").respond_with_data(body, content_type="application/pdf")
    assert public.fetch(httpserver.url_for("/a.pdf")).body == body


@pytest.mark.parametrize("as_address", [False, True])
def test_a_file_named_on_purpose_is_taken_in(tmp_path: Path, as_address: bool) -> None:
    file = tmp_path / "the page ä.html"
    file.write_bytes(b"<p>words</p>")
    page = page_of_file(file.as_uri() if as_address else str(file))
    assert (page.body, page.content_type, page.url) == (b"<p>words</p>", "text/html", file.as_uri())


def test_a_file_that_cannot_be_taken_in_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(b"x" * 11)
    with pytest.raises(KzcheckError, match="larger than 1e-05 MB"):
        page_of_file(str(large), Limits(body_bytes=10))
    with pytest.raises(KzcheckError, match="was not kept: No such file or directory; check the path"):
        page_of_file(str(tmp_path / "none"))
    with pytest.raises(KzcheckError, match="the path can't be used"):
        page_of_file("a\0b")
    with pytest.raises(KzcheckError, match="the path can't be used; check the path"):
        page_of_file("~nobody.has.this.name/a.txt")
    with pytest.raises(KzcheckError, match="on another machine"):
        page_of_file("file://server/share/a.txt")
    with pytest.raises(KzcheckError, match="Is a directory"):
        page_of_file(str(tmp_path))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(KzcheckError, match="it is not a regular file"):
        page_of_file(str(tmp_path / "pipe"))
