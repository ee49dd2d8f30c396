"""A desk with a small article on it, and articles to make more."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from two_desks import CANALS

from kzcheck.desk import Desk
from kzcheck.domain import (
    Claim,
    ClaimKind,
    ClaimQuery,
    Document,
    Metadata,
    Quantity,
    QuantityKind,
    Span,
    Zone,
    ZoneKind,
    claim_id,
    document_id,
)

Article = tuple[Document, list[Claim]]


def article(*sentences: tuple[str, float | None], title: str = "An article", source: str = "-") -> Article:
    """Make a document of sentences, each a claim in percent; those without a figure have no quantity."""
    text = " ".join(words for words, _ in sentences)
    number = document_id(text)
    claims, start = [], 0
    for place, (words, value) in enumerate(sentences):
        end = start + len(words)
        kind = ClaimKind.EVENT if value is None else ClaimKind.PERCENTAGE
        quantity = None
        if value is not None:
            quantity = Quantity(
                start=start, end=end, text=words, value=value, unit="percent", kind=QuantityKind.PERCENTAGE
            )
        claims.append(
            Claim(
                id=claim_id(number, start, end, kind, ""),
                document_id=number,
                zone=ZoneKind.BODY,
                kind=kind,
                headline=words[:30],
                start=start,
                end=end,
                quote=words,
                sentence=Span(start, end),
                quantity=quantity,
                priority=1 - place / 100,
                reasons=("a figure",),
                group=str(start),
            )
        )
        start = end + 1
    document = Document(
        id=number,
        text=text,
        zones=(Zone(0, len(text), ZoneKind.BODY),),
        metadata=Metadata(title=title, outlet="The Steppe", published="2026-01-08"),
        source=source,
    )
    return document, claims


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture
def empty(path: Path) -> Iterator[Desk]:
    with Desk.open(path, reviewer="aizhan") as desk:
        yield desk


@pytest.fixture
def desk(empty: Desk) -> Desk:
    empty.add_documents([article(("A fifth went west.", 20), ("Half went east.", 50), ("Rain fell.", None))])
    return empty


@pytest.fixture
def open_desk(path: Path) -> Iterator[Callable[[str], Desk]]:
    """Open the same desk again as somebody else; closed at the end."""
    opened: list[Desk] = []

    def open_as(reviewer: str) -> Desk:
        opened.append(Desk.open(path, reviewer=reviewer))
        return opened[-1]

    yield open_as
    for desk in opened:
        desk.close()


@pytest.fixture
def ids(desk: Desk) -> list[str]:
    """The claims of the article in text order."""
    return [row.id for row in desk.claims_of(desk.documents()[0].id)]


FIRST = "Reservoirs\n\nThe Tarn reservoir holds 340 million cubic metres of water. It cost 12 percent more.\n"


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Desk]:
    """aizhan's desk with one article."""
    (tmp_path / "reservoirs.txt").write_text(FIRST, encoding="utf-8")
    with Desk.open(tmp_path / "ours.db", reviewer="aizhan") as desk:
        desk.add([str(tmp_path / "reservoirs.txt")])
        yield desk


@pytest.fixture
def theirs(tmp_path: Path, ours: Desk) -> Iterator[Desk]:
    """bolat's desk with the same article, added there."""
    with Desk.open(tmp_path / "theirs.db", reviewer="bolat") as desk:
        desk.add([str(tmp_path / "reservoirs.txt")])
        yield desk


@pytest.fixture
def canals(tmp_path: Path) -> Path:
    """The file of another article, which says one thing that the first says too."""
    path = tmp_path / "canals.txt"
    path.write_text(CANALS, encoding="utf-8")
    return path


State = tuple[object, ...]


@pytest.fixture
def state() -> Callable[[Desk], State]:
    """What anybody can see decided on a desk."""

    def of(desk: Desk) -> State:
        rows = desk.page(ClaimQuery(zones=()), limit=500)
        return (
            sorted(row.id for row in desk.documents()),
            sorted((row.id, row.status, row.headline) for row in rows),
            sorted((c.claim_id, c.reference, c.passage or "") for c in desk.evidence.all_citations()),
            sorted((m.a, m.b, m.decision or "") for m in desk.matches()),
            sorted((row.id, s.reviewer, s.status) for row in rows for s in desk.seconds_of(row.id)),
        )

    return of
