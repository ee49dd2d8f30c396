"""A document that changes: what was decided moves, goes stale, or goes to a person; nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import (
    AddedDocument,
    ClaimQuery,
    ClaimRow,
    Edit,
    Fate,
    KzcheckError,
    Sort,
    Standing,
    Status,
)

FIRST = """Reservoirs of the north

The Tarn reservoir holds 340 million cubic metres of water. It was filled in 1987.

The ministry said that 62 percent of the canals were repaired last year. Farmers lost 1,200 hectares of rice.

Some 45,000 people live below the dam. The dam is the third-highest of the country.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "reservoirs.txt"
    path.write_text(FIRST, encoding="utf-8")
    return path


Change = Callable[..., AddedDocument]


@pytest.fixture
def change(empty: Desk, article: Path) -> Change:
    """Put another text into the article's file, and add it again."""
    empty.add([str(article)])

    def change(*replacements: tuple[str, str], text: str = FIRST) -> AddedDocument:
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new)
        article.write_text(text, encoding="utf-8")
        report = empty.add([str(article)])
        assert not report.errors
        return report.documents[0]

    return change


def claim_with(desk: Desk, value: float, standing: Standing = Standing.CURRENT) -> ClaimRow:
    """The one claim of the present texts with this figure."""
    rows = desk.page(ClaimQuery(zones=(), standing=standing, sort=Sort.DOCUMENT))
    (row,) = [row for row in rows if row.value == value]
    return row


def is_sound(desk: Desk) -> bool:
    return desk.doctor() == []


def test_a_verdict_with_all_that_belongs_to_it_moves_with_its_quote(empty: Desk, change: Change) -> None:
    old = claim_with(empty, 62)
    empty.cite(old.id, "https://example.org/canals", passage="62 per cent", locator="p. 4")
    empty.mark([old.id], Status.VERIFIED, rationale="the ministry's table", active_seconds=9.5)
    empty.set_headline(old.id, "canals repaired")
    before = empty.status(old.id)
    added = change(("It was filled in 1987.", "It was filled in 1987, after ten years of work."))
    assert added.status == "revised"
    assert added.carried is not None
    assert (added.carried.moved, added.carried.stale, added.carried.orphaned) == (1, 0, 0)
    new = claim_with(empty, 62)
    assert new.id != old.id
    assert (new.status, new.standing, new.headline) == (Status.VERIFIED, Standing.CURRENT, "canals repaired")
    after = empty.status(new.id)
    assert after.inherited_from == old.id
    assert after.stale is None
    for name in ("rationale", "reviewer", "decided_at", "active_seconds"):
        assert getattr(after, name) == getattr(before, name)
    (citation,) = empty.citations_of(new.id)
    assert (citation.reference, citation.passage, citation.locator) == (
        "https://example.org/canals",
        "62 per cent",
        "p. 4",
    )
    assert old.id in str([entry.after for entry in empty.history_of(new.id)])
    assert "carry" in [entry.action for entry in empty.history_of(old.id)]
    assert is_sound(empty)


def test_claims_of_the_text_before_leave_the_list_and_stay_readable(empty: Desk, change: Change) -> None:
    old = empty.documents()[0]
    claims = [row.id for row in empty.claims_of(old.id)]
    empty.mark([claim_with(empty, 62).id], Status.UNPROVEN)
    total = empty.tally().total
    change(("45,000 people", "46,000 people"))
    assert empty.tally().total == total
    assert empty.tally().done == 1
    assert not {row.id for row in empty.page(ClaimQuery(zones=()))} & set(claims)
    assert [row.id for row in empty.claims_of(old.id)] == claims
    assert {row.standing for row in empty.claims_of(old.id)} == {Standing.SUPERSEDED}
    assert [row.is_superseded for row in empty.documents()] == [True, False]
    assert empty.context(claims[0]).sentence in FIRST
    with pytest.raises(KzcheckError, match="newer one"):
        empty.mark(claims[:1], Status.LATER)
    with pytest.raises(KzcheckError, match="newer one"):
        empty.cite(claims[0], "https://example.org")


