"""What a new text of a document did to its sentences and its claims."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from kzcheck.domain import Claim, Document, Edit, Fate, SentenceEdit, Span, ZoneKind
from kzcheck.extract.anchoring import anchor, folded
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.sentences import split_sentences

COMPARED_ZONES = (ZoneKind.HEADLINE, ZoneKind.BODY, ZoneKind.CAPTION)
ALIKE = 0.5
"""From this share of common words on (Dice's coefficient), one sentence is the other, altered."""
MOST_PAIRS = 10_000
"""A rewritten stretch with more pairs of sentences than this is taken as dropped and added."""

_WORD = Pattern(r"\w+(?:['.,]\w+)*")
_END_MARKS = ".,;:!?…"
_NOTE = Pattern(
    r"^\W*(?:correction|clarification|update|editor'?s'? note)\b"
    r"|\b(?:earlier|previous|original) version of this\b"
    r"|\bthis (?:article|story|piece|post|report|page) (?:was|has been) \w*"
    r"(?:corrected|updated|amended|changed|edited|revised)\b",
    re.IGNORECASE,
)
_DENIALS = frozenset({"not", "no", "never", "neither", "nor", "none", "without", "false", "denied", "denies"})


@dataclass(frozen=True, slots=True)
class Reanchored:
    """A claim of the text before, and what became of it.

    `to` is the claim that it is now. It is None where the new text has its words at `span` and no claim was
    found in them, or where a person has to look (`fate` says why), perhaps at `candidates`. `stale` says
    what the new text states otherwise.
    """

    claim: Claim
    fate: Fate
    span: Span | None = None
    to: Claim | None = None
    stale: str | None = None
    candidates: tuple[Claim, ...] = ()


def sentence_edits(old: Document, new: Document) -> list[SentenceEdit]:
    """Return the sentences that were added, dropped or altered, from the top down.

    Sentences that only moved, or differ in white space and typographic signs, are left out.
    """
    before, after = _sentences(old), _sentences(new)
    keys = [_key(old, span) for span in before], [_key(new, span) for span in after]
    edits: list[SentenceEdit] = []
    for tag, i, j, k, m in SequenceMatcher(None, *keys).get_opcodes():
        if tag != "equal":
            edits += _block(keys, range(i, j), range(k, m), before, after)
    return _without_moves(old, new, edits)


def says_so(sentences: Iterable[str]) -> bool:
    """Return whether any of these sentences says that the document was corrected or updated."""
    return any(_NOTE.search(folded(sentence)) for sentence in sentences)


def reanchor(
    old: Document, claims: Iterable[Claim], new: Document, found: Sequence[Claim]
) -> Iterator[Reanchored]:
    """Yield what became of `claims` of the old text in the new one, in which `found` are the claims.

    The mark at a claim's end does not matter: a clause may have been put behind it, or taken off.
    """
    at: dict[Span, list[Claim]] = {}
    for claim in found:
        at.setdefault(_without_end_mark(new, claim), []).append(claim)
    altered = [edit for edit in sentence_edits(old, new) if edit.edit is Edit.ALTERED]
    for claim in claims:
        place = anchor(old, _without_end_mark(old, claim), claim.zone, new)
        if place.span is not None:
            to = _counterpart(claim, at.get(place.span, []))
            stale = None if to is None else _difference(old, claim, new, to)
            yield Reanchored(claim, Fate.ALTERED if stale else Fate.KEPT, place.span, to, stale)
        else:
            candidates = [each for span in place.others for each in at.get(span, [])]
            yield _altered(old, claim, new, found, altered) or Reanchored(
                claim, place.fate, candidates=tuple(candidates)
            )


def _without_end_mark(document: Document, claim: Claim) -> Span:
    """Return the span of a claim without a full stop or another mark at its end."""
    words = document.text[claim.start : claim.end].rstrip(_END_MARKS)
    return Span(claim.start, claim.start + len(words)) if words else Span(claim.start, claim.end)


def _sentences(document: Document) -> list[Span]:
    return [
        span
        for zone in document.zones
        if zone.kind in COMPARED_ZONES
        for span in split_sentences(document.text, zone.start, zone.end)
    ]


def _key(document: Document, span: Span) -> str:
    return " ".join(folded(span.of(document.text)).split())


def _block(
    keys: tuple[list[str], list[str]], old: range, new: range, before: Sequence[Span], after: Sequence[Span]
) -> Iterator[SentenceEdit]:
    """Yield the edits of a stretch that differs: sentences that are alike go together, best first."""
    pairs = dict(_pairs(keys, old, new)) if len(old) * len(new) <= MOST_PAIRS else {}
    for index in old:
        if index not in pairs:
            yield SentenceEdit(Edit.DROPPED, before[index], None)
    origins = {there: here for here, there in pairs.items()}
    for index in new:
        if index in origins:
            yield SentenceEdit(Edit.ALTERED, before[origins[index]], after[index])
        else:
            yield SentenceEdit(Edit.ADDED, None, after[index])


def _pairs(keys: tuple[list[str], list[str]], old: range, new: range) -> Iterator[tuple[int, int]]:
    bags = {index: _bag(keys[0][index]) for index in old}, {index: _bag(keys[1][index]) for index in new}
    rated = sorted(
        (-_likeness(bags[0][i], bags[1][k]), abs((i - old.start) - (k - new.start)), i, k)
        for i in old
        for k in new
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for rating, _, i, k in rated:
        if -rating >= ALIKE and i not in taken[0] and k not in taken[1]:
            taken[0].add(i)
            taken[1].add(k)
            yield i, k


def _bag(sentence: str) -> Counter[str]:
    """Return the words of a sentence; a figure counts as a figure, whichever it is."""
    return Counter("#" if word[0].isdigit() else word for word in _WORD.findall(sentence.casefold()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())


def _without_moves(old: Document, new: Document, edits: Sequence[SentenceEdit]) -> list[SentenceEdit]:
    dropped = Counter(_key(old, edit.before) for edit in edits if edit.before and not edit.after)
    added = Counter(_key(new, edit.after) for edit in edits if edit.after and not edit.before)
    moved = dropped & added
    left, kept = {Edit.DROPPED: moved.copy(), Edit.ADDED: moved.copy()}, []
    for edit in edits:
        span = edit.before or edit.after
        if edit.edit is not Edit.ALTERED and span is not None:
            key = _key(old if edit.before else new, span)
            if left[edit.edit][key]:
                left[edit.edit][key] -= 1
                continue
        kept.append(edit)
    return kept


def _counterpart(claim: Claim, there: Sequence[Claim]) -> Claim | None:
    """Return the claim that has the same words: of the same kind and subject, or else the only one."""
    for same in (
        [each for each in there if each.kind is claim.kind and _same(each.subject, claim.subject)],
        [each for each in there if each.kind is claim.kind],
        there,
    ):
        if len(same) == 1:
            return same[0]
    return None


def _altered(
    old: Document, claim: Claim, new: Document, found: Sequence[Claim], altered: Sequence[SentenceEdit]
) -> Reanchored | None:
    """Return what became of a claim whose sentence is there in other words; None where it is not."""
    after = next(
        (e.after for e in altered if e.before and e.before.start <= claim.start < e.before.end), None
    )
    if after is None:
        return None
    said = folded(claim.sentence.of(old.text))
    there = [
        each for each in found if after.start <= each.start < after.end and folded(each.quote) not in said
    ]
    alike = [each for each in there if _frame(each) == _frame(claim) and each.kind is claim.kind]
    if len(alike) != 1:
        alike = [each for each in there if claim.quantity and _gist(each) == _gist(claim)]
    if len(alike) == 1 and _figure(alike[0]) != _figure(claim):
        to = alike[0]
        return Reanchored(claim, Fate.ALTERED, Span(to.start, to.end), to, _difference(old, claim, new, to))
    return Reanchored(claim, Fate.REWORDED, candidates=tuple(alike or there))


def _frame(claim: Claim) -> str:
    """Return a claim's words without its figure."""
    words, quantity = claim.quote, claim.quantity
    if quantity is not None and claim.start <= quantity.start and quantity.end <= claim.end:
        words = words[: quantity.start - claim.start] + "#" + words[quantity.end - claim.start :]
    return " ".join(folded(words).casefold().split())


def _gist(claim: Claim) -> tuple[object, ...]:
    """Return what a claim's figure is of."""
    unit = claim.quantity.unit if claim.quantity else None
    return (claim.kind, unit, claim.measure, (claim.subject or "").casefold())


def _figure(claim: Claim) -> tuple[object, ...]:
    """Return what a claim's figure comes to; of a date or a vague amount, its words."""
    q = claim.quantity
    if q is None:
        return ()
    return (q.value, q.value_high, q.unit, q.approximator, q.change, q.text if q.value is None else None)


def _difference(old: Document, claim: Claim, new: Document, to: Claim) -> str | None:
    """Return what a claim says otherwise now, in a few words; None where it says the same."""
    if _figure(claim) != _figure(to):
        return f"{_said(claim)} became {_said(to)}"
    if claim.subject and to.subject and not _same(claim.subject, to.subject):
        return f"it was said of {claim.subject}, and is now of {to.subject}"
    if not _same(claim.speaker, to.speaker):
        return f"it was said by {claim.speaker or 'the author'}, and is now by {to.speaker or 'the author'}"
    if claim.modality is not to.modality:
        return f"it was {claim.modality}, and is now {to.modality}"
    if claim.as_of != to.as_of and "text" in (claim.as_of_from, to.as_of_from):
        return f"it was as of {claim.as_of or 'no date'}, and is now of {to.as_of or 'no date'}"
    if _denials(claim.sentence.of(old.text)) != _denials(to.sentence.of(new.text)):
        return "its sentence now denies what it said, or no longer does"
    return None


def _said(claim: Claim) -> str:
    return " ".join((claim.quantity.text if claim.quantity else claim.quote).split())


def _same(one: str | None, other: str | None) -> bool:
    return (one or "").casefold() == (other or "").casefold()


def _denials(sentence: str) -> int:
    words = _WORD.findall(folded(sentence).casefold())
    return sum(word in _DENIALS or word.endswith("n't") for word in words)
