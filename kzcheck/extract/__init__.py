"""Text to zones, sentences, quantities, dates, speakers and claims; pure."""

from kzcheck.extract.claims import extract_claims
from kzcheck.extract.dates import DateMention, find_dates
from kzcheck.extract.metadata import read_metadata
from kzcheck.extract.quantities import find_quantities
from kzcheck.extract.sentences import split_sentences
from kzcheck.extract.zones import read_zones

__all__ = [
    "DateMention",
    "extract_claims",
    "find_dates",
    "find_quantities",
    "read_metadata",
    "read_zones",
    "split_sentences",
]
