"""The use case of `kzcheck stats`: the figures of a desk, and how far two reviewers agree."""

from collections import Counter
from collections.abc import Hashable, Sequence

from kzcheck.domain import IDLE_SECONDS, JOIN, SUGGEST, Stats
from kzcheck.store import Store, claims, clusters, contradictions, counts, seconds


def stats(store: Store) -> Stats:
    """Return the figures of the whole desk."""
    pairs = [(each.first_status, each.status) for each in seconds.all_seconds(store)]
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
        second_verdicts=len(pairs),
        second_agreed=sum(one == other for one, other in pairs),
        kappa=kappa(pairs),
        seconds_per_claim=counts.median_seconds(store),
        idle_seconds=IDLE_SECONDS,
        merged_entries=counts.merged_entries(store),
    )


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Return Cohen's kappa: how much two reviewers agree beyond chance, 1 for always and 0 for by chance.

    It is None where it is not defined: without pairs, or when both only ever used one and the same verdict.
    Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20
    (1960).
    """
    n = len(pairs)
    first, second = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(count * second[word] for word, count in first.items())
    if by_chance == n * n:
        return None
    return (n * sum(one == other for one, other in pairs) - by_chance) / (n * n - by_chance)
