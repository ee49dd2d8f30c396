"""Each deciding key through Pilot, and what it did as the desk tells it."""

import pytest
from screen_tools import THREE, document_of, ids, press, screen_lines, type_words

from kzcheck.desk import Desk
from kzcheck.domain import Action, ClaimQuery, Metadata, Relation, Status
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.keymap import resolve
from kzcheck.tui.screens.citation import CitationDialog
from kzcheck.tui.screens.review import ReviewScreen


def paste(pilot, text):
    from textual.events import Paste

    pilot.app.post_message(Paste(text))


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("t", Status.NEEDS_CONTEXT),
        ("u", Status.UNPROVEN),
        ("x", Status.NOT_CHECKABLE),
        ("l", Status.LATER),
    ],
)
async def test_one_key_decides_and_moves_on(desk_with, app_on, key, status):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, second, _ = ids(desk, app)
        await press(pilot, key)
        assert desk.status(first).status is status
        assert app.review.claims.current.id == second
        assert "80 wells" in app.review.messages.words


@pytest.mark.parametrize(("key", "status"), [("v", Status.VERIFIED), ("d", Status.DISPUTED)])
async def test_a_verdict_that_needs_a_source_asks_for_it_then_marks_and_moves_on(
    desk_with, app_on, key, status
):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, second, _ = ids(desk, app)
        await press(pilot, key)
        assert isinstance(app.screen, CitationDialog)
        assert desk.status(first).status is Status.OPEN
        paste(pilot, "https://example.org/wells")
        await press(pilot, "enter")
        assert isinstance(app.screen, ReviewScreen)
        assert desk.status(first).status is status
        (citation,) = desk.citations_of(first)
        assert citation.reference == "https://example.org/wells"
        assert citation.stance.value == ("supports" if key == "v" else "contradicts")
        assert app.review.claims.current.id == second


async def test_a_source_cited_again_contradicts_the_claim_that_is_then_disputed_and_the_screen_says_so(
    desk_with, app_on
):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        first, second, _ = ids(desk, app)
        desk.cite(second, "box 7")
        await press(pilot, "C")
        assert [citation.stance.value for citation in desk.citations_of(first)] == ["supports"]
        await press(pilot, "d")
        assert desk.status(first).status is Status.DISPUTED
        assert [citation.stance.value for citation in desk.citations_of(first)] == ["contradicts"]
        assert "disputed, its source now contradicts it: 80 wells" in "\n".join(screen_lines(app))
        await press(pilot, "k", "C")
        assert [citation.stance.value for citation in desk.citations_of(first)] == ["contradicts"]
        await press(pilot, "c")
        assert "contradicts" in "\n".join(screen_lines(app))


