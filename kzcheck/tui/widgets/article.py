"""The pane of the annotated article."""

from kzcheck.desk import Desk
from kzcheck.domain import Document, Status, ZoneKind
from kzcheck.tui.article_text import Paragraph, article_title, paragraph_block, paragraphs, spaced
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.lines_pane import Block, LinesPane


class ArticlePane(LinesPane):
    """The whole text of one article; only the paragraphs that changed are made and wrapped anew."""

    def __init__(self, desk: Desk, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(glyphs, id=id)
        self._desk = desk
        self._document: Document | None = None
        self._paragraphs: list[Paragraph] = []
        self._made: list[Block] = []
        self._told: list[tuple[object, ...]] = []

    def show_claim(self, document_id: str, claim_id: str | None) -> None:
        """Show an article with one of its claims under the cursor, and bring that into view."""
        rows = self._desk.claims_of(document_id)
        statuses = {row.id: row.status for row in rows}
        if self._document is None or self._document.id != document_id:
            self._document = self._desk.document(document_id)
            self._paragraphs = paragraphs(self._document, [self._desk.claim(row.id) for row in rows])
            self._made, self._told = [], []
        self._make(self._document.text, statuses, claim_id)
        body = {row.id: row.status for row in rows if row.zone is ZoneKind.BODY}
        self.show(article_title(self._document, body), spaced(self._made), keep_place=True)
        self._bring_into_view(claim_id)

    def _make(self, text: str, statuses: dict[str, Status], cursor: str | None) -> None:
        for number, paragraph in enumerate(self._paragraphs):
            telling = tuple((claim.id == cursor, statuses.get(claim.id)) for claim in paragraph.claims)
            if number < len(self._told) and self._told[number] == telling:
                continue
            block = paragraph_block(text, paragraph, statuses, cursor, self._glyphs)
            self._made[number : number + 1] = [block]
            self._told[number : number + 1] = [telling]

    def _bring_into_view(self, claim_id: str | None) -> None:
        for number, paragraph in enumerate(self._paragraphs):
            for claim in paragraph.claims:
                if claim.id == claim_id and claim.start >= paragraph.span.start:
                    length = max(1, paragraph.span.end - paragraph.span.start)
                    self.reveal(2 * number, (claim.start - paragraph.span.start) / length)
                    return
