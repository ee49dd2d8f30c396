"""From evidence to the probability that two statements say the same.

There are two logistic models, one for headlines and one for running sentences, blended by length: headlines
leave out function words, so that each differing word weighs more. The weights were fitted once, offline, by
L2-regularised logistic regression on public pairs of news headlines (with a similarity of 4 or more of 5) and
of newswire sentences (same or not, by two readers), and judged by five-fold cross-validation; none of those
data are here.
"""

import math
from collections.abc import Sequence
from operator import mul

from kzcheck.match.evidence import CONTRARY, Evidence, measures
from kzcheck.match.prepared import Prepared

HEADLINE = (
    -6.53, 3.00, -2.22, 4.90, -0.88, -0.32, 1.11, 3.24, -1.42, -0.75, 2.25, -4.12, -4.65, -0.54,
    -1.04, 0.60, -1.02, 0.34, -1.36, 0.65, -1.39, 4.22, 1.53, -2.06,
)  # fmt: skip
SENTENCE = (
    -2.73, 3.57, 4.69, -1.07, 8.18, -7.61, 3.58, -0.66, -3.00, 0.10, -0.05, -1.11, -1.12, -1.55,
    -1.53, -0.24, 0.00, -0.18, -0.42, -1.15, -0.31, 0.58, 1.21, 0.56,
)  # fmt: skip
"""Intercept, then a weight for each of `evidence.measures`."""

HEADLINE_WORDS, SENTENCE_WORDS = 8, 14
"""A text of at most the first number of words is a headline, one of at least the second a sentence."""


def probabilities(a: Prepared, b: Prepared, evidence: Evidence) -> tuple[float, float]:
    """Return the probability (0 to 1) that two statements say the same.

    The second number is what it would be if figures, negations and opposites agreed.
    """
    if not a.terms or not b.terms:
        same = 1.0 if a.plain == b.plain and a.plain else 0.0
        return same, same
    numbers = list(measures(a, b, evidence))
    words = (a.plain.count(" ") + b.plain.count(" ")) / 2 + 1
    share = min(max((words - HEADLINE_WORDS) / (SENTENCE_WORDS - HEADLINE_WORDS), 0.0), 1.0)
    score = _probability(numbers, share)
    if not any(numbers[CONTRARY]):
        return score, score
    numbers[CONTRARY] = [0.0] * len(numbers[CONTRARY])
    return score, _probability(numbers, share)


def _probability(numbers: Sequence[float], share: float) -> float:
    """Return the probability of the two models blended; `share` is the part of the one for sentences."""
    logit = (1 - share) * _weigh(HEADLINE, numbers) if share < 1 else 0.0
    logit += share * _weigh(SENTENCE, numbers) if share > 0 else 0.0
    return 1 / (1 + math.exp(-logit))


def _weigh(weights: tuple[float, ...], numbers: Sequence[float]) -> float:
    weighed: float = sum(map(mul, weights[1:], numbers))
    return weights[0] + weighed
