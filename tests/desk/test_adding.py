"""Adding documents: each one whole or not at all, the same text only once, the rest despite a bad source."""

import io
from pathlib import Path
from typing import Any

import pytest

from kzcheck.desk import Desk, adding, extract_source, extract_text
from kzcheck.desk.matching import Related
from kzcheck.domain import (
    AddProgress,
    ClaimQuery,
    Document,
    KzcheckError,
    Metadata,
    Relation,
    Status,
    Zone,
    ZoneKind,
    document_id,
)
from kzcheck.store import Store

FIRST = """Steppe exports grew

Kazakhstan sends about 80 percent of its crude oil through the Caspian pipeline.
The pipeline was opened in 2001.

The Atyrau line carries 13 percent of the crude oil of Kazakhstan to Samara.
"""
SECOND = """Pipelines in question

Some 80 percent of the crude oil of Kazakhstan flows through the Caspian pipeline, officials said.

Another outlet has it that 31 percent of the crude oil of Kazakhstan goes through the Atyrau line to Samara.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def test_a_folder_is_read_claim_by_claim_with_true_offsets(empty: Desk, folder: Path) -> None:
    report = empty.add([str(folder)])
    assert [document.status for document in report.documents] == ["added", "added"]
    assert not report.errors
    for document in report.documents:
        text = empty.document(document.id).text
        rows = empty.claims_of(document.id)
        assert sum(row.zone is ZoneKind.BODY for row in rows) == document.claims > 0
        for row in rows:
            claim = empty.claim(row.id)
            assert text[claim.start : claim.end] == claim.quote
            context = empty.context(row.id)
            assert context.quote.of(context.sentence) == claim.quote
            assert context.before + context.sentence + context.after in text


def test_the_same_text_again_changes_nothing(empty: Desk, folder: Path) -> None:
    first = empty.add([str(folder)])
    version = [row.key for row in empty.page(ClaimQuery())]
    again = empty.add([str(folder)])
    assert [document.status for document in again.documents] == ["unchanged", "unchanged"]
    assert [d.id for d in again.documents] == [d.id for d in first.documents]
    assert [d.claims for d in again.documents] == [d.claims for d in first.documents]
    assert [row.key for row in empty.page(ClaimQuery())] == version


def test_another_text_of_the_same_source_is_a_revision(empty: Desk, folder: Path) -> None:
    source = folder / "first.txt"
    empty.add([str(source)])
    source.write_text(FIRST.replace("80 percent", "70 percent"), encoding="utf-8")
    report = empty.add([str(source)])
    assert [document.status for document in report.documents] == ["revised"]
    assert len(empty.documents()) == 2
    assert empty.matches() == [], "a revision is no second witness"


def test_files_of_one_name_in_two_folders_are_no_revisions_of_each_other(
    empty: Desk, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "article.txt").write_text(text, encoding="utf-8")
        monkeypatch.chdir(tmp_path / place)
        assert [d.status for d in empty.add(["article.txt"]).documents] == ["added"]
    (tmp_path / "b" / "article.txt").write_text(SECOND + "\nMore was said.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [d.status for d in empty.add(["b/article.txt"]).documents] == ["revised"]


def test_an_address_tells_a_revision_wherever_it_was_read(empty: Desk, folder: Path) -> None:
    given = Metadata(url="https://steppe.example/exports")
    empty.add([str(folder / "first.txt")], given=given)
    assert [d.status for d in empty.add([str(folder / "second.txt")], given=given).documents] == ["revised"]


def test_one_bad_source_never_stops_the_others(empty: Desk, folder: Path) -> None:
    (folder / "picture.bin").write_bytes(bytes(range(256)))
    missing = str(folder / "missing.txt")
    steps: list[AddProgress] = []
    report = empty.add(
        [missing, str(folder / "picture.bin"), str(folder / "first.txt"), "-"],
        stdin=io.BytesIO(b""),
        progress=steps.append,
    )
    assert [document.status for document in report.documents] == ["added"]
    assert [error.source for error in report.errors] == [missing, str(folder / "picture.bin"), "-"]
    assert all("\n" not in error.error and error.error.count(":") for error in report.errors)
    assert steps[0] == AddProgress(0, 4, missing)
    assert steps[-1] == AddProgress(4, 4, "-")


def test_each_source_that_found_no_room_is_named_and_what_was_added_before_is_reported(
    empty: Desk, folder: Path
) -> None:
    large = folder / "large.txt"
    large.write_text("The mine sold 12 percent more.\n\n" + "It rained. " * 100_000, encoding="utf-8")
    pages = empty._store.integer("PRAGMA page_count")
    empty._store.rows(f"PRAGMA max_page_count = {pages + 40}")
    report = empty.add([str(folder / "first.txt"), str(large)])
    assert [document.status for document in report.documents] == ["added"]
    (error,) = report.errors
    assert error.error.startswith(f"{large} was not added: ")
    assert "the disk is full" in error.error


def test_standard_input_is_a_source_with_the_metadata_given(empty: Desk) -> None:
    report = empty.add(
        ["-"], stdin=io.BytesIO(FIRST.encode()), given=Metadata(title="Given", outlet="The Steppe")
    )
    (document,) = report.documents
    assert (document.title, document.outlet) == ("Given", "The Steppe")
    assert empty.add(["-"], stdin=io.BytesIO(SECOND.encode())).documents[0].status == "added"


def test_an_add_that_is_cancelled_keeps_what_is_whole(empty: Desk, folder: Path) -> None:
    done: list[AddProgress] = []
    report = empty.add([str(folder)], progress=done.append, cancelled=lambda: len(done) >= 2)
    assert len(report.documents) == len(empty.documents()) == 1


def test_what_two_articles_both_say_is_matched_as_they_are_added(empty: Desk, folder: Path) -> None:
    empty.add([str(folder)])
    matches = empty.matches()
    same = [m for m in matches if m.relation in (Relation.DUPLICATE, Relation.COMPATIBLE)]
    assert [{empty.claim(m.a).quantity.value, empty.claim(m.b).quantity.value} for m in same] == [{80.0}]
    assert all(m.a < m.b and m.reasons and 0 <= m.score <= 1 for m in matches)
    (view,) = [view for view in empty.matches_of(same[0].a) if view.other.id == same[0].b]
    assert view.other_sentence == empty.context(view.other.id).sentence
    assert empty.claim_row(same[0].a).matches >= 1


def test_what_a_reviewer_decided_outlasts_matching_anew(empty: Desk, folder: Path) -> None:
    empty.add([str(folder)])
    first = empty.matches()[0]
    empty.decide(first.a, first.b, Relation.DIFFERENT)
    before = empty.matches()
    steps: list[tuple[int, int]] = []
    assert empty.rematch(progress=lambda done, total: steps.append((done, total)))
    assert empty.matches() == before
    assert empty.matches_of(first.a)[-1].decision is Relation.DIFFERENT
    assert steps[-1] == (8, 8)
    assert not empty.rematch(cancelled=lambda: True)
    assert empty.doctor() == []


def test_a_pair_that_a_reviewer_makes_has_its_reasons(empty: Desk, folder: Path) -> None:
    empty.add([str(folder)])
    rows = empty.page(ClaimQuery())
    stored = {frozenset((m.a, m.b)) for m in empty.matches()}
    one, other = next((a, b) for a in rows for b in rows if a.id < b.id and {a.id, b.id} not in stored)
    empty.decide(one.id, other.id, Relation.CONFLICT)
    (view,) = [view for view in empty.matches_of(one.id) if view.other.id == other.id]
    assert view.decision is Relation.CONFLICT
    assert view.reasons == empty.compare(*sorted((one.id, other.id))).reasons
    empty.undo()
    assert other.id not in [view.other.id for view in empty.matches_of(one.id)]


def test_articles_added_at_once_by_two_are_matched_all_the_same(
    empty: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    related = adding.relate
    other = empty.sibling()

    def overtaken(store: Store, *given: Any) -> Related:
        found = related(store, *given)
        monkeypatch.undo()
        other.add([str(folder / "second.txt")])
        return found

    monkeypatch.setattr(adding, "relate", overtaken)
    empty.add([str(folder / "first.txt")])
    assert len(empty.documents()) == 2
    assert Relation.DUPLICATE in [m.relation for m in empty.matches()] or len(empty.matches()) > 1
    other.close()


def test_a_text_finds_the_claims_nearest_to_it(empty: Desk, folder: Path) -> None:
    empty.add([str(folder)])
    nearest = empty.lookup(
        "80 percent of the crude oil of Kazakhstan flows through the Caspian pipeline", limit=2
    )
    assert [row.value for row, _ in nearest[:1]] == [80.0]
    assert nearest[0][1].score >= nearest[-1][1].score
    assert empty.lookup("") == empty.lookup("wholly unheard of words") == []
    row = nearest[0][0]
    assert empty.compare(row.id, row.id).relation is Relation.DUPLICATE


def test_a_quote_that_is_not_in_the_text_is_refused_whole(empty: Desk, folder: Path) -> None:
    ((document, claims),) = extract_source(str(folder / "first.txt"))
    other = Document(
        id=document_id("x" + document.text),
        text="x" + document.text,
        zones=(Zone(0, 1 + len(document.text), ZoneKind.BODY),),
        metadata=document.metadata,
        source="-",
    )
    with pytest.raises(KzcheckError, match="its quote is not in its text"):
        empty.add_documents([(other, claims)])
    assert empty.documents() == []
    assert empty.page(ClaimQuery()) == []


def test_a_missed_claim_is_marked_by_hand_matched_and_taken_back(empty: Desk, folder: Path) -> None:
    empty.add([str(folder)])
    document = empty.document(empty.documents()[0].id)
    words = "opened in 2001"
    start = document.text.index(words)
    claim = empty.add_claim(document.id, start - 1, start + len(words))
    assert claim.quote == words
    assert claim.sentence.of(document.text) == "The pipeline was opened in 2001."
    assert empty.claim(claim.id) == claim
    assert claim.id in [row.id for row in empty.page(ClaimQuery(text="opened"))]
    assert empty.stats().added_claims == 1
    with pytest.raises(KzcheckError, match="already"):
        empty.add_claim(document.id, start, start + len(words))
    empty.undo()
    assert claim.id not in [row.id for row in empty.page(ClaimQuery())]
    empty.redo()
    assert empty.claim_row(claim.id).status is Status.OPEN
    assert empty.doctor() == []
    for start, end in ((0, 0), (5, 2), (-1, 4), (0, 10**9)):
        with pytest.raises(KzcheckError, match="no words are marked"):
            empty.add_claim(document.id, start, end)


def test_a_text_is_read_without_a_desk() -> None:
    document, claims = extract_text("Some 13 percent of the oil of the country goes north.")
    assert claims
    assert all(document.text[c.start : c.end] == c.quote for c in claims)


def test_the_real_articles_go_through(empty: Desk, real_articles: Path) -> None:
    report = empty.add([str(real_articles)])
    assert [d.status for d in report.documents] == ["added", "added"]
    assert empty.tally().total == sum(d.claims for d in report.documents) > 40
    assert all(row.zone is ZoneKind.BODY for row in empty.page(ClaimQuery(), limit=1000))


def test_claims_that_another_kzcheck_kept_in_its_own_way_are_read_anew(empty: Desk, folder: Path) -> None:
    empty.add([str(folder / "first.txt")])
    with empty._store.writing():
        empty._store.write("UPDATE prepared SET json = '{\"other\": 1}'")
    empty.add([str(folder / "second.txt")])
    assert Relation.DUPLICATE in [match.relation for match in empty.matches()]
    kept = empty.matches()
    assert empty.rematch()
    assert empty.matches() == kept
    used = empty._store.rows(
        "SELECT t.n, count(*) FROM match_terms AS t JOIN match_postings AS p ON p.term = t.number "
        "GROUP BY t.term"
    )
    assert all(n == counted for n, counted in used)
