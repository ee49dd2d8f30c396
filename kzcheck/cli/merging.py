"""`merge`: bringing another desk into this one."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzcheck.cli.options import as_json, reviewer
from kzcheck.cli.out import Column, write_json, write_table
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.talk import say
from kzcheck.domain import plural

if TYPE_CHECKING:
    from kzcheck.desk.merging import MergeReport
    from kzcheck.desk.reconciling import Disagreement

DISAGREEMENT_COLUMNS = (
    Column("claim", 13),
    Column("what", 9),
    Column("ours", share=1),
    Column("by", 12, optional=True),
    Column("theirs", share=1),
    Column("by", 12, optional=True),
)
COUNTED = (
    ("documents", "document"),
    ("claims", "claim"),
    ("verdicts", "verdict"),
    ("second_verdicts", "second verdict"),
    ("citations", "citation"),
    ("decisions", "decision on matches", "decisions on matches"),
    ("kept_pages", "kept page"),
    ("fact_checks", "fact-check"),
)
"""The counts of a report that are told, with what they count: one, and several where "s" is not enough."""


@click.command("merge")
@click.argument("path", metavar="OTHER.DB", type=click.Path(dir_okay=False, path_type=Path))
@reviewer
@as_json
@pass_place
def merge_command(place: Place, path: Path, reviewer: str, as_json: bool) -> int:
    """Bring another desk into this one. What the two decided differently is listed.

    Documents, claims, verdicts, sources, kept pages and the other ledger come over, whole or not at all; the
    other desk is only read. Where both decided, this desk's verdict stays and the other stands beside it as
    a second one. Merging again brings what is new since. `undo` takes back what was decided there.
    """
    with place.open(reviewer=reviewer, create=True) as desk:
        report = desk.merge(path)
    for error in report.errors:
        say(error)
    say(f"{path}: {_counted(report)}; {plural(len(report.disagreements), 'disagreement')}")
    if as_json:
        write_json(asdict(report))
    elif report.disagreements:
        write_table(DISAGREEMENT_COLUMNS, map(_cells, report.disagreements))
    return 1 if report.errors else 0


def _cells(told: "Disagreement") -> tuple[str, ...]:
    return (
        told.claim,
        told.what,
        told.ours,
        told.our_reviewer or "",
        told.theirs,
        told.their_reviewer or "",
    )


def _counted(report: "MergeReport") -> str:
    """Return what was new on this desk, in words."""
    counted = [plural(count, *words) for name, *words in COUNTED if (count := getattr(report, name))]
    return ", ".join(counted) or "nothing new"
