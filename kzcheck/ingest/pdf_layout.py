"""Making paragraphs of the runs of text on PDF pages.

Columns are put in order, running headers and footers told apart, and hyphens and ligatures repaired.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kzcheck.domain import ZoneKind
from kzcheck.ingest.assembling import Blocks

NARROWEST = 0.38  # width of an average character in ems, at the least
COLUMN_SHARE = 0.4  # share of a page's lines that start where a second column starts
RIM = 0.085  # of the page's height: where headers and footers stand
RIM_LINES = 2  # lines at the top and bottom of a page that may run through a document
BULLETS = ("•", "▪", "◦", "‣", "■", "●", "–\u2002")
LIGATURES = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|seite|стр\.?)?\s*#\s*(?:(?:of|/|von|из)\s*#)?\W*", re.IGNORECASE)
_ENDS = re.compile(r"[.!?:…。][\"”’»)\]]*$")
_BROKEN = re.compile(r"(\w+)[-\u00ad\u2010]$")


@dataclass(slots=True)
class Run:
    """A run of text, where it starts (in points from the lower left corner), and its font size."""

    x: float
    y: float
    size: float
    text: str


@dataclass(slots=True)
class Line(Run):
    """A line of text. `column` is 0 for the left or only one, 1 for the right one, -1 if it spans both."""

    column: int = 0


@dataclass(slots=True)
class PageLines:
    """The lines of a page in reading order, and the lower and upper edge of the page in points."""

    lines: list[Line] = field(default_factory=list)
    bottom: float = 0.0
    top: float = 0.0


def arrange(runs: list[Run], left: float, right: float, bottom: float, top: float) -> PageLines:
    """Return the runs of one page as lines in reading order, column after column.

    `left`, `right`, `bottom` and `top` are the edges of the page in points.
    """
    gutter = _second_column(runs, left, right)
    lines: list[Line] = []
    for run in runs:
        column = 0 if gutter is None or run.x < gutter - 3 else 1
        text = " ".join(run.text.translate(LIGATURES).split())
        last = lines[-1] if lines else None
        if (
            last is not None
            and last.column == column
            and abs(last.y - run.y) < 0.3 * run.size
            and run.x >= last.x
        ):
            glue = " " if run.text[:1].isspace() or last.text.endswith(" ") else ""
            last.text += glue + text
        else:
            lines.append(Line(run.x, run.y, run.size, text, column))
        if run.text[-1:].isspace():
            lines[-1].text += " "
    for line in lines:
        line.text = line.text.strip()
    if gutter is not None:
        lines = _by_columns(lines, gutter)
    return PageLines(lines, bottom, top)


def _second_column(runs: list[Run], left: float, right: float) -> float | None:
    """Return where the right one of two columns starts, None on a page with one column."""
    width = right - left
    heights = {round(run.y) for run in runs}
    starts: dict[int, set[int]] = {}
    for run in runs:
        if 0.35 < (run.x - left) / max(width, 1.0) < 0.65:
            starts.setdefault(round(run.x), set()).add(round(run.y))
    if not starts:
        return None
    place, found = max(starts.items(), key=lambda item: len(item[1]))
    if len(found) < max(4.0, COLUMN_SHARE * len(heights)):
        return None
    return float(place)


def _by_columns(lines: list[Line], gutter: float) -> list[Line]:
    """Return lines in reading order: between lines that span the page, the left column, then the right."""
    for line in lines:
        if line.column == 0 and line.x + NARROWEST * line.size * len(line.text) > gutter + 20:
            line.column = -1
    ordered: list[Line] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if line.column >= 0:
            band.append(line)
            continue
        ordered += sorted(band, key=lambda line: line.column)
        band = []
        ordered.append(line)
    return ordered + sorted(band, key=lambda line: line.column)


def to_blocks(pages: list[PageLines]) -> Blocks:
    """Return the paragraphs of all pages; running lines are boilerplate, large first ones the headline."""
    running = _running(pages)
    words = _words(pages)
    sizes = Counter(round(line.size) for page in pages for line in page.lines for _ in line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    blocks: Blocks = []
    for page in pages:
        rim = [line for line in page.lines if id(line) in running]
        text = [line for line in page.lines if id(line) not in running]
        for paragraph in _paragraphs(text):
            large = page is pages[0] and paragraph[0].size > 1.3 * usual
            kind = ZoneKind.HEADLINE if large and len(blocks) < 2 else ZoneKind.BODY
            blocks.append((_join(paragraph, words), kind))
        blocks += [(line.text, ZoneKind.BOILERPLATE) for line in rim]
    return _across_pages(blocks)


def _running(pages: list[PageLines]) -> set[int]:
    """Return the ids (`id()`) of the lines that are running headers, running footers or page numbers."""
    rims: list[tuple[str, Line]] = []
    for page in pages:
        height = page.top - page.bottom
        by_height = sorted(page.lines, key=lambda line: line.y)
        for line in {id(line): line for line in by_height[:RIM_LINES] + by_height[-RIM_LINES:]}.values():
            place = (line.y - page.bottom) / max(height, 1.0)
            if place < RIM or place > 1 - RIM:
                rims.append((_DIGITS.sub("#", line.text), line))
    counts = Counter(key for key, _ in rims)
    enough = max(2, len(pages) // 3)
    return {id(line) for key, line in rims if counts[key] >= enough or _PAGE_NUMBER.fullmatch(key)}


def _words(pages: list[PageLines]) -> frozenset[str]:
    """Return all words of the document, which tell whether a hyphen at the end of a line is kept."""
    return frozenset(
        word.lower()
        for page in pages
        for line in page.lines
        for word in re.findall(r"\w+(?:-\w+)*", line.text)
    )


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    if not lines:
        return []
    steps = [above.y - below.y for above, below in pairwise(lines)]
    usual = [step for step in steps if 0 < step < 60]
    leading = median(usual) if usual else 0.0
    edges = {
        column: min(line.x for line in lines if line.column == column)
        for column in {line.column for line in lines}
    }
    paragraphs = [[lines[0]]]
    for above, below in pairwise(lines):
        if _begins(above, below, leading, edges):
            paragraphs.append([below])
        else:
            paragraphs[-1].append(below)
    return paragraphs


def _begins(above: Line, below: Line, leading: float, edges: dict[int, float]) -> bool:
    """Return whether `below` begins a paragraph: after a gap, indented, a list item, or of another size."""
    step = above.y - below.y
    jumps = step <= 0 or above.column != below.column
    return (
        step > 1.35 * leading + 1
        or (5 < below.x - edges[below.column] < 60 and abs(above.x - edges[above.column]) < 3)
        or below.text.startswith(BULLETS)
        or abs(above.size - below.size) > 1
        or (jumps and _ENDS.search(above.text) is not None)
    )


def _join(lines: list[Line], words: frozenset[str]) -> str:
    """Return the lines as one, with words joined that were broken at the end of a line."""
    text = lines[0].text
    for line in lines[1:]:
        text = _glue(text, line.text, words)
    return text


def _glue(text: str, following: str, words: frozenset[str]) -> str:
    broken = _BROKEN.search(text)
    if broken is None or not following[:1].islower():
        return f"{text} {following}"
    rest = re.match(r"\w+", following)
    tail = rest[0] if rest else ""
    whole, hyphened = f"{broken[1]}{tail}".lower(), f"{broken[1]}-{tail}".lower()
    if hyphened in words and whole not in words:
        return text[: broken.end(1)] + "-" + following
    return text[: broken.end(1)] + following


def _across_pages(blocks: Blocks) -> Blocks:
    """Join paragraphs that are cut by a page break; the footers and headers in between go after them."""
    joined: Blocks = []
    open_at: int | None = None
    for text, kind in blocks:
        if kind is ZoneKind.BODY:
            if open_at is not None and open_at < len(joined) - 1 and text[:1].islower():
                joined[open_at] = (_glue(joined[open_at][0], text, frozenset()), kind)
                continue
            open_at = None if _ENDS.search(text) else len(joined)
        joined.append((text, kind))
    return joined
