"""What is on the desk already that a text repeats: its claims, and checks that others published."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from kzcheck.cli.lines import answer_lines, require_dash
from kzcheck.cli.options import as_json
from kzcheck.cli.out import Column, write_json, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import comparison_record
from kzcheck.domain import ClaimRow, Comparison, FoundCheck

NEAREST = 10
CLAIMS, CHECKS = "claims", "fact-checks"

Find = Callable[[str], list["Near"]]


@dataclass(frozen=True, slots=True)
class Near:
    """Something near to a text, as a record and as the cells of a table."""

    id: str
    score: float
    record: dict[str, Any]
    cells: tuple[str, ...]


@click.command("lookup")
@click.argument("text")
@click.option("--only", type=click.Choice([CLAIMS, CHECKS]), help="One of the two alone.")
@click.option("--limit", type=click.IntRange(min=1), default=NEAREST, show_default=True, metavar="N")
@click.option("--lines", is_flag=True, help="With -: JSON Lines of id and text in, of answers out.")
@as_json
@pass_place
def lookup_command(place: Place, text: str, only: str | None, limit: int, lines: bool, as_json: bool) -> int:
    """List what is nearest to a text. The desk's claims and the published checks, best first."""
    with place.open() as desk:
        checks = desk.check_lookup()

        def find(wanted: str) -> list[Near]:
            near: list[Near] = []
            if only != CHECKS:
                near += [_claim(row, how) for row, how in desk.lookup(wanted, limit=limit)]
            if only != CLAIMS:
                near += [near_check(found) for found in checks.find(wanted, limit)]
            return sorted(near, key=lambda one: -one.score)[:limit]

        if lines:
            require_dash([text])
            return 0 if answer_lines(("text",), lambda record: _answer(find, record)) else 1
        found = find(text)
    if as_json:
        write_json([near.record for near in found])
        return 0
    columns = (
        Column("score", 5),
        Column("relation", 10),
        Column("id", 13),
        Column("status", 13, optional=True),
        Column("headline", share=2),
        Column("why", share=3, optional=True),
    )
    write_table(columns, (near.cells for near in found))
    return 0


def _answer(find: Find, record: dict[str, Any]) -> dict[str, Any]:
    return {"results": [{"id": near.id, "score": near.score} for near in find(record["text"])]}


def _claim(row: ClaimRow, how: Comparison) -> Near:
    record = {
        "id": row.id,
        "headline": row.headline,
        "document_title": row.document_title,
        "outlet": row.outlet,
        "status": row.status,
        **comparison_record(how),
    }
    cells = (f"{how.score:.2f}", how.relation, row.id, row.status, row.headline, "; ".join(how.reasons))
    return Near(row.id, how.score, record, cells)


def near_check(found: FoundCheck) -> Near:
    """Describe a published check."""
    check = found.check
    record = {
        "id": check.id,
        "claim": check.claim,
        "title": check.title,
        "claimant": check.claimant,
        "publisher": check.publisher,
        "rating": check.rating,
        "date": check.date,
        "url": check.url,
        "score": found.score,
        "reasons": list(found.reasons),
    }
    who = " ".join(word for word in (check.publisher, check.date) if word)
    why = "; ".join(word for word in (who, *found.reasons) if word)
    cells = (
        f"{found.score:.2f}",
        "fact-check",
        check.id,
        check.rating or "",
        check.title or check.claim,
        why,
    )
    return Near(check.id, found.score, record, cells)
