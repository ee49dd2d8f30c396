"""What was written in a dialog and could not be stored is asked for again."""

import pytest
from screen_tools import THREE, ids, press, screen_lines, type_words

from kzcheck.domain import CitationKind, ClaimQuery, KzcheckError, Status

FULL = "the disk is full: nothing was kept; make room"


def refuse(*_args, **_named):
    raise KzcheckError(FULL)


@pytest.mark.parametrize(("key", "deed"), [("r", "set_rationale"), ("e", "set_headline")])
async def test_words_that_could_not_be_kept_are_asked_for_again_and_kept_once_that_can_be_done(
    desk_with, app_on, monkeypatch, key, deed
):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, _, _ = ids(desk, app)
        await press(pilot, key)
        with monkeypatch.context() as full:
            full.setattr(desk, deed, refuse)
            await press(pilot, "end", "a", "b", "enter")
            assert FULL in "\n".join(screen_lines(app))
        await press(pilot, "end", "c", "enter")
        kept = desk.status(first).rationale if key == "r" else desk.claim(first).headline
        assert kept.endswith("abc")


async def test_a_source_that_could_not_be_kept_is_asked_for_again_as_it_was_written(
    desk_with, app_on, monkeypatch
):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, _, _ = ids(desk, app)
        await press(pilot, "d")
        await type_words(pilot, "box 7")
        await press(pilot, "tab")
        await type_words(pilot, "counted")
        await press(pilot, "tab")
        await type_words(pilot, "79 wells")
        await press(pilot, "f2")
        with monkeypatch.context() as full:
            full.setattr(desk, "mark", refuse)
            await press(pilot, "enter")
            assert FULL in "\n".join(screen_lines(app))
        await press(pilot, "enter")
        (source,) = desk.citations_of(first)
        assert (source.reference, source.passage, source.kind) == ("box 7", "79 wells", CitationKind.PRIMARY)
        assert desk.status(first).status is Status.DISPUTED
        assert desk.status(first).rationale == "counted"


async def test_a_recent_source_that_could_not_be_kept_is_meant_again(desk_with, app_on, monkeypatch):
    desk = desk_with(THREE)
    _, second, _ = [row.id for row in desk.page(ClaimQuery())]
    desk.cite(second, "box 7", title="The count")
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, _, _ = ids(desk, app)
        await press(pilot, "v")
        with monkeypatch.context() as full:
            full.setattr(desk, "mark", refuse)
            await press(pilot, "enter")
        await press(pilot, "enter")
        (source,) = desk.citations_of(first)
        assert (source.reference, source.title) == ("box 7", "The count")


async def test_why_it_could_not_be_stored_and_the_keys_show_in_80x24_beside_many_sources(
    desk_with, app_on, monkeypatch
):
    quote = "The survey counted 80 wells" + " and found that nothing else stood there" * 8
    desk = desk_with([(f"{quote}.", quote, "80 wells", 0.9), ("It had 7 wells.", "7 wells", "7 wells", 0.5)])
    _, second = [row.id for row in desk.page(ClaimQuery())]
    for number in range(9):
        desk.cite(second, f"https://example.org/{number}")
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        monkeypatch.setattr(desk, "mark", refuse)
        await type_words(pilot, "box")
        await press(pilot, "enter")
        shown = "\n".join(screen_lines(app))
        assert all(words in shown for words in ("Disputed", FULL, "nothing else stood", "Esc back"))
