"""The blind second check: what is to be checked, what a second reviewer finds, where two differ."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.listing import Describer, all_rows
from kzcheck.cli.options import as_json, limit, reviewer, words
from kzcheck.cli.out import Column, write_json, write_json_list, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.screens import show_screen
from kzcheck.cli.showing import write_claim
from kzcheck.cli.talk import say
from kzcheck.domain import Citation, ClaimQuery, ClaimRow, Stance, Status

if TYPE_CHECKING:
    from kzcheck.desk import Desk


@click.command("second")
@click.argument("claim", required=False)
@click.argument("verdict", metavar="[VERDICT]", required=False, type=words(Status))
@click.option("--cite", "reference", metavar="SOURCE", help="The evidence: an address, or words.")
@click.option("--quote", metavar="PASSAGE", help="The words of the source that it rests on.")
@click.option("--note", metavar="TEXT", help="Why: the rationale.")
@click.option("--override", metavar="REASON", help="Let the verdict stand without the evidence it needs.")
@click.option("--status", multiple=True, type=words(Status), help="List those you left so; may be repeated.")
@click.option("--screen", is_flag=True, help="Open the review screen on the claims to check.")
@click.option("--disagreements", is_flag=True, help="List, not blind, where two reviewers differ.")
@reviewer
@limit
@as_json
@pass_place
def second_command(
    place: Place, /, claim: str | None, verdict: str | None, limit: int | None, as_json: bool, **asked: Any
) -> None:
    """Check blind what others have decided. Their verdicts, reasons and sources are not shown.

    Without CLAIM it lists the claims that somebody else has decided and you have not; with it, it shows the
    claim; with VERDICT it keeps what you find beside the first verdict. `open` takes that away. 'kzcheck
    stats' says how far two reviewers agree.
    """
    _refuse_mixed(claim, verdict, asked)
    if asked["disagreements"]:
        with place.open(reviewer=asked["reviewer"]) as desk:
            _list_disagreements(desk, as_json=as_json)
        return
    with place.open_blind(reviewer=asked["reviewer"]) as blind:
        if asked["screen"]:
            show_screen(blind)
        elif claim is None:
            _list(blind, tuple(map(Status, asked["status"])) or (Status.OPEN,), limit, as_json=as_json)
        elif verdict is None:
            write_claim(blind, blind.claim(claim), as_json=as_json)
        else:
            _mark(blind, blind.claim_row(claim), Status(verdict), asked)


def _refuse_mixed(claim: str | None, verdict: str | None, asked: dict[str, Any]) -> None:
    if verdict is None and any(asked[name] for name in ("reference", "quote", "note", "override")):
        raise click.UsageError("say what you find: CLAIM and VERDICT go with --cite, --note and --override")
    if asked["quote"] and not asked["reference"]:
        raise click.UsageError("--quote needs --cite: say what source the passage is from")
    if claim is not None and (asked["screen"] or asked["disagreements"] or asked["status"]):
        raise click.UsageError("name a claim, or ask for a list or the screen")


def _mark(desk: "Desk", row: ClaimRow, status: Status, asked: dict[str, Any]) -> None:
    citation = None
    if asked["reference"]:
        stance = Stance.CONTRADICTS if status is Status.DISPUTED else Stance.SUPPORTS
        citation = Citation(
            id="", claim_id=row.id, reference=asked["reference"], passage=asked["quote"], stance=stance
        )
    desk.mark([row.id], status, citation=citation, rationale=asked["note"], override=asked["override"])
    say(f"{row.id} is {status} for {desk.reviewer}: {row.headline}")


def _list(desk: "Desk", statuses: tuple[Status, ...], limit: int | None, *, as_json: bool) -> None:
    rows = islice(all_rows(desk, ClaimQuery(statuses=statuses)), limit)
    if as_json:
        describe = Describer(desk)
        write_json_list(map(describe.claim, rows))
        return
    columns = (
        Column("id", 13),
        Column("status", 14),
        Column("priority", 8, optional=True),
        Column("headline", share=2),
        Column("outlet", share=1, optional=True),
    )
    write_table(
        columns, ((row.id, row.status, f"{row.priority:.2f}", row.headline, row.outlet or "") for row in rows)
    )


def _list_disagreements(desk: "Desk", *, as_json: bool) -> None:
    found = list(_disagreements(desk))
    if as_json:
        write_json(found)
        return
    columns = (
        Column("claim", 13),
        Column("verdict", 13),
        Column("reviewer", 12),
        Column("second verdict", 14),
        Column("second reviewer", 15),
        Column("headline", share=1),
    )
    write_table(columns, ([str(value or "") for value in record.values()] for record in found))


def _disagreements(desk: "Desk") -> Iterator[dict[str, Any]]:
    for row, second in desk.disagreements():
        yield {
            "claim": row.id,
            "verdict": row.status,
            "reviewer": desk.status(row.id).reviewer,
            "second_verdict": second.status,
            "second_reviewer": second.reviewer,
            "headline": row.headline,
        }
