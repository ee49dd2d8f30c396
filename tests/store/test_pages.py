"""Walking the claim list: any order, any filter, any direction gives exactly the sorted list."""

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kzcheck.domain import (
    Claim,
    ClaimKind,
    ClaimQuery,
    ClaimRow,
    Document,
    KzcheckError,
    Metadata,
    Quantity,
    Relation,
    RowKey,
    Sort,
    Span,
    Status,
    Zone,
    ZoneKind,
    claim_id,
    document_id,
)
from kzcheck.store import Store, documents, filters, pages, search, state
from kzcheck.store import store as opening

WORDS = ("oil", "uranium", "troops", "Тенге", "naïve", "18,5%")


@dataclasses.dataclass(frozen=True)
class Planned:
    """What a claim of the test desk is like."""

    priority: float
    value: float | None
    zone: ZoneKind
    kind: ClaimKind
    speaker: str | None
    status: Status
    word: str
    touched: int


planned = st.builds(
    Planned,
    priority=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    value=st.one_of(st.none(), st.sampled_from([-3.0, 0.0, 2.0, 2.5, 1e12])),
    zone=st.sampled_from([ZoneKind.BODY, ZoneKind.COMMENT]),
    kind=st.sampled_from([ClaimKind.QUANTITY, ClaimKind.EVENT]),
    speaker=st.sampled_from([None, "Tokayev", "Putin"]),
    status=st.sampled_from([Status.OPEN, Status.LATER, Status.VERIFIED]),
    word=st.sampled_from(WORDS),
    touched=st.sampled_from([0, 0, 1, 2]),
)
queries = st.builds(
    ClaimQuery,
    text=st.sampled_from(["", "oil", "URAN", "naive", "тенге", "18,5", '"', "oil AND", "*"]),
    statuses=st.sampled_from([(), (Status.OPEN,), (Status.OPEN, Status.VERIFIED), (Status.DISPUTED,)]),
    kinds=st.sampled_from([(), (ClaimKind.EVENT,)]),
    zones=st.sampled_from([(ZoneKind.BODY,), (), (ZoneKind.COMMENT, ZoneKind.BODY)]),
    outlet=st.sampled_from([None, "Outlet 0", "none of this name"]),
    speaker=st.sampled_from([None, "Putin"]),
    min_priority=st.sampled_from([0.0, 0.5]),
    min_value=st.sampled_from([None, 1.0]),
    max_value=st.sampled_from([None, 2.5]),
    sort=st.sampled_from(list(Sort)),
)


def fill(store: Store, desk: list[list[Planned]]) -> None:
    """Put documents on the desk whose claims are as planned."""
    for place, claims in enumerate(desk):
        text = f"{place}: " + " ".join(one.word for one in claims) + " "
        number = document_id(text)
        made, start = [], len(f"{place}: ")
        for one in claims:
            end = start + len(one.word)
            quantity = None
            if one.value is not None:
                quantity = Quantity(start=start, end=end, text=one.word, value=one.value)
            made.append(
                Claim(
                    id=claim_id(number, start, end, one.kind, ""),
                    document_id=number,
                    zone=one.zone,
                    kind=one.kind,
                    headline=one.word,
                    start=start,
                    end=end,
                    quote=one.word,
                    sentence=Span(start, end),
                    quantity=quantity,
                    speaker=one.speaker,
                    priority=one.priority,
                )
            )
            start = end + 1
        document = Document(
            id=number,
            text=text,
            zones=(Zone(0, len(text), ZoneKind.BODY),),
            metadata=Metadata(outlet=f"Outlet {place}"),
            source="-",
        )
        with store.writing():
            numbers = documents.insert_document(store, document, made, added_at="now", lineage=None)
            for at, one in zip(numbers, claims, strict=True):
                store.write(
                    "UPDATE claims SET status = ?, touched = ? WHERE number = ?",
                    (one.status, one.touched, at),
                )


