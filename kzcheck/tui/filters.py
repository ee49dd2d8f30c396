"""What one key can narrow the claim list to, and how a query reads in its title."""

from dataclasses import replace
from typing import NamedTuple

from kzcheck.domain import ClaimQuery, RecheckOutcome, Relation, Sort, Standing, Status, ZoneKind


class Filter(NamedTuple):
    """One choice of the filter menu: its title, and the conditions that it sets."""

    title: str
    statuses: tuple[Status, ...] = ()
    relation: Relation | None = None
    zones: tuple[ZoneKind, ...] = (ZoneKind.BODY,)
    rechecks: tuple[RecheckOutcome, ...] = ()
    standing: Standing = Standing.CURRENT

    @property
    def is_counted(self) -> bool:
        """Whether the desk keeps a count of these claims, as it does by status for those in the body."""
        return self == Filter(self.title, self.statuses)

    def applied(self, query: ClaimQuery) -> ClaimQuery:
        """Return the query narrowed to this choice; its words and order stay."""
        return replace(
            query,
            statuses=self.statuses,
            relation=self.relation,
            zones=self.zones,
            rechecks=self.rechecks,
            standing=self.standing,
            document=None,
        )


OPEN = Filter("open", (Status.OPEN,))

FILTERS: tuple[Filter, ...] = (
    OPEN,
    Filter("all"),
    Filter("later", (Status.LATER,)),
    Filter("verified", (Status.VERIFIED,)),
    Filter("disputed", (Status.DISPUTED,)),
    Filter("needs context", (Status.NEEDS_CONTEXT,)),
    Filter("unproven", (Status.UNPROVEN,)),
    Filter("not checkable", (Status.NOT_CHECKABLE,)),
    Filter("in conflict", relation=Relation.CONFLICT),
    Filter("outside the body", zones=tuple(zone for zone in ZoneKind if zone is not ZoneKind.BODY)),
    Filter("a source changed", rechecks=(RecheckOutcome.CHANGED,)),
    Filter("a source gone", rechecks=(RecheckOutcome.GONE,)),
    Filter("a source out of reach", rechecks=(RecheckOutcome.BLOCKED, RecheckOutcome.UNREACHABLE)),
    Filter("stale verdicts", standing=Standing.STALE),
    Filter("orphans of a changed text", zones=tuple(ZoneKind), standing=Standing.ORPHANED),
)

SORT_WORDS = {
    Sort.PRIORITY: "by priority",
    Sort.DOCUMENT: "in document order",
    Sort.VALUE: "by value",
    Sort.TOUCHED: "by last touched",
}


def next_sort(sort: Sort) -> Sort:
    """Return the order after this one; after the last comes the first."""
    orders = list(Sort)
    return orders[(orders.index(sort) + 1) % len(orders)]


def filter_of(query: ClaimQuery) -> Filter | None:
    """Return the choice that a query matches, or None if there is none."""
    for choice in FILTERS:
        if choice.applied(query) == query:
            return choice
    return None
