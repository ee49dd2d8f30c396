"""From evidence to the probability that two statements say the same.

Two logistic models, one for headlines and one for running sentences, blended by length: a headline leaves
out its function words, so each word that differs weighs more. The weights were fitted once, offline, with
L2-regularised logistic regression on public pairs of news headlines (graded similarity, 4 and above is the
same) and of newswire sentences (same or not, by two readers), judged by five-fold cross-validation; no row
of those data is here.
"""

import math
from dataclasses import replace

from kzcheck.match.evidence import Evidence, measures
from kzcheck.match.figures import Agreement
from kzcheck.match.prepared import Prepared

HEADLINE = (
    -3.72, 2.33, 0.16, 1.72, -0.95, -1.28, 2.17, 2.52, -1.71, -1.37, 2.05, -4.23, -4.12, -0.02,
    -1.33, 0.20, -0.84, 0.46,
)  # fmt: skip
SENTENCE = (
    -2.90, 2.60, 3.39, 0.61, 4.41, -3.43, 2.87, 0.31, -2.89, 0.54, -0.04, -0.93, -1.09, -1.38,
    -1.35, -0.01, -0.93, -0.35,
)  # fmt: skip
"""Intercept, then a weight for each of `evidence.measures`."""

HEADLINE_WORDS, SENTENCE_WORDS = 8, 14
"""Up to the one a text is taken for a headline, from the other on for a sentence."""


def probability(a: Prepared, b: Prepared, evidence: Evidence) -> float:
    """Return how likely the two statements say the same, 0 to 1."""
    if not a.terms or not b.terms:
        return 1.0 if a.plain == b.plain and a.plain else 0.0
    numbers = measures(a, b, evidence)
    words = (a.plain.count(" ") + b.plain.count(" ")) / 2 + 1
    share = min(max((words - HEADLINE_WORDS) / (SENTENCE_WORDS - HEADLINE_WORDS), 0.0), 1.0)
    logit = (1 - share) * _weigh(HEADLINE, numbers) + share * _weigh(SENTENCE, numbers)
    return 1 / (1 + math.exp(-logit))


def probability_otherwise(a: Prepared, b: Prepared, evidence: Evidence) -> float:
    """Return how likely they would say the same if figures, negations and opposites agreed."""
    agreeing = tuple(pair for pair in evidence.figures if pair.agreement is not Agreement.CLASH)
    aligned = replace(evidence.alignment, opposites=[])
    return probability(
        a, b, replace(evidence, alignment=aligned, figures=agreeing, lone_a=(), lone_b=(), negated=False)
    )


def _weigh(weights: tuple[float, ...], numbers: tuple[float, ...]) -> float:
    return weights[0] + sum(w * x for w, x in zip(weights[1:], numbers, strict=True))
