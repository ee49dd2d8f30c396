"""Reading files, standard input and web pages as documents: clean text with zones and metadata."""

from kzcheck.ingest.cleaning import clean_text
from kzcheck.ingest.documents import read_page
from kzcheck.ingest.language import foreign_language
from kzcheck.ingest.sources import expand_sources, read_source

__all__ = [
    "clean_text",
    "expand_sources",
    "foreign_language",
    "read_page",
    "read_source",
]
