"""What a judgement needs, on one screen: the sentence in place, the claim's facts, the claims beside it."""

import pytest
from screen_tools import document_of, pane_text, press, screen_lines

from kzcheck.domain import ClaimKind, ClaimQuery, Metadata, Sort, SubjectOrigin
from kzcheck.extract import priority
from kzcheck.extract.priority import Weight
from kzcheck.tui.detail_text import LOWERING, WHY_FOUND, why_blocks
from kzcheck.tui.glyphs import UNICODE
from kzcheck.tui.sibling_text import sum_of_shares
from kzcheck.tui.source_text import source_blocks

SHARES = (
    "Harbours of the delta\n\n"
    "The ferries of the delta were counted anew in spring. "
    "The delta’s largest harbour, the Old Quay, which takes 70 percent of the traffic, is full, and the Salt "
    "Quay takes roughly 12 percent. By contrast, the two quays of the north, the Reed Quay, takes 5 percent, "
    "and the Gull Quay takes another 5 percent. Nobody counted the boats of the fishermen."
)
PEOPLE = (
    "People of the delta\n\n"
    "Norland lies at the delta. It holds at least one-fifth of all sand in store. "
    "Some 1,300 people rode the new ferry, the operator said on 3 March 2026. "
    "Norland has the Inner Sea’s largest sand bank. "
    "Norland has the third-largest old fleet of wooden boats in the world. "
    "Rents rose 12 percent and wages fell 8 percent."
)


@pytest.fixture
def told(desk_with, tmp_path):
    """Tell, as the source pane does, of the claim of an article whose headline has some words."""

    def tell(text, words, **metadata):
        path = tmp_path / "article.txt"
        path.write_text(text, "utf-8")
        desk = desk_with([])
        desk.add([str(path)], given=Metadata(**metadata))
        found = [row for row in desk.page(ClaimQuery(sort=Sort.DOCUMENT), limit=50) if words in row.headline]
        assert found, [row.headline for row in desk.page(ClaimQuery(), limit=50)]
        claim, context = desk.claim(found[0].id), desk.context(found[0].id)
        blocks = source_blocks(claim, context, desk.siblings(claim.id), UNICODE)
        return [block.words.plain for block in blocks]

    return tell


def fact(lines, label):
    """Return what is said after a label."""
    return next((line.removeprefix(label).strip() for line in lines if line.startswith(label)), None)


def test_the_shares_of_one_whole_stand_in_a_table_with_their_sum_over_two_sentences(told):
    lines = told(SHARES, "roughly 12 percent")
    assert fact(lines, "value") == "about 12 percent of traffic  70 + 12 + 5 + 5 = 92"
    table = lines[lines.index("shares of traffic") + 1 :]
    assert table[:4] == [
        "  70 percent        Old Quay",
        "▶ about 12 percent  Salt Quay",
        "  5 percent         Reed Quay",
        "  5 percent         Gull Quay",
    ]
    assert table[4:] == ["", "in the same sentence", "  rank 1  largest harbour"]


def test_changes_ranges_and_what_is_said_of_two_wholes_are_not_added_up(told):
    lines = told(PEOPLE, "12 percent")
    assert fact(lines, "value") == "12 percent up"
    assert lines[-3:] == [
        "in the same sentence",
        "▶ 12 percent  12 percent rise in rents",
        "  8 percent   8 percent drop in wages",
    ]


def test_a_share_that_is_said_of_two_wholes_is_not_added_up():
    _, (claim, *_) = document_of(
        [("In both, 18 percent fish.", "18 percent", "18 percent", 0.5)], Metadata(title="Fish")
    )
    share = claim._replace(kind=ClaimKind.PERCENTAGE, measure="people")
    other = share._replace(id="other")
    assert sum_of_shares(share, [other]) == "18 + 18 = 36"
    both = [each._replace(subject_origin=SubjectOrigin.DISTRIBUTED) for each in (share, other)]
    assert sum_of_shares(both[0], both[1:]) == ""


def test_a_pronoun_is_shown_with_what_it_stands_for_and_where_that_was_found(told):
    lines = told(PEOPLE, "one-fifth")
    assert fact(lines, "subject") == "It → Norland  from an earlier sentence"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Inner Sea", "rank 1 · Inner Sea’s sand bank"),
        ("third-largest", "rank 3 · old fleet of wooden boats in the world"),
    ],
)
def test_a_rank_has_its_scope(told, words, value):
    assert fact(told(PEOPLE, words), "value") == value


def test_who_says_it_stands_with_who_tells_of_it(told):
    lines = told(PEOPLE, "1,300 people", outlet="Vlast")
    assert fact(lines, "says") == "operator  unnamed source  according to Vlast"
    assert fact(lines, "as of") == "2026-03-03  a date in the sentence"


def test_the_authors_own_voice_and_the_articles_date_say_where_they_come_from(told):
    lines = told(PEOPLE, "one-fifth", author="Ada Bek", published="2026-01-08")
    assert fact(lines, "says") == "the author, Ada Bek"
    assert fact(lines, "as of") == "2026-01-08  the article's date, as given"


@pytest.fixture
def why(desk_with, tmp_path):
    """Tell, as the tab Why does, of the first claim of a text."""

    def tell(text):
        (tmp_path / "article.txt").write_text(text, "utf-8")
        desk = desk_with()
        desk.add([str(tmp_path / "article.txt")])
        row = desk.page(ClaimQuery())[0]
        return desk, row, [block.words.plain for block in why_blocks(desk.claim(row.id))]

    return tell


