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
    -6.29, 3.57, -1.77, 4.45, -0.68, -1.30, 1.27, 3.41, -2.21, -0.90, 2.07, -4.33, -4.35, 0.05,
    -1.06, 0.66, -0.95, 0.32, -1.79, 0.44,
)  # fmt: skip
SENTENCE = (
    -2.46, 3.44, 4.83, -0.91, 8.40, -7.77, 3.53, -1.17, -2.63, 0.14, -0.08, -1.09, -1.15, -1.37,
    -1.43, -0.11, -0.35, -0.17, -0.45, -1.12,
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