def expected(desk: list[list[Planned]], query: ClaimQuery) -> list[int]:
    """Return the numbers of the claims that a query asks for, sorted as it asks."""
    wanted, number = [], 0
    for place, claims in enumerate(desk):
        for at, one in enumerate(claims):
            number += 1
            if fits(one, place, query):
                value = float("inf") if one.value is None else -one.value
                rank = {
                    Sort.PRIORITY: -one.priority,
                    Sort.VALUE: value,
                    Sort.TOUCHED: -one.touched,
                    Sort.DOCUMENT: place * 1000 + at,
                }
                wanted.append((rank[query.sort], number))
    return [number for _, number in sorted(wanted)]


def fits(one: Planned, place: int, query: ClaimQuery) -> bool:
    """Whether a planned claim is one that the query asks for."""
    folded = {"naïve": "naive", "Тенге": "тенге"}.get(one.word, one.word)
    words = query.text.lower().strip('"* ').removesuffix(" and")
    if query.text == "oil AND":
        words = "no claim has both words"
    return (
        folded.startswith(words)
        and (not query.statuses or one.status in query.statuses)
        and (not query.kinds or one.kind in query.kinds)
        and (not query.zones or one.zone in query.zones)
        and query.outlet in (None, f"Outlet {place}")
        and query.speaker in (None, one.speaker)
        and one.priority >= query.min_priority
        and (query.min_value is None or (one.value is not None and one.value >= query.min_value))
        and (query.max_value is None or (one.value is not None and one.value <= query.max_value))
    )


def walk(store: Store, query: ClaimQuery, limit: int, *, backward: bool) -> list[int]:
    """Return all numbers of a list, read page by page in one direction."""
    found: list[ClaimRow] = pages.page(store, query, limit=limit, last=backward)
    while True:
        key = (found[0] if backward else found[-1]).key if found else RowKey(None, 0)
        if not found:
            return []
        more = (
            pages.page(store, query, before=key, limit=limit)
            if backward
            else pages.page(store, query, after=key, limit=limit)
        )
        if not more:
            return [row.key.number for row in found]
        found = more + found if backward else found + more


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    desk=st.lists(st.lists(planned, max_size=12), min_size=1, max_size=3),
    asked=st.lists(queries, min_size=1, max_size=6),
    limit=st.integers(1, 7),
)
def test_a_walk_in_any_direction_gives_exactly_the_sorted_list(
    tmp_path_factory: pytest.TempPathFactory, desk: list[list[Planned]], asked: list[ClaimQuery], limit: int
) -> None:
    store = Store.open(tmp_path_factory.mktemp("desk") / "desk.db")
    try:
        fill(store, desk)
        for query in asked:
            numbers = expected(desk, query)
            assert walk(store, query, limit, backward=False) == numbers
            assert walk(store, query, limit, backward=True) == numbers
            assert pages.count(store, query) == len(numbers)
    finally:
        store.close()


def one(word: str, **changes: object) -> Planned:
    plain = Planned(0.5, None, ZoneKind.BODY, ClaimKind.EVENT, None, Status.OPEN, word, 0)
    return dataclasses.replace(plain, **changes)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_the_search_box_takes_any_text(store: Store, text: str) -> None:
    pages.page(store, ClaimQuery(text=text))


def found(store: Store, text: str) -> list[str]:
    """The words that a search finds among "oil" and "troops"."""
    fill(store, [[one("oil"), one("troops")]])
    return [row.headline for row in pages.page(store, ClaimQuery(text=text))]


@pytest.mark.parametrize(
    "text", ["oil OR troops", "oil NOT troops", "a OR", "NEAR(", "NEAR(oil)", "headline:oil"]
)
def test_operators_of_search_are_words_like_others(store: Store, text: str) -> None:
    assert found(store, text) == []


@pytest.mark.parametrize(
    "text", ["-oil", "oil*", '"oil', "oil)", "^oil", "oil\0", "\ud800 oil", "oil " * 50_000]
)
def test_signs_beside_a_word_change_nothing(store: Store, text: str) -> None:
    assert found(store, text) == ["oil"]


