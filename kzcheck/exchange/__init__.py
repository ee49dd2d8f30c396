"""Exporting verdicts as CSV, JSON Lines, ClaimReview and reports, and reading CSV and JSON Lines back."""

from kzcheck.exchange.columns import CITATION_COLUMNS, VERDICT_COLUMNS
from kzcheck.exchange.csv_in import (
    is_citation_table,
    is_verdict_table,
    read_citations,
    read_table,
    read_verdicts,
)
from kzcheck.exchange.csv_out import in_stable_order, write_citations_csv, write_csv
from kzcheck.exchange.csvw import sidecar_name
from kzcheck.exchange.formats import FORMATS, Format
from kzcheck.exchange.guard import guard, unguard
from kzcheck.exchange.json_lines import read_json_lines, write_json_lines
from kzcheck.exchange.rows import VerdictRecord, VerdictRow

__all__ = [
    "CITATION_COLUMNS",
    "FORMATS",
    "VERDICT_COLUMNS",
    "Format",
    "VerdictRecord",
    "VerdictRow",
    "guard",
    "in_stable_order",
    "is_citation_table",
    "is_verdict_table",
    "read_citations",
    "read_json_lines",
    "read_table",
    "read_verdicts",
    "sidecar_name",
    "unguard",
    "write_citations_csv",
    "write_csv",
    "write_json_lines",
]
