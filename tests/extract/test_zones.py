"""Zones and metadata of pasted pages."""

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kzcheck.domain import ZoneKind
from kzcheck.extract import read_metadata, read_zones

PAGE = """Skip to content

Menu

The Harbour Post

Tuesday, March 4, 2025

Council Votes To Close Four Libraries

By Ruth Alder

March 3, 2025

A shelf in the north library. Photo: Ines Rowe

The council voted on Monday evening to close four of its nine libraries by the end of the year.

What happens now

Residents gathered 12,000 signatures against the plan in two weeks, according to organisers.

Read more: Ten ways to save money

“We have no choice,” said the mayor, Paul Brand, who put the savings at £3 million.

Ruth Alder is a reporter for the Harbour Post who has covered 14 elections.

2 Comments

Tom Hale says:

March 3, 2025 at 8:15 pm

My library had 300 visitors a day.

Ann

March 4, 2025 at 9:02 am

So did mine, for 20 years.

Leave a comment

Your email address will not be published.
"""


def kinds(text: str) -> dict[str, ZoneKind]:
    """The zone of each line of a text."""
    zones = read_zones(text)
    found = {}
    for line in text.splitlines():
        at = text.index(line)
        found[line.strip()] = next(
            (zone.kind for zone in zones if zone.start <= at < zone.end), ZoneKind.BODY
        )
    return found


def test_a_pasted_page_comes_apart_into_its_zones() -> None:
    zone = kinds(PAGE)
    assert zone["Menu"] is ZoneKind.NAVIGATION
    assert zone["Council Votes To Close Four Libraries"] is ZoneKind.HEADLINE
    assert zone["By Ruth Alder"] is ZoneKind.BYLINE
    assert zone["A shelf in the north library. Photo: Ines Rowe"] is ZoneKind.CAPTION
    assert zone["What happens now"] is ZoneKind.HEADLINE
    assert zone["Read more: Ten ways to save money"] is ZoneKind.NAVIGATION
    assert zone["My library had 300 visitors a day."] is ZoneKind.COMMENT
    assert zone["So did mine, for 20 years."] is ZoneKind.COMMENT
    assert zone["Your email address will not be published."] is ZoneKind.BOILERPLATE
    bio = "Ruth Alder is a reporter for the Harbour Post who has covered 14 elections."
    assert zone[bio] is ZoneKind.BIO
    body = [line for line, kind in zone.items() if kind is ZoneKind.BODY and line]
    assert len(body) == 3


def test_a_page_says_its_title_author_and_date() -> None:
    found = read_metadata(PAGE, read_zones(PAGE))
    assert found.title == "Council Votes To Close Four Libraries"
    assert found.author == "Ruth Alder"
    assert (found.published, found.published_from) == ("2025-03-03", "byline")


def test_a_dateline_gives_the_agency_and_the_date() -> None:
    text = (
        "ASTANA, Jan 5, 2024 (Reuters) — The ministry said on Friday that output rose by 4 percent last year."
    )
    found = read_metadata(text, read_zones(text))
    assert (found.outlet, found.published, found.published_from) == ("Reuters", "2024-01-05", "dateline")


@pytest.mark.parametrize(
    "text", ["Output rose 5 percent.", "Output rose 5 percent", "Two of nine libraries closed?"]
)
def test_a_lone_sentence_is_body(text: str) -> None:
    assert [zone.kind for zone in read_zones(text)] == [ZoneKind.BODY]


def test_a_text_of_nothing_has_no_zones() -> None:
    assert read_zones(" \n\n\t") == ()


LINES = st.lists(
    st.sampled_from(
        [line for line in PAGE.splitlines() if line] + ["", "1. Name", "x", "…", "\t-", "(c) 2020"]
    ),
    max_size=30,
)


@given(LINES)
@settings(max_examples=150)
def test_zones_cover_the_text_in_order_and_do_not_overlap(lines: list[str]) -> None:
    text = "\n".join(lines)
    zones = read_zones(text)
    assert all(a.end <= b.start for a, b in pairwise(zones))
    outside = list(text)
    for zone in zones:
        outside[zone.start : zone.end] = " " * (zone.end - zone.start)
    assert "".join(outside).strip() == ""


@pytest.mark.parametrize("unit", ["(", "1", "A b\n", "A. Jones says ", "\n", "By ", "Photo: "])
def test_zones_take_linear_time(
    unit: str, grows_linearly: Callable[[Callable[[int], float], int], bool]
) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        began = time.process_time()
        read_zones(text)
        return time.process_time() - began

    assert grows_linearly(seconds, 40_000)
