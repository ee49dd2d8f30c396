"""`Desk`: everything that the command line and the screens can do with a desk.

Each method names a use case and hands it to the module that has it, which is imported only then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from kzcheck.desk import citing, deciding
from kzcheck.desk.deciding import Marking
from kzcheck.desk.extracting import NOTHING_GIVEN
from kzcheck.desk.settings import refuse_unfit
from kzcheck.desk.view import DeskView
from kzcheck.domain import CitationKind, KzcheckError, Metadata, Relation, Status
from kzcheck.store import settings

if TYPE_CHECKING:
    from kzcheck.desk.exporting import ExportWatcher
    from kzcheck.desk.importing import ImportReport
    from kzcheck.desk.merging import MergeReport
    from kzcheck.domain import AddedDocument, AddProgress, AddReport, Citation, Claim, Document, Stance
    from kzcheck.exchange import VerdictRow


class Desk(DeskView):
    """One SQLite file with everything in it, and one reviewer at it.

    Claims and documents are named by their ids or by unique beginnings of these. A method that changes
    something usually returns the batch of its deed, which names it in the ledger. Every method raises
    KzcheckError, in one line, when it cannot do what was asked. Only one thread uses a desk at a time;
    another thread takes a `sibling`.
    """

    is_blind = False
    """Whether this desk hides what other reviewers found."""

    def add_documents(self, read: Iterable[tuple[Document, Sequence[Claim]]]) -> list[AddedDocument]:
        """Put documents with their claims on the desk, as `extract_text` returns them, a transaction each."""
        from kzcheck.desk import adding

        return [adding.add_document(self._store, self._hand, document, found) for document, found in read]

    def add(
        self,
        sources: Sequence[str],
        *,
        given: Metadata = NOTHING_GIVEN,
        stdin: BinaryIO | None = None,
        allow_private: bool = False,
        progress: Callable[[AddProgress], object] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> AddReport:
        """Read files, folders, `-` (`stdin`) and addresses onto the desk, and match their claims.

        `given` overrides what the documents say of themselves. Each document is one transaction. A source
        that cannot be read is in the report, with one line that says why. `progress` is called before and
        after each source; `cancelled` is asked before each.
        """
        from kzcheck.desk import adding

        return adding.add(
            self._store,
            self._hand,
            sources,
            given=given,
            stdin=stdin,
            allow_private=allow_private,
            watcher=adding.Watcher(progress, cancelled),
        )

    def mark(
        self,
        ids: Sequence[str],
        status: Status,
        *,
        citation: Citation | None = None,
        rationale: str | None = None,
        override: str | None = None,
        active_seconds: float | None = None,
    ) -> str:
        """Set the status of claims, with a source for each if one is given, as one deed; return its batch.

        The id and the claim of `citation` are filled in for each claim. `active_seconds` is how long the
        reviewer looked at each. Raises GateRefused, and changes nothing, where a verdict lacks the evidence
        it needs and no `override` says why that is right. Sources that the reviewer cited before, of which
        none speaks for the verdict, are turned to do so; `turned_by` has them.
        """
        return self._mark(ids, Marking(status, citation, rationale, override, active_seconds))

    def turned_by(self, batch: str) -> list[Citation]:
        """Return the sources that a mark, named by its batch, turned to speak for its verdict."""
        return citing.turned_by(self._store, batch)

    def cite(
        self,
        claim_id: str,
        reference: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        published: str | None = None,
        passage: str | None = None,
        locator: str | None = None,
        stance: Stance | None = None,
        kind: CitationKind = CitationKind.SECONDARY,
        snapshot: str | None = None,
    ) -> Citation:
        """Cite a source for a claim; the very same citation again changes nothing.

        The other fields are those of `Citation`. Without a `stance` the source has that of the claim's
        present verdict: it contradicts a disputed claim, and supports any other.
        """
        from kzcheck.domain import Citation

        citation = Citation(
            id="",
            claim_id=claim_id,
            reference=reference,
            title=title,
            publisher=publisher,
            author=author,
            published=published,
            passage=passage,
            locator=locator,
            stance=stance or self.status(claim_id).status.stance,
            kind=kind,
            snapshot=snapshot,
        )
        return self._cite(citation)

    def uncite(self, citation_id: str) -> str:
        """Take a citation off its claim; return the batch."""
        return deciding.uncite(self._store, self._hand, citation_id)

    def set_rationale(self, claim_id: str, text: str) -> str | None:
        """Set a claim's rationale, or remove it with ""; return the batch, None if nothing changed."""
        return deciding.set_rationale(self._store, self._hand, claim_id, text)

    def set_headline(self, claim_id: str, text: str) -> str | None:
        """Set a claim's headline; return the batch, None where nothing changed."""
        return deciding.set_headline(self._store, self._hand, claim_id, text)

    def add_claim(self, document_id: str, start: int, end: int) -> Claim:
        """Add a claim that extraction missed: the words from `start` to `end` (code points) of a document."""
        from kzcheck.desk.spotting import add_claim

        return add_claim(self._store, self._hand.deed(), document_id, start, end)

    def drop_claim(self, claim_id: str) -> str:
        """Take a claim off the desk that extraction found wrongly; return the batch."""
        return deciding.drop_claim(self._store, self._hand, claim_id)

    def decide(self, a: str, b: str, relation: Relation) -> str:
        """Say how two claims relate, for good; return the batch."""
        from kzcheck.desk.matching import make_pair

        make_pair(self._store, self.claim(a), self.claim(b))
        return deciding.decide(self._store, self._hand, self.claim(a), self.claim(b), relation)

    def take_out(self, claim_id: str) -> str:
        """Decide that a claim is different from all others in its cluster; return the batch."""
        from kzcheck.desk.joining import take_out

        return take_out(self._store, self._hand, self.claim(claim_id))

    def resolve(self, orphan_id: str, to_id: str | None) -> str:
        """Carry an orphan's decisions over to a claim, or with None let them go; return the batch."""
        from kzcheck.desk.revising import resolve

        return resolve(self._store, self._hand, orphan_id, to_id)

    def reanchor(self, orphan_id: str, start: int, end: int) -> str:
        """Carry an orphan's decisions over to words of the present text (code points); return the batch."""
        from kzcheck.desk.revising import reanchor_at

        return reanchor_at(self._store, self._hand, orphan_id, start, end)

    def inherit(self, claim_id: str, source_id: str) -> str:
        """Give a claim the verdict and the citations of one that says the same; return the batch."""
        from kzcheck.desk.inheriting import inherit

        return inherit(self._store, self._hand, claim_id, source_id)

    def rematch(
        self,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        processes: int | None = None,
    ) -> bool:
        """Match the whole desk anew, in short transactions; what reviewers decided stays.

        The work on a large desk is shared out among `processes`, by default one for each processor.
        `progress` is told how many parts of how many are done. Returns False when it was cancelled: the desk
        is whole then, and the next call goes on from there.
        """
        from kzcheck.desk.rematching import rematch

        return rematch(self._store, progress=progress, cancelled=cancelled, processes=processes)

    def undo(self) -> str:
        """Undo this reviewer's newest deed that still stands; return what it was, in a few words."""
        return deciding.undo(self._store, self._hand)

    def redo(self) -> str:
        """Redo the deed that this reviewer undid last; return what it was, in a few words."""
        return deciding.redo(self._store, self._hand)

    def repair(self) -> list[str]:
        """Rebuild the search index and the present state; return a line for each table that was wrong."""
        from kzcheck.store import integrity, rebuild

        integrity.remake_search(self._store)
        return rebuild.repair(self._store)

    def verdict_rows(self) -> Iterator[VerdictRow]:
        """Yield every claim that has a verdict or a citation, by document and place in its text."""
        from kzcheck.desk.exporting import verdict_rows

        return verdict_rows(self._store)

    def export(self, format_name: str, stream: TextIO) -> None:
        """Write the verdicts in a format to `stream`, which must not translate line ends."""
        from kzcheck.desk.exporting import export

        export(self._store, format_name, stream)

    def export_file(self, format_name: str, path: Path, watcher: ExportWatcher | None = None) -> list[Path]:
        """Write the verdicts to a file, and a sidecar if the format has one; return the paths written."""
        from kzcheck.desk.exporting import export_file

        return export_file(self._store, format_name, path, watcher)

    def import_file(self, path: Path) -> ImportReport:
        """Read verdicts or citations from a file that kzcheck exported, as one deed."""
        from kzcheck.desk.importing import import_file

        return import_file(self._store, self._hand, path)

    def merge(self, path: Path) -> MergeReport:
        """Bring everything that another desk has to this one, or nothing; the other desk is only read."""
        from kzcheck.desk.merging import merge

        return merge(self._store, self._hand, path)

    def import_checks(self, path: Path) -> int:
        """Put the fact-checks of a file on the desk; return how many there were."""
        from kzcheck.desk.importing import refuse_irregular
        from kzcheck.desk.lookup import put_checks
        from kzcheck.exchange.factchecks import read_fact_checks

        refuse_irregular(path)
        return put_checks(self._store, read_fact_checks(path))

    def back_up(self, target: Path) -> None:
        """Write a consistent copy of the desk to `target`, which must not exist."""
        if target.exists():
            raise KzcheckError(f"{target} was not written: it is there already; name a new file")
        self._store.back_up(target)

    def rescue(self) -> Path | None:
        """Copy a desk that was moved, deleted or replaced while it was open; return the copy.

        Where the desk is still in its place, nothing is done. The copy is beside that place.
        """
        if not self._store.is_moved:
            return None
        names = (self.path.with_name(f"{self.path.name}.rescued-{number}") for number in count(1))
        copy = next(name for name in names if not name.exists())
        self._store.back_up(copy)
        return copy

    def set_setting(self, name: str, value: str | None) -> None:
        """Set a setting, or reset it with None; `kzcheck.desk.settings` has the known ones."""
        refuse_unfit(name, value)
        settings.set_setting(self._store, name, value)

    def _mark(self, ids: Sequence[str], marking: Marking) -> str:
        """Write a marking as the claims' verdict; a blind desk writes it as a second verdict."""
        return deciding.mark(self._store, self._hand, ids, marking)

    def _cite(self, citation: Citation) -> Citation:
        """Put a citation on its claim; a blind desk keeps it apart from the same citation of others."""
        return deciding.cite(self._store, self._hand, citation)
