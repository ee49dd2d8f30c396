"""The pairs a careful person finds in the two articles, by offsets, and the look-alikes that are none."""

from pathlib import Path

import pytest

from kzcheck.desk.comparing import compare_texts, prepare_claim
from kzcheck.domain import Claim, Comparison, Document, Metadata, Relation, ZoneKind, document_id
from kzcheck.extract import extract_claims, read_zones
from kzcheck.match import compare

SAME = (Relation.DUPLICATE, Relation.COMPATIBLE)

FOUND = {
    "the dispatch of troops": ((242, 327), (8275, 8321)),
    "the request to the alliance": ((1111, 1182), (8125, 8273)),
    "the rise of prices": ((3839, 3926), (7905, 8032)),
    "the outbreak of the unrest": ((208, 240), (7905, 7935)),
}
"""What both articles tell: its place in the one of 2022, and in the one of 2026."""

LOOK_ALIKES = {
    "Baikonur in both": ((1827, 1919), (6910, 7033)),
    "uranium in both": ((2783, 2840), (7535, 7689)),
    "2014 and 2022": ((1497, 1553), (6481, 6612)),
    "2,500 troops and 1.2 million men": ((298, 327), (4304, 4338)),
}


@pytest.fixture(scope="module")
def articles(real_articles: Path) -> tuple[Document, Document]:
    def read(path: Path) -> Document:
        text = path.read_text(encoding="utf-8")
        return Document(
            id=document_id(text), text=text, zones=read_zones(text), metadata=Metadata(), source=path.name
        )

    first, second = sorted(real_articles.glob("*.txt"))
    return read(first), read(second)


def related(
    articles: tuple[Document, Document], places: tuple[tuple[int, int], tuple[int, int]]
) -> Comparison:
    (a, b), (one, other) = articles, places
    return compare_texts(a.text[slice(*one)], b.text[slice(*other)])


@pytest.mark.parametrize("name", FOUND)
def test_what_both_articles_tell_is_found(articles: tuple[Document, Document], name: str) -> None:
    assert related(articles, FOUND[name]).relation is not Relation.DIFFERENT


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_look_alikes_are_not_the_same(articles: tuple[Document, Document], name: str) -> None:
    assert related(articles, LOOK_ALIKES[name]).relation not in (*SAME, Relation.CONFLICT)


def shares(document: Document, value: float) -> list[Claim]:
    return [
        claim
        for claim in extract_claims(document)
        if claim.zone is ZoneKind.BODY
        and claim.quantity is not None
        and claim.quantity.unit == "percent"
        and claim.quantity.value == value
    ]


def test_a_fifth_and_18_percent_of_ethnic_russians_are_compatible_with_both_values_shown(
    articles: tuple[Document, Document],
) -> None:
    first, second = articles
    found = [
        (one, comparison)
        for one in shares(first, 20)
        for other in shares(second, 18)
        if (comparison := compare(prepare_claim(one, first), prepare_claim(other, second))).relation in SAME
    ]
    assert len(found) == 1
    claim, comparison = found[0]
    assert "uranium" not in claim.quote
    assert comparison.relation is Relation.COMPATIBLE
    assert "one-fifth" in comparison.reasons[0]
    assert "18 percent" in comparison.reasons[0]


def test_the_two_2_percent_pipelines_and_other_shares_are_never_duplicates(
    articles: tuple[Document, Document],
) -> None:
    _, second = articles
    claims = [claim for value in (2, 13, 18, 80) for claim in shares(second, value)]
    assert len(shares(second, 2)) == 2
    prepared = [prepare_claim(claim, second) for claim in claims]
    for at, one in enumerate(prepared):
        for other in prepared[at + 1 :]:
            assert compare(one, other).relation is not Relation.DUPLICATE
            if one.figures[0].low == other.figures[0].low == 2:
                assert compare(one, other).relation in (Relation.RELATED, Relation.DIFFERENT)
