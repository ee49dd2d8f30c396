"""Reading Word documents (.docx): paragraphs, tables, notes, headers and footers."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

from kzcheck.domain import KzcheckError, Metadata, ZoneKind
from kzcheck.ingest.assembling import Blocks
from kzcheck.ingest.cleaning import one_line, reason
from kzcheck.ingest.html_table import Cell, row_lines
from kzcheck.ingest.xml_safety import TAG_LIMIT, parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_W = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
DC = "{http://purl.org/dc/elements/1.1/}"
SIZE_LIMIT = 64 * 1024 * 1024  # bytes that all parts may unpack to
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
MARKS = {W + "tab": " ", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "\u2011"}
# Deleted and moved text, and what older programs show instead of a drawing.
LEFT_OUT = frozenset(
    (W + "del", W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)


def read_docx(data: bytes, name: str) -> tuple[Blocks, Metadata]:
    """Return the blocks of a .docx file, and the title and author that its properties name.

    Paragraphs of the style `Title` are the headline, headers and footers are boilerplate, everything else is
    body; deleted text is left out. `name` is for messages. Raises KzcheckError when the data is no Word
    document, is damaged, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _read_archive(archive, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise KzcheckError(f"{name}: the Word document is damaged: {reason(error)}; save it again") from error


def _read_archive(archive: zipfile.ZipFile, name: str) -> tuple[Blocks, Metadata]:
    names = archive.namelist()
    if "word/document.xml" not in names:
        hint = "save it as .docx" if "content.xml" in names else "unpack it first"
        raise KzcheckError(f"{name}: it is a zip archive, not a Word document; {hint}")
    parts = _Parts(archive, name)
    blocks = _part_blocks(parts.read("word/document.xml"))
    for part in NOTES:
        if part in names:
            blocks += _part_blocks(parts.read(part))
    for part in sorted(part for part in names if part.startswith(("word/header", "word/footer"))):
        blocks += [(text, ZoneKind.BOILERPLATE) for text, _ in _part_blocks(parts.read(part))]
    properties = "docProps/core.xml"
    return blocks, _metadata(parts.read(properties)) if properties in names else Metadata()


class _Parts:
    """Reads the parts of an archive one by one, up to a limit for all of them together."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._bytes = SIZE_LIMIT
        self._tags = TAG_LIMIT

    def read(self, part: str) -> ET.Element:
        """Return the root element of a part; raise KzcheckError when the parts unpack to too much."""
        with self._archive.open(part) as stream:
            data = stream.read(self._bytes + 1)
        self._bytes -= len(data)
        self._tags -= data.count(b"<")
        if self._bytes < 0 or self._tags < 0:
            limit = SIZE_LIMIT // 1024 // 1024
            raise KzcheckError(
                f"{self._name}: it unpacks to more than {limit} MB or millions of elements; split it"
            )
        return parse_xml(data.replace(STRICT_W, W[1:-1].encode()), f"{self._name} ({part})")


def _part_blocks(root: ET.Element) -> Blocks:
    """Return the paragraphs and table rows of a part, in order."""
    blocks: Blocks = []
    pending = [root]
    while pending:
        element = pending.pop()
        if element.tag == W + "p":
            blocks.append((_paragraph(element), _zone(element)))
        elif element.tag == W + "tbl" and _is_data(element):
            blocks += [(text, ZoneKind.BODY) for text in _rows(element)]
        else:
            pending.extend(reversed(element))
    return blocks


def _zone(paragraph: ET.Element) -> ZoneKind:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    value = style.get(W + "val", "").lower() if style is not None else ""
    if value == "title":
        return ZoneKind.HEADLINE
    return ZoneKind.CAPTION if value == "caption" else ZoneKind.BODY


def _paragraph(paragraph: ET.Element) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(paragraph: ET.Element) -> Iterator[str]:
    """Yield the text of a paragraph in order; the text of a box in it stands on lines of its own."""
    pending = [paragraph]
    while pending:
        node = pending.pop()
        if node.tag == W + "t":
            yield node.text or ""
        elif node.tag in MARKS:
            yield MARKS[node.tag]
        elif node.tag not in LEFT_OUT:
            if node.tag == W + "p" and node is not paragraph:
                yield "\n"
            pending.extend(reversed(node))


def _is_data(table: ET.Element) -> bool:
    """Return whether a table holds data; one that only lays out the page is read as paragraphs."""
    first = table.find(W + "tr")
    return first is not None and len(first.findall(W + "tc")) > 1 and table.find(f".//{W}tc//{W}tbl") is None


def _rows(table: ET.Element) -> list[str]:
    rows: list[list[Cell]] = []
    for number, row in enumerate(table.findall(W + "tr")):
        heads = number == 0 or row.find(f"{W}trPr/{W}tblHeader") is not None
        cells = [
            " ".join(" ".join(_paragraph(p) for p in cell.findall(W + "p")).split())
            for cell in row.findall(W + "tc")
        ]
        rows.append([Cell(text, heads and not _is_figure(text), 0) for text in cells])
    filled = [row for row in rows if any(cell.text for cell in row)]
    if not any(_is_figure(cell.text) for row in filled[1:] for cell in row[1:]):
        filled = [[cell._replace(header=False) for cell in row] for row in filled]  # words, not data
    return [text for text, _ in row_lines(filled)] if filled else []


def _is_figure(text: str) -> bool:
    """Return whether a cell holds a figure; a year alone is none, since it may head a column."""
    return any(char.isdigit() for char in text) and not (text.isdigit() and len(text) == 4)


def _metadata(root: ET.Element) -> Metadata:
    return Metadata(
        title=one_line(root.findtext(DC + "title")), author=one_line(root.findtext(DC + "creator"))
    )
