"""A claim keeps its verdict when a clause is put behind its quote, or taken off."""

from pathlib import Path

import pytest

from kzcheck.desk import Desk
from kzcheck.domain import ClaimQuery, ClaimRow, Status

SHORT = "Rice\n\nFarmers lost 1,200 hectares of rice. Prices rose by 4 percent.\n"
LONG = SHORT.replace("of rice.", "of rice, the most since 1994.")


def lost(desk: Desk) -> ClaimRow:
    (row,) = [row for row in desk.page(ClaimQuery()) if row.value == 1200]
    return row


@pytest.mark.parametrize(("before", "after"), [(SHORT, LONG), (LONG, SHORT)])
def test_a_verdict_moves_when_a_clause_behind_its_quote_comes_or_goes(
    empty: Desk, tmp_path: Path, before: str, after: str
) -> None:
    article = tmp_path / "rice.txt"
    article.write_text(before, encoding="utf-8")
    empty.add([str(article)])
    empty.mark([lost(empty).id], Status.UNPROVEN)
    article.write_text(after, encoding="utf-8")
    empty.add([str(article)])
    assert lost(empty).status is Status.UNPROVEN
