"""What is said of a key: until a key brings another claim, and in words also where a decision was turned."""

import pytest
from screen_tools import document_of, pane_text, plain_sentences, press, until

from kzcheck.domain import Metadata, Relation


async def test_a_message_goes_with_the_key_that_brings_another_claim(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(5)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        assert app.review.messages.words == "unproven: 10 wells in field 0"
        await press(pilot, "w", "J")
        assert app.review.messages.words == "unproven: 10 wells in field 0"
        await press(pilot, "j")
        assert app.review.messages.words == ""


async def test_a_message_goes_with_the_click_on_another_claim(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(5)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u")
        await pilot.click("#claims", offset=(10, 4))
        await pilot.pause()
        assert app.review.messages.words == ""


async def test_what_a_key_says_of_the_claim_it_brought_stays(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(5)))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "u", "j", "z")
        assert app.review.messages.words == "taken back: unproven: 10 wells in field 0"


async def test_the_history_says_which_decision_was_taken_back_and_put_back(desk_with, app_on):
    app = app_on(desk_with(plain_sentences(3)))
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "u", "z", "Z", "g", "left", "left")
        told = pane_text(app, "details")
        assert "took back: open to unproven" in told
        assert "put back: open to unproven" in told


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_next_match_stands_at_the_top_without_the_one_before(desk_with, app_on, size):
    desk = desk_with([("The field had 10 wells.", "10 wells", "10 wells", 0.9)])
    for n in (20, 30, 40):
        sentence = f"The field had {n} wells, " + "as a very long sentence goes on to say, " * 6
        about = Metadata(title=f"Paper {n}", outlet=f"Paper {n}")
        desk.add_documents([document_of([(sentence, f"{n} wells", f"{n} wells", 0.5)], about)])
    first, *others = (row.id for row in desk.page(app_on(desk).review.claims.query_now))
    for other in others:
        desk.decide(first, other, Relation.CONFLICT)
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        heads = []
        for _ in range(4):
            heads.append(pane_text(app, "details").splitlines()[1].split()[4:6])
            before = app.review.panes.match
            await press(pilot, "m")
            await until(pilot, lambda before=before: app.review.panes.match is not before)
        assert sorted(map(tuple, heads[:3])) == [("20", "wells"), ("30", "wells"), ("40", "wells")]
        assert heads[3] == heads[0]
