"""Matching on the desk: a new document against all others, the whole desk again, a text against it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kzcheck.domain import Claim, ClaimRow, Comparison, Relation
from kzcheck.store import Store, claims, documents, matching
from kzcheck.store.matching import FoundMatch

if TYPE_CHECKING:
    from kzcheck.match import Prepared


def match_document(
    store: Store, numbers: Sequence[int], found: Sequence[Claim], prepared: Sequence["Prepared"]
) -> None:
    """Index the claims of a new document and store how they relate to those of other documents.

    The caller holds the transaction.
    """
    if not numbers:
        return
    terms = {number: index_terms(one) for number, one in zip(numbers, prepared, strict=True)}
    matching.index_claims(
        store, {number: one.to_json() for number, one in zip(numbers, prepared, strict=True)}, terms
    )
    lineage = documents.lineage(store, found[0].document_id)
    for number, claim, one in zip(numbers, found, prepared, strict=True):
        candidates = matching.shortlist(store, terms[number], except_lineage=lineage)
        matching.store_matches(store, compared(store, (number, claim.id), one, candidates))


def index_terms(prepared: "Prepared") -> tuple[str, ...]:
    """Return the terms and canonical figures under which a claim is indexed, each once."""
    from kzcheck.match.figures import term

    return tuple(dict.fromkeys([*prepared.terms, *map(term, prepared.figures)]))


def compared(
    store: Store, claim: tuple[int, str], prepared: "Prepared", candidates: Sequence[tuple[int, str]]
) -> list[FoundMatch]:
    """Return how a claim (number, id) relates to its candidates; those that differ are left out."""
    from kzcheck.match import Prepared, compare

    found = []
    for number, claim_id in candidates:
        kept = matching.prepared_json(store, number)
        if kept is None:
            continue
        comparison = compare(prepared, Prepared.from_json(kept))
        if comparison.relation is not Relation.DIFFERENT:
            found.append(FoundMatch((claim[0], number), (claim[1], claim_id), comparison))
    return found


def compare_claims(store: Store, a: str, b: str) -> Comparison:
    """Return how two claims on the desk relate."""
    from kzcheck.desk.comparing import prepare_claim
    from kzcheck.match import compare

    one, other = (
        prepare_claim(claim, documents.document(store, claim.document_id))
        for claim in (claims.claim(store, claims.claim_number(store, claim_id)) for claim_id in (a, b))
    )
    return compare(one, other)


def rematch(
    store: Store,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Match the whole desk anew, one document a transaction; return False when it was cancelled.

    What reviewers decided stays. Broken off, it leaves a desk on which some documents are not yet matched
    anew; running it again mends that.
    """
    from kzcheck.desk.extracting import prepare_claims

    rows = documents.documents(store)
    with store.writing():
        matching.forget_index(store)
    for done, row in enumerate(rows):
        if cancelled is not None and cancelled():
            return False
        document = documents.document(store, row.id)
        numbered = claims.numbered(store, documents.document_number(store, row.id))
        found = [claim for _, claim in numbered]
        prepared = prepare_claims(document, found)
        with store.writing():
            match_document(store, [number for number, _ in numbered], found, prepared)
        if progress is not None:
            progress(done + 1, len(rows))
    return True


def lookup(store: Store, text: str, limit: int) -> list[tuple[ClaimRow, Comparison]]:
    """Return the claims nearest to a text with how each relates to it, best first."""
    from kzcheck.desk.comparing import prepare_text

    prepared = prepare_text(text)
    candidates = matching.shortlist(store, index_terms(prepared))
    nearest = sorted(
        compared(store, (0, ""), prepared, candidates),
        key=lambda match: (-match.comparison.score, match.ids[1]),
    )
    return [(claims.claim_row(store, match.numbers[1]), match.comparison) for match in nearest[:limit]]
