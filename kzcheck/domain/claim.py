"""A claim: one atomic checkable statement, and the quantity in it."""

from dataclasses import dataclass
from enum import StrEnum

from kzcheck.domain.document import Span, ZoneKind


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as it stands in a text, and what it comes to.

    `value` is a number (percentages as percent, ranks as the rank); with `value_high` it is the low
    end of a range. Both are None where the text names a date or only a vague amount. `unit` is an
    English singular name ("percent", "dollar", "mile per hour", "year of age"), for counts the
    counted noun ("people", "song"), or None. `start` and `end` cover approximator, number and unit.
    """

    start: int
    end: int
    text: str
    value: float | None
    value_high: float | None = None
    unit: str | None = None
    approximator: Approximator = Approximator.EXACT
    change: Change | None = None
    kind: QuantityKind = QuantityKind.NUMBER


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One atomic checkable statement of a document.

    All offsets are code points of the document's text: `text[start:end] == quote`, and the quote lies
    within the sentence. `subject` is the resolved one ("Kazakhstan" for "It"); `subject_span` is where
    its words stand, which for a carried subject is outside the quote. `measure` is the share of what
    ("total population"). `as_of` is EDTF. `group` joins the siblings of one sentence. `reasons` say in
    a reader's words what made the priority.
    """

    id: str
    document_id: str
    zone: ZoneKind
    kind: ClaimKind
    headline: str
    start: int
    end: int
    quote: str
    sentence: Span
    quantity: Quantity | None = None
    measure: str | None = None
    subject: str | None = None
    subject_span: Span | None = None
    subject_origin: SubjectOrigin | None = None
    speaker: str | None = None
    attribution: Attribution = Attribution.AUTHOR
    modality: Modality = Modality.ASSERTED
    as_of: str | None = None
    as_of_from: str | None = None
    """Where `as_of` comes from: `text` (a date in the sentence), `entry` (of a live blog), `document`."""
    priority: float = 0.0
    reasons: tuple[str, ...] = ()
    group: str = ""