def test_why_a_claim_was_found_is_said_in_words_with_what_raised_and_lowered_its_priority(why):
    _, row, lines = why("Wells\n\nOutput will reach 100 million tons by 2027, the ministry predicted.\n")
    assert lines[0] == "Found because it states a figure."
    assert lines[1].startswith(f"priority   {row.priority:.2f} of 1   quantity   body   id {row.id}")
    assert lines[2].startswith("raised by  a figure · ")
    assert lines[3] == "lowered by a prediction"


def test_a_claim_that_a_reviewer_marked_says_so(why):
    desk, row, _ = why("Wells\n\nThe northern field had 80 wells in 2019 and was sold.\n")
    text = desk.document(row.document_id).text
    start = text.index("was sold")
    added = desk.add_claim(row.document_id, start, start + len("was sold"))
    assert why_blocks(added)[0].words.plain == "Found because a reviewer marked it as missed."
    assert len(why_blocks(added)) == 2


def test_every_kind_and_every_reason_that_lowers_a_priority_is_known():
    lower = {each.reason for each in vars(priority).values() if isinstance(each, Weight) and each.weight < 0}
    assert lower == LOWERING
    assert set(WHY_FOUND) == set(ClaimKind)


async def test_hedges_stand_inside_the_highlight(desk_with, app_on, tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(PEOPLE, "utf-8")
    desk = desk_with([])
    desk.add([str(path)])
    app = app_on(desk)
    for row in desk.page(ClaimQuery(), limit=20):
        context = desk.context(row.id)
        marked = context.quote.of(context.sentence)
        if "one-fifth" in row.headline:
            assert "at least one-fifth" in marked
        if "1,300" in row.headline:
            assert marked.startswith("Some 1,300")
    async with app.run_test(size=(120, 36)):
        pane = app.review.source
        look = pane.styles_now
        words = "".join(
            segment.text
            for y in range(pane.size.height)
            for segment in pane.render_line(y)
            if segment.style and segment.style.bgcolor == look.quote.rich_style.bgcolor
        )
    here = app.review.claims.current
    context = desk.context(here.id)
    assert words.split() == context.quote.of(context.sentence).split()


LONG = "So much was said of the harbours at that time, by so many people who had never been there, that {} "
SENTENCES = [
    (LONG.format("nobody heard it.").strip(), "nobody heard it", "nobody heard it", 0.1),
    ("Field 1 of the survey counted 11 wells.", "11 wells", "11 wells", 0.9),
    (LONG.format("it went on.").strip(), "it went on", "it went on", 0.1),
]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_facts_of_a_claim_show_without_a_key_where_its_neighbours_are_long(desk_with, app_on, size):
    around = [(2 * f"{words} ", headline, quote, weight) for words, headline, quote, weight in SENTENCES]
    desk = desk_with([around[0], SENTENCES[1], around[2]], Metadata(outlet="Vlast", author="Ada Bek"))
    app = app_on(desk)
    async with app.run_test(size=size):
        shown = pane_text(app, "source")
    for words in ("11 wells", "subject", "the author, Ada Bek"):
        assert words in shown


async def test_a_sentence_beside_is_cut_where_room_lacks_and_whole_in_its_pane(desk_with, app_on):
    desk = desk_with(SENTENCES)
    app = app_on(desk)
    async with app.run_test(size=(70, 20)) as pilot:
        assert "…had never been there, that nobody heard it." in pane_text(app, "source")
        assert "value    11" in pane_text(app, "source")
        await press(pilot, "2")
        assert "…" not in pane_text(app, "source")
        assert "So much was said of the harbours" in pane_text(app, "source")
        await press(pilot, "1")
        assert "…had never been there" in pane_text(app, "source")


@pytest.mark.parametrize("size", [(120, 36), (120, 40), (160, 45)])
async def test_the_zone_shows_in_the_title_beside_a_long_outlet_and_a_date(desk_with, app_on, size):
    desk = desk_with(
        SENTENCES, Metadata(outlet="The Weekly Herald of the Northern Delta", published="2026-01-08")
    )
    app = app_on(desk)
    async with app.run_test(size=size):
        title, *_ = pane_text(app, "source").splitlines()
    assert "2026-01-08 · body" in title


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (180, 45)])
async def test_no_sentence_is_cut_off_when_the_screen_opens(desk_with, app_on, size):
    app = app_on(desk_with([(LONG.format("nobody heard it."), "nobody heard it", "nobody heard it", 0.5)]))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        pane = app.review.source
        x, y, width, height = pane.region
        painted = [line[x : x + width].strip() for line in screen_lines(app)[y : y + height]]
    assert " ".join(painted[1:]).startswith(LONG.format("nobody heard it.").strip())


FERRIES = (
    "Ferries\n\n"
    "The ferries of the delta were counted anew in spring by the office and by the boatmen.\n\n"
    "At the Old Quay, which the town rebuilt after the flood and where boats of the north and of the south "
    "have moored side by side ever since, the office counted 1,300 people a day on average, "
    "more than the boatmen had counted on any day of the years that went before the flood came.\n\n"
    "Nobody counted the boats of the fishermen, who sail at night and come back before the office opens.\n"
)


async def test_the_facts_of_a_claim_show_in_a_small_window_even_beside_a_long_sentence(
    desk_with, app_on, tmp_path
):
    (tmp_path / "long.txt").write_text(FERRIES, "utf-8")
    desk = desk_with([])
    desk.add([str(tmp_path / "long.txt")], given=Metadata(published="2026-01-08"))
    (row,) = [row for row in desk.page(ClaimQuery()) if row.value == 1300]
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.review.claims.go_to(row)
        await pilot.pause()
        lines = pane_text(app, "source").splitlines()
        for label in ("value", "subject", "says", "as of"):
            assert any(line.startswith(f" {label} ") for line in lines), label
        assert "before the flood came." in " ".join(lines)
        await press(pilot, "2")
        assert "were counted anew" in pane_text(app, "source"), "in a pane that has the focus all of it shows"
