"""The annotated article: its whole text, every claim marked by its status."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content

from kzcheck.domain import Claim, Document, Span, Status, ZoneKind
from kzcheck.tui import safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.widgets.lines_pane import BLANK, Block


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the article between line breaks, and the claims that begin or go on in it."""

    span: Span
    claims: tuple[Claim, ...]
    is_body: bool


def paragraphs(document: Document, claims: Sequence[Claim]) -> list[Paragraph]:
    """Return the paragraphs of a document, each with its claims in text order."""
    found = []
    ordered = sorted(claims, key=lambda claim: (claim.start, -claim.end))
    at = 0
    for line in document.text.split("\n"):
        span = Span(at, at + len(line))
        at += len(line) + 1
        if line.strip():
            inside = tuple(each for each in ordered if each.start < span.end and each.end > span.start)
            found.append(Paragraph(span, inside, _is_body(document, span)))
    return found


def _is_body(document: Document, span: Span) -> bool:
    return any(
        zone.kind is ZoneKind.BODY and zone.start < span.end and zone.end > span.start
        for zone in document.zones
    )


def paragraph_block(
    text: str,
    paragraph: Paragraph,
    statuses: Mapping[str, Status],
    cursor: str | None,
    glyphs: Glyphs,
) -> Block:
    """Return a paragraph with a sign before each claim, and the claim in its status's colour.

    The claim under the cursor is marked as in the source pane. Where claims lie in one another the
    shortest decides, except under the cursor.
    """
    start, end = paragraph.span
    edges = {start, end}
    for claim in paragraph.claims:
        edges |= {max(start, claim.start), min(end, claim.end)}
    ordered = sorted(edges)
    plain = "$foreground" if paragraph.is_body else "$muted"
    parts: list[Content] = []
    for left, right in pairwise(ordered):
        parts += [_sign(claim, statuses, glyphs) for claim in paragraph.claims if claim.start == left]
        covering = [each for each in paragraph.claims if each.start <= left and each.end >= right]
        parts.append(safe.content(text[left:right], _style(covering, statuses, cursor) or plain))
    return Block(Content("").join(parts))


def _sign(claim: Claim, statuses: Mapping[str, Status], glyphs: Glyphs) -> Content:
    status = statuses.get(claim.id, Status.OPEN)
    return Content.styled(glyphs.status[status], f"bold ${STATUS_ROLE[status]}")


def _style(covering: Sequence[Claim], statuses: Mapping[str, Status], cursor: str | None) -> str:
    if not covering:
        return ""
    if any(claim.id == cursor for claim in covering):
        return "bold $quote-fg on $quote-bg"
    shortest = min(covering, key=lambda claim: claim.end - claim.start)
    return f"underline ${STATUS_ROLE[statuses.get(shortest.id, Status.OPEN)]}"


def article_title(document: Document, statuses: Mapping[str, Status]) -> Content:
    """Return the title: which article, and how much of it is checked."""
    done = sum(status.verdict is not None for status in statuses.values())
    name = safe.line(document.metadata.title or document.metadata.outlet or document.source, 60)
    return Content.assemble(
        Content.styled("Article", "bold"),
        Content(f" · {name}"),
        Content.styled(f" · {done} of {len(statuses)} checked", "$muted"),
    )


def spaced(blocks: Sequence[Block]) -> list[Block]:
    """Return paragraphs with an empty line after each."""
    return [line for block in blocks for line in (block, BLANK)]
