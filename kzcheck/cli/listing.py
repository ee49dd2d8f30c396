"""Lists of documents, of matches and of decisions; the list of claims is in `kzcheck.cli.claims`."""

from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.options import MOST, as_json, limit, words
from kzcheck.cli.out import Column, write_json, write_json_list, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import ledger_record, match_record
from kzcheck.cli.talk import ProgressLine, say
from kzcheck.domain import Action, DocumentRow, KzcheckError, LedgerEntry, Match, Relation

if TYPE_CHECKING:
    from kzcheck.desk import Desk

LOG_LENGTH = 50
DOCUMENT_COLUMNS = (
    Column("id", 10),
    Column("done", 9),
    Column("published", 10, optional=True),
    Column("title", share=3),
    Column("outlet", share=1, optional=True),
    Column("source", share=1, optional=True),
)
MATCH_COLUMNS = (
    Column("relation", 10),
    Column("score", 5),
    Column("a", 13),
    Column("b", 13),
    Column("headlines", share=3),
    Column("why", share=3, optional=True),
    Column("decision", 10, optional=True),
)
LOG_COLUMNS = (
    Column("seq", 6),
    Column("at", 24),
    Column("reviewer", 12),
    Column("action", 10),
    Column("subject", share=1),
    Column("after", share=2, optional=True),
)


@click.command("documents")
@as_json
@pass_place
def documents_command(place: Place, as_json: bool) -> None:
    """List the documents and how far each is checked."""
    with place.open() as desk:
        rows = desk.documents()
    if as_json:
        write_json([_document_record(row) for row in rows])
    else:
        write_table(DOCUMENT_COLUMNS, map(_document_cells, rows))


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

    A rebuild does not disturb a review. If it is ended with ctrl+c, the next one goes on from there.
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
        else:
            write_table(MATCH_COLUMNS, (_match_cells(desk, match) for match in matches))


def _rebuild(desk: "Desk") -> None:
    """Match the whole desk anew; raise KeyboardInterrupt when it was ended."""
    try:
        with ProgressLine() as line:
            desk.rematch(progress=line.show_parts)
    except KeyboardInterrupt:
        say("ended; the desk is whole, and 'kzcheck matches --rebuild' goes on from here")
        raise
    stats = desk.stats()
    pairs = f"pairs that say the same or contradict: {stats.matches:,}"
    say(f"{pairs}; conflicts among them: {stats.conflicts:,}; clusters: {stats.clusters:,}")


@click.command("log")
@click.option("--limit", type=click.IntRange(1, MOST), default=LOG_LENGTH, show_default=True, metavar="N")
@click.option("--verify", is_flag=True, help="Check that no entry was changed afterwards.")
@as_json
@pass_place
def log_command(place: Place, limit: int, verify: bool, as_json: bool) -> None:
    """Show the newest decisions. The ledger says who decided what, and when."""
    with place.open() as desk:
        if verify and (faults := desk.verify_ledger()):
            raise KzcheckError(f"the ledger was changed: {'; '.join(faults)}; compare it with a backup")
        entries = desk.log(limit)
        if as_json:
            write_json([ledger_record(entry) for entry in entries])
        else:
            write_table(LOG_COLUMNS, [_entry_cells(desk, entry) for entry in entries])


def _document_cells(row: DocumentRow) -> tuple[str, ...]:
    return (
        row.id,
        "replaced" if row.is_superseded else f"{row.done}/{row.claims}",
        row.metadata.published or "",
        row.name,
        row.metadata.outlet or "",
        row.source,
    )


def _document_record(row: DocumentRow) -> dict[str, Any]:
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
        "replaced": row.is_superseded,
    }


def _match_cells(desk: "Desk", match: Match) -> tuple[str, ...]:
    return (
        match.relation,
        f"{match.score:.2f}",
        match.a,
        match.b,
        f"{desk.claim_row(match.a).headline} / {desk.claim_row(match.b).headline}",
        "; ".join(match.reasons),
        match.decision or "",
    )


def _entry_cells(desk: "Desk", entry: LedgerEntry) -> tuple[str, ...]:
    if entry.action in (Action.UNDO, Action.REDO):
        put = desk.deed(entry.subject)
    else:
        put = _in_words(entry.after or entry.before or {})
    return (str(entry.seq), entry.at, entry.reviewer, entry.action, entry.subject, put)


def _in_words(state: dict[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in state.items() if value is not None)
