"""Looking a text up among the claims of a desk: what comes first, and what is found at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kzcheck.desk import Desk

ARTICLE = """\
The governor of Turkistan said on Monday that 3,400 Uzbek melon growers had registered for the harvest fair.

Uzbek growers were registered in Turkistan after the governor asked for a list.

Melon growers from Turkistan asked the governor for water.

The region is the largest exporter of vanadium, which the growers of Turkistan seldom mention.

In 2021 the fair in Turkistan drew 52 percent more visitors than in the year before.
"""


@pytest.fixture
def fair(path: Path, tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "fair.txt").write_text(ARTICLE, encoding="utf-8")
    with Desk.open(path, reviewer="aizhan") as desk:
        desk.add([str(tmp_path / "fair.txt")])
        yield desk


def test_every_headline_and_every_quote_finds_its_claim_first(fair: Desk) -> None:
    rows = fair.claims_of(fair.documents()[0].id)
    assert len(rows) > 3
    for row in rows:
        claim = fair.claim(row.id)
        for text in (claim.headline, claim.quote):
            first, comparison = fair.lookup(text, limit=1)[0]
            again = fair.claim(first.id)
            assert text in (again.headline, again.quote), text
            assert comparison.score > 0.9, text


def test_a_shared_figure_comes_before_more_shared_words(fair: Desk) -> None:
    found = [row.value for row, _ in fair.lookup("3,400 Uzbek growers in Turkistan")]
    assert found[0] == 3400
    assert None in found


def test_a_single_rare_word_or_figure_finds_the_claims_that_hold_it(fair: Desk) -> None:
    for word in ("vanadium", "Vanadium", "3,400"):
        found = [fair.context(row.id).sentence for row, _ in fair.lookup(word)]
        assert found, word
        assert all(word.casefold() in sentence for sentence in found), word


def test_the_rarer_of_two_words_is_found_where_no_claim_has_both(fair: Desk) -> None:
    found = [fair.context(row.id).sentence for row, _ in fair.lookup("visitors vanadium")]
    assert found
    assert all("vanadium" in sentence or "visitors" in sentence for sentence in found)


def test_words_that_say_nothing_find_nothing(fair: Desk) -> None:
    assert fair.lookup("the") == fair.lookup("of which") == fair.lookup("zirconium") == []
