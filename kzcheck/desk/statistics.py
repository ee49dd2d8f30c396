"""How far a desk has come."""

from kzcheck.domain import JOIN, SUGGEST, Stats
from kzcheck.store import Store, claims, clusters, contradictions, counts

IDLE_SECONDS = 300.0
"""A claim looked at for longer than this was not looked at all the time; it does not count for the pace."""


def stats(store: Store) -> Stats:
    """Return the figures of the whole desk."""
    return Stats(
        documents=counts.documents(store),
        by_status=dict(claims.tally(store).by_status),
        by_reviewer=counts.by_reviewer(store),
        citations=counts.citations(store),
        without_evidence=counts.without_evidence(store),
        overrides=counts.overrides(store),
        conflicts=counts.conflicts(store),
        matches=counts.matches(store),
        undecided_matches=counts.undecided_matches(store),
        clusters=clusters.count(store),
        alarms=contradictions.count_alarms(store),
        suggest_from=SUGGEST,
        join_from=JOIN,
        added_claims=counts.added_claims(store),
        dropped_claims=counts.dropped_claims(store),
        seconds_per_claim=counts.median_seconds(store, IDLE_SECONDS),
    )
