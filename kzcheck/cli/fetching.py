"""Fetching a source that was just cited: when it is asked for, or the desk's setting says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.talk import say
from kzcheck.domain import KzcheckError, PassageOutcome

if TYPE_CHECKING:
    from kzcheck.desk import Desk
    from kzcheck.domain import Citation

PASSAGE_WORDS = {
    PassageOutcome.FOUND: "the passage is there",
    PassageOutcome.NEARLY: "the passage is nearly there",
    PassageOutcome.ABSENT: "the passage is not there",
}

allow_private = click.option(
    "--allow-private", is_flag=True, help="Also from addresses of private networks and this machine."
)


def fetch(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--fetch`, `--no-fetch` and `--allow-private`."""
    chosen = click.option(
        "--fetch/--no-fetch",
        default=None,
        help="Fetch the page, keep it, look for the passage; else as the setting fetch says (off).",
    )
    return chosen(allow_private(command))


def look_at_cited(desk: Desk, citation: Citation, fetch: bool | None, allow_private: bool) -> Citation | None:
    """Fetch and keep a source that was just cited where that is wanted; a file always, it leaves nothing.

    Returns the citation as it is then, None where it was to be fetched and could not be.
    """
    is_file = desk.evidence.is_file(citation.reference)
    wanted = (is_file or desk.setting("fetch") == "on") if fetch is None else fetch
    if not wanted or not (fetch or desk.evidence.can_be_looked_at(citation.reference)):
        return citation
    try:
        seen = desk.evidence.look(citation.id, may_read_files=True, allow_private=allow_private)
    except KzcheckError as error:
        say(str(error))
        return None
    say(seen_line(desk, seen))
    return seen


def seen_line(desk: Desk, citation: Citation) -> str:
    """Return what was seen of a source, in one line."""
    parts = [f"kept {citation.snapshot[:12]}" if citation.snapshot else "nothing kept"]
    parts += [citation.title or "", citation.publisher or ""]
    if citation.passage_check is not None:
        parts.append(citation.passage_note or PASSAGE_WORDS[citation.passage_check])
    else:
        parts.append(citation.passage_note or "")
    figures = desk.evidence.figures(citation)
    parts.append(figures.line if figures else "")
    if citation.recheck is not None:
        when = (citation.rechecked_at or "")[:10]
        parts.append(f"on {when} {citation.recheck_note or citation.recheck}")
    return "; ".join(part for part in parts if part)
