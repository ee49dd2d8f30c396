"""The export `jsonl`: one JSON object a line with everything that the CSVs have, and reading it back."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from kzcheck.domain import (
    Citation,
    CitationKind,
    KzcheckError,
    PassageOutcome,
    RecheckOutcome,
    Stance,
    Verdict,
)
from kzcheck.exchange.columns import CITATION_COLUMNS, VERDICT_COLUMNS, CitedRow, split_inheritance
from kzcheck.exchange.csv_out import in_stable_order
from kzcheck.exchange.rows import VerdictRecord, VerdictRow

OF_THE_CLAIM = ("claim_id", "headline", "verdict", "override_reason")
"""The columns of `citations-csv` that the object of the claim has already."""
CONVERTED = ("citation_id", "stance", "kind", "passage_check", "recheck")
"""The fields of a citation that are not read as they are."""


def write_json_lines(rows: Iterable[VerdictRow], stream: TextIO) -> None:
    """Write one object for each row that has a verdict: the columns of `csv`, `citations` as a list."""
    for row in in_stable_order(rows):
        if row.verdict is not None:
            record: dict[str, Any] = {column.name: column.value(row) for column in VERDICT_COLUMNS}
            record["citations"] = [_citation(CitedRow(row, citation)) for citation in row.citations]
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")


def read_json_lines(stream: TextIO) -> Iterator[VerdictRecord]:
    """Read what `write_json_lines` wrote; raise KzcheckError with the first line that cannot be read."""
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            yield _record(json.loads(line))
        except (KeyError, TypeError, ValueError, RecursionError) as error:
            reason = f"no {error}" if isinstance(error, KeyError) else str(error)
            raise KzcheckError(f"line {number} is not a verdict: {reason}; export it again") from error


def _citation(cited: CitedRow) -> dict[str, Any]:
    return {c.name: c.value(cited) for c in CITATION_COLUMNS if c.name not in OF_THE_CLAIM}


def _record(record: dict[str, Any]) -> VerdictRecord:
    citations = tuple(_read_citation(record["claim_id"], fields) for fields in record["citations"])
    seconds = record["active_seconds"]
    inherited_from, stale = split_inheritance(record.get("inherited_from"))
    return VerdictRecord(
        claim_id=record["claim_id"],
        start=int(record["start"]),
        end=int(record["end"]),
        kind=record["kind"],
        verdict=Verdict(record["verdict"]),
        headline=record["headline"],
        reviewer=record["reviewer"] or "",
        decided_at=record["decided_at"] or "",
        rationale=record["rationale"],
        override_reason=record["override_reason"],
        active_seconds=None if seconds is None else float(seconds),
        references=tuple(citation.reference for citation in citations),
        citations=citations,
        inherited_from=inherited_from,
        stale=stale,
        second_reviewer=record.get("second_reviewer"),
        second_verdict=Verdict(record["second_verdict"]) if record.get("second_verdict") else None,
    )


def _read_citation(claim_id: str, fields: dict[str, Any]) -> Citation:
    told = {name: value for name, value in fields.items() if name not in CONVERTED}
    return Citation(
        id=fields["citation_id"],
        claim_id=claim_id,
        stance=Stance(fields["stance"]),
        kind=CitationKind(fields["kind"]),
        passage_check=PassageOutcome(fields["passage_check"]) if fields["passage_check"] else None,
        recheck=RecheckOutcome(fields["recheck"]) if fields["recheck"] else None,
        **told,
    )
