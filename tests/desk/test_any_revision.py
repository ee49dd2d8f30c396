"""Whatever two reviewers do while an article changes and changes back: the state is what the ledger says."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcheck.desk import Desk, adding, extract_text
from kzcheck.domain import Citation, ClaimQuery, KzcheckError, Relation, Standing, Status

TEXTS = (
    "The Tarn holds 340 million litres. Of the canals 62 percent were repaired. Some 1,200 boats were lost.",
    "The Tarn holds 340 million litres. Of the canals 26 percent were repaired. Some 1,200 boats were lost.",
    "Of the canals 62 percent were repaired. The town lies by the Tarn, which holds 340 million litres.",
    "Nothing is left of what was there. Of the canals 62 percent were repaired, and 62 percent are new.",
)
OTHER = "Of the canals 62 percent were repaired. Some 1,300 boats were lost."
places = st.integers(0, 5)
deeds = st.one_of(
    st.tuples(st.just("text"), st.integers(0, len(TEXTS) - 1)),
    st.tuples(st.just("mark"), places, st.sampled_from(list(Status))),
    st.tuples(st.just("cite"), places),
    st.tuples(st.just("headline"), places),
    st.tuples(st.just("rationale"), places),
    st.tuples(st.just("drop"), places),
    st.tuples(st.just("decide"), places, places),
    st.tuples(st.just("resolve"), places, st.booleans()),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


def put(desk: Desk, text: str, origin: str = "https://tarn.example/a") -> None:
    document, claims = extract_text(text)
    adding.add_document(desk._store, desk._hand, document, claims, origin)


def claim_at(desk: Desk, place: int) -> str:
    rows = desk.page(ClaimQuery(zones=()))
    if not rows:
        raise KzcheckError("every claim was dropped: nothing is left to decide on")
    return rows[place % len(rows)].id


def mark(desk: Desk, place: int, status: Status) -> None:
    source = Citation(id="", claim_id="", reference="https://b.example") if status.verdict else None
    desk.mark([claim_at(desk, place)], status, citation=source)


def resolve(desk: Desk, place: int, is_found: bool) -> None:
    for orphan in desk.orphans()[:1]:
        desk.resolve(orphan.claim, claim_at(desk, place) if is_found else None)


DOING: dict[str, Callable[..., object]] = {
    "text": lambda desk, place: put(desk, TEXTS[place]),
    "mark": mark,
    "cite": lambda desk, place: desk.cite(claim_at(desk, place), "a book"),
    "headline": lambda desk, place: desk.set_headline(claim_at(desk, place), "in other words"),
    "rationale": lambda desk, place: desk.set_rationale(claim_at(desk, place), "so it is"),
    "drop": lambda desk, place: desk.drop_claim(claim_at(desk, place)),
    "decide": lambda desk, one, other: desk.decide(
        claim_at(desk, one), claim_at(desk, other), Relation.COMPATIBLE
    ),
    "resolve": resolve,
    "undo": lambda desk: desk.undo(),
    "redo": lambda desk: desk.redo(),
}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sitting=st.lists(st.tuples(st.booleans(), deeds), max_size=20))
def test_the_state_is_what_the_ledger_says_whatever_becomes_of_the_text(
    tmp_path_factory: pytest.TempPathFactory, sitting: list[tuple[bool, tuple[Any, ...]]]
) -> None:
    path = tmp_path_factory.mktemp("sitting") / "desk.db"
    with Desk.open(path, reviewer="aizhan") as first, Desk.open(path, reviewer="bolat") as second:
        put(first, OTHER, "https://other.example/b")
        put(first, TEXTS[0])
        for is_first, (name, *asked) in sitting:
            with contextlib.suppress(KzcheckError):
                DOING[name](first if is_first else second, *asked)
        assert first.doctor() == []
        shown = {row.standing for row in first.page(ClaimQuery(zones=()))}
        assert shown <= {Standing.CURRENT, Standing.STALE}
        assert sum(not row.is_superseded for row in first.documents()) == 2
        present = {row.id for row in first.documents() if not row.is_superseded}
        for match in first.matches():
            assert {first.claim(match.a).document_id, first.claim(match.b).document_id} <= present
        orphans = first.page(ClaimQuery(zones=(), standing=Standing.ORPHANED))
        assert {orphan.claim for orphan in first.orphans()} == {row.id for row in orphans}
        assert first.tally().orphans == len(orphans)
