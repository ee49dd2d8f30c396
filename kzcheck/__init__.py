"""kzcheck: check the claims in articles, in a terminal, on one SQLite file."""

__version__ = "0.1.0"
