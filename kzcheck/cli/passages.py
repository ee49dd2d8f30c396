"""Commands on what is a claim and how it is worded: `spot`, `drop`, `headline` and `rationale`."""

import click

from kzcheck.cli.options import reviewer
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.talk import say
from kzcheck.domain import Document, KzcheckError


@click.command("spot")
@click.argument("document")
@click.argument("words", metavar="WORDS")
@reviewer
@pass_place
def spot_command(place: Place, document: str, words: str, reviewer: str) -> None:
    """Add a claim that was missed. WORDS are the passage, as it stands in the document."""
    with place.open(reviewer=reviewer) as desk:
        whole = desk.document(document)
        start = place_of(whole, words, "nothing was added")
        claim = desk.add_claim(whole.id, start, start + len(words))
    say(f"{claim.id} is a claim now: {claim.headline}")


@click.command("drop")
@click.argument("claim")
@reviewer
@pass_place
def drop_command(place: Place, claim: str, reviewer: str) -> None:
    """Take a claim off the desk as wrongly found. 'kzcheck undo' brings it back."""
    with place.open(reviewer=reviewer) as desk:
        row = desk.claim_row(claim)
        desk.drop_claim(row.id)
    say(f"{row.id} is off the desk: {row.headline}")


@click.command("headline")
@click.argument("claim")
@click.argument("words", metavar="TEXT")
@reviewer
@pass_place
def headline_command(place: Place, claim: str, words: str, reviewer: str) -> None:
    """Put a claim in better words. Its quote stays as it is."""
    with place.open(reviewer=reviewer) as desk:
        row = desk.claim_row(claim)
        desk.set_headline(row.id, words)
        say(f"{row.id} is headed: {desk.claim_row(row.id).headline}")


@click.command("rationale")
@click.argument("claim")
@click.argument("words", metavar="TEXT")
@reviewer
@pass_place
def rationale_command(place: Place, claim: str, words: str, reviewer: str) -> None:
    """Write down why, without a verdict or after it. An empty TEXT removes what was written."""
    with place.open(reviewer=reviewer) as desk:
        row = desk.claim_row(claim)
        desk.set_rationale(row.id, words)
        written = desk.status(row.id).rationale
    say(f"{row.id} has no rationale" if written is None else f"{row.id}: {written}")


def place_of(document: Document, words: str, undone: str) -> int:
    """Return where words begin in a document.

    Raises KzcheckError, which says what is `undone`, when they do not stand there exactly once.
    """
    count = document.text.count(words) if words.strip() else 0
    if count != 1:
        raise KzcheckError(
            f"{undone}: {words!r} stands {count} times in document {document.id}; "
            "give words that stand there once"
        )
    return document.text.index(words)
