"""The command line: standard output is data, standard error is talk."""

import sys


def main() -> None:
    """Run the program on the arguments of the process and end the process with its status."""
    try:
        from kzcheck.cli.program import run  # here, since Ctrl+C may also come while it is imported

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(130)  # as `run` answers once it is there
