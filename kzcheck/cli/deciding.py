"""Commands that decide: `mark`, `cite`, `decide`, `separate`, `inherit`; `undo` and `redo` for them all."""

from typing import TYPE_CHECKING

import click

from kzcheck.cli.fetching import fetch, look_at_cited
from kzcheck.cli.options import a_date, as_json, given_citation, reviewer, verdict_evidence, words
from kzcheck.cli.out import write_json
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import citation_record
from kzcheck.cli.talk import say
from kzcheck.domain import Citation, CitationKind, Relation, Stance, Status

if TYPE_CHECKING:
    from kzcheck.desk import Desk

DECISIONS = {
    "same": Relation.DUPLICATE,
    "compatible": Relation.COMPATIBLE,
    "conflict": Relation.CONFLICT,
    "different": Relation.DIFFERENT,
}


@click.command("mark")
@click.argument("claim")
@click.argument("verdict", metavar="VERDICT", type=words(Status))
@verdict_evidence
@fetch
@reviewer
@pass_place
def mark_command(
    place: Place,
    /,
    *,
    claim: str,
    verdict: str,
    reference: str | None,
    quote: str | None,
    note: str | None,
    override: str | None,
    fetch: bool | None,
    allow_private: bool,
    reviewer: str,
) -> int:
    """Give a claim its verdict. `open` takes it away, `later` postpones the claim.

    VERDICT is verified, disputed, needs-context, unproven or not-checkable; open or later.
    """
    status = Status(verdict)
    citation = given_citation(status, reference, quote)
    with place.open(reviewer=reviewer) as desk:
        row = desk.claim_row(claim)
        replaced = desk.verdict_of_another(row.id)
        batch = desk.mark([row.id], status, citation=citation, rationale=note, override=override)
        say(f"{row.id} is {status}: {row.headline}")
        if replaced is not None:
            say(f"it was {replaced.status}, by {replaced.reviewer}; 'kzcheck undo' brings that back")
        for turned in desk.turned_by(batch):
            say(f"{turned.reference} {turned.stance} it now; 'kzcheck evidence correct' changes that")
        kept = None if citation is None else _kept_as(desk, row.id, citation)
        done = kept is None or look_at_cited(desk, kept, fetch, allow_private) is not None
    return 0 if done else 1


def _kept_as(desk: "Desk", claim_id: str, citation: Citation) -> Citation | None:
    """Return the claim's newest citation of the same source: what the desk made of the one it was given."""
    reference = citation.reference.strip()
    return next((c for c in reversed(desk.citations_of(claim_id)) if c.reference == reference), None)


@click.command("cite")
@click.argument("claim")
@click.argument("reference", metavar="URL")
@click.option("--title", help="The source's title.")
@click.option("--publisher", help="Who published it.")
@click.option("--author", help="Who wrote it.")
@click.option("--published", metavar="DATE", callback=a_date, help="When it was published.")
@click.option("--quote", metavar="PASSAGE", help="The words of the source that matter.")
@click.option("--locator", help="Where in it: a page, a paragraph, a time.")
@click.option("--stance", type=words(Stance), help="What it does to the claim; else by the verdict.")
@click.option("--kind", type=words(CitationKind), default=CitationKind.SECONDARY.value, show_default=True)
@fetch
@reviewer
@as_json
@pass_place
def cite_command(
    place: Place,
    /,
    *,
    claim: str,
    reference: str,
    title: str | None,
    publisher: str | None,
    author: str | None,
    published: str | None,
    quote: str | None,
    locator: str | None,
    stance: str | None,
    kind: str,
    fetch: bool | None,
    allow_private: bool,
    reviewer: str,
    as_json: bool,
) -> int:
    """Give a claim a source. That is an address, or in words a book, a call, a data file."""
    with place.open(reviewer=reviewer) as desk:
        citation = desk.cite(
            desk.claim_row(claim).id,
            reference,
            title=title,
            publisher=publisher,
            author=author,
            published=published,
            passage=quote,
            locator=locator,
            stance=Stance(stance) if stance else None,
            kind=CitationKind(kind),
        )
        if not as_json:
            say(f"{citation.claim_id} now cites {citation.reference}")
        seen = look_at_cited(desk, citation, fetch, allow_private)
    if as_json:
        write_json(citation_record(seen or citation))
    return 0 if seen else 1


@click.command("decide")
@click.argument("a")
@click.argument("b")
@click.argument("decision", metavar="DECISION", type=click.Choice(list(DECISIONS)))
@reviewer
@pass_place
def decide_command(place: Place, a: str, b: str, decision: str, reviewer: str) -> None:
    """Say how two claims relate, for good. DECISION is same, compatible, conflict or different."""
    with place.open(reviewer=reviewer) as desk:
        one, other = desk.claim_row(a), desk.claim_row(b)
        batch = desk.decide(one.id, other.id, DECISIONS[decision])
        replaced = desk.relation_replaced_by(batch)
    say(f"{one.id} and {other.id} are decided: {decision}")
    if replaced is not None:
        relation, reviewer = replaced
        was = next(word for word, meant in DECISIONS.items() if meant is relation)
        say(f"they were decided: {was}, by {reviewer}; 'kzcheck undo' brings that back")


@click.command("separate")
@click.argument("claim")
@reviewer
@pass_place
def separate_command(place: Place, claim: str, reviewer: str) -> None:
    """Take a claim out of its cluster, for good. It is decided to be different from all others there."""
    with place.open(reviewer=reviewer) as desk:
        row = desk.claim_row(claim)
        desk.take_out(row.id)
    say(f"{row.id} stands apart: {row.headline}")


@click.command("inherit")
@click.argument("claim")
@click.argument("source", metavar="FROM")
@reviewer
@pass_place
def inherit_command(place: Place, claim: str, source: str, reviewer: str) -> None:
    """Give a claim the verdict of one that says the same. Its sources and rationale come with it."""
    with place.open(reviewer=reviewer) as desk:
        row, other = desk.claim_row(claim), desk.claim_row(source)
        desk.inherit(row.id, other.id)
        say(f"{row.id} is {desk.status(row.id).status}, as {other.id}: {row.headline}")


@click.command("undo")
@reviewer
@pass_place
def undo_command(place: Place, reviewer: str) -> None:
    """Take back your newest decision."""
    with place.open(reviewer=reviewer) as desk:
        say(f"taken back: {desk.undo()}")


@click.command("redo")
@reviewer
@pass_place
def redo_command(place: Place, reviewer: str) -> None:
    """Do again what was taken back."""
    with place.open(reviewer=reviewer) as desk:
        say(f"put back: {desk.redo()}")
