"""How near a claim is to a text that is looked up, which may be a few words, a figure or a whole statement.

`compare` tells whether two statements say the same, and a few words never say what a sentence says. So what
counts here besides is how much of the text the claim holds, in its statement or its headline.
"""

import math
from collections.abc import Mapping
from operator import mul
from typing import NamedTuple

from kzcheck.domain import Comparison, Relation
from kzcheck.match import explain
from kzcheck.match.align import align, weights
from kzcheck.match.compare import compare
from kzcheck.match.evidence import pair_figures
from kzcheck.match.figures import Agreement
from kzcheck.match.prepared import Prepared
from kzcheck.match.vocabulary import STOP
from kzcheck.match.words import SYNONYM

USUAL_CLAIMS = 1000
"""A smaller desk does not tell how rare a word is: it is taken for a sample of one of this size."""
HELD = 0.5
"""The score of a claim that holds all of a long text but need not say it: many may."""
FIGURE = 3.0
"""The weight of a figure, in rare words; a year weighs one."""
ENOUGH = 1.5
"""A text of this weight tells some two thirds of what a long one does about which claim is meant."""
LEAST_HELD = 0.5
"""A claim that states something else is near when it holds so much of the text."""


class Sought(NamedTuple):
    """A text that is looked up, and how much each of its terms tells, 0 to 1."""

    text: Prepared
    rarities: tuple[float, ...]

    def words(self) -> str:
        """Return the words of the text, folded, but for those that say nothing themselves."""
        return " ".join(word for word in self.text.plain.split() if word not in STOP)


def sought(text: Prepared, claims: int, holders: Mapping[str, int]) -> Sought:
    """Return a text ready to be looked up among `claims`, of which `holders` have each index term."""
    usual = max(claims, USUAL_CLAIMS)
    holding = [max(holders.get(SYNONYM.get(term, term), 0), 1) for term in text.terms]
    return Sought(text, tuple([math.log1p(usual / n) / math.log1p(usual) for n in holding]))


def nearness(what: Sought, claim: Prepared, headline: Prepared) -> Comparison | None:
    """Return how a claim relates to a text that is looked up, None where it is not near.

    The score is how likely the claim is the one that is meant: how likely it says the same, or its headline
    does, or how much of the text it holds, more so for a text that makes up much of it; the most of these. A
    headline leaves things out, so it counts as far as the text is held.
    """
    text = what.text
    said = compare(text, claim)
    held, weight = _held(what, claim, headline)
    part = max(_part(text, claim), _part(text, headline))
    if said.relation is Relation.DIFFERENT and (not weight or (held < LEAST_HELD and not part)):
        return None
    meant = (1 - math.exp(-weight / ENOUGH)) * (HELD * held * held + (1 - HELD) * part)
    score = max(said.score, held * held * compare(text, headline).score, meant)
    if said.relation is Relation.DIFFERENT:
        said = Comparison(Relation.RELATED, score, said.reasons)
    return Comparison(said.relation, score, _reasons(text, claim, headline, said))


def _held(what: Sought, claim: Prepared, headline: Prepared) -> tuple[float, float]:
    """Return which share of what a text says a claim or its headline has, and how much it says."""
    text = what.text
    credited = dict.fromkeys(range(len(text.terms)), 0.0)
    for side in (claim, headline):
        for at, _, credit in align(text, side).pairs:
            credited[at] = max(credited[at], credit)
    years = {*claim.years, *headline.years}
    weigh = list(map(mul, weights(text.kinds), what.rarities))
    held = sum(weigh[at] * credit for at, credit in credited.items())
    held += len(years.intersection(text.years)) + FIGURE * max(
        _figures(text, claim), _figures(text, headline)
    )
    whole = sum(weigh) + len(text.years) + FIGURE * len(text.figures)
    return held / (whole or 1.0), whole


def _figures(text: Prepared, side: Prepared) -> float:
    """Count the figures of a text that another has too; half where they count other things or are rounded."""
    pairs, _, _ = pair_figures(text.figures, side.figures)
    return sum(
        1.0 if pair.agreement is Agreement.SAME and explain.of_one_kind(pair.a, pair.b) else 0.5
        for pair in pairs
        if pair.agreement is not Agreement.CLASH
    )


def _part(text: Prepared, side: Prepared) -> float:
    """Return how much of another a text makes up, 0 to 1, if it stands in it word for word; else 0."""
    if not text.plain or f" {text.plain} " not in f" {side.plain} ":
        return 0.0
    return len(text.plain) / len(side.plain)


def _reasons(text: Prepared, claim: Prepared, headline: Prepared, said: Comparison) -> tuple[str, ...]:
    """Put a text that stands in a claim word for word before the other reasons."""
    if text.plain == claim.plain:
        return said.reasons
    if text.plain and text.plain == headline.plain:
        return ("the headline, word for word", *said.reasons)
    if " " in text.plain and _part(text, claim):
        return ("in the claim, word for word", *said.reasons)
    return said.reasons
