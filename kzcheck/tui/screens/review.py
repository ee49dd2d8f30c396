"""The review screen: claims, the source of the one under the cursor, and what else is known about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, ClaimRow, Sort
from kzcheck.tui import filters
from kzcheck.tui.alarms import Alarms
from kzcheck.tui.background import Background
from kzcheck.tui.colleagues import Colleagues, News
from kzcheck.tui.command import Situation
from kzcheck.tui.commands import BY_ID
from kzcheck.tui.fetching import Looked
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.decisions import Decisions
from kzcheck.tui.screens.desk_work import DeskWork
from kzcheck.tui.screens.evidence import Sources
from kzcheck.tui.screens.finding import Finding
from kzcheck.tui.screens.look_ahead import LookAhead
from kzcheck.tui.screens.looking import Looking
from kzcheck.tui.screens.matches import Matches
from kzcheck.tui.screens.moving import Moving
from kzcheck.tui.screens.panes import Panes
from kzcheck.tui.screens.reading import Reading
from kzcheck.tui.screens.search_line import SearchLine
from kzcheck.tui.screens.views import Views
from kzcheck.tui.sitting import Sitting
from kzcheck.tui.widgets.article import ArticlePane
from kzcheck.tui.widgets.bars import HintLine, MessageLine, Progress, ProgressLine
from kzcheck.tui.widgets.claim_list import ClaimList
from kzcheck.tui.widgets.detail_tabs import DetailTabs
from kzcheck.tui.widgets.lines_pane import LinesPane

if TYPE_CHECKING:
    from kzcheck.tui.screens.search_field import SearchField

LEAST_WIDTH, LEAST_HEIGHT = 60, 15
TOO_SMALL = (
    f"kzcheck needs a window of {LEAST_WIDTH} columns and {LEAST_HEIGHT} lines. "
    "Make it larger; until then no key decides."
)
POLL_SECONDS = 1.0


class ReviewScreen(Screen[None]):
    """The screen where reviewers spend their day: one key decides and moves on."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """Widgets repaint themselves when they get the focus; Textual would repaint the whole screen."""

    def __init__(
        self,
        desk: Desk,
        *,
        manner: Manner,
        clock: Callable[[], datetime],
        sitting: Sitting,
        allow_private: bool = False,
    ) -> None:
        super().__init__()
        self._desk = desk
        glyphs = self._glyphs = manner.glyphs
        self._by_key = {key: command for command, keys in manner.keymap.items() for key in keys}
        self._clock = clock
        self._sitting = sitting
        self._colleagues = Colleagues(desk)
        self._shown: ClaimRow | None = None
        """The row that the panes show."""
        self._has_shown = False
        self.claims = ClaimList(desk, glyphs, id="claims")
        source, details = LinesPane(glyphs, id="source"), DetailTabs(glyphs, id="details")
        self.source = source
        self.panes = Panes(desk, source, details, glyphs, clock)
        self._ahead = LookAhead(self, self.claims, self.panes)
        self.messages = MessageLine(glyphs, id="message")
        self._alarms = Alarms(self, desk, self._show_progress)
        self._desk_work = DeskWork(
            self, desk, manner, self.messages, changed=self._desk_changed, allow_private=allow_private
        )
        self._progress = ProgressLine(self._progress_now(), glyphs, id="progress")
        self._hints = HintLine(manner.keymap, glyphs, id="hints-line")
        self.finding = Finding(desk, self.claims, lambda: self.messages)
        self.reading = Reading(self, self.claims, ArticlePane(desk, glyphs, id="article"))
        self._search_line = SearchLine(
            self, self.claims, self.reading, self.messages, self._hints, self.finding
        )
        self.sources = Sources(self, desk, glyphs, self._decided, allow_private=allow_private)
        self._decisions = Decisions(self, desk, self.claims, sitting, self.sources, manner, self._decided)
        self._matches = Matches(self, desk, self.claims, self.panes, self._decisions, manner)
        self._moving = Moving(self, self.claims, self.reading, self.panes, self.messages)
        self._looking = Looking(self, self, desk, manner)
        self._views = Views(
            self,
            desk,
            manner,
            list_document=self._list_document,
            go_to=self._go_to,
            changed=self._desk_changed,
        )
        self._handlers = self._commands()

    def compose(self) -> ComposeResult:
        """Lay out the lines and the panes."""
        yield self._progress
        with Container(id="workspace"):
            yield self.claims
            yield self.reading.pane
            yield self.source
            yield self.panes.details
        yield self.messages
        with Container(id="foot"):
            yield self._hints

    def on_mount(self) -> None:
        """List the claims, and begin to watch for what colleagues do."""
        self._search_line.resume()
        if self._desk.is_read_only:
            self.messages.note("this desk is read-only: everything can be looked at, and nothing decided")
        self.claims.focus()
        self.call_after_refresh(self._search_line.prepare)
        self.set_interval(POLL_SECONDS, self._poll)

    def on_resize(self, event: events.Resize) -> None:
        """Cover the screen with a note while the window is too small."""
        small = event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT
        if small and not self.query("#too-small"):
            self.mount(Static(Content(TOO_SMALL), id="too-small"))
        self.set_class(small, "-too-small")

    # -- commands -------------------------------------------------------------------------------

    def _commands(self) -> dict[str, Callable[[], None]]:
        """Return what each command of the registry does here."""
        return {
            **self._decisions.commands(),
            "add_claim": self.reading.mark_passage,
            "fetch": lambda: self._of_claim(self.sources.fetch),
            "kept_page": lambda: self._of_claim(self.sources.open),
            "correct": lambda: self._of_claim(self.sources.correct),
            **self._matches.commands(),
            **self._moving.commands(),
            **self._looking.commands(),
            "search": self._search_line.start,
            "clear": self._clear,
            "article": self.reading.toggle,
            **self._views.commands(),
            **self._desk_work.commands(),
            "quit": lambda: self._desk_work.leave(self.leave),
        }

    async def on_key(self, event: events.Key) -> None:
        """Do the command of a key, the same in every pane, but never while typing.

        Bindings are not used: Textual goes through all of them for each key, and over forty cost 10 ms.
        """
        command = self._by_key.get(event.key)
        if self.has_class("-too-small") and command != "quit":
            event.stop()
            event.prevent_default()
            return
        await self._search_line.prepare()
        if self._search_line.hand_on(event):
            return
        if command is not None and not self._search_line.has_focus:
            event.stop()
            event.prevent_default()
            self.action_command(command)

    def on_mouse_down(self) -> None:
        """Let the present message go with the next claim, as for a key."""
        self.messages.begin()

    def on_paste(self, event: events.Paste) -> None:
        """Pass on what was pasted just before a dialog or the search line could take it."""
        self._search_line.hand_on(event)

    def action_command(self, command_id: str) -> None:
        """Do a command, or say why it cannot be done."""
        self._sitting.touch()
        self.messages.begin()
        reason = BY_ID[command_id].disabled(self.situation())
        if reason is not None:
            self.messages.note(reason)
            return
        with self.messages.reporting():
            self._handlers[command_id]()
        self.follow()
        self._hints.offer(self._looking.hints)

    def on_descendant_focus(self) -> None:
        """Show hints for the pane that got the focus."""
        self._hints.offer(self._looking.hints)

    def situation(self) -> Situation:
        """Return what there is for commands to work on now."""
        row = self.claims.current
        plain = filters.OPEN.applied(replace(self.claims.query_now, text=""))
        return Situation(
            claim=row is not None,
            match=row is not None and row.matches + row.conflicts > 0,
            any_citation=self._desk.has_citations(),
            citation=row is not None and row.citations > 0,
            address=self.panes.address is not None or self._looking.shows_citations,
            inheritance=self._matches.can_inherit,
            filtered=bool(self.claims.selected)
            or self.reading.is_on
            or self._looking.is_beside_the_list
            or self.finding.is_on
            or self.claims.query_now != plain,
        )

    def leave(self) -> None:
        """Save the place for the next sitting, and quit with a summary of this one."""
        from kzcheck.tui.summary import summary

        self.reading.leave()
        kept = self.finding.keep_place(self._search_line.text)
        self.app.exit(message=summary(self._desk, self._sitting, self._glyphs, is_place_kept=kept))

    # -- what follows the cursor ----------------------------------------------------------------

    @on(ClaimList.Moved)
    def follow(self) -> None:
        """Show the claim under the cursor, in the same paint as its row: another would take a frame more."""
        if not self._has_shown or self._shown is not self.claims.current:
            self._show_current()

    def _show_current(self) -> None:
        before, here = self._shown, self.claims.current
        if (before.id if before else None) != (here.id if here else None):
            self.messages.go_on()
        self._shown, self._has_shown = here, True
        with self.messages.reporting():
            self.panes.show(here)
            self.reading.show(here)
        self._hints.show(self.situation())
        self._ahead.after_rest()

    @on(ArticlePane.PassageMarked)
    def add_passage(self, marked: ArticlePane.PassageMarked) -> None:
        """Add the passage marked in the article as a claim."""
        with self.messages.reporting():
            self._decisions.add_claim(marked.document_id, marked.span)
            self.reading.pane.stop_marking()

    @on(ArticlePane.MarkingChanged)
    def tell_marking(self) -> None:
        """Say which keys mark a passage."""
        self.messages.note(self.reading.how_to_mark)

    @on(ArticlePane.ClaimClicked)
    def go_to_clicked(self, clicked: ArticlePane.ClaimClicked) -> None:
        """Bring the cursor to a claim that was clicked in the article."""
        self.claims.go_to(self.claims.row_of(clicked.claim_id))

    @on(Looked)
    def tell_of_source(self, looked: Looked) -> None:
        """Report the result of looking at a cited page."""
        self._tell_of_colleagues()
        self.sources.looked(looked)

    @on(Background.Told)
    def tell_of_work(self, told: Background.Told) -> None:
        """Show how far the work in the background is, and report its results."""
        self._desk_work.told(told)
        self._show_progress()

    def on_unmount(self) -> None:
        """Leave no work behind."""
        self._desk_work.background.close()

    def _of_claim(self, deed: Callable[[str], None]) -> None:
        if self.claims.current is not None:
            deed(self.claims.current.id)

    @on(DetailTabs.TabChosen)
    def show_tab(self) -> None:
        """Fill the tab that was chosen."""
        self.panes.show_details()
        self._hints.show(self.situation())

    def _decided(self) -> None:
        """Refresh after the reviewer's own deed; the next poll counts the verdicts that are at odds."""
        self._show_progress()
        self.claims.repaint_title()
        self._show_current()

    def _poll(self) -> None:
        """Show the time, and what colleagues have done."""
        with self.messages.reporting():
            self._tell_of_colleagues()
            self._show_progress()
            self._alarms.look()

    def _tell_of_colleagues(self) -> None:
        news = self._colleagues.news()
        if news is News.DECIDED:
            before = self.claims.current
            self.claims.load_again()
            if before is not None and before.status is not self.claims.row_of(before.id).status:
                self.messages.note("a colleague has just decided this claim; what you decide now replaces it")
            elif not self._desk_work.background.is_busy:
                self.messages.note("the desk has changed: a colleague is at work on it")
        elif news is News.SEEN:
            self._show_current()

    def _show_progress(self) -> None:
        self._progress.show(self._progress_now())

    def _progress_now(self) -> Progress:
        return Progress(
            desk=self._desk.path.name,
            tally=self._desk.tally(),
            reviewer=self._desk.reviewer,
            is_blind=self._desk.is_blind,
            now=self._clock().replace(second=0, microsecond=0),
            pace=self._sitting.pace,
            goal=self._sitting.progress,
            alarms=self._alarms.count,
            work=self._desk_work.background.said,
        )

    def _desk_changed(self) -> None:
        """List the claims again after the reviewer's own work in the background."""
        self._colleagues.news()
        self.claims.load_again()
        self._decided()

    def _list_document(self, document: str) -> None:
        self.reading.leave()
        self.finding.turn(lambda query: replace(query, document=document, statuses=(), sort=Sort.DOCUMENT))

    def _go_to(self, claim: str) -> None:
        """Bring the cursor to a claim, in the present list or else in that of its article."""
        self.claims.go_to(self.claims.row_of(claim))
        if self.claims.current is None or self.claims.current.id != claim:
            row = self.claims.row_of(claim)
            self.finding.turn(
                lambda _: ClaimQuery(document=row.document_id, zones=(row.zone,), sort=Sort.DOCUMENT)
            )
            self.claims.go_to(self.claims.row_of(claim))

    # -- finding --------------------------------------------------------------------------------

    def on_input_changed(self, event: "SearchField.Changed") -> None:
        """List the claims with the words typed so far."""
        self._search_line.changed(event)

    @on(ClaimList.Searched)
    def tell_searched(self, searched: ClaimList.Searched) -> None:
        """Report the result of a slow search."""
        self._search_line.tell_found(searched)

    def _clear(self) -> None:
        """Leave the pane, or else drop the selection, the article, the search or the filter."""
        if self._looking.is_beside_the_list:
            self.set_focus(self.claims)
        elif self.claims.selected:
            self.claims.clear_selection()
        elif self.reading.is_on:
            self.reading.leave()
        elif self.finding.is_on:
            self._search_line.leave(clear=True)
        else:
            self.claims.ask(filters.OPEN.applied(self.claims.query_now), near=self.claims.current)
