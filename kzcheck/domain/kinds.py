"""What sort a claim is of, and its figure, subject and voice; where it stands."""

from enum import StrEnum


class ClaimKind(StrEnum):
    """What sort of statement a claim is; the order is the order of how much a figure weighs."""

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
    """Where a claim stands among the texts of its document.

    `STALE`: it carries a verdict that was found on an earlier text, and what it says has changed since.
    `SUPERSEDED`: a later text took its place. `ORPHANED`: a later text took its place, and what was decided
    on it found no place there. All others are `CURRENT`.
    """

    CURRENT = "current"
    STALE = "stale"
    SUPERSEDED = "superseded"
    ORPHANED = "orphaned"
