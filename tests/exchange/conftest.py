"""A fixture that makes rows to export."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kzcheck.domain import (
    Approximator,
    Citation,
    Claim,
    ClaimKind,
    Metadata,
    Quantity,
    QuantityKind,
    Span,
    Stance,
    Verdict,
    ZoneKind,
)
from kzcheck.exchange import VerdictRow

SENTENCE = "The line carries 80 percent of the oil, officials said."
QUOTE = "80 percent"
START = 100 + SENTENCE.index(QUOTE)
END = START + len(QUOTE)


QUANTITY = Quantity(
    start=START,
    end=END,
    text=QUOTE,
    value=80.0,
    unit="percent",
    approximator=Approximator.EXACT,
    kind=QuantityKind.PERCENTAGE,
)
CLAIM = Claim(
    id="aaaa",
    document_id="docdocdocd",
    zone=ZoneKind.BODY,
    kind=ClaimKind.PERCENTAGE,
    headline="80% share of the line",
    start=START,
    end=END,
    quote=QUOTE,
    sentence=Span(100, 100 + len(SENTENCE)),
    quantity=QUANTITY,
    measure="oil",
    subject="the line",
    as_of="2026",
)
CITATION = Citation(
    id="c-aaaa",
    claim_id="aaaa",
    reference="https://example.org/oil?a=1|2",
    title="Oil, in figures",
    accessed="2026-01-10T08:59:00Z",
    passage="80 per cent",
    stance=Stance.SUPPORTS,
)
ROW = VerdictRow(
    claim=CLAIM,
    sentence=SENTENCE,
    document=Metadata(title="Pipes", outlet="Wire", author="A. B.", published="2026-01-09"),
    verdict=Verdict.VERIFIED,
    reviewer="aizhan",
    decided_at="2026-01-10T09:00:00Z",
    rationale="agrees with the ministry",
    active_seconds=17.25,
    citations=(CITATION,),
)


@pytest.fixture
def make_row() -> Callable[..., VerdictRow]:
    """Make a decided claim; keyword arguments replace fields of the row."""

    def make(claim_id: str = "aaaa", **fields: object) -> VerdictRow:
        cited = replace(CITATION, id=f"c-{claim_id}", claim_id=claim_id)
        row = replace(ROW, claim=CLAIM._replace(id=claim_id), citations=(cited,))
        return replace(row, **fields)

    return make
