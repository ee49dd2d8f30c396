"""Checking the file of a desk: its pages, references, offsets and search index."""

from kzcheck.domain import KzcheckError
from kzcheck.store.store import Store


def check(store: Store) -> list[str]:
    """Return a line for each fault of the file, its references, its offsets and its search index."""
    faults = [
        f"the file is damaged: {line}; restore a backup"
        for (line,) in store.rows("PRAGMA integrity_check(20)")
        if line != "ok"
    ]
    faults += [
        f"a row of {table} refers to a row of {parent} that is not there; restore a backup"
        for table, _, parent, _ in store.rows("PRAGMA foreign_key_check")
    ]
    faults += [
        f"the quote of claim {claim} is not in its text; restore a backup"
        for (claim,) in store.rows(
            "SELECT c.id FROM claims AS c JOIN texts AS t ON t.document = c.document "
            'WHERE substr(t.text, c."start" + 1, c."end" - c."start") <> c.quote LIMIT 20'
        )
    ]
    return faults + search_faults(store)


def search_faults(store: Store) -> list[str]:
    """Return a line if the search index does not have what the claims say."""
    try:
        with store.trying():
            store.write("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    except KzcheckError:
        return ["the search index is not what the claims say; repair makes it again"]
    return []


def remake_search(store: Store) -> None:
    """Rebuild the search index from the claims."""
    with store.writing():
        store.write("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
    store.text_version += 1
