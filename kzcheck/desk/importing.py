"""The use case of `kzcheck import`: verdicts that `export` wrote, for a desk that has the same documents."""

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from kzcheck.desk import deciding
from kzcheck.desk.citing import CITATION_ID_LENGTH, citation_for, citation_state
from kzcheck.desk.hand import Hand
from kzcheck.desk.spotting import add_claim
from kzcheck.domain import Action, Citation, KzcheckError, Status, Verdict, claim_id, content_id
from kzcheck.exchange import (
    VerdictRecord,
    is_citation_table,
    is_verdict_table,
    read_citations,
    read_json_lines,
    read_table,
    read_verdicts,
)
from kzcheck.store import Store, claims, deeds, documents, state
from kzcheck.store.evidence import CHECKED, check_of, note_check
from kzcheck.store.ledger import Change, Deed

JSON_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The result of an import: how much it changed, and one line for each claim that is not on the desk.

    `replaced` has a line for each verdict of the desk in whose place that of the file came.
    """

    verdicts: int
    citations: int
    replaced: tuple[str, ...]
    errors: tuple[str, ...]


def refuse_irregular(path: Path) -> None:
    """Raise KzcheckError for what is there but is no file; a pipe would be waited for without end."""
    if path.exists() and not path.is_file():
        raise KzcheckError(f"{path} was not imported: it is not a regular file; give a file")


def import_file(store: Store, hand: Hand, path: Path) -> ImportReport:
    """Read verdicts or citations from a file that kzcheck exported, as one deed.

    Reviewer, time, reasons and sources are those of the file. What the desk has already changes nothing.
    Raises KzcheckError when the file cannot be read, or is no export of kzcheck.
    """
    refuse_irregular(path)
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
    first = stream.read(1)
    stream.seek(0)
    if first == "{" or path.suffix.lower() in JSON_LINES:
        return list(read_json_lines(stream)), []
    header, rows = read_table(stream)
    if is_verdict_table(header):
        return list(read_verdicts(rows)), []
    if is_citation_table(header):
        return [], list(read_citations(rows))
    raise KzcheckError("it is not one of our CSVs; give what 'kzcheck export csv' or 'citations-csv' wrote")


def _restore(
    store: Store, hand: Hand, records: Sequence[VerdictRecord], citations: Sequence[Citation]
) -> ImportReport:
    deed = hand.deed()
    with store.writing():
        restoring = _Restoring(store, deed)
        for record in records:
            _add_marked_claim(store, hand, record)
            restoring.take_verdict(record)
        for citation in citations:
            restoring.take_citation(citation)
        if restoring.changes:
            deeds.do(store, deed, restoring.changes)
        for citation in restoring.checked:
            note_check(store, hand.deed(), citation.claim_id, citation.id, _check_of(citation))
    made = Counter(change.action for change in restoring.changes)
    return ImportReport(
        verdicts=made[Action.STATUS],
        citations=made[Action.CITE],
        replaced=tuple(filter(None, map(_replaced, restoring.changes))),
        errors=tuple(restoring.errors.values()),
    )


def _replaced(change: Change) -> str:
    """Return the line about a verdict in whose place another comes, "" for any other change."""
    before, after = change.before, change.after
    if change.action is not Action.STATUS or before is None or after is None:
        return ""
    was = Status(before["status"])
    if was.verdict is None or (was, before["reviewer"]) == (Status(after["status"]), after["reviewer"]):
        return ""
    return (
        f"claim {change.subject} was {was}, by {before['reviewer']}; "
        f"it is {after['status']} now, by {after['reviewer']}"
    )


def _add_marked_claim(store: Store, hand: Hand, record: VerdictRecord) -> None:
    """Add the claim of a record if a reviewer had marked it by hand, so that extraction does not find it.

    Its document is recognised by the claim's id, which is made of the document's id and the claim's place.
    """
    if claims.is_known(store, record.claim_id):
        return
    for row in documents.documents(store):
        if claim_id(row.id, record.start, record.end, record.kind, "") == record.claim_id:
            add_claim(store, hand.deed(), row.id, record.start, record.end)
            return


class _Restoring:
    """Collects the `changes` that put the records of a file on the desk.

    `errors` has a line for each claim that is not on the desk, or not in one row alone, by its id. `checked`
    are citations whose pages had been looked at before the export, while this desk knows of no look.
    """

    def __init__(self, store: Store, deed: Deed) -> None:
        self.changes: list[Change] = []
        self.errors: dict[str, str] = {}
        self.checked: list[Citation] = []
        self._store = store
        self._deed = deed
        self._records: dict[str, VerdictRecord] = {}
        self._cited: set[str] = set()
        self._taken: set[str] = set()

    def take_verdict(self, record: VerdictRecord) -> None:
        """Collect a verdict with its sources, whether the file has them whole or only names them."""
        present = self._citations_of(record.claim_id)
        if present is None or self._is_repeated(record):
            return
        cell = {
            "status": str(record.verdict),
            "reviewer": record.reviewer,
            "decided_at": record.decided_at,
            "override_reason": record.override_reason,
            "active_seconds": record.active_seconds,
        }
        inherited = {"inherited_from": record.inherited_from, "stale": record.stale}
        cell |= {name: value for name, value in inherited.items() if value is not None}
        wanted = [deciding.change(self._store, Action.STATUS, record.claim_id, cell)]
        if record.headline:
            headline = {"headline": record.headline}
            wanted.append(deciding.change(self._store, Action.HEADLINE, record.claim_id, headline))
        self.changes += [change for change in wanted if change.before != change.after]
        if record.rationale:
            self.changes += deciding.explaining(self._store, record.claim_id, record.rationale)
        if record.second_reviewer and record.second_verdict:
            self._take_second(record, record.second_reviewer, record.second_verdict)
        if record.citations:
            for citation in record.citations:
                self.take_citation(citation)
        else:
            self._cite_named(record, present)

    def _is_repeated(self, record: VerdictRecord) -> bool:
        """Return whether a row before was of the same claim; `errors` names the claim if the two differ."""
        earlier = self._records.setdefault(record.claim_id, record)
        if earlier != record:
            self.errors[record.claim_id] = (
                f"claim {record.claim_id} has two different rows: the first was taken; correct the file"
            )
        return earlier is not record

    def _take_second(self, record: VerdictRecord, reviewer: str, verdict: Verdict) -> None:
        """Collect a second verdict; the file does not say when it was found, nor how long it took."""
        cell = {
            "reviewer": reviewer,
            "status": str(verdict),
            "decided_at": record.decided_at,
            "rationale": None,
            "override_reason": None,
            "active_seconds": None,
            "first_status": str(record.verdict),
            "first_reviewer": record.reviewer,
        }
        made = deciding.change(self._store, Action.SECOND, record.claim_id, cell)
        if made.before is None or made.before["status"] != cell["status"]:
            self.changes.append(made)

    def take_citation(self, citation: Citation) -> None:
        """Collect a whole citation; it takes the place of a bare one that the import of a verdict left there.

        The file may name a citation twice, which counts once. Each of the desk is taken by one of the file
        at most, so that none is lost.
        """
        present = self._citations_of(citation.claim_id)
        if present is None:
            return
        made = citation_for(citation.claim_id, citation, self._deed)
        if made.id in self._cited:
            return
        self._cited.add(made.id)
        if _is_checked(made) and check_of(self._store, made.id) is None:
            self.checked.append(made)
        present = [other for other in present if other.id not in self._taken]
        same = next((other for other in present if other.id == made.id), None)
        replaced = same or next((other for other in present if _stands_for(other, made)), None)
        if replaced is not None:
            self._taken.add(replaced.id)
        if same == made or (same is not None and not _is_bare(same)):
            return
        after = citation_state(made, self._deed.reviewer)
        if replaced is not None:
            before = state.cited(self._store, replaced.id)
            assert before is not None
            self.changes.append(Change(Action.UNCITE, citation.claim_id, before, None))
            after["entry"] = before["entry"]
        self.changes.append(Change(Action.CITE, citation.claim_id, None, after))

    def _cite_named(self, record: VerdictRecord, present: Sequence[Citation]) -> None:
        """Cite the sources that a record only names, as often as it names them, unless the claim has them."""
        there = Counter(citation.reference for citation in present)
        seen: Counter[str] = Counter()
        for reference in record.references:
            seen[reference] += 1
            if seen[reference] <= there[reference]:
                continue
            bare = Citation(
                id="",
                claim_id=record.claim_id,
                reference=reference,
                accessed=record.decided_at,
                stance=record.verdict.stance,
            )
            made = citation_for(record.claim_id, bare, self._deed)
            if seen[reference] > 1:  # a CSV names a source twice when two of its passages are cited
                again = content_id(made.id, str(seen[reference]), length=CITATION_ID_LENGTH)
                made = replace(made, id=again)
            after = citation_state(made, self._deed.reviewer)
            self.changes.append(Change(Action.CITE, record.claim_id, None, after))

    def _citations_of(self, claim_id: str) -> list[Citation] | None:
        """Return a claim's citations; None, and a line in `errors`, when the claim is not on the desk."""
        with suppress(KzcheckError):
            number = claims.claim_number(self._store, claim_id)
            if claims.claim(self._store, number).id == claim_id:
                return claims.citations_of(self._store, number)
        self.errors[claim_id] = (
            f"claim {claim_id} is not on this desk: add the document it is from, then import again"
        )
        return None


def _stands_for(present: Citation, citation: Citation) -> bool:
    """Return whether a citation on the desk is a bare one of the same source."""
    return present.reference == citation.reference and _is_bare(present)


def _is_bare(citation: Citation) -> bool:
    """Return whether a citation only names its source, as one from a CSV of verdicts does."""
    return not (citation.passage or citation.title or citation.locator)


def _is_checked(citation: Citation) -> bool:
    """Return whether somebody has looked at the cited page."""
    return bool(citation.passage_check or citation.passage_note or citation.recheck)


def _check_of(citation: Citation) -> dict[str, Any]:
    """Return what was seen of the cited page, in the fields of a check."""
    return {name: getattr(citation, name) for name in CHECKED}
