"""The desk as the command line and the screens know it."""

import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, TextIO

from kzcheck.desk import adding, deciding, statistics
from kzcheck.desk import matching as matches_made
from kzcheck.desk.deciding import Hand
from kzcheck.desk.extracting import NOTHING_GIVEN
from kzcheck.desk.gate import refuse_unknown_gate
from kzcheck.desk.paths import reviewer_name
from kzcheck.domain import (
    AddedDocument,
    AddProgress,
    AddReport,
    Citation,
    CitationKind,
    Claim,
    ClaimQuery,
    ClaimRow,
    ClaimStatus,
    Comparison,
    Context,
    Document,
    DocumentRow,
    KzcheckError,
    LedgerEntry,
    Match,
    MatchView,
    Metadata,
    Relation,
    RowKey,
    Sort,
    Stance,
    Stats,
    Status,
    Tally,
)
from kzcheck.store import Store, claims, documents, integrity, ledger, matching, pages, rebuild, settings

if TYPE_CHECKING:
    from kzcheck.desk.importing import ImportReport
    from kzcheck.exchange import VerdictRow


class Desk:
    """One SQLite file with everything in it, and one reviewer at it.

    Claims and documents are named by their ids or a unique beginning of one. Every method raises
    KzcheckError, in one line, when what was asked for cannot be done. One thread uses a desk at a time;
    another takes a `sibling`.
    """

    def __init__(self, store: Store, hand: Hand) -> None:
        self._store = store
        self._hand = hand

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, reviewer: str = "", create: bool = True) -> Self:
        """Open the desk at `path`, and create it where there is none unless `create` is false."""
        store = Store.open(Path(path), create=create)
        return cls(store, Hand(deciding.tidy(reviewer) or reviewer_name(), secrets.token_hex(6)))

    def sibling(self) -> Self:
        """Return another connection to this desk, for another thread, in the same session."""
        return type(self)(Store.open(self._store.path, create=False), self._hand)

    def close(self) -> None:
        """Close the desk."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the desk lies."""
        return self._store.path

    @property
    def reviewer(self) -> str:
        """Who decides."""
        return self._hand.reviewer

    @property
    def session(self) -> str:
        """The id of this sitting."""
        return self._hand.session

    # Reading in

    def add_documents(self, read: Iterable[tuple[Document, Sequence[Claim]]]) -> list[AddedDocument]:
        """Put documents with their claims on the desk, each in a transaction of its own."""
        return [adding.add_document(self._store, document, found) for document, found in read]

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
        """Read files, folders, `-` (`stdin`) and addresses onto the desk, and match what they claim.

        Each document is one transaction. A source that cannot be read is in the report with one line that
        says why. `progress` is called before and after each source; `cancelled` is asked before each.
        """
        return adding.add(
            self._store,
            sources,
            given=given,
            stdin=stdin,
            allow_private=allow_private,
            watcher=adding.Watcher(progress, cancelled),
        )

    def documents(self) -> list[DocumentRow]:
        """Return all documents in the order they came."""
        return documents.documents(self._store)

    def document(self, document_id: str) -> Document:
        """Return a document whole."""
        return documents.document(self._store, document_id)

    # Lists

    def page(
        self,
        query: ClaimQuery,
        *,
        after: RowKey | None = None,
        before: RowKey | None = None,
        limit: int = 100,
        last: bool = False,
    ) -> list[ClaimRow]:
        """Return up to `limit` rows after or before a row's key, or from the list's start or (`last`) end."""
        return pages.page(self._store, query, after=after, before=before, limit=limit, last=last)

    def count(self, query: ClaimQuery) -> int:
        """Return how many rows the list has; slow on a large desk."""
        return pages.count(self._store, query)

    def tally(self) -> Tally:
        """Return how many body claims stand where."""
        return claims.tally(self._store)

    def matches(
        self,
        *,
        claim: str | None = None,
        relation: Relation | None = None,
        undecided: bool = False,
        limit: int | None = None,
    ) -> list[Match]:
        """Return the pairs that match, best score first; those called different only when asked for."""
        return list(
            matching.matches(
                self._store,
                claim=None if claim is None else self._number(claim),
                relation=relation,
                undecided=undecided,
                limit=limit,
            )
        )

    def stats(self) -> Stats:
        """Return the figures of the whole desk."""
        return statistics.stats(self._store)

    # One claim

    def claim(self, claim_id: str) -> Claim:
        """Return a claim."""
        return claims.claim(self._store, self._number(claim_id))

    def claim_row(self, claim_id: str, sort: Sort = Sort.PRIORITY) -> ClaimRow:
        """Return a claim as a line of the list, its key in the order `sort`."""
        return claims.claim_row(self._store, self._number(claim_id), sort)

    def status(self, claim_id: str) -> ClaimStatus:
        """Return where a claim stands, who put it there and why."""
        return claims.status(self._store, self._number(claim_id))

    def context(self, claim_id: str) -> Context:
        """Return a claim's sentence and what stands around it."""
        return claims.context(self._store, self._number(claim_id))

    def siblings(self, claim_id: str) -> list[Claim]:
        """Return the other claims of the same sentence."""
        return claims.siblings(self._store, self._number(claim_id))

    def claims_of(self, document_id: str) -> list[ClaimRow]:
        """Return all claims of a document, every zone, in text order; `key.value` is for `Sort.DOCUMENT`."""
        return claims.claims_of_document(self._store, documents.document_number(self._store, document_id))

    def matches_of(self, claim_id: str) -> list[MatchView]:
        """Return a claim's matches: conflicts first, then by score; pairs called different last."""
        return matching.matches_of(self._store, self._number(claim_id))

    def citations_of(self, claim_id: str) -> list[Citation]:
        """Return a claim's citations in the order they were made."""
        return claims.citations_of(self._store, self._number(claim_id))

    def history_of(self, claim_id: str) -> list[LedgerEntry]:
        """Return what was decided on a claim and its pairs, oldest first, undo and redo included."""
        return ledger.of_claim(self._store, self._number(claim_id))

    # Decisions

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
        """Set the status of claims, with a source for each if given, as one deed; return its batch.

        Of `citation` the id and the claim are made anew. Raises GateRefused, and changes nothing, where a
        verdict lacks the evidence it needs and no `override` says why that is right.
        """
        return deciding.mark(
            self._store,
            self._hand,
            ids,
            status,
            citation=citation,
            rationale=rationale,
            override=override,
            active_seconds=active_seconds,
        )

    def cite(
        self,
        claim_id: str,
        reference: str,
        *,
        title: str | None = None,
        publisher: str | None = None,
        author: str | None = None,
        published: str | None = None,
        accessed: str = "",
        passage: str | None = None,
        locator: str | None = None,
        stance: Stance = Stance.SUPPORTS,
        kind: CitationKind = CitationKind.SECONDARY,
        snapshot: str | None = None,
        archive_url: str | None = None,
    ) -> Citation:
        """Cite a source for a claim; the very same citation again changes nothing.

        `accessed` is UTC, ISO 8601; now where it is empty.
        """
        return deciding.cite(
            self._store,
            self._hand,
            Citation(
                id="",
                claim_id=claim_id,
                reference=reference,
                title=title,
                publisher=publisher,
                author=author,
                published=published,
                accessed=accessed,
                passage=passage,
                locator=locator,
                stance=stance,
                kind=kind,
                snapshot=snapshot,
                archive_url=archive_url,
            ),
        )

    def uncite(self, citation_id: str) -> str:
        """Take a citation off its claim; return the batch."""
        return deciding.uncite(self._store, self._hand, citation_id)

    def recent_citations(self, limit: int = 9) -> list[Citation]:
        """Return the newest citations on the desk, each source once, newest first."""
        newest: dict[str, Citation] = {}
        for citation in claims.newest_citations(self._store, limit * 20):
            newest.setdefault(citation.reference, citation)
        return list(newest.values())[:limit]

    def last_citation(self) -> Citation | None:
        """Return the newest citation of this reviewer."""
        return next(claims.newest_citations(self._store, 1, self.reviewer), None)

    def set_rationale(self, claim_id: str, text: str) -> str | None:
        """Set or with empty words remove a claim's rationale; return the batch, None if nothing changed."""
        return deciding.set_rationale(self._store, self._hand, claim_id, text)

    def set_headline(self, claim_id: str, text: str) -> str | None:
        """Set a claim's headline; return the batch, None where nothing changed."""
        return deciding.set_headline(self._store, self._hand, claim_id, text)

    def add_claim(self, document_id: str, start: int, end: int) -> Claim:
        """Put a stretch of a document on the desk as a claim that extraction missed."""
        from kzcheck.desk.spotting import add_claim

        return add_claim(self._store, self._hand.deed(), document_id, start, end)

    def drop_claim(self, claim_id: str) -> str:
        """Take a claim off the desk as no claim at all; return the batch."""
        return deciding.drop_claim(self._store, self._hand, claim_id)

    def decide(self, a: str, b: str, relation: Relation) -> str:
        """Say how two claims relate, for good; return the batch."""
        matches_made.make_pair(self._store, self.claim(a), self.claim(b))
        return deciding.decide(self._store, self._hand, self.claim(a), self.claim(b), relation)

    def compare(self, a: str, b: str) -> Comparison:
        """Return how two claims relate, as comparing finds them now."""
        return matches_made.compare_claims(self._store, a, b)

    def lookup(self, text: str, *, limit: int = 10) -> list[tuple[ClaimRow, Comparison]]:
        """Return the claims nearest to a text with how each relates to it, best first."""
        return matches_made.lookup(self._store, text, limit)

    def rematch(
        self,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Match the whole desk anew; what reviewers decided stays. Returns False when it was cancelled."""
        return matches_made.rematch(self._store, progress=progress, cancelled=cancelled)

    def undo(self) -> str:
        """Take back this reviewer's newest deed that stands; return what it was, for the person."""
        return deciding.undo(self._store, self._hand)

    def redo(self) -> str:
        """Do again what this reviewer undid last; return what it was, for the person."""
        return deciding.redo(self._store, self._hand)

    def log(self, limit: int = 50) -> list[LedgerEntry]:
        """Return the newest entries of the ledger, newest first."""
        return ledger.newest(self._store, limit)

    def verify_ledger(self) -> list[str]:
        """Return one line for each entry that is not as it was written; none when all is well."""
        return ledger.verify(self._store)

    def doctor(self) -> list[str]:
        """Return one line for each thing wrong with the file, the ledger or the state; none when well."""
        return [*integrity.check(self._store), *self.verify_ledger(), *self.check_projection()]

    def repair(self) -> list[str]:
        """Make the search index and the present state again; return what of the state was wrong."""
        integrity.remake_search(self._store)
        return self.rebuild_projection()

    def check_projection(self) -> list[str]:
        """Return one line for each table that is not what the ledger makes of it; none when all is well."""
        return rebuild.check(self._store)

    def rebuild_projection(self) -> list[str]:
        """Make the present state again from the ledger; return what was not as it should be."""
        return rebuild.repair(self._store)

    # Out, in, and around

    def verdict_rows(self) -> Iterator["VerdictRow"]:
        """Yield every claim that has a verdict or a citation, by document and place in its text."""
        from kzcheck.desk.exporting import verdict_rows

        return verdict_rows(self._store)

    def export(self, format_name: str, stream: TextIO) -> None:
        """Write the verdicts to `stream`, which must not translate line ends."""
        from kzcheck.desk.exporting import export

        export(self._store, format_name, stream)

    def export_file(self, format_name: str, path: Path) -> list[Path]:
        """Write the verdicts to a file, with a sidecar where the format has one; return what was written."""
        from kzcheck.desk.exporting import export_file

        return export_file(self._store, format_name, path)

    def import_file(self, path: Path) -> "ImportReport":
        """Read verdicts or citations back from a file of ours, as one deed."""
        from kzcheck.desk.importing import import_file

        return import_file(self._store, self._hand, path)

    def back_up(self, target: Path) -> None:
        """Write a consistent copy of the desk to `target`, which must not be there."""
        if target.exists():
            raise KzcheckError(f"{target} was not written: it is there already; name a new file")
        self._store.back_up(target)

    def setting(self, name: str) -> str | None:
        """Return a setting of the desk, None when it was never set."""
        return settings.setting(self._store, name)

    def set_setting(self, name: str, value: str | None) -> None:
        """Set or with None forget a setting. `gate` is `any`, `strict` or `off`."""
        refuse_unknown_gate(name, value)
        settings.set_setting(self._store, name, value)

    def data_version(self) -> int:
        """Return a number that changes when another process, or another connection, has committed."""
        return self._store.data_version()

    def _number(self, claim_id: str) -> int:
        return claims.claim_number(self._store, claim_id)
