"""How many there are of what on a desk. Each count is one query, too slow to be on the way to the screen."""

from kzcheck.store.convert import HAS_VERDICT, OFF_LISTS
from kzcheck.store.store import Store


def documents(store: Store) -> int:
    """Return how many documents there are."""
    return store.integer("SELECT count(*) FROM documents")


def by_reviewer(store: Store) -> dict[str, int]:
    """Return how many verdicts stand by each reviewer."""
    return dict(
        store.rows(
            "SELECT v.reviewer, count(*) FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
            f"WHERE c.{HAS_VERDICT} GROUP BY v.reviewer ORDER BY v.reviewer"
        )
    )


def citations(store: Store) -> int:
    """Return how many citations there are."""
    return store.integer("SELECT count(*) FROM citations")


def without_evidence(store: Store) -> int:
    """Return how many claims are verified or disputed without a citation."""
    return store.integer(
        "SELECT count(*) FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
        "WHERE c.status IN ('verified', 'disputed') AND c.citations = 0"
    )


def overrides(store: Store) -> int:
    """Return how many verdicts passed the gate on a reason alone."""
    return store.integer(
        "SELECT count(*) FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
        f"WHERE v.override_reason IS NOT NULL AND c.{HAS_VERDICT}"
    )


def conflicts(store: Store) -> int:
    """Return how many pairs are in conflict."""
    return store.integer("SELECT count(*) FROM matches WHERE effective = 'conflict'")


def matches(store: Store) -> int:
    """Return how many pairs of claims say the same or contradict each other."""
    return store.integer(
        "SELECT count(*) FROM matches WHERE effective IN ('duplicate', 'compatible', 'conflict')"
    )


def undecided_matches(store: Store) -> int:
    """Return how many of these pairs nobody has decided on."""
    return store.integer(
        "SELECT count(*) FROM matches "
        "WHERE effective IN ('duplicate', 'compatible', 'conflict') AND decision IS NULL"
    )


def added_claims(store: Store) -> int:
    """Return how many claims on the desk were added by reviewers, since extraction had missed them."""
    return store.integer(
        "SELECT count(DISTINCT l.subject) FROM ledger AS l CROSS JOIN claims AS c ON c.id = l.subject "
        f"WHERE l.action = 'add-claim' AND c.status NOT IN {OFF_LISTS}"
    )


def dropped_claims(store: Store) -> int:
    """Return how many claims reviewers took off the desk, since extraction had wrongly found them.

    A claim that a reviewer added and took off again is nobody's find.
    """
    return store.integer(
        "SELECT count(DISTINCT l.subject) FROM ledger AS l CROSS JOIN claims AS c ON c.id = l.subject "
        "WHERE l.action = 'drop-claim' AND c.status = 'dropped' AND NOT EXISTS ("
        "SELECT 1 FROM ledger AS a WHERE a.subject = l.subject AND a.action = 'add-claim')"
    )


def merged_entries(store: Store) -> int:
    """Return how many entries of other ledgers were kept when their desks were merged into this one."""
    return store.integer("SELECT count(*) FROM merged_entries")


def median_seconds(store: Store) -> float | None:
    """Return the median of the active seconds of verdicts; None without any.

    Verdicts that were carried over from another claim do not count.
    """
    seconds = [
        row[0]
        for row in store.rows(
            "SELECT v.active_seconds FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
            f"WHERE v.active_seconds IS NOT NULL AND v.inherited_from IS NULL AND c.{HAS_VERDICT} "
            "ORDER BY v.active_seconds"
        )
    ]
    if not seconds:
        return None
    middle = len(seconds) // 2
    median: float = seconds[middle] if len(seconds) % 2 else (seconds[middle - 1] + seconds[middle]) / 2
    return median
