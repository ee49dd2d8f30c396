"""Whether the figures of a claim and of its quoted passage agree, by the rules that compare two claims.

Imported where it is used: it loads the rooms of extraction and matching.
"""

from dataclasses import dataclass

from kzcheck.desk.comparing import prepare_claim, prepare_text
from kzcheck.domain import Claim, Document
from kzcheck.match.evidence import FigurePair, pair_figures
from kzcheck.match.figures import Agreement


@dataclass(frozen=True, slots=True)
class FiguresSeen:
    """The figures of source and claim in one line for the reader, and whether they agree."""

    line: str
    agrees: bool


def figures_seen(claim: Claim, document: Document, passage: str | None) -> FiguresSeen | None:
    """Compare the claim's figure with the passage's; None when they have no figures of the same kind.

    Of several figures in the passage the one nearest in value counts, since the others are about something
    else.
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
