"""`review` and `demo`: opening the review screen, on a desk or on the sample articles."""

import gc
import os
import sys
from typing import TYPE_CHECKING

import click

from kzcheck.cli.options import allow_private, reviewer
from kzcheck.cli.place import Place, pass_place
from kzcheck.domain import KzcheckError

if TYPE_CHECKING:
    from kzcheck.desk import Desk


@click.command("review")
@allow_private
@reviewer
@pass_place
def review_command(place: Place, allow_private: bool, reviewer: str) -> None:
    """Open the review screen; so does kzcheck without a command."""
    _need_terminal()
    gc.disable()  # what is imported from here on stays; looking for garbage in it takes a tenth of the start
    with place.open(reviewer=reviewer, create=True) as desk:
        show_screen(desk, allow_private=allow_private)


@click.command("demo")
@reviewer
@pass_place
def demo_command(place: Place, reviewer: str) -> None:
    """Try the review screen on sample articles. Their desk is fresh, and gone afterwards; --db keeps it."""
    from kzcheck.desk.demo import demo_desk

    _need_terminal()
    with demo_desk(place.given, reviewer=reviewer) as desk:
        show_screen(desk)


def show_screen(desk: "Desk", *, allow_private: bool = False) -> None:
    """Open the review screen on a desk; raise KzcheckError where none can be drawn."""
    from kzcheck.tui import run

    _need_terminal()
    run(desk, allow_private=allow_private)


def _need_terminal() -> None:
    # The screen reads keys from standard input and is drawn on standard error; without them it would hang.
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise KzcheckError(
            "the review screen was not opened: it needs a terminal; "
            "elsewhere 'kzcheck claims' lists the claims and 'kzcheck mark' decides them"
        )
    if os.environ.get("TERM") == "dumb":
        raise KzcheckError(
            "the review screen was not opened: TERM=dumb says that nothing can be placed on this terminal; "
            "set TERM to what it is, or use 'kzcheck claims' and 'kzcheck mark'"
        )
