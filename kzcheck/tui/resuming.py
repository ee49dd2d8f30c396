"""Where a reviewer left off: the list, the search that narrowed it, and the claim under the cursor."""

import json
from dataclasses import fields
from typing import Any, NamedTuple

from kzcheck.desk import Desk
from kzcheck.domain import (
    ClaimKind,
    ClaimQuery,
    RecheckOutcome,
    Relation,
    Sort,
    Standing,
    Status,
    ZoneKind,
)

NAME = "sitting of {reviewer}"
MANY = {"statuses": Status, "kinds": ClaimKind, "zones": ZoneKind, "rechecks": RecheckOutcome}
ONE = {"relation": Relation, "standing": Standing, "sort": Sort}


class Place(NamedTuple):
    """The list as it was left. `before` is what it showed before the search, None if there was none."""

    query: ClaimQuery
    claim: str | None = None
    typed: str = ""
    before: ClaimQuery | None = None


def keep(desk: Desk, place: Place) -> None:
    """Save where the reviewer leaves off."""
    told = {
        "query": plain(place.query),
        "claim": place.claim,
        "typed": place.typed,
        "before": None if place.before is None else plain(place.before),
    }
    desk.set_setting(NAME.format(reviewer=desk.reviewer), json.dumps(told, ensure_ascii=False))


def kept(desk: Desk) -> Place | None:
    """Return where the reviewer left off, or None if nothing was saved or it can no longer be read."""
    text = desk.setting(NAME.format(reviewer=desk.reviewer))
    if text is None:
        return None
    try:
        told = json.loads(text)
        before = told["before"]
        return Place(
            query_of(told["query"]),
            told["claim"],
            told["typed"],
            None if before is None else query_of(before),
        )
    except (ValueError, TypeError, LookupError):
        return None


def plain(query: ClaimQuery) -> dict[str, Any]:
    """Return a query in a form that JSON can hold."""
    return {field.name: getattr(query, field.name) for field in fields(query)}


def query_of(told: dict[str, Any]) -> ClaimQuery:
    """Return the query that `plain` was given. Raises ValueError for a word that no longer exists."""
    read = dict(told)
    for name, kind in MANY.items():
        read[name] = tuple(kind(word) for word in told.get(name, ()))
    for name, one in ONE.items():
        if told.get(name) is not None:
            read[name] = one(told[name])
    return ClaimQuery(**read)
