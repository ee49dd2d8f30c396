"""The enumerations that describe a claim: its kind, figure, subject, voice and standing."""

from enum import StrEnum


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    QUANTITY = "quantity"
    PERCENTAGE = "percentage"
    RANGE = "range"
    DATE = "date"
    SUPERLATIVE = "superlative"
    ATTRIBUTION = "attribution"
    QUOTE = "quote"
    EVENT = "event"
    RELATION = "relation"


class Approximator(StrEnum):
    """How exactly a figure is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"
    HEDGED = "hedged"
    VAGUE = "vague"


class Change(StrEnum):
    """The direction of a figure that is a change."""

    UP = "up"
    DOWN = "down"


class QuantityKind(StrEnum):
    """The dimension of a quantity."""

    COUNT = "count"
    PERCENTAGE = "percentage"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    TEMPERATURE = "temperature"
    RANK = "rank"
    DATE = "date"
    NUMBER = "number"


class SubjectOrigin(StrEnum):
    """How the subject of a claim was found."""

    EXPLICIT = "explicit"
    CARRIED = "carried"
    ANAPHORA = "anaphora"
    DISTRIBUTED = "distributed"


class Attribution(StrEnum):
    """Whose voice a claim is in."""

    AUTHOR = "author"
    NAMED = "named"
    UNNAMED = "unnamed"
    IMAGINED = "imagined"


class Modality(StrEnum):
    """Whether a claim is put as fact, as forecast, or as what would be."""

    ASSERTED = "asserted"
    PREDICTED = "predicted"
    COUNTERFACTUAL = "counterfactual"


class Standing(StrEnum):
    """Whether a claim is of the present text of its document, and whether its verdict still holds.

    `CURRENT`: of the present text. `STALE`: of the present text, with a verdict that was found on an earlier
    text and on words that have changed since. `SUPERSEDED`: of a text that a later one has replaced.
    `ORPHANED`: superseded, and the decisions on it could not be carried over to the later text.
    """

    CURRENT = "current"
    STALE = "stale"
    SUPERSEDED = "superseded"
    ORPHANED = "orphaned"
