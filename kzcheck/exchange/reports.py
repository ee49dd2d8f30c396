"""The exports `markdown` and `html`: reports with a section for each document and an entry for each claim."""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TextIO

from kzcheck.domain import Citation, PassageOutcome
from kzcheck.exchange.csv_out import in_stable_order
from kzcheck.exchange.rows import VerdictRow

MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>()|~&]|(?<=[A-Za-z]):(?=\S)|^[#+-]|(?<=^\d)\.|(?<=^\d\d)\.)")
"""Characters that Markdown would not show as they are; some of them only at the beginning of a line."""
ADDRESS = re.compile(r"https?://[!#-;=?-~]+")
"""An address that can stand between angle brackets: without spaces, quotes and angle brackets."""
PASSAGE_WORDS = {
    PassageOutcome.FOUND: "found",
    PassageOutcome.NEARLY: "nearly found",
    PassageOutcome.ABSENT: "not found",
}
STYLE = (
    "body{font:16px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "blockquote{margin:.3rem 0;padding-left:1rem;border-left:3px solid #bbb}"
    "mark{background:#fff2b3}.verdict{font-weight:bold}footer,.meta{color:#555}"
)


def write_markdown(rows: Iterable[VerdictRow], stream: TextIO) -> None:
    """Write the verdicts as Markdown, with all text from outside escaped."""
    stream.write("# Fact-check report\n")
    for group in _by_document(rows):
        stream.write(f"\n## {_plain(_heading(group[0]))}\n")
        for row in group:
            stream.write(f"\n### {row.verdict}: {_plain(row.claim.headline)}\n\n> {_plain(row.sentence)}\n\n")
            stream.writelines(f"{_plain(line)}\n\n" for line in _findings(row))
            stream.writelines(f"- {_addressed(citation)}\n" for citation in row.citations)


def write_html(rows: Iterable[VerdictRow], stream: TextIO) -> None:
    """Write the verdicts as one self-contained HTML page without scripts, with all text escaped."""
    stream.write(
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Fact-check report</title>\n'
        f"<style>{STYLE}</style>\n<h1>Fact-check report</h1>\n"
    )
    for group in _by_document(rows):
        stream.write(f"<h2>{html.escape(_heading(group[0]))}</h2>\n")
        for row in group:
            stream.write(
                f'<section id="{html.escape(row.claim.id)}">\n'
                f'<h3><span class="verdict">{row.verdict}</span>: '
                f"{html.escape(row.claim.headline)}</h3>\n<blockquote>{_marked(row)}</blockquote>\n"
            )
            stream.writelines(f"<p>{html.escape(line)}</p>\n" for line in _findings(row))
            sources = "".join(f"<li>{_linked(citation)}</li>\n" for citation in row.citations)
            stream.write(f"<ul>\n{sources}</ul>\n</section>\n" if sources else "</section>\n")


def _by_document(rows: Iterable[VerdictRow]) -> Iterator[list[VerdictRow]]:
    decided = (row for row in in_stable_order(rows) if row.verdict is not None)
    for _, group in groupby(decided, key=lambda row: row.claim.document_id):
        yield list(group)


def _heading(row: VerdictRow) -> str:
    parts = (row.document.title or "Untitled", row.document.outlet, row.document.published)
    return " · ".join(part for part in parts if part)


def _findings(row: VerdictRow) -> Iterator[str]:
    if row.stale:
        yield f"Stale, to be checked again: {row.stale} since this was decided."
    if row.rationale:
        yield row.rationale
    if row.correction:
        yield f"Correct would be: {row.correction}"
    if row.override_reason:
        yield f"Stands without the evidence the desk asks for: {row.override_reason}"
    yield f"Decided by {row.reviewer or 'nobody named'}, {row.decided_at}."


def _source(citation: Citation) -> str:
    parts = (citation.title, citation.publisher, citation.reference, citation.locator)
    named = ", ".join(part for part in parts if part)
    passage = f": “{citation.passage}”" if citation.passage else ""
    return f"{citation.stance} ({citation.kind}): {named}{passage}{_checked(citation)}"


def _checked(citation: Citation) -> str:
    """Return what was seen of a source: the hash of its kept copy, the passage in it, the page later on."""
    seen = []
    if citation.snapshot:
        seen.append(f"kept copy {citation.snapshot}")
    if citation.passage_check:
        seen.append(f"passage {citation.passage_note or PASSAGE_WORDS[citation.passage_check]}")
    if citation.recheck:
        seen.append(f"on {(citation.rechecked_at or '')[:10]} {citation.recheck_note or citation.recheck}")
    if citation.archive_url:
        seen.append(f"archived at {citation.archive_url}")
    return f" [{'; '.join(seen)}]" if seen else ""


def _plain(text: str) -> str:
    return MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


def _addressed(citation: Citation) -> str:
    """Return a source as Markdown, with its address as a link."""
    if not ADDRESS.fullmatch(citation.reference):
        return _plain(_source(citation))
    before, address, after = _source(citation).partition(citation.reference)
    return f"{_plain(before)} <{address}>{_plain(after)}"


def _marked(row: VerdictRow) -> str:
    at = row.claim.start - row.claim.sentence.start
    to = row.claim.end - row.claim.sentence.start
    before, claim, after = (
        html.escape(part) for part in (row.sentence[:at], row.sentence[at:to], row.sentence[to:])
    )
    return f"{before}<mark>{claim}</mark>{after}"


def _linked(citation: Citation) -> str:
    text = html.escape(_source(citation))
    if not citation.reference.startswith(("http://", "https://")):
        return text
    return f'<a rel="noreferrer" href="{html.escape(citation.reference)}">{text}</a>'
