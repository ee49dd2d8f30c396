"""Cited pages: fetched from a real server, kept, filled in, corrected, looked at again, exported."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from kzcheck.desk import Desk, GateRefused
from kzcheck.domain import (
    Action,
    CitationKind,
    KzcheckError,
    PassageOutcome,
    RecheckOutcome,
    Stance,
    Status,
)
from kzcheck.evidence import Pacer

STORY = (
    "The survey of the western wells was finished in spring. About 17.9 percent of the herders went west "
    "before the first snow, the office counted. The rest stayed with their camels near the old salt road, "
    "where the grass had grown well after two wet years and the price of hay had fallen by half."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Herders on the move</title>
<meta property="og:title" content="Herders on the move"><meta property="og:site_name" content="Steppe Office">
<meta name="author" content="Dana Sarsen">
<meta property="article:published_time" content="2025-11-03T08:00:00Z"></head>
<body><article><h1>Herders on the move</h1><p>{STORY}</p></article></body></html>"""
WIRE = " ".join(
    f"Sentence number {n} of the story tells of well {n * 7} and its {n + 3} camels." for n in range(30)
)


def serve(httpserver: HTTPServer, body: str = PAGE, path: str = "/page", **fields: object) -> str:
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request(path).respond_with_data(body, content_type="text/html", **fields)
    return httpserver.url_for(path)


def hurried() -> Pacer:
    return Pacer(sleep=lambda _: None, clock=iter(range(0, 10**6, 60)).__next__)


@pytest.fixture
def cited(desk: Desk, ids: list[str], httpserver: HTTPServer) -> str:
    """A citation that was looked at; its passage is on the page."""
    citation = desk.cite(ids[0], serve(httpserver), passage="17.9 percent of the herders went west")
    return desk.evidence.look(citation.id, allow_private=True).id


def test_the_page_fills_what_the_citation_leaves_open(desk: Desk, cited: str) -> None:
    citation = desk.evidence.citation(cited)
    assert citation.title == "Herders on the move"
    assert citation.publisher == "Steppe Office"
    assert citation.author == "Dana Sarsen"
    assert citation.published == "2025-11-03"
    assert citation.passage_check is PassageOutcome.FOUND
    page = desk.evidence.page(cited)
    assert page.sha256 == citation.snapshot
    assert STORY in page.text
    assert desk.evidence.body(page).decode() == PAGE


def test_what_the_reviewer_wrote_is_not_filled_over(
    desk: Desk, ids: list[str], httpserver: HTTPServer
) -> None:
    citation = desk.cite(ids[0], serve(httpserver), title="My own title")
    seen = desk.evidence.look(citation.id, allow_private=True)
    assert (seen.title, seen.publisher) == ("My own title", "Steppe Office")


def test_a_filled_field_can_be_corrected_and_that_undone(desk: Desk, cited: str) -> None:
    corrected = desk.evidence.correct(cited, title="A better title", kind=CitationKind.PRIMARY)
    assert (corrected.id, corrected.title, corrected.kind) == (cited, "A better title", CitationKind.PRIMARY)
    assert corrected.publisher == "Steppe Office"
    desk.undo()
    assert desk.evidence.citation(cited).title == "Herders on the move"
    desk.redo()
    assert desk.evidence.citation(cited).title == "A better title"
    assert desk.doctor() == []


def test_another_passage_of_the_same_page_needs_no_second_fetch(
    desk: Desk, ids: list[str], cited: str, httpserver: HTTPServer
) -> None:
    httpserver.clear()
    picked = desk.evidence.correct(cited, passage="the price of hay had fallen by half")
    seen = desk.evidence.look(picked.id)
    assert seen.passage_check is PassageOutcome.FOUND
    assert [citation.id for citation in desk.citations_of(ids[0])] == [picked.id]


