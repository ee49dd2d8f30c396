"""What a source does to a claim follows the verdict that it is given with."""

import pytest

from kzcheck.desk import Desk, GateRefused
from kzcheck.domain import Citation, CitationKind, Stance, Status

SUPPORT, AGAINST, CONTEXT = Stance.SUPPORTS, Stance.CONTRADICTS, Stance.CONTEXT


def stances(desk: Desk, claim: str) -> list[Stance]:
    return [citation.stance for citation in desk.citations_of(claim)]


def test_a_source_cited_before_the_verdict_contradicts_the_claim_that_is_then_disputed(desk, ids):
    made = desk.cite(ids[0], "box 7", title="The count", passage="none", kind=CitationKind.PRIMARY)
    assert made.stance is SUPPORT
    batch = desk.mark([ids[0]], Status.DISPUTED)
    (turned,) = desk.citations_of(ids[0])
    assert desk.turned_by(batch) == [turned]
    assert (turned.stance, turned.title, turned.passage, turned.kind, turned.accessed) == (
        AGAINST, "The count", "none", CitationKind.PRIMARY, made.accessed,
    )  # fmt: skip


def test_one_undo_takes_back_the_verdict_and_what_it_turned(desk, ids):
    made = desk.cite(ids[0], "box 7")
    desk.mark([ids[0]], Status.DISPUTED)
    desk.undo()
    assert desk.status(ids[0]).status is Status.OPEN
    assert desk.citations_of(ids[0]) == [made]
    desk.redo()
    assert stances(desk, ids[0]) == [AGAINST]
    assert desk.repair() == []


def test_a_source_of_a_disputed_claim_supports_it_when_the_reviewer_verifies_it_after_all(desk, ids):
    desk.cite(ids[0], "box 7")
    desk.mark([ids[0]], Status.DISPUTED)
    desk.mark([ids[0]], Status.VERIFIED)
    assert stances(desk, ids[0]) == [SUPPORT]


def test_a_source_cited_after_the_verdict_has_its_stance(desk, ids):
    desk.mark([ids[0]], Status.DISPUTED, override="seen myself")
    assert desk.cite(ids[0], "box 7").stance is AGAINST
    assert desk.cite(ids[0], "box 8", stance=CONTEXT).stance is CONTEXT
    assert desk.cite(ids[1], "box 7").stance is SUPPORT


@pytest.mark.parametrize("status", [Status.NEEDS_CONTEXT, Status.UNPROVEN, Status.LATER, Status.VERIFIED])
def test_other_verdicts_turn_nothing(desk, ids, status):
    made = desk.cite(ids[0], "box 7")
    assert desk.turned_by(desk.mark([ids[0]], status)) == []
    assert desk.citations_of(ids[0]) == [made]


def test_nothing_is_turned_where_a_source_speaks_for_the_verdict_already(desk, ids):
    desk.cite(ids[0], "box 7")
    desk.cite(ids[0], "box 8", stance=AGAINST)
    desk.mark([ids[0]], Status.DISPUTED)
    assert stances(desk, ids[0]) == [SUPPORT, AGAINST]


def test_nothing_is_turned_where_a_source_is_given_with_the_verdict(desk, ids):
    desk.cite(ids[0], "box 7")
    given = Citation(id="", claim_id="", reference="box 8", stance=AGAINST)
    desk.mark([ids[0]], Status.DISPUTED, citation=given)
    assert stances(desk, ids[0]) == [SUPPORT, AGAINST]


def test_what_was_cited_as_context_or_by_a_colleague_stays_as_it_was(desk, ids, open_desk):
    desk.cite(ids[0], "box 7", stance=CONTEXT)
    open_desk("bolat").cite(ids[0], "box 8")
    desk.mark([ids[0]], Status.DISPUTED)
    assert stances(desk, ids[0]) == [CONTEXT, SUPPORT]


def test_the_strict_gate_does_not_count_a_source_that_would_have_to_be_turned(desk, ids):
    desk.set_setting("gate", "strict")
    desk.cite(ids[0], "box 7", kind=CitationKind.PRIMARY)
    with pytest.raises(GateRefused, match="1 not cited as contradiction"):
        desk.mark([ids[0]], Status.DISPUTED)
    assert stances(desk, ids[0]) == [SUPPORT]


def test_what_was_seen_of_the_page_holds_for_the_turned_source(desk, ids, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("The count of the year found none.", encoding="utf-8")
    made = desk.cite(ids[0], str(page), passage="found none")
    seen = desk.evidence.look(made.id, may_read_files=True)
    desk.mark([ids[0]], Status.DISPUTED)
    (turned,) = desk.citations_of(ids[0])
    assert (turned.snapshot, turned.passage_check) == (seen.snapshot, seen.passage_check)
    assert turned.snapshot
    assert desk.repair() == []


def test_a_second_reviewer_turns_only_their_own_source(desk, ids, open_desk, path):
    from kzcheck.desk.blind import BlindDesk

    desk.mark(
        [ids[0]], Status.DISPUTED, citation=Citation(id="", claim_id="", reference="box 7", stance=AGAINST)
    )
    with BlindDesk.open(path, reviewer="bolat") as second:
        second.cite(ids[0], "box 7")
        second.mark([ids[0]], Status.DISPUTED)
        assert stances(second, ids[0]) == [AGAINST]
    assert stances(desk, ids[0]) == [AGAINST, AGAINST]
    assert desk.repair() == []