def test_a_changed_figure_makes_the_verdict_on_it_stale_until_it_is_decided_anew(
    empty: Desk, change: Change
) -> None:
    old = claim_with(empty, 62)
    empty.mark([old.id], Status.VERIFIED, override="seen the table")
    added = change(("62 percent", "26 percent"))
    assert added.carried is not None
    assert (added.carried.moved, added.carried.stale) == (1, 1)
    new = claim_with(empty, 26)
    assert (new.status, new.standing) == (Status.VERIFIED, Standing.STALE)
    assert empty.status(new.id).stale == "62 percent became 26 percent"
    assert [row.id for row in empty.page(ClaimQuery(standing=Standing.STALE))] == [new.id]
    assert empty.count(ClaimQuery(standing=Standing.STALE)) == 1
    assert is_sound(empty)
    empty.mark([new.id], Status.DISPUTED, override="the table says 62")
    assert empty.claim_row(new.id).standing is Standing.CURRENT
    assert empty.status(new.id).inherited_from is None
    empty.undo()
    assert empty.claim_row(new.id).standing is Standing.STALE
    assert is_sound(empty)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("The ministry said that", "The farmers' union said that", "said by"),
        ("were repaired last year", "were not repaired last year", "denies"),
    ],
)
def test_the_same_quote_in_another_mouth_or_denied_is_stale_too(
    empty: Desk, change: Change, old: str, new: str, says: str
) -> None:
    empty.mark([claim_with(empty, 62).id], Status.VERIFIED, override="seen")
    change((old, new))
    rows = empty.page(ClaimQuery(standing=Standing.STALE)) + empty.page(
        ClaimQuery(zones=(), standing=Standing.ORPHANED)
    )
    (row,) = rows
    if row.standing is Standing.STALE:
        assert says in (empty.status(row.id).stale or "")
    assert is_sound(empty)


def test_what_finds_no_place_is_an_orphan_that_a_person_resolves(empty: Desk, change: Change) -> None:
    lost, rest = claim_with(empty, 1200), claim_with(empty, 340e6)
    empty.mark([lost.id, rest.id], Status.UNPROVEN)
    empty.cite(lost.id, "https://example.org/rice")
    added = change(("Farmers lost 1,200 hectares of rice.", "The rice harvest was poor."))
    assert added.carried is not None
    assert (added.carried.moved, added.carried.orphaned) == (1, 1)
    assert empty.tally().orphans == 1
    (orphan,) = empty.orphans()
    assert (orphan.claim, orphan.document, orphan.fate) == (lost.id, added.id, Fate.GONE)
    assert claim_with(empty, 1200, Standing.ORPHANED).status is Status.UNPROVEN
    with pytest.raises(KzcheckError, match="replaced by a newer one"):
        empty.inherit(lost.id, claim_with(empty, 340e6).id)
    empty.resolve(lost.id, None)
    assert empty.orphans() == []
    assert is_sound(empty)
    empty.undo()
    assert [each.claim for each in empty.orphans()] == [lost.id]
    target = claim_with(empty, 45000)
    empty.resolve(lost.id, target.id)
    assert empty.claim_row(target.id).status is Status.UNPROVEN
    assert [c.reference for c in empty.citations_of(target.id)] == ["https://example.org/rice"]
    assert empty.tally().orphans == 0
    with pytest.raises(KzcheckError, match="is not an orphan"):
        empty.resolve(lost.id, None)
    empty.undo()
    assert empty.claim_row(target.id).status is Status.OPEN
    with pytest.raises(KzcheckError, match="not of the present text"):
        empty.resolve(lost.id, rest.id)
    assert is_sound(empty)


def test_an_orphan_is_put_on_words_of_the_present_text(empty: Desk, change: Change) -> None:
    lost = claim_with(empty, 1200)
    empty.mark([lost.id], Status.UNPROVEN, rationale="no register has it")
    empty.cite(lost.id, "https://example.org/rice")
    added = change(("Farmers lost 1,200 hectares of rice.", "The rice harvest was poor."))
    assert (empty.claim(lost.id).quote, empty.context(lost.id).before) != ("", "")
    text = empty.document(added.id).text
    start = text.index("The rice harvest was poor")
    empty.reanchor(lost.id, start, start + len("The rice harvest was poor"))
    (made,) = [row for row in empty.claims_of(added.id) if empty.claim(row.id).start == start]
    assert (empty.status(made.id).status, empty.status(made.id).inherited_from) == (Status.UNPROVEN, lost.id)
    assert [c.reference for c in empty.citations_of(made.id)] == ["https://example.org/rice"]
    assert empty.orphans() == []
    assert is_sound(empty)
    empty.undo()
    assert [each.claim for each in empty.orphans()] == [lost.id]
    assert made.id not in {row.id for row in empty.claims_of(added.id)}
    there = empty.claim(claim_with(empty, 45000).id)
    empty.reanchor(lost.id, there.start, there.end)
    assert empty.status(there.id).inherited_from == lost.id
    for nowhere in ((0, 0), (5, 10**9), (-3, 4)):
        with pytest.raises(KzcheckError):
            empty.reanchor(lost.id, *nowhere)
    assert is_sound(empty)


