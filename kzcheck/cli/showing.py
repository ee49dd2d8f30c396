"""`show`: one claim with everything that belongs to it; `stats`: the figures of the desk."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from kzcheck.cli.fetching import seen_line
from kzcheck.cli.options import as_json
from kzcheck.cli.out import figure, write_fields, write_json, write_line
from kzcheck.cli.place import Place, pass_place
from kzcheck.cli.records import check_record, citation_record, claim_record, ledger_record
from kzcheck.domain import Claim, MatchView, SecondVerdict

if TYPE_CHECKING:
    from kzcheck.desk import Desk


@click.command("show")
@click.argument("claim")
@as_json
@pass_place
def show_command(place: Place, claim: str, as_json: bool) -> None:
    """Show a claim. With its sentence, what it says, its matches, sources and history."""
    with place.open() as desk:
        write_claim(desk, desk.claim(claim), as_json=as_json)


@click.command("stats")
@as_json
@pass_place
def stats_command(place: Place, as_json: bool) -> None:
    """Show how far the desk has come. Verdicts, evidence, matches, time for a claim."""
    with place.open() as desk:
        stats = asdict(desk.stats())
    if as_json:
        write_json(stats)
    else:
        shown = {name: _shown(value) for name, value in stats.items()}
        shown["idle_seconds"] = f"{stats['idle_seconds']:.0f} s"
        write_fields((_CALLED.get(name, name.replace("_", " ")), value) for name, value in shown.items())


_CALLED = {
    "added_claims": "missed by the extractor",
    "dropped_claims": "found wrongly by it",
    "idle_seconds": "a pause counts at most",
    "merged_entries": "entries of merged ledgers",
}
"""Figures whose name in JSON is not how a person says it."""


def write_claim(desk: "Desk", claim: Claim, *, as_json: bool) -> None:
    """Write a claim with everything that belongs to it; a blind desk leaves out what others found."""
    if as_json:
        write_json(_record(desk, claim))
    else:
        _write(desk, claim)


def _record(desk: "Desk", claim: Claim) -> dict[str, Any]:
    status = desk.status(claim.id)
    described = claim_record(claim, desk.document(claim.document_id), desk.claim_row(claim.id))
    return described | {
        "rationale": status.rationale,
        "reviewer": status.reviewer,
        "decided_at": status.decided_at,
        "override_reason": status.override_reason,
        "seconds": [_second_record(second) for second in desk.seconds_of(claim.id)],
        "inherited_from": status.inherited_from,
        "stale": status.stale,
        "sources": [citation_record(citation) for citation in desk.citations_of(claim.id)],
        "matched": [_match_record(match) for match in desk.matches_of(claim.id)],
        "cluster": [row.id for row in desk.cluster_of(claim.id)],
        "checks": [check_record(found) for found in desk.checks_of(claim.id)],
        "history": [ledger_record(entry) for entry in desk.history_of(claim.id)],
    }


def _second_record(second: SecondVerdict) -> dict[str, Any]:
    return {
        "reviewer": second.reviewer,
        "verdict": second.status,
        "decided_at": second.decided_at,
        "rationale": second.rationale,
    }


def _match_record(match: MatchView) -> dict[str, Any]:
    return {
        "claim": match.other.id,
        "headline": match.other.headline,
        "sentence": match.other_sentence,
        "relation": match.relation,
        "score": match.score,
        "reasons": list(match.reasons),
        "decision": match.decision,
    }


def _write(desk: "Desk", claim: Claim) -> None:
    _write_facts(desk, claim)
    _write_evidence(desk, claim)
    _write_relations(desk, claim)
    for entry in desk.history_of(claim.id):
        write_line(f"history  {entry.at}  {entry.reviewer}  {entry.action}")


def _write_facts(desk: "Desk", claim: Claim) -> None:
    """Write what the claim says, where it stands, and what was found."""
    document = desk.document(claim.document_id)
    status = desk.status(claim.id)
    quantity = claim.quantity
    write_line(claim.headline)
    write_line(claim.sentence.of(document.text))
    write_line()
    write_fields(
        (
            ("claim", claim.id),
            ("quote", claim.quote),
            ("document", f"{document.metadata.title or document.source} ({document.id})"),
            ("outlet", document.metadata.outlet or ""),
            ("published", document.metadata.published or ""),
            ("zone", claim.zone),
            ("kind", claim.kind),
            ("value", figure(quantity.value, quantity.value_high) if quantity else ""),
            ("unit", (quantity.unit or "") if quantity else ""),
            ("approximator", quantity.approximator if quantity else ""),
            ("measure", claim.measure or ""),
            ("subject", claim.subject or ""),
            ("speaker", claim.speaker or ""),
            ("as of", claim.as_of or ""),
            ("priority", f"{claim.priority:.2f}: {', '.join(claim.reasons)}"),
            ("status", status.status),
            ("rationale", status.rationale or ""),
            ("reviewer", status.reviewer or ""),
            ("decided at", status.decided_at or ""),
            ("override", status.override_reason or ""),
            ("carried from", status.inherited_from or ""),
            ("stale", status.stale or ""),
        )
    )


def _write_evidence(desk: "Desk", claim: Claim) -> None:
    """Write the second verdicts and the sources."""
    for second in desk.seconds_of(claim.id):
        why = f": {second.rationale}" if second.rationale else ""
        write_line(f"second   {second.status}  {second.reviewer}{why}")
    for citation in desk.citations_of(claim.id):
        passage = f": “{citation.passage}”" if citation.passage else ""
        write_line(f"source   {citation.stance}  {citation.reference}{passage}")
        if citation.snapshot or citation.recheck:
            write_line(f"         {seen_line(desk, citation)}")


def _write_relations(desk: "Desk", claim: Claim) -> None:
    """Write the matches, the cluster and the published fact-checks."""
    for match in desk.matches_of(claim.id):
        where = match.other.outlet or match.other.document_title or ""
        relation = f"{match.decision}, decided" if match.decision else match.relation
        write_line(f"match    {relation}  {match.other.id}  {match.other.headline} ({where})")
        write_line(f"         {'; '.join(match.reasons)}")
    if cluster := desk.cluster_of(claim.id):
        write_line(f"cluster  {len(cluster)} claims say the same: {', '.join(row.id for row in cluster)}")
    for found in desk.checks_of(claim.id):
        check = found.check
        facts = [check.rating, check.publisher, check.date, f"{found.score:.2f}"]
        write_line(f"check    {' · '.join(fact for fact in facts if fact)}  {check.title or check.claim}")
        if check.url:
            write_line(f"         {check.url}")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {count}" for name, count in value.items())
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)
