"""Two desks made one: nothing is lost, differences are told, and what is hostile is refused."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from two_desks import CANALS, claims, relations, valued

from kzcheck.desk import Desk
from kzcheck.domain import (
    Citation,
    ClaimQuery,
    FactCheck,
    KeptPage,
    Metadata,
    Relation,
    Standing,
    Status,
)

State = Callable[[Desk], object]
SOURCE = Citation(id="", claim_id="", reference="https://stat.example/table-4", passage="20.1 percent")


def test_documents_claims_and_matches_of_both_are_on_the_desk(ours: Desk, theirs: Desk, canals: Path) -> None:
    theirs.add([str(canals)])
    report = ours.merge(theirs.path)
    assert (report.documents, report.claims > 0, report.errors) == (1, True, ())
    assert claims(ours) == claims(theirs)
    assert relations(ours) == relations(theirs) != []
    assert len(ours.page(ClaimQuery(text="canals"))) == len(theirs.page(ClaimQuery(text="canals"))) > 0
    assert ours.doctor() == []


def test_what_only_one_desk_decided_is_taken_as_it_was_decided(
    ours: Desk, theirs: Desk, state: Callable[[Desk], object]
) -> None:
    first, second = claims(ours)[:2]
    theirs.mark([first], Status.VERIFIED, citation=SOURCE, rationale="table 4", active_seconds=7.5)
    theirs.set_headline(second, "costs rose")
    theirs.decide(first, second, Relation.DIFFERENT)
    report = ours.merge(theirs.path)
    assert (report.verdicts, report.citations, report.decisions, report.disagreements) == (1, 1, 1, ())
    assert ours.status(first) == theirs.status(first)
    assert ours.citations_of(first) == theirs.citations_of(first)
    assert ours.claim(second).headline == "costs rose"
    assert state(ours) == state(theirs)
    assert ours.doctor() == []


def test_a_second_merge_changes_nothing(ours: Desk, theirs: Desk, state: State) -> None:
    first, second = claims(ours)[:2]
    ours.mark([first], Status.UNPROVEN)
    theirs.mark([first, second], Status.DISPUTED, citation=SOURCE, rationale="old")
    ours.merge(theirs.path)
    before, entries = state(ours), ours.newest_entry()
    again = ours.merge(theirs.path)
    assert (state(ours), ours.newest_entry()) == (before, entries)
    assert (again.documents, again.verdicts, again.second_verdicts, again.citations, again.entries) == (
        0, 0, 0, 0, 0,
    )  # fmt: skip
    theirs.merge(ours.path)
    assert ours.merge(theirs.path).verdicts == theirs.merge(ours.path).verdicts == 0
    assert state(ours) == before
    assert ours.doctor() == theirs.doctor() == []


def test_where_both_decided_the_other_verdict_stands_as_a_second_one_and_is_told(
    ours: Desk, theirs: Desk
) -> None:
    first, second = claims(ours)[:2]
    ours.mark([first, second], Status.UNPROVEN, rationale="no register")
    theirs.mark([first], Status.DISPUTED, citation=SOURCE, rationale="the register")
    theirs.mark([second], Status.UNPROVEN)
    report = ours.merge(theirs.path)
    (told,) = report.disagreements
    assert (told.claim, told.what, told.ours, told.theirs) == (first, "verdict", "unproven", "disputed")
    assert (told.our_reviewer, told.their_reviewer) == ("aizhan", "bolat")
    assert (ours.status(first).status, ours.status(first).rationale) == (Status.UNPROVEN, "no register")
    (found,) = ours.seconds_of(first)
    assert (found.reviewer, found.status, found.rationale) == ("bolat", Status.DISPUTED, "the register")
    assert [each.agrees for each in ours.seconds_of(second)] == [True]
    assert (report.verdicts, report.second_verdicts) == (0, 2)
    assert (ours.stats().second_verdicts, ours.stats().second_agreed) == (2, 1)


def test_what_one_desk_had_and_decided_anew_is_not_brought_back(
    ours: Desk, theirs: Desk, tmp_path: Path
) -> None:
    first, second = claims(ours)[:2]
    ours.mark([first], Status.UNPROVEN)
    ours.mark([second], Status.UNPROVEN)
    ours.cite(first, "https://a.example")
    ours.back_up(tmp_path / "copy.db")
    ours.mark([first], Status.NEEDS_CONTEXT)
    ours.uncite(ours.citations_of(first)[0].id)
    with Desk.open(tmp_path / "copy.db", reviewer="bolat") as copy:
        copy.mark([second], Status.NOT_CHECKABLE)
    report = ours.merge(tmp_path / "copy.db")
    assert report.disagreements == ()
    assert ours.status(first).status is Status.NEEDS_CONTEXT
    assert ours.status(second).status is Status.NOT_CHECKABLE
    assert ours.citations_of(first) == []
    assert theirs.merge(tmp_path / "copy.db").verdicts == 2


def test_one_undo_takes_back_what_was_decided_and_it_can_be_merged_again(
    ours: Desk, theirs: Desk, state: Callable[[Desk], object]
) -> None:
    first = claims(ours)[0]
    theirs.mark([first], Status.VERIFIED, citation=SOURCE, rationale="table 4")
    before = state(ours)
    ours.merge(theirs.path)
    after = state(ours)
    assert ours.undo().startswith("merge: ")
    assert state(ours) == before
    assert ours.doctor() == []
    ours.merge(theirs.path)
    assert state(ours) == after


def test_claims_added_and_dropped_there_are_so_here(ours: Desk, theirs: Desk) -> None:
    document = theirs.documents()[0].id
    start = theirs.document(document).text.index("holds")
    added = theirs.add_claim(document, start, start + len("holds 340 million"))
    theirs.mark([added.id], Status.UNPROVEN)
    theirs.decide(added.id, claims(ours)[0], Relation.DUPLICATE)
    dropped, kept = claims(ours)[1], claims(ours)[0]
    theirs.drop_claim(dropped)
    theirs.drop_claim(kept)
    ours.mark([kept], Status.UNPROVEN)
    report = ours.merge(theirs.path)
    assert ours.status(added.id).status is Status.UNPROVEN
    assert ours.cluster_of(added.id) != []
    assert dropped not in claims(ours)
    assert [(told.claim, told.what) for told in report.disagreements] == [(kept, "presence")]
    assert kept in claims(ours)
    assert ours.doctor() == []


def test_other_headlines_rationales_and_pairs_are_told_and_ours_stay(ours: Desk, theirs: Desk) -> None:
    first, second = claims(ours)[:2]
    for desk, words, relation in ((ours, "ours", Relation.CONFLICT), (theirs, "theirs", Relation.DUPLICATE)):
        desk.set_headline(first, words)
        desk.set_rationale(first, words)
        desk.mark([second], Status.LATER)
        desk.decide(first, second, relation)
    report = ours.merge(theirs.path)
    assert sorted(told.what for told in report.disagreements) == ["headline", "pair", "rationale"]
    assert ours.claim(first).headline == "ours"
    assert ours.status(first).rationale == "ours"
    assert [m.decision for m in ours.matches_of(first)] == [Relation.CONFLICT]


def test_the_ledger_of_the_other_desk_is_kept_word_for_word(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    first = claims(ours)[0]
    theirs.mark([first], Status.UNPROVEN)
    theirs.undo()
    theirs.mark([first], Status.LATER)
    assert ours.merge(theirs.path).entries == 3
    with Desk.open(tmp_path / "third.db", reviewer="dana") as third:
        assert third.merge(ours.path).entries == 3 + ours.newest_entry()
        assert third.doctor() == []
    intruder = sqlite3.connect(ours.path)
    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
        intruder.execute("UPDATE merged_entries SET reviewer = 'nobody'")
    intruder.execute("DROP TRIGGER merged_entries_never_change")
    intruder.execute("UPDATE merged_entries SET reviewer = 'nobody' WHERE seq = 2")
    intruder.commit()
    intruder.close()
    assert [line for line in ours.verify_ledger() if "another ledger" in line] != []


# -- texts that changed ----------------------------------------------------------------------------


def changed(desk: Desk, path: Path, old: str, new: str) -> None:
    """Add the article again with other words in it."""
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    assert desk.add([str(path)]).documents[0].status == "revised"


def test_a_newer_text_of_the_other_desk_takes_the_place_of_ours_with_what_we_decided(
    ours: Desk, theirs: Desk, tmp_path: Path, state: Callable[[Desk], object]
) -> None:
    ours.mark([valued(ours, 12)], Status.UNPROVEN)
    theirs.mark([valued(theirs, 340e6)], Status.NEEDS_CONTEXT)
    changed(theirs, tmp_path / "reservoirs.txt", "12 percent more.", "12 percent more. It was late.")
    ours.merge(theirs.path)
    assert [row.is_superseded for row in ours.documents()] == [True, False]
    assert ours.status(valued(ours, 12)).status is Status.UNPROVEN
    assert ours.status(valued(ours, 340e6)).status is Status.NEEDS_CONTEXT
    assert ours.orphans() == []
    assert ours.doctor() == []
    before = state(ours)
    assert ours.merge(theirs.path).verdicts == 0
    assert state(ours) == before


def test_what_was_decided_there_on_a_text_that_we_replaced_goes_over_to_ours(
    ours: Desk, theirs: Desk, tmp_path: Path
) -> None:
    changed(ours, tmp_path / "reservoirs.txt", "12 percent more.", "12 percent more. It was late.")
    theirs.mark([valued(theirs, 12)], Status.UNPROVEN)
    theirs.mark([valued(theirs, 340e6)], Status.NEEDS_CONTEXT)
    ours.merge(theirs.path)
    assert len(ours.page(ClaimQuery(standing=Standing.ORPHANED))) == 0
    assert ours.status(valued(ours, 12)).status is Status.UNPROVEN
    assert ours.status(valued(ours, 340e6)).status is Status.NEEDS_CONTEXT
    assert ours.doctor() == []


def test_two_texts_of_one_address_are_one_article_and_the_later_is_the_present_one(
    ours: Desk, theirs: Desk, tmp_path: Path
) -> None:
    for desk, text in ((ours, CANALS), (theirs, CANALS.replace("62 percent", "64 percent"))):
        (tmp_path / "page.txt").write_text(text, encoding="utf-8")
        desk.add([str(tmp_path / "page.txt")], given=Metadata(url="https://news.example/canals"))
    ours.mark([valued(ours, 62)], Status.UNPROVEN)
    ours.merge(theirs.path)
    standing = {row.standing for row in ours.page(ClaimQuery()) if row.value == 64}
    assert standing == {Standing.STALE}
    assert sum(row.is_superseded for row in ours.documents()) == 1
    assert ours.doctor() == []


# -- pages and checks ------------------------------------------------------------------------------


def keep_page(desk: Desk, tmp_path: Path) -> KeptPage:
    """Cite a file for the first claim, so that its copy is kept."""
    (tmp_path / "count.html").write_text("<p>A count says 20.1 percent.</p>", encoding="utf-8")
    cited = desk.cite(claims(desk)[0], str(tmp_path / "count.html"), passage="20.1 percent")
    desk.evidence.look(cited.id, may_read_files=True)
    page = desk.evidence.kept_page(desk.evidence.citation(cited.id))
    assert page is not None
    return page


def test_kept_pages_and_what_was_seen_in_them_come_along(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    page = keep_page(theirs, tmp_path)
    assert ours.merge(theirs.path).kept_pages == 1
    (citation,) = ours.citations_of(claims(ours)[0])
    assert citation == theirs.citations_of(claims(ours)[0])[0]
    assert ours.evidence.body(ours.evidence.page(page.sha256)) == theirs.evidence.body(page)
    assert ours.doctor() == []


def test_a_kept_page_that_is_not_what_its_hash_says_is_left_out(
    ours: Desk, theirs: Desk, tmp_path: Path
) -> None:
    page = keep_page(theirs, tmp_path)
    intruder = sqlite3.connect(theirs.path)
    intruder.execute("UPDATE snapshot_bodies SET packed = zeroblob(40)")
    intruder.commit()
    intruder.close()
    report = ours.merge(theirs.path)
    assert (report.kept_pages, len(report.errors)) == (0, 1)
    assert page.sha256[:12] in report.errors[0]


def test_published_checks_come_along_and_are_found(ours: Desk, theirs: Desk, tmp_path: Path) -> None:
    feed = tmp_path / "checks.jsonl"
    feed.write_text('{"id": "k1", "claim": "The Tarn reservoir holds 340 million cubic metres"}\n', "utf-8")
    theirs.import_checks(feed)
    assert ours.merge(theirs.path).fact_checks == 1
    (found, *_) = ours.check_lookup().find("The Tarn reservoir holds 340 million cubic metres of water.")
    assert found.check == FactCheck(id="k1", claim="The Tarn reservoir holds 340 million cubic metres")
    assert ours.merge(theirs.path).fact_checks == 0
