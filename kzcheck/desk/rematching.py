"""Matching the whole desk anew on all processors, while others go on working on it.

Helper processes read and compare; this process writes what they find, in transactions so short that nobody's
mark has to wait. Each finished part is recorded, so that a rebuild that was cancelled can go on from there.
Claims that are added in the meantime are matched as they are added, and not looked at here.
"""

import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager

from kzcheck.desk import crew
from kzcheck.desk.lookup import indexed
from kzcheck.desk.matching import Ready, ready
from kzcheck.domain import Relation
from kzcheck.store import Store, claims, documents, factchecks, matching, rematching
from kzcheck.store.matching import Finding, Read, finding
from kzcheck.store.rematching import AGAIN, FIND, Part
from kzcheck.store.store import in_slices

SLICE = 200
"""How many pairs are compared at a time and written in one transaction, which takes some 10 ms."""
CLAIMS_A_SLICE = 200
"""How many claims one transaction puts into the index: some 20 ms. Claims written together share terms."""
CHECKS_A_SLICE = 2_000
"""How many fact-checks one transaction indexes again: some 0.5 s, and each looks through the whole index."""
DOCUMENTS_A_TASK = 20
CLAIMS_A_PART = 100_000
LEAST_PARTS = 4
WORTH_PROCESSES = 5_000
"""With fewer claims than this, helper processes would take longer to start than the work takes."""
REST, LONGEST_REST = 0.5, 0.02
"""The pause between two transactions: a share of the time that the last one took, and seconds at most."""
KEPT = 20_000
"""How many prepared claims a process keeps in memory."""


def rematch(
    store: Store,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    processes: int | None = None,
) -> bool:
    """Match the whole desk anew and return True, or False if it was cancelled. Reviewers' decisions stay."""
    run = Rebuild(store, progress, cancelled, processes)
    with store.unhurried_disk():
        return run.read_claims() and run.read_checks() and run.match_claims()


