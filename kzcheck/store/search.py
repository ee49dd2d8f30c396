"""The search box: any input becomes a safe FTS5 query, and its hits a small table to page over."""

import re

from kzcheck.store.store import Store

FEW = 10_000
"""Up to so many hits are sorted; above, the list is walked and each row looked up among the hits."""

WORDS = re.compile(r"\w+", re.UNICODE)


def match_expression(text: str) -> str | None:
    """Return the FTS5 query for what was typed: all words, each as a beginning; None when it has no word.

    Nothing of the input is left that FTS5 could read as syntax. A single letter or digit is a whole word,
    since as a beginning it would stand for half the desk.
    """
    words = [word.strip("_") for word in WORDS.findall(text)]
    terms = [f'"{word}"*' if len(word) > 1 else f'"{word}"' for word in words if word]
    return " AND ".join(terms) or None


def index_texts(store: Store, first: int, last: int) -> None:
    """Put the claims numbered `first` to `last` into the search index; the caller holds the transaction."""
    store.write(
        "INSERT INTO claims_fts (rowid, headline, quote, subject, speaker, title)"
        " SELECT number, headline, quote, subject, speaker, title FROM claim_texts"
        " WHERE number BETWEEN ? AND ?",
        (first, last),
    )
    store.text_version += 1


def unindex_text(store: Store, number: int) -> None:
    """Take one claim out of the search index, before its texts change."""
    store.write(
        "INSERT INTO claims_fts (claims_fts, rowid, headline, quote, subject, speaker, title)"
        " SELECT 'delete', number, headline, quote, subject, speaker, title FROM claim_texts"
        " WHERE number = ?",
        (number,),
    )


def gather_hits(store: Store, expression: str) -> int:
    """Fill the temporary table `hits` with the claims that match; return how many, at most FEW + 1 known.

    The table is kept for the next page of the same search, as long as no text has changed.
    """
    version = store.data_version()
    wanted = (expression, version + (store.text_version << 32))
    if store.searched != wanted:
        store.searched = None
        store.write("CREATE TEMP TABLE IF NOT EXISTS hits (number INTEGER PRIMARY KEY)")
        store.write("DELETE FROM temp.hits")
        store.write(
            "INSERT INTO temp.hits SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?",
            (expression,),
        )
        store.searched = wanted
    known: int = store.value("SELECT count(*) FROM (SELECT 1 FROM temp.hits LIMIT ?)", (FEW + 1,))
    return known
