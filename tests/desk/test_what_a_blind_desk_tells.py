"""Whatever is asked of a blind desk, its answer says nothing of what others found."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from two_desks import CANALS, valued

from kzcheck.desk import Desk
from kzcheck.desk.blind import BlindDesk
from kzcheck.desk.cited import Evidence
from kzcheck.domain import Citation, ClaimQuery, KzcheckError, Relation, Stance, Status

BY_OTHERS = ("secret", "aizhan", "dana", "disputed", "verified")
"""What others wrote, who they are and what they found."""
BRIDGE = "Bridge\n\nThe bridge to Orlan cost 45 million dollars. Farmers lost 1,200 hectares of rice.\n"
FEED = '{"id": "1", "claim": "The reservoir is empty", "title": "It is not", "rating": "False"}\n'


class Asked(NamedTuple):
    """A blind desk and what is on it: claims that aizhan decided, one that bolat postponed, his citation."""

    desk: Desk
    folder: Path
    document: str
    claim: str
    same: str
    orphan: str
    own: Citation
    opened: ExitStack

    @property
    def evidence(self) -> Evidence:
        return self.desk.evidence

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path


def undone(it: Asked) -> Desk:
    it.desk.undo()
    return it.desk


def beside(it: Asked) -> Desk:
    sibling = it.desk.sibling()
    it.opened.callback(sibling.close)
    return sibling


ANSWERS: dict[str, Callable[[Asked], object]] = {
    "add": lambda it: it.desk.add([str(it.file("new.txt", CANALS.replace("62", "26")))]),
    "add_claim": lambda it: it.desk.add_claim(it.document, 0, 6),
    "add_documents": lambda it: it.desk.add_documents([]),
    "alarms": lambda it: it.desk.alarms(),
    "alarms_of": lambda it: it.desk.alarms_of(it.claim),
    "back_up": lambda it: it.desk.back_up(it.folder / "copy.db"),
    "relation_replaced_by": lambda it: it.desk.relation_replaced_by(
        it.desk.decide(it.claim, it.same, Relation.DIFFERENT)
    ),
    "rescue": lambda it: it.desk.rescue(),
    "check_lookup": lambda it: it.desk.check_lookup().find("The reservoir is empty"),
    "checks_of": lambda it: it.desk.checks_of(it.claim),
    "citations_of": lambda it: it.desk.citations_of(it.claim),
    "cite": lambda it: it.desk.cite(it.claim, "https://own.example"),
    "claim": lambda it: it.desk.claim(it.claim),
    "claim_row": lambda it: it.desk.claim_row(it.claim),
    "claims_of": lambda it: it.desk.claims_of(it.document),
    "close": lambda it: it.desk.close(),
    "cluster_of": lambda it: it.desk.cluster_of(it.claim),
    "compare": lambda it: it.desk.compare(it.claim, it.same),
    "conflicts": lambda it: it.desk.conflicts(),
    "context": lambda it: it.desk.context(it.claim),
    "count": lambda it: it.desk.count(ClaimQuery()),
    "count_alarms": lambda it: it.desk.count_alarms(),
    "data_version": lambda it: it.desk.data_version(),
    "decide": lambda it: it.desk.decide(it.claim, it.same, Relation.DUPLICATE),
    "deed": lambda it: it.desk.deed(it.desk.mark([it.claim], Status.LATER)),
    "disagreements": lambda it: it.desk.disagreements(),
    "doctor": lambda it: it.desk.doctor(),
    "document": lambda it: it.desk.document(it.document),
    "documents": lambda it: it.desk.documents(),
    "drop_claim": lambda it: it.desk.drop_claim(it.claim),
    "export": lambda it: it.desk.export("csv", StringIO()),
    "export_file": lambda it: it.desk.export_file("csv", it.folder / "verdicts.csv"),
    "has_checks": lambda it: it.desk.has_checks(),
    "has_citations": lambda it: it.desk.has_citations(),
    "history_of": lambda it: it.desk.history_of(it.claim),
    "import_checks": lambda it: it.desk.import_checks(it.file("feed.jsonl", FEED)),
    "import_file": lambda it: it.desk.import_file(it.file("verdicts.csv", "")),
    "in_place": lambda it: it.desk.in_place(it.claim),
    "inherit": lambda it: it.desk.inherit(it.same, it.claim),
    "interrupt": lambda it: it.desk.interrupt(),
    "is_blind": lambda it: it.desk.is_blind,
    "is_read_only": lambda it: it.desk.is_read_only,
    "last_citation": lambda it: it.desk.last_citation(),
    "log": lambda it: it.desk.log(),
    "lookup": lambda it: it.desk.lookup("62 percent of the canals were repaired"),
    "mark": lambda it: it.desk.mark([it.claim], Status.UNPROVEN),
    "marks_of": lambda it: it.desk.marks_of(it.document),
    "matches": lambda it: it.desk.matches(),
    "matches_of": lambda it: it.desk.matches_of(it.claim),
    "merge": lambda it: it.desk.merge(it.folder / "other.db"),
    "newest_entry": lambda it: it.desk.newest_entry(),
    "open": lambda it: BlindDesk.open(it.desk.path, reviewer="bolat").close(),
    "orphans": lambda it: it.desk.orphans(),
    "outlets": lambda it: it.desk.outlets(),
    "page": lambda it: it.desk.page(ClaimQuery()),
    "path": lambda it: it.desk.path,
    "reanchor": lambda it: it.desk.reanchor(it.orphan, 0, 6),
    "recent_citations": lambda it: it.desk.recent_citations(),
    "redo": lambda it: undone(it).redo(),
    "rematch": lambda it: it.desk.rematch(processes=1),
    "repair": lambda it: it.desk.repair(),
    "resolve": lambda it: it.desk.resolve(it.orphan, None),
    "reviewer": lambda it: it.desk.reviewer,
    "revision": lambda it: it.desk.revision(it.desk.documents()[-1].id),
    "seconds_of": lambda it: it.desk.seconds_of(it.claim),
    "session": lambda it: it.desk.session,
    "set_headline": lambda it: it.desk.set_headline(it.claim, "repaired canals"),
    "set_rationale": lambda it: it.desk.set_rationale(it.claim, "no register"),
    "set_setting": lambda it: it.desk.set_setting("gate", "strict"),
    "setting": lambda it: it.desk.setting("gate"),
    "sibling": lambda it: beside(it).status(it.claim),
    "siblings": lambda it: it.desk.siblings(it.claim),
    "speakers": lambda it: it.desk.speakers(),
    "stats": lambda it: it.desk.stats(),
    "status": lambda it: it.desk.status(it.claim),
    "take_out": lambda it: it.desk.take_out(it.claim),
    "tally": lambda it: it.desk.tally(),
    "text_version": lambda it: it.desk.text_version(),
    "titles": lambda it: it.desk.titles(),
    "turned_by": lambda it: it.desk.turned_by(it.desk.mark([it.claim], Status.UNPROVEN)),
    "uncite": lambda it: it.desk.uncite(it.own.id),
    "undecided": lambda it: it.desk.undecided(),
    "undo": lambda it: it.desk.undo(),
    "verdict_rows": lambda it: it.desk.verdict_rows(),
    "verdict_of_another": lambda it: it.desk.verdict_of_another(it.claim),
    "verify_ledger": lambda it: it.desk.verify_ledger(),
    "evidence.address": lambda it: it.evidence.address("https://own.example"),
    "evidence.all_citations": lambda it: it.evidence.all_citations(),
    "evidence.body": lambda it: it.evidence.body(it.evidence.page(it.own.id)),
    "evidence.can_be_looked_at": lambda it: it.evidence.can_be_looked_at("https://own.example"),
    "evidence.citation": lambda it: it.evidence.citation(it.own.id),
    "evidence.correct": lambda it: it.evidence.correct(it.own.id, title="Repairs"),
    "evidence.figures": lambda it: it.evidence.figures(it.own),
    "evidence.is_file": lambda it: it.evidence.is_file("https://own.example"),
    "evidence.is_kept": lambda it: it.evidence.is_kept(it.own),
    "evidence.kept_page": lambda it: it.evidence.kept_page(it.own),
    "evidence.look": lambda it: it.evidence.look(it.own.id, may_read_files=True),
    "evidence.page": lambda it: it.evidence.page(it.own.id),
    "evidence.passage_span": lambda it: it.evidence.passage_span(it.own, it.evidence.page(it.own.id)),
    "evidence.recheck": lambda it: list(it.evidence.recheck()),
    "evidence.source_line": lambda it: it.evidence.source_line([it.own, it.own]),
}
"""A question for each thing that a desk can be asked; the claim in it is one that aizhan disputed."""
ELSEWHERE = {
    "evidence": "each of its methods is asked",
    "evidence.known_checks": "asks a service on the network about a text, and the desk about nothing",
}


def public(kind: type) -> set[str]:
    return {name for name in dir(kind) if not name.startswith("_")}


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a desk on which aizhan and dana have decided, and bolat has postponed a claim."""
    folder = tmp_path_factory.mktemp("decided")
    for name, text in (
        ("canals", CANALS),
        ("water", f"Water\n\nLast year: {CANALS[8:]}"),
        ("bridge", BRIDGE),
    ):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    source = Citation(
        id="",
        claim_id="",
        reference="https://secret.example/table",
        passage="secret passage",
        stance=Stance.CONTRADICTS,
    )
    with Desk.open(folder / "desk.db", reviewer="aizhan") as desk:
        desk.add([str(folder / f"{name}.txt") for name in ("canals", "water", "bridge")])
        first, same = (row.id for row in desk.page(ClaimQuery()) if row.value == 62)
        desk.mark([first], Status.DISPUTED, citation=source, rationale="secret reason")
        desk.mark([same], Status.VERIFIED, override="secret override")
        desk.mark([valued(desk, 1200)], Status.UNPROVEN, rationale="secret doubt")
        (folder / "bridge.txt").write_text(BRIDGE.replace("Farmers lost 1,200 hectares of", "Poor"), "utf-8")
        desk.add([str(folder / "bridge.txt")])
        assert len(desk.alarms()) == len(desk.orphans()) == 1
    with BlindDesk.open(folder / "desk.db", reviewer="dana") as desk:
        desk.mark([first], Status.NEEDS_CONTEXT, rationale="secret doubt of mine")
    with BlindDesk.open(folder / "desk.db", reviewer="bolat") as desk:
        own = desk.cite(first, str(folder / "canals.txt"), passage="62 percent of the canals")
        desk.evidence.look(own.id, may_read_files=True)
        desk.mark([first], Status.LATER)
    return folder


