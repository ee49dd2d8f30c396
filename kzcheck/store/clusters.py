"""Clusters of claims that say the same, kept up to date with every change of a match.

Two claims are tied when a reviewer accepted their match, or when nobody decided on it and it scores `JOIN` or
more. Ties join claims to clusters, the strongest first, by the rules of `kzcheck.match.clusters`. Claims that
are tied to nothing else can therefore be joined anew by themselves, with the same result.
"""

from collections.abc import Iterable, Iterator

from kzcheck.domain import JOIN, ClaimRow, Sort
from kzcheck.store.convert import OFF_LISTS, ROW_COLUMNS, row_of
from kzcheck.store.store import AT_A_TIME, Row, Store, in_slices

TIED = f"+m.effective IN ('duplicate', 'compatible') AND (m.decision IS NOT NULL OR m.score >= {JOIN})"
"""The condition that a match is a tie. The plus keeps SQLite from searching by relation: few exist."""
TIES = f"""
SELECT m.a, m.b, m.score, m.decision IS NOT NULL FROM matches AS m
CROSS JOIN claims AS c ON c.number = m.b AND c.status NOT IN {OFF_LISTS}
WHERE m.a IN ({{claims}}) AND {TIED}
UNION ALL
SELECT m.a, m.b, m.score, m.decision IS NOT NULL FROM matches AS m
CROSS JOIN claims AS c ON c.number = m.a AND c.status NOT IN {OFF_LISTS}
WHERE m.b IN ({{claims}}) AND {TIED}
"""
APART = (
    "SELECT a, b FROM matches WHERE a IN ({claims}) AND (effective = 'conflict' OR decision = 'different')"
)
MEMBERS = (
    "SELECT claim, cluster FROM clusters "
    "WHERE cluster IN (SELECT cluster FROM clusters WHERE claim IN ({claims})) ORDER BY claim"
)


def rejoin(store: Store, numbers: Iterable[int]) -> None:
    """Make the clusters anew that these claims (numbers) are, were or may be in; within `writing`."""
    seeds = dict.fromkeys(numbers)
    before: dict[int, int] = dict(asked(store, MEMBERS, seeds))
    after = joined(store, *reach(store, dict.fromkeys([*seeds, *before])))
    if after == before:
        return
    gone = [(number,) for number in before if number not in after]
    come = [pair for pair in after.items() if before.get(pair[0]) != pair[1]]
    store.write_many("DELETE FROM clusters WHERE claim = ?", gone)
    store.write_many("INSERT OR REPLACE INTO clusters (claim, cluster) VALUES (?, ?)", come)


def rejoin_all(store: Store) -> None:
    """Make all clusters anew; within `writing`."""
    store.write("DELETE FROM clusters")
    rejoin(
        store,
        [row[0] for row in store.rows(f"SELECT DISTINCT a FROM matches AS m WHERE {TIED} ORDER BY a")],
    )


def members(store: Store, number: int) -> list[tuple[int, int]]:
    """Return (claim, claim that stands for the cluster) for each claim of a claim's cluster, as numbers."""
    return [(member, cluster) for member, cluster in asked(store, MEMBERS, [number])]


def reach(store: Store, seeds: Iterable[int]) -> tuple[dict[int, str], list[Row]]:
    """Return the claims that ties lead to from `seeds`, as ids by number, and those ties."""
    ids: dict[int, str] = {}
    ties: dict[Row, None] = {}
    waiting = list(seeds)
    while waiting:
        listed = f"SELECT number, id FROM claims WHERE number IN ({{claims}}) AND status NOT IN {OFF_LISTS}"
        new: dict[int, str] = dict(asked(store, listed, waiting))
        ids |= new
        found = dict.fromkeys(asked(store, TIES, new))
        ties |= found
        waiting = list(dict.fromkeys(number for tie in found for number in tie[:2] if number not in ids))
    return ids, list(ties)


def joined(store: Store, ids: dict[int, str], ties: list[Row]) -> dict[int, int]:
    """Return for each clustered claim the number of the claim that stands for its cluster: the oldest one.

    `ids` are the claims, as ids by number, and `ties` those among them, as rows of TIES.
    """
    if not ties:
        return {}
    from kzcheck.match.clusters import Tie, clusters

    tied = dict.fromkeys(number for tie in ties for number in tie[:2])
    apart = [(ids[a], ids[b]) for a, b in asked(store, APART, tied) if b in tied]
    together = clusters([Tie(ids[a], ids[b], score, bool(sure)) for a, b, score, sure in ties], apart)
    groups: dict[str, list[int]] = {}
    for number in sorted(tied):
        if ids[number] in together:
            groups.setdefault(together[ids[number]], []).append(number)
    return {number: group[0] for group in groups.values() for number in group}


def asked(store: Store, query: str, numbers: Iterable[int]) -> Iterator[Row]:
    """Yield the rows of a query for all `numbers`, put in for `{claims}` a few hundred at a time."""
    for some in in_slices(numbers, AT_A_TIME):
        listed = ", ".join(f"?{place}" for place in range(1, len(some) + 1))
        yield from store.rows(query.replace("{claims}", listed), some)


def rows_of(store: Store, number: int) -> list[ClaimRow]:
    """Return the claims of a claim's cluster, the one that stands for it first; empty without a cluster."""
    rows = store.rows(
        f"SELECT {ROW_COLUMNS} FROM clusters AS k CROSS JOIN claims AS c ON c.number = k.claim "
        "JOIN documents AS d ON d.number = c.document "
        "WHERE k.cluster = (SELECT cluster FROM clusters WHERE claim = ?) "
        "ORDER BY c.number <> k.cluster, c.number",
        (number,),
    )
    return [row_of(row, Sort.PRIORITY) for row in rows]


def count(store: Store) -> int:
    """Return how many clusters there are."""
    return store.integer("SELECT count(*) FROM clusters WHERE claim = cluster")
