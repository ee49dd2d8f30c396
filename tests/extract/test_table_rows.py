"""Rows of tables: a cell is a claim of its row, measured as its column says."""

from found_claims import claims_of

from kzcheck.domain import ClaimKind


def test_a_cell_is_a_claim_with_its_row_and_its_column() -> None:
    text = (
        "District | Wheat, tonnes | Change\n\n"
        "Orman — Wheat, tonnes: 12,400; Change: -8 percent\n\n"
        "Tarn — Wheat, tonnes: 9,150; Change: +3 percent"
    )
    claims = claims_of(text)
    told = [(c.subject, c.measure, c.quantity and (c.quantity.value, c.quantity.unit)) for c in claims]
    assert told == [
        ("Orman", "Wheat", (12400, "metric ton")),
        ("Orman", "Change", (-8, "percent")),
        ("Tarn", "Wheat", (9150, "metric ton")),
        ("Tarn", "Change", (3, "percent")),
    ]
    assert claims[0].quote == "Wheat, tonnes: 12,400"
    assert claims[0].headline == "12,400 tonnes Wheat, Orman"
    assert claims[1].kind is ClaimKind.PERCENTAGE
    assert claims[0].subject_span is not None
    assert claims[0].subject_span.of(text) == "Orman"


def test_a_column_gives_its_unit_its_multiplier_and_its_year() -> None:
    (volume, cost, old) = claims_of(
        "Upper — Volume (million m³): 7.5; Cost in dollars: 340; 2024: 44", published="2026-03-04"
    )
    assert volume.quantity is not None
    assert (volume.quantity.value, volume.quantity.unit) == (7.5e6, "cubic metre")
    assert cost.quantity is not None
    assert (cost.quantity.value, cost.quantity.unit, cost.measure) == (340, "dollar", "Cost")
    assert (old.as_of, old.as_of_from, old.measure) == ("2024", "text", None)
    assert (volume.as_of, volume.as_of_from) == ("2026-03-04", "document")


def test_rows_without_headers_have_their_first_cell_for_subject() -> None:
    claims = claims_of("Upper basin | 40 percent\n\nLower basin | 730")
    assert [(c.subject, c.quantity and c.quantity.value) for c in claims] == [
        ("Upper basin", 40),
        ("Lower basin", 730),
    ]


def test_prose_with_a_dash_and_a_colon_is_no_row() -> None:
    text = "The plan — as the mayor put it: 12 trucks would reach the town before the 40 pumps did."
    assert not any(claim.quote.startswith("as the mayor put it:") for claim in claims_of(text))
