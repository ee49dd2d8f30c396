"""Reading sources: files, folders, standard input and web addresses."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from kzcheck.domain import Document, KzcheckError, Metadata, Page
from kzcheck.ingest.cleaning import clean_text, reason
from kzcheck.ingest.documents import read_documents, refuse_status
from kzcheck.ingest.formats import SUFFIXES

LARGEST = 50 * 1024 * 1024  # bytes of one source
STANDARD_INPUT = "-"


def expand_sources(sources: Sequence[str]) -> list[str]:
    """Return `sources` with every folder replaced by the readable files in it and its subfolders, sorted.

    Hidden files and folders are left out. A folder without a readable file stays in the list, so that reading
    it raises an error.
    """
    expanded: list[str] = []
    for source in sources:
        # a name without letters is a variable that was not set, and would be the present folder
        may_be_folder = source.strip() and source != STANDARD_INPUT and not is_address(source)
        files = _files_below(Path(source)) if may_be_folder else []
        expanded.extend(files or [source])
    return expanded


def is_address(source: str) -> bool:
    """Return whether a source is a web address, which has to be fetched."""
    return source.lower().startswith(("http://", "https://"))


def read_source(
    source: str, *, given: Metadata, stdin: BinaryIO | None, fetch: Callable[[str], Page]
) -> list[Document]:
    """Return the documents of one source: a path, `-` for `stdin`, or an address to `fetch`.

    A feed gives one document for each entry, anything else gives one. `given` overrides what a document says
    of itself. Raises KzcheckError when the source cannot be read.
    """
    name = clean_text(source).replace("\n", "\u240a")  # a file name may hold any character
    if is_address(source):
        page = fetch(source)
        refuse_status(page)
        _refuse_size(len(page.body), name)
        return read_documents(page.body, name, given, page)
    data = _read_input(stdin) if source == STANDARD_INPUT else _read_file(source, name)
    _refuse_size(len(data), name)
    return read_documents(data, name, given)


def _files_below(folder: Path) -> list[str]:
    try:
        if not folder.is_dir():
            return []
        found = sorted(
            path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()
        )
    except (OSError, ValueError):
        return []  # reading the source says why
    return [
        str(path)
        for path in found
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def _read_file(source: str, name: str) -> bytes:
    if not source.strip():
        raise KzcheckError("a source was not read: it has no name; give a file, a folder, an address or -")
    path = Path(source)
    try:
        if path.is_dir():
            kinds = " ".join(sorted(SUFFIXES))
            raise KzcheckError(f"{name}: no readable file in the folder; it looks for {kinds}")
        if not path.exists():
            raise KzcheckError(f"{name}: there is no such file; check the path")
        if not path.is_file():
            raise KzcheckError(f"{name}: it is not a regular file; give a file, a folder, an address or -")
        _refuse_size(path.stat().st_size, name)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or reason(error)
        raise KzcheckError(f"{name}: it cannot be read: {said}; check the path") from error


def _read_input(stdin: BinaryIO | None) -> bytes:
    if stdin is None:
        raise KzcheckError("-: there is no standard input; pipe a text in, or give a file")
    return stdin.read(LARGEST + 1)


def _refuse_size(size: int, name: str) -> None:
    if size > LARGEST:
        limit = LARGEST // 1024 // 1024
        raise KzcheckError(f"{name}: it is larger than {limit} MB; split it, or save the article alone")
