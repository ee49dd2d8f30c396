"""Whom a pronoun, a quotation or a list of figures belongs to."""

from kzcheck.domain import Claim, Document, Metadata, Zone, ZoneKind, document_id
from kzcheck.extract import extract_claims


def claims_of(text: str) -> list[Claim]:
    zones = (Zone(0, len(text), ZoneKind.BODY),)
    return extract_claims(
        Document(id=document_id(text), text=text, zones=zones, metadata=Metadata(), source="a.txt")
    )


def subjects(text: str) -> list[str | None]:
    return [claim.subject for claim in claims_of(text)]


def test_he_is_a_person_and_not_the_outlet_that_spoke() -> None:
    text = (
        "Orlan media announced that the ships were sent at President Brack’s request. "
        "Brack’s order to close the port makes it plain that he has signed a deal with Tarnley."
    )
    assert "Brack" in subjects(text)
    assert not any(
        claim.subject == "Orlan media" for claim in claims_of(text) if "he has signed" in claim.quote
    )


def test_she_is_the_person_named_last_when_a_company_stands_between() -> None:
    text = (
        "Minister Ada Brill spoke on Monday. Orlan Bank paid a fee. In June she signed a treaty with Norland."
    )
    assert [claim.subject for claim in claims_of(text) if "she signed" in claim.quote] == [
        "Minister Ada Brill"
    ]
