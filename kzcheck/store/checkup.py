"""Checking a desk as a whole: its file, its search index, its ledger, and the state that it shows."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from kzcheck.store import integrity, ledger, rebuild
from kzcheck.store.store import Store


def check(store: Store) -> list[str]:
    """Return a line for each fault of a desk.

    The state is compared in a transaction that is rolled back. A desk that may only be read allows none,
    so a private copy of it is checked.
    """
    if not store.is_read_only:
        return [*integrity.check(store), *ledger.verify(store), *rebuild.check(store)]
    with TemporaryDirectory(prefix="kzcheck-") as folder:
        path = Path(folder) / "copy.db"
        store.back_up(path)
        with closing(Store.open(path, create=False)) as copy:
            return check(copy)
