"""The sources of claims: fetched in the background, opened, corrected, and quoted from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.domain import KzcheckError, plural
from kzcheck.tui.fetching import Asked, Looked, Looks
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.widgets.bars import MessageLine

if TYPE_CHECKING:
    from kzcheck.domain import Citation
    from kzcheck.tui.screens.correction import Changes, CorrectionDialog

MOST_CHOICES = 9


class Sources:
    """Works with existing citations; `changed` is called when more is known about one."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        glyphs: Glyphs,
        changed: Callable[[], None],
        *,
        allow_private: bool,
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._glyphs = glyphs
        self._changed = changed
        self.looks = Looks(screen, desk, allow_private=allow_private)
        self._correcting: CorrectionDialog | None = None

    @property
    def _messages(self) -> MessageLine:
        return self._screen.query_one("#message", MessageLine)

    def cited(self, claim_ids: Sequence[str], reference: str) -> None:
        """Look at a source that was just cited, if that needs no network or the desk is set to do it."""
        for claim_id in claim_ids:
            made = [c for c in self._desk.citations_of(claim_id) if c.reference == reference.strip()]
            if made and self._is_wanted(made[-1]):
                self.looks.ask(Asked(claim_id, made[-1].id, is_typed=True))

    def turned(self, citations: Sequence[Citation]) -> None:
        """Look again at sources that were turned on their way, and so have another id now."""
        for citation in citations:
            if self.looks.are_for_claim(citation.claim_id):
                self.looks.end(citation.claim_id)
                self.looks.ask(Asked(citation.claim_id, citation.id, is_typed=False))

    def _is_wanted(self, citation: Citation) -> bool:
        evidence = self._desk.evidence
        if evidence.is_kept(citation) or evidence.is_file(citation.reference):
            return True
        return self._desk.setting("fetch") == "on" and evidence.can_be_looked_at(citation.reference)

    def fetch(self, claim_id: str) -> None:
        """Look at all sources of a claim; if they are on their way already, stop that at once."""
        if self.looks.are_for_claim(claim_id):
            self.looks.end(claim_id)
            self._messages.note("fetching is ended; F begins again")
            return
        evidence = self._desk.evidence
        wanted = [c for c in self._desk.citations_of(claim_id) if evidence.can_be_looked_at(c.reference)]
        for citation in wanted:
            self.looks.ask(Asked(claim_id, citation.id, is_typed=False))
        if wanted:
            self._messages.note(f"fetching {plural(len(wanted), 'source')}; go on meanwhile, F ends it")
        else:
            self._messages.note("no source of this claim has an address")

    def looked(self, looked: Looked) -> None:
        """Report the result of a look, and show it if that source is being corrected."""
        if looked.is_problem and not looked.was_ended:
            self._messages.problem(looked.words or "the source was not fetched")
        elif not looked.was_ended:
            self._messages.note(looked.words)
        if self._correcting is not None and self._correcting.citation_id == looked.asked.citation_id:
            is_seen = not looked.is_problem
            self._correcting.fill(self._desk.evidence.citation(looked.asked.citation_id) if is_seen else None)
        self._changed()

    # -- correcting -----------------------------------------------------------------------------

    def correct(self, claim_id: str) -> None:
        """Ask for corrections of a citation, and first which one if there are several."""
        self._one_of(self._desk.citations_of(claim_id), "Which source is corrected", self._ask_corrections)

    def _ask_corrections(self, citation: Citation) -> None:
        from kzcheck.tui.screens.correction import CorrectionDialog

        def answered(changes: Changes | None) -> None:
            self._correcting = None
            if changes:
                self._correct(citation, changes)
            else:
                self._messages.note("nothing was corrected")

        is_on_its_way = self.looks.are_for(citation.id)
        self._correcting = CorrectionDialog(citation, is_on_its_way=is_on_its_way)
        self._screen.app.push_screen(self._correcting, answered)

    def _correct(self, citation: Citation, changes: Changes) -> Citation | None:
        """Correct a citation, as a deed that can be undone; if that is refused, say why."""
        try:
            corrected = self._desk.evidence.correct(citation.id, **changes)
        except KzcheckError as error:
            self._messages.problem(str(error))
            return None
        self._messages.done(f"corrected: {', '.join(changes)}")
        if corrected.id != citation.id and (
            self.looks.are_for(citation.id) or self._desk.evidence.is_kept(corrected)
        ):
            self.looks.ask(Asked(corrected.claim_id, corrected.id, is_typed=False))
        self._changed()
        return corrected

    # -- kept pages -----------------------------------------------------------------------------

    def open_page(self, claim_id: str) -> None:
        """Show a cited page: the kept copy, or if there is none the live page in the browser."""
        citations = self._desk.citations_of(claim_id)
        addresses = [url for c in citations if (url := self._desk.evidence.address(c.reference))]
        if addresses and not any(map(self._desk.evidence.is_kept, citations)):
            self._screen.app.open_url(addresses[0])
            self._messages.note(f"opened {addresses[0]}")
        else:
            self.open(claim_id)

    def open(self, claim_id: str) -> None:
        """Show the kept page of a claim's citation, and first ask which one if there are several."""
        evidence = self._desk.evidence
        kept = [citation for citation in self._desk.citations_of(claim_id) if evidence.is_kept(citation)]
        if kept:
            self._one_of(kept, "Which kept page", self._show)
        else:
            self._messages.note("no page is kept for this claim; F fetches its sources")

    def _one_of(self, citations: Sequence[Citation], question: str, then: Callable[[Citation], None]) -> None:
        """Do something with the only citation, or with one that the person chooses."""
        from kzcheck.tui import safe
        from kzcheck.tui.screens.ask import Choose

        def chosen(number: int | None) -> None:
            if number is not None:
                then(offered[number])

        offered = citations[:MOST_CHOICES]
        if len(offered) == 1:
            then(offered[0])
        else:
            names = [safe.line(citation.title or citation.reference, 60) for citation in offered]
            self._screen.app.push_screen(Choose(question, names, None), chosen)

    def _show(self, citation: Citation) -> None:
        from kzcheck.tui.screens.kept import KeptScreen

        page = self._desk.evidence.kept_page(citation)
        if page is None:
            return
        if not page.text:
            self._messages.note(f"nothing can be read in the kept copy; it came from {page.final_url}")
            return

        def answered(passage: str | None) -> None:
            if passage:
                self._take(citation, passage)

        span = self._desk.evidence.passage_span(citation, page)
        self._screen.app.push_screen(KeptScreen(citation, page, span, self._glyphs), answered)

    def _take(self, citation: Citation, passage: str) -> None:
        """Replace the passage of a citation."""
        if self._correct(citation, {"passage": passage}) is not None:
            self._messages.done(f"taken: “{passage}”")
