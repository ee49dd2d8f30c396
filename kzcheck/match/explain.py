"""The reasons of a comparison, in a reviewer's words.

They read the same from either side, since they are shown with both claims of a match.
"""

from kzcheck.domain import Approximator, QuantityKind
from kzcheck.match import words
from kzcheck.match.counted import noun, of_one_kind
from kzcheck.match.evidence import Evidence, FigurePair
from kzcheck.match.figures import Agreement, Figure, hedged_alike
from kzcheck.match.prepared import Prepared

Pair = tuple[int, int, float]

_SHOWN = 6


def values(pair: FigurePair) -> str:
    """Return two figures side by side and how they relate; "" for ranks among things without a name."""
    if (
        pair.a.dimension == QuantityKind.RANK
        and pair.a.text != pair.b.text
        and not (noun(pair.a) and noun(pair.b))
    ):
        return ""
    if not of_one_kind(pair.a, pair.b):
        return against(pair.a.text, pair.b.text)
    if pair.agreement is Agreement.SAME and hedged_alike(pair.a, pair.b):
        return f"both say {pair.a.text}" if pair.a.text == pair.b.text else f"{pair.a.text} = {pair.b.text}"
    if pair.agreement is Agreement.CLASH:
        return against(pair.a.text, pair.b.text)
    return agreed(pair)


def against(one: str, other: str) -> str:
    """Return two words or figures that do not go together, side by side."""
    return f"{one} against {other}"


def about(one: str, other: str) -> str:
    """Return words for statements about different things."""
    return f"one is about {one}, the other about {other}"


def subjects(one: str, other: str) -> str:
    """Return that two statements have different subjects, which need not be what they are about."""
    return f"the subjects differ: {against(one, other)}"


def agreed(pair: FigurePair) -> str:
    """Return words for figures that agree although they are given differently."""
    exact = pair.agreement is Agreement.WITHIN and {pair.a.approximator, pair.b.approximator} == {
        Approximator.EXACT
    }
    how = "within rounding" if exact else "allowing for the hedge"
    return f"{pair.a.text} and {pair.b.text} agree, {how}"


def apart(a: Figure, b: Figure) -> str:
    """Return words for figures that measure different things."""
    return f"{a.text} and {b.text} measure different things"


def alike(a: Prepared, b: Prepared, *, surely: bool) -> str:
    """Return words for statements that nothing tells apart."""
    if a.plain == b.plain:
        return "word for word the same"
    return "the same in other words" if surely else "perhaps the same, in other words"


def published(a: str, b: str, *, apart: bool) -> str:
    """Return when two figures were published; where they are `apart`, one may be out of date."""
    return f"published {a} and {b}" + (": one may be out of date" if apart else "")


def shared_terms(a: Prepared, b: Prepared, evidence: Evidence) -> str | None:
    """Return what both sides mention, in their own words, except words like "said"."""
    pairs = sorted(evidence.alignment.pairs)
    told = [
        a.written[i] if a.terms[i] == b.terms[j] else _in_both(a, b, (i, j, worth), pairs)
        for i, j, worth in pairs
        if (a.terms[i] not in words.SAYING or b.terms[j] not in words.SAYING)
        and (a.written[i], b.written[j]) not in evidence.alignment.opposites
    ]
    return f"both: {_listed(list(dict.fromkeys(told)))}" if told else None


def _in_both(a: Prepared, b: Prepared, pair: Pair, pairs: list[Pair]) -> str:
    """Return a term once, or in the words of both sides where they differ: "EU/European Union"."""
    i, j, worth = pair
    one, other = a.written[i], b.written[j]
    if one.casefold() == other.casefold():
        return one
    if worth == 1:  # an abbreviation, or two words that are one
        one = " ".join([a.written[x] for x, y, _ in pairs if y == j])
        other = " ".join([b.written[y] for x, y, _ in pairs if x == i])
    return f"{one}/{other}"


def differing_terms(a: Prepared, b: Prepared, evidence: Evidence) -> str | None:
    """Return what only one side mentions."""
    rest_a = _listed(_told(a, evidence.alignment.rest_a))
    rest_b = _listed(_told(b, evidence.alignment.rest_b))
    if rest_a and rest_b:
        return f"they differ in: {against(rest_a, rest_b)}"
    return f"only one says: {rest_a or rest_b}" if rest_a or rest_b else None


def _told(prepared: Prepared, rest: list[int]) -> list[str]:
    """Return the words at some places, except words like "said" and single letters."""
    return [
        prepared.written[at]
        for at in rest
        if prepared.terms[at] not in words.SAYING and len(prepared.written[at]) > 1
    ]


def _listed(terms: list[str]) -> str:
    more = len(terms) - _SHOWN
    return ", ".join(terms) if more <= 1 else f"{', '.join(terms[:_SHOWN])} and {more} more"
