"""The conditions of a query in SQL, and the best place to start from.

When only few claims fulfil one of the conditions, these are fetched and sorted. Otherwise the list is walked
in its order and each row is tested, which soon finds a page of rows, since they are common.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kzcheck.domain import ClaimQuery, RecheckOutcome, Relation, Standing, Status, ZoneKind
from kzcheck.store.convert import HAS_VERDICT, OVERTAKEN, VERDICTS
from kzcheck.store.documents import document_number
from kzcheck.store.search import Found, are_few, few_of, find, match_expression
from kzcheck.store.speakers import like
from kzcheck.store.store import Store, placeholders

OF_MATCHES = (
    "(SELECT a AS number FROM matches WHERE effective = ? UNION SELECT b FROM matches WHERE effective = ?) "
    "CROSS JOIN claims USING (number)"
)
RELATED = (
    "EXISTS (SELECT 1 FROM matches AS m WHERE m.a = claims.number AND m.effective = ? UNION ALL "
    "SELECT 1 FROM matches AS m WHERE m.b = claims.number AND m.effective = ?)"
)


class Start(NamedTuple):
    """A FROM clause that selects a few candidates, and its parameters."""

    table: str
    parameters: tuple[object, ...] = ()


STALE = (
    "EXISTS (SELECT 1 FROM verdicts AS v WHERE v.claim = claims.number "
    f"AND (v.stale IS NOT NULL OR {OVERTAKEN}))"
)
OF_STALE = Start(
    "(SELECT claim AS number FROM verdicts WHERE stale IS NOT NULL UNION "
    f"SELECT v.claim FROM verdicts AS v WHERE v.inherited_from IS NOT NULL AND {OVERTAKEN}) "
    "CROSS JOIN claims USING (number)"
)
BY_OTHERS = "EXISTS (SELECT 1 FROM verdicts AS v WHERE v.claim = claims.number AND v.reviewer <> ?)"
OF_DECIDED = Start(
    f"(SELECT claim AS number FROM verdicts WHERE {HAS_VERDICT}) CROSS JOIN claims USING (number)"
)
OWN_SECOND = "(SELECT s.status FROM second_verdicts AS s WHERE s.claim = claims.number AND s.reviewer = ?)"
HITS = Start("temp.hits CROSS JOIN claims USING (number)")
HIT = "EXISTS (SELECT 1 FROM temp.hits AS h WHERE h.number = claims.number)"
PROBED = "EXISTS (SELECT 1 FROM claims_fts AS f WHERE f.claims_fts MATCH ? AND f.rowid = claims.number)"
OF_DOCUMENT = Start("claims INDEXED BY claims_of_document")


class Source(NamedTuple):
    """Where the rows of a query come from and which conditions they must fulfil.

    `start` selects a few candidates; it is None when walking along the index of the order is best.
    `is_probing` is whether the words of a search are looked up row by row.
    """

    start: Start | None
    conditions: tuple[str, ...]
    parameters: tuple[object, ...]
    is_probing: bool


def place_condition(query: ClaimQuery) -> tuple[str, list[object]]:
    """Return the condition on zone and status and its parameters, for candidates of a `Start`.

    The plus signs keep SQLite from leaving the candidates and using the index of the order instead.
    """
    zones = query.zones or tuple(ZoneKind)
    statuses = statuses_of(query)
    return (
        f"+zone IN ({placeholders(zones)}) AND +status IN ({placeholders(statuses)})",
        [*zones, *statuses],
    )


def statuses_of(query: ClaimQuery) -> tuple[str, ...]:
    """Return the values of `claims.status` that a query asks for."""
    match query.standing:
        case Standing.ORPHANED:
            return (Standing.ORPHANED,)
        case Standing.SUPERSEDED:
            return (Standing.SUPERSEDED, Standing.ORPHANED)
        case _ if query.blind_for is not None:
            return VERDICTS
        case Standing.CURRENT | Standing.STALE:
            return query.statuses or tuple(Status)


def source_of(store: Store, query: ClaimQuery, *, gathered: bool) -> Source | None:
    """Return a query's conditions and the best place to start from; None when no claim fulfils them.

    With `gathered`, all hits of a search are found first. Otherwise common words may be looked up row by row
    (`Source.is_probing`).
    """
    found = find(store, query.text, gathered=gathered)
    if found is Found.NONE:
        return None
    needs = [*searching(query.text, found), *standing(store, query), *requirements(store, query)]
    start = next((need.start for need in needs if need.start is not None), None)
    kept = [need for need in needs if need.start is not HITS or start is not HITS]
    return Source(
        start,
        tuple(need.condition for need in kept),
        tuple(value for need in kept for value in need.parameters),
        is_probing=found is Found.COMMON,
    )


class Need(NamedTuple):
    """A condition with its parameters, and a `start` when only few claims fulfil it."""

    condition: str
    parameters: tuple[object, ...]
    start: Start | None = None


def searching(text: str, found: Found) -> Iterator[Need]:
    """Yield the condition that a search sets."""
    match found:
        case Found.FEW:
            yield Need(HIT, (), HITS)
        case Found.MANY:
            yield Need(HIT, ())
        case Found.COMMON:
            yield Need(PROBED, (match_expression(text),))
        case Found.ALL | Found.NONE:
            pass


def standing(store: Store, query: ClaimQuery) -> Iterator[Need]:
    """Yield the conditions of a stale list and of a blind check, which `claims.status` does not tell."""
    if query.standing is Standing.STALE:
        yield Need(STALE, (), OF_STALE)
    if query.blind_for is not None:
        yield by_others(store, query.blind_for)
        if query.statuses:
            yield Need(
                f"coalesce({OWN_SECOND}, 'open') IN ({placeholders(query.statuses)})",
                (query.blind_for, *query.statuses),
            )


def by_others(store: Store, reviewer: str) -> Need:
    """Return the condition that somebody else has decided a claim."""
    start = OF_DECIDED if are_few(store, f"verdicts WHERE {HAS_VERDICT}") else None
    return Need(BY_OTHERS, (reviewer,), start)


def requirements(store: Store, query: ClaimQuery) -> Iterator[Need]:
    """Yield the conditions of the filters, except those on zone, status and words."""
    if query.document is not None:
        yield Need("document = ?", (document_number(store, query.document),), OF_DOCUMENT)
    if query.speaker is not None:
        yield few(store, "speaker", "speaker IN (SELECT value FROM json_each(?))", like(store, query.speaker))
    if query.kinds:
        yield few(store, "kind", f"kind IN ({placeholders(query.kinds)})", *query.kinds)
    if query.min_value is not None:
        yield few(store, "value_top", "value_top >= ?", query.min_value)
    if query.max_value is not None:
        yield few(store, "value", "value <= ?", query.max_value)
    if query.relation is not None:
        yield related(store, query.relation)
    if query.rechecks:
        yield rechecked(store, query.rechecks)
    if query.outlet is not None:
        yield Need(
            "document IN (SELECT d.number FROM documents AS d WHERE d.outlet = ?)",
            (query.outlet,),
            OF_DOCUMENT if outlet_size(store, query.outlet) <= few_of(store) else None,
        )
    if query.min_priority > 0:
        yield Need("by_priority <= ?", (-query.min_priority,))


def few(store: Store, column: str, condition: str, *values: object) -> Need:
    """Return a condition on a column that has an index of its own."""
    index = f"claims INDEXED BY claims_of_{column}"
    start = Start(index) if are_few(store, f"{index} WHERE {condition}", values) else None
    return Need(condition, values, start)


def related(store: Store, relation: Relation) -> Need:
    """Return the condition that a claim has a match of this relation."""
    both = (relation, relation)
    start = Start(OF_MATCHES, both) if are_few(store, "matches WHERE effective = ?", (relation,)) else None
    return Need(RELATED, both, start)


def rechecked(store: Store, outcomes: Sequence[RecheckOutcome]) -> Need:
    """Return the condition that a cited page had one of these outcomes when it was rechecked."""
    asked = f"recheck IN ({placeholders(outcomes)})"
    condition = (
        "EXISTS (SELECT 1 FROM citations AS t JOIN citation_checks AS k ON k.citation = t.id "
        f"WHERE t.claim = claims.number AND k.{asked})"
    )
    found = (
        "(SELECT DISTINCT t.claim AS number FROM citation_checks AS k JOIN citations AS t "
        f"ON t.id = k.citation WHERE k.{asked}) CROSS JOIN claims USING (number)"
    )
    parameters = tuple(outcomes)
    is_rare = are_few(store, f"citation_checks WHERE {asked}", parameters)
    return Need(condition, parameters, Start(found, parameters) if is_rare else None)


def outlet_size(store: Store, outlet: str) -> int:
    """Return how many body claims the documents of an outlet have."""
    return store.integer("SELECT coalesce(sum(claims), 0) FROM documents WHERE outlet = ?", (outlet,))
