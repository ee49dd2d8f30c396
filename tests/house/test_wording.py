"""No sentence of the real articles is in the repository: facts and figures are free, wording is not."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEXTS = {".css", ".csv", ".html", ".json", ".md", ".py", ".raw", ".sql", ".svg", ".tcss", ".toml", ".txt"}
SENTENCE = 9  # so many words in a row are somebody's sentence
PHRASE = 6  # the sample articles tell the same facts, and keep further away

TITLES = (
    "The Crackdown in Kazakhstan Is a Win for Russia (Or Is It?)",
    "Why Kazakhstan May Be Vladimir Putin's Next Target",
    # Names and dates that stand beside a title wherever it is credited.
    "the Collective Security Treaty Organization (CSTO)",
    "By Adam Dixon The National Interest Why Kazakhstan May Be Vladimir Putin's Next Target January 8 2026",
)


def words(text: str) -> list[str]:
    """The lower-case words of `text`, without apostrophes, dashes and tags."""
    text = re.sub(r"<[^>]+>|&#?\w+;", " ", text)
    return re.findall(r"\w+", text.lower().replace("'", "").replace("’", ""))


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of `length` words."""
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def repository_texts() -> list[Path]:
    """The text files that belong to the repository, without caches and environments."""
    skipped = {"build", "dist", "__pycache__"}
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in TEXTS
        and path.is_file()
        and not any(part.startswith(".") or part in skipped for part in path.relative_to(ROOT).parts)
    ]


def shared_with(folder: Path, paths: list[Path], length: int) -> list[str]:
    """The runs of `length` words that `paths` have in common with the articles in `folder`."""
    real: set[tuple[str, ...]] = set()
    for article in folder.glob("*.txt"):
        real |= runs(article.read_text("utf-8"), length)
    for title in TITLES:
        real -= runs(title, length)
    return [
        f"{path.relative_to(ROOT)}: {' '.join(run)}"
        for path in paths
        for run in sorted(runs(path.read_text("utf-8", "replace"), length) & real)
    ]


def test_no_sentence_of_the_real_articles_stands_in_the_repository(real_articles: Path) -> None:
    assert shared_with(real_articles, repository_texts(), SENTENCE) == []


def test_the_sample_articles_share_no_phrase_with_the_real_ones(real_articles: Path) -> None:
    samples = sorted((ROOT / "db" / "demo").iterdir())
    assert len(samples) >= 3
    assert shared_with(real_articles, samples, PHRASE) == []
