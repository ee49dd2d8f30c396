"""Verdicts, citations, wordings: the desk has each on disk before the screen shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.screen import Screen

from kzcheck.desk import Desk, GateRefused
from kzcheck.domain import KzcheckError, Relation, Span, Stance, Status, plural
from kzcheck.tui.alarms import at_odds
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.evidence import Sources
from kzcheck.tui.screens.undoing import Undoing
from kzcheck.tui.sitting import Sitting
from kzcheck.tui.sources import NOTHING_WRITTEN, Founded, again
from kzcheck.tui.widgets.bars import MessageLine
from kzcheck.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from kzcheck.domain import Citation, MatchView

UNASKED = 10
"""How many claims are marked at once without asking back."""

MAX_RECENT = 9
"""How many recent sources are offered: one for each digit."""

LINES_BESIDE_RECENT = 18
"""How many lines of the citation dialog are needed besides those for the recent sources."""


_RELATIONS = {
    Relation.DUPLICATE: "the same",
    Relation.COMPATIBLE: "compatible",
    Relation.CONFLICT: "in conflict",
    Relation.DIFFERENT: "not the same",
}


class Decisions:
    """A reviewer's decisions on the claims of the list; `changed` is called after each deed."""

    def __init__(
        self,
        screen: Screen[None],
        desk: Desk,
        claims: ClaimList,
        sitting: Sitting,
        sources: Sources,
        manner: Manner,
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._desk = desk
        self._claims = claims
        self._sitting = sitting
        self._sources = sources
        self._manner = manner
        self._undoing = Undoing(screen, desk, claims, sitting, changed)
        self.changed = changed

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the registry does here."""
        return {
            "verify": lambda: self._mark_targets(Status.VERIFIED),
            "dispute": lambda: self._mark_targets(Status.DISPUTED),
            "needs_context": lambda: self._mark_targets(Status.NEEDS_CONTEXT),
            "unproven": lambda: self._mark_targets(Status.UNPROVEN),
            "not_checkable": lambda: self._mark_targets(Status.NOT_CHECKABLE),
            "later": lambda: self._mark_targets(Status.LATER),
            "cite": self._ask_citation,
            "cite_again": self._cite_again,
            "rationale": self._rationale,
            "headline": self._headline,
            "drop_claim": self._drop_claim,
            **self._undoing.commands(),
        }

    @property
    def messages(self) -> MessageLine:
        """The line that reports the result."""
        return self._screen.query_one("#message", MessageLine)

    def _targets(self) -> list[str]:
        """Return the selected claims, or the one under the cursor."""
        here = self._claims.current
        return list(self._claims.selected) or ([here.id] if here else [])

    # -- verdicts -------------------------------------------------------------------------------

    def _mark_targets(self, status: Status) -> None:
        """Give the selected claims, or the one under the cursor, a verdict; ask for a source if need be."""
        ids = self._targets()
        if len(ids) > UNASKED or self._claims.selected_elsewhere:
            self._ask_back(ids, status)
        else:
            self._try(ids, status)

    def _ask_back(self, ids: Sequence[str], status: Status) -> None:
        """Ask whether so many claims are meant, or such as are not to be seen."""
        from kzcheck.tui.screens.ask import Choose

        def answered(number: int | None) -> None:
            if number == 0:
                with self.messages.reporting():
                    self._try(ids, status)
            else:
                self.messages.note("nothing was decided")

        many = plural(len(ids), "claim")
        unseen = self._claims.selected_elsewhere
        where = f", {unseen} of them not in this list" if unseen else ""
        self._screen.app.push_screen(
            Choose(f"{many} at once{where}: {_spoken(status)}", [f"yes, all {many}", "no"], None), answered
        )

    def _try(self, ids: Sequence[str], status: Status) -> None:
        try:
            self._mark(ids, status)
        except GateRefused as refused:
            self._ask_source(ids, status, refused.why)

    def _mark(
        self,
        ids: Sequence[str],
        status: Status,
        *,
        founded: Founded | None = None,
    ) -> None:
        founded = founded or Founded()
        active = self._sitting.active() / max(1, len(ids))
        replaced = self._replaced(ids)
        batch = self._desk.mark(
            ids,
            status,
            citation=founded.source,
            rationale=founded.rationale,
            override=founded.reason,
            active_seconds=round(active, 1),
        )
        self._sitting.decided(len(ids))
        here = self._claims.current
        said = here.headline if here and list(ids) == [here.id] else plural(len(ids), "claim")
        now = _spoken(status) + replaced + self._turned(batch)
        self._claims.selected.clear()
        self._claims.refresh_rows(list(ids))
        self.messages.done(f"{now}: {said}")
        self._move_on()
        if self._sitting.stand(ids, has_verdict=status.verdict is not None):
            self.messages.done(f"{now}: {said} — the goal of this sitting is reached")
        self._sound_alarm(ids, f"{now}: {said}")
        self.changed()
        if founded.source is not None:
            self._sources.cited(ids, founded.source.reference)

    def _replaced(self, ids: Sequence[str]) -> str:
        """Return a message if the one claim to be marked has a colleague's verdict, else ""."""
        theirs = self._desk.verdict_of_another(ids[0]) if len(ids) == 1 else None
        return f" in place of {theirs.reviewer}’s {_spoken(theirs.status)}" if theirs is not None else ""

    def _turned(self, batch: str) -> str:
        """Return a message if a mark turned sources that were cited before it, else ""."""
        turned = self._desk.turned_by(batch)
        if not turned:
            return ""
        self._sources.turned(turned)
        verb = "contradict" if turned[0].stance is Stance.CONTRADICTS else "support"
        return f", its source now {verb}s it" if len(turned) == 1 else f", {len(turned)} sources now {verb}"

    def _sound_alarm(self, ids: Sequence[str], said: str) -> None:
        """Tell the reviewer if a verdict does not go together with that of a matching claim."""
        if odds := at_odds(self._desk, ids):
            self.messages.problem(f"{said}, {odds}; {self._manner.key('contradictions')} shows it")

    def _move_on(self) -> None:
        """Go to the next open claim, past the last one to the first; an open one under the cursor stays."""
        here = self._claims.current
        if here is not None and here.status is Status.OPEN:
            return
        onward = self._claims.open_beside(forward=True) or self._claims.open_beside(forward=False)
        if onward is not None:
            self._claims.go_to(onward)
        elif self._claims.is_searching:
            self.messages.done(f"{self.messages.words} — still searching for the next")
        else:
            self.messages.done(f"{self.messages.words} — nothing here is open any more")

    def _ask_source(
        self,
        ids: Sequence[str],
        status: Status | None,
        why: str = "",
        written: Founded = NOTHING_WRITTEN,
    ) -> None:
        """Ask for a source; what was written there is asked for again if it can't be stored."""
        from kzcheck.tui.screens.citation import CitationDialog, Question

        def answered(answer: Founded | None) -> None:
            if answer is None:
                self.messages.note("nothing was decided")
                return
            try:
                self._take(ids, status, answer)
            except KzcheckError as error:
                self._ask_source(ids, status, str(error), answer)

        claim = self._desk.claim(ids[0])
        present = self._desk.status(ids[0])
        question = Question(
            headline=claim.headline,
            quote=claim.quote,
            status=status,
            claims=len(ids),
            stance=(status or present.status).stance,
            why=why,
            rationale=(present.rationale or "") if len(ids) == 1 else "",
            written=written,
        )
        room = max(1, self._screen.size.height - LINES_BESIDE_RECENT)
        dialog = CitationDialog(question, self._desk.recent_citations(limit=min(MAX_RECENT, room)))
        self._screen.app.push_screen(dialog, answered)

    def _take(self, ids: Sequence[str], status: Status | None, founded: Founded) -> None:
        """Act on the answer of the citation dialog; a source that is not enough yet is cited all the same."""
        if status is None:
            if founded.source is not None:
                self._cite(ids, founded.source, founded.source.stance)
            return
        try:
            self._mark(ids, status, founded=founded)
        except GateRefused as refused:
            if founded.source is None:
                raise
            self._cite(ids, founded.source, founded.source.stance)
            if founded.rationale is not None:
                for claim in ids:
                    self._desk.set_rationale(claim, founded.rationale)
            self._ask_source(ids, status, refused.why)

    # -- evidence -------------------------------------------------------------------------------

    def _ask_citation(self) -> None:
        """Ask for a citation and add it."""
        self._ask_source(self._targets(), None)

    def _cite_again(self) -> None:
        """Add the source that this reviewer cited last."""
        last = self._desk.last_citation()
        if last is None:
            self.messages.note("you have not cited anything on this desk yet; c cites")
        else:
            self._cite(self._targets(), again(last, stance=last.stance), None)

    def _cite(self, ids: Sequence[str], citation: Citation, stance: Stance | None) -> None:
        """Cite a source for claims; without a stance it takes that of each claim's verdict."""
        for claim in ids:
            self._desk.cite(
                claim,
                citation.reference,
                title=citation.title,
                publisher=citation.publisher,
                author=citation.author,
                published=citation.published,
                passage=citation.passage,
                stance=stance,
                kind=citation.kind,
                snapshot=citation.snapshot,
            )
        self._claims.refresh_rows(list(ids))
        self.messages.done(f"cited: {citation.title or citation.reference}")
        self.changed()
        self._sources.cited(ids, citation.reference)

    def _rationale(self) -> None:
        """Ask for a rationale, and store it with the claim."""
        here = self._claims.current
        if here is None:
            return

        written = self._desk.status(here.id).rationale or ""
        self._ask_line("Rationale", here.headline, written, partial(self._keep_rationale, here.id))

    def _headline(self) -> None:
        """Ask for a better headline."""
        here = self._claims.current
        if here is None:
            return

        def keep(words: str) -> None:
            if words and words != here.headline:
                self._keep_headline(here.id, words)

        self._ask_line("Headline", "", here.headline, keep)

    def _keep_rationale(self, claim: str, words: str) -> None:
        self._desk.set_rationale(claim, words)
        self.messages.done("the rationale is kept")
        self.changed()

    def _keep_headline(self, claim: str, words: str) -> None:
        self._desk.set_headline(claim, words)
        self._claims.refresh_rows([claim])
        self.messages.done(f"the headline is now: {words}")
        self.changed()

    def _ask_line(self, title: str, about: str, value: str, keep: Callable[[str], None]) -> None:
        """Ask for a line and keep it; if that can't be done, ask again with what was written and why."""
        from kzcheck.tui.screens.ask import AskLine

        def answered(words: str | None) -> None:
            if words is None:
                return
            try:
                keep(words)
            except KzcheckError as error:
                self._ask_line(title, str(error), words, keep)

        self._screen.app.push_screen(AskLine(title, about, value), answered)

    # -- what the extractor missed, and what it found wrongly ---------------------------------------

    def add_claim(self, document_id: str, passage: Span) -> None:
        """Add a passage to the desk as a missed claim, and go to it."""
        claim = self._desk.add_claim(document_id, passage.start, passage.end)
        row = self._claims.row_of(claim.id)
        self._claims.load(near=row)
        self.messages.done(f"added as a missed claim: {claim.headline}")
        self.changed()

    def _drop_claim(self) -> None:
        """Take the claim under the cursor off the desk, as not being a claim."""
        here = self._claims.current
        if here is None:
            return
        self._desk.drop_claim(here.id)
        self._claims.selected.pop(here.id, None)
        self._claims.load(near=here)
        self.messages.done(f"not a claim, off the desk: {here.headline}")
        self.changed()

    # -- matches --------------------------------------------------------------------------------

    def decide(self, match: MatchView, relation: Relation) -> None:
        """Say how the claim under the cursor and its match relate, for good."""
        here = self._claims.current
        if here is None:
            return
        self._desk.decide(here.id, match.other.id, relation)
        self._claims.refresh_rows([here.id, match.other.id])
        self.messages.done(f"{_RELATIONS[relation]}: {match.other.headline}")
        self.changed()

    def inherit(self, match: MatchView) -> None:
        """Carry the verdict over, from whichever of the two claims has one."""
        here = self._claims.current
        if here is None:
            return
        has_one = here.status.verdict is not None
        claim, source = (match.other.id, here.id) if has_one else (here.id, match.other.id)
        self._desk.inherit(claim, source)
        self._claims.refresh_rows([here.id, match.other.id])
        given = here.status if has_one else match.other.status
        self.messages.done(
            f"carried over: {given.value}, {match.other.headline if has_one else here.headline}"
        )
        if not has_one:
            self._move_on()
        self.changed()


def _spoken(status: Status) -> str:
    return "postponed" if status is Status.LATER else status.value.replace("-", " ")
