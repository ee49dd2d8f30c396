"""The desk as a second reviewer sees it in the blind check: without what others found."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TextIO

from kzcheck.desk import seconding
from kzcheck.desk.cited import Evidence
from kzcheck.desk.deciding import Marking
from kzcheck.desk.facade import Desk
from kzcheck.domain import (
    Alarm,
    Citation,
    ClaimMark,
    ClaimQuery,
    ClaimRow,
    ClaimStatus,
    Comparison,
    Contradiction,
    DocumentRow,
    KzcheckError,
    LedgerEntry,
    MatchView,
    Orphan,
    RowKey,
    SecondVerdict,
    Sort,
    Standing,
    Stats,
    Status,
    Tally,
)
from kzcheck.store import claims, seconds
from kzcheck.store.ledger import State
from kzcheck.store.store import AT_A_TIME, in_slices

if TYPE_CHECKING:
    from kzcheck.desk.exporting import ExportWatcher
    from kzcheck.desk.importing import ImportReport
    from kzcheck.desk.merging import MergeReport
    from kzcheck.exchange import VerdictRow


class BlindDesk(Desk):
    """A desk for the reviewer who checks, blind, what others have decided.

    Its list has only the claims that somebody else has given a verdict. Every status, citation and rationale
    that it shows is the reviewer's own, and marks are kept as second verdicts. A method that would show what
    others found raises KzcheckError.
    """

    is_blind = True

    def page(
        self,
        query: ClaimQuery,
        *,
        after: RowKey | None = None,
        before: RowKey | None = None,
        limit: int = 100,
        last: bool = False,
        within: float | None = None,
    ) -> list[ClaimRow]:
        """Return rows of the list, as `Desk.page` does."""
        rows = super().page(
            self._blind(query), after=after, before=before, limit=limit, last=last, within=within
        )
        return self._own_rows(rows)

    def count(self, query: ClaimQuery) -> int:
        """Return how many rows the list has."""
        return super().count(self._blind(query))

    def tally(self) -> Tally:
        """Return how far this check has come."""
        return Tally(seconds.tally(self._store, self.reviewer))

    def documents(self) -> list[DocumentRow]:
        """Return all documents, with how many claims there are to check and how many are checked."""
        known = seconds.by_document(self._store, self.reviewer)
        counted = [(row, known.get(row.id, (0, 0))) for row in super().documents()]
        return [replace(row, claims=to_check, done=done) for row, (to_check, done) in counted]

    def claim_row(self, claim_id: str, sort: Sort = Sort.PRIORITY) -> ClaimRow:
        """Return a claim as a row of the list."""
        return self._own_rows([super().claim_row(claim_id, sort)])[0]

    def claims_of(self, document_id: str) -> list[ClaimRow]:
        """Return all claims of a document."""
        return self._own_rows(super().claims_of(document_id))

    def marks_of(self, document_id: str) -> list[ClaimMark]:
        """Return where the claims of a document stand, with this reviewer's status of each."""
        marks = super().marks_of(document_id)
        own = self._own([mark.id for mark in marks])
        return [replace(mark, status=own[mark.id].status, is_primary=False) for mark in marks]

    def status(self, claim_id: str) -> ClaimStatus:
        """Return what this reviewer found on a claim."""
        cell = seconds.second(self._store, self._number(claim_id), self.reviewer)
        if cell is None:
            return ClaimStatus(status=Status.OPEN)
        return ClaimStatus(
            status=Status(cell["status"]),
            rationale=cell["rationale"],
            reviewer=self.reviewer,
            decided_at=cell["decided_at"],
            override_reason=cell["override_reason"],
            active_seconds=cell["active_seconds"],
        )

    def citations_of(self, claim_id: str) -> list[Citation]:
        """Return what this reviewer cites for a claim."""
        return claims.citations_of(self._store, self._number(claim_id), self.reviewer)

    def recent_citations(self, limit: int = 9) -> list[Citation]:
        """Return the newest citations of this reviewer, each source once."""
        return claims.recent_citations(self._store, limit, self.reviewer)

    def matches_of(self, claim_id: str) -> list[MatchView]:
        """Return a claim's matches."""
        views = super().matches_of(claim_id)
        rows = self._own_rows([view.other for view in views])
        return [replace(view, other=row) for view, row in zip(views, rows, strict=True)]

    def cluster_of(self, claim_id: str) -> list[ClaimRow]:
        """Return the claims of a claim's cluster."""
        return self._own_rows(super().cluster_of(claim_id))

    def lookup(self, text: str, *, limit: int = 10) -> list[tuple[ClaimRow, Comparison]]:
        """Return the claims nearest to a text."""
        found = super().lookup(text, limit=limit)
        rows = self._own_rows([row for row, _ in found])
        return [(row, comparison) for row, (_, comparison) in zip(rows, found, strict=True)]

    def seconds_of(self, claim_id: str) -> list[SecondVerdict]:
        """Return none: each says what the first verdict was. `status` has what this reviewer found."""
        del claim_id
        return []

    def disagreements(self) -> list[tuple[ClaimRow, SecondVerdict]]:
        """Refuse: it shows the verdicts of others."""
        _refuse("the list of disagreements")

    def history_of(self, claim_id: str) -> list[LedgerEntry]:
        """Return the entries on a claim that are this reviewer's, without the first verdict in them."""
        return self._own_entries(super().history_of(claim_id))

    def log(self, limit: int = 50) -> list[LedgerEntry]:
        """Return the newest entries of the ledger that are this reviewer's, without the first verdicts."""
        return self._own_entries(super().log(limit))

    @property
    def evidence(self) -> Evidence:
        """The sources of this desk, of which those of others are not listed."""
        return _BlindEvidence(self._store, self._hand)

    def set_rationale(self, claim_id: str, text: str) -> str | None:
        """Set the rationale of this reviewer's second verdict; return the batch, None if nothing changed."""
        return seconding.set_rationale(self._store, self._hand, claim_id, text)

    # -- what would show what others found ----------------------------------------------------------

    def stats(self) -> Stats:
        """Refuse: it counts the verdicts of others."""
        _refuse("the figures of the desk")

    def orphans(self) -> list[Orphan]:
        """Return none: they are decisions of others."""
        return []

    def alarms(self) -> list[Alarm]:
        """Refuse: an alarm shows what others found."""
        _refuse("the list of alarms")

    def alarms_of(self, claim_id: str) -> list[Alarm]:
        """Return none: an alarm shows what others found."""
        del claim_id
        return []

    def count_alarms(self) -> int:
        """Return 0, as `alarms_of` does."""
        return 0

    def conflicts(self) -> list[Contradiction]:
        """Refuse: it shows which side was found right."""
        _refuse("the list of contradictions")

    def drop_claim(self, claim_id: str) -> str:
        """Refuse: it would take the verdicts of others off the desk."""
        _refuse(f"taking {claim_id} off the desk")

    def inherit(self, claim_id: str, source_id: str) -> str:
        """Refuse: the verdict of another claim is somebody else's too."""
        _refuse(f"carrying a verdict from {source_id} to {claim_id}")

    def resolve(self, orphan_id: str, to_id: str | None) -> str:
        """Refuse: it would move what others decided."""
        _refuse(f"moving what was decided on {orphan_id} to {to_id or 'nowhere'}")

    def reanchor(self, orphan_id: str, start: int, end: int) -> str:
        """Refuse: it would move what others decided."""
        _refuse(f"moving what was decided on {orphan_id} to {start}-{end}")

    def verdict_rows(self) -> Iterator["VerdictRow"]:
        """Refuse: these are the verdicts of others."""
        _refuse("a list of verdicts")

    def export(self, format_name: str, stream: TextIO) -> None:
        """Refuse: these are the verdicts of others."""
        _refuse(f"writing {format_name} to {stream}")

    def export_file(self, format_name: str, path: Path, watcher: "ExportWatcher | None" = None) -> list[Path]:
        """Refuse: these are the verdicts of others."""
        del watcher
        _refuse(f"writing {format_name} to {path}")

    def import_file(self, path: Path) -> "ImportReport":
        """Refuse: these are the verdicts of others."""
        _refuse(f"reading {path}")

    def merge(self, path: Path) -> "MergeReport":
        """Refuse: it lists where the verdicts of others differ."""
        _refuse(f"merging {path}")

    def _mark(self, ids: Sequence[str], marking: Marking) -> str:
        return seconding.mark(self._store, self._hand, ids, marking)

    def _cite(self, citation: Citation) -> Citation:
        return seconding.cite(self._store, self._hand, citation)

    def _blind(self, query: ClaimQuery) -> ClaimQuery:
        return replace(query, blind_for=self.reviewer, standing=Standing.CURRENT)

    def _own(self, ids: Sequence[str]) -> dict[str, seconds.Own]:
        found: dict[str, seconds.Own] = {}
        for some in in_slices(ids, AT_A_TIME):
            found |= seconds.of_reviewer(self._store, self.reviewer, some)
        return found

    def _own_entries(self, entries: Sequence[LedgerEntry]) -> list[LedgerEntry]:
        return [
            replace(entry, before=_without_first(entry.before), after=_without_first(entry.after))
            for entry in entries
            if entry.reviewer == self.reviewer
        ]

    def _own_rows(self, rows: Sequence[ClaimRow]) -> list[ClaimRow]:
        own = self._own([row.id for row in rows])
        return [
            replace(
                row,
                status=own[row.id].status,
                citations=own[row.id].citations,
                standing=Standing.CURRENT,
            )
            for row in rows
        ]


class _BlindEvidence(Evidence):
    """The evidence of a desk for a reviewer who must not see which sources others cite."""

    def all_citations(self) -> NoReturn:
        """Refuse: these are the citations of others."""
        _refuse("the list of citations")

    def recheck(self, *_claims: object, **_how: object) -> NoReturn:
        """Refuse: it tells which sources others cite."""
        _refuse("fetching all sources again")


def _without_first(state: State) -> State:
    """Return the state of a ledger's entry without the first verdict, which a second verdict keeps."""
    if state is None:
        return None
    return {name: value for name, value in state.items() if name not in seconds.OF_FIRST}


def _refuse(what: str) -> NoReturn:
    raise KzcheckError(f"{what} would show what others found; leave the blind check first")
