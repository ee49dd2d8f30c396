"""Clusters: claims that say the same are joined, and stay apart if a reviewer decides so."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, KzcheckError, Relation

SAME = "The Balkhash smelter laid off 3,400 workers in 2019."
OTHER = "The Balkhash smelter laid off 4,300 workers in 2019."


@pytest.fixture
def joined(path: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk of three articles with one sentence in common, and one with another figure in it."""
    with Desk.open(path, reviewer="aizhan") as desk:
        for name, sentence in zip("abcd", [SAME, SAME, SAME, OTHER], strict=True):
            source = tmp_path / f"{name}.txt"
            source.write_text(f"Article {name}\n\nIt is a story told by {name}. {sentence}\n", "utf-8")
            desk.add([str(source)])
        yield desk


def claims_with(desk: Desk, value: float) -> list[str]:
    rows = desk.page(ClaimQuery(zones=()))
    return sorted(
        (row.id for row in rows if row.value == value), key=lambda name: desk.claim_row(name).key.number
    )


def cluster(desk: Desk, claim: str) -> list[str]:
    return [row.id for row in desk.cluster_of(claim)]


def test_the_same_claim_of_three_articles_is_one_cluster_and_the_first_stands_for_it(joined: Desk) -> None:
    same = claims_with(joined, 3400)
    assert len(same) == 3
    assert all(cluster(joined, claim) == same for claim in same)
    assert joined.doctor() == []


def test_a_claim_in_conflict_is_not_joined(joined: Desk) -> None:
    (other,) = claims_with(joined, 4300)
    assert cluster(joined, other) == []
    assert Relation.CONFLICT in [match.relation for match in joined.matches_of(other)]


def test_a_member_that_is_taken_out_stays_out_and_undo_brings_it_back(joined: Desk) -> None:
    first, second, third = claims_with(joined, 3400)
    joined.take_out(second)
    assert cluster(joined, second) == []
    assert cluster(joined, first) == [first, third]
    assert joined.rematch()
    assert cluster(joined, first) == [first, third]
    assert joined.repair() == []
    assert cluster(joined, second) == []
    joined.undo()
    assert cluster(joined, first) == [first, second, third]
    assert joined.doctor() == []


def test_the_first_may_be_taken_out_and_the_next_stands_for_the_others(joined: Desk) -> None:
    first, second, third = claims_with(joined, 3400)
    joined.take_out(first)
    assert cluster(joined, third) == [second, third]


def test_a_claim_that_is_alone_can_not_be_taken_out(joined: Desk) -> None:
    (other,) = claims_with(joined, 4300)
    with pytest.raises(KzcheckError, match="no cluster"):
        joined.take_out(other)


def test_an_article_that_comes_later_keeps_what_was_taken_out_apart(joined: Desk, tmp_path: Path) -> None:
    first, second, third = claims_with(joined, 3400)
    joined.take_out(second)
    (tmp_path / "e.txt").write_text(f"Article e\n\nIt is a story told by e. {SAME}\n", "utf-8")
    joined.add([str(tmp_path / "e.txt")])
    fourth = claims_with(joined, 3400)[3]
    assert cluster(joined, fourth)
    assert not {first, second} <= set(cluster(joined, fourth))
    assert not {second, third} <= set(cluster(joined, fourth))
    assert joined.doctor() == []


def test_claims_that_a_reviewer_calls_the_same_are_joined_whatever_they_score(joined: Desk) -> None:
    (other,) = claims_with(joined, 4300)
    joined.decide(claims_with(joined, 3400)[0], other, Relation.COMPATIBLE)
    assert other in cluster(joined, other)
    joined.undo()
    assert cluster(joined, other) == []


def test_a_claim_that_is_dropped_leaves_its_cluster_and_comes_back(joined: Desk) -> None:
    first, second, third = claims_with(joined, 3400)
    joined.drop_claim(first)
    assert cluster(joined, second) == [second, third]
    joined.undo()
    assert cluster(joined, second) == [first, second, third]
    assert joined.doctor() == []