async def test_a_verdict_in_place_of_a_colleagues_names_it(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        first, _, _ = ids(desk, app)
        with Desk.open(desk.path, reviewer="dana") as colleague:
            colleague.mark([first], Status.UNPROVEN)
        await press(pilot, "x")
        assert app.review.messages.words.startswith("not checkable in place of dana’s unproven: ")
        await press(pilot, "k", "t")
        assert app.review.messages.words.startswith("needs context: ")


async def test_leaving_the_citation_dialog_decides_nothing(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        await press(pilot, "v", "escape")
        assert isinstance(app.screen, ReviewScreen)
        assert desk.tally().done == 0


async def test_a_quick_hand_loses_no_key(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, second, third = ids(desk, app)
        desk.cite(first, "one")
        for keys in (("j", "d", "1", "enter"), ("v", "b", "o", "x", "enter")):
            for key in keys:
                app.simulate_key(key)
            await pilot.pause()
            await pilot.pause()
        assert desk.status(second).status is Status.DISPUTED
        assert desk.status(third).status is Status.VERIFIED
        assert [citation.reference for citation in desk.citations_of(third)] == ["box"]


async def test_enter_without_words_takes_the_source_used_last(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, second, _ = ids(desk, app)
        desk.cite(first, "archive box 7")
        await press(pilot, "j", "d", "enter")
        assert [citation.reference for citation in desk.citations_of(second)] == ["archive box 7"]
        assert desk.status(second).status is Status.DISPUTED


async def test_a_paste_of_several_lines_is_the_source_and_its_words(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, *_ = ids(desk, app)
        await press(pilot, "c")
        paste(pilot, "https://example.org/a\nThe field\nheld 80 wells.\x1b[31m")
        await press(pilot, "f2", "f3", "enter")
        (citation,) = desk.citations_of(first)
        assert citation.passage == "The field held 80 wells.␛[31m"
        assert (citation.kind.value, citation.stance.value) == ("primary", "contradicts")
        assert desk.status(first).status is Status.OPEN


async def test_a_digit_within_an_address_is_typed_not_chosen(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, second, _ = ids(desk, app)
        desk.cite(first, "one")
        await press(pilot, "j", "c")
        await type_words(pilot, "box 1")
        await press(pilot, "enter")
        assert [citation.reference for citation in desk.citations_of(second)] == ["box 1"]


async def test_a_rationale_is_kept_and_can_be_changed(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, *_ = ids(desk, app)
        await press(pilot, "r")
        await type_words(pilot, "seen it")
        await press(pilot, "enter")
        assert desk.status(first).rationale == "seen it"
        await press(pilot, "r")
        await type_words(pilot, "!")
        await press(pilot, "enter")
        assert desk.status(first).rationale == "seen it!"


async def test_the_headline_can_be_edited(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, *_ = ids(desk, app)
        await press(pilot, "e")
        await type_words(pilot, " in all")
        await press(pilot, "enter")
        assert desk.claim(first).headline == "80 wells in all"
        assert app.review.claims.current.headline == "80 wells in all"


async def test_a_verdict_marks_all_that_are_selected_and_one_undo_takes_it_back(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        every = ids(desk, app)
        await press(pilot, "space", "space", "x")
        assert [desk.status(claim).status.value for claim in every] == [
            "not-checkable",
            "not-checkable",
            "open",
        ]
        assert app.review.claims.current.id == every[2]
        await press(pilot, "z")
        assert desk.tally().done == 0
        assert app.review.claims.current.id == every[0]
        await press(pilot, "Z")
        assert desk.tally().done == 2


async def test_an_open_claim_under_the_cursor_is_not_passed_over_when_others_are_decided(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        _, second, _ = ids(desk, app)
        await press(pilot, "space", "x")
        assert app.review.claims.current.id == second
        await press(pilot, "x")
        assert desk.status(second).status is Status.NOT_CHECKABLE


async def test_undo_says_what_it_took_back_and_goes_there(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, *_ = ids(desk, app)
        await press(pilot, "u", "z")
        assert desk.status(first).status is Status.OPEN
        assert app.review.claims.current.id == first
        assert app.review.messages.words == "taken back: unproven: 80 wells"
        assert desk.log(1)[0].action is Action.UNDO


async def test_undo_with_nothing_to_undo_is_a_message(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        await press(pilot, "z")
        assert "nothing" in app.review.messages.words


async def test_a_disabled_command_says_why(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        await press(pilot, "equals_sign")
        assert app.review.messages.words == "this claim has no match"
        await press(pilot, "C")
        assert app.review.messages.words == "nothing has been cited on this desk yet"


async def test_who_has_cited_nothing_is_told_so_where_others_have(desk_with, app_on):
    from kzcheck.desk import Desk

    desk = desk_with(THREE)
    first, second = (row.id for row in desk.page(ClaimQuery(), limit=2))
    desk.cite(second, "https://example.org/a")
    with Desk.open(desk.path, reviewer="bota") as other:
        app = app_on(other)
        async with app.run_test(size=(100, 30)) as pilot:
            await press(pilot, "C")
            assert app.review.messages.words == "you have not cited anything on this desk yet; c cites"
            assert other.citations_of(first) == []


async def test_marking_the_last_open_claim_says_so(desk_with, app_on):
    desk = desk_with(THREE[:1])
    app = app_on(desk)
    async with app.run_test() as pilot:
        await press(pilot, "x")
        assert "nothing here is open any more" in app.review.messages.words


async def test_active_seconds_come_from_the_sitting(desk_with):
    desk = desk_with(THREE)
    seconds = [0.0]
    app = KzcheckApp(desk, seconds=lambda: seconds[0])
    async with app.run_test() as pilot:
        first, *_ = ids(desk, app)
        seconds[0] = 12.5
        await press(pilot, "x")
        assert desk.status(first).active_seconds == 12.5


async def test_on_an_empty_desk_every_key_says_what_is_missing(desk_with, app_on):
    app = app_on(desk_with())
    async with app.run_test() as pilot:
        for key in "vdtuxlcCre=!moyw":
            await press(pilot, {"=": "equals_sign", "!": "exclamation_mark"}.get(key, key))
            assert app.review.messages.words == "no claim is under the cursor"
        await press(pilot, "j", "k", "g", "G", "n", "N", "pagedown", "pageup", "s", "escape")


async def test_a_verdict_without_a_source_needs_a_reason_and_keeps_it(desk_with, app_on):
    desk = desk_with(THREE)
    app = app_on(desk)
    async with app.run_test() as pilot:
        first, *_ = ids(desk, app)
        await press(pilot, "v", "f4")
        assert isinstance(app.screen, CitationDialog)
        await type_words(pilot, "plain arithmetic")
        await press(pilot, "f4")
        assert desk.status(first).status is Status.VERIFIED
        assert desk.status(first).override_reason == "plain arithmetic"
        assert desk.citations_of(first) == []


@pytest.mark.parametrize("preset", ["prodigy", "rayyan"])
async def test_a_preset_moves_the_keys(desk_with, preset):
    desk = desk_with(THREE)
    app = KzcheckApp(desk, keymap=resolve(preset))
    async with app.run_test() as pilot:
        await press(pilot, {"prodigy": "a", "rayyan": "i"}[preset])
        assert isinstance(app.screen, CitationDialog)


async def test_same_and_not_same_decide_the_match_with_one_key(desk_with, app_on):
    desk = desk_with(THREE)
    other = [("The field held 80 wells in those days.", "80 wells", "80 wells", 0.95)]
    desk.add_documents([document_of(other, Metadata(title="Again", outlet="Vlast"))])
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        first = app.review.claims.current
        assert first.matches + first.conflicts > 0
        await press(pilot, "exclamation_mark")
        assert desk.matches_of(first.id)[0].decision is Relation.DIFFERENT
        await press(pilot, "z", "equals_sign")
        assert desk.matches_of(first.id)[0].decision is Relation.DUPLICATE
        other_end = desk.matches_of(first.id)[0].other.id
        for end in (first.id, other_end):
            app.review.claims.go_to(app.review.claims.row_of(end))
            await press(pilot, "exclamation_mark", "z")
            assert app.review.messages.words.startswith("taken back: not the same: ")
            assert app.review.claims.current.id == end
