"""The JSON records that users' scripts depend on: their keys must not change."""

from dataclasses import asdict
from typing import Any

from kzcheck.cli.out import number
from kzcheck.domain import (
    AddReport,
    Citation,
    Claim,
    ClaimRow,
    Comparison,
    Document,
    FoundCheck,
    LedgerEntry,
    Match,
    Quantity,
    Status,
)


def quantity_record(quantity: Quantity) -> dict[str, Any]:
    """Describe one figure of a text."""
    return {
        "start": quantity.start,
        "end": quantity.end,
        "text": quantity.text,
        "value": number(quantity.value),
        "value_high": number(quantity.value_high),
        "unit": quantity.unit,
        "approximator": quantity.approximator,
        "change": quantity.change,
        "kind": quantity.kind,
    }


def claim_record(claim: Claim, document: Document, row: ClaimRow | None = None) -> dict[str, Any]:
    """Describe a claim of a document; `row` says how it stands on a desk, if it is on one."""
    metadata, quantity = document.metadata, claim.quantity
    return {
        "id": claim.id,
        "document": claim.document_id,
        "document_title": metadata.title,
        "outlet": metadata.outlet,
        "published": metadata.published,
        "zone": claim.zone,
        "sentence": claim.sentence.of(document.text),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "headline": claim.headline,
        "kind": claim.kind,
        "value": number(quantity.value) if quantity else None,
        "value_high": number(quantity.value_high) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "measure": claim.measure,
        "approximator": quantity.approximator if quantity else None,
        "subject": claim.subject,
        "speaker": claim.speaker,
        "attribution": claim.attribution,
        "modality": claim.modality,
        "as_of": claim.as_of,
        "priority": claim.priority,
        "reasons": list(claim.reasons),
        "status": row.status if row else Status.OPEN,
        "citations": row.citations if row else 0,
        "matches": row.matches if row else 0,
    }


def document_record(document: Document) -> dict[str, Any]:
    """Describe a document as `extract` gives it, with its text and zones."""
    return {
        "title": document.metadata.title,
        "outlet": document.metadata.outlet,
        "author": document.metadata.author,
        "published": document.metadata.published,
        "url": document.metadata.url,
        "text": document.text,
        "zones": [{"start": zone.start, "end": zone.end, "kind": zone.kind} for zone in document.zones],
    }


def match_record(match: Match) -> dict[str, Any]:
    """Describe a pair of claims."""
    return {
        "a": match.a,
        "b": match.b,
        "relation": match.relation,
        "score": match.score,
        "reasons": list(match.reasons),
        "decision": match.decision,
    }


def comparison_record(comparison: Comparison) -> dict[str, Any]:
    """Describe how two texts relate."""
    return {
        "relation": comparison.relation,
        "score": comparison.score,
        "reasons": list(comparison.reasons),
    }


def citation_record(citation: Citation) -> dict[str, Any]:
    """Describe the evidence for a verdict."""
    return {
        "id": citation.id,
        "claim": citation.claim_id,
        "reference": citation.reference,
        "title": citation.title,
        "publisher": citation.publisher,
        "author": citation.author,
        "published": citation.published,
        "accessed": citation.accessed,
        "passage": citation.passage,
        "locator": citation.locator,
        "stance": citation.stance,
        "kind": citation.kind,
        "snapshot": citation.snapshot,
        "archive_url": citation.archive_url,
        "passage_check": citation.passage_check,
        "passage_note": citation.passage_note,
        "rechecked_at": citation.rechecked_at,
        "recheck": citation.recheck,
        "recheck_note": citation.recheck_note,
    }


def check_record(found: FoundCheck) -> dict[str, Any]:
    """Describe a published fact-check that was looked up, and how well it fits."""
    return asdict(found.check) | {"score": found.score, "reasons": list(found.reasons)}


def ledger_record(entry: LedgerEntry) -> dict[str, Any]:
    """Describe one entry of the ledger."""
    return {
        "seq": entry.seq,
        "at": entry.at,
        "reviewer": entry.reviewer,
        "session": entry.session,
        "action": entry.action,
        "subject": entry.subject,
        "batch": entry.batch,
        "before": entry.before,
        "after": entry.after,
        "hash": entry.hash,
    }


def add_record(report: AddReport) -> dict[str, Any]:
    """Describe the result of an add; it has `notes` only if there are any."""
    notes = [{"document": each.id, "note": each.note} for each in report.documents if each.note]
    return {
        "documents": [
            {
                "id": document.id,
                "title": document.title,
                "outlet": document.outlet,
                "published": document.published,
                "claims": document.claims,
                "status": document.status,
            }
            for document in report.documents
        ],
        "errors": [{"source": error.source, "error": error.error} for error in report.errors],
        **({"notes": notes} if notes else {}),
    }
