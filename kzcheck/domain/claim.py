"""A claim: one atomic checkable statement, and the quantity in it."""

from typing import NamedTuple

from kzcheck.domain.kinds import (
    Approximator,
    Attribution,
    Change,
    ClaimKind,
    Modality,
    QuantityKind,
    SubjectOrigin,
)
from kzcheck.domain.span import Span, ZoneKind


class Quantity(NamedTuple):
    """A figure as it stands in a text, and its normalised value.

    `start` and `end` are code points of that text and cover approximator, number and unit. `value` is a
    number (percentages as percent, ranks as the rank); together with `value_high` it is the low end of a
    range. Both are None where the text names a date or only a vague amount. `unit` is an English singular
    name ("percent", "dollar", "mile per hour", "year of age"), for counts the counted noun ("people",
    "song"), or None.

    It is a tuple since a text has many: a frozen dataclass takes several times as long to make.
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


class Claim(NamedTuple):
    """One atomic checkable statement of a document.

    All offsets are code points of the document's text: `text[start:end] == quote`, and the quote lies
    within the sentence. `subject` is the resolved one ("Kazakhstan" for "It"); `subject_span` is where
    its words stand, which for a carried subject is outside the quote. `measure` says of what a share is
    one ("total population"). `as_of` is the date that the claim speaks of, EDTF. `priority` is 0 to 1, and
    `reasons` say in words for the reader what made it so. Claims of one sentence have the same `group`.

    It is a tuple for the reason that a quantity is one.
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
    """Where `as_of` comes from: `text` (a date in the sentence), `entry` (the stamp of a live blog's entry)
    or `document` (its date of publication)."""
    priority: float = 0.0
    reasons: tuple[str, ...] = ()
    group: str = ""