def test_looking_is_no_deed_undo_goes_past_it_and_redo_survives_it(
    desk: Desk, ids: list[str], httpserver: HTTPServer
) -> None:
    citation = desk.cite(ids[0], serve(httpserver), passage="not there at all, not a word of it")
    desk.mark([ids[1]], Status.LATER)
    desk.undo()
    desk.evidence.look(citation.id, allow_private=True)
    desk.redo()
    assert desk.status(ids[1]).status is Status.LATER
    desk.undo()
    desk.undo()
    assert desk.citations_of(ids[0]) == []
    desk.redo()
    (back,) = desk.citations_of(ids[0])
    assert back.passage_check is PassageOutcome.ABSENT
    assert [entry.action for entry in desk.history_of(ids[0])].count(Action.CHECKED) == 1
    assert desk.doctor() == []


def test_the_check_can_be_made_again_from_the_ledger(desk: Desk, cited: str) -> None:
    before = desk.evidence.citation(cited)
    assert desk.repair() == []
    assert desk.evidence.citation(cited) == before


def test_a_difference_is_told(desk: Desk, ids: list[str], httpserver: HTTPServer) -> None:
    citation = desk.cite(ids[0], serve(httpserver), passage="About 18.2 percent of the herders went west")
    seen = desk.evidence.look(citation.id, allow_private=True)
    assert seen.passage_check is PassageOutcome.NEARLY
    assert "17.9" in (seen.passage_note or "")


def test_a_private_address_is_refused_and_the_citation_stays(
    desk: Desk, ids: list[str], httpserver: HTTPServer
) -> None:
    citation = desk.cite(ids[0], serve(httpserver))
    with pytest.raises(KzcheckError, match="this machine"):
        desk.evidence.look(citation.id)
    assert desk.citations_of(ids[0]) == [citation]


def test_a_path_is_taken_in_when_it_was_typed_and_never_otherwise(
    desk: Desk, ids: list[str], tmp_path: Path
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Call with the office\n\nThey counted 17.9 percent.\n", "utf-8")
    for reference in (str(notes), notes.as_uri()):
        citation = desk.cite(ids[0], reference, passage="They counted 17.9 percent")
        with pytest.raises(KzcheckError, match="not a web address"):
            desk.evidence.look(citation.id)
        seen = desk.evidence.look(citation.id, may_read_files=True)
        assert seen.passage_check is PassageOutcome.FOUND
        assert desk.evidence.page(citation.id).url == notes.as_uri()


def test_a_picture_is_kept_and_says_that_nothing_can_be_read(
    desk: Desk, ids: list[str], httpserver: HTTPServer
) -> None:
    url = serve(httpserver)
    httpserver.clear()
    httpserver.expect_request("/page").respond_with_data(b"\x89PNG\r\n\x1a\n\0\0", content_type="image/png")
    citation = desk.cite(ids[0], url, passage="some words of it")
    seen = desk.evidence.look(citation.id, allow_private=True)
    assert seen.passage_check is None
    assert "nothing can be read" in (seen.passage_note or "")
    assert desk.evidence.body(desk.evidence.page(citation.id)).startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("passage", "line", "agrees"),
    [
        ("17.9 percent of the herders", "source says 17.9 percent", True),
        ("some 45 percent of the herders", "differs", False),
        ("the herders went west", None, None),
        ("1,200 camels", None, None),
    ],
)
def test_figures_of_claim_and_passage_are_compared(
    desk: Desk, passage: str, line: str | None, agrees: bool | None
) -> None:
    from kzcheck.desk import extract_text

    desk.add_documents([extract_text("About 18 percent of the herders went west in the autumn of 2020.")])
    claim = next(row for row in desk.claims_of(desk.documents()[-1].id) if row.unit == "percent")
    seen = desk.evidence.figures(desk.cite(claim.id, "a call", passage=passage))
    if line is None:
        assert seen is None
    else:
        assert seen is not None
        assert line in seen.line
        assert seen.agrees is agrees


