"""Decisions of a reviewer. Each makes the changes of one deed and hands them to the store."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from kzcheck.desk.citing import Turned, citation_for, citing, keep_checks, turning
from kzcheck.desk.describing import described
from kzcheck.desk.gate import refuse_unfounded
from kzcheck.desk.hand import Hand, tidy
from kzcheck.domain import Action, KzcheckError, Relation, Status
from kzcheck.store import Store, deeds, revisions, state
from kzcheck.store import claims as stored
from kzcheck.store.ledger import Change, State

if TYPE_CHECKING:
    from kzcheck.domain import Citation, Claim


class Marking(NamedTuple):
    """A status that a reviewer gives to claims, and what goes with it.

    The id and the claim of `citation` are filled in for each claim. `rationale` replaces the present one
    unless it is None. `override` is the reason for a verdict that lacks the evidence it needs.
    `active_seconds` is how long the reviewer looked at each claim.
    """

    status: Status
    citation: Citation | None = None
    rationale: str | None = None
    override: str | None = None
    active_seconds: float | None = None


def mark(store: Store, hand: Hand, ids: Sequence[str], marking: Marking) -> str:
    """Set the status of claims, with a source and a rationale if given, as one deed; return its batch.

    Raises GateRefused when a verdict lacks the evidence it needs and no override gives a reason.
    """
    if not ids:
        raise KzcheckError("nothing was marked: no claim was named; give at least one")
    status, citation = marking.status, marking.citation
    deed = hand.deed()
    reason = tidy(marking.override)
    with store.writing():
        changes: list[Change] = []
        turned: list[Turned] = []
        for number in dict.fromkeys(stored.claim_number(store, claim_id) for claim_id in ids):
            claim = stored.claim(store, number)
            refuse_left_behind(store, number, claim)
            if reason is None:
                refuse_unfounded(store, claim, status, [] if citation is None else [citation])
            if citation is not None:
                changes += citing(store, deed, claim.id, citation)
            else:
                present = stored.citations_of(store, number)
                named = partial(citation_for, claim.id, deed=deed)
                of_claim = turning(store, deed, status, present, named)
                changes += chain.from_iterable(each.changes for each in of_claim)
                turned += of_claim
            after = {
                "status": str(status),
                "reviewer": hand.reviewer,
                "decided_at": deed.at,
                "override_reason": reason,
                "active_seconds": marking.active_seconds,
            }
            changes.append(change(store, Action.STATUS, claim.id, after))
            if marking.rationale is not None:
                changes += explaining(store, claim.id, marking.rationale)
        deeds.do(store, deed, changes)
        keep_checks(store, hand, turned)
    return deed.batch


def refuse_left_behind(store: Store, number: int, claim: Claim) -> None:
    """Raise KzcheckError for a claim of a text that a newer one has replaced."""
    if revisions.is_left_behind(store, number):
        raise KzcheckError(
            f"nothing was decided: the text of claim {claim.id} was replaced by a newer one; "
            "decide on the claim there, or resolve it with 'kzcheck orphans'"
        )


def change(store: Store, action: Action, subject: str, after: State) -> Change:
    """Return the change of a claim or a pair (`subject`) from its present state to `after`."""
    return Change(action, subject, state.current(store, action, subject, after), after)


def explaining(store: Store, claim_id: str, text: str) -> list[Change]:
    """Return the change that sets a claim's rationale, or no change if it says that already."""
    words = tidy(text)
    made = change(store, Action.RATIONALE, claim_id, None if words is None else {"rationale": words})
    return [made] if made.before != made.after else []


def cite(store: Store, hand: Hand, citation: Citation) -> Citation:
    """Put a citation on the claim that it names; return it as it stands on the desk then."""
    deed = hand.deed()
    with store.writing():
        number = stored.claim_number(store, citation.claim_id)
        claim = stored.claim(store, number)
        refuse_left_behind(store, number, claim)
        changes = citing(store, deed, claim.id, citation)
        if changes:
            deeds.do(store, deed, changes)
        return stored.citation(store, citation_for(claim.id, citation, deed).id)


def uncite(store: Store, hand: Hand, citation_id: str) -> str:
    """Take a citation off its claim; return the batch."""
    deed = hand.deed()
    with store.writing():
        claim_id = stored.citation(store, citation_id).claim_id
        deeds.do(store, deed, [Change(Action.UNCITE, claim_id, state.cited(store, citation_id), None)])
    return deed.batch


def set_rationale(store: Store, hand: Hand, claim_id: str, text: str) -> str | None:
    """Set a claim's rationale, or remove it with ""; return the batch, or None if nothing changed."""
    deed = hand.deed()
    with store.writing():
        claim = stored.claim(store, stored.claim_number(store, claim_id))
        changes = explaining(store, claim.id, text)
        if not changes:
            return None
        deeds.do(store, deed, changes)
    return deed.batch


def set_headline(store: Store, hand: Hand, claim_id: str, text: str) -> str | None:
    """Set a claim's headline; return the batch, or None if nothing changed. Refuses an empty headline."""
    words = tidy(text)
    if words is None:
        raise KzcheckError("the headline was not changed: it is empty; give a few words")
    deed = hand.deed()
    with store.writing():
        claim = stored.claim(store, stored.claim_number(store, claim_id))
        if claim.headline == words:
            return None
        deeds.do(store, deed, [change(store, Action.HEADLINE, claim.id, {"headline": words})])
    return deed.batch


def drop_claim(store: Store, hand: Hand, claim_id: str) -> str:
    """Take a claim off the desk that was found wrongly; return the batch."""
    deed = hand.deed()
    with store.writing():
        claim = stored.claim(store, stored.claim_number(store, claim_id))
        made = change(store, Action.DROP_CLAIM, claim.id, None)
        if made.before is None:
            raise KzcheckError(f"claim {claim.id} is off the desk already; undo brings it back")
        deeds.do(store, deed, [made])
    return deed.batch


def decide(store: Store, hand: Hand, a: Claim, b: Claim, relation: Relation) -> str:
    """Say how two claims relate, for good; return the batch."""
    if a.id == b.id:
        raise KzcheckError(f"nothing was decided: both are claim {a.id}; name two claims")
    deed = hand.deed()
    subject = "|".join(sorted((a.id, b.id)))
    with store.writing():
        deeds.do(store, deed, [change(store, Action.DECIDE, subject, {"relation": str(relation)})])
    return deed.batch


def undo(store: Store, hand: Hand) -> str:
    """Take back the reviewer's newest deed; return in a few words what it was."""
    return described(store, deeds.undo(store, hand.deed()))


def redo(store: Store, hand: Hand) -> str:
    """Do again the deed that was undone last; return in a few words what it was."""
    return described(store, deeds.redo(store, hand.deed()))
