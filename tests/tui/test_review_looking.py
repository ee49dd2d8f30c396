"""Moving, finding and looking, through Pilot."""

import pytest
from screen_tools import pane_text, plain_sentences, press, screen_lines

from kzcheck.desk import Desk
from kzcheck.domain import Sort, Status
from kzcheck.tui.screens.ask import Choose
from kzcheck.tui.screens.keys import KeysScreen
from kzcheck.tui.screens.review import ReviewScreen
from kzcheck.tui.widgets.detail_tabs import Tab

MANY = plain_sentences(300)


async def test_the_cursor_walks_over_more_rows_than_are_held(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        claims = app.review.claims
        for n in range(1, 250):
            claims.move(1)
            assert claims.current.headline == f"{n + 10} wells in field {n}"
            assert claims.current in claims.shown
        for n in range(248, -1, -1):
            claims.move(-1)
            assert claims.current.headline == f"{n + 10} wells in field {n}"
            assert claims.current in claims.shown
        await pilot.pause()


async def test_g_goes_to_the_start_and_capital_g_to_the_end(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "G")
        assert app.review.claims.current.headline == "309 wells in field 299"
        await press(pilot, "j", "g")
        assert app.review.claims.current.headline == "10 wells in field 0"
        await press(pilot, "G", "k", "k")
        assert app.review.claims.current.headline == "307 wells in field 297"


async def test_pages_move_by_a_screenful(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        claims = app.review.claims
        await press(pilot, "pagedown", "pagedown")
        assert claims.current in claims.shown
        far = claims.current
        await press(pilot, "pageup", "pageup")
        assert claims.current.headline == "10 wells in field 0"
        assert far.headline != claims.current.headline


async def test_a_move_within_the_window_repaints_two_rows(desk_with, app_on, monkeypatch):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j")
        painted = []
        claims = app.review.claims
        line_of = claims.line_of
        monkeypatch.setattr(
            claims, "line_of", lambda row, *args, **how: painted.append(row.id) or line_of(row, *args, **how)
        )
        await press(pilot, "j")
        assert len(painted) == 2


async def test_a_line_that_is_as_it_was_is_not_painted_anew(desk_with, app_on, monkeypatch):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "j", "k")
        claims = app.review.claims
        painted = []
        paint = claims.paint
        monkeypatch.setattr(
            claims, "paint", lambda row, *args, **how: painted.append(row.id) or paint(row, *args, **how)
        )
        await press(pilot, "j")
        assert painted == []
        await press(pilot, "t")
        assert claims.loaded[1].id in painted


async def test_the_source_follows_the_cursor(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j")
        assert "Field 2 of the survey counted 12 wells." in pane_text(app, "source")
        assert "Field 1 of the survey counted 11 wells." in pane_text(app, "source")
        assert "The Steppe Su" in pane_text(app, "source")


async def test_next_open_passes_over_what_is_decided(desk_with, app_on):
    desk = desk_with(MANY)
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.review.claims.loaded
        desk.mark([row.id for row in rows[1:40]], Status.UNPROVEN)
        app.review.claims.load()
        await press(pilot, "f", "2")
        assert app.review.claims.current.headline == "10 wells in field 0"
        await press(pilot, "n")
        assert app.review.claims.current.headline == "50 wells in field 40"
        await press(pilot, "N")
        assert app.review.claims.current.headline == "10 wells in field 0"
        await press(pilot, "N")
        assert app.review.messages.words == "no open claim before this one"


async def test_next_open_finds_one_far_beyond_the_rows_held(desk_with, app_on):
    desk = desk_with(MANY)
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "f", "2")
        every = [row.id for row in desk.page(app.review.claims.query_now, limit=300)]
        desk.mark(every[1:280], Status.UNPROVEN)
        app.review.claims.load()
        await press(pilot, "n")
        assert app.review.claims.current.id == every[280]
        await press(pilot, "k")
        assert app.review.claims.current.id == every[279]


async def test_search_narrows_as_typed_and_escape_clears_it(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash", "3", "0", "9")
        assert [row.headline for row in app.review.claims.loaded] == ["309 wells in field 299"]
        await press(pilot, "enter", "v")
        assert not isinstance(app.screen, ReviewScreen)
        await press(pilot, "escape", "escape")
        assert app.review.messages.words == "the search is cleared"
        assert app.review.claims.query_now.text == ""
        assert len(app.review.claims.loaded) >= 100


async def test_a_long_sentence_beside_the_claims_own_is_cut_between_words(desk_with, app_on):
    long = f"It had {'pump ' * 80}and 9 wells."
    rows = [
        (long, "9 wells", "9 wells", 0.1),
        ("It has 7 wells.", "7 wells", "7 wells", 0.9),
        (long, "9 wells", "9 wells", 0.1),
    ]
    app = app_on(desk_with(rows))
    async with app.run_test(size=(120, 40)):
        words = pane_text(app, "source").split()
        assert [word for word in words if "…" in word] == ["…pump", "pump…"]


@pytest.mark.parametrize(
    "words", ['"', "a AND", "NEAR(", "*", "head:line", "'; DROP TABLE claims;--", "[b]", "中"]
)
async def test_the_search_box_takes_any_input(desk_with, app_on, words):
    app = app_on(desk_with(MANY[:20]))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "slash")
        app.review.query_one("#search").value = words
        await pilot.pause()
        assert app.review.claims.query_now.text == words.strip()
        await press(pilot, "escape")
        assert len(app.review.claims.loaded) == 20


async def test_filter_and_sort_change_the_list_and_its_title(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "l", "f")
        assert isinstance(app.screen, Choose)
        await press(pilot, "3")
        assert [row.status for row in app.review.claims.loaded] == [Status.LATER]
        assert "later" in app.review.claims.title().plain
        await press(pilot, "escape")
        assert len(app.review.claims.loaded) == 4
        await press(pilot, "s", "s")
        assert app.review.claims.query_now.sort is Sort.VALUE
        assert app.review.claims.loaded[0].headline == "14 wells in field 4"
        assert "by value" in app.review.claims.title().plain


async def test_the_tabs_tell_matches_citations_history_and_why(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        first = app.review.claims.current.id
        desk.cite(first, "https://example.org/[bold]x", title="A [red]title", passage="the words")
        desk.mark([first], Status.VERIFIED)
        await press(pilot, "right")
        assert app.review.panes.details.tab is Tab.CITATIONS
        assert "A [red]title" in pane_text(app, "details")
        assert "verified" in pane_text(app, "details")
        await press(pilot, "right")
        assert "open to verified" in pane_text(app, "details")
        await press(pilot, "w")
        assert "a figure that can be looked up" in pane_text(app, "details")
        await press(pilot, "m")
        assert "No other article makes this claim." in pane_text(app, "details")
        await press(pilot, "left")
        assert app.review.panes.details.tab is Tab.WHY


async def test_the_key_screen_lists_every_command_and_goes_away(desk_with, app_on):
    app = app_on(desk_with(MANY[:5]))
    async with app.run_test(size=(120, 100)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(app.screen, KeysScreen)
        text = "\n".join(screen_lines(app))
        assert "Needs context" in text
        assert "Every command by its name" in text
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)


async def test_what_a_key_does_stays_in_its_column_on_a_narrow_screen(desk_with, app_on):
    app = app_on(desk_with(MANY[:5]))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark")
        lines = screen_lines(app)
        (verified,) = (number for number, line in enumerate(lines) if "Mark the claim verified" in line)
        assert lines[verified + 1].strip() == "next open one"
        assert lines[verified + 1].index("next") == lines[verified].index("Mark")
        await press(pilot, "pagedown")
        assert lines[-1].strip() in [line.strip() for line in screen_lines(app)[:3]]


async def test_the_palette_runs_a_command_by_its_name(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        first = app.review.claims.current.id
        await press(pilot, "ctrl+p")
        await pilot.press(*"Unproven")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "down", "enter")
        assert desk.status(first).status is Status.UNPROVEN


async def test_copy_puts_the_claim_its_article_and_its_sources_on_the_clipboard(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test() as pilot:
        desk.cite(app.review.claims.current.id, "https://example.org/x", title="A title")
        await press(pilot, "y")
        assert app.clipboard.splitlines() == [
            "“10 wells”",
            "Wells, The Steppe Survey, 2026-01-08",
            "supports: A title, https://example.org/x",
        ]


async def test_open_needs_an_address_and_opens_only_the_web(desk_with, app_on, monkeypatch):
    from kzcheck.domain import Metadata

    desk = desk_with(MANY[:2], Metadata(title="Wells", url="https://example.org/wells"))
    app = app_on(desk)
    opened = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test() as pilot:
        await press(pilot, "o")
        assert opened == ["https://example.org/wells"]
    other = app_on(desk_with(MANY[:2], Metadata(title="Wells", url="file:///etc/passwd")))
    monkeypatch.setattr(other, "open_url", opened.append)
    async with other.run_test() as pilot:
        await press(pilot, "o")
        assert other.review.messages.words == "the article was read without an address"
        assert len(opened) == 1


async def test_the_theme_key_goes_through_all_themes(desk_with, app_on):
    app = app_on(desk_with(MANY[:5]))
    async with app.run_test() as pilot:
        seen = [app.theme]
        for _ in range(4):
            await press(pilot, "f9")
            seen.append(app.theme)
        assert seen == ["dark", "light", "contrast", "terminal", "dark"]


async def test_what_a_colleague_commits_shows(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        first = app.review.claims.current.id
        with Desk.open(desk.path, reviewer="dana") as colleague:
            colleague.mark([app.review.claims.loaded[3].id], Status.UNPROVEN)
        app.review._poll()
        await pilot.pause()
        assert len(app.review.claims.loaded) == 4
        assert app.review.claims.current.id == first
        assert " 1/5 " in screen_lines(app)[0]


async def test_the_claim_under_the_cursor_stays_there_when_a_colleague_decides_it(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j")
        here = app.review.claims.current.id
        before = [row.id for row in app.review.claims.loaded]
        with Desk.open(desk.path, reviewer="dana") as colleague:
            colleague.mark([here, before[3]], Status.UNPROVEN)
        app.review._poll()
        await pilot.pause()
        assert app.review.claims.current.id == here
        assert [row.id for row in app.review.claims.loaded] == [*before[:3], before[4]]
        assert "a colleague has just decided this claim" in app.review.messages.words
        await press(pilot, "down", "up")
        assert app.review.claims.current.id == here


async def test_the_last_claim_stays_under_the_cursor_when_a_colleague_decides_it(desk_with, app_on):
    desk = desk_with(MANY[:5])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "G")
        here = app.review.claims.current.id
        with Desk.open(desk.path, reviewer="dana") as colleague:
            colleague.mark([here], Status.UNPROVEN)
        app.review._poll()
        await pilot.pause()
        assert (app.review.claims.current.id, len(app.review.claims.loaded)) == (here, 5)


async def test_quit_leaves(desk_with, app_on):
    app = app_on(desk_with(MANY[:5]))
    async with app.run_test() as pilot:
        await press(pilot, "q")
    assert app.return_code == 0


async def test_letters_typed_at_once_after_the_search_key_are_words_not_commands(desk_with, app_on):
    desk = desk_with(MANY[:20])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("slash", "x", "l", "q"):
            app.simulate_key(key)
        await pilot.pause()
        await pilot.pause()
        assert app.review.claims.query_now.text == "xlq"
        assert desk.tally().done == 0


async def test_the_annotated_article_shows_every_claim_and_takes_verdicts_in_place(desk_with, app_on):
    desk = desk_with(MANY[:40])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "j", "a")
        assert app.review.reading.is_on
        assert "0 of 40 checked" in pane_text(app, "article")
        assert "·   Field 0 of the survey counted 10 wells." in pane_text(app, "article")
        await press(pilot, "x")
        assert "∅" in pane_text(app, "article")
        assert "1 of 40 checked" in pane_text(app, "article")
        assert app.review.claims.current.headline == "13 wells in field 3"
        await press(pilot, "left_square_bracket", "k", "u", "z")
        assert desk.tally().done == 1
        await press(pilot, "a")
        assert not app.review.reading.is_on
        assert app.review.claims.has_focus
        assert "open" in app.review.claims.title().plain
        await press(pilot, "a", "escape")
        assert not app.review.reading.is_on


async def test_the_article_scrolls_to_the_claim_under_the_cursor(desk_with, app_on):
    app = app_on(desk_with(MANY))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "a", "G")
        assert "309 wells" in pane_text(app, "article")
        await press(pilot, "g")
        assert "counted 10 wells" in pane_text(app, "article")
