"""Filling the source pane and the tabs with what the desk knows about one claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from kzcheck.desk import Desk
from kzcheck.domain import ClaimRow, KzcheckError
from kzcheck.tui.detail_text import (
    BLOCKS_PER_MATCH,
    SourcesSeen,
    check_blocks,
    citation_blocks,
    history_blocks,
    match_blocks,
    why_blocks,
)
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.nearest_checks import NearestChecks
from kzcheck.tui.source_text import source_blocks, source_title
from kzcheck.tui.widgets.detail_tabs import DetailTabs, Tab
from kzcheck.tui.widgets.lines_pane import Block, LinesPane

if TYPE_CHECKING:
    from kzcheck.domain import Claim, Context, FoundCheck, MatchView


class Told(NamedTuple):
    """What the source pane shows of a claim."""

    claim: Claim
    context: Context
    blocks: list[Block]


class Panes:
    """Shows the claim under the cursor in the source pane and the tabs."""

    def __init__(
        self,
        desk: Desk,
        source: LinesPane,
        details: DetailTabs,
        glyphs: Glyphs,
        clock: Callable[[], datetime],
    ) -> None:
        self._desk = desk
        self.source = source
        self.details = details
        self._glyphs = glyphs
        self._clock = clock
        self._claim: Claim | None = None
        self._context: Context | None = None
        self._matches: Sequence[MatchView] = ()
        self._chosen = 0
        self._citations = 0
        self._checks: Sequence[FoundCheck] = ()
        self._nearest = NearestChecks(source, desk, self._show_checks)
        self._known: dict[str, Told] = {}
        """By claim, for the one under the cursor and those it may go to next; as of `_version`."""
        self._version = (0, 0)

    @property
    def claim(self) -> Claim | None:
        """The claim that is shown."""
        return self._claim

    @property
    def context(self) -> Context | None:
        """The sentence of that claim and the text around it."""
        return self._context

    @property
    def address(self) -> str | None:
        """The web address of its article, if it was read from one."""
        url = self._context.metadata.url if self._context else None
        return url if url and url.startswith(("https://", "http://")) else None

    @property
    def match(self) -> MatchView | None:
        """The match that `same` and `not same` are about."""
        return self._matches[self._chosen] if self._matches else None

    def show(self, row: ClaimRow | None) -> None:
        """Show the claim of a row, or none."""
        if row is None:
            self._claim, self._context, self._matches = None, None, ()
            self.source.show(Content.styled("Source", "bold"), [])
            self.details.show_tab({}, [])
            return
        again = self._claim is not None and self._claim.id == row.id
        self._forget_old()
        claim, context, blocks = self._known[row.id] = self._known.get(row.id) or self._read(row.id)
        self._claim, self._context = claim, context
        self._matches = self._desk.matches_of(row.id) if row.matches or row.conflicts else ()
        self._chosen = min(self._chosen, max(0, len(self._matches) - 1)) if again else self._first_undecided()
        self._citations = row.citations
        if not again:
            self._checks = ()
            self._nearest.ask(row.id)
        self.source.show(source_title(claim, context, self.source.size.width), blocks, keep_place=again)
        self.show_details(keep_place=again)

    def look_ahead(self, likely: Sequence[ClaimRow]) -> bool:
        """Prepare one more of these claims to be shown; return whether any is left to prepare.

        What was prepared of other claims is forgotten.
        """
        self._forget_old()
        here = [self._claim.id] if self._claim else []
        wanted = [*here, *(row.id for row in likely)]
        self._known = {claim: told for claim, told in self._known.items() if claim in wanted}
        lacking = [claim for claim in wanted if claim not in self._known]
        if lacking:
            self._known[lacking[0]] = self._read(lacking[0])
            self.source.wrap_ahead([block for told in self._known.values() for block in told.blocks])
        return len(lacking) > 1

    def _forget_old(self) -> None:
        """Forget what was read if the desk has changed since."""
        version = self._desk.text_version()
        if version != self._version:
            self._known, self._version = {}, version

    def _read(self, claim_id: str) -> Told:
        claim, context, siblings = self._desk.in_place(claim_id)
        return Told(claim, context, source_blocks(claim, context, siblings, self._glyphs))

    def show_details(self, *, keep_place: bool = False) -> None:
        """Show what belongs on the chosen tab."""
        counts = {Tab.MATCHES: len(self._matches), Tab.CITATIONS: self._citations}
        blocks = self._blocks(self._claim) if self._claim else []
        self.details.show_tab(counts, blocks, keep_place=keep_place)
        if self._chosen and self.details.tab is Tab.MATCHES and not keep_place:
            self.details.begin_with(self._chosen * BLOCKS_PER_MATCH)

    def next_match(self) -> None:
        """Show the matches, or if they are shown already choose the next one."""
        if self.details.tab is not Tab.MATCHES:
            self.details.choose(Tab.MATCHES)
        elif self._matches:
            self._chosen = (self._chosen + 1) % len(self._matches)
            self.show_details()

    def _show_checks(self, claim_id: str, checks: Sequence[FoundCheck]) -> None:
        if self._claim is not None and self._claim.id == claim_id:
            self._checks = checks
            if self.details.tab is Tab.MATCHES:
                self.show_details(keep_place=True)

    def _first_undecided(self) -> int:
        return next((number for number, match in enumerate(self._matches) if match.decision is None), 0)

    def _origin(self, claim_id: str | None) -> ClaimRow | None:
        """Return the claim that a verdict was carried over from, if this desk has it."""
        try:
            return self._desk.claim_row(claim_id) if claim_id else None
        except KzcheckError:  # the verdict came in with a file
            return None

    def _blocks(self, claim: Claim) -> list[Block]:
        match self.details.tab:
            case Tab.MATCHES:
                return [
                    *match_blocks(claim, self._matches, self._chosen, self._glyphs),
                    *check_blocks(self._checks),
                ]
            case Tab.CITATIONS:
                citations = self._desk.citations_of(claim.id)
                evidence = self._desk.evidence
                figures = {each.id: found for each in citations if (found := evidence.figures(each))}
                status = self._desk.status(claim.id)
                origin = self._origin(status.inherited_from)
                seen = SourcesSeen(evidence.source_line(citations), figures, origin)
                return citation_blocks(citations, seen, status, self._clock(), self._glyphs)
            case Tab.HISTORY:
                return history_blocks(self._desk.history_of(claim.id), self._clock())
            case Tab.WHY:
                return why_blocks(claim)
