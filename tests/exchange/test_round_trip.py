"""Out of one desk and into another: the same bytes."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import (
    Claim,
    ClaimKind,
    Document,
    KzcheckError,
    Metadata,
    Span,
    Stance,
    Status,
    Zone,
    ZoneKind,
    claim_id,
    document_id,
)

TEXT = "The line carries 80 percent. The other takes 13 percent. A third gets 2 percent. Snow fell in 2020."
FORMATS = ("csv", "citations-csv", "jsonl")


def article() -> tuple[Document, list[Claim]]:
    """A document of four sentences, each a claim."""
    document = Document(
        id=document_id(TEXT),
        text=TEXT,
        zones=(Zone(0, len(TEXT), ZoneKind.BODY),),
        metadata=Metadata(title="=Pipes", outlet="Wire"),
        source="pipes.txt",
    )
    claims = []
    start = 0
    for sentence in TEXT.split(". "):
        end = start + len(sentence)
        claims.append(
            Claim(
                id=claim_id(document.id, start, end, ClaimKind.PERCENTAGE, sentence),
                document_id=document.id,
                zone=ZoneKind.BODY,
                kind=ClaimKind.PERCENTAGE,
                headline=sentence[:20],
                start=start,
                end=end,
                quote=TEXT[start:end],
                sentence=Span(start, end),
            )
        )
        start = end + 2
    return document, claims


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[Callable[[str], Desk]]:
    """Open a desk of a given name that holds the article and nothing else; closed at the end."""
    with ExitStack() as opened:

        def new_desk(name: str) -> Desk:
            desk = opened.enter_context(Desk.open(tmp_path / f"{name}.db", reviewer=name))
            desk.add_documents([article()])
            return desk

        yield new_desk


@pytest.fixture
def decided(new_desk: Callable[[str], Desk], tmp_path: Path) -> Desk:
    """A desk on which aizhan has decided all sorts of things."""
    desk = new_desk("aizhan")
    first, second, third, fourth = (claim.id for claim in article()[1])
    desk.cite(first, "https://example.org/a|b", title="A, b", passage="80 per cent", locator="p. 2")
    desk.cite(first, "https://example.org/a|b", passage="another passage")
    desk.mark([first], Status.VERIFIED, rationale='=1+1, "quoted"\nsecond line', active_seconds=12.5)
    counted = tmp_path / "count.txt"
    counted.write_text(
        "The count of the other line\n\nThe office counted that it took 13 percent of all.\n",
        encoding="utf-8",
    )
    cited = desk.cite(second, str(counted), passage="The office counted that it took 14 percent of all.")
    desk.evidence.look(cited.id, may_read_files=True)
    counted.unlink()
    assert len(list(desk.evidence.recheck([second]))) == 1
    desk.cite(second, "-3.2", stance=Stance.CONTRADICTS)
    desk.mark([second], Status.DISPUTED)
    desk.mark([third], Status.VERIFIED, override="'=seen it")
    desk.set_headline(third, "A better headline")
    desk.mark([fourth], Status.LATER)
    return desk


def exported(desk: Desk, format_name: str, folder: Path) -> bytes:
    path = folder / f"{desk.reviewer}.{format_name}"
    desk.export_file(format_name, path)
    return path.read_bytes()


def test_export_import_export_gives_the_same_bytes(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    other = new_desk("berik")
    before = exported(decided, "csv", tmp_path)
    report = other.import_file(tmp_path / "aizhan.csv")
    assert (report.verdicts, report.errors) == (3, ())
    assert exported(other, "csv", tmp_path) == before


@pytest.mark.parametrize("order", [("csv", "citations-csv"), ("citations-csv", "csv")])
def test_both_csvs_come_back_in_either_order(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path, order: tuple[str, str]
) -> None:
    other = new_desk("berik")
    before = {name: exported(decided, name, tmp_path) for name in FORMATS}
    for name in order:
        source = tmp_path / f"aizhan.{name}"
        assert not other.import_file(source).errors
    assert {name: exported(other, name, tmp_path) for name in FORMATS} == before


def test_sources_keep_their_order_when_one_was_cited_in_the_moment_of_the_verdict(
    new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    ours, other = new_desk("aizhan"), new_desk("berik")
    first = article()[1][0].id
    sources = [
        ours.cite(first, "https://example.org/a", passage="80 percent"),
        ours.cite(first, "https://example.org/b", passage="four fifths"),
        ours.cite(first, "https://example.org/b"),
        ours.cite(first, "the office"),
    ]
    ours.mark([first], Status.VERIFIED)
    decided_at = ours.status(first).decided_at
    assert decided_at is not None
    for name in ("csv", "citations-csv"):
        table = exported(ours, name, tmp_path).decode()
        for cited in sources[2:]:
            table = table.replace(cited.accessed, decided_at)
        path = tmp_path / f"same-moment.{name}"
        path.write_bytes(table.encode())
        assert not other.import_file(path).errors
    kept = [(each.reference, each.passage) for each in other.citations_of(first)]
    assert kept == [(each.reference, each.passage) for each in sources]


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_that_stands_in_a_file_twice_counts_once(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path, name: str
) -> None:
    once, twice = new_desk("berik"), new_desk("dana")
    header, *rows = exported(decided, name, tmp_path).decode().splitlines(keepends=True)
    header, rows = ("", [header, *rows]) if name == "jsonl" else (header, rows)
    doubled = tmp_path / f"doubled.{name}"
    doubled.write_bytes("".join([header, *rows, *rows]).encode())
    report = twice.import_file(doubled)
    assert report == once.import_file(tmp_path / f"aizhan.{name}")
    assert exported(twice, "jsonl", tmp_path) == exported(once, "jsonl", tmp_path)


def test_of_two_rows_that_differ_on_one_claim_the_first_is_taken_and_the_claim_named(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    other = new_desk("berik")
    table = exported(decided, "jsonl", tmp_path).decode()
    first = article()[1][0].id
    torn = tmp_path / "torn.jsonl"
    row = table.splitlines(keepends=True)[0]
    torn.write_text(table + row.replace('"verdict": "verified"', '"verdict": "disputed"'), encoding="utf-8")
    (error,) = other.import_file(torn).errors
    assert first in error
    assert "two different rows" in error
    assert other.status(first).status is Status.VERIFIED


def test_json_lines_alone_bring_everything_back(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    other = new_desk("berik")
    before = {name: exported(decided, name, tmp_path) for name in FORMATS}
    other.import_file(tmp_path / "aizhan.jsonl")
    assert {name: exported(other, name, tmp_path) for name in FORMATS} == before


def test_what_was_seen_of_a_source_is_exported(decided: Desk, tmp_path: Path) -> None:
    table = exported(decided, "citations-csv", tmp_path).decode()
    (citation,) = [c for c in decided.evidence.all_citations() if c.snapshot]
    assert f",{citation.snapshot}," in table
    assert "the page has “13” for “14”" in table
    assert "gone: " in table
    assert table.splitlines()[0].endswith(",override_reason")
    for name in ("markdown", "html"):
        report = exported(decided, name, tmp_path).decode()
        assert citation.snapshot in report
        assert "13" in report.split(citation.snapshot)[1]


def test_importing_again_changes_nothing(decided: Desk, tmp_path: Path) -> None:
    for name in FORMATS:
        before = exported(decided, name, tmp_path)
        report = decided.import_file(tmp_path / f"aizhan.{name}")
        assert (report.verdicts, report.citations, report.errors) == (0, 0, ())
        assert exported(decided, name, tmp_path) == before


def test_one_undo_takes_a_whole_import_back(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    other = new_desk("berik")
    nothing = exported(other, "csv", tmp_path)
    exported(decided, "csv", tmp_path)
    other.import_file(tmp_path / "aizhan.csv")
    assert other.undo() == "3 decisions"
    assert exported(other, "csv", tmp_path) == nothing


def test_a_claim_that_is_not_on_the_desk_is_said_and_the_others_come_in(
    decided: Desk, new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    first = article()[1][0].id
    text = exported(decided, "csv", tmp_path).decode().replace(first, "zzzzzzzzzzzzz")
    (tmp_path / "odd.csv").write_text(text, encoding="utf-8", newline="")
    report = new_desk("berik").import_file(tmp_path / "odd.csv")
    assert report.verdicts == 2
    assert len(report.errors) == 1
    assert "zzzzzzzzzzzzz" in report.errors[0]


def test_a_claim_that_a_reviewer_marked_comes_back_too(
    new_desk: Callable[[str], Desk], tmp_path: Path
) -> None:
    desk, other = new_desk("aizhan"), new_desk("berik")
    marked = desk.add_claim(article()[0].id, 4, 31)
    desk.mark([marked.id], Status.UNPROVEN)
    before = exported(desk, "csv", tmp_path)
    assert not other.import_file(tmp_path / "aizhan.csv").errors
    assert exported(other, "csv", tmp_path) == before


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("other.csv", b"a,b\r\n1,2\r\n", "not one of our CSVs"),
        ("binary.csv", b"\xff\xfe\x00", "not UTF-8"),
        ("empty.csv", b"", "empty"),
        ("odd.jsonl", b"{}\n", "line 1"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_in_one_line(
    new_desk: Callable[[str], Desk], tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KzcheckError, match=why) as refused:
        new_desk("berik").import_file(tmp_path / name)
    assert "\n" not in str(refused.value)


def test_a_file_that_can_not_be_written_leaves_nothing_behind(decided: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "verdicts.csv").mkdir()
    with pytest.raises(KzcheckError, match=r"verdicts\.csv was not written"):
        decided.export_file("csv", folder / "verdicts.csv")
    assert [path.name for path in folder.iterdir()] == ["verdicts.csv"]
