"""Which claims are worth comparing."""

from hypothesis import given
from hypothesis import strategies as st

from kzcheck.desk.comparing import prepare_text
from kzcheck.match.shortlist import CROWD, Bulk, index_terms

CLAIMS = (
    "The Zhanaozen refinery laid off 3,400 workers in 2019.",
    "In 2019, 3.4 thousand staff were laid off at the Zhanaozen refinery.",
    "Saiga herds on the Ustyurt plateau grew to 1.3 million animals.",
    "Saiga on the Ustyurt plateau now number 1,300,000 animals.",
    "The ministry said it would look into the matter.",
)


def numbered(claims: list[tuple[str, ...]]) -> list[list[int]]:
    numbers: dict[str, int] = {}
    return [[numbers.setdefault(term, len(numbers)) for term in claim] for claim in claims]


def test_claims_that_share_rare_terms_and_figures_are_candidates() -> None:
    bulk = Bulk(numbered([index_terms(prepare_text(claim)) for claim in CLAIMS]))
    assert sorted(bulk.candidates()) == [(0, 1), (2, 3)]


def test_a_figure_has_one_term_however_it_is_written() -> None:
    one, other = (
        index_terms(prepare_text("1.3 million animals")),
        index_terms(prepare_text("1,300,000 animals")),
    )
    assert {term for term in one if term.startswith("#")} == {term for term in other if term.startswith("#")}


def test_a_year_is_a_term() -> None:
    assert "2019" in index_terms(prepare_text(CLAIMS[0]))


def test_two_terms_that_very_many_share_lead_to_no_candidates() -> None:
    crowd = [(0, 1, at + 2) for at in range(CROWD + 1)]
    assert list(Bulk(crowd).candidates()) == []
    assert list(Bulk(crowd[:2]).candidates()) == [(0, 1)]


LISTS = st.lists(st.lists(st.integers(0, 15), unique=True, max_size=7), max_size=25)


@given(LISTS, st.integers(1, 4))
def test_parts_together_give_every_pair_once(claims: list[list[int]], parts: int) -> None:
    bulk = Bulk(claims)
    whole = list(bulk.candidates())
    assert sorted(pair for part in range(parts) for pair in bulk.candidates(part, parts)) == sorted(whole)
    assert len(set(whole)) == len(whole)
    assert all(one < other for one, other in whole)


def test_nothing_to_compare_gives_nothing() -> None:
    assert list(Bulk([]).candidates()) == []
    assert list(Bulk([(), (7,)]).candidates()) == []
