"""`lookup` and `known`: what is known already about a text, from claims and published fact-checks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.lines import answer_lines, require_dash
from kzcheck.cli.options import MOST, as_json
from kzcheck.cli.out import Column, write_json, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import check_record, comparison_record
from kzcheck.cli.talk import say
from kzcheck.domain import ClaimRow, Comparison, FoundCheck, is_claim_id

if TYPE_CHECKING:
    from kzcheck.desk import Desk

NEAREST = 10
CLAIMS, CHECKS = "claims", "fact-checks"
NOTHING_FITS = "nothing on the desk fits this text"

Find = Callable[[str], list["Near"]]


@dataclass(frozen=True, slots=True)
class Near:
    """A claim or fact-check that is near to a text, as a JSON record and as the cells of a table."""

    id: str
    score: float
    record: dict[str, Any]
    cells: tuple[str, ...]


@click.command("lookup")
@click.argument("text")
@click.option("--only", type=click.Choice([CLAIMS, CHECKS]), help="One of the two alone.")
@click.option("--limit", type=click.IntRange(1, MOST), default=NEAREST, show_default=True, metavar="N")
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
                near += [_check(found) for found in checks.find(wanted, limit)]
            return sorted(near, key=lambda one: -one.score)[:limit]

        if lines:
            require_dash([text])
            return 0 if answer_lines(("text",), lambda record: _answer(find, record)) else 1
        found = find(text)
    if not found:
        say(NOTHING_FITS)
    _write_near(found, Column("status", 13, optional=True), as_json=as_json)
    return 0


@click.command("known")
@click.argument("text", metavar="TEXT|CLAIM")
@click.option("--limit", type=click.IntRange(1, 50), default=NEAREST, show_default=True, metavar="N")
@as_json
@pass_place
def known_command(place: Place, text: str, limit: int, as_json: bool) -> None:
    """Ask Google's Fact Check Tools what was published on a text or claim. Needs $KZCHECK_FACTCHECK_KEY.

    This sends the text to Google, with your own key. The answers stay on the desk as fact-checks.
    """
    with place.open() as desk:
        near = [_check(found) for found in desk.evidence.known_checks(_in_full(desk, text), limit=limit)]
    _write_near(near, Column("rating", 13), as_json=as_json)


def _in_full(desk: "Desk", text: str) -> str:
    """Return the sentence of the claim that `text` is the id of, else `text` itself."""
    return desk.context(text).sentence if is_claim_id(text) else text


def _write_near(found: list[Near], found_so: Column, *, as_json: bool) -> None:
    """Write what is near as a table or as JSON; `found_so` is the column of statuses and ratings."""
    if as_json:
        write_json([near.record for near in found])
        return
    columns = (
        Column("score", 5),
        Column("relation", 10),
        Column("id", 13),
        found_so,
        Column("headline", share=2),
        Column("why", share=3, optional=True),
    )
    write_table(columns, (near.cells for near in found))


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


def _check(found: FoundCheck) -> Near:
    check = found.check
    record = check_record(found)
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
