"""Options that several commands share, and what the evidence options of a verdict come to."""

from collections.abc import Callable
from enum import StrEnum
from functools import reduce
from typing import Any

import click

from kzcheck.domain import Citation, Status, is_date

Command = Callable[..., Any]


def words(kind: type[StrEnum]) -> "click.Choice[str]":
    """Return the choice among the members of an enum."""
    return click.Choice([word.value for word in kind])


def in_order(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Return one decorator that gives a command all of `options`, listed in this order by `--help`."""
    return lambda command: reduce(lambda decorated, option: option(decorated), reversed(options), command)


def a_date(_ctx: click.Context, _option: click.Parameter, value: str | None) -> str | None:
    """Return an option that is a date or empty as it is; raise click.BadParameter for anything else."""
    if value and not is_date(value):
        raise click.BadParameter(f"{value!r} is not a date; give 2026-01-08, 2026-01 or 2026")
    return value


MOST = 2**63 - 1
"""The largest number that SQLite takes."""

as_json = click.option("--json", "as_json", is_flag=True, help="One JSON document with stable keys.")
limit = click.option("--limit", type=click.IntRange(1, MOST), metavar="N", help="At most N of them.")
reviewer = click.option(
    "--reviewer", default="", metavar="NAME", help="Who decides; else $KZCHECK_REVIEWER, else your login."
)
allow_private = click.option(
    "--allow-private", is_flag=True, help="Fetch also from private networks and this machine."
)
verdict_evidence = in_order(
    click.option("--cite", "reference", metavar="SOURCE", help="The evidence: an address, or words."),
    click.option("--quote", metavar="PASSAGE", help="The words of the source that it rests on."),
    click.option("--note", metavar="TEXT", help="Why: the rationale."),
    click.option("--override", metavar="REASON", help="Let the verdict stand without the evidence it needs."),
)


def given_citation(status: Status, reference: str | None, quote: str | None) -> Citation | None:
    """Return the citation that `--cite` and `--quote` describe, None without `--cite`.

    Its id and claim are left empty: the desk fills them in. Raises click.UsageError for a quote alone.
    """
    if not reference:
        if quote:
            raise click.UsageError("--quote needs --cite: say what source the passage is from")
        return None
    return Citation(id="", claim_id="", reference=reference, passage=quote, stance=status.stance)
