"""Guarding CSV cells so that no spreadsheet runs one as a formula, in a way that can be undone exactly.

The characters are those of OWASP's page on CSV injection. OWASP advises to put a quote mark before such a
cell. Alone, that would spoil negative numbers, and could not be told from a quote mark that was there before.
So plain numbers are left alone, and a cell that has quote marks before such a character gets one more.
"""

import re

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)


def guard(cell: str) -> str:
    """Return `cell`, with a quote mark before it if a spreadsheet could run it as a formula."""
    return f"'{cell}" if _is_risky(cell) else cell


def unguard(cell: str) -> str:
    """Return the text that `guard` was given."""
    return cell[1:] if cell.startswith("'") and _is_risky(cell[1:]) else cell


def _is_risky(cell: str) -> bool:
    # Leading quote marks are looked through, so that guarding a cell never changes the answer.
    core = cell.lstrip("'")
    return core[:1] in FORMULA_STARTS and bool(core) and not PLAIN_NUMBER.fullmatch(core)
