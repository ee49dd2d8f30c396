"""Decisions: each builds the ledger entries of one deed and hands them to the store."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from kzcheck.desk.gate import refuse_unfounded
from kzcheck.domain import Action, CitationKind, KzcheckError, Relation, Stance, Status, content_id
from kzcheck.store import Store, deeds, ledger, revisions, state
from kzcheck.store import claims as stored
from kzcheck.store.evidence import check_of, note_check
from kzcheck.store.ledger import Change, Deed, State
from kzcheck.store.merged import MERGE

if TYPE_CHECKING:
    from kzcheck.domain import Citation, Claim, LedgerEntry

CITATION_ID_LENGTH = 13
DECISIVE = (Action.CARRY, Action.STATUS)
"""What a deed is called after, where it holds any of these."""
_WITH_LOGIN = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)


class Hand(NamedTuple):
    """Who decides, in which sitting."""

    reviewer: str
    session: str

    def deed(self) -> Deed:
        """Return a new deed of this reviewer, now."""
        return Deed(at=now(), reviewer=self.reviewer, session=self.session, batch=secrets.token_hex(8))


class Marking(NamedTuple):
    """A status that a reviewer gives to claims, and what goes with it.

    Of `citation` the id and the claim are filled in for each claim. `rationale` replaces the present one
    unless it is None. `override` is the reason for a verdict that lacks the evidence it needs.
    `active_seconds` is how long the reviewer looked at each claim.
    """

    status: Status
    citation: Citation | None = None
    rationale: str | None = None
    override: str | None = None
    active_seconds: float | None = None


def now() -> str:
    """Return the time, UTC, ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def tidy(words: str | None) -> str | None:
    """Return typed words without what SQLite cannot keep and without white space around; None when empty."""
    if words is None:
        return None
    return words.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8").strip() or None


def mark(store: Store, hand: Hand, ids: Sequence[str], marking: Marking) -> str:
    """Set the status of claims, with a source and a rationale if given, as one deed; return its batch.

    Raises GateRefused when a verdict lacks the evidence it needs and no override says why that is right.
    """
    if not ids:
        raise KzcheckError("nothing was marked: no claim was named; give at least one")
    status, citation = marking.status, marking.citation
    deed = hand.deed()
    reason = tidy(marking.override)
    with store.writing():
        changes: list[Change] = []
        for number in dict.fromkeys(stored.claim_number(store, claim_id) for claim_id in ids):
            claim = stored.claim(store, number)
            refuse_left_behind(store, number, claim)
            cited = [] if citation is None else citing(store, deed, claim.id, citation)
            changes += cited
            if reason is None:
                refuse_unfounded(store, claim, status, [citation] if citation is not None else [])
            if citation is None:
                present = stored.citations_of(store, number)
                changes += turning(store, deed, status, present, partial(citation_for, claim.id, deed=deed))
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
        keep_checks(store, hand, changes)
    return deed.batch


def refuse_left_behind(store: Store, number: int, claim: Claim) -> None:
    """Raise KzcheckError for a claim of a text whose place another has taken."""
    if revisions.is_left_behind(store, number):
        raise KzcheckError(
            f"nothing was decided: the text of claim {claim.id} was replaced by a newer one; "
            "decide on the claim there, or resolve it with 'kzcheck orphans'"
        )


def change(store: Store, action: Action, subject: str, after: State) -> Change:
    """Return the change of a cell from what it holds now to `after`."""
    return Change(action, subject, state.current(store, action, subject, after), after)


def explaining(store: Store, claim_id: str, text: str) -> list[Change]:
    """Return the change of a claim's rationale; none where it says that already."""
    words = tidy(text)
    made = change(store, Action.RATIONALE, claim_id, None if words is None else {"rationale": words})
    return [made] if made.before != made.after else []


def citing(store: Store, deed: Deed, claim_id: str, citation: Citation) -> list[Change]:
    """Return the change that puts a citation on a claim; none where the claim has the very same.

    One that is there as secondary and now is called primary becomes primary.
    """
    made = citation_for(claim_id, citation, deed)
    present = state.cited(store, made.id)
    if present is not None:
        is_raised = made.kind is CitationKind.PRIMARY and present["kind"] != CitationKind.PRIMARY
        after = {**present, "kind": str(made.kind)}
        return [Change(Action.CITE, claim_id, present, after)] if is_raised else []
    refuse_password(made.reference)
    return [Change(Action.CITE, claim_id, None, citation_state(made, deed.reviewer))]


def turning(
    store: Store,
    deed: Deed,
    status: Status,
    present: Sequence[Citation],
    named: Callable[[Citation], Citation],
) -> list[Change]:
    """Return the changes that let the reviewer's own sources of a claim speak for the verdict given now.

    A source that is cited before there is a verdict is taken to support the claim, without anybody saying
    so. It is turned only where none of the sources `present` speaks for the verdict; one cited as context
    stays. `named` gives a citation the id of its own that it has on the claim.
    """
    verdict = status.verdict
    if verdict is None or not verdict.needs_evidence:
        return []
    if any(citation.stance is verdict.stance for citation in present):
        return []
    changes = []
    for shown in present:
        before = state.cited(store, shown.id)
        if before is None or before["reviewer"] != deed.reviewer or shown.stance is Stance.CONTEXT:
            continue
        made = named(replace(shown, stance=verdict.stance))
        after = {**before, "id": made.id, "stance": str(made.stance)}
        changes.append(Change(Action.UNCITE, shown.claim_id, before, None))
        changes.append(Change(Action.CITE, shown.claim_id, None, after))
    return changes


