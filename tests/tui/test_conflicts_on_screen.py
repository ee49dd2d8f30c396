"""The view of contradictions: by measure, on every window, and the way from there to a claim and back."""

import pytest
from screen_tools import HOSTILE, document_of, plain_sentences, press, screen_lines, until, widths

from kzcheck.domain import ClaimQuery, Metadata, Relation, Status
from kzcheck.tui.screens.compare import CompareScreen
from kzcheck.tui.screens.conflicts import ConflictsScreen
from kzcheck.tui.screens.review import ReviewScreen


@pytest.fixture
def desk(desk_with):
    """Three papers with three figures, two of them verified, and one more that says what another says."""
    desk = desk_with()
    for outlet, wells in (("Alpha", 10), ("Beta", 20), ("Gamma", 30), ("Delta", 30)):
        about = Metadata(title=outlet, outlet=outlet, published="2026-02-01")
        words = f"{wells} wells in the field"
        desk.add_documents([document_of([(f"{outlet} counts {words}.", words, words, 0.5)], about)])
    ids = {row.outlet: row.id for row in desk.page(ClaimQuery())}
    desk.decide(ids["Alpha"], ids["Beta"], Relation.CONFLICT)
    desk.decide(ids["Alpha"], ids["Gamma"], Relation.CONFLICT)
    desk.decide(ids["Gamma"], ids["Delta"], Relation.DUPLICATE)
    desk.decide(ids["Beta"], ids["Gamma"], Relation.DIFFERENT)
    return desk


def ids_of(desk):
    return {row.outlet: row.id for row in desk.page(ClaimQuery())}


async def opened(pilot):
    await press(pilot, "W")
    await until(pilot, lambda: isinstance(pilot.app.screen, ConflictsScreen))
    await until(pilot, lambda: not pilot.app.screen.rows.is_reading)
    return pilot.app.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_who_says_what_when_and_which_is_checked_stands_on_one_screen(desk, app_on, size):
    desk.mark([ids_of(desk)["Alpha"]], Status.UNPROVEN)
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        shown = "\n".join(screen_lines(app))
        alpha = next(line for line in screen_lines(app) if "Alpha" in line)
        assert "?" in alpha
        assert "10" in alpha
        assert "2026-02-01" in alpha
        assert all(outlet in shown for outlet in ("Beta", "Gamma", "Delta"))
        assert "1 measure" in shown


async def test_verdicts_that_differ_on_like_claims_are_an_alarm_on_top_and_in_the_header(desk, app_on):
    ids = ids_of(desk)
    desk.mark([ids["Gamma"]], Status.UNPROVEN)
    app = app_on(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.review.claims.go_to(app.review.claims.row_of(ids["Delta"]))
        await press(pilot, "x")
        await until(pilot, lambda: app.review.messages.words)
        assert "at odds with Gamma: unproven; W shows it" in app.review.messages.words
        await until(pilot, lambda: "1 at odds" in screen_lines(app)[0])
        screen = await opened(pilot)
        assert [line.row.outlet for line in screen.rows.held if line.is_alarm] == ["Gamma", "Delta"]
        assert "verdicts differ" in "\n".join(screen_lines(app))
        await press(pilot, "escape", "z")
        await until(pilot, lambda: "at odds" not in screen_lines(app)[0])


async def test_a_goes_to_the_claim_even_when_the_list_does_not_hold_it(desk, app_on):
    ids = ids_of(desk)
    desk.mark([ids["Gamma"]], Status.UNPROVEN)
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        for _ in range(len(screen.rows.held)):
            if screen.rows.current.row.id == ids["Gamma"]:
                break
            await press(pilot, "j")
        await press(pilot, "a")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        assert app.review.claims.current.id == ids["Gamma"]


async def test_enter_compares_a_claim_with_one_it_contradicts(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        listed = (await opened(pilot)).rows.held
        pair = frozenset((listed[0].row.id, listed[0].other))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, CompareScreen))
        await press(pilot, "exclamation_mark")
        await until(pilot, lambda: "different: not about the same" in app.screen.messages.words)
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(app.screen, ConflictsScreen))
        await until(pilot, lambda: app.screen.rows.held is not listed)
        pairs = {frozenset((line.row.id, line.other)) for line in app.screen.rows.held}
        assert pair not in pairs


async def test_a_desk_without_contradictions_says_so_and_other_keys_say_that_they_do_nothing(
    desk_with, app_on
):
    app = app_on(desk_with(plain_sentences(2)))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await opened(pilot)
        assert "Nothing on this desk contradicts anything else." in "\n".join(screen_lines(app))
        await press(pilot, "v")
        assert screen.messages.words == "v does nothing here; Esc goes back"
        await press(pilot, "n", "enter", "a", "q")
        assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (200, 60)])
async def test_hostile_words_are_listed_within_the_window(desk_with, app_on, size):
    desk = desk_with()
    for number, words in enumerate(HOSTILE):
        about = Metadata(title=words, outlet=words, published=words)
        desk.add_documents([document_of([(f"Wells: {number} {words}.", words, f"{number}", 0.5)], about)])
    first, *others = (row.id for row in desk.page(ClaimQuery()))
    for other in others:
        desk.decide(first, other, Relation.CONFLICT)
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        await press(pilot, "G", "g", "n")
        assert widths(app) == {size[0]}
        assert not any("\x1b" in line for line in screen_lines(app))
