"""The decisions of two desks brought together: what must change on this desk, and where the two disagree.

What only the other desk decided is taken over. Where both have decided, the later decision wins if its desk
knew the earlier one: a state that this desk once had and has changed since is not brought back, and a state
that the other desk once had and has changed since gives way to the change. Where neither knew the other, this
desk's verdict stays, the other is kept beside it as a second verdict, and the disagreement is listed.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kzcheck.desk.matching import make_pair
from kzcheck.desk.spotting import match_marked
from kzcheck.domain import Action, Claim, Status
from kzcheck.store import Store, claims, documents, merged, revisions, seconds, state
from kzcheck.store.convert import claim_state
from kzcheck.store.evidence import check_of, note_check
from kzcheck.store.ledger import Change, Deed

Cell = dict[str, Any]
"""The state of one thing that is decided, as the ledger keeps it: see `kzcheck.store.state`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What two desks decided differently.

    `claim` is the id of a claim, or `a|b` for a pair. `what` is `verdict`, `rationale`, `headline`,
    `presence` or `pair`; `ours` and `theirs` are the two decisions in words.
    """

    claim: str
    what: str
    ours: str
    theirs: str
    our_reviewer: str | None = None
    their_reviewer: str | None = None


class Reconciling:
    """Collects the changes that bring the decisions of another desk to this one, and the disagreements.

    The caller writes `changes` as one deed, then calls `match_added` and `note_checks`, all within one
    transaction.
    """

    def __init__(self, store: Store, other: Store, deed: Deed) -> None:
        self.changes: list[Change] = []
        self.disagreements: list[Disagreement] = []
        self._store = store
        self._other = other
        self._deed = deed
        self._added: dict[str, Claim] = {}

    def take(self) -> None:
        """Collect the changes and disagreements from everything that the other desk decided."""
        for number, claim_id in merged.touched_claims(self._other):
            if self._is_here(number, claim_id):
                self._claim(number, claim_id)
        for a, b, relation in merged.decided_pairs(self._other):
            if all(each in self._added or claims.is_known(self._store, each) for each in (a, b)):
                self._pair(a, b, relation)

    def count(self) -> Counter[Action]:
        """Return how many changes there are of each kind."""
        return Counter(change.action for change in self.changes)

    def match_added(self) -> None:
        """Match the claims that the deed added; to be called once the deed is written."""
        for claim in self._added.values():
            match_marked(self._store, documents.document(self._store, claim.document_id), claim)

    def note_checks(self) -> None:
        """Write down what the other desk saw of sources that both desks cite, where it looked later."""
        for number, claim_id in merged.touched_claims(self._other):
            for citation in claims.citations_of(self._other, number):
                theirs, ours = check_of(self._other, citation.id), check_of(self._store, citation.id)
                if theirs is None or state.cited(self._store, citation.id) is None:
                    continue
                if ours is None or (theirs["rechecked_at"] or "") > (ours["rechecked_at"] or ""):
                    note_check(self._store, self._deed, claim_id, citation.id, theirs)

    def _is_here(self, number: int, claim_id: str) -> bool:
        """Return whether this desk has a claim; one that a reviewer of the other desk added is added here."""
        if claims.is_known(self._store, claim_id):
            return True
        claim = claims.claim(self._other, number)
        if not claims.is_on_desk(self._other, claim_id):
            return False
        self._added[claim_id] = merged.as_found(self._other, claim)
        self._change(Action.ADD_CLAIM, claim_id, claim_state(self._added[claim_id]))
        return True

    def _claim(self, number: int, claim_id: str) -> None:
        first = self._verdict(number, claim_id)
        for cell in seconds.cells_of(self._other, number):
            if first is None or cell["reviewer"] != first["reviewer"]:
                self._second(claim_id, cell)
        for citation in claims.citations_of(self._other, number):
            self._citation(claim_id, citation.id)
        self._headline(claim_id)
        self._presence(number, claim_id)
        self._carried(number, claim_id)

    # -- verdicts -----------------------------------------------------------------------------------

    def _verdict(self, number: int, claim_id: str) -> Cell | None:
        """Take over a verdict with its rationale where it should be; return the verdict that stands then."""
        theirs = state.verdict(self._other, number)
        ours = self._current(Action.STATUS, claim_id)
        because = claims.status(self._other, number).rationale
        if theirs is None or ours == theirs or merged.had(self._store, Action.STATUS, claim_id, theirs):
            if theirs == ours:
                self._rationale(claim_id, because)
            return ours
        if ours is None or self._gives_way(claim_id, ours, theirs):
            return self._take_over(claim_id, theirs, because)
        if _is_later_of_one_reviewer(ours, theirs):
            self._note_if_different(claim_id, ours, theirs)
            return self._take_over(claim_id, theirs, because)
        if _is_verdict(theirs):
            if theirs["reviewer"] != ours["reviewer"] and not theirs.get("stale"):
                self._second(claim_id, _as_second(theirs, ours, because))
            self._note_if_different(claim_id, ours, theirs)
        return ours

    def _gives_way(self, claim_id: str, ours: Cell, theirs: Cell) -> bool:
        """Return whether the verdict of this desk gives way to the other's without a disagreement.

        It does when the other desk had it too and has changed it since, and when it is none yet.
        """
        if merged.had(self._other, Action.STATUS, claim_id, ours):
            return True
        return _is_verdict(theirs) and not _is_verdict(ours)

    def _take_over(self, claim_id: str, theirs: Cell, because: str | None) -> Cell:
        self._change(Action.STATUS, claim_id, theirs)
        self._rationale(claim_id, because, is_theirs=True)
        return theirs

    def _note_if_different(self, claim_id: str, ours: Cell, theirs: Cell) -> None:
        """List two verdicts as a disagreement, unless they say the same."""
        if theirs["status"] == ours["status"]:
            return
        self.disagreements.append(
            Disagreement(
                claim=claim_id,
                what="verdict",
                ours=ours["status"],
                theirs=theirs["status"],
                our_reviewer=ours["reviewer"],
                their_reviewer=theirs["reviewer"],
            )
        )

    def _second(self, claim_id: str, cell: Cell) -> None:
        ours = self._current(Action.SECOND, claim_id, cell)
        if ours is not None and (ours["decided_at"] or "") >= (cell["decided_at"] or ""):
            return
        if not merged.had(self._store, Action.SECOND, claim_id, cell):
            self._change(Action.SECOND, claim_id, cell)

    def _rationale(self, claim_id: str, words: str | None, *, is_theirs: bool = False) -> None:
        cell = None if words is None else {"rationale": words}
        ours = self._current(Action.RATIONALE, claim_id)
        if cell is None or ours == cell or merged.had(self._store, Action.RATIONALE, claim_id, cell):
            return
        if is_theirs or ours is None or merged.had(self._other, Action.RATIONALE, claim_id, ours):
            self._change(Action.RATIONALE, claim_id, cell)
        else:
            self._disagree(claim_id, "rationale", ours["rationale"], cell["rationale"])

    # -- all else that is decided on a claim ----------------------------------------------------------

    def _citation(self, claim_id: str, citation_id: str) -> None:
        cell = state.cited(self._other, citation_id)
        if cell is None or state.cited(self._store, citation_id) is not None:
            return
        if not merged.had_citation(self._store, claim_id, citation_id):
            self.changes.append(Change(Action.CITE, claim_id, None, state.without_place(cell)))

    def _headline(self, claim_id: str) -> None:
        words = revisions.edited_headline(self._other, claim_id)
        cell = {"headline": words}
        ours = self._current(Action.HEADLINE, claim_id)
        if words is None or ours == cell or merged.had(self._store, Action.HEADLINE, claim_id, cell):
            return
        edited = None if claim_id in self._added else revisions.edited_headline(self._store, claim_id)
        if edited is None or merged.had(self._other, Action.HEADLINE, claim_id, ours):
            self._change(Action.HEADLINE, claim_id, cell)
        else:
            self._disagree(claim_id, "headline", edited, words)

    def _presence(self, number: int, claim_id: str) -> None:
        """Take a claim off the desk as the other desk did, unless it has a verdict or was brought back."""
        if not revisions.is_dropped(self._other, number) or claim_id in self._added:
            return
        is_present = self._current(Action.DROP_CLAIM, claim_id) is not None
        if not is_present or merged.had(self._store, Action.DROP_CLAIM, claim_id, None):
            return
        ours = self._current(Action.STATUS, claim_id)
        if ours is not None and _is_verdict(ours):
            self._disagree(claim_id, "presence", ours["status"], "dropped")
        elif merged.had(self._other, Action.DROP_CLAIM, claim_id, None):
            self._change(Action.DROP_CLAIM, claim_id, None)

    def _carried(self, number: int, claim_id: str) -> None:
        """Note to which later text the other desk carried decisions, if this desk has the same decisions."""
        theirs = revisions.carried(self._other, number)
        if theirs is None or claim_id in self._added:
            return
        ours = self._current(Action.STATUS, claim_id)
        is_same = ours in (None, state.verdict(self._other, number))
        if is_same and self._current(Action.CARRY, claim_id) is None:
            self._change(Action.CARRY, claim_id, theirs)

    def _pair(self, a: str, b: str, relation: str) -> None:
        subject, cell = f"{a}|{b}", {"relation": relation}
        is_new = a in self._added or b in self._added
        ours = None if is_new else state.current(self._store, Action.DECIDE, subject, cell)
        if ours == cell or merged.had(self._store, Action.DECIDE, subject, cell):
            return
        if ours is not None and not merged.had(self._other, Action.DECIDE, subject, ours):
            self._disagree(subject, "pair", ours["relation"], relation)
            return
        if not is_new:
            make_pair(self._store, *self._both(a, b))
        self.changes.append(Change(Action.DECIDE, subject, ours, cell))

    def _both(self, a: str, b: str) -> Iterator[Claim]:
        for each in (a, b):
            yield claims.claim(self._store, claims.claim_number(self._store, each))

    # -- changes --------------------------------------------------------------------------------------

    def _current(self, action: Action, claim_id: str, sample: Cell | None = None) -> Cell | None:
        """Return what a cell of a claim holds on this desk.

        A claim that the deed is only about to add has nothing but its headline. `sample` names the citation
        or the reviewer where a claim has several cells of this kind.
        """
        added = self._added.get(claim_id)
        if added is not None:
            return {"headline": added.headline} if action is Action.HEADLINE else None
        return state.current(self._store, action, claim_id, sample)

    def _change(self, action: Action, claim_id: str, after: Cell | None) -> None:
        before = self._current(action, claim_id, after)
        self.changes.append(Change(action, claim_id, before, after))

    def _disagree(self, subject: str, what: str, ours: str, theirs: str) -> None:
        self.disagreements.append(Disagreement(claim=subject, what=what, ours=ours, theirs=theirs))


def _is_verdict(cell: Cell) -> bool:
    return Status(cell["status"]).verdict is not None


def _is_later_of_one_reviewer(ours: Cell, theirs: Cell) -> bool:
    """Return whether one reviewer decided on both desks, and on the other desk later."""
    if theirs["reviewer"] != ours["reviewer"] or _is_verdict(ours) is not _is_verdict(theirs):
        return False
    return (theirs["decided_at"] or "") > (ours["decided_at"] or "")


def _as_second(theirs: Cell, ours: Cell, because: str | None) -> Cell:
    """Return a first verdict of the other desk as a second one: neither reviewer saw the other's."""
    kept = {name: theirs[name] for name in seconds.CELL if name in theirs}
    first = {"first_status": ours["status"], "first_reviewer": ours["reviewer"]}
    return {**kept, "rationale": because, **first}