class Rebuild:
    """One rebuild, or the rest of one that was cancelled."""

    def __init__(
        self,
        store: Store,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        processes: int | None = None,
    ) -> None:
        self._store = store
        self._progress = progress
        self._cancelled = cancelled
        self._processes = crew.processors() if processes is None else processes
        if claims.newest_number(store) < WORTH_PROCESSES:
            self._processes = 1

    def read_claims(self) -> bool:
        """Prepare and index the claims that this edition has not prepared yet; return False if cancelled."""
        from kzcheck.match.prepared import EDITION

        unread = [document_id for _, document_id in rematching.unread(self._store, EDITION)]
        tasks = list(in_slices(unread, DOCUMENTS_A_TASK))
        done = 0
        with closing(crew.results(self._store, Reader, tasks, self._processes)) as results:
            for _, read, is_last in results:
                if self._is_over():
                    return False
                if is_last:
                    done += 1
                    self._tell(done, len(tasks))
                else:
                    self._put_read(read)
        return True

    def _put_read(self, read: Sequence[Read]) -> None:
        with brief(self._store):
            rematching.put_read(self._store, read)

    def read_checks(self) -> bool:
        """Index the fact-checks again that another edition indexed; return False if cancelled."""
        for some in in_slices(factchecks.outdated(self._store), CHECKS_A_SLICE):
            if self._is_over():
                return False
            again = list(indexed(some))
            with brief(self._store):
                factchecks.put(self._store, again)
        return True

    def match_claims(self) -> bool:
        """Compare all pairs worth comparing and write the results; return False if cancelled."""
        parts = rematching.left(self._store) or self._plan()
        total = parts[-1].parts + LEAST_PARTS
        left = len(parts)
        with closing(crew.results(self._store, Matcher, parts, self._processes)) as results:
            for part, found, is_last in results:
                if self._is_over():
                    return False
                self._put_found(part, found)
                if is_last:
                    left -= 1
                    self._tell(total - left, total)
        return True

    def _put_found(self, part: Part, found: Sequence[Finding] | None) -> None:
        """Write findings of a part; None says that the part is done."""
        with brief(self._store):
            if found is None:
                rematching.tick(self._store, part)
                return
            present = rematching.on_lists(self._store, (number for pair in found for number in pair[:2]))
            matching.renew_matches(
                self._store, [pair for pair in found if pair.a in present and pair.b in present]
            )

    def _plan(self) -> list[Part]:
        newest, held = rematching.extent(self._store)
        kinds = ((AGAIN, LEAST_PARTS), (FIND, max(LEAST_PARTS, held // CLAIMS_A_PART)))
        planned = [Part(kind, part, parts, newest, held) for kind, parts in kinds for part in range(parts)]
        rematching.plan(self._store, planned)
        return planned

    def _is_over(self) -> bool:
        return self._cancelled is not None and self._cancelled()

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(done, total)


@contextmanager
def brief(store: Store) -> Iterator[None]:
    """Run everything within as one transaction, then leave the desk to others for a moment."""
    started = time.perf_counter()
    with store.writing():
        yield
    time.sleep(min(REST * (time.perf_counter() - started), LONGEST_REST))


class Reader:
    """Prepares the claims of documents for matching, in a helper process."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document_ids: Sequence[str]) -> Iterator[list[Read]]:
        """Yield the prepared claims of documents, in slices."""
        return in_slices(self._read(document_ids), CLAIMS_A_SLICE)

    def _read(self, document_ids: Sequence[str]) -> Iterator[Read]:
        from kzcheck.desk.extracting import prepare_claims
        from kzcheck.match import index_terms

        for document_id in document_ids:
            numbered = claims.numbered(self._store, documents.document_number(self._store, document_id))
            found = [claim for _, claim in numbered]
            prepared = prepare_claims(documents.document(self._store, document_id), found)
            for (number, _), one in zip(numbered, prepared, strict=True):
                yield Read(number, one.to_json(), index_terms(one))


class Matcher:
    """Compares the claims of one part of the work, in a helper process."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._index: _Index | None = None
        self._ready: dict[int, Ready] = {}

    def __call__(self, part: Part) -> Iterator[list[Finding]]:
        """Yield the findings of a part that must be written."""
        return self._again(part) if part.kind == AGAIN else self._find(part)

    def _again(self, part: Part) -> Iterator[list[Finding]]:
        """Yield the stored pairs whose comparison comes out differently now."""
        for stored in in_slices(rematching.stored(self._store, part), SLICE):
            found = self._compared([pair[:2] for pair in stored])
            yield [now for now, before in zip(found, stored, strict=True) if now != before]

    def _find(self, part: Part) -> Iterator[list[Finding]]:
        """Yield the pairs that share rare terms, are not stored yet, and do not differ."""
        if self._index is None:
            self._index = _Index(self._store, part.newest)
        for some in in_slices(self._index.candidates(part), SLICE):
            known = matching.stored_pairs(self._store, some)
            unknown = [pair for pair in some if pair not in known]
            yield [pair for pair in self._compared(unknown) if pair.relation != Relation.DIFFERENT]

    def _compared(self, pairs: Sequence[tuple[int, int]]) -> list[Finding]:
        from kzcheck.match import compare

        if len(self._ready) > KEPT:
            self._ready.clear()
        wanted = dict.fromkeys(number for pair in pairs for number in pair if number not in self._ready)
        self._ready |= ready(self._store, wanted)
        found = []
        for pair in pairs:
            newer, older = self._ready[max(pair)], self._ready[min(pair)]
            comparison = compare(newer.prepared, older.prepared)
            found.append(finding((max(pair), newer.id), (min(pair), older.id), comparison))
        return found


class _Index:
    """All claims on the desk by their terms."""

    def __init__(self, store: Store, newest: int) -> None:
        from kzcheck.match import Bulk

        self._numbers, self._lineages = array("q"), array("q")
        self._bulk = Bulk(self._noted(rematching.indexed(store, newest)))

    def _noted(self, indexed: Iterable[rematching.Indexed]) -> Iterator[list[int]]:
        for claim in indexed:
            self._numbers.append(claim.number)
            self._lineages.append(claim.lineage)
            yield claim.terms

    def candidates(self, part: Part) -> Iterator[tuple[int, int]]:
        """Yield the claims, by number, that are worth comparing, those of one document left out."""
        for one, other in self._bulk.candidates(part.part, part.parts):
            if self._lineages[one] != self._lineages[other]:
                yield self._numbers[one], self._numbers[other]
