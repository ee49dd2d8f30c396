"""The speakers on a desk, and which of them a few typed letters can mean."""

import json
import unicodedata

from kzcheck.store.search import index_state
from kzcheck.store.store import Store

DISTINCT = """
WITH RECURSIVE names (name) AS (
  SELECT min(speaker) FROM claims INDEXED BY claims_of_speaker WHERE speaker IS NOT NULL
  UNION ALL
  SELECT (SELECT min(speaker) FROM claims INDEXED BY claims_of_speaker WHERE speaker > names.name)
  FROM names WHERE names.name IS NOT NULL
)
SELECT name FROM names WHERE name IS NOT NULL
"""
"""From one name to the next along the index: as many steps as there are names, however many claims."""


def speakers(store: Store) -> list[tuple[str, str]]:
    """Return every speaker with the letters of the name; the list is kept until claims change."""
    state = (store.text_version, index_state(store))
    if store.speakers is None or store.speakers[0] != state:
        names = [(row[0], letters(row[0])) for row in store.rows(DISTINCT)]
        store.speakers = (state, names)
    return store.speakers[1]


def like(store: Store, told: str) -> str:
    """Return the speakers whose names contain what was typed, as a JSON list."""
    wanted = letters(told)
    found = [name for name, its in speakers(store) if wanted in its] if wanted else [told]
    return json.dumps(found, ensure_ascii=False)


def letters(name: str) -> str:
    """Return the letters and digits of a name, without case and accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(filter(str.isalnum, plain))
