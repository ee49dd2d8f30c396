"""A desk whose file is moved, deleted or replaced while it is open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import KzcheckError, Status

OTHER = "other.db"


def move(path: Path) -> None:
    path.rename(path.with_name("elsewhere.db"))


def replace(path: Path) -> None:
    path.with_name(OTHER).rename(path)


@pytest.fixture(params=[move, Path.unlink, replace])
def lose(request: pytest.FixtureRequest, path: Path) -> Callable[[Path], object]:
    """Make each of the ways in which a desk can be lost; the one that replaces it has another desk ready."""
    Desk.open(path.with_name(OTHER), reviewer="bolat").close()
    way: Callable[[Path], object] = request.param
    return way


def test_nothing_is_decided_on_a_desk_that_is_not_there_any_more(
    desk: Desk, ids: list[str], path: Path, lose: Callable[[Path], object]
) -> None:
    desk.mark([ids[0]], Status.UNPROVEN)
    lose(path)
    with pytest.raises(KzcheckError, match="moved, deleted or replaced while it was open; put it back"):
        desk.mark([ids[1]], Status.UNPROVEN)
    with pytest.raises(KzcheckError, match="moved, deleted or replaced"):
        desk.undo()
    assert desk.status(ids[1]).status is Status.OPEN


def test_a_copy_of_it_has_everything_that_was_decided(
    desk: Desk, ids: list[str], path: Path, lose: Callable[[Path], object]
) -> None:
    assert desk.rescue() is None
    desk.mark([ids[0]], Status.UNPROVEN)
    lose(path)
    copies = [desk.rescue(), desk.rescue()]
    assert copies == [path.with_name(f"{path.name}.rescued-{number}") for number in (1, 2)]
    for copy in copies:
        assert copy is not None
        with Desk.open(copy, reviewer="aizhan", create=False) as rescued:
            assert rescued.status(ids[0]).status is Status.UNPROVEN
            assert rescued.doctor() == []


def test_the_desk_in_its_place_is_left_alone(desk: Desk, ids: list[str], path: Path) -> None:
    Desk.open(path.with_name(OTHER), reviewer="bolat").close()
    desk.mark([ids[0]], Status.UNPROVEN)
    before = path.with_name(OTHER).read_bytes()
    replace(path)
    with pytest.raises(KzcheckError, match="moved, deleted or replaced"):
        desk.sibling()
    assert path.read_bytes() == before


def test_a_desk_that_is_put_back_goes_on(desk: Desk, ids: list[str], path: Path) -> None:
    move(path)
    path.with_name("elsewhere.db").rename(path)
    desk.mark([ids[0]], Status.UNPROVEN)
    assert desk.rescue() is None
    assert desk.doctor() == []
