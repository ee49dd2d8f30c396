"""Reading PDF files: pypdf gives the runs of text, `pdf_layout` makes lines and paragraphs of them."""

import logging
import struct
import zlib
from io import BytesIO
from typing import Any

from kzcheck.domain import KzcheckError, Metadata
from kzcheck.ingest.assembling import Blocks
from kzcheck.ingest.cleaning import one_line, reason
from kzcheck.ingest.pdf_layout import PageLines, Run, arrange, to_blocks

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # its warnings would stand among our talk

MAX_PAGES = 3_000
MAX_OPERATIONS = 2_000_000  # twice what a thick book has; it is a minute of work
# What pypdf lets through from damaged files, beside its own errors.
DAMAGED = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    OSError,
    EOFError,
    MemoryError,
    zlib.error,
    struct.error,
)


def read_pdf(data: bytes, name: str) -> tuple[Blocks, Metadata]:
    """Return the blocks of a PDF, and the title and author that it names.

    `name` is for messages. Raises KzcheckError when the PDF is damaged, locked with a password, too long, or
    has no text (a scan).
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise KzcheckError(f"{name}: the PDF is locked with a password; save an unlocked copy")
        if len(reader.pages) > MAX_PAGES:
            raise KzcheckError(f"{name}: it has more than {MAX_PAGES} pages; split it")
        watch = _Watch(name)
        pages = [_page_lines(page, watch) for page in reader.pages]
        metadata = _metadata(reader.metadata)
    except DependencyError as error:
        raise KzcheckError(
            f"{name}: the PDF is encrypted in a way not read here; save an unlocked copy"
        ) from error
    except (PyPdfError, *DAMAGED) as error:
        raise KzcheckError(
            f"{name}: the PDF is damaged: {reason(error)}; save it again, or as text"
        ) from error
    blocks = to_blocks(pages)
    if not any(char.isalnum() for text, _ in blocks for char in text):
        raise KzcheckError(f"{name}: the PDF has no text, only pictures (a scan); run OCR over it first")
    return blocks, metadata


class _Watch:
    """Counts the drawing operations of all pages, including those in forms that are drawn repeatedly."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._operations = 0

    def __call__(self, *_operation: Any) -> None:
        """Count one operation; raise KzcheckError when there are more than any book has."""
        self._operations += 1
        if self._operations > MAX_OPERATIONS:
            raise KzcheckError(
                f"{self._name}: drawing its pages takes millions of steps; split it, or save its text"
            )


def _page_lines(page: Any, watch: _Watch) -> PageLines:
    runs: list[Run] = []

    def visit(text: str, ctm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if not text.strip():
            if runs and text and "\n" not in text:
                runs[-1].text += " "
            return
        x = tm[4] * ctm[0] + tm[5] * ctm[2] + ctm[4]
        y = tm[4] * ctm[1] + tm[5] * ctm[3] + ctm[5]
        scale = abs(tm[3] * ctm[3]) or 1.0
        runs.append(Run(x, y, abs(size) * scale, text))

    page.extract_text(visitor_text=visit, visitor_operand_before=watch)
    box = page.mediabox
    return arrange(runs, float(box.left), float(box.right), float(box.bottom), float(box.top))


def _metadata(info: Any) -> Metadata:
    """Return title and author; the dates of a PDF are those of the file, not of its text."""
    if not info:
        return Metadata()
    title = one_line(info.title) if isinstance(info.title, str) else None
    author = one_line(info.author) if isinstance(info.author, str) else None
    if title and title.lower().endswith((".doc", ".docx", ".indd", ".qxd", ".pdf", "untitled")):
        title = None
    return Metadata(title=title, author=author)
