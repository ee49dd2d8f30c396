"""How near a claim is to a text that is looked up: a few words, a figure, or a whole statement.

`compare` finds whether two statements say the same, but a few words never say what a sentence says. So it
also counts here how much of the text the claim contains, in its statement or its headline.
"""

import math
from collections.abc import Mapping
from operator import mul
from typing import NamedTuple

from kzcheck.domain import Comparison, Relation
from kzcheck.match.align import align, weights
from kzcheck.match.compare import compare
from kzcheck.match.counted import of_one_kind
from kzcheck.match.evidence import pair_figures
from kzcheck.match.figures import Agreement
from kzcheck.match.prepared import Prepared
from kzcheck.match.vocabulary import STOP
from kzcheck.match.words import SYNONYM

USUAL_CLAIMS = 1000
"""A smaller desk cannot show how rare a word is; it is treated as a sample of one of this size."""
HELD = 0.5
"""The score of a claim that contains all words of a long text without making its statement."""
FIGURE = 3.0
"""The weight of a figure, where a very rare word and a year weigh 1."""
ENOUGH = 1.5
"""The weight of a text that tells about two thirds as well as a long one which claim is meant."""
LEAST_HELD = 0.5
"""How much of the text (0 to 1) a claim that says something else must contain to be near."""


class Sought(NamedTuple):
    """A text that is looked up, and how rare each of its terms is, 0 to 1."""

    text: Prepared
    rarities: tuple[float, ...]

    def words(self) -> str:
        """Return the folded words of the text without stop words."""
        return " ".join(word for word in self.text.plain.split() if word not in STOP)


def sought(text: Prepared, claims: int, holders: Mapping[str, int]) -> Sought:
    """Return a text ready to be looked up among so many `claims`; `holders` counts those that have a term."""
    usual = max(claims, USUAL_CLAIMS)
    holding = [max(holders.get(SYNONYM.get(term, term), 0), 1) for term in text.terms]
    return Sought(text, tuple([math.log1p(usual / n) / math.log1p(usual) for n in holding]))


def nearness(what: Sought, claim: Prepared, headline: Prepared) -> Comparison | None:
    """Return how a claim relates to a text that is looked up, or None if it is not near.

    The score (0 to 1) is how likely it is that this claim is meant. It is the highest of three: how likely
    the claim says the same; how likely its headline does, times how much of the text is found, since
    headlines leave things out; and how much of the text is found at all, with more for a text that makes
    up much of the claim.
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
    """Return which part of a text (0 to 1) a claim or its headline contains, and the weight of the text."""
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
    """Count the figures that two texts share; rounded ones, and those that count other things, as a half."""
    pairs, _, _ = pair_figures(text.figures, side.figures)
    return sum(
        1.0 if pair.agreement is Agreement.SAME and of_one_kind(pair.a, pair.b) else 0.5
        for pair in pairs
        if pair.agreement is not Agreement.CLASH
    )


def _part(text: Prepared, side: Prepared) -> float:
    """Return which part of `side` (0 to 1) a text makes up that it contains word for word; otherwise 0."""
    if not text.plain or f" {text.plain} " not in f" {side.plain} ":
        return 0.0
    return len(text.plain) / len(side.plain)


def _reasons(text: Prepared, claim: Prepared, headline: Prepared, said: Comparison) -> tuple[str, ...]:
    """Return the reasons, beginning with whether claim or headline contain the text word for word."""
    if text.plain == claim.plain:
        return said.reasons
    if text.plain and text.plain == headline.plain:
        return ("the headline, word for word", *said.reasons)
    if " " in text.plain and _part(text, claim):
        return ("in the claim, word for word", *said.reasons)
    return said.reasons
