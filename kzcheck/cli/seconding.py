"""`second`: the blind second check, and the list of where two reviewers differ."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.claims import write_claims
from kzcheck.cli.options import as_json, given_citation, limit, reviewer, verdict_evidence, words
from kzcheck.cli.out import Column, write_json, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.screens import show_screen
from kzcheck.cli.showing import write_claim
from kzcheck.cli.talk import say
from kzcheck.domain import ClaimQuery, Status

if TYPE_CHECKING:
    from kzcheck.desk import Desk

DISAGREEMENT_COLUMNS = (
    Column("claim", 13),
    Column("verdict", 13),
    Column("reviewer", 12),
    Column("second verdict", 14),
    Column("second reviewer", 15),
    Column("headline", share=1),
)


@click.command("second")
@click.argument("claim", required=False)
@click.argument("verdict", metavar="[VERDICT]", required=False, type=words(Status))
@verdict_evidence
@click.option("--status", multiple=True, type=words(Status), help="List those you left so; may be repeated.")
@click.option("--screen", is_flag=True, help="Open the review screen on the claims to check.")
@click.option("--disagreements", is_flag=True, help="List, not blind, where two reviewers differ.")
@reviewer
@limit
@as_json
@pass_place
def second_command(
    place: Place,
    /,
    *,
    claim: str | None,
    verdict: str | None,
    reference: str | None,
    quote: str | None,
    note: str | None,
    override: str | None,
    status: tuple[str, ...],
    screen: bool,
    disagreements: bool,
    reviewer: str,
    limit: int | None,
    as_json: bool,
) -> None:
    """Check blind what others have decided. Their verdicts, reasons and sources are not shown.

    Without CLAIM it lists the claims that somebody else has decided and you have not; with it, it shows the
    claim; with VERDICT it keeps what you find beside the first verdict. `open` takes that away. 'kzcheck
    stats' says how far two reviewers agree.
    """
    if verdict is None and (reference or quote or note or override):
        raise click.UsageError("say what you find: CLAIM and VERDICT go with --cite, --note and --override")
    citation = None if verdict is None else given_citation(Status(verdict), reference, quote)
    if claim is not None and (screen or disagreements or status):
        raise click.UsageError("name a claim, or ask for a list or the screen")
    if disagreements:
        with place.open(reviewer=reviewer) as desk:
            _write_disagreements(desk, as_json=as_json)
        return
    with place.open_blind(reviewer=reviewer) as blind:
        if screen:
            show_screen(blind)
        elif claim is None:
            query = ClaimQuery(statuses=tuple(map(Status, status)) or (Status.OPEN,))
            write_claims(blind, query, limit, as_json=as_json)
        elif verdict is None:
            write_claim(blind, blind.claim(claim), as_json=as_json)
        else:
            row = blind.claim_row(claim)
            blind.mark([row.id], Status(verdict), citation=citation, rationale=note, override=override)
            say(f"{row.id} is {verdict} for {blind.reviewer}: {row.headline}")


def _write_disagreements(desk: "Desk", *, as_json: bool) -> None:
    found = list(_disagreements(desk))
    if as_json:
        write_json(found)
    else:
        write_table(
            DISAGREEMENT_COLUMNS, ([str(value or "") for value in record.values()] for record in found)
        )


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
