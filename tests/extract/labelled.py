"""Labelled articles, and claims scored against their lists: offsets, figures and names, no sentences."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kzcheck.domain import Claim, ClaimKind, Document, ZoneKind, document_id
from kzcheck.extract import extract_claims, read_metadata, read_zones

FAMILIES = {
    "said": {ClaimKind.ATTRIBUTION, ClaimKind.QUOTE},
    "event": {ClaimKind.EVENT, ClaimKind.DATE},
    "relation": {ClaimKind.RELATION},
}
STATEMENTS = frozenset().union(*FAMILIES.values())


@dataclass
class Score:
    """How claims compare with a list: of each family the wanted and the found, and what nobody would keep."""

    wanted: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    missed: list[dict[str, Any]] = field(default_factory=list)
    listed: int = 0
    unwanted: list[Claim] = field(default_factory=list)

    def recall(self, *families: str) -> float:
        wanted = sum(self.wanted[family] for family in families)
        return sum(self.found[family] for family in families) / wanted if wanted else 1.0

    @property
    def precision(self) -> float:
        return 1 - len(self.unwanted) / self.listed if self.listed else 1.0


def _says(words: Sequence[str], text: str | None) -> bool:
    return all(word.lower() in (text or "").lower() for word in words)


def _is_figure(claim: Claim, item: dict[str, Any]) -> bool:
    quantity = claim.quantity
    return (
        quantity is not None
        and claim.kind == item["kind"]
        and quantity.start < item["end"]
        and item["start"] < quantity.end
        and quantity.value == pytest.approx(item["value"], rel=1e-4)
        and quantity.value_high == pytest.approx(item["value_high"], rel=1e-4)
        and (quantity.unit or "").endswith(item["unit"] or "")
        and _says(item["subject"], claim.subject)
        and _says(item["measure"], claim.measure)
        and _says(item["speaker"], claim.speaker)
        and item["approximator"] in (None, quantity.approximator)
    )


def _is_statement(claim: Claim, item: dict[str, Any]) -> bool:
    """The core words lie in the quote, whichever way the statement is told apart from its neighbours."""
    if claim.kind not in STATEMENTS and item["required"]:
        return False
    inside = min(claim.end, item["end"]) - max(claim.start, item["start"])
    if inside < 0.8 * (item["end"] - item["start"]):
        return False
    return item["family"] != "said" or not item["required"] or claim.kind in FAMILIES["said"]


def _about(claim: Claim, item: dict[str, Any]) -> bool:
    if item["family"] == "said":
        return _says(item["subject"], claim.speaker)
    return True


def compare(claims: Sequence[Claim], items: Sequence[dict[str, Any]]) -> Score:
    """Return the score of the body claims of one document against its list."""
    score = Score(listed=len(claims))
    kept: set[str] = set()
    for item in items:
        family = item["family"]
        test = _is_figure if family == "figure" else _is_statement
        hits = [claim for claim in claims if test(claim, item)]
        kept.update(claim.id for claim in hits)
        if family != "figure" and not item["required"]:
            continue
        score.wanted[family] += 1
        if any(family == "figure" or _about(claim, item) for claim in hits):
            score.found[family] += 1
        else:
            score.missed.append(item)
    score.unwanted = [claim for claim in claims if claim.id not in kept]
    return score


def read_article(path: Path) -> Document:
    """Return the document of a text file."""
    text = path.read_text(encoding="utf-8")
    zones = read_zones(text)
    return Document(
        id=document_id(text), text=text, zones=zones, metadata=read_metadata(text, zones), source=path.name
    )


def read_labelled(path: Path) -> tuple[Document, list[dict[str, Any]]]:
    """Return the document of a text file, and the labels from the JSON file beside it."""
    document = read_article(path)
    labels = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    for label in labels:
        label["start"] = document.text.index(label["text"])
        label["end"] = label["start"] + len(label["text"])
    return document, labels


def body_claims(document: Document) -> list[Claim]:
    return [claim for claim in extract_claims(document) if claim.zone is ZoneKind.BODY]
