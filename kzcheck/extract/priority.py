"""How much a claim is worth checking, from one small table of weights."""

from functools import lru_cache
from typing import NamedTuple

from kzcheck.domain import Attribution, ClaimKind, Modality


class Weight(NamedTuple):
    """A reason in a reader's words, and what it adds to the priority."""

    reason: str
    weight: float


BASE = 0.15
"""What any checkable statement starts from."""

FIGURE = Weight("a figure", 0.3)
SHARE = Weight("a share", 0.1)
RANK = Weight("a rank or first", 0.35)
COMPARISON = Weight("a comparison", 0.1)
NAMED_SPEAKER = Weight("a named speaker", 0.15)
UNNAMED_SPEAKER = Weight("an unnamed source", 0.05)
QUOTATION = Weight("a quotation", 0.1)
MANY_PEOPLE = Weight("many people affected", 0.15)
MONEY = Weight("money", 0.1)
FORCE = Weight("war, law or violence", 0.1)
HEALTH = Weight("health", 0.1)
EVENT = Weight("an event", 0.1)
DATED = Weight("a date", 0.1)
NAMES = Weight("names who or what", 0.05)
LARGE = Weight("a large figure", 0.05)
VAGUE = Weight("a vague amount", -0.2)
SMALL_COUNT = Weight("a small count", -0.2)
PREDICTED = Weight("a prediction", -0.3)
COUNTERFACTUAL = Weight("what did not happen", -0.35)
QUESTION = Weight("in a question", -0.3)
ASIDE = Weight("an aside", -0.05)
OPINION = Weight("the author's judgement", -0.2)
IMAGINED = Weight("nobody said it", -0.4)

KINDS = {
    ClaimKind.QUANTITY: (FIGURE,),
    ClaimKind.PERCENTAGE: (FIGURE, SHARE),
    ClaimKind.RANGE: (FIGURE,),
    ClaimKind.DATE: (EVENT, DATED),
    ClaimKind.SUPERLATIVE: (RANK,),
    ClaimKind.ATTRIBUTION: (),
    ClaimKind.QUOTE: (QUOTATION,),
    ClaimKind.EVENT: (EVENT,),
    ClaimKind.RELATION: (),
}
"""What each kind of claim counts for."""

VOICES = {
    Attribution.AUTHOR: (),
    Attribution.NAMED: (NAMED_SPEAKER,),
    Attribution.UNNAMED: (UNNAMED_SPEAKER,),
    Attribution.IMAGINED: (IMAGINED,),
}
"""What it counts for whose voice a claim is in."""

MODALITIES = {
    Modality.ASSERTED: (),
    Modality.PREDICTED: (PREDICTED,),
    Modality.COUNTERFACTUAL: (COUNTERFACTUAL,),
}
"""What it counts for whether a claim is put as fact."""


@lru_cache(maxsize=1024)
def weigh(weights: tuple[Weight, ...]) -> tuple[float, tuple[str, ...]]:
    """Return the priority (0 to 1) that the weights come to, and their reasons, the heaviest first."""
    distinct = sorted(dict.fromkeys(weights), key=lambda weight: -abs(weight.weight))
    total = BASE + sum(weight.weight for weight in distinct)
    return round(min(1.0, max(0.0, total)), 3), tuple(weight.reason for weight in distinct)
