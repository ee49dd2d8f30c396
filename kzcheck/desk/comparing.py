"""Claims and texts made ready to compare: the figures that extraction finds, handed to matching.

Imported where it is used: it loads both rooms.
"""

from kzcheck.domain import Claim, Comparison, Document
from kzcheck.extract import find_quantities
from kzcheck.match import Prepared, compare, prepare
from kzcheck.match import prepare_text as normalise


def prepare_text(text: str) -> Prepared:
    """Normalise a text that stands for itself."""
    return normalise(text, find_quantities(text))


def prepare_claim(claim: Claim, document: Document) -> Prepared:
    """Normalise a claim of `document`."""
    sentence = claim.sentence.of(document.text)
    return prepare(claim, sentence, document.metadata.published, quantities=find_quantities(sentence))


def compare_texts(a: str, b: str) -> Comparison:
    """Tell how two texts relate, how likely they say the same, and why."""
    return compare(prepare_text(a), prepare_text(b))
