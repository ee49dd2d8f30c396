"""`DeskView`: everything that can be read from a desk."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from kzcheck.desk.cited import Evidence
from kzcheck.desk.hand import Hand, tidy
from kzcheck.desk.paths import reviewer_name
from kzcheck.domain import ClaimQuery, ClaimRow, Relation, RowKey, Sort, Tally
from kzcheck.store import (
    Store,
    claims,
    documents,
    factchecks,
    ledger,
    matching,
    pages,
    seconds,
    settings,
    speakers,
)

if TYPE_CHECKING:
    from kzcheck.desk.lookup import CheckLookup
    from kzcheck.domain import (
        Alarm,
        Citation,
        Claim,
        ClaimMark,
        ClaimStatus,
        Comparison,
        Context,
        Contradiction,
        Document,
        DocumentRow,
        FoundCheck,
        LedgerEntry,
        Match,
        MatchView,
        Orphan,
        PairKey,
        PairView,
        Revision,
        SecondVerdict,
        Stats,
    )


class DeskView:
    """The reading half of a desk: documents, lists, claims, the ledger. `Desk` adds what changes it."""

    def __init__(self, store: Store, hand: Hand) -> None:
        self._store = store
        self._hand = hand

    @classmethod
    def open(cls, path: str | os.PathLike[str], *, reviewer: str = "", create: bool = True) -> Self:
        """Open the desk at `path` for a reviewer (by default $KZCHECK_REVIEWER or the login name).

        A desk that is not there is created, unless `create` is false: then it is a KzcheckError.
        """
        store = Store.open(Path(path), create=create)
        return cls(store, Hand(tidy(reviewer) or reviewer_name(), secrets.token_hex(6)))

    def sibling(self) -> Self:
        """Return another connection to this desk, for another thread, in the same session."""
        return type(self)(self._store.sibling(), self._hand)

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
        """The file of the desk."""
        return self._store.path

    @property
    def is_read_only(self) -> bool:
        """Whether the desk may only be read, for its file or its folder may not be written."""
        return self._store.is_read_only

    @property
    def reviewer(self) -> str:
        """The name of the reviewer at this desk."""
        return self._hand.reviewer

    @property
    def session(self) -> str:
        """The id of this sitting."""
        return self._hand.session

    @property
    def evidence(self) -> Evidence:
        """The sources of this desk: citations, kept pages and what was seen in them."""
        return Evidence(self._store, self._hand)

    def documents(self) -> list[DocumentRow]:
        """Return all documents in the order in which they were added."""
        return documents.documents(self._store)

    def outlets(self) -> list[str]:
        """Return the names of all outlets, by name."""
        return documents.outlets(self._store)

    def titles(self) -> dict[str, str]:
        """Return the titles of all documents by id, oldest first; "" for a document without one."""
        return documents.titles(self._store)

    def document(self, document_id: str) -> Document:
        """Return a document with its text and zones."""
        return documents.document(self._store, document_id)

    def revision(self, document_id: str) -> Revision:
        """Return how a document differs from the text that it replaced."""
        from kzcheck.desk.revising import revision

        return revision(self._store, document_id)

    def orphans(self) -> list[Orphan]:
        """Return the claims whose decisions found no place in the present text of their document."""
        from kzcheck.desk.revising import orphans

        return orphans(self._store)

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
        """Return up to `limit` rows of the list that `query` asks for, in its order.

        They are those after or before the key of a row, or the first ones, or with `last` the last ones.
        Raises TakesLonger when they are not found `within` so many seconds.
        """
        return pages.page(
            self._store, query, after=after, before=before, limit=limit, last=last, within=within
        )

    def interrupt(self) -> None:
        """Break off the query that another thread runs on this desk now; it raises KzcheckError there."""
        self._store.interrupt()

    def count(self, query: ClaimQuery) -> int:
        """Return how many rows the list of a query has; slow on a large desk."""
        return pages.count(self._store, query)

    def tally(self) -> Tally:
        """Return how many claims in the bodies of documents have which status."""
        return claims.tally(self._store)

    def matches(
        self,
        *,
        claim: str | None = None,
        relation: Relation | None = None,
        limit: int | None = None,
    ) -> list[Match]:
        """Return the pairs that match, best score first.

        Pairs that are different are returned only for `relation=Relation.DIFFERENT`.
        """
        return list(
            matching.matches(
                self._store,
                claim=None if claim is None else self._number(claim),
                relation=relation,
                limit=limit,
            )
        )

    def undecided(self, *, after: PairKey | None = None, limit: int = 50) -> list[PairView]:
        """Return matches that nobody has decided on: conflicts, then duplicates, then compatible ones."""
        from kzcheck.store import queue

        return queue.undecided(self._store, after=after, limit=limit)

    def stats(self) -> Stats:
        """Return the figures of the whole desk."""
        from kzcheck.desk.stats import stats

        return stats(self._store)

    def claim(self, claim_id: str) -> Claim:
        """Return a claim."""
        return claims.claim(self._store, self._number(claim_id))

    def claim_row(self, claim_id: str, sort: Sort = Sort.PRIORITY) -> ClaimRow:
        """Return a claim as a row of the list, with its key in the order `sort`."""
        return claims.claim_row(self._store, self._number(claim_id), sort)

    def status(self, claim_id: str) -> ClaimStatus:
        """Return the status of a claim, who gave it, when and why."""
        return claims.status(self._store, self._number(claim_id))

    def verdict_of_another(self, claim_id: str) -> ClaimStatus | None:
        """Return the verdict that a claim has from another reviewer, None where it has none."""
        status = self.status(claim_id)
        is_theirs = status.status.verdict is not None and status.reviewer not in (None, self.reviewer)
        return status if is_theirs else None

    def relation_replaced_by(self, batch: str) -> tuple[Relation, str] | None:
        """Return what another reviewer had decided on a pair before the decision `batch`, and who that is."""
        (entry,) = ledger.of_batch(self._store, batch)
        if entry.before is None or entry.before == entry.after:
            return None
        earlier = self.history_of(entry.subject.partition("|")[0])[::-1]
        who = next(
            (
                one.reviewer
                for one in earlier
                if one.seq < entry.seq and one.subject == entry.subject and one.after == entry.before
            ),
            entry.reviewer,
        )
        return None if who == entry.reviewer else (Relation(entry.before["relation"]), who)

    def context(self, claim_id: str) -> Context:
        """Return a claim's sentence and the text around it."""
        return claims.context(self._store, self._number(claim_id))

    def in_place(self, claim_id: str) -> tuple[Claim, Context, list[Claim]]:
        """Return a claim, where it stands, and its siblings."""
        number = self._number(claim_id)
        return (*claims.in_place(self._store, number), claims.siblings(self._store, number))

    def siblings(self, claim_id: str) -> list[Claim]:
        """Return the other claims of the same sentence; for a share those of the same whole beside it too."""
        return claims.siblings(self._store, self._number(claim_id))

    def claims_of(self, document_id: str) -> list[ClaimRow]:
        """Return all claims of a document, of every zone, in text order, with keys of `Sort.DOCUMENT`."""
        return claims.claims_of_document(self._store, documents.document_number(self._store, document_id))

    def marks_of(self, document_id: str) -> list[ClaimMark]:
        """Return where the claims of a document stand in its text, with their status, in text order."""
        return claims.marks_of_document(self._store, documents.document_number(self._store, document_id))

    def newest_entry(self) -> int:
        """Return the number of the ledger's newest entry, 0 on a new desk; every decision changes it."""
        return ledger.newest_number(self._store)

    def matches_of(self, claim_id: str) -> list[MatchView]:
        """Return a claim's matches: conflicts first, then by score; pairs called different last."""
        return matching.matches_of(self._store, self._number(claim_id))

    def cluster_of(self, claim_id: str) -> list[ClaimRow]:
        """Return the claims of a claim's cluster, itself included, the one that stands for the cluster first.

        The list is empty for a claim that is in no cluster.
        """
        from kzcheck.store import clusters

        return clusters.rows_of(self._store, self._number(claim_id))

    def checks_of(self, claim_id: str, *, limit: int = 3) -> list[FoundCheck]:
        """Return the published fact-checks that are likely to be about a claim, best first."""
        from kzcheck.desk.lookup import checks_of

        return checks_of(self._store, self.claim(claim_id), self.context(claim_id).sentence, limit)

    def has_checks(self) -> bool:
        """Return whether any published fact-check is on the desk."""
        return factchecks.has_any(self._store)

    def conflicts(self) -> list[Contradiction]:
        """Return the contradictions on the desk, by measure."""
        from kzcheck.desk.contradicting import contradictions

        return contradictions(self._store)

    def alarms(self) -> list[Alarm]:
        """Return the pairs whose verdicts cannot both be right, the most alike first."""
        from kzcheck.store.contradictions import alarms

        return alarms(self._store)

    def alarms_of(self, claim_id: str) -> list[Alarm]:
        """Return the pairs of a claim whose verdicts cannot both be right."""
        from kzcheck.store.contradictions import alarms_of

        return alarms_of(self._store, self._number(claim_id))

    def count_alarms(self) -> int:
        """Return how many pairs have verdicts that cannot both be right; slow on a large desk."""
        from kzcheck.store.contradictions import count_alarms

        return count_alarms(self._store)

    def speakers(self) -> list[tuple[str, str]]:
        """Return every speaker on the desk, and the letters of the name without case, accents and spaces."""
        return speakers.speakers(self._store)

    def citations_of(self, claim_id: str) -> list[Citation]:
        """Return a claim's citations in the order they were made."""
        return claims.citations_of(self._store, self._number(claim_id))

    def seconds_of(self, claim_id: str) -> list[SecondVerdict]:
        """Return the second verdicts on a claim, the earliest first."""
        return seconds.seconds_of(self._store, self._number(claim_id))

    def disagreements(self) -> list[tuple[ClaimRow, SecondVerdict]]:
        """Return the second verdicts that differ from the claim's verdict, by document and place."""
        rows = ((self.claim_row(found.claim_id), found) for found in seconds.all_seconds(self._store))
        return [(row, found) for row, found in rows if row.status is not found.status]

    def history_of(self, claim_id: str) -> list[LedgerEntry]:
        """Return the ledger's entries on a claim and its pairs, oldest first, undo and redo included."""
        return ledger.of_claim(self._store, self._number(claim_id))

    def recent_citations(self, limit: int = 9) -> list[Citation]:
        """Return the newest citations on the desk, newest first, one for each source."""
        return claims.recent_citations(self._store, limit)

    def has_citations(self) -> bool:
        """Return whether anything is cited on the desk, by anybody."""
        return claims.has_citations(self._store)

    def last_citation(self) -> Citation | None:
        """Return the newest citation of this reviewer."""
        return next(claims.newest_citations(self._store, 1, self.reviewer), None)

    def compare(self, a: str, b: str) -> Comparison:
        """Compare two claims as they are now, whatever is stored about the pair."""
        from kzcheck.desk.matching import compare_claims

        return compare_claims(self._store, a, b)

    def lookup(self, text: str, *, limit: int = 10) -> list[tuple[ClaimRow, Comparison]]:
        """Return the claims nearest to a text with how each relates to it, best first."""
        from kzcheck.desk.matching import lookup

        return lookup(self._store, text, limit)

    def check_lookup(self) -> CheckLookup:
        """Return what looks texts up among the published fact-checks; one is enough for many texts."""
        from kzcheck.desk.lookup import CheckLookup

        return CheckLookup(self._store)

    def log(self, limit: int = 50) -> list[LedgerEntry]:
        """Return the newest entries of the ledger, newest first."""
        return ledger.newest(self._store, limit)

    def deed(self, batch: str) -> str:
        """Return in a few words what was decided in one batch of the ledger."""
        from kzcheck.desk.describing import described

        return described(self._store, ledger.of_batch(self._store, batch))

    def verify_ledger(self) -> list[str]:
        """Return a line for each entry of the ledger that was changed after it was written."""
        return ledger.verify(self._store)

    def doctor(self) -> list[str]:
        """Return a line for each thing that is wrong with the file, the ledger or the present state."""
        from kzcheck.store import checkup

        return checkup.check(self._store)

    def setting(self, name: str) -> str | None:
        """Return a setting of the desk, None when it was never set."""
        return settings.setting(self._store, name)

    def text_version(self) -> tuple[int, int]:
        """Return what changes when a claim comes, goes or is worded anew, or another connection commits."""
        return self._store.text_version, self._store.data_version()

    def data_version(self) -> int:
        """Return a number that changes when another connection, of this or another process, has committed."""
        return self._store.data_version()

    def _number(self, claim_id: str) -> int:
        return claims.claim_number(self._store, claim_id)
