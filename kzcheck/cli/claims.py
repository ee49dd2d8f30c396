"""The list of claims: which ones are asked for, and how each is shown as a table row or a JSON record."""

import math
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.options import as_json, limit, words
from kzcheck.cli.out import Column, figure, write_json_list, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import claim_record
from kzcheck.domain import (
    ClaimKind,
    ClaimQuery,
    ClaimRow,
    Document,
    RecheckOutcome,
    Sort,
    Standing,
    Status,
    ZoneKind,
)

if TYPE_CHECKING:
    from kzcheck.desk import Desk

PAGE = 500
"""How many rows are read from the desk at once."""
ALL = "all"
COLUMNS = (
    Column("id", 13),
    Column("status", 14),
    Column("priority", 8, optional=True),
    Column("value", 12, optional=True),
    Column("unit", 10, optional=True),
    Column("headline", share=2),
    Column("outlet", share=1, optional=True),
)


def _a_figure(_ctx: click.Context, _option: click.Parameter, value: float) -> float:
    if math.isnan(value):  # which no comparison finds outside a range
        raise click.BadParameter("nan is not a figure; give one from 0 to 1")
    return value


@click.command("claims")
@click.argument("query", required=False, default="")
@click.option("--status", multiple=True, type=words(Status), help="With this status; may be repeated.")
@click.option("--kind", multiple=True, type=words(ClaimKind), help="Of this kind; may be repeated.")
@click.option("--document", metavar="ID", help="Of this document.")
@click.option(
    "--zone",
    multiple=True,
    type=click.Choice([*(zone.value for zone in ZoneKind), ALL]),
    default=(ZoneKind.BODY.value,),
    show_default=True,
    help="From this part of a document; may be repeated.",
)
@click.option("--outlet", help="Published by this outlet.")
@click.option("--speaker", help="Said by this speaker.")
@click.option(
    "--min-priority",
    type=click.FloatRange(0, 1),
    default=0.0,
    callback=_a_figure,
    help="Of this priority or more.",
)
@click.option(
    "--recheck",
    multiple=True,
    type=words(RecheckOutcome),
    help="Citing a page that had become so; may be repeated.",
)
@click.option(
    "--standing",
    type=words(Standing),
    default=Standing.CURRENT.value,
    show_default=True,
    help="Stale: changed under its verdict; superseded, orphaned: of a text that was replaced.",
)
@click.option("--sort", type=words(Sort), default=Sort.PRIORITY.value, show_default=True)
@limit
@as_json
@pass_place
def claims_command(
    place: Place,
    /,
    *,
    query: str,
    status: tuple[str, ...],
    kind: tuple[str, ...],
    document: str | None,
    zone: tuple[str, ...],
    outlet: str | None,
    speaker: str | None,
    min_priority: float,
    recheck: tuple[str, ...],
    standing: str,
    sort: str,
    limit: int | None,
    as_json: bool,
) -> None:
    """List claims. QUERY is searched in claim, headline, subject, speaker and document."""
    asked = ClaimQuery(
        text=query,
        statuses=tuple(map(Status, status)),
        kinds=tuple(map(ClaimKind, kind)),
        zones=() if ALL in zone else tuple(map(ZoneKind, zone)),
        document=document,
        outlet=outlet,
        speaker=speaker,
        min_priority=min_priority,
        rechecks=tuple(map(RecheckOutcome, recheck)),
        standing=Standing(standing),
        sort=Sort(sort),
    )
    with place.open() as desk:
        write_claims(desk, asked, limit, as_json=as_json)


def write_claims(desk: "Desk", query: ClaimQuery, limit: int | None, *, as_json: bool) -> None:
    """Write the first `limit` claims that `query` asks for (None: all of them) as a table or as JSON."""
    rows = islice(_all_rows(desk, query), limit)
    if as_json:
        write_json_list(_records(desk, rows))
    else:
        write_table(COLUMNS, map(_cells, rows))


def _all_rows(desk: "Desk", query: ClaimQuery) -> Iterator[ClaimRow]:
    """Yield every row that `query` asks for, read from the desk a page at a time."""
    rows = desk.page(query, limit=PAGE)
    while rows:
        yield from rows
        rows = desk.page(query, after=rows[-1].key, limit=PAGE)


def _records(desk: "Desk", rows: Iterable[ClaimRow]) -> Iterator[dict[str, Any]]:
    """Yield the JSON record of each claim; claims of one document in a row read it once."""
    document: Document | None = None
    for row in rows:
        if document is None or document.id != row.document_id:
            document = desk.document(row.document_id)
        claim = desk.claim(row.id)
        if row.standing is Standing.STALE:
            claim = claim._replace(reasons=(*claim.reasons, f"stale: {desk.status(row.id).stale}"))
        yield claim_record(claim, document, row)


def _cells(row: ClaimRow) -> tuple[str, ...]:
    return (
        row.id,
        row.status if row.standing is Standing.CURRENT else f"{row.standing} {row.status}",
        f"{row.priority:.2f}",
        figure(row.value, row.value_high),
        row.unit or "",
        row.headline,
        row.outlet or row.document_title or "",
    )
