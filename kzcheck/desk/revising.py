"""A document whose text has changed: decisions on the old text are carried over to the new one.

A decision that finds no place there becomes an orphan, which a person resolves. Imported where it is used: it
loads the room of extraction.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from kzcheck.desk import deciding
from kzcheck.desk.citing import citation_for
from kzcheck.desk.hand import Hand, now
from kzcheck.desk.matching import make_pair
from kzcheck.desk.spotting import marked, match_marked
from kzcheck.domain import (
    Action,
    Carried,
    Claim,
    Document,
    Edit,
    Fate,
    KzcheckError,
    Orphan,
    Revision,
    SentenceEdit,
    ShownEdit,
    Span,
)
from kzcheck.extract.revising import Reanchored, reanchor, says_so, sentence_edits
from kzcheck.store import Store, claims, deeds, documents, matching, revisions, seconds, state
from kzcheck.store.convert import claim_state
from kzcheck.store.evidence import check_of, note_check
from kzcheck.store.ledger import Change

LET_GO = "let go"
"""What the ledger says of an orphan whose decisions a person did not want to carry over."""


def take_place(
    store: Store, hand: Hand, earlier_id: str, later_id: str, *, except_carried: bool = False
) -> Carried:
    """Replace one text by another and carry its decisions over, as one deed; return how many claims moved.

    Orphans of still earlier texts are looked for in the new text too. With `except_carried`, claims whose
    decisions have been carried over already (on another desk, before a merge) are left out. The caller
    holds the transaction.
    """
    earlier, later = (documents.document_number(store, name) for name in (earlier_id, later_id))
    touched = revisions.touched_by_hand(store, earlier)
    if except_carried:
        touched = [number for number in touched if revisions.carried(store, number) is None]
    revisions.supersede(store, earlier, later, now())
    document = documents.document(store, later_id)
    found = [claim for _, claim in claims.numbered(store, later)]
    carrying = Carrying(store, hand, document)
    for number, text_id in revisions.texts_with_orphans(store, documents.lineage(store, later_id)):
        if number not in (earlier, later):
            carrying.take(text_id, revisions.orphaned(store, number), found)
    carrying.take(earlier_id, touched, found)
    carrying.finish()
    matching.unindex_document(store, earlier)
    return Carried(carrying.moved, carrying.stale, len(revisions.orphaned(store, earlier)))


def carry_orphans(store: Store, hand: Hand, lineage: str) -> None:
    """Look for the orphans of a lineage in its present text and carry over those that are found there.

    The caller holds the transaction.
    """
    present = revisions.present_text(store, lineage)
    orphaned = revisions.texts_with_orphans(store, lineage)
    if present is None or not orphaned:
        return
    found = [claim for _, claim in claims.numbered(store, present[0])]
    carrying = Carrying(store, hand, documents.document(store, present[1]))
    for number, text_id in orphaned:
        carrying.take(text_id, revisions.orphaned(store, number), found)
    carrying.finish()


class Carrying:
    """Collects the changes that carry decisions over to `document`, and writes them as one deed.

    `moved` counts the claims that found their place, `stale` those of them that no longer say the same.
    """

    def __init__(self, store: Store, hand: Hand, document: Document) -> None:
        self.moved = 0
        self.stale = 0
        self._store = store
        self._hand = hand
        self._deed = hand.deed()
        self._document = document
        self._changes: list[Change] = []
        self._added: dict[str, Claim] = {}
        self._cited: set[str] = set()
        self._checks: list[tuple[str, str, dict[str, Any]]] = []

    def take(self, text_id: str, numbers: Sequence[int], found: Sequence[Claim]) -> None:
        """Carry over the decisions on the claims `numbers` of an earlier text whose words are found again.

        `found` are the claims of the new text.
        """
        if not numbers:
            return
        text = documents.document(self._store, text_id)
        asked = [claims.claim(self._store, number) for number in numbers]
        taken: set[str] = set()
        for one in reanchor(text, asked, self._document, found):
            if one.span is not None and (one.to is None or one.to.id not in taken):
                self.carry(one)
                taken |= {one.to.id} if one.to is not None else set()

    def carry(self, one: Reanchored) -> None:
        """Carry over the decisions on one claim to the place where its words were found."""
        number = claims.claim_number(self._store, one.claim.id)
        if revisions.is_dropped(self._store, number):
            if one.to is not None and one.stale is None:
                self._change(Action.DROP_CLAIM, one.to, None)
            return
        to = one.to or self._marked(one)
        self._verdict(one, number, to)
        self._citations(number, to)
        if one.stale is None:
            self._headline(one.claim, to)
            self._pairs(one.claim, number, to)
        self._append(Action.CARRY, one.claim.id, {"to": to.id, "how": str(one.fate)})
        self.moved += 1
        self.stale += one.stale is not None

    def finish(self) -> str:
        """Write the deed, match the claims that it added, and return its batch."""
        if self._changes:
            deeds.do(self._store, self._deed, self._changes)
        for claim in self._added.values():
            match_marked(self._store, self._document, claim)
        for claim_id, citation_id, check in self._checks:
            seen = {**check, "citation": citation_id}
            note_check(self._store, self._hand.deed(), claim_id, citation_id, seen)
        return self._deed.batch

    def _marked(self, one: Reanchored) -> Claim:
        """Return a new claim on the words that were found, where extraction has no claim on them."""
        assert one.span is not None
        claim = marked(self._document, *one.span)
        if claim.id not in self._added and not claims.is_on_desk(self._store, claim.id):
            if not claims.is_known(self._store, claim.id):
                self._added[claim.id] = claim
            self._changes.append(Change(Action.ADD_CLAIM, claim.id, None, claim_state(claim)))
        return claim

    def _verdict(self, one: Reanchored, number: int, to: Claim) -> None:
        cell = state.verdict(self._store, number)
        if cell is not None and not self._is_same(cell, to):
            kept = {name: cell[name] for name in state.VERDICT}
            stale = "; ".join(words for words in (cell.get("stale"), one.stale) if words)
            self._change(
                Action.STATUS,
                to,
                {**kept, "inherited_from": one.claim.id, **({"stale": stale} if stale else {})},
            )
        if one.stale is None:
            for second in seconds.cells_of(self._store, number):
                self._change(Action.SECOND, to, second)
        words = claims.status(self._store, number).rationale
        if words is not None:
            self._change(Action.RATIONALE, to, {"rationale": words})

    def _is_same(self, cell: dict[str, Any], to: Claim) -> bool:
        """Return whether the claim has this very verdict already, since its text was there once before."""
        present = self._current(Action.STATUS, to, cell)
        return present is not None and all(present[name] == cell[name] for name in ("status", "decided_at"))

    def _citations(self, number: int, to: Claim) -> None:
        for citation in claims.citations_of(self._store, number):
            made = citation_for(to.id, citation, self._deed)
            cell = state.cited(self._store, citation.id)
            if cell is None or made.id in self._cited or state.cited(self._store, made.id) is not None:
                continue
            self._cited.add(made.id)
            after = state.without_place(cell) | {"id": made.id}
            self._changes.append(Change(Action.CITE, to.id, None, after))
            check = check_of(self._store, citation.id)
            if check is not None:
                self._checks.append((to.id, made.id, check))

    def _headline(self, claim: Claim, to: Claim) -> None:
        words = revisions.edited_headline(self._store, claim.id)
        if words is not None:
            before = {"headline": to.headline}
            if words != to.headline:
                self._changes.append(Change(Action.HEADLINE, to.id, before, {"headline": words}))

    def _pairs(self, claim: Claim, number: int, to: Claim) -> None:
        for other, decision in revisions.decided_pairs(self._store, number):
            if to.id not in self._added:
                make_pair(self._store, to, claims.claim(self._store, claims.claim_number(self._store, other)))
                self._append(Action.DECIDE, "|".join(sorted((claim.id, other))), None)
                self._append(Action.DECIDE, "|".join(sorted((to.id, other))), {"relation": decision})

    def _change(self, action: Action, to: Claim, after: dict[str, Any] | None) -> None:
        before = self._current(action, to, after)
        if before != after:
            self._changes.append(Change(action, to.id, before, after))

    def _current(self, action: Action, to: Claim, after: dict[str, Any] | None) -> dict[str, Any] | None:
        return None if to.id in self._added else state.current(self._store, action, to.id, after)

    def _append(self, action: Action, subject: str, after: dict[str, Any] | None) -> None:
        self._changes.append(deciding.change(self._store, action, subject, after))


def orphans(store: Store) -> list[Orphan]:
    """Return the claims whose decisions found no place in the present text of their document."""
    return [
        Orphan(
            claim=one.claim.id,
            document=later,
            fate=one.fate,
            candidates=tuple(claim.id for claim in _candidates(one)),
        )
        for number, text_id in revisions.texts_with_orphans(store)
        if (later := revisions.text_after(store, number)) is not None
        for one in _looked_for(store, number, text_id, later)
    ]


def _looked_for(store: Store, number: int, text_id: str, later: str) -> Iterator[Reanchored]:
    found = [claim for _, claim in claims.numbered(store, documents.document_number(store, later))]
    asked = [claims.claim(store, each) for each in revisions.orphaned(store, number)]
    return reanchor(documents.document(store, text_id), asked, documents.document(store, later), found)


def _candidates(one: Reanchored) -> tuple[Claim, ...]:
    """Return the claims that an orphan may be now: the one it was found to be, else all that are like it."""
    return (one.to,) if one.to is not None else one.candidates


def resolve(store: Store, hand: Hand, orphan_id: str, to_id: str | None) -> str:
    """Carry an orphan's decisions over to a claim of the present text, or with None let them go.

    Returns the batch. Raises KzcheckError when `orphan_id` is not an orphan, or `to_id` not a claim of the
    present text of its document.
    """
    with store.writing():
        claim, present = _orphan(store, orphan_id)
        if to_id is None:
            after = {"to": None, "how": LET_GO}
            deed = hand.deed()
            deeds.do(store, deed, [deciding.change(store, Action.CARRY, claim.id, after)])
            return deed.batch
        to = claims.claim(store, claims.claim_number(store, to_id))
        if to.document_id != present:
            raise KzcheckError(
                f"claim {to.id} is not of the present text of this document; 'kzcheck claims --document "
                f"{present}' lists those that are"
            )
        return _carry_to(store, hand, claim, documents.document(store, present), to, Span(to.start, to.end))


def reanchor_at(store: Store, hand: Hand, orphan_id: str, start: int, end: int) -> str:
    """Carry an orphan's decisions over to the words from `start` to `end` of the present text.

    If these words are a claim already, that claim is taken; otherwise they become one. Returns the batch.
    Raises KzcheckError when `orphan_id` is not an orphan, and when the words are not in the text.
    """
    with store.writing():
        claim, present = _orphan(store, orphan_id)
        document = documents.document(store, present)
        words = marked(document, start, end)
        span = Span(words.start, words.end)
        return _carry_to(store, hand, claim, document, _claim_at(store, present, span, claim), span)


def _orphan(store: Store, orphan_id: str) -> tuple[Claim, str]:
    """Return an orphan's claim and the id of the present text of its document."""
    number = claims.claim_number(store, orphan_id)
    claim = claims.claim(store, number)
    document = documents.document_number(store, claim.document_id)
    present = revisions.text_after(store, document)
    if present is None or number not in revisions.orphaned(store, document):
        raise KzcheckError(f"claim {claim.id} is not an orphan; 'kzcheck orphans' lists those there are")
    return claim, present


