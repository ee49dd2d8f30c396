"""Word documents, written by hand as the zip archives that they are."""

import io
import zipfile
from collections.abc import Callable

import pytest

from kzcheck.domain import Document, KzcheckError, Metadata, Page, ZoneKind
from kzcheck.ingest import docx, read_source

Body = Callable[[Document], str]
ZoneOf = Callable[[Document, str], ZoneKind | None]

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Dam opens</dc:title>'
    "<dc:creator>Dana Omar</dc:creator></cp:coreProperties>"
)


def never(url: str) -> Page:
    pytest.fail(f"{url} was fetched")


def archive(**parts: str | bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", content)
    return stream.getvalue()


def word(content: str) -> str:
    return f'<w:document xmlns:w="{NAMESPACE}"><w:body>{content}</w:body></w:document>'


def p(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes) -> Document:
    [document] = read_source("-", given=Metadata(), stdin=io.BytesIO(data), fetch=never)
    return document


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def test_paragraphs_are_the_body_and_the_title_style_the_headline(body_of: Body, zone_of: ZoneOf) -> None:
    content = p("Dam opens its gates", "Title") + p("The dam held 12 percent more.") + p("It was full.")
    document = read(archive(word__document=word(content), docProps__core=CORE))
    assert body_of(document) == "The dam held 12 percent more.\n\nIt was full."
    assert zone_of(document, "Dam opens its gates") is ZoneKind.HEADLINE
    assert document.metadata == Metadata(title="Dam opens", author="Dana Omar")


def test_runs_breaks_tabs_and_hyphens_are_put_together(body_of: Body) -> None:
    content = (
        "<w:p><w:r><w:t>Twel</w:t></w:r><w:r><w:t>ve</w:t><w:tab/><w:t>gates</w:t><w:br/><w:t>non</w:t>"
        "<w:noBreakHyphen/><w:t>stop</w:t></w:r></w:p>"
    )
    assert body_of(read(archive(word__document=word(content)))) == "Twelve gates\nnon\u2011stop"


def test_deleted_text_is_left_out_and_inserted_text_kept(body_of: Body) -> None:
    content = (
        "<w:p><w:r><w:t>It rose by </w:t></w:r><w:del><w:r><w:delText>21</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t> percent.</w:t></w:r></w:p>"
    )
    assert body_of(read(archive(word__document=word(content)))) == "It rose by 12 percent."


def test_a_text_box_is_read_once_and_moved_text_where_it_went(body_of: Body) -> None:
    box = f"<w:drawing><w:txbxContent>{p('In the box.')}</w:txbxContent></w:drawing>"
    content = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<w:r><w:t>Beside it.</w:t>"
        f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent>"
        "</w:r><w:moveFrom><w:r><w:t>Elsewhere.</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>Elsewhere.</w:t></w:r></w:moveTo></w:p>"
    )
    assert body_of(read(archive(word__document=word(content)))) == "Beside it.\nIn the box.\n\nElsewhere."


def test_a_table_keeps_the_headers_of_its_cells(body_of: Body) -> None:
    table = f"<w:tbl>{row('Basin', 'Volume', '2025')}{row('Upper', '40', '18%')}</w:tbl>"
    document = read(archive(word__document=word(p("Before.") + table + p("After."))))
    assert body_of(document).split("\n\n") == [
        "Before.",
        "Basin | Volume | 2025",
        "Upper — Volume: 40; 2025: 18%",
        "After.",
    ]


def test_a_table_of_one_column_and_a_table_in_a_table_are_read_as_paragraphs(body_of: Body) -> None:
    inner = f"<w:tbl>{row('a', 'b')}{row('c', 'd')}</w:tbl>"
    nested = f"<w:tbl><w:tr><w:tc>{p('Left')}</w:tc><w:tc>{inner}{p('Right')}</w:tc></w:tr></w:tbl>"
    single = f"<w:tbl>{row('Only one')}</w:tbl>"
    document = read(archive(word__document=word(nested + single)))
    assert body_of(document).split("\n\n") == ["Left", "a | b", "c | d", "Right", "Only one"]


def test_notes_are_body_and_headers_and_footers_boilerplate(body_of: Body, zone_of: ZoneOf) -> None:
    note = (
        f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote>{p("See the yearbook.")}</w:footnote></w:footnotes>'
    )
    header = f'<w:hdr xmlns:w="{NAMESPACE}">{p("The Steppe Courier")}</w:hdr>'
    document = read(
        archive(word__document=word(p("The dam held.")), word__footnotes=note, word__header1=header)
    )
    assert body_of(document) == "The dam held.\n\nSee the yearbook."
    assert zone_of(document, "The Steppe Courier") is ZoneKind.BOILERPLATE


def test_the_strict_variant_is_read_too(body_of: Body) -> None:
    content = word(p("The dam held.")).replace(NAMESPACE, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert body_of(read(archive(word__document=content))) == "The dam held."


def test_a_zip_that_is_no_word_document_is_named() -> None:
    with pytest.raises(KzcheckError, match="zip archive, not a Word document"):
        read(archive(readme="<a/>"))


def test_an_entity_bomb_is_refused_before_it_expands() -> None:
    bomb = (
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
        + word(p("&c;"))
    )
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(KzcheckError, match="document type"):
            read(archive(word__document=bomb.encode(encoding)))


def test_parts_that_unpack_to_too_much_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = archive(word__document=word(p("a" * 9_000)), word__header1=word(p("b" * 9_000)))
    monkeypatch.setattr(docx, "SIZE_LIMIT", 20_000)
    assert read(whole)
    for limit, value in (("SIZE_LIMIT", 10_000), ("TAG_LIMIT", 10)):
        with monkeypatch.context() as patched:
            patched.setattr(docx, limit, value)
            with pytest.raises(KzcheckError, match="unpacks to more than"):
                read(whole)


def test_a_damaged_archive_is_refused_in_one_line() -> None:
    data = archive(word__document=word(p("The dam held. " * 99)))
    for broken in (data[:40], data[: len(data) // 2], data[:60] + b"\xff" * 30 + data[90:]):
        with pytest.raises(KzcheckError, match="save it again") as caught:
            read(broken)
        assert "\n" not in str(caught.value)


def test_an_empty_document_is_said_to_be_empty() -> None:
    with pytest.raises(KzcheckError, match="no text"):
        read(archive(word__document=word("")))
