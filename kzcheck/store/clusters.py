"""Claims that say the same, joined: kept up with every change of a match.

Two claims are tied when a reviewer accepted their match, or nobody decided and it scores `JOIN` or more. Ties
join claims to clusters, the stronger first, as `kzcheck.match.clusters` has it; so what is tied to nothing
else can be joined anew by itself, with the same outcome as the whole desk at once.
"""

from collections.abc import Iterable

from kzcheck.domain import JOIN, ClaimRow, Sort
from kzcheck.store.convert import OFF_LISTS, ROW_COLUMNS, row_of
from kzcheck.store.store import Row, Store

TIED = (
    f"m.effective IN ('duplicate', 'compatible') AND (m.decision IS NOT NULL OR m.score >= {JOIN})"
    f" AND c.status NOT IN {OFF_LISTS}"
)
TIES = f"""
SELECT m.b, m.score, m.decision IS NOT NULL FROM matches AS m CROSS JOIN claims AS c ON c.number = m.b
WHERE m.a = ?1 AND {TIED}
UNION ALL
SELECT m.a, m.score, m.decision IS NOT NULL FROM matches AS m CROSS JOIN claims AS c ON c.number = m.a
WHERE m.b = ?1 AND {TIED}
"""
APART = "SELECT b FROM matches WHERE a = ? AND (effective = 'conflict' OR decision = 'different')"


def rejoin(store: Store, numbers: Iterable[int]) -> None:
    """Join anew the claims that these claims are, were or may be joined with; within `writing`."""
    seeds = dict.fromkeys(numbers)
    before = dict(held for seed in seeds for held in members(store, seed))
    after: dict[int, int] = {}
    seen: set[int] = set()
    for seed in dict.fromkeys([*seeds, *before]):
        if seed not in seen:
            reached = reach(store, seed)
            seen |= reached.keys()
            after |= joined(store, reached)
    if after == before:
        return
    store.write_many("DELETE FROM clusters WHERE claim = ?", [(number,) for number in before])
    store.write_many("INSERT OR REPLACE INTO clusters (claim, cluster) VALUES (?, ?)", after.items())


def rejoin_all(store: Store) -> None:
    """Join all claims anew; within `writing`."""
    store.write("DELETE FROM clusters")
    rejoin(
        store,
        [
            row[0]
            for row in store.rows(
                "SELECT DISTINCT a FROM matches AS m CROSS JOIN claims AS c ON c.number = m.a "
                f"WHERE {TIED} ORDER BY a"
            )
        ],
    )


def members(store: Store, number: int) -> list[tuple[int, int]]:
    """Return the claims of a claim's cluster, each with the one that stands for all, in order."""
    return [
        (member, cluster)
        for member, cluster in store.rows(
            "SELECT claim, cluster FROM clusters "
            "WHERE cluster = (SELECT cluster FROM clusters WHERE claim = ?) ORDER BY claim",
            (number,),
        )
    ]


def reach(store: Store, seed: int) -> dict[int, list[Row]]:
    """Return every claim that ties lead to from `seed`, with its ties: (other, score, whether accepted)."""
    found: dict[int, list[Row]] = {}
    if store.row(f"SELECT 1 FROM claims WHERE number = ? AND status IN {OFF_LISTS}", (seed,)):
        return found
    waiting = [seed]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found[number] = store.rows(TIES, (number,))
            waiting += [tie[0] for tie in found[number]]
    return found


def joined(store: Store, reached: dict[int, list[Row]]) -> dict[int, int]:
    """Return the clusters among claims with their ties: the claim that came first stands for each."""
    if len(reached) < 2:
        return {}
    from kzcheck.match.clusters import Tie, clusters

    ids: dict[int, str] = {
        number: store.value("SELECT id FROM claims WHERE number = ?", (number,)) for number in reached
    }
    ties = [
        Tie(ids[number], ids[other], score, bool(accepted))
        for number, its in reached.items()
        for other, score, accepted in its
        if number < other
    ]
    apart = [
        (ids[number], ids[other])
        for number in reached
        for (other,) in store.rows(APART, (number,))
        if other in ids
    ]
    groups: dict[str, list[int]] = {}
    together = clusters(ties, apart)
    for number in sorted(ids):
        if ids[number] in together:
            groups.setdefault(together[ids[number]], []).append(number)
    return {number: group[0] for group in groups.values() for number in group}


def rows_of(store: Store, number: int) -> list[ClaimRow]:
    """Return the claims of a claim's cluster, the one that stands for it first; none where it is alone."""
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
    n: int = store.value("SELECT count(*) FROM clusters WHERE claim = cluster")
    return n
