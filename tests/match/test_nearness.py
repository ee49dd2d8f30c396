"""How near a claim is to a few words, a figure or a statement that is looked up."""

from kzcheck.domain import Comparison, Relation
from kzcheck.extract import find_quantities
from kzcheck.match import Prepared, index_terms, nearness, prepare_text, sought

HORSES = (
    "The minister told herders that 640 Kazakh horses were sold abroad to breeders before the spring fair."
)
SHEEP = "Kazakh horses and sheep were sold."


def prepared(text: str) -> Prepared:
    return prepare_text(text, find_quantities(text))


def near(text: str, claim: str, headline: str, holders: dict[str, int] | None = None) -> Comparison | None:
    return nearness(sought(prepared(text), 50, holders or {}), prepared(claim), prepared(headline))


def score(text: str, claim: str, headline: str, holders: dict[str, int] | None = None) -> float:
    found = near(text, claim, headline, holders)
    return 0.0 if found is None else found.score


def test_the_headline_word_for_word_is_as_good_as_the_claim_and_says_so() -> None:
    found = near("640 Kazakh horses", HORSES, "640 Kazakh horses")
    assert found is not None
    assert found.score > 0.95
    assert found.reasons[0] == "the headline, word for word"
    assert found.relation is Relation.RELATED


def test_a_figure_that_a_claim_shares_outweighs_a_word_more() -> None:
    text = "640 Kazakh horses and sheep"
    assert score(text, HORSES, "Horses go abroad") > score(text, SHEEP, "Horses and sheep")


def test_a_figure_counts_less_where_it_counts_other_things_and_not_where_it_is_another() -> None:
    same, other_thing, other_figure = (
        score("640 horses in Kostanay", f"A fair in Kostanay drew {count}.", "A fair in Kostanay")
        for count in ("640 horses", "640 tractors", "71 horses")
    )
    assert same > other_thing > other_figure


def test_a_word_finds_the_claims_that_hold_it_and_no_others() -> None:
    assert near("breeders", HORSES, "640 Kazakh horses") is not None
    assert near("breeders", SHEEP, "Horses and sheep") is None


def test_of_two_words_the_rarer_one_counts_more() -> None:
    (horse,) = index_terms(prepare_text("horse"))
    rarer, usual = (
        score("horse breeders", f"At the fair in Taraz a {word} won the prize of the mayor.", "", {horse: 40})
        for word in ("breeder", "horse")
    )
    assert rarer > usual


def test_a_few_words_are_never_as_sure_as_a_statement() -> None:
    assert score("horses", HORSES, "640 Kazakh horses") < score("640 horses", HORSES, "Horses go abroad")
    assert score("640 horses", HORSES, "Horses go abroad") < score(HORSES, HORSES, "Horses go abroad")


def test_a_text_without_a_telling_word_is_near_to_nothing() -> None:
    assert near("", HORSES, "640 Kazakh horses") is None
    assert near("that the", HORSES, "640 Kazakh horses") is None


def test_the_words_of_a_text_are_those_that_tell_something() -> None:
    assert sought(prepared("That the 640 Horses were sold"), 50, {}).words() == "640 horses sold"
