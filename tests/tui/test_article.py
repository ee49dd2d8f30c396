"""The annotated article: its lines, the caret, what is marked missed or wrong, at any size."""

from time import perf_counter

import pytest
from screen_tools import document_of, pane_text, press, widths

from kzcheck.domain import Action, CitationKind, Metadata, Span, Status, ZoneKind
from kzcheck.tui.article_layout import Layout, Place
from kzcheck.tui.article_text import Coverage, article_title
from kzcheck.tui.caret import Caret

SOME = [
    (f"Field {n} of the survey counted {n + 10} wells.", f"{n + 10} wells", f"{n + 10} wells", 1 - n / 41)
    for n in range(40)
]
TEXT = "One goose flew. Two geese, and 3 more, stayed!\n\nThe end came late.\nA last line"


def lines_of(text, width):
    layout = Layout(text, width)
    place, found = Place(0, 0), []
    while True:
        span = layout.span(place)
        found.append(span.of(text).rstrip() if span else "")
        if layout.step(place, 1) == place:
            return found
        place = layout.step(place, 1)


def test_lines_are_broken_between_words_and_paragraphs_have_a_line_between_them():
    assert lines_of(TEXT, 20) == [
        "One goose flew. Two", "geese, and 3 more,", "stayed!", "",
        "The end came late.", "", "A last line", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", " ", "w" * 100_000, "中国" * 50, "a\x1b[31m b\u202ec " * 40, "e\u0301" * 99]
)
def test_every_letter_stands_on_one_line_and_no_line_is_too_wide(text):
    from kzcheck.tui.article_layout import cells

    layout = Layout(text, 30)
    spans, place = [], Place(0, 0)
    while True:
        if (span := layout.span(place)) is not None:
            spans.append(span)
        following = layout.step(place, 1)
        if following == place:
            break
        place = following
    assert "".join(span.of(text) for span in spans) == (text if text.strip() else "")
    assert all(cells(span.of(text).rstrip()) <= 30 for span in spans)
    assert all(layout.span(layout.place(span.start)) == span for span in spans)


def test_a_caret_moves_by_letters_words_lines_and_sentences():
    caret = Caret(Layout(TEXT, 20), 0)
    caret.to_next_word()
    assert TEXT[caret.offset :].startswith("goose")
    caret.by_lines(1)
    assert TEXT[caret.offset :].startswith("e, and")
    caret.to_word_before()
    assert TEXT[caret.offset :].startswith("geese")
    caret.to_line_edge(end=True)
    assert TEXT[caret.offset :].startswith(",\n") or TEXT[caret.offset] == ","
    assert caret.sentence().of(TEXT) == "Two geese, and 3 more, stayed!"
    caret.to_sentence_edge(end=False)
    caret.toggle_anchor()
    caret.to_next_word()
    assert caret.passage.of(TEXT) == "Two"
    caret.to_next_word()
    assert caret.passage.of(TEXT) == "Two geese,"
    caret.to_sentence_edge(end=True)
    assert caret.passage.of(TEXT) == "Two geese, and 3 more, stayed!"
    caret.by_letters(-1000)
    assert caret.passage == Span(0, TEXT.index("Two") + 1)


async def test_a_passage_marked_with_the_keyboard_becomes_a_claim_and_undo_takes_it_away(desk_with, app_on):
    desk = desk_with([(s, h, q, p) for s, h, q, p in SOME[:3]])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "a", "plus")
        assert "space begins" in app.review.messages.words
        await press(pilot, "home", "space", "w", "w", "w", "left", "w", "enter")
        assert app.review.reading.pane.caret is None
        (entry,) = desk.log(1)
        assert entry.action is Action.ADD_CLAIM
        added = desk.claim(entry.subject)
        assert added.quote == "Field 0 of"
        assert app.review.claims.current.id == added.id
        assert desk.stats().added_claims == 1
        await press(pilot, "z")
        assert desk.stats().added_claims == 0
        assert len(desk.claims_of(added.document_id)) == 3


async def test_enter_without_a_passage_adds_the_sentence_and_escape_adds_nothing(desk_with, app_on):
    desk = desk_with(SOME[:3])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "plus")
        await pilot.pause()
        await press(pilot, "escape")
        assert desk.log() == []
        assert app.review.reading.is_on
        await press(pilot, "plus", "enter")
        assert desk.claim(desk.log(1)[0].subject).quote == "Field 0 of the survey counted 10 wells."


async def test_words_that_are_a_claim_already_are_refused_in_words(desk_with, app_on):
    desk = desk_with(SOME[:3])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        for _ in range(2):
            await press(pilot, "g", "plus", "s", "enter")
        assert "already" in app.review.messages.words
        assert app.review.reading.pane.caret is not None
        assert desk.stats().added_claims == 1


