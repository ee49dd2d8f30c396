"""Speakers are found by any part of their names, whatever the case and the accents, at any size."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, Metadata

NAMES = ("Kassym-Jomart Tokayev", "Nursultan Nazarbaev", "Zoë Çelik", "Vladimir Putin", None)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    from kzcheck.desk.extracting import extract_text

    with Desk.open(tmp_path / "desk.db", reviewer="aizhan") as desk:
        for name in NAMES:
            document, found = extract_text(f"{name} has 12 wells.", Metadata(title=str(name)))
            desk.add_documents([(document, [claim._replace(speaker=name) for claim in found])])
        yield desk


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("tokayev", {"Kassym-Jomart Tokayev"}),
        ("KASSYM jomart", {"Kassym-Jomart Tokayev"}),
        ("aye", {"Kassym-Jomart Tokayev"}),
        ("zoe", {"Zoë Çelik"}),
        ("ÇEL", {"Zoë Çelik"}),
        ("a", {"Kassym-Jomart Tokayev", "Nursultan Nazarbaev", "Vladimir Putin"}),
        ("nobody", set()),
        ("%", set()),
    ],
)
def test_any_part_of_a_name_finds_it(desk: Desk, told: str, found: set[str]) -> None:
    assert {row.speaker for row in desk.page(ClaimQuery(speaker=told))} == found


def test_a_speaker_who_comes_onto_the_desk_is_found_at_once(desk: Desk) -> None:
    from kzcheck.desk.extracting import extract_text

    assert desk.page(ClaimQuery(speaker="amanov")) == []
    document, found = extract_text("The bay has 1,250 seals.", Metadata(title="Seals"))
    with desk.sibling() as beside:
        beside.add_documents([(document, [claim._replace(speaker="Amanov") for claim in found])])
    assert {row.speaker for row in desk.page(ClaimQuery(speaker="amanov"))} == {"Amanov"}
