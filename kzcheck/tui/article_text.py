"""The content of the annotated article: its title with the coverage, and the pieces of each line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from kzcheck.domain import Span, ZoneKind, named
from kzcheck.tui import safe
from kzcheck.tui.theme import STATUS_ROLE

if TYPE_CHECKING:
    from kzcheck.domain import ClaimMark, Document

AROUND_NAME = 14
"""Cells of the title line for neither name nor coverage: the rules, a dot, the position."""
ARTICLE = "Article · "
LEAST_NAME = 10


class Piece(NamedTuple):
    """A stretch of a line in one style: a role of the theme, underlined if it belongs to a claim."""

    span: Span
    role: str
    is_claim: bool


class Marks:
    """The claims of a document, found by their place in the text."""

    def __init__(self, document: Document, marks: Sequence[ClaimMark]) -> None:
        self._text = document.text
        self._marks = marks
        self._starts = [mark.start for mark in marks]
        self._longest = max((mark.end - mark.start for mark in marks), default=0)
        self._by_id = {mark.id: mark for mark in marks}
        self._body = [zone for zone in document.zones if zone.kind is ZoneKind.BODY]

    def mark(self, claim_id: str | None) -> ClaimMark | None:
        """Return where a claim stands."""
        return self._by_id.get(claim_id) if claim_id else None

    def within(self, span: Span) -> list[ClaimMark]:
        """Return the claims that overlap a span, in text order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        return [mark for mark in self._marks[first:last] if mark.end > span.start]

    def pieces(self, span: Span, cursor: str | None) -> list[Piece]:
        """Return a line in pieces, each of one style.

        Where claims overlap, the one under the cursor decides, else the shortest.
        """
        held = self.within(span)
        words_end = span.start + len(span.of(self._text).rstrip())
        plain = "text" if self._is_body(span) else "muted"
        edges = {span.start, span.end}
        for mark in held:
            edges |= {max(span.start, mark.start), max(span.start, min(words_end, mark.end))}
        pieces = []
        for start, end in pairwise(sorted(edges)):
            covering = [mark for mark in held if mark.start <= start and mark.end >= end]
            role = _role(covering, cursor) or plain
            pieces.append(Piece(Span(start, end), role, bool(covering)))
        return pieces

    def _is_body(self, span: Span) -> bool:
        return any(zone.start < span.end and zone.end > span.start for zone in self._body)


def _role(covering: Sequence[ClaimMark], cursor: str | None) -> str:
    if not covering:
        return ""
    if any(mark.id == cursor for mark in covering):
        return "quote"
    return role_of(min(covering, key=lambda mark: mark.end - mark.start))


def role_of(mark: ClaimMark) -> str:
    """Return the role of a claim's status; claims outside the body are muted."""
    return STATUS_ROLE[mark.status] if mark.zone is ZoneKind.BODY else "muted"


class Coverage(NamedTuple):
    """How much of an article's body is checked, and how many verdicts lack a primary source."""

    claims: int
    checked: int
    without_primary: int

    @classmethod
    def of(cls, marks: Sequence[ClaimMark]) -> Coverage:
        """Count the claims in the body. Only verdicts that need evidence can lack a primary source."""
        verdicts = [(mark, mark.status.verdict) for mark in marks if mark.zone is ZoneKind.BODY]
        return cls(
            claims=len(verdicts),
            checked=sum(verdict is not None for _, verdict in verdicts),
            without_primary=sum(
                verdict is not None and verdict.needs_evidence and not mark.is_primary
                for mark, verdict in verdicts
            ),
        )

    @property
    def words(self) -> str:
        """The coverage in words: `41 of 57 checked, 6 without a primary source`."""
        return self._said("without a primary source")

    @property
    def short_words(self) -> str:
        """The same in less room: `41 of 57 checked, 6 without primary`."""
        return self._said("without primary")

    def _said(self, without: str) -> str:
        lacking = f", {self.without_primary} {without}" if self.without_primary else ""
        return f"{self.checked} of {self.claims} checked{lacking}"


def article_title(document: Document, coverage: Coverage, width: int) -> Content:
    """Return the title of a pane of `width` cells: the article's name, and how much of it is checked.

    In a narrow pane the coverage is given in fewer words, so that the name stays.
    """
    name = safe.line(named(document.metadata.title, document.text), 120)
    for head, words in ((ARTICLE, coverage.words), ("", coverage.words), ("", coverage.short_words)):
        room = width - AROUND_NAME - len(head) - len(words)
        if room >= min(LEAST_NAME, len(name)):
            break
    shown = name if len(name) <= room else name[: max(0, room - 1)].rstrip() + "…"
    return Content.assemble(
        Content.styled(head, "bold"),
        Content(shown),
        Content(" · " if shown else ""),
        Content.styled(words, "bold $info"),
    )