async def test_what_is_no_claim_is_dropped_by_one_key_and_counted(desk_with, app_on):
    desk = desk_with(SOME[:3])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "j", "minus")
        assert [row.headline for row in app.review.claims.loaded] == ["10 wells", "12 wells"]
        assert app.review.claims.current.headline == "12 wells"
        assert desk.stats().dropped_claims == 1
        await press(pilot, "z")
        assert desk.stats().dropped_claims == 0
        assert app.review.claims.current.headline == "11 wells"


async def test_the_coverage_says_how_much_is_checked_and_what_lacks_a_primary_source(desk_with, app_on):
    desk = desk_with(SOME[:6])
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        ids = [row.id for row in app.review.claims.loaded]
        desk.cite(ids[0], "https://example.org/a", kind=CitationKind.PRIMARY)
        desk.cite(ids[1], "https://example.org/b")
        desk.mark(ids[:2], Status.VERIFIED)
        desk.mark(ids[2:3], Status.NOT_CHECKABLE)
        await press(pilot, "a")
        assert "Wells · 3 of 6 checked, 1 without a primary source" in pane_text(app, "article")


@pytest.mark.parametrize("width", [60, 80, 100, 120, 140, 160, 200])
@pytest.mark.parametrize("without_primary", [0, 46])
def test_the_name_of_an_article_stays_beside_a_long_coverage(width, without_primary):
    document, _ = document_of(SOME[:1], Metadata(title="Why the wells of the north ran dry"))
    pane = {100: 54, 120: 65, 140: 76, 160: 56, 200: 70}.get(width, width)
    said = article_title(document, Coverage(57, 52, without_primary), pane).plain
    assert "Why" in said
    assert "52 of 57 checked" in said
    assert len(said) <= pane - 11, "what a title line has room for beside how far one is"


def test_an_article_without_a_title_goes_by_its_first_words():
    document, _ = document_of(SOME[:3], Metadata(outlet="Vlast"))
    said = article_title(document, Coverage(3, 0, 0), 120).plain
    assert said == "Article · Field 0 of the survey counted 10 wells.… · 0 of 3 checked"


async def test_claims_outside_the_body_stand_back_and_do_not_count(desk_with, app_on):
    from kzcheck.desk import Desk

    desk: Desk = desk_with()
    desk.add_documents([with_a_bio()])
    app = app_on(desk)
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "a")
        pane = app.review.reading.pane
        assert "0 of 1 checked" in pane_text(app, "article")
        muted = pane.styles_now.muted.rich_style.color
        bio = next(line for y in range(1, 20) if "1945" in (line := pane.render_line(y)).text)
        assert {segment.style.color for segment in bio if "1945" in segment.text} == {muted}


def with_a_bio():
    document, claims = document_of(
        [("It had 7 wells.", "7 wells", "7 wells", 0.5), ("She was born in 1945.", "born 1945", "1945", 0.1)],
        Metadata(title="Wells"),
    )
    from dataclasses import replace

    from kzcheck.domain import Zone

    end = document.text.index("She")
    zones = (Zone(0, end, ZoneKind.BODY), Zone(end, len(document.text), ZoneKind.BIO))
    return replace(document, zones=zones), [claims[0], claims[1]._replace(zone=ZoneKind.BIO)]


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 60)])
async def test_hostile_text_is_drawn_within_the_window_while_a_passage_is_marked(desk_with, app_on, size):
    from screen_tools import HOSTILE

    desk = desk_with(
        [
            (f"{words} had {n} wells.", f"{n} {words}"[:300], f"{n} wells", 0.5)
            for n, words in enumerate(HOSTILE)
        ]
    )
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "a", "plus", "space", *"wwjjlhbk", "dollar_sign", "right_parenthesis")
        assert widths(app) == {size[0]}
        assert not any("\x1b" in strip.text for strip in app.screen._compositor.render_strips())
        await press(pilot, "enter", "escape", "pagedown", "J", "K", "pageup")
        assert widths(app) == {size[0]}


async def test_a_document_of_a_megabyte_is_shown_and_walked_at_the_pace_of_a_small_one(desk_with, app_on):
    from screen_tools import plain_sentences

    small, large = plain_sentences(50), plain_sentences(20_000)

    async def seconds(sentences):
        app = app_on(desk_with(sentences))
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "a")
            took = []
            for _ in range(15):
                began = perf_counter()
                await press(pilot, "j")
                took.append(perf_counter() - began)
            assert "wells" in pane_text(app, "article")
            return sorted(took)[len(took) // 2]

    assert await seconds(large) < 3 * await seconds(small)
