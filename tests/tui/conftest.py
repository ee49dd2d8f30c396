"""Desks for the screen tests: real files with claims written by hand, so that no extractor is in the way."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from screen_tools import Sentence, document_of

from kzcheck.desk import Desk
from kzcheck.domain import Metadata
from kzcheck.tui.app import KzcheckApp

NOW = datetime(2026, 3, 14, 12, 41, tzinfo=UTC)


@pytest.fixture
def desk_with(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Make desks of sentences; all are closed at the end."""
    numbers = count(1)
    opened: list[Desk] = []

    def make(sentences: Sequence[Sentence] = (), metadata: Metadata | None = None) -> Desk:
        desk = Desk.open(tmp_path / f"desk-{next(numbers)}.db", reviewer="aizhan")
        opened.append(desk)
        if sentences:
            about = metadata or Metadata(title="Wells", outlet="The Steppe Survey", published="2026-01-08")
            desk.add_documents([document_of(sentences, about)])
        return desk

    yield make
    for desk in opened:
        desk.close()


@pytest.fixture
def app_on() -> Callable[[Desk], KzcheckApp]:
    """Make an app whose clock stands still."""

    def make(desk: Desk) -> KzcheckApp:
        return KzcheckApp(desk, clock=lambda: NOW)

    return make
