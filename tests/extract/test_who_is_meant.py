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


def test_its_and_their_mean_no_single_person() -> None:
    text = "A union leader, Tomas Behr, blamed cuts: their pay had dropped by 4 percent."
    assert not any("Behr’s pay" in (subject or "") for subject in subjects(text))


def test_its_is_what_the_sentence_before_was_about_when_nothing_is_named() -> None:
    text = "The town itself has shrunk. Its population fell from 21,000 in 1971 to 13,200."
    assert subjects(text)[-1] == "town’s population"


def test_the_company_before_a_bracket_is_the_one_that_reported() -> None:
    assert "Orsa Depot" in subjects("Orsa Depot (ticker: OD) reported $2.53 in earnings for the quarter.")
