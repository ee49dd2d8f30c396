"""Whatever two reviewers do in whatever order: the state is what the ledger says, and undo is exact."""

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcheck.desk import Desk
from kzcheck.domain import Citation, ClaimQuery, KzcheckError, Relation, Status

CLAIMS = 3
Deed = tuple[Any, ...]
claims = st.integers(0, CLAIMS - 1)
words = st.sampled_from(["", "one", "two"])
deeds = st.one_of(
    st.tuples(st.just("mark"), st.lists(claims, min_size=1), st.sampled_from(list(Status)), st.booleans()),
    st.tuples(st.just("cite"), claims, st.sampled_from(["https://a.example", "a book"])),
    st.tuples(st.just("uncite"), claims),
    st.tuples(st.just("rationale"), claims, words),
    st.tuples(st.just("headline"), claims, words),
    st.tuples(st.just("drop"), claims),
    st.tuples(st.just("decide"), claims, claims, st.sampled_from(list(Relation))),
    st.tuples(st.just("undo")),
    st.tuples(st.just("redo")),
)


def mark(desk: Desk, ids: list[str], places: list[int], status: Status, cited: bool) -> None:
    source = Citation(id="", claim_id="", reference="https://b.example") if cited else None
    desk.mark([ids[place] for place in places], status, citation=source, rationale="so" if cited else None)


def uncite(desk: Desk, ids: list[str], place: int) -> None:
    for citation in desk.citations_of(ids[place])[:1]:
        desk.uncite(citation.id)


DOING: dict[str, Callable[..., object]] = {
    "mark": mark,
    "cite": lambda desk, ids, place, reference: desk.cite(ids[place], reference),
    "uncite": uncite,
    "rationale": lambda desk, ids, place, text: desk.set_rationale(ids[place], text),
    "headline": lambda desk, ids, place, text: desk.set_headline(ids[place], text),
    "drop": lambda desk, ids, place: desk.drop_claim(ids[place]),
    "decide": lambda desk, ids, one, other, relation: desk.decide(ids[one], ids[other], relation),
    "undo": lambda desk, ids: desk.undo(),
    "redo": lambda desk, ids: desk.redo(),
}


def do(desk: Desk, ids: list[str], deed: Deed) -> None:
    """Do one thing at a desk; what the desk refuses is not done."""
    with contextlib.suppress(KzcheckError):
        DOING[deed[0]](desk, ids, *deed[1:])


def shown(desk: Desk, ids: list[str]) -> list[object]:
    """Return all that the desk shows of its claims, but when they were last touched."""
    return [
        [desk.claim_row(claim), desk.status(claim), desk.claim(claim).headline, desk.citations_of(claim)]
        for claim in ids
    ] + [desk.tally(), desk.documents(), desk.matches(), {row.id for row in desk.page(ClaimQuery())}]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sitting=st.lists(st.tuples(st.booleans(), deeds), max_size=15))
def test_the_state_is_what_the_ledger_says_after_any_sitting(
    tmp_path_factory: pytest.TempPathFactory, desk: Desk, sitting: list[tuple[bool, Deed]]
) -> None:
    path = tmp_path_factory.mktemp("sitting") / "desk.db"
    desk.back_up(path)
    with Desk.open(path, reviewer="aizhan") as first, Desk.open(path, reviewer="bolat") as second:
        ids = [row.id for row in first.claims_of(first.documents()[0].id)]
        for is_first, deed in sitting:
            do(first if is_first else second, ids, deed)
        assert first.verify_ledger() == []
        assert first.doctor() == []


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sitting=st.lists(deeds, max_size=15))
def test_undo_and_redo_put_back_exactly_what_was(
    tmp_path_factory: pytest.TempPathFactory, desk: Desk, sitting: list[Deed]
) -> None:
    path = tmp_path_factory.mktemp("sitting") / "desk.db"
    desk.back_up(path)
    with Desk.open(path, reviewer="aizhan") as own:
        ids = [row.id for row in own.claims_of(own.documents()[0].id)]
        at_first = shown(own, ids)
        for deed in sitting:
            do(own, ids, deed)
        seen = [shown(own, ids)]
        with contextlib.suppress(KzcheckError):
            while own.undo():
                seen.append(shown(own, ids))
        assert seen[-1] == at_first
        for before in reversed(seen[:-1]):
            own.redo()
            assert shown(own, ids) == before
        assert own.doctor() == []
