"""Sources: files, folders, standard input, addresses, and what is wrong with them."""

import io
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kzcheck.domain import Document, KzcheckError, Metadata, Page, document_id
from kzcheck.ingest import expand_sources, read_source
from kzcheck.ingest.sources import LARGEST

TEXT = "The reservoir holds 40 million cubic metres of water. It was full for the last time nine years ago.\n"


def never(url: str) -> Page:
    pytest.fail(f"{url} was fetched")


def read(source: str, data: bytes = b"") -> list[Document]:
    return read_source(source, given=Metadata(), stdin=io.BytesIO(data), fetch=never)


def complaint(source: str, data: bytes = b"") -> str:
    with pytest.raises(KzcheckError) as caught:
        read(source, data)
    message = str(caught.value)
    assert "\n" not in message
    assert ": " in message
    assert ";" in message
    return message


def test_a_text_file_keeps_its_text_and_gets_its_id_from_it(tmp_path: Path) -> None:
    path = tmp_path / "water.txt"
    path.write_text(TEXT, encoding="utf-8")
    [document] = read(str(path))
    assert document.text == TEXT
    assert document.id == document_id(TEXT)
    assert document.source == str(path)


def test_standard_input_is_a_source() -> None:
    [document] = read("-", TEXT.encode())
    assert document.text == TEXT
    assert document.source == "-"


def test_standard_input_may_be_any_format() -> None:
    [document] = read("-", f"<html><body><p>{TEXT * 3}</p></body></html>".encode())
    assert "<p>" not in document.text


def test_a_folder_becomes_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "deep/er/c.pdf", "deep/d.docx", "picture.png", ".hidden/e.txt", "f.TXT"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = [str(Path(path).relative_to(tmp_path)) for path in expand_sources([str(tmp_path)])]
    assert found == ["a.html", "b.txt", "deep/d.docx", "deep/er/c.pdf", "f.TXT"]


def test_files_addresses_and_standard_input_stay_as_they_are() -> None:
    sources = ["missing.txt", "-", "https://courier.example/a"]
    assert expand_sources(sources) == sources


def test_an_address_is_fetched_and_its_redirect_is_the_url() -> None:
    def fetch(url: str) -> Page:
        return Page(
            url=url,
            final_url="https://courier.example/water",
            status=200,
            content_type="text/plain; charset=utf-8",
            headers=(),
            body=TEXT.encode(),
            fetched_at="2026-01-09T10:00:00Z",
        )

    [document] = read_source("https://courier.example/w", given=Metadata(), stdin=None, fetch=fetch)
    assert document.text == TEXT
    assert document.metadata.url == "https://courier.example/water"


def test_what_is_given_overrides_what_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head><title>Found</title></head><p>{TEXT}</p></html>", encoding="utf-8")
    given = Metadata(title="Given", published="2025-03", outlet="The Courier")
    [document] = read_source(str(path), given=given, stdin=None, fetch=never)
    assert document.metadata == Metadata(
        title="Given", published="2025-03", published_from="option", outlet="The Courier"
    )


def test_a_missing_file_is_named() -> None:
    assert "nowhere.txt: there is no such file" in complaint("nowhere.txt")


def test_a_name_that_no_file_can_have_is_refused() -> None:
    complaint("a\x00b.txt")
    complaint("x" * 5000)


def test_a_folder_without_readable_files_is_named(tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    assert expand_sources([str(tmp_path)]) == [str(tmp_path)]
    assert "no readable file" in complaint(str(tmp_path))


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_source_is_said_to_be_empty(data: bytes) -> None:
    complaint("-", data)


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n", b"\x7fELF", b"SQLite format 3\x00", b"RIFF", b"\x00\x01\x02"]
)
def test_a_binary_file_is_said_to_be_one(start: bytes) -> None:
    assert "not text" in complaint("-", start + bytes(99))


def test_an_old_word_file_is_told_what_to_become() -> None:
    assert ".docx" in complaint("-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_rich_text_is_told_what_to_become() -> None:
    assert "save it as .docx" in complaint("-", rb"{\rtf1\ansi The dam held.}")


def test_xml_of_any_other_kind_gives_its_text() -> None:
    [document] = read("-", f"<?xml version='1.0'?><report><part>{TEXT}</part></report>".encode())
    assert document.text == TEXT.strip()


def test_a_file_that_is_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger than 50 MB" in complaint(str(path))


def test_a_name_that_would_steer_a_terminal_is_shown_safely(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[2J\nb.txt"
    assert "a\u241b\u240ab.txt: there is no such file" in complaint(str(path))
    path.write_text(TEXT, encoding="utf-8")
    [document] = read(str(path))
    assert document.source.endswith("a\u241b\u240ab.txt")


@pytest.fixture
def somebody() -> Iterator[None]:
    """Whoever runs the tests, or where that is root, who may read everything, an ordinary user."""
    own = os.geteuid()
    os.seteuid(own or 65534)
    yield
    os.seteuid(own)


def test_a_file_that_may_not_be_read_is_named(open_folder: Path, somebody: None) -> None:
    assert "cannot be read" in complaint(str(open_folder / "secret.txt"))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, with a file that nobody may read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "secret.txt").write_text(TEXT, encoding="utf-8")
        (folder / "secret.txt").chmod(0)
        yield folder


def test_a_device_is_no_source() -> None:
    assert "not a regular file" in complaint(os.devnull)


@pytest.mark.parametrize("status", [404, 403, 500])
def test_an_http_error_is_named(status: int, make_page: Callable[..., Page]) -> None:
    page = make_page("<p>Sorry</p>")

    def fetch(url: str) -> Page:
        return replace(page, status=status)

    with pytest.raises(KzcheckError, match=str(status)):
        read_source("https://courier.example/gone", given=Metadata(), stdin=None, fetch=fetch)


@pytest.mark.parametrize("name", ["", " "])
def test_a_source_without_a_name_is_not_the_present_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "article.txt").write_text("The town has 4,500 inhabitants.")
    monkeypatch.chdir(tmp_path)
    assert expand_sources([name]) == [name]
    assert "it has no name" in complaint(name)
