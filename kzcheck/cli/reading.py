"""Reading articles: `add` puts them on the desk, `extract` only shows what is found in them."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.lines import answer_lines, require_dash
from kzcheck.cli.options import a_date, allow_private, as_json, in_order
from kzcheck.cli.out import Column, figure, write_json, write_json_list, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import add_record, claim_record, document_record, quantity_record
from kzcheck.cli.revisions import tell
from kzcheck.cli.talk import ProgressLine, say
from kzcheck.domain import Claim, Document, KzcheckError, Metadata, Quantity, ZoneKind

if TYPE_CHECKING:
    from kzcheck.domain import AddReport

ADDED_COLUMNS = (
    Column("id", 10),
    Column("status", 9),
    Column("claims", 6),
    Column("published", 10, optional=True),
    Column("title", share=3),
    Column("outlet", share=1, optional=True),
)
CLAIM_COLUMNS = (
    Column("priority", 8),
    Column("zone", 10, optional=True),
    Column("kind", 11, optional=True),
    Column("value", 12),
    Column("headline", share=2),
    Column("quote", share=3, optional=True),
    Column("source", share=1, optional=True),
)
QUANTITY_COLUMNS = (
    Column("start", 7),
    Column("value", 16),
    Column("unit", 16),
    Column("approximator", 12, optional=True),
    Column("change", 6, optional=True),
    Column("text", share=3),
    Column("source", share=1, optional=True),
)

given_metadata = in_order(
    click.option("--title", help="The document's title."),
    click.option("--outlet", help="Who published it."),
    click.option("--author", help="Who wrote it."),
    click.option("--url", help="Where it was published."),
    click.option("--published", metavar="DATE", callback=a_date, help="When: 2026-01-08, 2026-01 or 2026."),
)


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@given_metadata
@allow_private
@as_json
@pass_place
def add_command(
    place: Place, /, sources: tuple[str, ...], allow_private: bool, as_json: bool, **given: str | None
) -> int:
    """Read articles onto the desk. A source is a file, a folder, - or an address; text, HTML, PDF or DOCX.

    A source that cannot be read is reported on standard error; the others are added all the same.
    """
    with place.open(create=True) as desk, ProgressLine() as line:
        report = desk.add(
            sources,
            given=_metadata(given),
            stdin=sys.stdin.buffer,
            allow_private=allow_private,
            progress=line.show,
        )
    for error in report.errors:
        say(error.error)
    for document in report.documents:
        tell(document)
        if document.note is not None:
            say(f"{document.title or document.id}: {document.note}")
        if document.status == "unchanged" and any(given.values()):
            say(f"{document.title or document.id}: it was on the desk already and is as it was")
    if as_json:
        write_json(add_record(report))
    else:
        _write_added(report)
    return 1 if report.errors else 0


@click.command("extract")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@given_metadata
@allow_private
@click.option("--quantities", is_flag=True, help="Every figure, instead of the claims.")
@click.option("--lines", is_flag=True, help="With -: JSON Lines of id and text in, of answers out.")
@as_json
def extract_command(
    sources: tuple[str, ...],
    quantities: bool,
    lines: bool,
    allow_private: bool,
    as_json: bool,
    **given: str | None,
) -> int:
    """Show what is found in articles, without a desk."""
    if lines:
        require_dash(sources)
        return 0 if answer_lines(("text",), _quantities_of if quantities else _claims_of) else 1
    failed: list[str] = []
    found = _extracted(sources, _metadata(given), allow_private, failed)
    if as_json:
        write_json_list(_quantities_record(*one) if quantities else _claims_record(*one) for one in found)
    elif quantities:
        write_table(QUANTITY_COLUMNS, (_quantity_cells(d, q) for d, _ in found for q in _figures(d)))
    else:
        write_table(CLAIM_COLUMNS, (_claim_cells(d, claim) for d, claims in found for claim in claims))
    return 1 if failed else 0


def _metadata(given: dict[str, str | None]) -> Metadata:
    published = given.get("published")
    return Metadata(
        title=given.get("title"),
        outlet=given.get("outlet"),
        author=given.get("author"),
        url=given.get("url"),
        published=published,
        published_from="option" if published else None,
    )


def _write_added(report: "AddReport") -> None:
    write_table(
        ADDED_COLUMNS,
        (
            (d.id, d.status, str(d.claims), d.published or "", d.title or "", d.outlet or "")
            for d in report.documents
        ),
    )


def _extracted(
    sources: tuple[str, ...], given: Metadata, allow_private: bool, failed: list[str]
) -> Iterator[tuple[Document, list[Claim]]]:
    """Yield the documents of all sources with their claims, as they are read.

    A source that cannot be read is reported on standard error and put into `failed`.
    """
    from kzcheck.desk.extracting import extract_source, language_note
    from kzcheck.ingest import expand_sources

    for source in expand_sources(sources):
        try:
            found = extract_source(source, given=given, stdin=sys.stdin.buffer, allow_private=allow_private)
        except KzcheckError as error:
            say(str(error))
            failed.append(source)
            continue
        for document, claims in found:
            note = language_note(document, sum(claim.zone is ZoneKind.BODY for claim in claims))
            if note is not None:
                say(f"{document.source}: {note}")
        yield from found


def _figures(document: Document) -> list[Quantity]:
    from kzcheck.extract import find_quantities

    return find_quantities(document.text)


def _quantities_of(record: dict[str, Any]) -> dict[str, Any]:
    """Answer one record of `--lines --quantities`."""
    from kzcheck.extract import find_quantities

    return {"quantities": [quantity_record(quantity) for quantity in find_quantities(record["text"])]}


def _claims_of(record: dict[str, Any]) -> dict[str, Any]:
    """Answer one record of `--lines`."""
    from kzcheck.desk import extract_text

    document, claims = extract_text(record["text"])
    return {"claims": [claim_record(claim, document) for claim in claims]}


def _claims_record(document: Document, claims: list[Claim]) -> dict[str, Any]:
    return {
        "source": document.source,
        "document": document_record(document),
        "claims": [claim_record(claim, document) for claim in claims],
    }


def _quantities_record(document: Document, _claims: list[Claim]) -> dict[str, Any]:
    return {
        "source": document.source,
        "document": document_record(document),
        "quantities": [quantity_record(quantity) for quantity in _figures(document)],
    }


def _claim_cells(document: Document, claim: Claim) -> tuple[str, ...]:
    quantity = claim.quantity
    return (
        f"{claim.priority:.2f}",
        claim.zone,
        claim.kind,
        figure(quantity.value, quantity.value_high) if quantity else "",
        claim.headline,
        claim.quote,
        document.source,
    )


def _quantity_cells(document: Document, quantity: Quantity) -> tuple[str, ...]:
    return (
        str(quantity.start),
        figure(quantity.value, quantity.value_high),
        quantity.unit or "",
        quantity.approximator,
        quantity.change or "",
        quantity.text,
        document.source,
    )
