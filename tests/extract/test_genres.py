"""Ten articles of ten genres against their labels: what they state, and nothing else."""

from pathlib import Path

import pytest
from labelled import body_claims, compare, read_article, read_labelled

from kzcheck.domain import ZoneKind
from kzcheck.extract import extract_claims

FOLDER = Path(__file__).parent / "genres"
HELD_OUT = Path(__file__).parent / "held_out"
GENRES = sorted(path.stem for path in FOLDER.glob("*.txt"))
LATER = sorted(path.stem for path in HELD_OUT.glob("*.txt"))


@pytest.mark.parametrize("genre", GENRES)
def test_an_article_of_each_genre_yields_what_a_person_lists(genre: str) -> None:
    document, labels = read_labelled(FOLDER / f"{genre}.txt")
    found = compare(body_claims(document), labels)
    assert found.recall("figure") >= 0.9, found.missed
    assert found.recall("said", "event", "relation") >= 0.85, found.missed
    assert found.precision >= 0.8, [claim.headline for claim in found.unwanted]


@pytest.mark.parametrize("genre", LATER)
def test_an_article_labelled_before_it_was_read_yields_most_of_it(genre: str) -> None:
    document, labels = read_labelled(HELD_OUT / f"{genre}.txt")
    found = compare(body_claims(document), labels)
    assert found.recall("figure") >= 0.9, found.missed
    assert found.recall("said", "event", "relation") >= 0.7, found.missed
    assert found.precision >= 0.8, [claim.headline for claim in found.unwanted]


@pytest.mark.parametrize(
    ("genre", "title", "author", "published"),
    [
        ("wire", "Ferry sinks off Orlan coast, at least 31 dead", "Tomas Reyl", "2024-03-04"),
        ("court", "Former treasurer jailed for stealing from hospice", "Dana Whit", None),
        ("local", "Bus fares to rise in Tarnley", "Jo Brack", "2024-05-12"),
        ("opinion", "The mayor's tunnel is a vanity project", "Oskar Vane", None),
    ],
)
def test_an_article_says_who_wrote_it_and_when(
    genre: str, title: str, author: str, published: str | None
) -> None:
    metadata = read_article(FOLDER / f"{genre}.txt").metadata
    assert (metadata.title, metadata.author, metadata.published) == (title, author, published)


def test_readers_comments_are_nobody_elses_claims() -> None:
    document = read_article(FOLDER / "local.txt")
    assert not any("pounds" in claim.quote for claim in body_claims(document))
    assert any(claim.zone is ZoneKind.COMMENT for claim in extract_claims(document))
