"""Whether the file of a desk is sound, and says what its texts say."""

from kzcheck.domain import KzcheckError
from kzcheck.store.store import Store


def check(store: Store) -> list[str]:
    """Return one line for each fault: of the file, of references, of offsets, of the search index."""
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
    """Return a line where the search index does not hold what the claims say."""
    try:
        with store.trying():
            store.write("INSERT INTO claims_fts (claims_fts, rank) VALUES ('integrity-check', 1)")
    except KzcheckError:
        return ["the search index is not what the claims say; repair makes it again"]
    return []


def remake_search(store: Store) -> None:
    """Make the search index again from the claims."""
    with store.writing():
        store.write("INSERT INTO claims_fts (claims_fts) VALUES ('rebuild')")
    store.text_version += 1