def test_an_orphan_whose_words_come_back_finds_its_place_again(empty: Desk, change: Change) -> None:
    lost = claim_with(empty, 1200)
    empty.mark([lost.id], Status.UNPROVEN)
    change(("Farmers lost 1,200 hectares of rice.", "The rice harvest was poor."))
    assert empty.tally().orphans == 1
    change(("It was filled in 1987.", "It was filled in 1988."))
    assert empty.tally().orphans == 0
    assert empty.status(claim_with(empty, 1200).id).inherited_from == lost.id
    assert is_sound(empty)


def test_a_text_that_comes_back_is_the_present_one_with_what_was_decided_since(
    empty: Desk, change: Change
) -> None:
    first = claim_with(empty, 62)
    empty.mark([first.id], Status.UNPROVEN)
    change(("45,000 people", "46,000 people"))
    second = claim_with(empty, 62)
    empty.mark([second.id], Status.VERIFIED, override="found it")
    empty.mark([claim_with(empty, 340e6).id], Status.LATER)
    added = change()
    assert (added.status, len(empty.documents())) == ("revised", 2)
    assert [row.is_superseded for row in empty.documents()] == [False, True]
    assert claim_with(empty, 62).id == first.id
    assert empty.claim_row(first.id).status is Status.VERIFIED
    assert empty.status(first.id).inherited_from == second.id
    assert claim_with(empty, 340e6).status is Status.LATER
    assert empty.tally().orphans == 0
    assert is_sound(empty)
    assert change(("45,000 people", "46,000 people")).status == "revised"
    assert claim_with(empty, 62).id == second.id
    assert is_sound(empty)


def test_one_undo_takes_the_carrying_back_and_redo_does_it_again(empty: Desk, change: Change) -> None:
    empty.mark([claim_with(empty, 62).id, claim_with(empty, 340e6).id], Status.UNPROVEN)
    change(("It was filled in 1987.", "It was filled in 1988."))
    assert empty.tally().done == 2
    assert "carried" in empty.undo()
    assert (empty.tally().done, empty.tally().orphans) == (0, 2)
    assert is_sound(empty)
    assert {each.fate for each in empty.orphans()} == {Fate.KEPT}
    assert all(each.candidates for each in empty.orphans())
    empty.redo()
    assert (empty.tally().done, empty.tally().orphans) == (2, 0)
    assert is_sound(empty)
    assert empty.repair() == []


def test_claims_that_a_reviewer_added_or_dropped_are_so_in_the_new_text(empty: Desk, change: Change) -> None:
    document = empty.document(empty.documents()[0].id)
    start = document.text.index("Reservoirs")
    marked = empty.add_claim(document.id, start, start + len("Reservoirs of the north"))
    empty.drop_claim(claim_with(empty, 45000).id)
    change(("It was filled in 1987.", "It was filled in 1988."))
    new = empty.documents()[-1].id
    quotes = [empty.claim(row.id).quote for row in empty.claims_of(new)]
    assert marked.quote in quotes
    assert not [row for row in empty.claims_of(new) if row.value == 45000]
    assert empty.stats().added_claims == 1
    assert is_sound(empty)


def test_what_was_added_dropped_and_altered_is_shown(empty: Desk, change: Change) -> None:
    empty.mark([claim_with(empty, 62).id], Status.VERIFIED, override="seen")
    added = change(
        ("62 percent", "26 percent"),
        ("Farmers lost 1,200 hectares of rice.", "A new canal of 14 miles is being dug near Orman."),
        ("Some 45,000 people live below the dam. ", ""),
    )
    revision = empty.revision(added.id)
    assert revision == added.revision
    assert not revision.is_noted
    seen = {(edit.edit, edit.before[:12], edit.after[:12]) for edit in revision.edits}
    assert seen == {
        (Edit.ALTERED, "The ministry", "The ministry"),
        (Edit.DROPPED, "Farmers lost", ""),
        (Edit.ADDED, "", "A new canal "),
        (Edit.DROPPED, "Some 45,000 ", ""),
    }
    (altered,) = [edit for edit in revision.edits if edit.edit is Edit.ALTERED]
    assert altered.stale == ("62 percent became 26 percent",)
    assert claim_with(empty, 26).id in altered.claims
    assert empty.revision(revision.earlier).later == added.id


