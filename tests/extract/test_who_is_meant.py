"""Whom a pronoun, a quotation or a list of figures belongs to."""

from found_claims import claims_of


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
