"""The search box: what was typed becomes a safe FTS5 query, and the hits a temporary table to page over."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import islice
from math import isqrt

from kzcheck.store.convert import OFF_LISTS
from kzcheck.store.store import Store

MOST_WORDS = 40
LONGEST_INDEXED = 3
"""Beginnings of words up to so long have an index of their own (`prefix` of `claims_fts`)."""
WORDS = re.compile(r"\w+", re.UNICODE)


def few_of(store: Store) -> int:
    """Return up to how many claims it is quicker to fetch and sort than to meet on a walk along the list.

    Fetching h of n claims takes h steps; meeting a page of p of them on a walk takes p * n / h steps. For a
    page of a hundred the two are equal when h is ten times the square root of n.
    """
    return 10 * isqrt(store.integer("SELECT coalesce(max(number), 0) FROM claims"))


def are_few(store: Store, rows: str, parameters: Sequence[object] = ()) -> bool:
    """Return whether there are at most `few_of` rows; `rows` is the FROM clause that selects them."""
    few = few_of(store)
    return store.integer(f"SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {few + 1})", parameters) <= few


class Found(StrEnum):
    """The result of a search, which tells how its hits are best followed."""

    ALL = "all"
    """No word was asked for."""
    NONE = "none"
    FEW = "few"
    """Few hits, all in the table `hits`."""
    MANY = "many"
    """Many hits, all in the table `hits`."""
    COMMON = "common"
    """Many hits, not gathered; each row can be looked up cheaply."""


def words_of(text: str) -> list[str]:
    """Return the words in what was typed, up to MOST_WORDS, none of which FTS5 could read as syntax."""
    words = (found.strip("_") for found in WORDS.findall(text))
    return list(islice(filter(None, words), MOST_WORDS))


def match_expression(text: str) -> str | None:
    """Return the FTS5 query for what was typed: all words, each as a beginning; None when it has no word.

    A single letter or digit is a whole word, since as a beginning it would stand for half the desk.
    """
    terms = [f'"{word}"*' if len(word) > 1 else f'"{word}"' for word in words_of(text)]
    return " AND ".join(terms) or None


def holding(store: Store, text: str, limit: int) -> list[int]:
    """Return the claims, by number, whose headline, quote and subject hold all words of `text`, best first.

    The order is BM25, a word in the headline counting three times. Claims off the lists are left out.
    """
    words = " AND ".join(f'"{word}"' for word in words_of(text))
    if not words:
        return []
    rows = store.rows(
        "SELECT c.number FROM claims_fts AS f CROSS JOIN claims AS c ON c.number = f.rowid "
        f"WHERE claims_fts MATCH ? AND c.status NOT IN {OFF_LISTS} "
        "ORDER BY bm25(claims_fts, 3.0), c.number LIMIT ?",
        (f"{{headline quote subject}} : ({words})", limit),
    )
    return [number for (number,) in rows]


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
    """Take a claim out of the search index; this must be done before its texts change."""
    store.write(
        "INSERT INTO claims_fts (claims_fts, rowid, headline, quote, subject, speaker, title)"
        " SELECT 'delete', number, headline, quote, subject, speaker, title FROM claim_texts"
        " WHERE number = ?",
        (number,),
    )


def find(store: Store, text: str, *, gathered: bool) -> Found:
    """Search for what was typed, and gather the hits in the temporary table `hits`.

    The table is kept for the next page of the same search as long as no searched text has changed; decisions
    of others do not cause it to be made again. Short beginnings of words with many hits are not gathered,
    unless `gathered` asks for it.
    """
    expression = match_expression(text)
    if expression is None:
        return Found.ALL
    wanted = (expression, store.text_version, index_state(store))
    if store.searched != wanted:
        is_short = all(len(word) <= LONGEST_INDEXED for word in words_of(text))
        if (
            is_short
            and not gathered
            and not are_few(store, "claims_fts WHERE claims_fts MATCH ?", (expression,))
        ):
            return Found.COMMON
        gather(store, expression)
        store.searched = wanted
    if store.row("SELECT 1 FROM temp.hits") is None:
        return Found.NONE
    return Found.FEW if are_few(store, "temp.hits") else Found.MANY


def index_state(store: Store) -> bytes:
    """Return a value that changes with every commit that changes the search index.

    It is the structure record of FTS5 (row 10 of its data), which lists the segments of the index and
    counts what was written: https://www.sqlite.org/fts5.html#the_index_structure
    """
    state: bytes = store.value("SELECT block FROM claims_fts_data WHERE id = 10")
    return state


def gather(store: Store, expression: str) -> None:
    """Fill the temporary table `hits` with the claims that match."""
    store.searched = None
    store.write("CREATE TEMP TABLE IF NOT EXISTS hits (number INTEGER PRIMARY KEY)")
    store.write("DELETE FROM temp.hits")
    store.write("INSERT INTO temp.hits SELECT rowid FROM claims_fts WHERE claims_fts MATCH ?", (expression,))
