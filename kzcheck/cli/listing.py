"""Lists: documents, claims, matches, the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.options import as_json, limit, words
from kzcheck.cli.out import Column, figure, write_json, write_json_list, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import claim_record, ledger_record, match_record
from kzcheck.cli.talk import ProgressLine, say
from kzcheck.domain import (
    Action,
    ClaimKind,
    ClaimQuery,
    ClaimRow,
    Document,
    DocumentRow,
    KzcheckError,
    RecheckOutcome,
    Relation,
    Sort,
    Standing,
    Status,
    ZoneKind,
)

if TYPE_CHECKING:
    from kzcheck.desk import Desk

PAGE = 500
ALL = "all"
LOG_LENGTH = 50


@click.command("documents")
@as_json
@pass_place
def documents_command(place: Place, as_json: bool) -> None:
    """List the documents and how far each is checked."""
    with place.open() as desk:
        rows = desk.documents()
    if as_json:
        write_json([_document_json(row) for row in rows])
        return
    columns = (
        Column("id", 10),
        Column("done", 9),
        Column("published", 10, optional=True),
        Column("title", share=3),
        Column("outlet", share=1, optional=True),
        Column("source", share=1, optional=True),
    )
    write_table(columns, map(_document_cells, rows))


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
@click.option("--min-priority", type=click.FloatRange(0, 1), default=0.0, help="Of this priority or more.")
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
def claims_command(place: Place, /, limit: int | None, as_json: bool, **asked: Any) -> None:
    """List claims. QUERY is searched in claim, headline, subject, speaker and document."""
    zones = () if ALL in asked["zone"] else tuple(map(ZoneKind, asked["zone"]))
    query = ClaimQuery(
        text=asked["query"],
        statuses=tuple(map(Status, asked["status"])),
        kinds=tuple(map(ClaimKind, asked["kind"])),
        zones=zones,
        document=asked["document"],
        outlet=asked["outlet"],
        speaker=asked["speaker"],
        min_priority=asked["min_priority"],
        rechecks=tuple(map(RecheckOutcome, asked["recheck"])),
        standing=Standing(asked["standing"]),
        sort=Sort(asked["sort"]),
    )
    with place.open() as desk:
        rows = islice(all_rows(desk, query), limit)
        if as_json:
            describe = Describer(desk)
            write_json_list(map(describe.claim, rows))
            return
        columns = (
            Column("id", 13),
            Column("status", 14),
            Column("priority", 8, optional=True),
            Column("value", 12, optional=True),
            Column("unit", 10, optional=True),
            Column("headline", share=2),
            Column("outlet", share=1, optional=True),
        )
        write_table(columns, map(_claim_cells, rows))


@click.command("matches")
@click.option("--relation", type=words(Relation), help="With this relation only.")
@click.option("--claim", metavar="ID", help="Those of this claim.")
@click.option("--rebuild", is_flag=True, help="Match the whole desk anew instead; decisions stay.")
@limit
@as_json
@pass_place
def matches_command(
    place: Place, relation: str | None, claim: str | None, rebuild: bool, limit: int | None, as_json: bool
) -> None:
    """List the pairs of claims that match, and how.

    A rebuild runs beside a review without disturbing it. Ended with ctrl+c, it goes on from there next time.
    """
    with place.open() as desk:
        if rebuild:
            _rebuild(desk)
            return
        matches = desk.matches(
            relation=None if relation is None else Relation(relation),
            claim=None if claim is None else desk.claim_row(claim).id,
            limit=limit,
        )
        if as_json:
            write_json_list(map(match_record, matches))
            return
        columns = (
            Column("relation", 10),
            Column("score", 5),
            Column("a", 13),
            Column("b", 13),
            Column("headlines", share=3),
            Column("why", share=3, optional=True),
            Column("decision", 10, optional=True),
        )
        write_table(
            columns,
            (
                (
                    match.relation,
                    f"{match.score:.2f}",
                    match.a,
                    match.b,
                    f"{desk.claim_row(match.a).headline} / {desk.claim_row(match.b).headline}",
                    "; ".join(match.reasons),
                    match.decision or "",
                )
                for match in matches
            ),
        )


def _rebuild(desk: "Desk") -> None:
    """Match the whole desk anew; raise KeyboardInterrupt when it was ended."""
    try:
        with ProgressLine() as line:
            desk.rematch(progress=line.show_parts)
    except KeyboardInterrupt:
        say("ended; the desk is whole, and 'kzcheck matches --rebuild' goes on from here")
        raise
    stats = desk.stats()
    say(f"{stats.matches:,} matches, {stats.conflicts:,} of them conflicts; {stats.clusters:,} clusters")


@click.command("log")
@click.option("--limit", type=click.IntRange(min=1), default=LOG_LENGTH, show_default=True, metavar="N")
@click.option("--verify", is_flag=True, help="Check that no entry was changed afterwards.")
@as_json
@pass_place
def log_command(place: Place, limit: int, verify: bool, as_json: bool) -> None:
    """Show the newest decisions. The ledger says who decided what, and when."""
    with place.open() as desk:
        if verify and (faults := desk.verify_ledger()):
            raise KzcheckError(f"the ledger was changed: {'; '.join(faults)}; compare it with a backup")
        entries = desk.log(limit)
        turned = {e.seq: desk.deed(e.subject) for e in entries if e.action in (Action.UNDO, Action.REDO)}
    if as_json:
        write_json([ledger_record(entry) for entry in entries])
        return
    columns = (
        Column("seq", 6),
        Column("at", 24),
        Column("reviewer", 12),
        Column("action", 10),
        Column("subject", share=1),
        Column("after", share=2, optional=True),
    )
    write_table(
        columns,
        (
            (
                str(e.seq),
                e.at,
                e.reviewer,
                e.action,
                e.subject,
                turned.get(e.seq) or _fields(e.after or e.before),
            )
            for e in entries
        ),
    )


def all_rows(desk: "Desk", query: ClaimQuery) -> Iterator[ClaimRow]:
    """Walk through every row that `query` asks for, a page at a time."""
    rows = desk.page(query, limit=PAGE)
    while rows:
        yield from rows
        rows = desk.page(query, after=rows[-1].key, limit=PAGE)


@dataclass(slots=True)
class Describer:
    """Makes records of claims, reading each document once while its claims come in a row."""

    desk: "Desk"
    _document: Document | None = None

    def claim(self, row: ClaimRow) -> dict[str, Any]:
        """Return the record of one claim."""
        document = self._document
        if document is None or document.id != row.document_id:
            document = self._document = self.desk.document(row.document_id)
        claim = self.desk.claim(row.id)
        if row.standing is Standing.STALE:
            stale = f"stale: {self.desk.status(row.id).stale}"
            claim = replace(claim, reasons=(*claim.reasons, stale))
        return claim_record(
            claim,
            document.metadata,
            claim.sentence.of(document.text),
            status=row.status,
            citations=row.citations,
            matches=row.matches,
        )


def _claim_cells(row: ClaimRow) -> tuple[str, ...]:
    return (
        row.id,
        row.status if row.standing is Standing.CURRENT else f"{row.standing} {row.status}",
        f"{row.priority:.2f}",
        figure(row.value, row.value_high),
        row.unit or "",
        row.headline,
        row.outlet or row.document_title or "",
    )


def _document_cells(row: DocumentRow) -> tuple[str, ...]:
    return (
        row.id,
        "replaced" if row.is_superseded else f"{row.done}/{row.claims}",
        row.metadata.published or "",
        row.metadata.title or "",
        row.metadata.outlet or "",
        row.source,
    )


def _document_json(row: DocumentRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "title": row.metadata.title,
        "outlet": row.metadata.outlet,
        "author": row.metadata.author,
        "published": row.metadata.published,
        "url": row.metadata.url,
        "source": row.source,
        "added_at": row.added_at,
        "claims": row.claims,
        "done": row.done,
    }


def _fields(values: dict[str, Any] | None) -> str:
    return ", ".join(f"{name} {value}" for name, value in (values or {}).items() if value is not None)
