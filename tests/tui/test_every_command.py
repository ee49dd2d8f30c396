"""Each command of the registry by each of its keys, on rows of hostile text, and what the desk says of it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from command_stage import URL, Stage
from rows_of_deciding import DECIDING
from rows_of_looking import LOOKING
from screen_tools import HOSTILE, document_of, match_up, screen_lines, widths

from kzcheck.desk import Desk
from kzcheck.domain import Metadata, Relation
from kzcheck.tui.app import KzcheckApp
from kzcheck.tui.commands import BY_ID
from kzcheck.tui.keymap import resolve

ROWS = {**DECIDING, **LOOKING}
SIZE = (80, 24)
NOW = datetime(2026, 3, 14, 12, 41, tzinfo=UTC)


def article(outlet: str, priority: float) -> tuple:
    """Return a document whose every sentence, headline and title is hostile."""
    rows = [
        (f"{words} it has {n + 10} wells.", words, f"{n + 10} wells", priority - n / 100)
        for n, words in enumerate(HOSTILE)
    ]
    return document_of(rows, Metadata(title=HOSTILE[0], outlet=outlet, url=URL, published="2026-01-08"))


def fill(desk: Desk) -> None:
    """Put two hostile articles on a desk, each claim of one in conflict with its like in the other."""
    first, second = article(HOSTILE[1], 0.9), article("Other", 0.5)
    desk.add_documents([first])
    other = document_of(
        [(f"Beside {words} it has {n + 30} wells.", words, f"{n + 30} wells", 0.5 - n / 100)
         for n, words in enumerate(HOSTILE)],
        second[0].metadata,
    )  # fmt: skip
    desk.add_documents([other])
    match_up(desk, first[1], other[1], Relation.CONFLICT, HOSTILE[0])


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory) -> bytes:
    """The file of a desk of hostile rows, made once."""
    path = tmp_path_factory.mktemp("hostile") / "desk.db"
    with Desk.open(path, reviewer="aizhan") as desk:
        fill(desk)
    return path.read_bytes()


@pytest.fixture
def hostile(hostile_file, tmp_path) -> Iterator[Desk]:
    """A fresh desk of hostile rows."""
    path = tmp_path / "desk.db"
    path.write_bytes(hostile_file)
    with Desk.open(path, reviewer="aizhan") as desk:
        yield desk


def test_every_command_of_the_registry_has_a_row():
    assert set(ROWS) == set(BY_ID)


@pytest.mark.parametrize(
    ("command", "key"), [(command, key) for command, keys in resolve().items() for key in keys]
)
async def test_a_command_does_by_its_key_what_it_says(
    hostile, tmp_path, httpserver, no_proxies, command, key
):
    app = KzcheckApp(hostile, clock=lambda: NOW, allow_private=True)
    stage = Stage(hostile, app, key, tmp_path, httpserver)
    async with app.run_test(size=SIZE) as stage.pilot:
        await stage.pilot.pause()
        await ROWS[command](stage)
        text = "".join(screen_lines(app))
        assert widths(app) == {SIZE[0]}
        assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in text)
        assert "\u202e" not in text
    assert hostile.verify_ledger() == []
