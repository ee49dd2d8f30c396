"""Commands that look at a claim in another way, or list other claims: tabs, source, filter, order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from textual.screen import Screen

from kzcheck.desk import Desk
from kzcheck.tui import filters
from kzcheck.tui.commands import LIST_HINTS
from kzcheck.tui.hints import ARTICLE_HINTS, SOURCE_HINTS, TAB_HINTS
from kzcheck.tui.manner import Manner
from kzcheck.tui.screens.evidence import Sources
from kzcheck.tui.screens.finding import Finding
from kzcheck.tui.screens.panes import Panes
from kzcheck.tui.screens.reading import Reading
from kzcheck.tui.theme import following
from kzcheck.tui.widgets.bars import MessageLine
from kzcheck.tui.widgets.claim_list import ClaimList
from kzcheck.tui.widgets.detail_tabs import Tab
from kzcheck.tui.widgets.lines_pane import LinesPane


class Looks(Protocol):
    """The parts of the review screen that these commands need."""

    claims: ClaimList
    panes: Panes
    finding: Finding
    reading: Reading
    sources: Sources
    messages: MessageLine


class Looking:
    """Does these commands on the parts of the review screen."""

    def __init__(self, screen: Screen[None], parts: Looks, desk: Desk, manner: Manner) -> None:
        self._screen = screen
        self._parts = parts
        self._desk = desk
        self._manner = manner

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what each of these commands does."""
        details = self._parts.panes.details
        return {
            "filter": self._choose_filter,
            "sort": self._next_sort,
            "why": lambda: details.choose(Tab.WHY),
            "next_tab": lambda: details.step(1),
            "previous_tab": lambda: details.step(-1),
            "open_source": self._open_source,
            "copy": self._copy,
            "claims_pane": self._go_to_list,
            "source_pane": lambda: self._go_to(self._parts.panes.source),
            "matches_pane": lambda: self._go_to_tab(Tab.MATCHES),
            "citations_pane": lambda: self._go_to_tab(Tab.CITATIONS),
            "history_pane": lambda: self._go_to_tab(Tab.HISTORY),
            "why_pane": lambda: self._go_to_tab(Tab.WHY),
            "keys": self._show_keys,
            "theme": self._next_theme,
        }

    @property
    def hints(self) -> Mapping[str, str]:
        """The commands on the hint line for the pane that has the focus."""
        panes = self._parts.panes
        if self._parts.reading.is_on:
            return ARTICLE_HINTS
        if self._screen.focused is panes.source:
            return SOURCE_HINTS
        return TAB_HINTS[panes.details.tab] if self._screen.focused is panes.details else LIST_HINTS

    @property
    def is_beside_the_list(self) -> bool:
        """Whether the source or the details have the focus."""
        return self._screen.focused in (self._parts.panes.source, self._parts.panes.details)

    def _go_to_list(self) -> None:
        self._parts.reading.leave()
        self._screen.set_focus(self._parts.claims)

    def _go_to(self, pane: LinesPane) -> None:
        if pane.display and pane.size.height:
            self._screen.set_focus(pane)
        else:
            self._parts.messages.note("that pane has no room here; a goes back to the list")

    def _go_to_tab(self, tab: Tab) -> None:
        self._parts.panes.details.choose(tab)
        self._go_to(self._parts.panes.details)

    @property
    def shows_citations(self) -> bool:
        """Whether the tab of citations is open and not empty."""
        row = self._parts.claims.current
        return self._parts.panes.details.tab is Tab.CITATIONS and row is not None and row.citations > 0

    def _choose_filter(self) -> None:
        from kzcheck.tui.screens.ask import Choose

        def chosen(number: int | None) -> None:
            if number is not None:
                self._parts.reading.leave()
                self._parts.finding.turn(filters.FILTERS[number].applied)

        present = filters.filter_of(self._parts.claims.query_now)
        at = filters.FILTERS.index(present) if present else None
        titles = [choice.title for choice in filters.FILTERS]
        self._screen.app.push_screen(Choose("Which claims", titles, at), chosen)

    def _next_sort(self) -> None:
        self._parts.reading.leave()
        sort = filters.next_sort(self._parts.claims.query_now.sort)
        self._parts.finding.turn(lambda query: replace(query, sort=sort))
        self._parts.messages.note(f"sorted {filters.SORT_WORDS[sort]}")

    def _open_source(self) -> None:
        row, address = self._parts.claims.current, self._parts.panes.address
        if self.shows_citations and row is not None:
            self._parts.sources.open_page(row.id)
        elif address:
            self._screen.app.open_url(address)
            self._parts.messages.note(f"opened {address}")

    def _copy(self) -> None:
        from kzcheck.tui.clipping import clipping

        claim, context = self._parts.panes.claim, self._parts.panes.context
        if claim and context:
            words = clipping(claim, context, self._desk.citations_of(claim.id))
            self._screen.app.copy_to_clipboard(words)
            self._parts.messages.done("copied: the claim, its article and its citations")

    def _show_keys(self) -> None:
        from kzcheck.tui.screens.keys import KeysScreen

        self._screen.app.push_screen(KeysScreen(self._manner.keymap, self._manner.glyphs))

    def _next_theme(self) -> None:
        app = self._screen.app
        app.theme = following(app.theme)
        self._parts.messages.note(f"theme: {app.theme}")
