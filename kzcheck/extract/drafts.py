"""A claim while it is being made."""

from dataclasses import KW_ONLY, dataclass

from kzcheck.domain import Attribution, ClaimKind, Modality, Quantity, Span
from kzcheck.extract.reading import Subject


@dataclass(slots=True)
class Draft:
    """What is known of a claim before it has an id, a priority and a date.

    `value` is where its figure, superlative or verb stands; `span` is the quote to be,
    `core` its own clause where the quote reaches further.
    """

    kind: ClaimKind
    span: Span
    value: Span
    headline: str
    _: KW_ONLY
    core: Span | None = None
    quantity: Quantity | None = None
    measure: str | None = None
    subject: Subject | None = None
    speaker: str | None = None
    attribution: Attribution = Attribution.AUTHOR
    modality: Modality = Modality.ASSERTED
    quoted: bool = False
    question: bool = False
    opinion: bool = False
    dated_by: tuple[Span, ...] = ()
    """Where a date must stand to be the draft's; anywhere in its sentence where this is empty."""
