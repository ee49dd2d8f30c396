"""Two claims side by side, and the queue of matches worked through with one key each."""

import pytest
from screen_tools import HOSTILE, document_of, match_up, pane_text, press, screen_lines, widths

from kzcheck.desk import Desk
from kzcheck.domain import Approximator, ClaimQuery, Metadata, Relation, Status
from kzcheck.tui.screens.compare import CompareScreen
from kzcheck.tui.screens.review import ReviewScreen

HERE = [(f"Field {n} has {n + 10} wells.", f"{n + 10} wells here", f"{n + 10} wells", 0.9) for n in range(4)]
THERE = [
    (f"Field {n} has {n + 20} wells.", f"{n + 20} wells there", f"{n + 20} wells", 0.5) for n in range(4)
]


def pair_up(desk, relation=Relation.CONFLICT):
    """Put two documents on the desk whose claims are matched one by one; nobody has decided."""
    first = document_of(HERE, Metadata(title="Here", outlet="The Steppe Survey", published="2026-01-08"))
    second = document_of(THERE, Metadata(title="There", outlet="1945", published="2022-01-09"))
    desk.add_documents([first, second])
    match_up(desk, first[1], second[1], relation, "both count wells")


@pytest.fixture
def desk(desk_with):
    desk = desk_with()
    pair_up(desk)
    return desk


def shown(app):
    return "\n".join(screen_lines(app))


def decision(desk, a, b):
    return next(match.decision for match in desk.matches_of(a) if match.other.id == b)


async def test_enter_shows_the_claim_and_its_match_side_by_side_with_what_differs_marked(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        value = next(line for line in screen_lines(app) if line.strip().startswith("value"))
        assert value.split() == ["value", "≠", "10", "20"]
        hedge = next(line for line in screen_lines(app) if line.strip().startswith("hedge"))
        assert "≠" not in hedge
        assert Approximator.EXACT.value in hedge
        outlet = next(line for line in screen_lines(app) if line.strip().startswith("outlet"))
        assert outlet.index("The Steppe Survey, 2026-01-08") < outlet.index("1945, 2022-01-09")
        assert "both count wells" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, ReviewScreen)


@pytest.mark.parametrize(
    ("size", "value"), [((80, 24), ["value", "≠", "10", "20"]), ((60, 15), ["value", "≠", "A", "10"])]
)
async def test_at_eighty_columns_only_the_sentences_stand_below_each_other(desk, app_on, size, value):
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        lines = screen_lines(app)
        sentence = next(number for number, line in enumerate(lines) if line.strip().startswith("sentence"))
        assert (lines[sentence].split()[1], lines[sentence + 1].split()[0]) == ("A", "B")
        at = next(number for number, line in enumerate(lines) if line.strip().startswith("value"))
        assert lines[at].split() == value


async def test_every_field_of_both_stands_in_its_column_and_what_differs_is_marked(
    desk_with, app_on, tmp_path
):
    told = {
        "Vlast": "The ministry said on 3 March 2026 that about 12 percent of all wells were dry.",
        "1945": "Some people say that at least 21 percent of all wells were dry in 2025.",
    }
    desk = desk_with()
    for outlet, sentence in told.items():
        (tmp_path / f"{outlet}.txt").write_text(f"Wells\n\nThe {outlet} tells of it. {sentence}\n", "utf-8")
        desk.add([str(tmp_path / f"{outlet}.txt")], given=Metadata(outlet=outlet, author="A. B."))
    ids = [row.id for row in desk.page(ClaimQuery(), limit=9) if row.value in (12, 21)]
    desk.decide(*ids, Relation.CONFLICT)
    app = app_on(desk)
    async with app.run_test(size=(120, 40)) as pilot:
        app.review.claims.go_to(app.review.claims.row_of(ids[0]))
        await press(pilot, "enter")
        lines = [line for line in screen_lines(app) if line.strip()]
    fields = {words[0]: words[1:] for line in lines if (words := line.split())}
    assert {"sentence", "value", "unit", "measure", "hedge", "speaker", "outlet", "verdict"} <= set(fields)
    assert fields["value"] == ["≠", "12", "21"]
    assert fields["unit"] == ["percent", "percent"]
    assert fields["hedge"] == ["≠", "about", "at", "least"]
    assert fields["outlet"] == ["≠", "Vlast", "1945"]
    assert fields["as"][:2] == ["of", "≠"]
    assert {line.index("1945") for line in lines if line.strip().startswith("outlet")} == {
        line.index("21") for line in lines if line.strip().startswith("value")
    }


@pytest.mark.parametrize(
    ("key", "relation"),
    [
        ("equals_sign", Relation.DUPLICATE),
        ("tilde", Relation.COMPATIBLE),
        ("number_sign", Relation.CONFLICT),
        ("exclamation_mark", Relation.DIFFERENT),
    ],
)
async def test_one_key_decides_a_pair_of_the_queue_and_the_next_is_there(desk, app_on, key, relation):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "M")
        assert "undecided 1 of 4" in shown(app)
        first = app.screen._pairs.now
        await press(pilot, key)
        assert decision(desk, first.a, first.b) is relation
        assert "undecided 2 of 4" in shown(app)
        await press(pilot, "z")
        assert decision(desk, first.a, first.b) is None
        assert "undecided 1 of 4" in shown(app)
        await press(pilot, "Z")
        assert decision(desk, first.a, first.b) is relation
        assert "decided" in shown(app)


