"""What each command does that moves, finds, looks, or works on the desk."""

import asyncio

from command_stage import URL, Row, row
from screen_tools import HOSTILE, pane_text, until

from kzcheck.domain import ClaimQuery, Sort, Status
from kzcheck.tui.screens.documents import DocumentsScreen
from kzcheck.tui.screens.keys import KeysScreen
from kzcheck.tui.screens.orphans import OrphansScreen
from kzcheck.tui.screens.work import WorkScreen
from kzcheck.tui.widgets.detail_tabs import Tab

LONG = 3
"""Which row has the text that fills more than its pane."""
SEALS = "Seals\n\nThe survey of the bay [/] counted 1,250 seals in May \x1b[31m.\n"

LOOKING: dict[str, Row] = {}


# -- moving and finding ---------------------------------------------------------------------------


@row(LOOKING, "down", "up", "first", "last", "page_down", "page_up")
async def _move(stage, command):
    at = {"down": 5, "up": 3, "first": 0, "last": -1, "page_down": 11, "page_up": 0}[command]
    await stage.press("j", "j", "j", "j")
    await stage.do()
    here = stage.ids.index(stage.here)
    if command == "page_down":
        assert here > 5
    else:
        assert stage.here == stage.ids[at]


@row(LOOKING, "next_open", "previous_open")
async def _open_beside(stage, command):
    stage.desk.mark([stage.ids[n] for n in (3, 5)], Status.UNPROVEN)
    await stage.press("f", "2", "g", "j", "j", "j", "j")
    await stage.do()
    assert stage.here == stage.ids[6 if command == "next_open" else 2]


@row(LOOKING, "search")
async def _search(stage):
    await stage.do()
    await stage.paste("Қазақстан", "enter", "u")
    assert [stage.status(n) for n in (4, 4 + len(HOSTILE))].count(Status.UNPROVEN) == 1
    assert stage.desk.tally().done == 1


@row(LOOKING, "filter")
async def _filter(stage):
    stage.desk.mark([stage.ids[2]], Status.LATER)
    await stage.do("3")
    assert [each.id for each in stage.app.review.claims.loaded] == [stage.ids[2]]


@row(LOOKING, "sort")
async def _sort(stage):
    await stage.do(stage.key)
    query = stage.app.review.claims.query_now
    assert query.sort is Sort.VALUE
    assert stage.here in stage.ids
    assert stage.app.review.claims.loaded[0].id == stage.desk.page(query, limit=1)[0].id


@row(LOOKING, "clear")
async def _clear(stage):
    await stage.press("slash", *"family", "enter")
    assert len(stage.app.review.claims.loaded) == 2
    await stage.do()
    assert len(stage.app.review.claims.loaded) == len(stage.ids)


# -- looking --------------------------------------------------------------------------------------


@row(LOOKING, "why", "next_tab", "previous_tab")
async def _tabs(stage, command):
    await stage.do()
    wanted = {"why": Tab.WHY, "next_tab": Tab.CITATIONS, "previous_tab": Tab.WHY}
    assert stage.tab is wanted[command]


@row(LOOKING, "claims_pane", "source_pane")
async def _panes(stage, command):
    await stage.press("2" if command == "claims_pane" else "1")
    await stage.do()
    assert stage.focus == command.removesuffix("_pane")


@row(LOOKING, "matches_pane", "citations_pane", "history_pane", "why_pane")
async def _tab_panes(stage, command):
    await stage.press("1", "right", "right")
    await stage.do()
    assert stage.focus == "details"
    assert stage.tab is Tab[command.removesuffix("_pane").upper()]


@row(LOOKING, "scroll_down", "scroll_up")
async def _scroll(stage, command):
    await stage.press(*["j"] * LONG)
    top = pane_text(stage.app, "source")
    await stage.press("J")
    below = pane_text(stage.app, "source")
    await stage.do()
    assert (pane_text(stage.app, "source") == top) is (command == "scroll_up")
    assert below != top


@row(LOOKING, "article")
async def _article(stage):
    await stage.do("u")
    assert stage.app.review.reading.is_on
    assert f"1 of {len(HOSTILE)} checked" in pane_text(stage.app, "article")
    assert stage.status(0) is Status.UNPROVEN


@row(LOOKING, "open_source")
async def _open_source(stage):
    await stage.do()
    assert stage.opened == [URL]


@row(LOOKING, "copy")
async def _copy(stage):
    stage.desk.cite(stage.ids[0], URL, title=HOSTILE[1])
    await stage.do()
    assert stage.app.clipboard.startswith("“10 wells”\n")
    assert URL in stage.app.clipboard
    assert "\x1b" not in stage.app.clipboard


# -- the desk -------------------------------------------------------------------------------------


@row(LOOKING, "documents")
async def _documents(stage):
    await stage.do()
    assert isinstance(stage.app.screen, DocumentsScreen)
    await stage.press("j", "enter")
    assert [each.id for each in stage.app.review.claims.loaded] == stage.ids[len(HOSTILE) :]


@row(LOOKING, "orphans")
async def _orphans(stage):
    path = stage.folder / "seals.txt"
    path.write_text(SEALS, "utf-8")
    stage.desk.add([str(path)])
    found = [each.id for each in stage.desk.page(ClaimQuery(), limit=100) if each.value == 1250]
    stage.desk.mark(found, Status.UNPROVEN)
    path.write_text("Seals\n\nCrews of the coast guard met a great many animals on the ice.\n", "utf-8")
    stage.desk.add([str(path)])
    assert len(stage.desk.orphans()) == len(found) == 1
    await stage.do()
    await until(stage.pilot, lambda: isinstance(stage.app.screen, OrphansScreen))
    await stage.rest()
    await stage.press("minus")
    await stage.rest()
    assert stage.desk.orphans() == []


async def _over(stage):
    """Wait until the work in the background is over; another process does it."""
    work = stage.app.review._desk_work.background
    async with asyncio.timeout(60):
        while not work.finished or work.is_busy:
            await stage.pilot.app.workers.wait_for_complete()
            await stage.pilot.pause()


@row(LOOKING, "add")
async def _add(stage):
    path = stage.folder / "[red] wells.txt"
    path.write_text(SEALS, "utf-8")
    await stage.do()
    await stage.paste(f"'{path}'", "enter")
    await _over(stage)
    assert [document.source for document in stage.desk.documents()][-1] == str(path)


@row(LOOKING, "export")
async def _export(stage):
    await stage.press("u")
    path = stage.folder / "[red] verdicts.csv"
    await stage.do("1", "home", "ctrl+k")
    await stage.paste(str(path), "enter")
    await _over(stage)
    assert stage.ids[0] in path.read_text("utf-8")


@row(LOOKING, "work")
async def _work(stage):
    await stage.do()
    assert isinstance(stage.app.screen, WorkScreen)


@row(LOOKING, "keys")
async def _keys(stage):
    await stage.do()
    assert isinstance(stage.app.screen, KeysScreen)


@row(LOOKING, "theme")
async def _theme(stage):
    before = stage.app.theme
    await stage.do()
    assert stage.app.theme != before


@row(LOOKING, "quit")
async def _quit(stage):
    await stage.press("j")
    await stage.do()
    assert stage.app.return_code == 0
    assert stage.ids[1] in stage.desk.setting("sitting of aizhan")
