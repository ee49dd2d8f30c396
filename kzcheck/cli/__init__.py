"""The command line: standard output is data, standard error is talk."""

from kzcheck.cli.program import main

__all__ = ["main"]
