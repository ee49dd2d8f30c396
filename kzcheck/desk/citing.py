"""Citations as they stand on a claim, and the changes that put them there."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

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


class Turned(NamedTuple):
    """A citation that was replaced by one with another stance; both as the ledger keeps them."""

    claim_id: str
    before: dict[str, Any]
    after: dict[str, Any]

    @property
    def changes(self) -> tuple[Change, Change]:
        """The changes that put the one in the place of the other."""
        return (
            Change(Action.UNCITE, self.claim_id, self.before, None),
            Change(Action.CITE, self.claim_id, None, self.after),
        )


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
) -> list[Turned]:
    """Return what makes the reviewer's own sources of a claim speak for the verdict given now.

    A source that is cited before there is a verdict is taken to support the claim, though nobody said so.
    Sources are turned only if none of those `present` speaks for the verdict; one cited as context stays as
    it is. `named` returns a citation with the id that it has on this claim.
    """
    verdict = status.verdict
    if verdict is None or not verdict.needs_evidence:
        return []
    if any(citation.stance is verdict.stance for citation in present):
        return []
    turned = []
    for shown in present:
        before = state.cited(store, shown.id)
        if before is None or before["reviewer"] != deed.reviewer or shown.stance is Stance.CONTEXT:
            continue
        made = named(replace(shown, stance=verdict.stance))
        after = {**before, "id": made.id, "stance": str(made.stance)}
        turned.append(Turned(shown.claim_id, before, after))
    return turned


def turned_by(store: Store, batch: str) -> list[Citation]:
    """Return the citations by which a mark, named by its batch, replaced others, as they stand now."""
    entries = ledger.of_batch(store, batch)
    turned = {entry.subject for entry in entries if entry.action is Action.UNCITE}
    put = [entry.after for entry in entries if entry.action is Action.CITE and entry.subject in turned]
    return [stored.citation(store, after["id"]) for after in put if after is not None]


def keep_checks(store: Store, hand: Hand, turned: Sequence[Turned]) -> None:
    """Copy what was seen of the pages of sources to the citations that replaced them."""
    for claim_id, before, after in turned:
        seen = check_of(store, before["id"])
        if seen is not None:
            note_check(store, hand.deed(), claim_id, after["id"], {**seen, "citation": after["id"]})


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
