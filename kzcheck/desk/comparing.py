"""Preparing claims and texts for matching, with the figures that extraction finds in them.

Imported where it is used: it loads the rooms of extraction and matching.
"""

from collections.abc import Sequence

from kzcheck.domain import Claim, Comparison, Document
from kzcheck.extract import find_quantities
from kzcheck.match import Prepared, compare, prepare
from kzcheck.match import prepare_text as normalise


def prepare_text(text: str) -> Prepared:
    """Prepare a text that is no claim of any document."""
    return normalise(text, find_quantities(text))


def prepare_claim(claim: Claim, document: Document) -> Prepared:
    """Prepare a claim of `document`."""
    return prepare_claims([claim], document)[0]


def prepare_claims(claims: Sequence[Claim], document: Document) -> list[Prepared]:
    """Prepare claims of `document`; the figures of a sentence that several claims share are found once."""
    sentences = {claim.sentence: claim.sentence.of(document.text) for claim in claims}
    figures = {span: find_quantities(sentence) for span, sentence in sentences.items()}
    return [
        prepare(
            claim,
            sentences[claim.sentence],
            document.metadata.published,
            quantities=figures[claim.sentence],
        )
        for claim in claims
    ]


def compare_texts(a: str, b: str) -> Comparison:
    """Return how two texts relate, how likely they state the same, and why."""
    return compare(prepare_text(a), prepare_text(b))
