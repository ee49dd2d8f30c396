"""What each command does that decides, cites or compares, as the desk tells it."""

from command_stage import URL, Row, row
from screen_tools import HOSTILE, until

from kzcheck.domain import Relation, Status
from kzcheck.tui.screens.compare import CompareScreen
from kzcheck.tui.screens.conflicts import ConflictsScreen
from kzcheck.tui.screens.kept import KeptScreen
from kzcheck.tui.widgets.detail_tabs import Tab

DECIDING: dict[str, Row] = {}


# -- deciding -----------------------------------------------------------------------------------


@row(DECIDING, "verify", "dispute")
async def _with_source(stage, command):
    await stage.do()
    await stage.paste(f"{URL}\n{HOSTILE[0]}", "enter")
    assert stage.status(0) is {"verify": Status.VERIFIED, "dispute": Status.DISPUTED}[command]
    (citation,) = stage.desk.citations_of(stage.ids[0])
    assert (citation.reference, citation.passage) == (URL, HOSTILE[0])
    assert stage.here == stage.ids[1]


@row(DECIDING, "needs_context", "unproven", "not_checkable", "later")
async def _without_source(stage, command):
    await stage.do()
    assert stage.status(0) is Status(command.replace("_", "-"))
    assert stage.here == stage.ids[1]


@row(DECIDING, "select")
async def _select(stage):
    await stage.do("j", stage.key, "u")
    assert [stage.status(n) is Status.UNPROVEN for n in range(4)] == [True, False, True, False]


@row(DECIDING, "select_range")
async def _select_range(stage):
    await stage.press("space", "j")
    await stage.do("u")
    assert [stage.status(n) is Status.UNPROVEN for n in range(4)] == [True, True, True, False]


@row(DECIDING, "select_all")
async def _select_all(stage):
    await stage.do("u", "1")
    assert stage.desk.tally().done == len(stage.ids)


@row(DECIDING, "select_cluster")
async def _select_cluster(stage):
    await stage.press("equals_sign")
    await stage.do("u")
    assert stage.status(0) is stage.status(len(HOSTILE)) is Status.UNPROVEN
    assert stage.desk.tally().done == 2


@row(DECIDING, "drop_claim")
async def _drop(stage):
    await stage.do()
    assert stage.total() == len(stage.ids) - 1
    assert stage.here == stage.ids[1]


@row(DECIDING, "add_claim")
async def _add_claim(stage):
    await stage.do("space", "w", "w", "enter")
    assert stage.total() == len(stage.ids) + 1
    assert stage.here not in stage.ids


@row(DECIDING, "undo")
async def _undo(stage):
    await stage.press("u")
    await stage.do()
    assert stage.status(0) is Status.OPEN
    assert stage.here == stage.ids[0]


@row(DECIDING, "redo")
async def _redo(stage):
    await stage.press("u", "z")
    await stage.do()
    assert stage.status(0) is Status.UNPROVEN


# -- evidence -----------------------------------------------------------------------------------


@row(DECIDING, "cite")
async def _cite(stage):
    await stage.do()
    await stage.paste(HOSTILE[5], "enter")
    assert [each.reference for each in stage.desk.citations_of(stage.ids[0])] == [HOSTILE[5]]
    assert stage.status(0) is Status.OPEN


@row(DECIDING, "cite_again")
async def _cite_again(stage):
    stage.desk.cite(stage.ids[1], URL, title=HOSTILE[0])
    await stage.do()
    assert [each.title for each in stage.desk.citations_of(stage.ids[0])] == [HOSTILE[0]]


async def _kept(stage):
    """Have a hostile page cited for the first claim."""
    page = stage.folder / "page.txt"
    page.write_text(f"{HOSTILE[0]} \x1b[31m.\n\nIt has 10 wells.\n", "utf-8")
    cited = stage.desk.cite(stage.ids[0], str(page), title=HOSTILE[0])
    stage.app.review.claims.refresh_rows([stage.ids[0]])
    await stage.press("j", "k")
    return cited


@row(DECIDING, "fetch")
async def _fetch(stage):
    stage.server.expect_request("/page").respond_with_data(
        f"{HOSTILE[0]}: 10 wells", content_type="text/plain"
    )
    stage.desk.cite(stage.ids[0], stage.server.url_for("/page"))
    stage.app.review.claims.refresh_rows([stage.ids[0]])
    await stage.do()
    await stage.rest()
    assert stage.desk.citations_of(stage.ids[0])[0].snapshot is not None


@row(DECIDING, "kept_page")
async def _kept_page(stage):
    cited = await _kept(stage)
    stage.desk.evidence.look(cited.id, may_read_files=True)
    await stage.do()
    assert isinstance(stage.app.screen, KeptScreen)
    await stage.press("slash", *"10", "enter", "s", "enter")
    await stage.rest()
    assert stage.desk.citations_of(stage.ids[0])[0].passage == "It has 10 wells."


@row(DECIDING, "correct")
async def _correct(stage):
    await _kept(stage)
    await stage.do("end", "X", "enter")
    assert stage.desk.citations_of(stage.ids[0])[0].title == HOSTILE[0] + "X"


@row(DECIDING, "rationale")
async def _rationale(stage):
    await stage.do()
    await stage.paste(HOSTILE[0], "enter")
    assert stage.desk.status(stage.ids[0]).rationale == HOSTILE[0]


@row(DECIDING, "headline")
async def _headline(stage):
    await stage.do("end", "X", "enter")
    assert stage.desk.claim(stage.ids[0]).headline == HOSTILE[0] + "X"


# -- matches ------------------------------------------------------------------------------------


@row(DECIDING, "same", "not_same", "compatible", "conflict")
async def _decide(stage, command):
    wanted = {
        "same": Relation.DUPLICATE,
        "not_same": Relation.DIFFERENT,
        "compatible": Relation.COMPATIBLE,
        "conflict": Relation.CONFLICT,
    }
    await stage.do()
    assert stage.desk.matches_of(stage.ids[0])[0].decision is wanted[command]


@row(DECIDING, "inherit")
async def _inherit(stage):
    stage.desk.mark([stage.ids[len(HOSTILE)]], Status.UNPROVEN)
    await stage.press("j", "k")
    await stage.do()
    assert stage.status(0) is Status.UNPROVEN


@row(DECIDING, "compare")
async def _compare(stage):
    await stage.do()
    assert isinstance(stage.app.screen, CompareScreen)
    await stage.press("equals_sign")
    assert stage.desk.matches_of(stage.ids[0])[0].decision is Relation.DUPLICATE


@row(DECIDING, "queue")
async def _queue(stage):
    waiting = len(stage.desk.undecided(limit=100))
    await stage.do("tilde", "exclamation_mark")
    assert len(stage.desk.undecided(limit=100)) == waiting - 2


@row(DECIDING, "contradictions")
async def _contradictions(stage):
    await stage.do()
    await until(stage.pilot, lambda: isinstance(stage.app.screen, ConflictsScreen))
    await stage.rest()
    listed = {line.row.id for line in stage.app.screen.rows.held}
    assert listed == {side.row.id for one in stage.desk.conflicts() for side in one.sides}
    await stage.press("G", "a")
    assert stage.here in listed


@row(DECIDING, "matches")
async def _matches(stage):
    await stage.press("right")
    await stage.do()
    assert stage.tab is Tab.MATCHES
    assert stage.desk.matches_of(stage.ids[0])