@pytest.fixture
def it(decided: Path, tmp_path: Path) -> Iterator[Asked]:
    shutil.copytree(decided, tmp_path, dirs_exist_ok=True)
    with Desk.open(tmp_path / "desk.db", reviewer="aizhan") as desk:
        first, same = (row.id for row in desk.page(ClaimQuery()) if row.value == 62)
        (orphan,) = desk.orphans()
    with ExitStack() as opened:
        blind = opened.enter_context(BlindDesk.open(tmp_path / "desk.db", reviewer="bolat"))
        (own,) = blind.citations_of(first)
        document = blind.claim(first).document_id
        yield Asked(blind, tmp_path, document, first, same, orphan.claim, own, opened)


def test_every_question_is_known() -> None:
    """A new method has to be asked here, and hidden in BlindDesk if it tells what others found."""
    assert public(Desk) | {f"evidence.{name}" for name in public(Evidence)} == {*ANSWERS, *ELSEWHERE}


@pytest.mark.parametrize("question", ANSWERS)
def test_no_answer_says_what_others_found(it: Asked, question: str) -> None:
    try:
        answer = ANSWERS[question](it)
        told = repr(list(answer) if isinstance(answer, Iterator) else answer)
    except KzcheckError as refusal:
        told = str(refusal)
        assert "leave the blind check first" in told
    told = told.replace(str(it.folder), "").casefold()
    assert not [words for words in BY_OTHERS if words in told], told


def test_no_count_says_it_either(it: Asked) -> None:
    assert it.desk.count(ClaimQuery(statuses=(Status.DISPUTED, Status.VERIFIED))) == 0
    assert it.desk.count_alarms() == it.desk.tally().orphans == 0
    assert it.desk.tally().by_status == {Status.OPEN: 1, Status.LATER: 1}


@pytest.mark.parametrize("question", ["citations_of", "history_of", "log", "page", "seconds_of", "status"])
def test_a_desk_that_is_not_blind_answers_the_same_questions(it: Asked, question: str) -> None:
    with Desk.open(it.desk.path, reviewer="bolat") as desk:
        told = repr(ANSWERS[question](it._replace(desk=desk))).casefold()
    assert [words for words in BY_OTHERS if words in told]
