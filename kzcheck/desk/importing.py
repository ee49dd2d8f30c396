"""Verdicts back in: what `export` wrote, on a desk that has the same documents."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO, TypeVar

from kzcheck.desk import deciding
from kzcheck.desk.deciding import CITATION_ID_LENGTH, Hand
from kzcheck.domain import Action, Citation, KzcheckError, Stance, Verdict, content_id
from kzcheck.exchange import (
    VerdictRecord,
    is_citation_table,
    is_verdict_table,
    read_citations,
    read_json_lines,
    read_table,
    read_verdicts,
)
from kzcheck.store import Store, claims, deeds, state
from kzcheck.store.ledger import Change, Deed

Record = TypeVar("Record")
JSON_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What came of an import: how much was read, and one line for each thing that could not be."""

    verdicts: int
    citations: int
    errors: tuple[str, ...]


def import_file(store: Store, hand: Hand, path: Path) -> ImportReport:
    """Read verdicts or citations back from a file of ours, as one deed.

    Reviewer, time, reasons and sources are as the file says; a verdict that the desk has already changes
    nothing. Raises KzcheckError when the file can't be read or is none of ours.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            records, citations = _read(path, stream)
    except OSError as error:
        raise KzcheckError(f"{path} was not imported: {error.strerror}; check the path") from error
    except UnicodeDecodeError as error:
        raise KzcheckError(f"{path} was not imported: it is not UTF-8 text; export it again") from error
    except KzcheckError as error:
        raise KzcheckError(f"{path} was not imported: {error}") from error
    return _restore(store, hand, records, citations)


def _read(path: Path, stream: TextIO) -> tuple[list[VerdictRecord], list[Citation]]:
    if path.suffix.lower() in JSON_LINES:
        return list(read_json_lines(stream)), []
    header, rows = read_table(stream)
    if is_verdict_table(header):
        return list(read_verdicts(rows)), []
    if is_citation_table(header):
        return [], list(read_citations(rows))
    raise KzcheckError("it is none of our CSVs; give what 'kzcheck export csv' or 'citations-csv' wrote")


def _restore(
    store: Store, hand: Hand, records: Sequence[VerdictRecord], citations: Sequence[Citation]
) -> ImportReport:
    deed = hand.deed()
    errors: list[str] = []
    with store.writing():
        changes = [
            *_gathered(records, lambda record: _verdict_changes(store, deed, record), errors),
            *_gathered(citations, lambda citation: _citation_changes(store, deed, citation), errors),
        ]
        if changes:
            deeds.do(store, deed, changes)
    made = Counter(change.action for change in changes)
    return ImportReport(
        verdicts=made[Action.STATUS], citations=made[Action.CITE], errors=tuple(dict.fromkeys(errors))
    )


def _gathered(
    records: Iterable[Record], changes_of: Callable[[Record], Iterator[Change]], errors: list[str]
) -> Iterator[Change]:
    for record in records:
        try:
            yield from list(changes_of(record))
        except KzcheckError as error:
            errors.append(f"{error}; add its document first")


def _verdict_changes(store: Store, deed: Deed, record: VerdictRecord) -> Iterator[Change]:
    number = _number(store, record.claim_id)
    cell = {
        "status": str(record.verdict),
        "reviewer": record.reviewer,
        "decided_at": record.decided_at,
        "override_reason": record.override_reason,
        "active_seconds": record.active_seconds,
    }
    wanted = [deciding.change(store, Action.STATUS, record.claim_id, cell)]
    if record.headline:
        wanted.append(deciding.change(store, Action.HEADLINE, record.claim_id, {"headline": record.headline}))
    yield from (change for change in wanted if change.before != change.after)
    if record.rationale:
        yield from deciding.explaining(store, record.claim_id, record.rationale)
    if record.citations:
        for citation in record.citations:
            yield from _citation_changes(store, deed, citation)
    else:
        yield from _bare_citations(deed, record, claims.citations_of(store, number))


def _bare_citations(deed: Deed, record: VerdictRecord, present: Sequence[Citation]) -> Iterator[Change]:
    """Yield the sources that the claim lacks, each as often as the record names it."""
    stance = Stance.CONTRADICTS if record.verdict is Verdict.DISPUTED else Stance.SUPPORTS
    there = Counter(citation.reference for citation in present)
    seen: Counter[str] = Counter()
    for reference in record.references:
        seen[reference] += 1
        if seen[reference] <= there[reference]:
            continue
        bare = Citation(id="", claim_id=record.claim_id, reference=reference, stance=stance)
        made = deciding.citation_for(record.claim_id, bare, deed)
        if seen[reference] > 1:  # the CSV names a source twice when two of its passages are cited
            again = content_id(made.id, str(seen[reference]), length=CITATION_ID_LENGTH)
            made = replace(made, id=again)
        yield Change(Action.CITE, record.claim_id, None, deciding.citation_state(made, deed.reviewer))


def _citation_changes(store: Store, deed: Deed, citation: Citation) -> Iterator[Change]:
    """Yield what puts a whole citation on its claim, in place of the bare one that a CSV left there."""
    number = _number(store, citation.claim_id)
    made = deciding.citing(store, deed, citation.claim_id, citation)
    if made:
        for present in claims.citations_of(store, number):
            if present.reference == citation.reference and not (present.passage or present.title):
                yield Change(Action.UNCITE, citation.claim_id, state.cited(store, present.id), None)
                break
    yield from made


def _number(store: Store, claim_id: str) -> int:
    """Return the number of a claim by its whole id, which the beginning of one is not."""
    number = claims.claim_number(store, claim_id)
    if claims.claim(store, number).id != claim_id:
        raise KzcheckError(f"no claim has the id {claim_id!r}")
    return number
