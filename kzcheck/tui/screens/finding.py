"""What is typed in the search line: read as words and filters, completed, and saved for later."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from textual.suggester import Suggester

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, KzcheckError
from kzcheck.tui import filters, resuming
from kzcheck.tui.widgets.bars import MessageLine
from kzcheck.tui.widgets.claim_list import ClaimList

if TYPE_CHECKING:
    from kzcheck.desk.asking import Names

SAVED = "filters of {reviewer}"
MOST_SAVED = 20


class Finding:
    """Turns what is typed into the list's query, and remembers what the list showed before."""

    def __init__(self, desk: Desk, claims: ClaimList, messages: Callable[[], MessageLine]) -> None:
        self._desk = desk
        self._claims = claims
        self._messages = messages
        self._before: ClaimQuery | None = None
        self._names: Names | None = None

    @property
    def is_on(self) -> bool:
        """Whether something typed narrows the list."""
        return self._before is not None

    def names(self) -> Names:
        """Return the names that filters can refer to, read once for each search."""
        from kzcheck.desk.asking import Names

        if self._names is None:
            self._names = Names(self._desk.outlets(), cache(self._desk.titles), self._desk.speakers)
        return self._names

    def typed(self, text: str) -> None:
        """List what the words typed so far ask for, and say which word cannot be read."""
        from kzcheck.desk.asking import read

        if self._before is None:
            if not text.strip():
                return
            self._before, self._names = replace(self._claims.query_now, text=""), None
        self._claims.searched = text.strip()
        before = self._before
        asked = read(text, before, self.names)
        if not text.strip():
            self._before = None
        if asked.query != self._claims.query_now:
            self._claims.ask(asked.query)
        self._claims.repaint_title()
        if asked.problems:
            self._messages().problem(in_one_line(asked.problems))
        elif not text.strip():
            self._messages().note("the search is cleared")
        else:
            self._messages().note(self._claims.found)

    def turn(self, change: Callable[[ClaimQuery], ClaimQuery]) -> None:
        """List other claims, or in another order, still narrowed by what is typed."""
        if self._before is not None:
            self._before = change(self._before)
        self._claims.ask(change(self._claims.query_now))

    def keep_place(self, text: str) -> bool:
        """Save the list, the search and the claim under the cursor for the next sitting; return whether."""
        here = self._claims.current
        place = resuming.Place(self._claims.query_now, here.id if here else None, text, self._before)
        try:
            resuming.keep(self._desk, place)
        except KzcheckError:  # a full disk, a desk that may only be read: no reason to stay
            return False
        return True

    def resume(self) -> str:
        """List what was listed when this reviewer left, with the cursor where it was; return the search."""
        place = resuming.kept(self._desk)
        if place is None:
            self._claims.load()
            return ""
        try:
            self._claims.query_now, self._before = place.query, place.before
            self._claims.load(near=self._claims.row_of(place.claim) if place.claim else None)
        except KzcheckError:  # the article or the claim is not on this desk any more
            self._before = None
            self._claims.ask(filters.OPEN.applied(ClaimQuery()))
            return ""
        self._claims.searched = place.typed if place.before is not None else ""
        return self._claims.searched

    @property
    def saved(self) -> list[str]:
        """The filters that were saved, newest first."""
        kept = self._desk.setting(SAVED.format(reviewer=self._desk.reviewer))
        return [str(each) for each in json.loads(kept)] if kept else []

    def save(self, text: str) -> None:
        """Save what is typed, or forget it if it was saved."""
        words, kept = text.strip(), self.saved
        if not words:
            self._messages().note("nothing to save: type a filter first")
            return
        others = [each for each in kept if each != words]
        now = others if words in kept else [words, *others][:MOST_SAVED]
        written = json.dumps(now, ensure_ascii=False)
        self._desk.set_setting(SAVED.format(reviewer=self._desk.reviewer), written)
        said = "no longer saved" if words in kept else "saved: ↑ in the search line brings it back"
        self._messages().done(said)

    def next_saved(self, text: str) -> str:
        """Return the saved filter after the present one; after the last comes the first."""
        kept = self.saved
        if not kept:
            self._messages().note("no filter was saved; ctrl+s saves the one that is typed")
            return text
        return kept[(kept.index(text) + 1) % len(kept)] if text in kept else kept[0]


def in_one_line(problems: Sequence[str]) -> str:
    """Return in one line what could not be read: a single problem in full, several without their advice."""
    if len(problems) == 1:
        return problems[0]
    return f"{len(problems)} problems: {' · '.join(problem.split('; ')[0] for problem in problems)}"


class Completing(Suggester):
    """Suggests a completion of the last word typed, which → accepts."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._finding = finding

    async def get_suggestion(self, value: str) -> str | None:
        """Return the text with its last word completed."""
        from kzcheck.desk.asking import completion

        return completion(value, self._finding.names)
