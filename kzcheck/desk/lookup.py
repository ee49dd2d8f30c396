"""Published fact-checks: putting them on the desk, and finding those that fit a text or a claim."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from kzcheck.domain import SUGGEST, Claim, FactCheck, FoundCheck, Relation
from kzcheck.store import Store, factchecks
from kzcheck.store.factchecks import IndexedCheck, NearCheck

CANDIDATES = 60
"""How many fact-checks with the highest BM25 scores are compared field by field."""
TERMS = 200
"""How many terms of a text are looked up at most; the rarest are taken."""
AT_A_TIME = 5000
"""How many fact-checks are written in one transaction."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def put_checks(store: Store, checks: Iterable[FactCheck]) -> int:
    """Put fact-checks on the desk and return how many; one with an id that is there replaces the old one."""
    put, waiting = 0, iter(checks)
    while some := list(islice(waiting, AT_A_TIME)):
        ready = list(indexed({check.id: replace(check, date=edtf(check.date)) for check in some}.values()))
        with store.writing():
            factchecks.put(store, ready)
        put += len(ready)
    return put


def indexed(checks: Iterable[FactCheck]) -> Iterator[IndexedCheck]:
    """Yield fact-checks prepared for the index."""
    from kzcheck.match.lookup import prepare_check

    for check in checks:
        prepared = prepare_check(check.claim, check.title or "")
        yield IndexedCheck(check, prepared.to_json(), prepared.weights())


def checks_of(store: Store, claim: Claim, sentence: str, limit: int) -> list[FoundCheck]:
    """Return the fact-checks that are likely to be about a claim, given with its sentence, best first.

    Each one that lookup finds is also compared with the sentence as two claims are, and the better score
    counts: a fact-check without a title says too little for lookup to be sure of, even if it is about the
    very same statement.
    """
    if not factchecks.has_any(store):
        return []
    from kzcheck.desk.comparing import compare_texts

    unsaid = [claim.subject] if claim.subject and claim.subject not in sentence else []
    text = " ".join([*unsaid, sentence])
    fitting = []
    for found in CheckLookup(store).find(text, limit):
        compared = compare_texts(sentence, found.check.claim)
        score = max(found.score, compared.score)
        if score >= SUGGEST or compared.relation is Relation.CONFLICT:
            fitting.append(replace(found, score=score))
    return sorted(fitting, key=lambda found: -found.score)


def edtf(written: str | None) -> str | None:
    """Return the first date in a feed's words as EDTF, or None."""
    from kzcheck.extract import find_dates

    if written is None:
        return None
    iso = _DAY.match(written)
    return iso.group() if iso else next((found.edtf for found in find_dates(written)), None)


class CheckLookup:
    """Looks texts up among the fact-checks of a desk.

    It remembers the frequencies of the terms it has met, so one of them should be used for many texts.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checks = factchecks.count(store)
        self._holders: dict[str, tuple[int, int]] = {}

    def find(self, text: str, limit: int = 10) -> list[FoundCheck]:
        """Return the fact-checks that fit `text` best; the first one's score says whether any fits at all."""
        from kzcheck.match.lookup import Candidate, PreparedCheck, prepare_check, rank, reasons, wanted
        from kzcheck.match.posts import read_post

        post = read_post(text)
        what = wanted(post.text, post.author, _day(edtf(post.date)))
        near = self._nearest(what.text.claim_terms)
        prepared = [
            prepare_check(one.check.claim, one.check.title or "")
            if one.prepared is None
            else PreparedCheck.from_json(one.prepared)
            for one in near
        ]
        self._learn({term for one in prepared for term in (*one.claim_terms, *one.title_terms)})
        checks = self._claimants(near)
        candidates = [
            Candidate(read, one.score, _day(one.check.date), checks.get(one.check.claimant or "", 0))
            for read, one in zip(prepared, near, strict=True)
        ]
        return [
            FoundCheck(near[place].check, score, reasons(what, candidates[place], self._rarity))
            for place, score in rank(what, candidates, self._rarity)[:limit]
        ]

    def _nearest(self, terms: Sequence[str]) -> list[NearCheck]:
        distinct = set(terms)
        self._learn(distinct)
        rarest = sorted(distinct & self._holders.keys(), key=lambda term: (-self._rarity(term), term))[:TERMS]
        return factchecks.nearest(
            self._store, {self._holders[term][0]: self._rarity(term) for term in rarest}, CANDIDATES
        )

    def _learn(self, terms: set[str]) -> None:
        self._holders |= factchecks.holders(self._store, sorted(terms - self._holders.keys()))

    def _rarity(self, term: str) -> float:
        from kzcheck.match.lookup import rarity

        return rarity(self._checks, self._holders.get(term, (0, 0))[1])

    def _claimants(self, near: Sequence[NearCheck]) -> dict[str, int]:
        names = {one.check.claimant for one in near if one.check.claimant}
        return factchecks.checks_by_claimant(self._store, sorted(names)) if names else {}


def _day(written: str | None) -> date | None:
    """Return the day that an EDTF date names, None where it is less exact."""
    if written is None or not _DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
