"""The whole desk matched anew, on all processors, beside whoever works on it.

Processes read and compare; this one writes what they find, in transactions so short that nobody's mark waits.
Each part that is done is written down, so that a rebuild that was ended goes on where it was. Claims that
come while it runs are matched as they are added, and not looked at here.
"""

import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import lru_cache, partial
from itertools import islice
from typing import NamedTuple, TypeVar

from kzcheck.desk import crew
from kzcheck.desk.matching import prepared_of
from kzcheck.domain import Comparison, Relation
from kzcheck.store import Store, claims, documents, matching, rematching
from kzcheck.store.matching import FoundMatch
from kzcheck.store.rematching import AGAIN, FIND, Part

T = TypeVar("T")

SLICE = 100
"""How many matches are written by one transaction: some 5 ms."""
CLAIMS_A_SLICE = 20
"""How many claims are put into the index by one transaction."""
DOCUMENTS_A_TASK = 20
CLAIMS_A_PART = 100_000
LEAST_PARTS = 4
WORTH_PROCESSES = 5_000
"""Fewer claims are matched before other processes have started."""
LONGEST_REST = 0.02
"""Seconds between two transactions at most."""
KEPT = 20_000
"""How many claims a process keeps ready to compare."""


class Pair(NamedTuple):
    """Two claims by number, the newer first, and what comparing them came to."""

    newer: int
    older: int
    comparison: Comparison


class Read(NamedTuple):
    """A claim by number, as matching reads it: its JSON and the terms it is indexed under."""

    number: int
    prepared: str
    terms: tuple[str, ...]


def rematch(
    store: Store,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    processes: int | None = None,
) -> bool:
    """Match the whole desk anew; return False when it was cancelled. What reviewers decided stays."""
    run = Rebuild(store, progress, cancelled, processes)
    with store.unhurried_disk():
        return run.read_claims() and run.match_claims()


class Rebuild:
    """One rebuild, or what was left of one."""

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
        """Read the claims that matching has not read yet, or read in another way."""
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
            for one in read:
                rematching.put_read(self._store, *one)

    def match_claims(self) -> bool:
        """Compare all that is worth comparing, and write what comes of it."""
        parts = rematching.left(self._store) or self._plan()
        total = parts[-1].parts + LEAST_PARTS
        left = len(parts)
        for kind in (AGAIN, FIND):
            tasks = [part for part in parts if part.kind == kind]
            with closing(crew.results(self._store, Matcher, tasks, self._processes)) as results:
                for part, found, is_last in results:
                    if self._is_over():
                        return False
                    self._put_found(part, found)
                    if is_last:
                        left -= 1
                        self._tell(total - left, total)
        return True

    def _put_found(self, part: Part, found: Sequence[Pair] | None) -> None:
        """Write what was found of a part, or with None that it is done."""
        with brief(self._store):
            if found is None:
                rematching.tick(self._store, part)
            else:
                matching.renew_matches(self._store, list(present(self._store, found)))

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
    """Write something short, and leave the desk to others for as long as it took."""
    started = time.perf_counter()
    with store.writing():
        yield
    time.sleep(min(time.perf_counter() - started, LONGEST_REST))


def present(store: Store, found: Sequence[Pair]) -> Iterator[FoundMatch]:
    """Yield what was found of claims that are on the lists still."""
    for pair in found:
        ids = rematching.ids(store, pair.newer, pair.older)
        if ids is not None:
            yield FoundMatch((pair.newer, pair.older), ids, pair.comparison)


def in_slices(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield `items` in lists of `size`, the last maybe shorter."""
    waiting = iter(items)
    while some := list(islice(waiting, size)):
        yield some


class Reader:
    """Reads the claims of documents as matching does."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, document_ids: Sequence[str]) -> Iterator[list[Read]]:
        """Yield the claims of documents."""
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
    """Compares the claims of a part of the work."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._prepared = lru_cache(KEPT)(partial(prepared_of, store))
        self._index: _Index | None = None

    def __call__(self, part: Part) -> Iterator[list[Pair]]:
        """Yield the pairs of a part with what comparing them comes to."""
        return in_slices(self._again(part) if part.kind == AGAIN else self._find(part), SLICE)

    def _again(self, part: Part) -> Iterator[Pair]:
        for pair in rematching.stored_pairs(self._store, part):
            yield self._compared(*pair)

    def _find(self, part: Part) -> Iterator[Pair]:
        """Yield the pairs that share rare terms, are not stored yet, and do not differ."""
        if self._index is None:
            self._index = _Index(self._store, part.newest)
        for one, other in self._index.candidates(part):
            if not matching.is_pair(self._store, one, other):
                pair = self._compared(one, other)
                if pair.comparison.relation is not Relation.DIFFERENT:
                    yield pair

    def _compared(self, one: int, other: int) -> Pair:
        from kzcheck.match import compare

        newer, older = max(one, other), min(one, other)
        return Pair(newer, older, compare(self._prepared(newer), self._prepared(older)))


class _Index:
    """All claims by their terms."""

    def __init__(self, store: Store, newest: int) -> None:
        from kzcheck.match import Bulk

        self._numbers = array("q")
        self._lineages: list[str] = []
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
