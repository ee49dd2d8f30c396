"""Citations as they stand on a claim, and the changes that put them there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from kzcheck.desk.hand import Hand, tidy
from kzcheck.domain import Action, CitationKind, KzcheckError, Stance, Status, content_id
from kzcheck.store import Store, ledger, state
from kzcheck.store import claims as stored
from kzcheck.store.evidence import check_of, note_check
from kzcheck.store.ledger import Change, Deed

if TYPE_CHECKING:
    from kzcheck.domain import Citation

CITATION_ID_LENGTH = 13
_WITH_LOGIN = re.compile(r"https?://[^/?#]*@", re.IGNORECASE)


def citing(store: Store, deed: Deed, claim_id: str, citation: Citation) -> list[Change]:
    """Return the change that puts a citation on a claim, or no change if the claim has the very same one.

    If the claim has it as a secondary source and it is now called primary, it becomes primary.
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
    """Return the changes that make the reviewer's own sources of a claim speak for the verdict given now.

    A source that is cited before there is a verdict is taken to support the claim, though nobody said so.
    Sources are turned only if none of those `present` speaks for the verdict; one cited as context stays as
    it is. `named` returns a citation with the id that it has on this claim.
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
    """Return the citations by which `turning` replaced others in a deed, as they stand now."""
    put = [
        entry.after
        for taken, entry in pairwise(ledger.of_batch(store, batch))
        if taken.action is Action.UNCITE
    ]
    return [stored.citation(store, after["id"]) for after in put if after is not None]


def keep_checks(store: Store, hand: Hand, changes: Sequence[Change]) -> None:
    """Copy what was seen of a source's page to the citation that replaced it in `changes` of `turning`."""
    for taken, put in pairwise(changes):
        if taken.action is Action.UNCITE and taken.before and put.action is Action.CITE and put.after:
            seen = check_of(store, taken.before["id"])
            if seen is not None:
                note_check(
                    store, hand.deed(), put.subject, put.after["id"], {**seen, "citation": put.after["id"]}
                )


def refuse_password(reference: str) -> None:
    """Raise KzcheckError for an address with a user name or password, since the ledger forgets nothing."""
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
    """Return a citation in the form that the ledger keeps."""
    kept: dict[str, Any] = {"id": citation.id, "reviewer": reviewer}
    for name in state.CITED:
        value = getattr(citation, name)
        kept[name] = str(value) if isinstance(value, Stance | CitationKind) else value
    return kept
