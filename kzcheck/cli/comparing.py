"""How texts and claims relate."""

import re
from typing import Any

import click

from kzcheck.cli.lines import answer_lines, require_dash
from kzcheck.cli.options import as_json
from kzcheck.cli.out import Column, write_json, write_line, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import comparison_record
from kzcheck.domain import ClaimRow, Comparison

CLAIM_ID = re.compile(r"[a-z2-7]{13}")
NEAREST = 10


@click.command("compare")
@click.argument("texts", nargs=-1, required=True, metavar="TEXT TEXT")
@click.option("--lines", is_flag=True, help="With -: JSON Lines of id, a and b in, of answers out.")
@as_json
@pass_place
def compare_command(place: Place, texts: tuple[str, ...], lines: bool, as_json: bool) -> int:
    """Say how two texts, or two claims by id, relate, and why."""
    if lines:
        require_dash(texts)
        return 0 if answer_lines(("a", "b"), _answer) else 1
    if len(texts) != 2:
        raise click.UsageError("compare takes two texts, or two claim ids")
    comparison = _compare(place, *texts)
    if as_json:
        write_json(comparison_record(comparison))
    else:
        write_line(f"{comparison.relation}  {comparison.score:.2f}")
        for reason in comparison.reasons:
            write_line(f"  {reason}")
    return 0


@click.command("lookup")
@click.argument("text")
@click.option("--limit", type=click.IntRange(min=1), default=NEAREST, show_default=True, metavar="N")
@click.option("--lines", is_flag=True, help="With -: JSON Lines of id and text in, of answers out.")
@as_json
@pass_place
def lookup_command(place: Place, text: str, limit: int, lines: bool, as_json: bool) -> int:
    """List the desk's claims nearest to a text, best first."""
    with place.open() as desk:
        if lines:
            require_dash([text])

            def answer(record: dict[str, Any]) -> dict[str, Any]:
                found = desk.lookup(record["text"], limit=limit)
                return {"results": [{"id": row.id, "score": how.score} for row, how in found]}

            return 0 if answer_lines(("text",), answer) else 1
        found = desk.lookup(text, limit=limit)
    if as_json:
        write_json([_found_json(row, how) for row, how in found])
        return 0
    columns = (
        Column("score", 5),
        Column("relation", 10),
        Column("id", 13),
        Column("status", 13, optional=True),
        Column("headline", share=2),
        Column("why", share=3, optional=True),
    )
    write_table(columns, (_found_cells(row, how) for row, how in found))
    return 0


def _found_json(row: ClaimRow, how: Comparison) -> dict[str, Any]:
    return {
        "id": row.id,
        "headline": row.headline,
        "document_title": row.document_title,
        "outlet": row.outlet,
        "status": row.status,
        **comparison_record(how),
    }


def _found_cells(row: ClaimRow, how: Comparison) -> tuple[str, ...]:
    return (f"{how.score:.2f}", how.relation, row.id, row.status, row.headline, "; ".join(how.reasons))


def _compare(place: Place, a: str, b: str) -> Comparison:
    if CLAIM_ID.fullmatch(a) and CLAIM_ID.fullmatch(b):
        with place.open() as desk:
            return desk.compare(a, b)
    from kzcheck.desk.comparing import compare_texts

    return compare_texts(a, b)


def _answer(record: dict[str, Any]) -> dict[str, Any]:
    from kzcheck.desk.comparing import compare_texts

    return comparison_record(compare_texts(record["a"], record["b"]))
