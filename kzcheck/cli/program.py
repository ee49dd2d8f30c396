"""The `kzcheck` program: its commands by name, and how errors become messages and exit statuses."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from kzcheck import __version__
from kzcheck.cli.place import Place
from kzcheck.cli.talk import say
from kzcheck.domain import KzcheckError

DONE, NOT_DONE, INTERRUPTED = 0, 1, 130

MODULES = {
    "review": "screens",
    "demo": "screens",
    "add": "reading",
    "extract": "reading",
    "documents": "listing",
    "diff": "revisions",
    "orphans": "revisions",
    "claims": "claims",
    "show": "showing",
    "matches": "listing",
    "conflicts": "contradicting",
    "mark": "deciding",
    "cite": "deciding",
    "headline": "passages",
    "rationale": "passages",
    "spot": "passages",
    "drop": "passages",
    "evidence": "sources",
    "recheck": "sources",
    "second": "seconding",
    "decide": "deciding",
    "separate": "deciding",
    "inherit": "deciding",
    "undo": "deciding",
    "redo": "deciding",
    "log": "listing",
    "stats": "showing",
    "compare": "comparing",
    "lookup": "looking",
    "known": "looking",
    "settings": "settings",
    "export": "moving",
    "import": "moving",
    "merge": "merging",
    "backup": "moving",
    "doctor": "moving",
}
"""The commands in the order of `--help`, each with the module of this package that has it."""


class Commands(click.Group):
    """A group of commands that imports a command's module only when the command is run."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Name the commands in the order of a day's work."""
        return list(MODULES)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command called `cmd_name`, or return None."""
        if cmd_name not in MODULES:
            return None
        module = import_module(f"kzcheck.cli.{MODULES[cmd_name]}")
        command = getattr(module, f"{cmd_name}_command")
        assert isinstance(command, click.Command)
        return command


@click.command(cls=Commands, invoke_without_command=True)
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The desk; else $KZCHECK_DB, else desk.db in your data folder.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def program(context: click.Context, db: Path | None) -> None:
    """Check the claims in articles. Without a command: the review screen.

    Standard output is data and standard error is talk; --json gives one document with stable keys.
    Exit status: 0 done, 1 something asked for was not done, 2 usage.
    """
    context.obj = Place(db)
    if context.invoked_subcommand is None:
        review = program.get_command(context, "review")
        assert review is not None
        context.invoke(review)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status; what goes wrong is said in one line."""
    _open_what_is_closed()
    _speak_utf8()
    try:
        status = program.main(arguments, prog_name="kzcheck", standalone_mode=False)
        sys.stdout.flush()
    except KzcheckError as error:
        say(str(error))
        return NOT_DONE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        _drop_standard_output()
        return NOT_DONE
    except OSError as error:
        _drop_standard_output()
        say(f"{error.filename or 'standard output'}: {error.strerror}; make room, or write elsewhere")
        return NOT_DONE
    return status if isinstance(status, int) else DONE


def _open_what_is_closed() -> None:
    # A stream closed by the caller is None, and the desk would be opened under its number.
    streams = (("stdin", "r", os.O_RDONLY), ("stdout", "w", os.O_WRONLY), ("stderr", "w", os.O_WRONLY))
    for name, mode, flags in streams:
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode, encoding="utf-8"))


def _speak_utf8() -> None:
    # JSON is UTF-8 whatever the locale says; a lone surrogate becomes its JSON escape.
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="")


def _drop_standard_output() -> None:
    # The reader has gone; without this the interpreter complains when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
