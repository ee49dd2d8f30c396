"""The table of all export formats."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TextIO

from kzcheck.exchange.claimreview import write_claimreview
from kzcheck.exchange.columns import CITATION_COLUMNS, VERDICT_COLUMNS
from kzcheck.exchange.csv_out import write_citations_csv, write_csv
from kzcheck.exchange.csvw import describe
from kzcheck.exchange.json_lines import write_json_lines
from kzcheck.exchange.reports import write_html, write_markdown
from kzcheck.exchange.rows import VerdictRow


@dataclass(frozen=True, slots=True)
class Format:
    """An export format: what writes it, and what makes the sidecar of a file with a given name."""

    write: Callable[[Iterable[VerdictRow], TextIO], None]
    sidecar: Callable[[str], str] | None = None


FORMATS: Mapping[str, Format] = {
    "csv": Format(write_csv, partial(describe, columns=VERDICT_COLUMNS, primary_key=("claim_id",))),
    "citations-csv": Format(
        write_citations_csv,
        partial(describe, columns=CITATION_COLUMNS, primary_key=("claim_id", "citation_id")),
    ),
    "jsonl": Format(write_json_lines),
    "claimreview": Format(write_claimreview),
    "markdown": Format(write_markdown),
    "html": Format(write_html),
}
