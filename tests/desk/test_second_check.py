"""The blind second check: two reviewers decide on the same claims, and neither sees what the other found."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzcheck.desk import Desk, GateRefused
from kzcheck.desk.blind import BlindDesk
from kzcheck.desk.stats import kappa
from kzcheck.domain import Citation, ClaimQuery, KzcheckError, Stance, Status, Verdict

SOURCE = Citation(id="", claim_id="", reference="https://stat.example/table-4", passage="20.1 percent")
OTHER = Citation(id="", claim_id="", reference="https://press.example/9", stance=Stance.CONTRADICTS)


@pytest.fixture
def second(desk: Desk, ids: list[str], path: Path) -> Iterator[Desk]:
    """The desk as bolat checks it, blind, after aizhan has decided the first two claims."""
    desk.mark([ids[0]], Status.VERIFIED, citation=SOURCE, rationale="table 4")
    desk.mark([ids[1]], Status.UNPROVEN)
    with BlindDesk.open(path, reviewer="bolat") as second:
        yield second


def test_the_list_has_what_somebody_else_decided_and_says_nothing_of_it(
    second: Desk, desk: Desk, ids: list[str]
) -> None:
    rows = second.page(ClaimQuery())
    assert [(row.id, row.status, row.citations) for row in rows] == [
        (ids[0], Status.OPEN, 0),
        (ids[1], Status.OPEN, 0),
    ]
    assert second.count(ClaimQuery()) == 2
    assert second.tally().by_status == {Status.OPEN: 2}
    assert [(row.claims, row.done) for row in second.documents()] == [(2, 0)]
    assert (second.status(ids[0]).status, second.status(ids[0]).rationale) == (Status.OPEN, None)
    assert second.citations_of(ids[0]) == second.recent_citations() == []
    assert second.history_of(ids[0]) == second.log() == []
    assert {mark.status for mark in second.marks_of(second.documents()[0].id)} == {Status.OPEN}
    assert second.orphans() == []
    with BlindDesk.open(desk.path, reviewer="aizhan") as own:
        assert own.page(ClaimQuery()) == []


def test_a_second_verdict_stands_beside_the_first(second: Desk, desk: Desk, ids: list[str]) -> None:
    second.mark([ids[0]], Status.DISPUTED, citation=OTHER, rationale="old table", active_seconds=8)
    assert (desk.status(ids[0]).status, desk.status(ids[0]).rationale) == (Status.VERIFIED, "table 4")
    assert second.status(ids[0]).status is Status.DISPUTED
    assert (second.status(ids[0]).rationale, second.status(ids[0]).active_seconds) == ("old table", 8)
    assert [citation.reference for citation in second.citations_of(ids[0])] == [OTHER.reference]
    assert [row.id for row in second.page(ClaimQuery(statuses=(Status.OPEN,)))] == [ids[1]]
    assert [row.id for row in second.page(ClaimQuery(statuses=(Status.DISPUTED,)))] == [ids[0]]
    assert second.tally().by_status == {Status.OPEN: 1, Status.DISPUTED: 1}
    (row,) = [row for row in desk.verdict_rows() if row.claim.id == ids[0]]
    assert (row.second_reviewer, row.second_verdict, row.agreed) == ("bolat", Verdict.DISPUTED, False)
    ((claim, found),) = desk.disagreements()
    assert (claim.id, claim.status, found.reviewer, found.status) == (
        ids[0],
        Status.VERIFIED,
        "bolat",
        Status.DISPUTED,
    )
    assert desk.doctor() == []


def test_only_the_second_reviewers_own_sources_count_for_the_gate(
    second: Desk, desk: Desk, ids: list[str]
) -> None:
    for claim in ids[:2]:
        with pytest.raises(GateRefused):
            second.mark([claim], Status.VERIFIED)
    same = second.cite(ids[0], SOURCE.reference, passage=SOURCE.passage)
    assert second.cite(ids[0], SOURCE.reference, passage=SOURCE.passage) == same
    second.mark([ids[0]], Status.VERIFIED)
    assert [c.id for c in second.citations_of(ids[0])] == [same.id]
    assert len(desk.citations_of(ids[0])) == 2
    second.mark([ids[1]], Status.VERIFIED, override="I was there")
    assert second.status(ids[1]).override_reason == "I was there"


def test_each_takes_back_their_own_and_neither_hinders_the_other(
    second: Desk, desk: Desk, ids: list[str]
) -> None:
    second.mark([ids[1]], Status.NEEDS_CONTEXT)
    assert desk.undo() == "unproven: Half went east."
    assert desk.redo() == "unproven: Half went east."
    desk.mark([ids[1]], Status.LATER)
    assert second.undo() == "second verdict needs context: Half went east."
    assert desk.seconds_of(ids[1]) == []
    second.redo()
    second.mark([ids[0]], Status.DISPUTED, citation=OTHER)
    assert second.undo() == second.redo() == "second verdict disputed: A fifth went west."
    second.undo()
    assert [found.status for found in desk.seconds_of(ids[1])] == [Status.NEEDS_CONTEXT]
    assert [row.id for row in second.page(ClaimQuery())] == [ids[0]]
    assert desk.doctor() == []


def test_a_second_verdict_is_postponed_changed_explained_and_withdrawn(second: Desk, ids: list[str]) -> None:
    with pytest.raises(KzcheckError, match="decide first"):
        second.set_rationale(ids[1], "why")
    second.mark([ids[1]], Status.LATER)
    assert second.tally().by_status == {Status.OPEN: 1, Status.LATER: 1}
    second.mark([ids[1]], Status.UNPROVEN)
    second.set_rationale(ids[1], " no register ")
    assert second.status(ids[1]).rationale == "no register"
    assert second.set_rationale(ids[1], "no register") is None
    second.mark([ids[1]], Status.OPEN)
    assert second.status(ids[1]).status is Status.OPEN
    assert second.doctor() == []


def test_nobody_checks_their_own_verdict_nor_a_claim_without_one(
    second: Desk, desk: Desk, ids: list[str]
) -> None:
    with pytest.raises(KzcheckError, match="no verdict to check"):
        second.mark([ids[2]], Status.UNPROVEN)
    with (
        BlindDesk.open(desk.path, reviewer="aizhan") as own,
        pytest.raises(KzcheckError, match="decided by you"),
    ):
        own.mark([ids[0]], Status.UNPROVEN)
    with pytest.raises(KzcheckError, match="no claim was named"):
        second.mark([], Status.UNPROVEN)


def test_what_would_show_the_verdicts_of_others_is_refused(
    second: Desk, ids: list[str], tmp_path: Path
) -> None:
    asked: tuple[Callable[[], object], ...] = (
        second.stats,
        second.conflicts,
        second.alarms,
        second.disagreements,
        lambda: second.drop_claim(ids[0]),
        lambda: second.inherit(ids[1], ids[0]),
        lambda: second.export_file("csv", tmp_path / "verdicts.csv"),
    )
    for ask in asked:
        with pytest.raises(KzcheckError, match="leave the blind check"):
            ask()
    assert not (tmp_path / "verdicts.csv").exists()


def test_agreement_is_told_of_what_was_found_blind_not_of_what_was_settled_later(
    second: Desk, desk: Desk, ids: list[str]
) -> None:
    assert (desk.stats().second_verdicts, desk.stats().kappa) == (0, None)
    second.mark([ids[0]], Status.UNPROVEN)
    second.mark([ids[1]], Status.UNPROVEN)
    before = desk.stats()
    assert (before.second_verdicts, before.second_agreed, before.kappa) == (2, 1, 0.0)
    desk.mark([ids[0]], Status.UNPROVEN)
    assert desk.disagreements() == []
    assert desk.stats().kappa == before.kappa


def test_kappa_is_that_of_the_books() -> None:
    """The example of 50 grants read by two people: .70 agree, .50 would by chance."""
    pairs = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("yes", "yes"), ("no", "no")]) == 1
    assert kappa([("yes", "no"), ("no", "yes")]) == -1
    assert kappa([]) is kappa([("yes", "yes")]) is None


def test_second_verdicts_come_back_from_every_export(
    second: Desk, desk: Desk, ids: list[str], tmp_path: Path
) -> None:
    second.mark([ids[0]], Status.DISPUTED, citation=OTHER)
    second.mark([ids[1]], Status.UNPROVEN)
    for name in ("csv", "jsonl"):
        first, again = tmp_path / f"first.{name}", tmp_path / f"again.{name}"
        desk.export_file(name, first)
        with Desk.open(tmp_path / f"{name}.db", reviewer="dana") as other:
            document = desk.document(desk.documents()[0].id)
            other.add_documents([(document, [desk.claim(claim) for claim in ids])])
            other.import_file(first)
            other.export_file(name, again)
            assert other.import_file(first).verdicts == 0
            assert other.doctor() == []
        assert first.read_bytes() == again.read_bytes()
        assert b"bolat" in first.read_bytes()


def test_a_hundred_thousand_verdicts_are_no_reason_to_read_them_all(
    second: Desk, desk: Desk, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where many claims are decided the list is walked in its order, as the desk's own is."""
    desk.mark(ids, Status.UNPROVEN)
    second.mark([ids[1]], Status.LATER)
    monkeypatch.setattr("kzcheck.store.filters.few_of", lambda _store: 0)
    query = ClaimQuery(statuses=(Status.OPEN,))
    assert [row.id for row in second.page(query)] == [ids[0], ids[2]]
    after = second.page(query, limit=1)[-1].key
    assert [row.id for row in second.page(query, after=after)] == [ids[2]]


def test_second_verdicts_move_with_their_quotes_unless_the_figure_is_another(
    desk: Desk, path: Path, tmp_path: Path
) -> None:
    page = tmp_path / "canals.txt"
    text = "Canals\n\nOf the canals 62 percent work. The dam holds 340 million tonnes.\n"
    page.write_text(text, encoding="utf-8")
    desk.add([str(page)])
    with BlindDesk.open(path, reviewer="bolat") as second:
        first = [row.id for row in desk.page(ClaimQuery()) if row.value in (62, 340e6)]
        desk.mark(first, Status.UNPROVEN)
        second.mark(first, Status.NOT_CHECKABLE)
        page.write_text(text.replace("62", "26") + "\nIt was built long ago.\n", encoding="utf-8")
        desk.add([str(page)])
        moved = {row.value: row.id for row in desk.page(ClaimQuery(document=desk.documents()[-1].id))}
        assert [each.status for each in desk.seconds_of(moved[340e6])] == [Status.NOT_CHECKABLE]
        assert desk.seconds_of(moved[26]) == []
        assert desk.status(moved[26]).stale is not None
    assert desk.doctor() == []
