"""What two desks decided, brought together: what only one knows is taken, what differs is told.

What this desk had before and has decided otherwise since stays as it is; what the other desk had before and
has decided otherwise since is taken. Where both decided for themselves, the first verdict of this desk stays,
and the other one stands beside it as a second verdict.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """What two desks decided differently on a claim, or on a pair (`claim` is `a|b`)."""

    claim: str
    what: str
    ours: str
    theirs: str
    our_reviewer: str | None = None
    their_reviewer: str | None = None


class Reconciling:
    """Gathers the changes that bring here what another desk decided; the caller makes them a deed."""

    def __init__(self, store: Store, other: Store, deed: Deed) -> None:
        self.changes: list[Change] = []
        self.disagreements: list[Disagreement] = []
        self._store = store
        self._other = other
        self._deed = deed
        self._added: dict[str, Claim] = {}

    def take(self) -> None:
        """Look at everything that the other desk decided."""
        for number, claim_id in merged.touched_claims(self._other):
            if self._is_here(number, claim_id):
                self._claim(number, claim_id)
        for a, b, relation in merged.decided_pairs(self._other):
            if all(each in self._added or claims.is_known(self._store, each) for each in (a, b)):
                self._pair(a, b, relation)

    def count(self) -> Counter[Action]:
        """Return how many changes of each kind there are."""
        return Counter(change.action for change in self.changes)

    def match_added(self) -> None:
        """Match the claims that came with the deed, once it is done."""
        for claim in self._added.values():
            match_marked(self._store, documents.document(self._store, claim.document_id), claim)

    def note_checks(self) -> None:
        """Write down what the other desk saw of sources that both cite, where it looked last."""
        for number, claim_id in merged.touched_claims(self._other):
            for citation in claims.citations_of(self._other, number):
                theirs, ours = check_of(self._other, citation.id), check_of(self._store, citation.id)
                if theirs is None or state.cited(self._store, citation.id) is None:
                    continue
                if ours is None or (theirs["rechecked_at"] or "") > (ours["rechecked_at"] or ""):
                    note_check(self._store, self._deed, claim_id, citation.id, theirs)

    def _is_here(self, number: int, claim_id: str) -> bool:
        """Return whether this desk has a claim, or gets it now as one that a reviewer added."""
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
        """Bring in a verdict with its rationale; return the first verdict that stands then."""
        theirs = state.verdict(self._other, number)
        ours = self._current(Action.STATUS, claim_id)
        because = self._rationale_of(number)
        if theirs is None or ours == theirs or merged.had(self._store, Action.STATUS, claim_id, theirs):
            if theirs == ours:
                self._rationale(claim_id, because)
            return ours
        if self._gives_way(claim_id, ours, theirs):
            self._change(Action.STATUS, claim_id, theirs)
            self._rationale(claim_id, because, is_theirs=True)
            return theirs
        assert ours is not None
        if _is_verdict(theirs):
            if theirs["reviewer"] != ours["reviewer"] and not theirs.get("stale"):
                self._second(claim_id, _as_second(theirs, ours, because))
            if theirs["status"] != ours["status"]:
                self._differ(claim_id, "verdict", ours, theirs)
        return ours

    def _gives_way(self, claim_id: str, ours: Cell | None, theirs: Cell) -> bool:
        """Return whether the verdict of the other desk takes the place of this one's."""
        if ours is None or merged.had(self._other, Action.STATUS, claim_id, ours):
            return True
        if _is_verdict(ours) is not _is_verdict(theirs):
            return _is_verdict(theirs)
        is_later = (theirs["decided_at"] or "") > (ours["decided_at"] or "")
        return theirs["reviewer"] == ours["reviewer"] and is_later and self._tell_own(claim_id, ours, theirs)

    def _tell_own(self, claim_id: str, ours: Cell, theirs: Cell) -> bool:
        """Say that one reviewer decided twice, on both desks; the later verdict stands."""
        if theirs["status"] != ours["status"]:
            self._differ(claim_id, "verdict", ours, theirs)
        return True

    def _differ(self, claim_id: str, what: str, ours: Cell, theirs: Cell) -> None:
        self.disagreements.append(
            Disagreement(
                claim=claim_id,
                what=what,
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

    def _rationale_of(self, number: int) -> str | None:
        return claims.status(self._other, number).rationale

    def _rationale(self, claim_id: str, words: str | None, *, is_theirs: bool = False) -> None:
        cell = None if words is None else {"rationale": words}
        ours = self._current(Action.RATIONALE, claim_id)
        if cell is None or ours == cell or merged.had(self._store, Action.RATIONALE, claim_id, cell):
            return
        if is_theirs or ours is None or merged.had(self._other, Action.RATIONALE, claim_id, ours):
            self._change(Action.RATIONALE, claim_id, cell)
        else:
            self._told(claim_id, "rationale", ours["rationale"], cell["rationale"])

    # -- all else that is decided on a claim ----------------------------------------------------------

    def _citation(self, claim_id: str, citation_id: str) -> None:
        cell = state.cited(self._other, citation_id)
        if cell is None or state.cited(self._store, citation_id) is not None:
            return
        if not merged.had_citation(self._store, claim_id, citation_id):
            made = {name: value for name, value in cell.items() if name != "entry"}
            self.changes.append(Change(Action.CITE, claim_id, None, made))

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
            self._told(claim_id, "headline", edited, words)

    def _presence(self, number: int, claim_id: str) -> None:
        """Take a claim off the desk where the other did; one with a verdict, or brought back, stays."""
        if not revisions.is_dropped(self._other, number) or claim_id in self._added:
            return
        is_present = self._current(Action.DROP_CLAIM, claim_id) is not None
        if not is_present or merged.had(self._store, Action.DROP_CLAIM, claim_id, None):
            return
        ours = self._current(Action.STATUS, claim_id)
        if ours is not None and _is_verdict(ours):
            self._told(claim_id, "presence", ours["status"], "dropped")
        elif merged.had(self._other, Action.DROP_CLAIM, claim_id, None):
            self._change(Action.DROP_CLAIM, claim_id, None)

    def _carried(self, number: int, claim_id: str) -> None:
        """Note where decisions went on the other desk, where they are the decisions of this one."""
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
            self._told(subject, "pair", ours["relation"], relation)
            return
        if not is_new:
            make_pair(self._store, *self._both(a, b))
        self.changes.append(Change(Action.DECIDE, subject, ours, cell))

    def _both(self, a: str, b: str) -> Iterator[Claim]:
        for each in (a, b):
            yield claims.claim(self._store, claims.claim_number(self._store, each))

    # -- changes --------------------------------------------------------------------------------------

    def _current(self, action: Action, claim_id: str, sample: Cell | None = None) -> Cell | None:
        """Return what a cell of a claim holds; of a claim that is only coming, nothing but its headline."""
        added = self._added.get(claim_id)
        if added is not None:
            return {"headline": added.headline} if action is Action.HEADLINE else None
        return state.current(self._store, action, claim_id, sample)

    def _change(self, action: Action, claim_id: str, after: Cell | None) -> None:
        before = self._current(action, claim_id, after)
        self.changes.append(Change(action, claim_id, before, after))

    def _told(self, subject: str, what: str, ours: str, theirs: str) -> None:
        self.disagreements.append(Disagreement(claim=subject, what=what, ours=ours, theirs=theirs))


def _is_verdict(cell: Cell) -> bool:
    return Status(cell["status"]).verdict is not None


def _as_second(theirs: Cell, ours: Cell, because: str | None) -> Cell:
    """Return a first verdict of another desk as a second one here: neither reviewer saw the other's."""
    kept = {name: theirs[name] for name in seconds.CELL if name in theirs}
    first = {"first_status": ours["status"], "first_reviewer": ours["reviewer"]}
    return {**kept, "rationale": because, **first}
