"""The reasons of a comparison, in a reviewer's words.

They read the same from either side, since both claims of a match show them.
"""

from kzcheck.match.evidence import Evidence, FigurePair
from kzcheck.match.figures import Agreement, Figure
from kzcheck.match.prepared import Prepared

_SHOWN = 6


def values(pair: FigurePair) -> str:
    """Say two figures side by side, and how they relate."""
    if pair.agreement is Agreement.SAME:
        return (
            f"same figure: {pair.a.text}" if pair.a.text == pair.b.text else f"{pair.a.text} = {pair.b.text}"
        )
    if pair.agreement is Agreement.WITHIN:
        return agreed(pair)
    return against(pair.a.text, pair.b.text)


def against(one: str, other: str) -> str:
    """Set two words or figures that do not go together side by side."""
    return f"{one} against {other}"


def agreed(pair: FigurePair) -> str:
    """Say two figures that agree though they are not given alike."""
    how = "hedges" if pair.agreement is Agreement.SAME else "rounding"
    return f"{pair.a.text} and {pair.b.text} agree within {how}"


def apart(a: Figure, b: Figure) -> str:
    """Say that two figures measure different things."""
    return f"{a.text} and {b.text} are not of one kind"


def shared_terms(a: Prepared, evidence: Evidence) -> str | None:
    """Name what both sides mention."""
    shared = [a.written[i] for i, _, credit in sorted(evidence.alignment.pairs) if credit >= 0.8]
    return f"both: {_listed(shared)}" if shared else None


def differing_terms(a: Prepared, b: Prepared, evidence: Evidence) -> str | None:
    """Name what only one side mentions; a slash stands between what one and what the other does."""
    rest_a = [a.written[at] for at in evidence.alignment.rest_a]
    rest_b = [b.written[at] for at in evidence.alignment.rest_b]
    sides = [_listed(rest) for rest in (rest_a, rest_b) if rest]
    return f"only one says: {' / '.join(sides)}" if sides else None


def _listed(terms: list[str]) -> str:
    more = len(terms) - _SHOWN
    return ", ".join(terms[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
