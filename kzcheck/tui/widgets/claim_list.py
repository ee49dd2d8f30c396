"""The list of claims, each on a line: status, headline, outlet, matches and priority."""

import shlex
from collections.abc import Iterable
from dataclasses import replace

from rich.segment import Segment
from textual import on
from textual.content import Content
from textual.message import Message
from textual.strip import Strip

from kzcheck.desk import Desk, is_default
from kzcheck.domain import ClaimQuery, ClaimRow, Relation, Standing, Status, TakesLonger, plural
from kzcheck.tui import filters, safe
from kzcheck.tui.glyphs import Glyphs
from kzcheck.tui.searching import PATIENCE, Finder, Finished
from kzcheck.tui.theme import STATUS_ROLE
from kzcheck.tui.widgets.rows import RowList
from kzcheck.tui.words import short_outlet

DOTS = 5
OUTLET_WIDTH = 8
LINES_KEPT = 400
"""How many painted lines are kept (a few kB each), so that paging back and forth paints none again."""
MOST_SELECTED = 5000
"""How many claims can be selected at once; the others can be selected once these are marked."""


class ClaimList(RowList[ClaimRow]):
    """The claims of a query, in its order, with a selection that scrolling does not change."""

    class Searched(Message):
        """A slow search is over; `problem` says why if it failed."""

        def __init__(self, problem: str | None) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self, desk: Desk, glyphs: Glyphs, *, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(self._read, glyphs, id=id)
        self._desk = desk
        self._finder = Finder(self, desk)
        self._within: float | None = None
        self._near: ClaimRow | None = None
        """The row on which the cursor will be once a slow search is over."""
        self._keep = False
        """Whether that row will be listed even if the search does not find it."""
        self.query_now = filters.OPEN.applied(ClaimQuery())
        self.searched = ""
        """What was typed in the search line to narrow the list."""
        self.selected: dict[str, None] = {}
        """Claim ids, in the order in which they were selected."""
        self._most = 0
        """The highest number of claims held at once since the query was last asked."""
        self._anchor: str | None = None
        self._lines: dict[tuple[str, bool], tuple[tuple[ClaimRow, int, bool], Strip]] = {}
        """By claim, with and without the cursor: its last line, and what that was painted from."""

    # -- rows -----------------------------------------------------------------------------------

    def _read(
        self, *, after: ClaimRow | None, before: ClaimRow | None, limit: int, last: bool
    ) -> list[ClaimRow]:
        return self._finder.desk_for(self.query_now).page(
            self.query_now,
            after=after.key if after else None,
            before=before.key if before else None,
            limit=limit,
            last=last,
            within=self._within,
        )

    def ask(self, query: ClaimQuery, near: ClaimRow | None = None) -> None:
        """List the claims of another query."""
        if query.text != self.query_now.text:
            self._finder.stop()
        self.query_now = query
        self.load(near=near)

    def load_again(self) -> None:
        """Read the rows again after work that was not done here.

        The claim under the cursor stays there even if the query no longer lists it: the next key is meant
        for it.
        """
        row = self.current
        self.load(self.row_of(row.id) if row is not None else None, keep=True)

    def load(self, near: ClaimRow | None = None, *, keep: bool = False) -> None:
        """Read the rows again. Those of a slow search come later; until then the old ones stay."""
        self._within = PATIENCE if self.query_now.text else None
        self._most = 0
        try:
            super().load(near, keep=keep)
        except TakesLonger:
            self._near, self._keep = near, keep
            self._finder.ask(self.query_now)
            self.repaint_title()
        finally:
            self._within = None

    @on(Finished)
    def list_found(self, finished: Finished) -> None:
        """List what a slow search found, unless another search was asked for since."""
        finished.stop()
        if self._finder.finished(finished.text):
            if finished.problem is None:
                super().load(self._near, keep=self._keep)
            self.post_message(self.Searched(finished.problem))

    def on_unmount(self) -> None:
        """Give up a search that is under way."""
        self._finder.close()

    def row_of(self, claim: str) -> ClaimRow:
        """Return a claim as a row of this list."""
        return self._desk.claim_row(claim, self.query_now.sort)

    def refresh_rows(self, ids: list[str]) -> None:
        """Read single rows again and put them in place; they stay even if the query no longer lists them."""
        for claim in ids:
            self.replace(self.row_of(claim))

    def open_beside(self, *, forward: bool) -> ClaimRow | None:
        """Return the next open claim after the cursor, or the previous one; None if none is known.

        While `is_searching`, there may be others beyond the rows that are held.
        """
        if self.current is None:
            return None
        rows, at = self.loaded, self._cursor
        held = rows[at + 1 :] if forward else rows[:at][::-1]
        for row in held:
            if row.status is Status.OPEN:
                return row
        edge = (rows[-1] if forward else rows[0]).key
        query = replace(self.query_now, statuses=(Status.OPEN,))
        if self.is_searching:
            return None
        found = self._finder.desk_for(query).page(
            query, after=edge if forward else None, before=None if forward else edge, limit=1
        )
        return found[0] if found else None

    @property
    def likely(self) -> list[ClaimRow]:
        """The held rows that the next key may well reach: below, the next open one, above, a page away."""
        rows, at = self.loaded, self._cursor
        onward = next((place for place in range(at + 1, len(rows)) if rows[place].status is Status.OPEN), at)
        places = (at + 1, onward, at - 1, at + self.page_height, at - self.page_height)
        return [rows[place] for place in dict.fromkeys(places) if 0 <= place < len(rows) and place != at]

    @property
    def can_read(self) -> bool:
        """Whether rows can be read now: not while a slow search is still gathering them."""
        return not self.is_searching

    @property
    def is_searching(self) -> bool:
        """Whether a slow search is still under way; the held rows are then those from before."""
        return self._finder.is_busy

    @property
    def found(self) -> str:
        """The result of a search so far, and the keys of the search line."""
        found = "searching…" if self.is_searching else f"{self.how_many()} found"
        return f"{found} · Enter keeps · Esc clears · → completes · ^s saves · ↑ saved"

    def how_many(self) -> str:
        """Return how many claims are listed, as far as it is known without counting them."""
        return plural(len(self.loaded), "claim") if self.complete else f"{len(self.loaded)} claims and more"

    # -- selection ------------------------------------------------------------------------------

    def toggle_selected(self) -> None:
        """Select or deselect the claim under the cursor, and move on to the next row."""
        row = self.current
        if row is None:
            return
        if row.id in self.selected:
            del self.selected[row.id]
        else:
            self.selected[row.id] = None
        self._anchor = row.id
        self.replace(row)
        self.repaint_title()
        self.move(1)

    def select_range(self) -> None:
        """Select all rows between the one selected last and the one under the cursor."""
        rows, here = self.loaded, self.current
        anchor = next((number for number, row in enumerate(rows) if row.id == self._anchor), None)
        if here is None or anchor is None:
            self.toggle_selected()
            return
        first, last = sorted((anchor, self._cursor))
        self._select(row.id for row in rows[first : last + 1])
        self._anchor = here.id

    def select_all(self) -> bool:
        """Select the claims of the list up to the limit; return whether these are all."""
        rows = self._desk.page(self.query_now, limit=MOST_SELECTED + 1)
        self._select(row.id for row in rows[:MOST_SELECTED])
        return len(rows) <= MOST_SELECTED

    def select_cluster(self) -> int:
        """Select all claims in the cluster of the one under the cursor; return how many there are."""
        here = self.current
        members = self._desk.cluster_of(here.id) if here else []
        self._select(row.id for row in members)
        return len(members)

    def _select(self, ids: Iterable[str]) -> None:
        self.selected.update(dict.fromkeys(ids))
        self.refresh()

    @property
    def selected_elsewhere(self) -> int:
        """The number of selected claims that this list does not show, with the cursor on another claim."""
        if not self.selected or self.current is None or self.current.id in self.selected:
            return 0
        return len(self.selected.keys() - {row.id for row in self.loaded})

    def clear_selection(self) -> None:
        """Deselect everything."""
        self.selected.clear()
        self._anchor = None
        self.refresh()

    # -- drawing --------------------------------------------------------------------------------

    def key_of(self, row: ClaimRow) -> str:
        """Return the claim's id."""
        return row.id

    def title(self) -> Content:
        """Return which claims are listed and in which order."""
        query = self.query_now
        choice = filters.filter_of(replace(query, text=""))
        parts = [Content.styled("Claims", "bold"), Content(f" · {choice.title if choice else 'filtered'}")]
        if self.searched:
            parts.append(Content.styled(f" · “{safe.line(self.searched, 60)}”", "$warn"))
        is_counted = choice is not None and choice.is_counted and not self.searched
        number = f"{self._count(choice):,}" if choice and is_counted else self._held()
        parts.append(Content.styled(f" {number}", "$muted"))
        parts.append(Content.styled(f" · {filters.SORT_WORDS[query.sort]}", "$muted"))
        if self.selected:
            parts.append(Content.styled(f" · {len(self.selected)} selected", "bold $info"))
        return Content("").join(parts)

    def _held(self) -> str:
        """Return how many claims are listed, as far as it is known without counting: `12`, `100+`."""
        if self.is_searching:
            return "…"
        self._most = len(self.loaded) if self.complete else max(self._most, len(self.loaded))
        return f"{self._most}{'' if self.complete else '+'}"

    def _count(self, choice: filters.Filter) -> int:
        """Return how many claims have certain statuses, from the figures that the desk keeps."""
        tally = self._desk.tally()
        return (
            sum(tally.by_status.get(status, 0) for status in choice.statuses)
            if choice.statuses
            else tally.total
        )

    def when_empty(self) -> list[Content]:
        """Return why nothing is listed, and what to do about it."""
        if self.query_now.text:
            return [Content("No claim has these words."), Content("Esc clears the search.")]
        tally = self._desk.tally()
        if not tally.total:
            return [
                Content("This desk has no claims yet."),
                Content("A adds articles; so does, outside,"),
                *self._adding_outside(),
            ]
        if self.query_now == filters.OPEN.applied(self.query_now):
            later = tally.by_status.get(Status.LATER, 0)
            done = Content(f"All done: {plural(tally.done, 'claim')} with a verdict.")
            if later:
                return [done, Content(f"{plural(later, 'claim')} postponed: f and 3 lists them.")]
            return [done, Content("f chooses which claims are listed; q leaves.")]
        return [
            Content("No claim is in this list."),
            Content("f chooses another; Esc goes back to the open ones."),
        ]

    def _adding_outside(self) -> list[Content]:
        """Return the command that adds articles to this desk, with its path unless it is the usual desk."""
        path = self._desk.path
        if is_default(path):
            return [Content("kzcheck add article.txt https://…")]
        return [
            safe.content(f"kzcheck --db {shlex.quote(str(path))} \\"),
            Content("  add article.txt https://…"),
        ]

    def line_of(self, row: ClaimRow, width: int, *, cursor: bool) -> Strip:
        """Return a claim's line, the earlier one if nothing about it has changed."""
        told = (row, width, row.id in self.selected)
        kept = self._lines.get((row.id, cursor))
        if kept is not None and kept[0] == told:
            return kept[1]
        if len(self._lines) >= LINES_KEPT:
            self._lines.clear()
        line = super().line_of(row, width, cursor=cursor)
        self._lines[row.id, cursor] = (told, line)
        return line

    def notify_style_update(self) -> None:
        """Forget the lines painted in the colours of another theme."""
        self._lines.clear()
        super().notify_style_update()

    def paint(self, row: ClaimRow, width: int, *, cursor: bool) -> list[Segment]:
        """Return a claim's line: cursor, selection, status, headline, outlet, matches, priority."""
        styles, glyphs = self.styles_now, self._glyphs
        chosen = row.id in self.selected
        done = row.status is not Status.OPEN
        stale = row.standing is Standing.STALE

        def segment(text: str, role: str) -> Segment:
            style = styles.role(role)
            if cursor:
                style = styles.cursor if role in ("text", "muted", "strong") else styles.on_cursor(role)
            return Segment(text, style.rich_style)

        tail: list[Segment] = []
        room = width - 5
        if width >= 34:
            tail.append(segment(" " + self._relations(row), "bad" if row.conflicts else "info"))
            room -= 4
        if width >= 46:
            tail.insert(
                0,
                segment(
                    " " + safe.clip(self._origin(row), OUTLET_WIDTH),
                    "muted",
                ),
            )
            room -= OUTLET_WIDTH + 1
        if width >= 40:
            full = min(DOTS, max(0, round(row.priority * DOTS)))
            tail.append(segment(" " + glyphs.full * full, "muted"))
            tail.append(segment(glyphs.empty * (DOTS - full), "rule"))
            room -= DOTS + 1
        return [
            segment(glyphs.cursor if cursor else " ", "info"),
            segment(glyphs.selected if chosen else " ", "info"),
            segment(glyphs.status[row.status], STATUS_ROLE[row.status]),
            *([segment(glyphs.stale, "warn")] if stale else []),
            segment(("" if stale else " ") + safe.clip(row.headline, room), "muted" if done else "text"),
            *tail,
            segment(" ", "text"),
        ]

    def _origin(self, row: ClaimRow) -> str:
        """Return the outlet's short name, or the beginning of the title if there is no outlet."""
        return (
            short_outlet(safe.line(row.outlet)) if row.outlet else safe.clip(row.document_title, OUTLET_WIDTH)
        )

    def _relations(self, row: ClaimRow) -> str:
        signs = self._glyphs.relation
        if row.conflicts:
            return f"{signs[Relation.CONFLICT]}{min(row.conflicts, 99):<2}"
        return f"{signs[Relation.COMPATIBLE]}{min(row.matches, 99):<2}" if row.matches else "   "
