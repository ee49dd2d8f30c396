"""Ten articles of ten genres against their labels: what they state, and nothing else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kzcheck.domain import Claim, Document, ZoneKind, document_id
from kzcheck.extract import extract_claims, read_metadata, read_zones

FOLDER = Path(__file__).parent / "genres"
HELD_OUT = Path(__file__).parent / "held_out"
GENRES = sorted(path.stem for path in FOLDER.glob("*.txt"))
LATER = sorted(path.stem for path in HELD_OUT.glob("*.txt"))


def read(genre: str, folder: Path = FOLDER) -> tuple[Document, list[dict[str, Any]]]:
    text = (folder / f"{genre}.txt").read_text(encoding="utf-8")
    labels = json.loads((folder / f"{genre}.json").read_text(encoding="utf-8"))
    for label in labels:
        label["start"] = text.index(label["text"])
        label["end"] = label["start"] + len(label["text"])
    zones = read_zones(text)
    metadata = read_metadata(text, zones)
    return Document(id=document_id(text), text=text, zones=zones, metadata=metadata, source=genre), labels


def body_claims(document: Document) -> list[Claim]:
    return [claim for claim in extract_claims(document) if claim.zone is ZoneKind.BODY]


@pytest.mark.parametrize("genre", GENRES)
def test_an_article_of_each_genre_yields_what_a_person_lists(genre: str, score: Callable[..., Any]) -> None:
    document, labels = read(genre)
    found = score(body_claims(document), labels)
    assert found.recall("figure") >= 0.9, found.missed
    assert found.recall("said", "event", "relation") >= 0.85, found.missed
    assert found.precision >= 0.8, [claim.headline for claim in found.unwanted]


@pytest.mark.parametrize("genre", LATER)
def test_an_article_labelled_before_it_was_read_yields_most_of_it(
    genre: str, score: Callable[..., Any]
) -> None:
    document, labels = read(genre, HELD_OUT)
    found = score(body_claims(document), labels)
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
    metadata = read(genre)[0].metadata
    assert (metadata.title, metadata.author, metadata.published) == (title, author, published)


def test_readers_comments_are_nobody_elses_claims() -> None:
    document, _ = read("local")
    assert not any("pounds" in claim.quote for claim in body_claims(document))
    assert any(claim.zone is ZoneKind.COMMENT for claim in extract_claims(document))