def test_a_correction_that_says_so_is_not_silent(empty: Desk, change: Change) -> None:
    added = change(
        ("62 percent", "26 percent"),
        ("of the country.\n", "of the country.\n\nCorrection: the share of canals was misstated.\n"),
    )
    assert empty.revision(added.id).is_noted


def test_a_document_with_one_text_has_no_changes_to_show(empty: Desk, article: Path) -> None:
    empty.add([str(article)])
    with pytest.raises(KzcheckError, match="has not changed"):
        empty.revision(empty.documents()[0].id)


def test_a_revision_matches_other_articles_in_place_of_the_text_before(
    empty: Desk, change: Change, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "Canals\n\nThe ministry said that 62 percent of the canals were repaired last year.\n", "utf-8"
    )
    empty.add([str(other)])
    (match,) = [m for m in empty.matches() if claim_with_quote(empty, m.a) == claim_with_quote(empty, m.b)]
    from kzcheck.domain import Relation

    empty.decide(match.a, match.b, Relation.DUPLICATE)
    change(("It was filled in 1987.", "It was filled in 1988."))
    present = {row.id for row in empty.page(ClaimQuery(zones=()))}
    assert empty.matches()
    assert all({m.a, m.b} <= present for m in empty.matches())
    (decided,) = [m for m in empty.matches() if m.decision is Relation.DUPLICATE]
    for row in (empty.claim_row(decided.a), empty.claim_row(decided.b)):
        assert row.matches == len([v for v in empty.matches_of(row.id) if v.relation != "related"])
    assert is_sound(empty)
    assert empty.rematch()
    assert all({m.a, m.b} <= present for m in empty.matches())
    assert is_sound(empty)


def claim_with_quote(desk: Desk, claim_id: str) -> float | None:
    quantity = desk.claim(claim_id).quantity
    return None if quantity is None else quantity.value


def test_verdicts_come_back_from_a_csv_with_where_they_were_carried_from(
    empty: Desk, change: Change, article: Path, tmp_path: Path
) -> None:
    empty.mark([claim_with(empty, 62).id, claim_with(empty, 340e6).id], Status.UNPROVEN)
    change(("62 percent", "26 percent"))
    rows = {row.claim.quote: row for row in empty.verdict_rows()}
    assert len(rows) == 2
    other = Desk.open(tmp_path / "other.db", reviewer="berik")
    for text in (FIRST, FIRST.replace("62 percent", "26 percent")):
        article.write_text(text, encoding="utf-8")
        other.add([str(article)])
    for name in ("csv", "jsonl"):
        empty.export_file(name, tmp_path / f"out.{name}")
        assert not other.import_file(tmp_path / f"out.{name}").errors
        other.export_file(name, tmp_path / f"back.{name}")
        assert (tmp_path / f"back.{name}").read_bytes() == (tmp_path / f"out.{name}").read_bytes()
    assert "stale: 62 percent became 26 percent" in (tmp_path / "out.csv").read_text("utf-8")
    assert claim_with(other, 26).standing is Standing.STALE
    empty.export_file("claimreview", tmp_path / "reviews.json")
    assert "26 percent" not in (tmp_path / "reviews.json").read_text("utf-8")
    other.close()


def test_a_verdict_carried_over_is_stale_when_any_it_came_from_is_decided_otherwise(
    empty: Desk, change: Change, tmp_path: Path
) -> None:
    for name, words in (("one", "Of the canals 62 percent work."), ("two", "Canals: 62 percent work.")):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n\n{words}\n", encoding="utf-8")
        empty.add([str(tmp_path / f"{name}.txt")])
    source, *others = [row.id for row in empty.page(ClaimQuery(sort=Sort.DOCUMENT)) if row.value == 62]
    assert len(others) == 2
    empty.mark([source], Status.UNPROVEN)
    empty.inherit(others[0], source)
    empty.inherit(others[1], others[0])
    stale = ClaimQuery(standing=Standing.STALE)
    assert empty.page(stale) == []
    change(("It was filled in 1987.", "It was filled in 1987, after ten years of work."))
    assert empty.page(stale) == []
    present = empty.page(ClaimQuery(document=empty.documents()[-1].id))
    (moved,) = [row.id for row in present if row.value == 62]
    empty.mark([moved], Status.NEEDS_CONTEXT)
    assert {row.id for row in empty.page(stale)} == set(others)
    assert empty.count(stale) == 2
    assert all(empty.claim_row(each).standing is Standing.STALE for each in others)
    assert all("has changed since" in (empty.status(each).stale or "") for each in others)
    empty.mark([moved], Status.UNPROVEN)
    assert empty.page(stale) == []
