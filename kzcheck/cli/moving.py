"""`export` and `import` for verdicts, `backup` and `doctor` for the desk as a whole."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kzcheck.cli.options import reviewer
from kzcheck.cli.out import write_line
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.talk import say
from kzcheck.domain import plural

if TYPE_CHECKING:
    from kzcheck.desk import Desk

FORMAT_NAMES = ("csv", "citations-csv", "jsonl", "claimreview", "markdown", "html")
"""The names of `kzcheck.exchange.FORMATS`, written out since `--help` should not load that room."""


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMAT_NAMES))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=Path),
    help="The file to write; else, or with -, standard output.",
)
@pass_place
def export_command(place: Place, format_: str, output: Path | None) -> None:
    """Write the verdicts out. FORMAT is csv, citations-csv, jsonl, claimreview, markdown or html.

    With -o, a CSV gets a sidecar beside it that describes its columns (CSV on the Web).
    """
    with place.open() as desk:
        if output in (None, Path("-")):
            _write_out(desk, format_)
            return
        for path in desk.export_file(format_, output):
            say(f"wrote {path}")


def _write_out(desk: "Desk", format_: str) -> None:
    """Write the verdicts to standard output, as they are; to a terminal, without what could steer it."""
    if not sys.stdout.isatty():
        desk.export(format_, sys.stdout)
        return
    written = io.StringIO(newline="")
    desk.export(format_, written)
    for line in written.getvalue().splitlines():
        write_line(line)


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--as", "as_", type=click.Choice(["fact-checks"]), help="Published checks: ClaimReview, JSON Lines."
)
@reviewer
@pass_place
def import_command(place: Place, path: Path, as_: str | None, reviewer: str) -> int:
    """Read verdicts back, or take in published checks. Verdicts as `export` wrote them: csv or jsonl."""
    with place.open(reviewer=reviewer, create=as_ is not None) as desk:
        if as_:
            say(f"{plural(desk.import_checks(path), 'fact-check')} read from {path}")
            return 0
        report = desk.import_file(path)
    for line in (*report.errors, *report.replaced):
        say(line)
    if report.replaced:
        say("'kzcheck undo' takes all of the import back")
    say(f"{plural(report.verdicts, 'verdict')} and {plural(report.citations, 'citation')} read from {path}")
    return 1 if report.errors else 0


@click.command("backup")
@click.argument("path", type=click.Path(path_type=Path))
@pass_place
def backup_command(place: Place, path: Path) -> None:
    """Copy the desk to a new file. The copy is consistent, whoever is at work on the desk."""
    with place.open() as desk:
        desk.back_up(path)
    say(f"wrote {path}")


@click.command("doctor")
@click.option("--repair", is_flag=True, help="Make the search and the present state again.")
@pass_place
def doctor_command(place: Place, repair: bool) -> int:
    """Check the desk. Its file, its search index, its ledger, and that its state is what the ledger says."""
    with place.open() as desk:
        if repair:
            for mended in desk.repair():
                say(f"mended: {mended}")
        faults = desk.doctor()
    for fault in faults:
        say(fault)
    if not faults:
        say(f"{place.path} is well")
    return 1 if faults else 0