@pytest.mark.parametrize("text", ['"', "'", "^", '"* -', "\0", "\ud800", "(" * 500])
def test_nothing_but_signs_asks_for_all(store: Store, text: str) -> None:
    assert found(store, text) == ["oil", "troops"]


@pytest.mark.parametrize("text", ["o" * 100_000, "o i l " * 3000])
def test_a_pasted_book_finds_nothing(store: Store, text: str) -> None:
    assert found(store, text) == []


def test_half_a_character_is_said_to_be_one(store: Store) -> None:
    with pytest.raises(KzcheckError, match="half a character"):
        pages.page(store, ClaimQuery(speaker="\ud800"))


def test_figures_that_no_number_can_hold_are_no_figures(store: Store) -> None:
    fill(
        store, [[one("oil", value=float("inf")), one("troops", value=10**400), one("uranium", value=10**30)]]
    )
    rows = pages.page(store, ClaimQuery(sort=Sort.VALUE))
    assert [row.value for row in rows] == [1e30, None, None]
    assert pages.page(store, ClaimQuery(sort=Sort.VALUE), after=rows[0].key) == rows[1:]


def test_each_word_may_be_the_beginning_of_one(store: Store) -> None:
    fill(store, [[one("uranium"), one("troops")]])
    assert [row.headline for row in pages.page(store, ClaimQuery(text="ura"))] == ["uranium"]


@pytest.mark.parametrize("seconds", [10.0, 0.0], ids=["looked up", "gathered"])
@pytest.mark.parametrize("sort", list(Sort))
def test_common_words_are_walked_and_rare_ones_sorted_alike(
    store: Store, monkeypatch: pytest.MonkeyPatch, sort: Sort, seconds: float
) -> None:
    fill(store, [[one("oil", priority=n / 50, value=float(n % 7)) for n in range(50)]])
    query = ClaimQuery(text="oil", sort=sort, kinds=(ClaimKind.EVENT,))
    sorted_few = walk(store, query, 7, backward=False)
    for room in (search, filters):
        monkeypatch.setattr(room, "few_of", lambda _store: 3)
    monkeypatch.setattr(pages, "PROBING_SECONDS", seconds)
    monkeypatch.setattr(opening, "STEPS_BETWEEN_LOOKS", 1)
    store.searched = None
    assert walk(store, query, 7, backward=False) == sorted_few
    assert (store.searched is None) == (seconds > 0)
    assert walk(store, query, 7, backward=True) == sorted_few
    assert pages.count(store, query) == 50


def test_a_search_sees_what_another_connection_has_added(store: Store) -> None:
    assert pages.page(store, ClaimQuery(text="oil")) == []
    other = Store.open(store.path)
    fill(other, [[one("oil")]])
    other.close()
    assert len(pages.page(store, ClaimQuery(text="oil"))) == 1


def test_claims_are_listed_by_how_they_relate(store: Store) -> None:
    fill(store, [[one("oil"), one("troops"), one("uranium")]])
    with store.writing():
        state.put_decision(store, 1, 3, {"relation": Relation.CONFLICT})
    rows = pages.page(store, ClaimQuery(relation=Relation.CONFLICT))
    assert [row.headline for row in rows] == ["oil", "uranium"]


@pytest.mark.parametrize("sort", list(Sort))
def test_a_page_after_a_key_is_an_index_walk(
    store: Store, sort: Sort, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, [[one("oil"), one("troops")]])
    asked: list[str] = []
    rows = store.rows
    first = pages.page(store, ClaimQuery(sort=sort), limit=1)[0]

    def explained(sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.extend(str(row[3]) for row in rows(f"EXPLAIN QUERY PLAN {sql}", parameters))
        return rows(sql, parameters)

    monkeypatch.setattr(store, "rows", explained)
    pages.page(store, ClaimQuery(sort=sort), after=first.key)
    one_by_id = "INDEX sqlite_autoindex_claims_1 (id=?)"
    steps = [step for step in asked if "claims" in step and not step.endswith(one_by_id)]
    assert steps
    assert all(f"INDEX claims_by_{sort} (zone=? AND status=?" in step for step in steps)
