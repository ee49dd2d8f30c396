"""Matching the whole desk anew: in several processes, interrupted and resumed, while a reviewer works."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kzcheck.desk import Desk, crew, rematching
from kzcheck.desk.matching import ready
from kzcheck.domain import KzcheckError, Match, Relation, Status
from kzcheck.store import Store, matching
from kzcheck.store.matching import Finding

STATED = 6
ENDED = """
import sys
from kzcheck.desk import Desk
with Desk.open(sys.argv[1]) as desk:
    desk.rematch(progress=lambda done, total: print(done, total, flush=True) or sys.stdin.readline())
"""


FACTS = (
    "The Balkhash smelter laid off {} workers in 2019.",
    "Saiga herds on the Ustyurt plateau grew to {} animals.",
    "A storm over Taraz tore the roofs off {} houses.",
    "Orchards around Talgar gave {} tonnes of apples last autumn.",
    "The new bridge across the Ishim cost {} million tenge.",
    "Some {} pupils began school in Kostanay in September.",
    "Surgeons in Shymkent replaced {} kneecaps within a year.",
    "The library of Semey lent out {} novels in spring.",
    "Border guards at Khorgos turned back {} lorries.",
    "Beekeepers near Ridder lost {} hives to mites.",
    "The choir of Kokshetau sang before {} listeners.",
    "Fishermen on the Aral caught {} sturgeons illegally.",
)


def sentences(number: int) -> str:
    """An article's claims: each fact stands in two articles, every third with another figure."""
    told = []
    for place in range(4):
        fact = (number // 2) * 4 + place
        told.append(FACTS[fact].format(1200 + fact * 7 + (number % 2) * 500 * (place % 3 == 0)))
    return " ".join(told)


@pytest.fixture
def told(path: Path, tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(path, reviewer="aizhan") as desk:
        for number in range(STATED):
            source = tmp_path / f"article{number}.txt"
            source.write_text(f"Article {number}\n\nThis is article {number}. {sentences(number)}\n", "utf-8")
            desk.add([str(source)])
        yield desk


@pytest.fixture
def shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Share out the work of a small desk too, in small slices."""
    monkeypatch.setattr(rematching, "WORTH_PROCESSES", 0)
    monkeypatch.setattr(rematching, "SLICE", 2)


def forget(desk: Desk) -> None:
    """Take all matches and what was read off the desk, as if it had never been matched."""
    with desk._store.writing():
        for table in ("matches", "clusters", "match_postings", "match_terms", "prepared"):
            desk._store.write(f"DELETE FROM {table}")


def same(matches: list[Match]) -> dict[tuple[str, str], Relation]:
    return {(m.a, m.b): m.relation for m in matches if m.relation is not Relation.RELATED}


def test_a_desk_that_was_never_matched_is_matched_as_adding_does(told: Desk) -> None:
    before = same(told.matches())
    assert set(before.values()) >= {Relation.DUPLICATE, Relation.CONFLICT}
    clusters = {m.a: [row.id for row in told.cluster_of(m.a)] for m in told.matches()}
    forget(told)
    assert told.matches() == []
    assert told.rematch()
    assert same(told.matches()) == before
    assert {name: [row.id for row in told.cluster_of(name)] for name in clusters} == clusters
    assert told.doctor() == []


def test_a_rebuild_of_what_is_matched_already_writes_no_match(
    told: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    renew = matching.renew_matches

    def noted(store: Store, found: Sequence[Finding]) -> None:
        written.extend(found)
        renew(store, found)

    monkeypatch.setattr(matching, "renew_matches", noted)
    assert told.rematch()
    assert written == []
    forget(told)
    assert told.rematch()
    assert len(written) == len(told.matches())


def test_a_term_that_very_many_claims_have_gets_no_more_entries(
    told: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = "SELECT t.n, count(*) FROM match_terms AS t JOIN match_postings AS p ON p.term = t.number "
    monkeypatch.setattr(matching, "LONGEST", 2)
    source = tmp_path / "more.txt"
    source.write_text(f"More\n\nIt is one more article. {sentences(0)}\n", "utf-8")
    before = dict(told._store.rows(f"{entries} WHERE t.term = 'balkhash' GROUP BY t.number"))
    assert before == {2: 2}
    told.add([str(source)])
    assert told._store.rows(f"{entries} WHERE t.term = 'balkhash' GROUP BY t.number") == [(3, 2)]


@pytest.mark.usefixtures("shared_out")
def test_several_processes_find_what_one_does(told: Desk) -> None:
    before = same(told.matches())
    forget(told)
    assert told.rematch(processes=2)
    assert same(told.matches()) == before
    assert told.doctor() == []


@pytest.mark.usefixtures("shared_out")
def test_decisions_survive_a_rebuild_by_several_processes(told: Desk) -> None:
    decided = next(m for m in told.matches() if m.relation is Relation.DUPLICATE)
    told.decide(decided.a, decided.b, Relation.DIFFERENT)
    told.mark([decided.a], Status.UNPROVEN)
    assert told.rematch(processes=2)
    (view,) = [view for view in told.matches_of(decided.a) if view.other.id == decided.b]
    assert view.decision is Relation.DIFFERENT
    assert view.relation is Relation.DUPLICATE
    assert told.status(decided.a).status is Status.UNPROVEN
    assert told.doctor() == []


def test_a_pair_that_comparing_calls_different_now_is_forgotten(told: Desk) -> None:
    before = told.matches()
    ids = dict(told._store.rows("SELECT number, id FROM claims"))
    stored = {tuple(row) for row in told._store.rows("SELECT a, b FROM matches")}
    pair = next(
        (a, b)
        for a in ids
        for b in ids
        if ids[a] < ids[b]
        and (a, b) not in stored
        and told.compare(ids[a], ids[b]).relation is Relation.DIFFERENT
    )
    with told._store.writing():
        told._store.write(
            "INSERT INTO matches (a, b, relation, score, reasons) VALUES (?, ?, 'duplicate', 0.9, '[]')", pair
        )
    assert len(told.matches()) == len(before) + 1
    assert told.rematch()
    assert told.matches() == before
    assert told.doctor() == []


def test_a_rebuild_that_was_ended_leaves_a_whole_desk_and_goes_on_where_it_was(told: Desk) -> None:
    before = same(told.matches())
    forget(told)
    told.rematch(cancelled=lambda: True)
    steps: list[int] = []
    assert not told.rematch(progress=lambda done, _: steps.append(done), cancelled=lambda: len(steps) >= 8)
    assert told.doctor() == []
    left = told._store.value("SELECT count(*) FROM rematching")
    assert 0 < left < 8
    again: list[int] = []
    assert told.rematch(progress=lambda done, _: again.append(done))
    assert len(again) == left
    assert same(told.matches()) == before
    assert told._store.value("SELECT count(*) FROM rematching") == 0


def test_a_rebuild_that_was_ended_begins_anew_when_its_claims_are_no_longer_there(told: Desk) -> None:
    steps: list[int] = []
    assert not told.rematch(progress=lambda done, _: steps.append(done), cancelled=lambda: len(steps) >= 3)
    with told._store.writing():
        told._store.write("UPDATE rematching SET claims = claims + 1")
    again: list[int] = []
    assert told.rematch(progress=lambda done, _: again.append(done))
    assert again == list(range(1, 9))


def test_claims_that_another_edition_read_are_read_anew(told: Desk) -> None:
    before = same(told.matches())
    with told._store.writing():
        told._store.write("UPDATE prepared SET edition = 0, json = 'of old'")
    assert told.rematch()
    assert same(told.matches()) == before
    assert told._store.value("SELECT count(*) FROM prepared WHERE json = 'of old'") == 0


def test_what_another_edition_kept_is_not_compared_with(told: Desk) -> None:
    (number,) = told._store.rows("SELECT max(number) FROM claims")[0]
    before = ready(told._store, [number])
    with told._store.writing():
        told._store.write(
            "UPDATE prepared SET edition = 0, json = (SELECT json FROM prepared WHERE claim = 1) "
            "WHERE claim = ?",
            (number,),
        )
    assert ready(told._store, [number]) == before


def test_ctrl_c_ends_it_with_its_processes_and_the_desk_is_whole(told: Desk, path: Path) -> None:
    before = same(told.matches())
    forget(told)
    process = subprocess.Popen(
        [sys.executable, "-c", ENDED, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == -signal.SIGINT
    assert told.doctor() == []
    assert told.rematch()
    assert same(told.matches()) == before


def test_a_mark_gets_in_between_any_two_slices(told: Desk) -> None:
    names = [row.id for row in told.claims_of(told.documents()[0].id)]
    with Desk.open(told.path, reviewer="berik") as other:
        marked = []

        def mark(done: int, _total: int) -> None:
            marked.append(other.mark([names[done % len(names)]], Status.LATER))

        assert told.rematch(progress=mark)
    assert len(marked) == len(told.log(len(marked) + 1))
    assert told.doctor() == []


def ended(_store: object) -> object:
    os._exit(3)


def refusing(_store: object) -> object:
    def refuse(_task: object) -> object:
        raise KzcheckError("nothing was done: there is no room; make some")

    return refuse


def test_a_process_that_ends_is_one_line(told: Desk) -> None:
    with pytest.raises(KzcheckError, match="one of its processes has ended"):
        list(crew.results(told._store, ended, [1, 2], 2))


def test_what_goes_wrong_in_a_process_is_its_one_line(told: Desk) -> None:
    with (
        closing(crew.results(told._store, refusing, [1, 2], 2)) as results,
        pytest.raises(KzcheckError, match="there is no room"),
    ):
        list(results)
