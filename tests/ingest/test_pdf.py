"""PDF files, made here with fpdf2."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission, EncryptionMethod
from pypdf import PdfReader
from pypdf.errors import DependencyError

from kzcheck.domain import Document, KzcheckError, Metadata, Page, ZoneKind
from kzcheck.ingest import pdf, read_source

Body = Callable[[Document], str]
ZoneOf = Callable[[Document, str], ZoneKind | None]

SENTENCES = [
    "The dam above the old town held 12 percent more water this spring than a year before.",
    "Farmers downstream had asked for the water since February, and 340 households sowed late.",
    "Nobody at the river authority would say when the six gates are to be closed again.",
    "The lower fields are a lake now, and the melons that grew there are sold in another country.",
    "A second reservoir, half as large, was promised in the year in which the first one was opened.",
    "It would have cost 70 million dollars, which is what one bad summer costs the province.",
]


def never(url: str) -> Page:
    pytest.fail(f"{url} was fetched")


def read(pdf: FPDF | bytes) -> Document:
    data = pdf if isinstance(pdf, bytes) else bytes(pdf.output())
    [document] = read_source("-", given=Metadata(), stdin=io.BytesIO(data), fetch=never)
    return document


def new_pdf() -> FPDF:
    pdf = FPDF(format="A4")
    pdf.set_font("Times", size=11)
    return pdf


def test_lines_are_joined_to_paragraphs(body_of: Body) -> None:
    pdf = new_pdf()
    pdf.add_page()
    for part in (SENTENCES[:3], SENTENCES[3:]):
        pdf.multi_cell(0, 5, " ".join(part))
        pdf.ln(9)
    assert body_of(read(pdf)) == f"{' '.join(SENTENCES[:3])}\n\n{' '.join(SENTENCES[3:])}"


def test_the_largest_lines_on_top_are_the_headline_and_the_title(zone_of: ZoneOf) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.set_font("Times", size=22)
    pdf.cell(0, 12, "Dam opens its gates", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", size=11)
    pdf.multi_cell(0, 5, " ".join(SENTENCES))
    document = read(pdf)
    assert zone_of(document, "Dam opens its gates") is ZoneKind.HEADLINE
    assert document.metadata.title == "Dam opens its gates"


@pytest.mark.parametrize("by_rows", [True, False])
def test_two_columns_are_read_one_after_the_other(by_rows: bool, body_of: Body) -> None:
    left = [f"Left line {n} tells of water that" for n in range(12)]
    right = [f"Right line {n} tells of fields and" for n in range(12)]
    pdf = new_pdf()
    pdf.add_page()
    cells = [(x, 30 + 5 * n, lines[n]) for x, lines in ((10, left), (110, right)) for n in range(12)]
    if by_rows:
        cells.sort(key=lambda cell: cell[1])
    for x, y, text in cells:
        pdf.set_xy(x, y)
        pdf.cell(80, 5, text)
    assert body_of(read(pdf)) == " ".join(left + right)


def test_a_line_across_both_columns_stays_above_them(body_of: Body) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.set_xy(10, 30)
    pdf.cell(
        190, 5, "What the province paid for, what it got, and who says that neither of them is true today."
    )
    for n in range(8):
        for x, side in ((10, "Left"), (110, "Right")):
            pdf.set_xy(x, 42 + 5 * n)
            pdf.cell(80, 5, f"{side} line {n} goes on and on")
    body = body_of(read(pdf))
    assert body.startswith("What the province paid for")
    assert body.index("Left line 7") < body.index("Right line 0")


def test_running_headers_and_footers_are_boilerplate_and_part_no_paragraph(
    body_of: Body, zone_of: ZoneOf
) -> None:
    pdf = new_pdf()
    words = " ".join(SENTENCES[:5]).split()
    for number in range(4):
        pdf.add_page()
        pdf.set_xy(10, 8)
        pdf.cell(0, 5, "The Steppe Courier, yearbook")
        pdf.set_xy(10, 24)
        part = words[number * len(words) // 4 : (number + 1) * len(words) // 4]
        pdf.multi_cell(0, 5, " ".join(part).lower())
        pdf.set_auto_page_break(False)
        pdf.set_xy(100, 285)
        pdf.cell(10, 5, f"{number + 1}")
    document = read(pdf)
    assert "The Steppe Courier" not in body_of(document)
    assert zone_of(document, "The Steppe Courier") is ZoneKind.BOILERPLATE
    assert not any(line.strip().isdigit() for line in body_of(document).splitlines())


def test_a_word_broken_at_the_end_of_a_line_is_whole_again(body_of: Body) -> None:
    pdf = new_pdf()
    pdf.add_page()
    for n, line in enumerate(
        [
            "The reservoir above the town is full, and the reser-",
            "voir below it, a well-known",
            "sight, is a well-",
            "known ruin.",
        ]
    ):
        pdf.set_xy(10, 30 + 5 * n)
        pdf.cell(0, 5, line)
    text = body_of(read(pdf))
    assert text == (
        "The reservoir above the town is full, and the reservoir below it, a well-known sight, is a "
        "well-known ruin."
    )


def test_the_points_of_a_list_are_paragraphs_of_their_own(body_of: Body) -> None:
    points = ["• twelve percent more water", "• six gates, four of them open"]
    pdf = new_pdf()
    pdf.core_fonts_encoding = "cp1252"
    pdf.add_page()
    for n, line in enumerate(["The dam has, this year,", *points]):
        pdf.set_xy(10, 30 + 5 * n)
        pdf.cell(0, 5, line)
    assert body_of(read(pdf)).split("\n\n") == ["The dam has, this year,", *points]


def test_an_encryption_that_nothing_here_can_undo_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def decrypt(self: PdfReader, password: str) -> None:
        raise DependencyError("a package is missing")

    pdf = new_pdf()
    pdf.add_page()
    pdf.set_encryption(owner_password="owner", user_password="", encryption_method=EncryptionMethod.RC4)
    monkeypatch.setattr(PdfReader, "decrypt", decrypt)
    with pytest.raises(KzcheckError, match="encrypted"):
        read(pdf)


def test_ligatures_are_letters_again() -> None:
    from kzcheck.ingest.pdf_layout import Run, arrange, to_blocks

    page = arrange([Run(50, 700, 11, "The o\ufb03cer \ufb01nished \ufb02at.")], 0, 600, 0, 800)
    assert to_blocks([page]) == [("The officer finished flat.", ZoneKind.BODY)]


def test_a_scan_without_text_is_named_as_such(tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "scan.png"
    Image.new("L", (60, 80), 200).save(picture)
    pdf = FPDF()
    pdf.add_page()
    pdf.image(picture, w=100)
    with pytest.raises(KzcheckError, match=r"no text, only pictures .*OCR"):
        read(pdf)


def test_a_locked_pdf_is_named_and_one_with_an_empty_password_is_read(body_of: Body) -> None:
    for password, readable in (("secret", False), ("", True)):
        pdf = new_pdf()
        pdf.add_page()
        pdf.multi_cell(0, 5, " ".join(SENTENCES))
        pdf.set_encryption(
            owner_password="owner",
            user_password=password,
            encryption_method=EncryptionMethod.AES_256,
            permissions=AccessPermission.all(),
        )
        if readable:
            assert body_of(read(pdf)) == " ".join(SENTENCES)
        else:
            with pytest.raises(KzcheckError, match="password"):
                read(pdf)


def test_title_and_author_come_from_its_information() -> None:
    pdf = new_pdf()
    pdf.set_title("Dam opens its gates")
    pdf.set_author("Dana Omar")
    pdf.add_page()
    pdf.multi_cell(0, 5, " ".join(SENTENCES))
    assert read(pdf).metadata == Metadata(title="Dam opens its gates", author="Dana Omar")


@pytest.mark.parametrize("cut", [0.2, 0.6, 0.95])
def test_a_pdf_that_is_cut_off_is_read_or_refused_in_one_line(cut: float) -> None:
    pdf = new_pdf()
    pdf.add_page()
    pdf.multi_cell(0, 5, " ".join(SENTENCES))
    data = bytes(pdf.output())
    complaint = ""
    try:
        read(data[: int(len(data) * cut)])
    except KzcheckError as error:
        complaint = str(error)
    assert "\n" not in complaint


def test_a_pdf_whose_pages_take_millions_of_steps_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = new_pdf()
    drawn.add_page()
    drawn.multi_cell(0, 5, " ".join(SENTENCES))
    data = bytes(drawn.output())
    assert read(data).text
    monkeypatch.setattr(pdf, "MAX_OPERATIONS", 3)
    with pytest.raises(KzcheckError, match="millions of steps"):
        read(data)
