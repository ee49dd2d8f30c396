"""The one table of export formats."""

from collections.abc import Callable, Iterable
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
    """An export format: its name, what it is for, its writer, and the sidecar of a file of that name."""

    name: str
    help: str
    write: Callable[[Iterable[VerdictRow], TextIO], None]
    sidecar: Callable[[str], str] | None = None


FORMATS: dict[str, Format] = {
    format_.name: format_
    for format_ in (
        Format(
            "csv",
            "one line for each claim with a verdict",
            write_csv,
            partial(describe, columns=VERDICT_COLUMNS, primary_key=("claim_id",)),
        ),
        Format(
            "citations-csv",
            "one line for each claim and source",
            write_citations_csv,
            partial(describe, columns=CITATION_COLUMNS, primary_key=("claim_id", "citation_id")),
        ),
        Format("jsonl", "one JSON object for each claim with a verdict", write_json_lines),
        Format("claimreview", "ClaimReview records, JSON-LD", write_claimreview),
        Format("markdown", "a report, Markdown", write_markdown),
        Format("html", "a report, one HTML page", write_html),
    )
}
