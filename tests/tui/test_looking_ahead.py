"""What the next key may bring is read while nobody types, and read anew once it says something else."""

import pytest
from screen_tools import pane_text, plain_sentences, press, until

from kzcheck.domain import ClaimQuery, Sort

PAIR = (
    "Rents and wages\n\nRents rose 12 percent and wages fell 8 percent. The market sold 40 tonnes of wheat."
)


@pytest.fixture
def reads(monkeypatch):
    """Note which claims the panes read from the desk."""
    from kzcheck.desk import Desk

    noted = []
    read = Desk.in_place

    def in_place(desk, claim_id):
        noted.append(claim_id)
        return read(desk, claim_id)

    monkeypatch.setattr(Desk, "in_place", in_place)
    return noted


@pytest.fixture
def pair(desk_with, tmp_path):
    """Make a desk with two claims of one sentence and one of another; return it and their ids."""
    (tmp_path / "article.txt").write_text(PAIR, "utf-8")
    desk = desk_with([])
    desk.add([str(tmp_path / "article.txt")])
    rows = desk.page(ClaimQuery(sort=Sort.DOCUMENT), limit=50)
    return desk, [next(row.id for row in rows if word in row.headline) for word in ("12", "8 ", "40")]


def rested(app, reads):
    """Return whether all that is likely has been read."""
    return {row.id for row in app.review.claims.likely} <= set(reads)


@pytest.mark.parametrize("key", ["j", "u"])
async def test_the_next_claim_is_told_of_without_reading_it_again(desk_with, app_on, reads, key):
    app = app_on(desk_with(plain_sentences(9)))
    async with app.run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: rested(app, reads))
        below = app.review.claims.loaded[1].id
        await press(pilot, key)
        assert app.review.panes.claim.id == below
        assert "Field 1 of the survey counted 11 wells." in pane_text(app, "source")
        assert reads.count(below) == 1


async def test_nothing_is_read_or_painted_once_all_that_is_likely_has_been(desk_with, app_on, reads):
    app = app_on(desk_with(plain_sentences(9)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        await until(pilot, lambda: rested(app, reads))
        assert len(reads) == 3
        await until(pilot, lambda: not app.review._ahead._timer._active.is_set())
        await press(pilot)
        assert len(reads) == 3


async def test_a_claim_worded_anew_or_taken_off_is_not_told_of_as_it_was_read_ahead(pair, app_on, reads):
    desk, (rents, wages, _) = pair
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        app.review.claims.go_to(app.review.claims.row_of(rents))
        await until(pilot, lambda: rested(app, reads))
        app.review.panes.look_ahead([app.review.claims.row_of(wages)])
        desk.set_headline(rents, "Rents are another word")
        app.review.claims.go_to(app.review.claims.row_of(wages))
        await pilot.pause()
        assert "Rents are another word" in pane_text(app, "source")
        app.review.panes.look_ahead([app.review.claims.row_of(rents)])
        desk.drop_claim(wages)
        app.review.claims.go_to(app.review.claims.row_of(rents))
        await pilot.pause()
        assert "8 percent" not in pane_text(app, "source").partition("value")[2]


async def test_what_a_colleague_words_anew_is_not_told_of_as_it_was_read_ahead(pair, app_on):
    desk, (rents, wages, other) = pair
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        app.review.claims.go_to(app.review.claims.row_of(other))
        app.review.panes.look_ahead([app.review.claims.row_of(wages)])
        with desk.sibling() as colleague:
            colleague.set_headline(rents, "Rents are another word")
        app.review.claims.go_to(app.review.claims.row_of(wages))
        await pilot.pause()
        assert "Rents are another word" in pane_text(app, "source")
