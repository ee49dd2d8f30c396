"""Checking that the ledger and documents of somebody else's desk are such as kzcheck writes.

The ledger's hashes only prove that nobody changed it afterwards. Whoever made the desk could have written
anything into it.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kzcheck.domain import (
    Action,
    CitationKind,
    Claim,
    Fate,
    KzcheckError,
    PassageOutcome,
    RecheckOutcome,
    Relation,
    Stance,
    Status,
    claim_id,
    document_id,
)
from kzcheck.store import documents, seconds, state
from kzcheck.store.claims import numbered
from kzcheck.store.convert import STORED, check_offsets
from kzcheck.store.evidence import CHECKED
from kzcheck.store.store import Store

Test = Callable[[Any], bool]
Shape = Mapping[str, Test]

LONGEST_STATE = 1 << 24
"""Characters of one state in the ledger; a claim's sentence is the longest thing in any."""


def _text(value: object) -> bool:
    return isinstance(value, str)


def _maybe_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _maybe_number(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _one_of(words: Iterable[str]) -> Test:
    known = frozenset(words)
    return lambda value: isinstance(value, str) and value in known


def _none_or(test: Test) -> Test:
    return lambda value: value is None or test(value)


def _value(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


STATUS: Shape = {
    **dict.fromkeys(state.VERDICT, _maybe_text),
    **dict.fromkeys(("reviewer", "decided_at"), _text),
    "status": _one_of(Status),
    "active_seconds": _maybe_number,
}
INHERITED: Shape = dict.fromkeys(state.INHERITED, _maybe_text)
CITATION: Shape = {
    **dict.fromkeys(state.CITED, _maybe_text),
    **dict.fromkeys(("id", "reviewer", "reference", "accessed"), _text),
    "stance": _one_of(Stance),
    "kind": _one_of(CitationKind),
}
SECOND: Shape = {
    **dict.fromkeys(seconds.CELL, _maybe_text),
    **dict.fromkeys(("reviewer", "decided_at", "first_reviewer"), _text),
    **dict.fromkeys(("status", "first_status"), _one_of(Status)),
    "active_seconds": _maybe_number,
}
CHECK: Shape = {
    **dict.fromkeys(CHECKED, _maybe_text),
    "citation": _text,
    "passage_check": _none_or(_one_of(PassageOutcome)),
    "recheck": _none_or(_one_of(RecheckOutcome)),
}
SHAPES: Mapping[Action, tuple[Shape, Shape]] = {
    Action.STATUS: (STATUS, INHERITED),
    Action.SECOND: (SECOND, {}),
    Action.CITE: (CITATION, {"entry": _maybe_number}),
    Action.UNCITE: (CITATION, {"entry": _maybe_number}),
    Action.RATIONALE: ({"rationale": _text}, {}),
    Action.HEADLINE: ({"headline": _text}, {}),
    Action.ADD_CLAIM: (dict.fromkeys(STORED, _value), {}),
    Action.DROP_CLAIM: ({"on_desk": _value}, {}),
    Action.DECIDE: ({"relation": _one_of(Relation)}, {}),
    Action.CARRY: ({"to": _maybe_text, "how": _one_of([*Fate, "let go"])}, {}),
    Action.CHECKED: (CHECK, {}),
}
"""For each action the fields that its states must have, and those that they may have."""


def check(store: Store) -> list[str]:
    """Return a line for the first entry or document that kzcheck cannot have written, if there is one."""
    for entry in _strange_entries(store):
        return [f"ledger entry {entry} is of no kind that kzcheck writes"]
    for document in _strange_documents(store):
        return [f"document {document} is not as kzcheck reads one"]
    return []


def _strange_entries(store: Store) -> Iterator[int]:
    batches: set[str] = set()
    for seq, action, subject, batch, before, after in store.each(
        "SELECT seq, action, subject, batch, before, after FROM ledger ORDER BY seq"
    ):
        if action in (Action.UNDO, Action.REDO):
            is_sound = subject in batches and before is None and after is None
        else:
            is_sound = _is_sound(action, subject, before, after)
            batches.add(batch)
        if not is_sound:
            yield seq


def _is_sound(action: str, subject: str, before: str | None, after: str | None) -> bool:
    if action not in SHAPES or (before is None and after is None and action != Action.DECIDE):
        return False
    if (subject.count("|") == 1) is not (action == Action.DECIDE):
        return False
    if action in (Action.HEADLINE, Action.CHECKED) and after is None:
        return False
    if action == Action.HEADLINE and before is None:
        return False
    needed, allowed = SHAPES[Action(action)]
    return all(_fits(text, needed, allowed) for text in (before, after))


def _fits(text: str | None, needed: Shape, allowed: Shape) -> bool:
    if text is None:
        return True
    if len(text) > LONGEST_STATE:
        return False
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(read, dict) or needed.keys() - read.keys():
        return False
    shape = {**needed, **allowed}
    return all(name in shape and shape[name](value) for name, value in read.items())


def _strange_documents(store: Store) -> Iterator[str]:
    for number, name in store.rows("SELECT number, id FROM documents ORDER BY number"):
        try:
            document = documents.document(store, name)
            found = [claim for _, claim in numbered(store, number)]
            for claim in found:
                check_offsets(claim, document.text)
        except (ValueError, TypeError, RecursionError, KzcheckError):
            yield name
            continue
        if document_id(document.text) != name or not all(_own_ids(found)):
            yield name


def _own_ids(found: list[Claim]) -> Iterator[bool]:
    """Yield for each claim whether its id is the one that its place, kind and subject make.

    Where several claims are alike in these, extraction adds `#2`, `#3` … to the subject.
    """
    keys = [(claim.start, claim.end, claim.kind, claim.subject or "") for claim in found]
    most = Counter(keys)
    for claim, (start, end, kind, subject) in zip(found, keys, strict=True):
        names = (subject, *(f"{subject}#{n}" for n in range(2, most[start, end, kind, subject] + 1)))
        yield claim.id in {claim_id(claim.document_id, start, end, kind, name) for name in names}
