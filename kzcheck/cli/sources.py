"""`evidence` and `recheck`: the sources of the desk, their kept copies, and what has become of the pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzcheck.cli.fetching import seen_line
from kzcheck.cli.options import a_date, allow_private, as_json, reviewer, words
from kzcheck.cli.out import Column, write_fields, write_json, write_line, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import citation_record
from kzcheck.cli.talk import say
from kzcheck.domain import Citation, CitationKind, KzcheckError, PassageOutcome, RecheckOutcome, Stance

if TYPE_CHECKING:
    from kzcheck.desk import Desk
    from kzcheck.desk.rechecking import Again

COLUMNS = (
    Column("id", 13),
    Column("claim", 13),
    Column("copy", 12, optional=True),
    Column("passage", 7),
    Column("again", 11),
    Column("source", share=2),
    Column("publisher", share=1, optional=True),
)


@click.group("evidence")
def evidence_command() -> None:
    """Look into the evidence: show, list, fetch or correct the sources of the desk."""


@evidence_command.command("show")
@click.argument("name", metavar="CITATION|SHA")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the copy as it came."
)
@as_json
@pass_place
def show_command(place: Place, name: str, output: Path | None, as_json: bool) -> None:
    """Print the text of a kept copy; with -o write the copy itself, byte by byte."""
    with place.open() as desk:
        page = desk.evidence.page(name)
        if output is not None:
            _write_body(output, desk.evidence.body(page))
            return
    about = page.metadata
    if as_json:
        write_json(
            {
                "sha256": page.sha256,
                "size": page.size,
                "url": page.url,
                "final_url": page.final_url,
                "content_type": page.content_type,
                "fetched_at": page.fetched_at,
                "headers": [list(header) for header in page.headers],
                "title": about.title,
                "publisher": about.outlet,
                "author": about.author,
                "published": about.published,
                "text": page.text,
            }
        )
        return
    write_fields(
        (
            ("copy", page.sha256),
            ("address", page.final_url),
            ("fetched", page.fetched_at),
            ("title", about.title or ""),
            ("publisher", about.outlet or ""),
            ("author", about.author or ""),
            ("published", about.published or ""),
        )
    )
    write_line()
    for line in page.text.splitlines():
        write_line(line)


@evidence_command.command("list")
@click.option(
    "--passage", multiple=True, type=words(PassageOutcome), help="Whose passage is so; repeat for more."
)
@click.option(
    "--recheck", multiple=True, type=words(RecheckOutcome), help="That had become so; repeat for more."
)
@as_json
@pass_place
def list_command(place: Place, passage: tuple[str, ...], recheck: tuple[str, ...], as_json: bool) -> None:
    """List the citations of the desk and what was seen of each."""
    with place.open() as desk:
        found = [
            citation
            for citation in desk.evidence.all_citations()
            if (not passage or citation.passage_check in passage)
            and (not recheck or citation.recheck in recheck)
        ]
    if as_json:
        write_json([citation_record(citation) for citation in found])
    else:
        write_table(COLUMNS, map(_cells, found))


@evidence_command.command("fetch")
@click.argument("names", nargs=-1, required=True, metavar="CLAIM|CITATION…")
@click.option("--files", is_flag=True, help="Also keep files of this machine that are cited by their path.")
@allow_private
@reviewer
@pass_place
def fetch_command(
    place: Place, names: tuple[str, ...], files: bool, allow_private: bool, reviewer: str
) -> int:
    """Fetch and keep the pages that claims cite, and look for the quoted passages in them."""
    done = True
    with place.open(reviewer=reviewer) as desk:
        for citation in _named(desk, names):
            try:
                seen = desk.evidence.look(citation.id, may_read_files=files, allow_private=allow_private)
            except KzcheckError as error:
                say(str(error))
                done = False
            else:
                say(seen_line(desk, seen))
    return 0 if done else 1


@evidence_command.command("correct")
@click.argument("citation")
@click.option("--title", help="The source's title; empty takes the page's own word again.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--published", metavar="DATE", callback=a_date, help="When it was published.")
@click.option("--quote", "passage", metavar="PASSAGE", help="The words of the source that matter.")
@click.option("--locator", help="Where in it: a page, a paragraph, a time.")
@click.option("--stance", type=words(Stance), help="What the source does to the claim.")
@click.option("--kind", type=words(CitationKind), help="How near it is to the fact.")
@reviewer
@as_json
@pass_place
def correct_command(
    place: Place, /, citation: str, reviewer: str, as_json: bool, **changes: str | None
) -> None:
    """Correct what a citation says; what is not named stays."""
    wanted: dict[str, str | Stance | CitationKind | None] = {
        name: value for name, value in changes.items() if value is not None
    }
    if changes["stance"]:
        wanted["stance"] = Stance(changes["stance"])
    if changes["kind"]:
        wanted["kind"] = CitationKind(changes["kind"])
    if not wanted:
        raise click.UsageError("name what is to be corrected, such as --title")
    with place.open(reviewer=reviewer) as desk:
        corrected = desk.evidence.correct(citation, **wanted)
        if corrected.id != citation and desk.evidence.kept_page(corrected) is not None:
            corrected = desk.evidence.look(corrected.id)
    if as_json:
        write_json(citation_record(corrected))
    else:
        say(f"{corrected.id} is corrected")


@click.command("recheck")
@click.argument("claims", nargs=-1, metavar="[CLAIM…]")
@click.option("--archive", is_flag=True, help="Ask the archive of the setting for a public copy of each.")
@allow_private
@reviewer
@as_json
@pass_place
def recheck_command(
    place: Place, claims: tuple[str, ...], archive: bool, allow_private: bool, reviewer: str, as_json: bool
) -> int:
    """Look again at the cited pages. Each is the same, changed, gone or blocked; requests are spaced out."""
    seen: list[Again] = []
    with place.open(reviewer=reviewer) as desk:
        ids = [desk.claim_row(claim).id for claim in claims]
        for again in desk.evidence.recheck(ids, archive=archive, allow_private=allow_private):
            seen.append(again)
            if not as_json:
                citation = again.citation
                write_line(f"{citation.claim_id}  {citation.id}  {citation.reference}  {again.line}")
    if as_json:
        write_json([citation_record(again.citation) | {"result": again.line} for again in seen])
    failed = [again for again in seen if not again.is_done]
    for again in failed:
        say(f"{again.citation.id}: {again.line}")
    return 1 if failed else 0


def _named(desk: "Desk", names: tuple[str, ...]) -> Iterator[Citation]:
    """Yield the citations that `names` are the ids of, and those of the claims that they are the ids of."""
    for name in names:
        try:
            yield desk.evidence.citation(name)
        except KzcheckError:
            for citation in desk.citations_of(desk.claim_row(name).id):
                if desk.evidence.can_be_looked_at(citation.reference):
                    yield citation


def _cells(citation: Citation) -> tuple[str, ...]:
    return (
        citation.id,
        citation.claim_id,
        (citation.snapshot or "")[:12],
        citation.passage_check or "",
        citation.recheck or "",
        citation.title or citation.reference,
        citation.publisher or "",
    )


def _write_body(path: Path, body: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(body)
    except OSError as error:
        raise KzcheckError(f"{path} was not written: {error.strerror}; name a new file") from error
    say(f"wrote {path}")
