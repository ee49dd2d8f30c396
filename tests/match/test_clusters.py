"""Claims that say the same, joined."""

from hypothesis import given
from hypothesis import strategies as st

from kzcheck.match.clusters import Tie, clusters

IDS = st.sampled_from("abcdefgh")
TIES = st.lists(st.builds(Tie, IDS, IDS, st.sampled_from([0.8, 0.9, 1.0]), st.booleans()), max_size=14)
PAIRS = st.lists(st.tuples(IDS, IDS), max_size=6)


def test_ties_join_and_the_least_id_represents() -> None:
    assert clusters([Tie("c", "b", 0.9), Tie("b", "a", 0.9), Tie("x", "y", 0.9)]) == {
        "a": "a", "b": "a", "c": "a", "x": "x", "y": "x",
    }  # fmt: skip


def test_a_forbidden_pair_is_kept_apart_and_the_stronger_tie_wins() -> None:
    ties = [Tie("a", "b", 0.9), Tie("b", "c", 0.95)]
    assert clusters(ties, [("a", "c")]) == {"b": "b", "c": "b"}


def test_what_a_reviewer_accepted_goes_before_what_scores_higher() -> None:
    ties = [Tie("a", "b", 0.5, accepted=True), Tie("b", "c", 0.99)]
    assert clusters(ties, [("c", "a")]) == {"a": "a", "b": "a"}


def test_no_ties_make_no_clusters() -> None:
    assert clusters([]) == {}
    assert clusters([Tie("a", "a", 1.0)]) == {}


@given(TIES, PAIRS, st.randoms(use_true_random=False))
def test_no_cluster_holds_a_forbidden_pair_and_the_order_of_ties_says_nothing(
    ties, forbidden, random
) -> None:
    joined = clusters(ties, forbidden)
    for a, b in forbidden:
        if a != b:
            assert a not in joined or joined[a] != joined.get(b)
    assert all(joined[representative] == representative for representative in joined.values())
    shuffled = list(ties)
    random.shuffle(shuffled)
    assert clusters(shuffled, forbidden) == joined
