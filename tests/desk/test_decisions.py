"""Decisions of a reviewer, undo and redo."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kzcheck.desk import Desk, GateRefused
from kzcheck.domain import Action, Citation, ClaimQuery, KzcheckError, Relation, Sort, Stance, Status

SOURCE = Citation(id="", claim_id="", reference="https://stat.example/table-4", passage="20.1 percent")


def test_a_verdict_without_evidence_is_refused_and_changes_nothing(desk: Desk, ids: list[str]) -> None:
    for status in (Status.VERIFIED, Status.DISPUTED):
        with pytest.raises(GateRefused, match="cite a source"):
            desk.mark([ids[0]], status)
    assert desk.status(ids[0]).status is Status.OPEN
    assert desk.log() == []


def test_other_verdicts_need_no_evidence(desk: Desk, ids: list[str]) -> None:
    for status in (Status.NEEDS_CONTEXT, Status.UNPROVEN, Status.NOT_CHECKABLE, Status.LATER, Status.OPEN):
        desk.mark([ids[0]], status)
        assert desk.status(ids[0]).status is status


def test_an_override_needs_a_reason_and_the_reason_is_kept(desk: Desk, ids: list[str]) -> None:
    with pytest.raises(GateRefused):
        desk.mark([ids[0]], Status.VERIFIED, override="   ")
    desk.mark([ids[0]], Status.VERIFIED, override="I was there")
    assert desk.status(ids[0]).override_reason == "I was there"
    assert [row.override_reason for row in desk.verdict_rows()] == ["I was there"]


def test_one_mark_cites_and_decides_and_one_undo_takes_both_back(desk: Desk, ids: list[str]) -> None:
    desk.mark([ids[0]], Status.VERIFIED, citation=SOURCE, rationale="see table 4", active_seconds=12.5)
    status = desk.status(ids[0])
    assert (status.status, status.rationale, status.reviewer) == (Status.VERIFIED, "see table 4", "aizhan")
    assert status.active_seconds == 12.5
    assert [c.reference for c in desk.citations_of(ids[0])] == [SOURCE.reference]
    assert desk.undo() == "verified: A fifth went west."
    assert desk.status(ids[0]).status is Status.OPEN
    assert desk.status(ids[0]).rationale is None
    assert desk.citations_of(ids[0]) == []
    assert desk.redo() == "verified: A fifth went west."
    assert desk.status(ids[0]) == status
    assert desk.claim_row(ids[0]).citations == 1


def test_many_claims_are_marked_and_taken_back_as_one(desk: Desk, ids: list[str]) -> None:
    desk.mark([*ids, ids[0]], Status.DISPUTED, citation=SOURCE)
    assert desk.tally().by_status == {Status.DISPUTED: 3}
    assert [len(desk.citations_of(claim)) for claim in ids] == [1, 1, 1]
    assert desk.undo() == "disputed: 3 claims"
    assert desk.tally().by_status == {Status.OPEN: 3}


def test_undo_goes_back_to_the_beginning_and_survives_a_restart(
    desk: Desk, ids: list[str], open_desk: Callable[[str], Desk]
) -> None:
    for _ in range(30):
        desk.mark([ids[0]], Status.LATER)
        desk.mark([ids[0]], Status.UNPROVEN)
    again = open_desk("aizhan")
    for _ in range(60):
        again.undo()
    assert again.status(ids[0]).status is Status.OPEN
    with pytest.raises(KzcheckError, match="nothing to undo"):
        again.undo()
    for _ in range(60):
        again.redo()
    assert again.status(ids[0]).status is Status.UNPROVEN
    with pytest.raises(KzcheckError, match="nothing to redo"):
        again.redo()
    assert again.doctor() == []


def test_a_new_deed_ends_what_could_be_redone(desk: Desk, ids: list[str]) -> None:
    desk.mark([ids[0]], Status.LATER)
    desk.undo()
    desk.mark([ids[1]], Status.LATER)
    with pytest.raises(KzcheckError, match="nothing to redo"):
        desk.redo()
    desk.undo()
    with pytest.raises(KzcheckError, match="nothing to undo"):
        desk.undo()


def test_a_reviewer_undoes_their_own_deeds_only(
    desk: Desk, ids: list[str], open_desk: Callable[[str], Desk]
) -> None:
    other = open_desk("bolat")
    desk.mark([ids[0]], Status.UNPROVEN)
    other.mark([ids[1]], Status.LATER)
    desk.undo()
    assert desk.status(ids[0]).status is Status.OPEN
    assert desk.status(ids[1]).status is Status.LATER


def test_undo_is_refused_where_somebody_else_has_decided_since(
    desk: Desk, ids: list[str], open_desk: Callable[[str], Desk]
) -> None:
    other = open_desk("bolat")
    desk.mark([ids[0]], Status.UNPROVEN)
    other.mark([ids[0]], Status.NEEDS_CONTEXT)
    with pytest.raises(KzcheckError, match="bolat has changed"):
        desk.undo()
    assert desk.status(ids[0]).status is Status.NEEDS_CONTEXT
    other.undo()
    desk.undo()
    assert desk.status(ids[0]).status is Status.OPEN


def test_redo_is_refused_where_the_claim_is_no_longer_as_it_was_left(
    desk: Desk, ids: list[str], open_desk: Callable[[str], Desk]
) -> None:
    other = open_desk("bolat")
    desk.mark([ids[0]], Status.UNPROVEN)
    other.mark([ids[0]], Status.NEEDS_CONTEXT)
    other.undo()
    desk.undo()
    with pytest.raises(KzcheckError, match="no longer as it was left"):
        other.redo()


def test_a_rationale_and_a_headline_are_changed_found_and_taken_back(desk: Desk, ids: list[str]) -> None:
    desk.set_rationale(ids[0], "  rounded  ")
    desk.set_headline(ids[0], "20% of exports")
    assert desk.status(ids[0]).rationale == "rounded"
    assert [row.id for row in desk.page(ClaimQuery(text="exports"))] == [ids[0]]
    assert desk.set_headline(ids[0], "20% of exports") is None
    desk.undo()
    assert desk.claim(ids[0]).headline == "A fifth went west."
    assert desk.page(ClaimQuery(text="exports")) == []
    desk.undo()
    assert desk.status(ids[0]).rationale is None
    with pytest.raises(KzcheckError, match="empty"):
        desk.set_headline(ids[0], " ")


def test_a_dropped_claim_leaves_every_list_and_comes_back_with_its_verdict(
    desk: Desk, ids: list[str]
) -> None:
    desk.mark([ids[0]], Status.VERIFIED, citation=SOURCE)
    desk.drop_claim(ids[0])
    assert ids[0] not in [row.id for row in desk.page(ClaimQuery(zones=()))]
    assert desk.tally().total == 2
    assert (desk.documents()[0].claims, desk.documents()[0].done) == (2, 0)
    assert list(desk.verdict_rows()) == []
    assert desk.stats().dropped_claims == 1
    with pytest.raises(KzcheckError, match="off the desk already"):
        desk.drop_claim(ids[0])
    desk.undo()
    assert desk.claim_row(ids[0]).status is Status.VERIFIED
    assert desk.tally().done == 1


def test_a_decision_on_a_pair_shows_on_both_and_is_taken_back(desk: Desk, ids: list[str]) -> None:
    desk.decide(ids[1], ids[0], Relation.CONFLICT)
    for own, other in ((0, 1), (1, 0)):
        (match,) = desk.matches_of(ids[own])
        assert (match.other.id, match.decision) == (ids[other], Relation.CONFLICT)
        assert (desk.claim_row(ids[own]).matches, desk.claim_row(ids[own]).conflicts) == (1, 1)
        assert [e.action for e in desk.history_of(ids[own])] == [Action.DECIDE]
    assert [m.a < m.b for m in desk.matches(relation=Relation.CONFLICT)] == [True]
    desk.undo()
    assert desk.claim_row(ids[0]).matches == 0
    assert desk.matches() == []
    with pytest.raises(KzcheckError, match="name two claims"):
        desk.decide(ids[0], ids[0], Relation.DUPLICATE)


def test_citations_are_recalled_newest_first_each_source_once(
    desk: Desk, ids: list[str], open_desk: Callable[[str], Desk]
) -> None:
    first = desk.cite(ids[0], "https://a.example", passage="one", stance=Stance.CONTRADICTS)
    desk.cite(ids[0], "Interview, 3 May")
    desk.cite(ids[1], "https://a.example", passage="two")
    assert desk.cite(ids[0], "https://a.example", passage="one", stance=Stance.CONTRADICTS) == first
    assert [c.reference for c in desk.recent_citations()] == ["https://a.example", "Interview, 3 May"]
    assert open_desk("bolat").last_citation() is None
    last = desk.last_citation()
    assert last is not None
    assert last.passage == "two"
    desk.uncite(first.id)
    assert [c.reference for c in desk.citations_of(ids[0])] == ["Interview, 3 May"]
    with pytest.raises(KzcheckError, match="no citation has the id"):
        desk.uncite(first.id)
    with pytest.raises(KzcheckError, match="source is empty"):
        desk.cite(ids[0], " ")


def test_the_strict_gate_is_a_setting_of_the_desk(desk: Desk, ids: list[str]) -> None:
    with pytest.raises(KzcheckError, match="any, strict, off"):
        desk.set_setting("gate", "loose")
    desk.set_setting("gate", "strict")
    with pytest.raises(GateRefused, match="one primary or 3"):
        desk.mark([ids[0]], Status.VERIFIED, citation=SOURCE)
    assert desk.citations_of(ids[0]) == []
    desk.set_setting("gate", "off")
    desk.mark([ids[0]], Status.VERIFIED)


def test_the_history_tells_decisions_and_what_became_of_them(desk: Desk, ids: list[str]) -> None:
    desk.mark([ids[0]], Status.LATER)
    desk.undo()
    desk.mark([ids[1]], Status.LATER)
    assert [entry.action for entry in desk.history_of(ids[0])] == [Action.STATUS, Action.UNDO]
    assert [entry.action for entry in desk.log(2)] == [Action.STATUS, Action.UNDO]


def test_the_list_by_touch_begins_with_the_last_decision(desk: Desk, ids: list[str]) -> None:
    desk.mark([ids[2]], Status.LATER)
    desk.mark([ids[1]], Status.LATER)
    rows = desk.page(ClaimQuery(sort=Sort.TOUCHED))
    assert [row.id for row in rows] == [ids[1], ids[2], ids[0]]


def test_a_claim_is_named_by_the_beginning_of_its_id(desk: Desk, ids: list[str]) -> None:
    assert desk.claim(ids[0][:6]).id == ids[0]
    for wrong in (ids[0][:3], "", "zzzzzzzz", "%", ids[0] + "x"):
        with pytest.raises(KzcheckError, match="kzcheck claims"):
            desk.claim(wrong)


HOSTILE = ["[bold]\x1b[31m", "'; DROP TABLE claims; --", "\ud800 half", "a\0b", "\u202eevil", "x" * 100_000]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_kept_as_words(desk: Desk, ids: list[str], words: str) -> None:
    kept = words.replace("\0", "\ufffd").replace("\ud800", "?").strip()
    desk.mark(
        [ids[0]], Status.VERIFIED, citation=Citation(id="", claim_id="", reference=words), rationale=words
    )
    desk.set_headline(ids[1], words)
    desk.page(ClaimQuery(text=words))
    assert desk.status(ids[0]).rationale == kept
    assert desk.citations_of(ids[0])[0].reference == kept
    assert desk.claim(ids[1]).headline == kept
    assert desk.verify_ledger() == []
    assert desk.doctor() == []


def test_everything_decided_is_in_the_ledger_and_can_be_made_again(
    desk: Desk, ids: list[str], path: Path, open_desk: Callable[[str], Desk]
) -> None:
    other = open_desk("bolat")
    desk.mark(ids, Status.VERIFIED, citation=SOURCE, rationale="ok")
    other.decide(ids[0], ids[1], Relation.DIFFERENT)
    desk.undo()
    desk.set_headline(ids[0], "First")
    desk.set_headline(ids[0], "Second")
    desk.undo()
    other.mark([ids[2]], Status.LATER)
    other.drop_claim(ids[2])
    assert desk.doctor() == []
    before = [desk.claim_row(claim) for claim in ids]
    assert desk.repair() == []
    assert [desk.claim_row(claim) for claim in ids] == before
    assert json.loads(json.dumps(desk.log()[0].after)) == desk.log()[0].after


@pytest.mark.parametrize(
    "address", ["https://me:secret@stat.example/4", "HTTP://me@stat.example", "http://:s@a/"]
)
def test_an_address_with_a_password_never_gets_into_the_ledger(
    desk: Desk, ids: list[str], address: str
) -> None:
    citation = Citation(id="", claim_id="", reference=address)
    for attempt in (
        lambda: desk.cite(ids[0], address),
        lambda: desk.mark([ids[0]], Status.VERIFIED, citation=citation),
    ):
        with pytest.raises(KzcheckError, match="before the @"):
            attempt()
    assert desk.log() == []
    assert desk.status(ids[0]).status is Status.OPEN


@pytest.mark.parametrize("reference", ["https://medium.example/@writer/4", "a mail of me@stat.example"])
def test_an_at_sign_elsewhere_is_no_password(desk: Desk, ids: list[str], reference: str) -> None:
    assert desk.cite(ids[0], reference).reference == reference
