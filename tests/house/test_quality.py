"""The README's figures of how well claims are found are those of the code."""

from pathlib import Path

from quality import README, table


def test_the_quality_that_the_readme_claims_is_measured(real_articles: Path) -> None:
    assert table(real_articles) in README.read_text("utf-8"), "stale: run python tests/house/quality.py"