def _claim_at(store: Store, document_id: str, span: Span, like: Claim) -> Claim | None:
    """Return the claim that stands on exactly these words; of several, the one most like `like`."""
    found = [
        claim
        for number, claim in claims.numbered(store, documents.document_number(store, document_id))
        if Span(claim.start, claim.end) == span and not revisions.is_dropped(store, number)
    ]
    return max(
        found, key=lambda claim: (claim.kind is like.kind, claim.subject == like.subject), default=None
    )


def _carry_to(
    store: Store, hand: Hand, claim: Claim, document: Document, to: Claim | None, span: Span
) -> str:
    carrying = Carrying(store, hand, document)
    carrying.carry(Reanchored(claim, Fate.KEPT, span, to))
    return carrying.finish()


def revision(store: Store, document_id: str) -> Revision:
    """Return how a document differs from the text that it replaced.

    A first text is compared with the present text instead. Raises KzcheckError when there is only one text.
    """
    number = documents.document_number(store, document_id)
    before = revisions.text_before(store, number)
    later_id = documents.document(store, document_id).id
    if before is None:
        present = revisions.text_after(store, number)
        before = (later_id, "") if present is not None else None
        later_id = present or later_id
    if before is None:
        raise KzcheckError(
            f"document {later_id} has not changed: there is one text of it; add it again later"
        )
    earlier, later = documents.document(store, before[0]), documents.document(store, later_id)
    edits = sentence_edits(earlier, later)
    return Revision(
        earlier=earlier.id,
        later=later.id,
        at=before[1] or documents.document_row(store, later.id).added_at,
        is_noted=says_so(edit.after.of(later.text) for edit in edits if edit.after),
        edits=tuple(_shown(store, earlier, later, edits)),
    )


def _shown(
    store: Store, earlier: Document, later: Document, edits: Sequence[SentenceEdit]
) -> Iterator[ShownEdit]:
    old = claims.claims_by_place(store, documents.document_number(store, earlier.id))
    new = claims.claims_by_place(store, documents.document_number(store, later.id))
    for edit in edits:
        there = [each for each in new if edit.after and edit.after.start <= each.start < edit.after.end]
        here = [each for each in old if edit.before and edit.before.start <= each.start < edit.before.end]
        stale = [claims.status(store, each.number).stale for each in there if edit.edit is not Edit.ADDED]
        yield ShownEdit(
            edit=edit.edit,
            before=edit.before.of(earlier.text) if edit.before else "",
            after=edit.after.of(later.text) if edit.after else "",
            claims=tuple(each.id for each in (*there, *here)),
            stale=tuple(words for words in stale if words),
        )
