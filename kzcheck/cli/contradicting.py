"""`conflicts`: the contradictions on the desk."""

from typing import Any

import click

from kzcheck.cli.options import as_json
from kzcheck.cli.out import Column, figure, number, write_json_list, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import match_record
from kzcheck.domain import Contradiction, Side

COLUMNS = (
    Column("measure", share=2),
    Column("value", 14),
    Column("unit", 10, optional=True),
    Column("who", share=2),
    Column("when", 10),
    Column("status", 13),
    Column("claim", 13),
    Column("headline", share=2, optional=True),
)


@click.command("conflicts")
@as_json
@pass_place
def conflicts_command(place: Place, as_json: bool) -> None:
    """List contradictions by measure. Who says what, as of when, and what of it is checked."""
    with place.open() as desk:
        found = desk.conflicts()
    if as_json:
        write_json_list(map(_record, found))
    else:
        write_table(COLUMNS, (_cells(one, side) for one in found for side in one.sides))


def _cells(contradiction: Contradiction, side: Side) -> tuple[str, ...]:
    row = side.row
    hedge = f"{row.approximator} " if row.approximator and row.approximator != "exact" else ""
    return (
        contradiction.measure,
        hedge + figure(row.value, row.value_high),
        row.unit or "",
        side.who or "",
        side.when or "",
        row.status,
        row.id,
        row.headline,
    )


def _record(contradiction: Contradiction) -> dict[str, Any]:
    return {
        "measure": contradiction.measure,
        "claims": [_side_record(side) for side in contradiction.sides],
        "pairs": [match_record(pair) for pair in contradiction.pairs],
    }


def _side_record(side: Side) -> dict[str, Any]:
    row = side.row
    return {
        "id": row.id,
        "document": row.document_id,
        "headline": row.headline,
        "value": number(row.value),
        "value_high": number(row.value_high),
        "unit": row.unit,
        "approximator": row.approximator,
        "who": side.who,
        "when": side.when,
        "outlet": row.outlet,
        "status": row.status,
    }
