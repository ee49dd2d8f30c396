"""Whether the figures of a claim and of the passage it rests on agree, compared as matches are.

Imported where it is used: it loads the rooms of extraction and matching.
"""

from dataclasses import dataclass

from kzcheck.desk.comparing import prepare_claim, prepare_text
from kzcheck.domain import Claim, Document
from kzcheck.match.evidence import FigurePair, pair_figures
from kzcheck.match.figures import Agreement


@dataclass(frozen=True, slots=True)
class FiguresSeen:
    """What source and claim say, in one line, and whether they agree."""

    line: str
    agrees: bool


def figures_seen(claim: Claim, document: Document, passage: str | None) -> FiguresSeen | None:
    """Return how the claim's figure and the passage's relate; None where either has none of one kind.

    Of several figures in the passage the one nearest in value counts: the others are of other things.
    """
    if not passage or claim.quantity is None:
        return None
    prepared = prepare_claim(claim, document)
    if prepared.main is None:
        return None
    pairs, _, _ = pair_figures((prepared.figures[prepared.main],), prepare_text(passage).figures)
    return _seen(pairs[0]) if pairs else None


def _seen(pair: FigurePair) -> FiguresSeen:
    word = {Agreement.SAME: "the same", Agreement.WITHIN: "compatible"}.get(pair.agreement, "differs")
    line = f"source says {pair.b.text}, claim says {pair.a.text}: {word}"
    return FiguresSeen(line, agrees=pair.agreement is not Agreement.CLASH)
