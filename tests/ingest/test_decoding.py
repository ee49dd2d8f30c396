"""Decoding bytes to text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kzcheck.domain import Document, KzcheckError, Metadata, Page
from kzcheck.ingest import read_page
from kzcheck.ingest.decoding import declared_encoding, decode_text

CYRILLIC = "Уровень воды в реке поднялся на двенадцать сантиметров, сообщили в городском управлении."
FRENCH = "La récolte a baissé de 12 % en août, selon le ministère; les éleveurs s’inquiètent déjà."
GREEK = "Ο υπουργός είπε ότι το 31 τοις εκατό των κατοίκων έφυγε τον τελευταίο χρόνο."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding: str) -> None:
    text = "The harvest fell by 12% — «плохо», said nobody."
    assert decode_text(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_undeclared_cyrillic_is_guessed(encoding: str) -> None:
    assert decode_text(CYRILLIC.encode(encoding), "a.txt") == CYRILLIC


def test_undeclared_western_text_is_read_as_windows() -> None:
    assert decode_text(FRENCH.encode("cp1252"), "a.txt") == FRENCH


def test_valid_utf_8_wins_over_a_false_declaration() -> None:
    assert decode_text(FRENCH.encode(), "a.html", "iso-8859-1") == FRENCH


def test_a_declared_encoding_is_used() -> None:
    assert decode_text("価格は上がった".encode("shift_jis"), "a.html", "shift_jis") == "価格は上がった"


def test_an_unknown_or_silly_declaration_is_passed_over() -> None:
    assert decode_text(FRENCH.encode("cp1252"), "a.html", "klingon-8") == FRENCH
    assert decode_text(FRENCH.encode("cp1252"), "a.html", "base64") == FRENCH


def test_a_wrong_declaration_of_utf_8_is_no_reason_to_refuse_a_page() -> None:
    assert decode_text(FRENCH.encode("cp1252"), "a.html", "utf-8") == FRENCH
    for encoding in ("cp1251", "koi8-r"):
        assert decode_text(CYRILLIC.encode(encoding), "a.html", "utf-8") == CYRILLIC


def test_utf_16_of_any_alphabet_is_known_without_its_mark() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        for text in (FRENCH, CYRILLIC, GREEK):
            assert decode_text(text.encode(encoding), "a.txt") == text


def test_bytes_of_windows_within_utf_8_are_read_as_such() -> None:
    mixed = FRENCH.encode() + b" \x93quoted\x94 " + FRENCH.encode()
    assert decode_text(mixed, "a.txt") == f"{FRENCH} “quoted” {FRENCH}"


def test_bytes_that_fit_nothing_are_an_error_of_one_line() -> None:
    with pytest.raises(KzcheckError, match=r"a\.txt: .*UTF-8") as caught:
        decode_text(bytes(range(0x80, 0x100)) * 40, "a.txt")
    assert "\n" not in str(caught.value)


def test_text_that_is_not_in_its_declared_encoding_is_an_error() -> None:
    with pytest.raises(KzcheckError, match="not shift_jis text"):
        decode_text(b"abc\xfd\xfe\xff" * 400, "a.html", "shift_jis")


def test_zero_bytes_that_are_not_utf_16_mean_a_binary_file() -> None:
    with pytest.raises(KzcheckError, match="binary"):
        decode_text(b"abc\x00\x00\x00def\x01" * 10, "a.txt")


@pytest.mark.parametrize(
    ("data", "content_type", "encoding"),
    [
        (b'<meta charset="windows-1251">', "", "windows-1251"),
        (b'<meta http-equiv=content-type content="text/html; charset=euc-kr">', "", "euc-kr"),
        (b'<?xml version="1.0" encoding="koi8-r"?>', "", "koi8-r"),
        (b'<meta charset="utf-8">', "text/html; charset=Shift_JIS", "shift_jis"),
        (b"<meta charset=latin-1>", "", "cp1252"),
        (b"<p>none</p>", "text/html", None),
    ],
)
def test_a_declaration_is_found_where_it_may_stand(
    data: bytes, content_type: str, encoding: str | None
) -> None:
    assert declared_encoding(data, content_type) == encoding


def test_a_page_in_a_declared_code_page_reads_true(make_page: Callable[..., Page]) -> None:
    html = f'<html><head><meta charset="windows-1251"></head><body><p>{CYRILLIC} {CYRILLIC}</p></body></html>'
    document: Document = read_page(make_page(html.encode("cp1251")), Metadata())
    assert CYRILLIC in document.text


def test_a_file_in_an_old_code_page_reads_true(tmp_path: Path, read_file: Callable[[Path], Document]) -> None:
    path = tmp_path / "река.txt"
    path.write_bytes(CYRILLIC.encode("cp1251"))
    assert read_file(path).text == CYRILLIC
