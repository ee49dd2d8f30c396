"""The review screen, on the desk or on the samples."""

import sys

import click

from kzcheck.cli.fetching import allow_private
from kzcheck.cli.options import reviewer
from kzcheck.cli.place import Place, pass_place
from kzcheck.domain import KzcheckError


@click.command("review")
@allow_private
@reviewer
@pass_place
def review_command(place: Place, allow_private: bool, reviewer: str) -> None:
    """Open the review screen; so does kzcheck without a command."""
    from kzcheck.tui import run

    need_terminal()
    with place.open(reviewer=reviewer, create=True) as desk:
        run(desk, allow_private=allow_private)


@click.command("demo")
@reviewer
@pass_place
def demo_command(place: Place, reviewer: str) -> None:
    """Try the review screen on sample articles. Their desk is fresh, and gone afterwards; --db keeps it."""
    from kzcheck.desk.demo import demo_desk
    from kzcheck.tui import run

    need_terminal()
    with demo_desk(place.given, reviewer=reviewer) as desk:
        run(desk)


def need_terminal() -> None:
    """Raise KzcheckError where no screen can be drawn."""
    # The screen reads keys from standard input and is drawn on standard error; without them it would hang.
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise KzcheckError(
            "the review screen was not opened: it needs a terminal; "
            "elsewhere 'kzcheck claims' lists the claims and 'kzcheck mark' decides them"
        )
