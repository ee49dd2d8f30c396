"""The desk in numbers; each is one query, none is on the way to the screen."""

from kzcheck.store.store import Store

HAS_VERDICT = "status NOT IN ('open', 'later', 'dropped', 'superseded', 'orphaned')"


def documents(store: Store) -> int:
    """Return how many documents there are."""
    n: int = store.value("SELECT count(*) FROM documents")
    return n


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
    n: int = store.value("SELECT count(*) FROM citations")
    return n


def without_evidence(store: Store) -> int:
    """Return how many claims are verified or disputed without a citation."""
    n: int = store.value(
        "SELECT count(*) FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
        "WHERE c.status IN ('verified', 'disputed') AND c.citations = 0"
    )
    return n


def overrides(store: Store) -> int:
    """Return how many verdicts passed the gate on a reason alone."""
    n: int = store.value(
        "SELECT count(*) FROM verdicts AS v CROSS JOIN claims AS c ON c.number = v.claim "
        f"WHERE v.override_reason IS NOT NULL AND c.{HAS_VERDICT}"
    )
    return n


def conflicts(store: Store) -> int:
    """Return how many pairs are in conflict."""
    n: int = store.value("SELECT count(*) FROM matches WHERE effective = 'conflict'")
    return n


def matches(store: Store) -> int:
    """Return how many pairs say the same or contradict each other."""
    n: int = store.value(
        "SELECT count(*) FROM matches WHERE effective IN ('duplicate', 'compatible', 'conflict')"
    )
    return n


def undecided_matches(store: Store) -> int:
    """Return how many of these pairs nobody has decided on."""
    n: int = store.value(
        "SELECT count(*) FROM matches "
        "WHERE effective IN ('duplicate', 'compatible', 'conflict') AND decision IS NULL"
    )
    return n


def added_claims(store: Store) -> int:
    """Return how many claims on the desk reviewers added: what extraction missed."""
    n: int = store.value(
        "SELECT count(DISTINCT l.subject) FROM ledger AS l CROSS JOIN claims AS c ON c.id = l.subject "
        "WHERE l.action = 'add-claim' AND c.status NOT IN ('dropped', 'superseded', 'orphaned')"
    )
    return n


def dropped_claims(store: Store) -> int:
    """Return how many claims reviewers took off the desk: what extraction found wrongly."""
    n: int = store.value(
        "SELECT count(DISTINCT l.subject) FROM ledger AS l CROSS JOIN claims AS c ON c.id = l.subject "
        "WHERE l.action = 'drop-claim' AND c.status = 'dropped'"
    )
    return n


def median_seconds(store: Store, idle: float) -> float | None:
    """Return the median of the active seconds of the verdicts that took no longer than `idle`."""
    seconds = [
        row[0]
        for row in store.rows(
            "SELECT active_seconds FROM verdicts WHERE active_seconds <= ? AND inherited_from IS NULL "
            "ORDER BY active_seconds",
            (idle,),
        )
    ]
    if not seconds:
        return None
    middle = len(seconds) // 2
    median: float = seconds[middle] if len(seconds) % 2 else (seconds[middle - 1] + seconds[middle]) / 2
    return median
