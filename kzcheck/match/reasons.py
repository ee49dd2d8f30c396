"""Which reasons a comparison is shown with, and in which order: what decides comes first."""

from kzcheck.match import explain
from kzcheck.match.figures import Agreement
from kzcheck.match.sides import HALF, Sides, of_one_measure

MOST_FIGURES = 3


def reasons(sides: Sides, why: str | None) -> tuple[str, ...]:
    """Return the reasons: the deciding one, then figures, dates, shared terms, and terms that differ."""
    differing = explain.differing_terms(*sides[:3])
    return _listed(why, *_figures(sides), _dates(sides), explain.shared_terms(*sides[:3]), differing)


def outline(sides: Sides, why: str | None) -> tuple[str, ...]:
    """Put what makes two statements related first, then the figures and the terms that both have.

    Where little is the same, to list what differs tells nothing.
    """
    aligned = sides.evidence.alignment
    more = None if aligned.rest_a and aligned.rest_b else explain.differing_terms(*sides[:3])
    return _listed(why, *_figures(sides), explain.shared_terms(*sides[:3]), more)


def difference(sides: Sides, why: str | None) -> tuple[str, ...]:
    """Put what tells two statements apart first, then what both have after all, then what only one has."""
    return _listed(why, explain.shared_terms(*sides[:3]), explain.differing_terms(*sides[:3]))


def _listed(*lines: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for line in lines if line))


def _figures(sides: Sides) -> list[str]:
    """Set figures that measure the same side by side, those that clash first."""
    if not sides.evidence.figures:
        return []
    order = [Agreement.CLASH, Agreement.WITHIN, Agreement.SAME]
    pairs = sorted(sides.evidence.figures, key=lambda pair: order.index(pair.agreement))
    told = [
        explain.values(pair)
        for pair in pairs
        if pair.agreement is not Agreement.CLASH
        or (pair.a.unit and pair.b.unit)
        or (sides.part >= HALF and of_one_measure(sides, pair))
    ]
    return [said for said in told if said][:MOST_FIGURES]


def _dates(sides: Sides) -> str | None:
    """Say when two figures were published if the years differ, since one may be out of date."""
    a, b, evidence = sides[:3]
    if a.main is None or b.main is None or not a.published or not b.published:
        return None
    if a.published[:4] == b.published[:4]:
        return None
    apart = evidence.agreements().count(Agreement.SAME) < len(evidence.figures)
    return explain.published(a.published, b.published, apart=apart)
