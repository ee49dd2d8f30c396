"""Fetching a source that was just cited, if the person or the desk's setting asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzcheck.cli.options import allow_private, in_order
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


fetch = in_order(
    click.option(
        "--fetch/--no-fetch",
        default=None,
        help="Fetch the page, keep it, look for the passage; else as the setting fetch says (off).",
    ),
    allow_private,
)


def look_at_cited(desk: Desk, citation: Citation, fetch: bool | None, allow_private: bool) -> Citation | None:
    """Fetch and keep a source that was just cited, if `fetch` or else the desk's setting says so.

    Without either, a file of this machine is kept all the same, since nothing leaves the machine. Returns the
    citation as it is then, None when it was to be fetched and could not be.
    """
    if fetch is None:
        is_file = desk.evidence.is_file(citation.reference)
        fetched_unasked = is_file or desk.setting("fetch") == "on"
        if not fetched_unasked or not desk.evidence.can_be_looked_at(citation.reference):
            return citation
    elif not fetch:
        return citation
    try:
        seen = desk.evidence.look(citation.id, may_read_files=True, allow_private=allow_private)
    except KzcheckError as error:
        say(str(error))
        return None
    say(seen_line(desk, seen))
    return seen


def seen_line(desk: Desk, citation: Citation) -> str:
    """Return in one line what was seen of a cited page."""
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
