"""A sitting goes on where the last one ended, and says at its end what came of it."""

from screen_tools import plain_sentences, press, screen_lines

from kzcheck.domain import ClaimQuery, Relation, Sort, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.glyphs import ASCII, UNICODE
from kzcheck.tui.resuming import Place, keep, kept, plain, query_of
from kzcheck.tui.sitting import Sitting
from kzcheck.tui.summary import summary


async def test_the_next_sitting_begins_where_the_last_ended_even_in_the_middle_of_a_filter(desk_with, app_on):
    desk = desk_with(plain_sentences(60))
    async with app_on(desk).run_test(size=(100, 30)) as pilot:
        await press(pilot, "f", "2", "s", "slash", *"wells", "enter", "j", "j", "j")
        here = pilot.app.review.claims.current
        await press(pilot, "q")
    async with app_on(desk).run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        review = pilot.app.review
        assert review.claims.current.id == here.id
        assert review.claims.query_now.text == "wells"
        assert review.claims.query_now.sort is Sort.DOCUMENT
        assert review.query_one("#search").value == "wells"
        await press(pilot, "escape")
        assert review.claims.query_now.text == ""
        assert review.claims.query_now.statuses == ()


async def test_each_reviewer_has_a_place_of_their_own(desk_with, app_on):
    from kzcheck.desk import Desk

    desk = desk_with(plain_sentences(20))
    async with app_on(desk).run_test(size=(100, 30)) as pilot:
        await press(pilot, "G", "q")
    with Desk.open(desk.path, reviewer="bota") as other:
        async with app_on(other).run_test(size=(100, 30)) as pilot:
            assert pilot.app.review.claims.current.headline == "10 wells in field 0"


async def test_the_article_is_left_before_the_place_is_kept(desk_with, app_on):
    desk = desk_with(plain_sentences(20))
    async with app_on(desk).run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "a", "q")
    assert kept(desk).query == ClaimQuery(statuses=(Status.OPEN,))


def test_a_place_that_cannot_be_read_or_found_any_more_is_forgotten(desk_with):
    desk = desk_with(plain_sentences(3))
    for words in (
        "",
        "{",
        "[]",
        '{"query": {"statuses": ["nosuch"]}, "claim": 1, "typed": "", "before": null}',
    ):
        desk.set_setting("sitting of aizhan", words)
        assert kept(desk) is None


async def test_a_claim_that_is_gone_does_not_keep_the_screen_from_opening(desk_with, app_on):
    desk = desk_with(plain_sentences(3))
    keep(desk, Place(ClaimQuery(document="nosuchdoc"), "zzzzzz"))
    async with app_on(desk).run_test(size=(100, 30)) as pilot:
        assert len(pilot.app.review.claims.loaded) == 3


def test_a_query_is_kept_whole():
    query = ClaimQuery(
        text="a", statuses=(Status.OPEN,), relation=Relation.CONFLICT, min_value=3.5, sort=Sort.VALUE
    )
    assert query_of(plain(query)) == query


def test_the_summary_says_what_was_done_what_lacks_evidence_and_what_is_left(desk_with):
    desk = desk_with(plain_sentences(6))
    ids = [row.id for row in desk.page(ClaimQuery())]
    sitting = Sitting(lambda: 0.0)
    assert summary(desk, sitting, UNICODE) is None
    desk.mark(ids[:2], Status.UNPROVEN)
    desk.mark(ids[2:3], Status.VERIFIED, override="seen myself")
    desk.mark(ids[3:4], Status.UNPROVEN)
    desk.undo()
    desk.decide(ids[4], ids[5], Relation.CONFLICT)
    words = summary(desk, sitting, UNICODE).plain
    assert "3 claims decided: ✓ 1 verified, ? 2 unproven" in words
    assert "1 without evidence · 0 conflicts undecided · 3 of 6 claims still open" in words
    assert summary(desk, sitting, ASCII).plain.isascii()


async def test_the_goal_shows_how_near_it_is_is_said_when_reached_and_undo_takes_back(desk_with):
    desk = desk_with(plain_sentences(4))
    app = KzcheckApp(desk, goal=2)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "goal 0/2" in screen_lines(app)[0]
        await press(pilot, "u", "l")
        assert "goal 1/2" in screen_lines(app)[0]
        await press(pilot, "x")
        assert app.review.messages.words.endswith("the goal of this sitting is reached")
        assert "goal 2/2" in screen_lines(app)[0]
        await press(pilot, "z")
        assert "goal 1/2" in screen_lines(app)[0]
        await press(pilot, "Z", "q")
    assert "goal 2/2" in summary(desk, app.review._sitting, UNICODE).plain
