"""The annotated article in place of the list: the same cursor and keys, in text order."""

from textual.screen import Screen

from kzcheck.domain import ClaimQuery, ClaimRow, Sort
from kzcheck.tui.caret import Caret
from kzcheck.tui.widgets.article import ArticlePane
from kzcheck.tui.widgets.claim_list import ClaimList


def how_to_mark(caret: Caret | None) -> str:
    """Return in words which keys mark a passage now, or that marking is over."""
    if caret is None:
        return "no passage is marked any more"
    if caret.anchor is None:
        deeds = "space begins · Enter takes the sentence"
    else:
        deeds = "space lets go · Enter takes it · s sentence"
    return f"{deeds} · h j k l w b move · Esc leaves"


class Reading:
    """Shows an article, with the list narrowed to its claims, and then the list as it was before."""

    def __init__(self, screen: Screen[None], claims: ClaimList, pane: ArticlePane) -> None:
        self._screen = screen
        self._claims = claims
        self.pane = pane
        self._before: ClaimQuery | None = None

    @property
    def is_on(self) -> bool:
        """Whether the article is shown."""
        return self._before is not None

    def toggle(self) -> None:
        """Show the article of the claim under the cursor, or go back to the list."""
        here = self._claims.current
        if self.is_on:
            self.leave()
        elif here is not None:
            self._before = self._claims.query_now
            in_text_order = ClaimQuery(document=here.document_id, zones=(here.zone,), sort=Sort.DOCUMENT)
            self._turn(in_text_order, here)

    def leave(self) -> None:
        """Show the list as it was, with the cursor on the present claim."""
        if self._before is not None:
            query, self._before = self._before, None
            self._turn(query, self._claims.current)

    def mark_passage(self) -> None:
        """Begin to mark a passage in the article, which is shown first if need be."""
        if not self.is_on:
            self.toggle()
            self.show(self._claims.current)
        self.pane.start_marking()

    @property
    def how_to_mark(self) -> str:
        """Which keys mark a passage now, or that marking is over."""
        return how_to_mark(self.pane.caret)

    def _turn(self, query: ClaimQuery, here: ClaimRow | None) -> None:
        self._claims.query_now = query
        self._screen.set_class(self.is_on, "-article")
        self._screen.set_focus(self.pane if self.is_on else self._claims)
        self._claims.ask(query, near=self._claims.row_of(here.id) if here else None)

    def show(self, row: ClaimRow | None) -> None:
        """Bring the claim under the cursor into view, if the article is shown."""
        if self.is_on and row is not None:
            self.pane.show_claim(row.document_id, row.id)