def test_a_wire_story_in_three_papers_is_one_source(
    desk: Desk, ids: list[str], httpserver: HTTPServer
) -> None:
    desk.set_setting("gate", "strict")
    port = httpserver.port
    for number, name in enumerate(("127.0.0.1", "localhost", "127.0.0.1")):
        httpserver.expect_request(f"/{number}").respond_with_data(
            f"<title>Paper {number}</title><article><h1>Paper {number}</h1><p>{WIRE}</p></article>",
            content_type="text/html",
        )
        citation = desk.cite(ids[0], f"http://{name}:{port}/{number}", publisher=f"Paper {number}")
        desk.evidence.look(citation.id, allow_private=True)
    with pytest.raises(GateRefused, match="mostly the same text"):
        desk.mark([ids[0]], Status.VERIFIED)
    line = desk.evidence.source_line(desk.citations_of(ids[0]))
    assert line is not None
    assert line.startswith("1 independent source: 3 count as one")


def outcome(desk: Desk, citation_id: str) -> tuple[RecheckOutcome | None, str | None]:
    citation = desk.evidence.citation(citation_id)
    return citation.recheck, citation.recheck_note


def test_the_same_page_again(desk: Desk, cited: str, httpserver: HTTPServer) -> None:
    serve(httpserver)
    (again,) = desk.evidence.recheck(allow_private=True, pacer=hurried())
    assert (again.line, again.is_done) == ("same", True)
    assert outcome(desk, cited) == (RecheckOutcome.SAME, None)
    assert again.citation.rechecked_at


def test_a_changed_page_tells_of_its_passage(desk: Desk, cited: str, httpserver: HTTPServer) -> None:
    serve(httpserver, PAGE.replace("two wet years", "three wet years"))
    (again,) = desk.evidence.recheck(allow_private=True, pacer=hurried())
    assert again.line == "changed, the passage is still there"
    serve(
        httpserver, PAGE.replace("percent of the herders went west", "of a hundred families had left by then")
    )
    (again,) = desk.evidence.recheck(allow_private=True, pacer=hurried())
    assert again.line == "changed, the passage is gone"
    assert outcome(desk, cited) == (RecheckOutcome.CHANGED, "changed, the passage is gone")
    assert desk.evidence.page(cited).text.count("two wet years") == 1


@pytest.mark.parametrize(
    ("status", "word"),
    [(404, "gone"), (410, "gone"), (403, "blocked"), (429, "blocked"), (500, "unreachable")],
)
def test_a_page_that_does_not_come_again(
    desk: Desk, cited: str, httpserver: HTTPServer, status: int, word: str
) -> None:
    serve(httpserver, "", status=status)
    (again,) = desk.evidence.recheck(allow_private=True, pacer=hurried())
    assert again.line.startswith(word)
    assert outcome(desk, cited)[0] == word


def test_robots_are_respected_when_looking_again(desk: Desk, cited: str, httpserver: HTTPServer) -> None:
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /\n")
    (again,) = desk.evidence.recheck(allow_private=True, pacer=hurried())
    assert "robots.txt" in again.line


def test_a_page_cited_twice_is_fetched_once(
    desk: Desk, ids: list[str], cited: str, httpserver: HTTPServer
) -> None:
    first = desk.evidence.citation(cited)
    again = desk.cite(ids[1], first.reference, passage="two wet years", snapshot=first.snapshot)
    assert desk.evidence.look(again.id).passage_check is PassageOutcome.FOUND
    asked: list[str] = []

    def answer(request: Request) -> Response:
        asked.append(request.path)
        return Response(PAGE.replace("two wet", "three wet"), content_type="text/html")

    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/page").respond_with_handler(answer)
    lines = [one.line for one in desk.evidence.recheck(allow_private=True, pacer=hurried())]
    assert asked == ["/page"]
    assert lines[0] == "changed, the passage is still there"
    assert lines[1] != lines[0]


def test_what_was_never_kept_is_kept_by_looking_again(
    desk: Desk, ids: list[str], httpserver: HTTPServer
) -> None:
    citation = desk.cite(ids[0], serve(httpserver))
    desk.cite(ids[0], "a book")
    (again,) = desk.evidence.recheck([ids[0]], allow_private=True, pacer=hurried())
    assert again.citation.id == citation.id
    assert again.citation.snapshot


