"""Matching on the desk: the claims of a new document, two claims that are named, a text that is looked up."""

import contextlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kzcheck.domain import Claim, ClaimRow, Comparison, Relation
from kzcheck.store import Store, claims, documents, matching, search
from kzcheck.store.matching import Read, finding

if TYPE_CHECKING:
    from kzcheck.match import Prepared


class Kin(NamedTuple):
    """A claim on the desk, by number and id, and how another claim compares with it."""

    number: int
    id: str
    comparison: Comparison


class Ready(NamedTuple):
    """A claim on the desk, by id, in the form that matching compares."""

    id: str
    prepared: "Prepared"


class Related(NamedTuple):
    """The claims of a document, prepared for matching, and the matches found for them so far.

    `matches` holds, for each claim in order, the claims on the desk that it does not differ from. `newest`
    is the number of the newest claim on the desk at that time; claims added later have not been compared.
    """

    claims: Sequence[Claim]
    prepared: Sequence["Prepared"]
    terms: Sequence[tuple[str, ...]]
    lineage: str
    matches: Sequence[Sequence[Kin]]
    newest: int


def relate(store: Store, found: Sequence[Claim], prepared: Sequence["Prepared"], lineage: str) -> Related:
    """Compare the claims of a document with those on the desk. This writes nothing and takes no lock."""
    from kzcheck.match import index_terms

    newest = claims.newest_number(store)
    terms = [index_terms(one) for one in prepared]
    matches = [
        compared(store, one, matching.shortlist(store, keys, except_lineage=lineage))
        for one, keys in zip(prepared, terms, strict=True)
    ]
    return Related(found, prepared, terms, lineage, matches, newest)


def up_to_date(store: Store, related: Related) -> Related:
    """Compare again if claims have been added to the desk since, so that no pair is missed.

    To be called within `writing`, before the document's own claims are written.
    """
    if claims.newest_number(store) == related.newest:
        return related
    return relate(store, related.claims, related.prepared, related.lineage)


def write_matches(store: Store, numbers: Sequence[int], related: Related) -> None:
    """Index the claims of a document, which were stored under `numbers`, and store their matches.

    To be called within `writing`.
    """
    read = zip(numbers, related.prepared, related.terms, strict=True)
    matching.index_claims(store, [Read(number, one.to_json(), terms) for number, one, terms in read])
    matching.store_matches(
        store,
        [
            finding((number, claim.id), (kin.number, kin.id), kin.comparison)
            for number, claim, kindred in zip(numbers, related.claims, related.matches, strict=True)
            for kin in kindred
        ],
    )


def compared(store: Store, prepared: "Prepared", candidates: Sequence[int]) -> list[Kin]:
    """Return those of `candidates` (claim numbers) that a claim does not differ from, with the comparison."""
    from kzcheck.match import compare

    kindred = []
    for number, other in ready(store, candidates).items():
        comparison = compare(prepared, other.prepared)
        if comparison.relation is not Relation.DIFFERENT:
            kindred.append(Kin(number, other.id, comparison))
    return kindred


def ready(store: Store, numbers: Iterable[int]) -> dict[int, Ready]:
    """Return claims, by number, in the form that matching compares.

    It is read from the desk, or made anew if another edition of matching stored it.
    """
    from kzcheck.match import Prepared

    found = {}
    for number, claim_id, kept in matching.prepared(store, numbers):
        prepared = None
        if kept is not None:
            with contextlib.suppress(ValueError, TypeError, LookupError):
                prepared = Prepared.from_json(kept)
        found[number] = Ready(claim_id, prepared or prepared_anew(store, claims.claim(store, number)))
    return found


def prepared_anew(store: Store, claim: Claim) -> "Prepared":
    """Return a claim in the form that matching compares, made anew from its document."""
    from kzcheck.desk.comparing import prepare_claim

    return prepare_claim(claim, documents.document(store, claim.document_id))


def make_pair(store: Store, a: Claim, b: Claim) -> None:
    """Store how two claims relate, unless that is stored already, so that a decision on them has reasons."""
    numbers = (claims.claim_number(store, a.id), claims.claim_number(store, b.id))
    if a.id == b.id or matching.stored_pairs(store, [numbers]):
        return
    comparison = compare_claims(store, a.id, b.id)
    with store.writing():
        matching.store_matches(store, [finding((numbers[0], a.id), (numbers[1], b.id), comparison)])


def compare_claims(store: Store, a: str, b: str) -> Comparison:
    """Return how two claims on the desk, named by their ids, relate."""
    from kzcheck.match import compare

    one, other = (
        prepared_anew(store, claims.claim(store, claims.claim_number(store, claim_id))) for claim_id in (a, b)
    )
    return compare(one, other)


def lookup(store: Store, text: str, limit: int) -> list[tuple[ClaimRow, Comparison]]:
    """Return up to `limit` claims nearest to a text, with how each relates to it, best first."""
    from kzcheck.desk.comparing import prepare_text
    from kzcheck.match import index_terms, nearness, sought

    prepared = prepare_text(text)
    terms = index_terms(prepared)
    what = sought(prepared, claims.newest_number(store), matching.holders(store, terms))
    nearest = []
    for number, claim in ready(store, _perhaps_near(store, what.words(), terms)).items():
        row = claims.claim_row(store, number)
        comparison = nearness(what, claim.prepared, prepare_text(row.headline))
        if comparison is not None:
            nearest.append((row, comparison))
    return sorted(nearest, key=lambda near: (-near[1].score, near[0].id))[:limit]


def _perhaps_near(store: Store, words: str, terms: Sequence[str]) -> list[int]:
    """Return the numbers of claims that contain all words of a text, or share its rarest terms.

    If there are none, one shared term is enough.
    """
    found = [*search.holding(store, words, matching.CANDIDATES), *matching.shortlist(store, terms)]
    return list(dict.fromkeys(found)) or matching.shortlist(store, terms, shared=1)
