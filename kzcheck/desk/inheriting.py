"""Carrying a verdict over from one claim to another that says the same."""

from kzcheck.desk.citing import citing
from kzcheck.desk.deciding import change, explaining, refuse_left_behind
from kzcheck.desk.hand import Hand
from kzcheck.domain import Action, KzcheckError
from kzcheck.store import Store, claims, deeds
from kzcheck.store.ledger import Change


def inherit(store: Store, hand: Hand, claim_id: str, source_id: str) -> str:
    """Give a claim the verdict of another, with its citations and rationale; return the batch.

    The new verdict names the claim that it comes from. Raises KzcheckError when that one has no verdict, and
    when the claim is of a text that a newer one has replaced.
    """
    deed = hand.deed()
    with store.writing():
        to = claims.claim_number(store, claim_id)
        claim = claims.claim(store, to)
        refuse_left_behind(store, to, claim)
        number = claims.claim_number(store, source_id)
        source, found = claims.claim(store, number), claims.status(store, number)
        if claim.id == source.id:
            raise KzcheckError(f"nothing was carried over: both are claim {claim.id}; name two claims")
        if found.status.verdict is None:
            raise KzcheckError(f"nothing was carried over: {source.id} has no verdict; decide it first")
        changes: list[Change] = []
        for citation in claims.citations_of(store, number):
            changes += citing(store, deed, claim.id, citation)
        after = {
            "status": str(found.status),
            "reviewer": hand.reviewer,
            "decided_at": deed.at,
            "override_reason": found.override_reason,
            "active_seconds": None,
            "inherited_from": source.id,
        }
        changes.append(change(store, Action.STATUS, claim.id, after))
        if found.rationale is not None:
            changes += explaining(store, claim.id, found.rationale)
        deeds.do(store, deed, changes)
    return deed.batch
