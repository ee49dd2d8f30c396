"""`diff` and `orphans`: what a document's new text changed, and decisions that lost their place in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.options import as_json, reviewer
from kzcheck.cli.out import Column, write_json, write_line, write_table
from kzcheck.cli.passages import place_of
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.talk import say
from kzcheck.domain import AddedDocument, Edit, KzcheckError, Orphan, Revision, ShownEdit, plural

if TYPE_CHECKING:
    from kzcheck.desk import Desk

SIGNS = {Edit.ADDED: "+", Edit.DROPPED: "-", Edit.ALTERED: "~"}
ORPHAN_COLUMNS = (
    Column("id", 13),
    Column("status", 13),
    Column("why", 9),
    Column("headline", share=2),
    Column("may be", share=3, optional=True),
)


@click.command("diff")
@click.argument("document")
@as_json
@pass_place
def diff_command(place: Place, document: str, as_json: bool) -> None:
    """Show what a document's new text added, dropped or altered. Against the text before it on the desk."""
    with place.open() as desk:
        revision = desk.revision(document)
    if as_json:
        write_json(_revision_record(revision))
        return
    write_line(f"{revision.earlier} → {revision.later}, {revision.at}: {said(revision)}")
    for edit in revision.edits:
        for line in _lines(edit):
            write_line(line)


@click.command("orphans")
@click.argument("claim", required=False)
@click.option("--to", metavar="CLAIM", help="Which claim of the present text it is; the verdict goes there.")
@click.option("--words", metavar="TEXT", help="Which words of the present text it is; they become a claim.")
@click.option("--let-go", is_flag=True, help="It is gone; what was decided stays with the text before.")
@reviewer
@as_json
@pass_place
def orphans_command(
    place: Place,
    /,
    *,
    claim: str | None,
    to: str | None,
    words: str | None,
    let_go: bool,
    reviewer: str,
    as_json: bool,
) -> None:
    """List or resolve decisions without a place. Their words are not, or more than once, in the new text."""
    ways = (to is not None) + (words is not None) + let_go
    if ways > 1 or (claim is None and ways):
        raise click.UsageError("name one claim, and either --to, --words or --let-go")
    with place.open(reviewer=reviewer) as desk:
        if claim is not None and ways:
            say(_resolve(desk, claim, to, words))
        else:
            _write_orphans(desk, claim, as_json=as_json)


def _resolve(desk: "Desk", claim: str, to: str | None, words: str | None) -> str:
    """Resolve an orphan: it is the claim `to`, or the `words`, or else it is let go; return what to say."""
    if words is not None:
        start = _place_of(desk, claim, words)
        desk.reanchor(claim, start, start + len(words))
        return f"{claim} is {words!r} now"
    desk.resolve(claim, to)
    return f"{claim} is let go" if to is None else f"{claim} is {desk.claim_row(to).id} now"


def _write_orphans(desk: "Desk", claim: str | None, *, as_json: bool) -> None:
    named = None if claim is None else desk.claim(claim).id
    found = [orphan for orphan in desk.orphans() if named in (None, orphan.claim)]
    if as_json:
        write_json([_orphan_record(desk, orphan) for orphan in found])
    else:
        write_table(ORPHAN_COLUMNS, [_orphan_cells(desk, orphan) for orphan in found])


def _place_of(desk: "Desk", claim: str, words: str) -> int:
    """Return where words begin in the present text of an orphan's document.

    Raises KzcheckError when the claim is not an orphan, and when the words do not stand there exactly once.
    """
    whole = desk.claim(claim).id
    document = next((orphan.document for orphan in desk.orphans() if orphan.claim == whole), None)
    if document is None:
        raise KzcheckError(f"claim {whole} is not an orphan; 'kzcheck orphans' lists those there are")
    return place_of(desk.document(document), words, f"{whole} was left as it is")


def tell(document: AddedDocument) -> None:
    """Say on standard error what a document that was added again has changed."""
    revision, carried = document.revision, document.carried
    if revision is None or carried is None:
        return
    went = [f"{plural(carried.moved, 'decided claim')} carried over"] if carried.moved else []
    went += [f"{carried.stale} of them stale"] if carried.stale else []
    went += [f"{carried.orphaned} without a place ('kzcheck orphans')"] if carried.orphaned else []
    say("; ".join([f"{document.id}: {said(revision)}", *went, f"'kzcheck diff {document.id}' shows it"]))


def said(revision: Revision) -> str:
    """Return how many sentences a revision added, dropped or altered, and whether it says so itself."""
    counted = [f"{count} {edit}" for edit in Edit if (count := revision.count(edit))]
    if not counted:
        return "no sentence changed"
    return f"sentences: {', '.join(counted)}, {'with a note of it' if revision.is_noted else 'silently'}"


def _lines(edit: ShownEdit) -> Iterator[str]:
    sign = SIGNS[edit.edit]
    if edit.before:
        yield f"{'-' if edit.after else sign} {edit.before}"
    if edit.after:
        yield f"{sign} {edit.after}"
    for words in edit.stale:
        yield f"  stale: {words}"


def _revision_record(revision: Revision) -> dict[str, Any]:
    return {
        "earlier": revision.earlier,
        "later": revision.later,
        "at": revision.at,
        "noted": revision.is_noted,
        "edits": [
            {
                "edit": edit.edit,
                "before": edit.before or None,
                "after": edit.after or None,
                "claims": list(edit.claims),
                "stale": list(edit.stale),
            }
            for edit in revision.edits
        ],
    }


def _orphan_record(desk: "Desk", orphan: Orphan) -> dict[str, Any]:
    claim = desk.claim(orphan.claim)
    return {
        "claim": claim.id,
        "headline": claim.headline,
        "quote": claim.quote,
        "status": desk.status(claim.id).status,
        "document": orphan.document,
        "fate": orphan.fate,
        "candidates": list(orphan.candidates),
    }


def _orphan_cells(desk: "Desk", orphan: Orphan) -> tuple[str, ...]:
    row = desk.claim_row(orphan.claim)
    near = (f"{claim} {desk.claim_row(claim).headline}" for claim in orphan.candidates)
    return (row.id, row.status, orphan.fate, row.headline, "; ".join(near))