async def test_a_decision_in_place_of_a_colleagues_says_so(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "M")
        pair = app.screen._pairs.now
        with Desk.open(desk.path, reviewer="dana") as theirs:
            theirs.decide(pair.a, pair.b, Relation.DIFFERENT)
        await press(pilot, "=")
        assert "in place of dana’s “different”" in shown(app)


async def test_the_whole_queue_is_worked_through_with_one_key_each(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "M", *["tilde"] * 4)
        assert desk.undecided() == []
        assert "that was the last pair" in app.screen.messages.words
        await press(pilot, "escape", "M")
        assert app.review.messages.words == "no match waits for a decision"


async def test_the_queue_reads_on_by_key_where_it_is_long(desk, app_on):
    first = desk.undecided(limit=3)
    rest = desk.undecided(after=first[-1].key, limit=3)
    assert len(first) == 3
    assert len(rest) == 1
    assert {(pair.a, pair.b) for pair in first}.isdisjoint({(pair.a, pair.b) for pair in rest})


async def test_a_verdict_is_carried_over_to_the_duplicate_by_its_own_key(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        first = desk.undecided()[0]
        desk.cite(first.a, "https://example.org/wells", title="Wells")
        desk.mark([first.a], Status.VERIFIED, rationale="counted")
        await press(pilot, "M", "equals_sign")
        assert "i carries “verified” over" in app.screen.messages.words
        assert desk.status(first.b).status is Status.OPEN
        await press(pilot, "i")
        carried = desk.status(first.b)
        assert (carried.status, carried.inherited_from) == (Status.VERIFIED, first.a)
        assert carried.rationale == "counted"
        app.review.claims.go_to(app.review.claims.row_of(first.b))
        await press(pilot, "escape", "4")
        origin = desk.claim_row(first.a)
        told = " ".join(pane_text(app, "details").split())
        assert f"carried from claim {first.a}, “{origin.headline}”, {origin.outlet}" in told
        assert [citation.reference for citation in desk.citations_of(first.b)] == [
            "https://example.org/wells"
        ]
        desk.undo()
        assert desk.status(first.b).status is Status.OPEN
        assert desk.citations_of(first.b) == []


def test_a_verdict_carried_over_turns_stale_when_the_original_changes_and_back_with_it(desk):
    first = desk.undecided()[0]
    desk.mark([first.a], Status.UNPROVEN)
    desk.inherit(first.b, first.a)
    assert desk.status(first.b).stale is None
    desk.mark([first.a], Status.NEEDS_CONTEXT)
    assert desk.status(first.b).stale == "the verdict it was carried over from has changed since"
    desk.undo()
    assert desk.status(first.b).stale is None
    assert desk.doctor() == []


def test_a_verdict_carried_over_says_so_in_the_export_and_comes_back_with_it(desk, tmp_path):
    from kzcheck.desk import Desk

    first = desk.undecided()[0]
    desk.mark([first.a], Status.UNPROVEN)
    desk.inherit(first.b, first.a)
    path = tmp_path / "verdicts.csv"
    desk.export_file("csv", path)
    assert first.a in path.read_text(encoding="utf-8").split("unproven")[-1]
    with Desk.open(tmp_path / "other.db", reviewer="bota") as other:
        pair_up(other)
        other.import_file(path)
        assert other.status(first.b).inherited_from == first.a
        again = tmp_path / "again.csv"
        other.export_file("csv", again)
        assert again.read_bytes() == path.read_bytes()


async def test_without_a_verdict_nothing_is_carried_over(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "i")
        assert "both have one, or neither has" in app.review.messages.words
        await press(pilot, "M", "i")
        assert "neither has" in app.screen.messages.words


async def test_the_same_keys_work_on_the_review_screen(desk, app_on):
    app = app_on(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        here = app.review.claims.current
        other = app.review.panes.match.other
        await press(pilot, "tilde")
        assert decision(desk, here.id, other.id) is Relation.COMPATIBLE
        await press(pilot, "u", "k", "i")
        assert desk.status(other.id).inherited_from == here.id


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 40), (200, 60)])
async def test_hostile_claims_are_compared_within_the_window(desk_with, app_on, size):
    desk = desk_with(
        [
            (f"{words} had {n} wells.", f"{n} {words}"[:300], f"{n} wells", 0.5)
            for n, words in enumerate(HOSTILE)
        ],
        Metadata(title=HOSTILE[0], outlet=HOSTILE[1], published="2026"),
    )
    rows = desk.page(ClaimQuery())
    for row in rows[1:]:
        desk.decide(rows[0].id, row.id, Relation.CONFLICT)
    app = app_on(desk)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "enter")
        for _ in rows:
            await press(pilot, "n", "J", "K")
            assert widths(app) == {size[0]}
            assert not any("\x1b" in line for line in screen_lines(app))
