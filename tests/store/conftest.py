"""A store on a new desk."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kzcheck.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "desk.db")) as store:
        yield store
