"""Decisions in the blind second check; they have the signatures of those in `kzcheck.desk.deciding`."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from kzcheck.desk.citing import (
    CITATION_ID_LENGTH,
    Turned,
    citation_for,
    citation_state,
    keep_checks,
    refuse_password,
    turning,
)
from kzcheck.desk.deciding import Marking
from kzcheck.desk.gate import refuse_unfounded
from kzcheck.desk.hand import Hand, tidy
from kzcheck.domain import Action, Citation, Claim, KzcheckError, Status, content_id
from kzcheck.store import Store, claims, deeds, seconds, state
from kzcheck.store.ledger import Change, Deed


def mark(store: Store, hand: Hand, ids: Sequence[str], marking: Marking) -> str:
    """Set the reviewer's second verdict on claims, as one deed; return its batch.

    The verdicts of others stay as they are. Only the reviewer's own sources count for the gate: otherwise
    its answer would tell what others found. Raises GateRefused as a first verdict does, and KzcheckError
    for a claim that nobody else has decided.
    """
    if not ids:
        raise KzcheckError("nothing was marked: no claim was named; give at least one")
    status, citation, rationale = marking.status, marking.citation, marking.rationale
    deed = hand.deed()
    reason = tidy(marking.override)
    with store.writing():
        changes: list[Change] = []
        turned: list[Turned] = []
        for number in dict.fromkeys(claims.claim_number(store, claim_id) for claim_id in ids):
            claim = claims.claim(store, number)
            first = _first_of(store, hand, number, claim)
            if reason is None:
                offered = [] if citation is None else [citation]
                refuse_unfounded(store, claim, status, offered, reviewer=hand.reviewer)
            if citation is not None:
                changes += citing(store, deed, claim.id, citation)
            else:
                present = claims.citations_of(store, number, hand.reviewer)
                of_claim = turning(store, deed, status, present, partial(_own, store, deed, claim.id))
                changes += chain.from_iterable(each.changes for each in of_claim)
                turned += of_claim
            before = seconds.second(store, number, hand.reviewer)
            after = {
                "reviewer": hand.reviewer,
                "status": str(status),
                "decided_at": deed.at,
                "rationale": tidy(rationale) if rationale is not None else (before or {}).get("rationale"),
                "override_reason": reason,
                "active_seconds": marking.active_seconds,
                "first_status": str(first.status),
                "first_reviewer": first.reviewer,
            }
            changes.append(Change(Action.SECOND, claim.id, before, None if status is Status.OPEN else after))
        deeds.do(store, deed, changes)
        keep_checks(store, hand, turned)
    return deed.batch


def _first_of(store: Store, hand: Hand, number: int, claim: Claim) -> seconds.First:
    """Return the first verdict on a claim; raise KzcheckError for none, and for the reviewer's own."""
    first = seconds.first(store, number)
    if first is None:
        raise KzcheckError(f"{claim.id} has no verdict to check yet; 'kzcheck second' lists the claims")
    if first.reviewer == hand.reviewer:
        raise KzcheckError(f"{claim.id} was decided by you, {hand.reviewer}; somebody else checks it")
    return first


def set_rationale(store: Store, hand: Hand, claim_id: str, text: str) -> str | None:
    """Set the rationale of the reviewer's second verdict; return the batch, None where nothing changed."""
    deed = hand.deed()
    with store.writing():
        number = claims.claim_number(store, claim_id)
        before = seconds.second(store, number, hand.reviewer)
        if before is None:
            raise KzcheckError("the rationale was not kept: there is no verdict of yours yet; decide first")
        after = {**before, "rationale": tidy(text)}
        if after == before:
            return None
        deeds.do(store, deed, [Change(Action.SECOND, claims.claim(store, number).id, before, after)])
    return deed.batch


def cite(store: Store, hand: Hand, citation: Citation) -> Citation:
    """Put the reviewer's own citation on a claim, even if others cite the same source; return it."""
    deed = hand.deed()
    with store.writing():
        claim = claims.claim(store, claims.claim_number(store, citation.claim_id))
        made = _own(store, deed, claim.id, citation)
        changes = citing(store, deed, claim.id, citation)
        if changes:
            deeds.do(store, deed, changes)
        return claims.citation(store, made.id)


def citing(store: Store, deed: Deed, claim_id: str, citation: Citation) -> list[Change]:
    """Return the change that puts the reviewer's own citation on a claim; none where it is there already."""
    made = _own(store, deed, claim_id, citation)
    if state.cited(store, made.id) is not None:
        return []
    refuse_password(made.reference)
    return [Change(Action.CITE, claim_id, None, citation_state(made, deed.reviewer))]


def _own(store: Store, deed: Deed, claim_id: str, citation: Citation) -> Citation:
    """Return the citation with an id of its own, if another reviewer has made the same citation."""
    made = citation_for(claim_id, citation, deed)
    present = state.cited(store, made.id)
    if present is None or present["reviewer"] == deed.reviewer:
        return made
    return replace(made, id=content_id(made.id, deed.reviewer, length=CITATION_ID_LENGTH))