def turned_by(store: Store, batch: str) -> list[Citation]:
    """Return the citations that `turning` put in the place of others in a deed, as they stand now."""
    put = [
        entry.after
        for taken, entry in pairwise(ledger.of_batch(store, batch))
        if taken.action is Action.UNCITE
    ]
    return [stored.citation(store, after["id"]) for after in put if after is not None]


def keep_checks(store: Store, hand: Hand, changes: Sequence[Change]) -> None:
    """Let what was seen of a source's page hold for what took its place, as `turning` makes them."""
    for taken, put in pairwise(changes):
        if taken.action is Action.UNCITE and taken.before and put.action is Action.CITE and put.after:
            seen = check_of(store, taken.before["id"])
            if seen is not None:
                note_check(
                    store, hand.deed(), put.subject, put.after["id"], {**seen, "citation": put.after["id"]}
                )


def refuse_password(reference: str) -> None:
    """Raise KzcheckError for an address with a user name or password: the ledger would keep it for good."""
    if _WITH_LOGIN.match(reference):
        raise KzcheckError(
            "nothing was cited: the address carries a user name or password, which every export would show; "
            "take the part before the @ out"
        )


def citation_for(claim_id: str, citation: Citation, deed: Deed) -> Citation:
    """Return `citation` as it stands on this claim: cleaned, with its own id and the time of the deed."""
    reference = tidy(citation.reference)
    if reference is None:
        raise KzcheckError("nothing was cited: the source is empty; give an address or name the source")
    passage, locator = tidy(citation.passage), tidy(citation.locator)
    return replace(
        citation,
        id=content_id(
            claim_id, reference, passage or "", locator or "", citation.stance, length=CITATION_ID_LENGTH
        ),
        claim_id=claim_id,
        reference=reference,
        title=tidy(citation.title),
        publisher=tidy(citation.publisher),
        author=tidy(citation.author),
        published=tidy(citation.published),
        accessed=citation.accessed or deed.at,
        passage=passage,
        locator=locator,
    )


def citation_state(citation: Citation, reviewer: str) -> dict[str, Any]:
    """Return a citation as the ledger keeps it."""
    kept: dict[str, Any] = {"id": citation.id, "reviewer": reviewer}
    for name in state.CITED:
        value = getattr(citation, name)
        kept[name] = str(value) if isinstance(value, Stance | CitationKind) else value
    return kept


def cite(store: Store, hand: Hand, citation: Citation) -> Citation:
    """Put a citation on `citation.claim_id`; return it as it stands on the desk."""
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
    """Set or with empty words remove a claim's rationale; return the batch, None where nothing changed."""
    deed = hand.deed()
    with store.writing():
        claim = stored.claim(store, stored.claim_number(store, claim_id))
        changes = explaining(store, claim.id, text)
        if not changes:
            return None
        deeds.do(store, deed, changes)
    return deed.batch


def set_headline(store: Store, hand: Hand, claim_id: str, text: str) -> str | None:
    """Set a claim's headline; return the batch, None where nothing changed."""
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
    """Take a claim off the desk as no claim at all; return the batch."""
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


_DECIDED: dict[str, str] = {
    Relation.DUPLICATE: "the same",
    Relation.COMPATIBLE: "compatible",
    Relation.CONFLICT: "in conflict",
    Relation.DIFFERENT: "not the same",
}


def undo(store: Store, hand: Hand) -> str:
    """Take back the reviewer's newest deed; return what it was."""
    return described(store, deeds.undo(store, hand.deed()))


def redo(store: Store, hand: Hand) -> str:
    """Do again what was undone last; return what it was."""
    return described(store, deeds.redo(store, hand.deed()))


def described(store: Store, entries: Sequence[LedgerEntry]) -> str:
    """Return a deed in a few words, for the person who takes it back or does it again."""
    if entries and entries[0].batch.startswith(MERGE):
        return f"merge: {len(entries)} decisions of another desk"
    decisive = next(
        (found for action in DECISIVE if (found := [entry for entry in entries if entry.action is action])),
        list(entries),
    )
    entry = decisive[0]
    after, before = entry.after or {}, entry.before or {}
    words = {
        Action.STATUS: str(after.get("status", "")).replace("-", " "),
        Action.CITE: f"citation of {after.get('reference', '')}",
        Action.UNCITE: f"removal of the citation of {before.get('reference', '')}",
        Action.SECOND: f"second verdict {str((entry.after or before).get('status', '')).replace('-', ' ')}",
        Action.RATIONALE: "rationale",
        Action.HEADLINE: "headline",
        Action.ADD_CLAIM: "added claim",
        Action.DROP_CLAIM: "dropped claim",
        Action.DECIDE: _DECIDED.get(str(after.get("relation", "")), "decision"),
        Action.CARRY: "what was carried to a new text" if after.get("to") else "letting go",
    }[entry.action]
    if len(decisive) > 1:
        return f"{words}: {len(decisive)} claims"
    numbers = state.numbers_of(store, entry.subject)
    return f"{words}: {stored.claim(store, numbers[0]).headline}"