def test_a_file_that_changed_or_went(desk: Desk, ids: list[str], tmp_path: Path) -> None:
    data = tmp_path / "count.csv"
    data.write_text("region,share\nwest,17.9\n", "utf-8")
    desk.evidence.look(desk.cite(ids[0], str(data)).id, may_read_files=True)
    assert [again.line for again in desk.evidence.recheck()] == ["same"]
    data.write_text("region,share\nwest,18.9\n", "utf-8")
    assert [again.line for again in desk.evidence.recheck()] == ["changed"]
    data.unlink()
    assert next(desk.evidence.recheck()).line.startswith("gone")


def test_an_archive_is_asked_at_the_address_of_the_setting(
    desk: Desk, cited: str, httpserver: HTTPServer
) -> None:
    url = serve(httpserver)
    httpserver.expect_request(f"/save/{url}").respond_with_data(
        "", headers={"Content-Location": "/web/20260101000000/page"}
    )
    desk.set_setting("archive", httpserver.url_for("/save/"))
    (again,) = desk.evidence.recheck(archive=True, allow_private=True, pacer=hurried())
    assert again.citation.archive_url == httpserver.url_for("/web/20260101000000/page")
    assert "archived at" in again.line


def test_an_address_of_an_archive_must_be_one(desk: Desk) -> None:
    with pytest.raises(KzcheckError, match="not a web address"):
        desk.set_setting("archive", "/etc/passwd")


def test_known_checks_are_asked_with_ones_own_key_and_come_onto_the_desk(
    desk: Desk, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KZCHECK_FACTCHECK_KEY", raising=False)
    with pytest.raises(KzcheckError, match="no key"):
        desk.evidence.known_checks("herders went west")
    monkeypatch.setenv("KZCHECK_FACTCHECK_KEY", "secret")
    monkeypatch.setenv("KZCHECK_FACTCHECK_URL", httpserver.url_for(""))
    httpserver.expect_oneshot_request(
        "/v1alpha1/claims:search",
        query_string={"query": "A third of the herders went west", "pageSize": "10", "key": "secret"},
    ).respond_with_json(
        {
            "claims": [
                {
                    "text": "A third of\x1b[31m the herders went west",
                    "claimant": "The Governor",
                    "claimReview": [
                        {
                            "publisher": {"name": "Check\nDesk"},
                            "url": "https://example.org/check",
                            "title": "Not a third",
                            "textualRating": "False",
                            "reviewDate": "2025-12-01T00:00:00Z",
                        }
                    ],
                }
            ]
        }
    )
    (found,) = desk.evidence.known_checks("A third of the herders went west")
    assert found.check.publisher == "Check Desk"
    assert "\x1b" not in found.check.claim
    assert desk.check_lookup().find("third of the herders")[0].check.url == "https://example.org/check"


def test_stance_is_part_of_what_a_citation_is(desk: Desk, ids: list[str], cited: str) -> None:
    turned = desk.evidence.correct(cited, stance=Stance.CONTRADICTS)
    assert turned.id != cited
    assert turned.snapshot == desk.evidence.page(turned.id).sha256
    desk.undo()
    assert [citation.id for citation in desk.citations_of(ids[0])] == [cited]


def test_a_source_cited_again_as_primary_is_primary_from_then_on(desk: Desk, ids: list[str]) -> None:
    desk.set_setting("gate", "strict")
    desk.cite(ids[0], "Census of 2009, table 3")
    primary = replace(desk.citations_of(ids[0])[0], kind=CitationKind.PRIMARY)
    desk.mark([ids[0]], Status.VERIFIED, citation=primary)
    assert [citation.kind for citation in desk.citations_of(ids[0])] == [CitationKind.PRIMARY]
    desk.undo()
    assert [citation.kind for citation in desk.citations_of(ids[0])] == [CitationKind.SECONDARY]
    assert desk.doctor() == []
