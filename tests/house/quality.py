"""The README's table of how well claims are found, measured on the articles that have labels.

Run as a script, it writes the table into the README.
"""

import importlib.util
import json
import re
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
EXTRACT = ROOT / "tests" / "extract"
ARTICLES = ROOT / ".." / "shared" / "documents"
PLACE = re.compile(r"(<!-- quality:[^\n]*-->\n).*?(<!-- /quality -->)", re.DOTALL)
FAMILIES = {
    "figure": "figures, shares, ranges, ranks, firsts",
    "said": "statements and quotations",
    "event": "events and dates",
    "relation": "relations",
}


def table(articles: Path = ARTICLES) -> str:
    """Recall of each kind, and the precision of all, on the real articles and on labelled ones of ours."""
    rows = ["| what | two real articles | ten genres | three later ones |", "|---|---|---|---|"]
    scores = [_together(_real(articles)), _together(_ours("genres")), _together(_ours("held_out"))]
    for family, name in FAMILIES.items():
        cells = [f"{found.get(family, 0)} of {wanted[family]}" for wanted, found, _, _ in scores]
        rows.append(f"| recall: {name} | {' | '.join(cells)} |")
    kept = [f"{listed - unwanted} of {listed}" for _, _, listed, unwanted in scores]
    rows.append(f"| precision: listed that a person would keep | {' | '.join(kept)} |")
    return "\n".join(rows) + "\n"


def with_quality(text: str) -> str:
    """`text` of the README with the table as it should be."""
    text, replaced = PLACE.subn(lambda found: f"{found[1]}\n{table()}\n{found[2]}", text)
    assert replaced == 1, "the README has no place for its quality"
    return text


def _together(scores: Sequence[Any]) -> tuple[dict[str, int], dict[str, int], int, int]:
    wanted = {family: sum(score.wanted[family] for score in scores) for family in FAMILIES}
    found = {family: sum(score.found[family] for score in scores) for family in FAMILIES}
    return wanted, found, sum(score.listed for score in scores), sum(len(s.unwanted) for s in scores)


def _real(articles: Path) -> list[Any]:
    labelled = _labelled()
    items = json.loads((EXTRACT / "real_articles.json").read_text("utf-8"))
    names = sorted({item["article"] for item in items})
    return [
        labelled.compare(
            labelled.body_claims(labelled.read_article(articles / name)),
            [item for item in items if item["article"] == name],
        )
        for name in names
    ]


def _ours(folder: str) -> list[Any]:
    labelled = _labelled()
    read = [labelled.read_labelled(path) for path in sorted((EXTRACT / folder).glob("*.txt"))]
    return [labelled.compare(labelled.body_claims(document), labels) for document, labels in read]


def _labelled() -> ModuleType:
    """Return the comparison with a person's list that the tests of the extractor use."""
    spec = importlib.util.spec_from_file_location("labelled", EXTRACT / "labelled.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    README.write_text(with_quality(README.read_text("utf-8")), "utf-8")
