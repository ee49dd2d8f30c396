"""Finding the published fact-checks that fit a text: their index terms, and how candidates are ranked.

The store finds candidates by BM25 over the terms of claim and title (Robertson and Zaragoza 2009, k1 1.2,
b .6). They are then ranked by what claim and title, each for itself, share with the text, and by how near in
time the two are. The weights were fitted once, offline, by logistic regression on public pairs of posts,
debates and checks, and judged by five-fold cross-validation; none of those data are here.
"""

import json
import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz import fuzz

from kzcheck.match import names, vocabulary, words

EDITION = 1
"""The version of `prepare_check`. To be raised with every change of what it returns: a rebuild of the matches
then indexes again what an earlier version indexed."""

K1, B = 1.2, 0.6
USUAL_TERMS = 17
"""The usual number of terms of a check. It is fixed, so that an import does not change existing entries."""

RANKING = (
    -11.209, 1.109, -0.377, -0.667, 1.365, 3.005, 3.287, 1.865, 2.372, -0.375, 4.605, -6.213, 0.352,
    6.657, 1.132, -1.807, 2.393, 1.455,
)  # fmt: skip
CERTAINTY = (
    -3.327, 0.158, 0.265, 0.428, 0.825, -1.078, 0.538, 1.475, -0.420, 0.023,
)  # fmt: skip

USUAL_CHECKS = 5000
"""A smaller collection cannot show how rare a word is; it is treated as a sample of one of this size."""

USUAL_LEAD = 3.0
"""The lead that the best candidate is assumed to have over candidates that a small collection lacks."""
_SHOWN = 6

_FAR = 8.0
"""The logarithm of some three thousand days, by which distances in time are scaled."""


@dataclass(frozen=True, slots=True)
class PreparedCheck:
    """A normalised check, or a text to look up: the folded words and the terms of claim and title."""

    claim: str
    title: str
    claim_terms: tuple[str, ...]
    title_terms: tuple[str, ...]

    def to_json(self) -> str:
        """Return this as a JSON list, the fields in order."""
        fields = (self.claim, self.title, self.claim_terms, self.title_terms)
        return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, data: str) -> "PreparedCheck":
        """Return what `to_json` wrote."""
        claim, title, claim_terms, title_terms = json.loads(data)
        return cls(claim, title, tuple(claim_terms), tuple(title_terms))

    def weights(self) -> dict[str, float]:
        """Return the BM25 weight of each term, without its rarity, which only the index knows."""
        counts = Counter([*self.claim_terms, *self.title_terms])
        length = 1 - B + B * counts.total() / USUAL_TERMS
        return {term: n * (K1 + 1) / (n + K1 * length) for term, n in counts.items()}


class Wanted(NamedTuple):
    """A text to look up: prepared like the claim of a check, its words by term, author and date."""

    text: PreparedCheck
    written: Mapping[str, str]
    author: frozenset[str]
    day: date | None


class Candidate(NamedTuple):
    """A check from the index: its BM25 score, its date, and how many checks its claimant has."""

    check: PreparedCheck
    bm25: float
    day: date | None
    claimant_checks: int


class Rank(NamedTuple):
    """A candidate, by its place among those given, and the probability (0 to 1) that it fits."""

    place: int
    score: float


def prepare_check(claim: str, title: str = "") -> PreparedCheck:
    """Return a normalised check; without a title, its claim stands in for one."""
    claim_tokens, title_tokens = words.tokens(claim), words.tokens(title or claim)
    return PreparedCheck(
        " ".join(words.fold(token.text) for token in claim_tokens),
        " ".join(words.fold(token.text) for token in title_tokens),
        _terms(claim_tokens),
        _terms(title_tokens),
    )


def _terms(found: Sequence[words.Token]) -> tuple[str, ...]:
    terms = []
    for token in found:
        word = words.fold(token.text)
        abbreviation = names.is_abbreviation(token.text)
        if not word[0].isalnum() or (word in vocabulary.STOP and not abbreviation):
            continue
        country = names.COUNTRY.get(word) if abbreviation or word != "us" else None
        terms.append(country or words.stem(word))
    return tuple(terms)


def wanted(text: str, author: str = "", day: date | None = None) -> Wanted:
    """Return a text prepared to be looked up."""
    written = {term: token.text for token in words.tokens(text) for term in _terms([token])}
    return Wanted(prepare_check(text), written, frozenset(_terms(words.tokens(author))), day)


def rarity(checks: int, holding: int) -> float:
    """Return the inverse document frequency of a term that `holding` of `checks` checks contain."""
    return math.log(1 + (max(checks, USUAL_CHECKS) - holding + 0.5) / (holding + 0.5))


def rank(what: Wanted, candidates: Sequence[Candidate], rare: Callable[[str], float]) -> list[Rank]:
    """Return candidates ranked best first; `rare` gives the rarity of a term.

    The score of the first is the probability that it is the right one; that of any other is lower by how
    much less likely it is than the first.
    """
    if not candidates:
        return []
    looked_at = _Looked(what, rare)
    measured = [looked_at.measures(candidate) for candidate in candidates]
    strength = [_weigh(RANKING, numbers) for numbers in measured]
    order = sorted(range(len(candidates)), key=lambda at: -strength[at])
    top = strength[order[0]]
    behind = [top - strength[at] for at in order[1:6]]
    behind += [USUAL_LEAD] * (5 - len(behind))
    certainty = _weigh(CERTAINTY, certainty_measures(top, behind, measured[order[0]]))
    sure = 1 / (1 + math.exp(-certainty))
    return [Rank(at, sure * math.exp(strength[at] - top)) for at in order]


def certainty_measures(top: float, behind: Sequence[float], numbers: Sequence[float]) -> tuple[float, ...]:
    """Return the numbers that `CERTAINTY` weighs: the best candidate's strength, lead, and how it fits."""
    return (top, behind[0], sum(behind) / len(behind), *(numbers[at] for at in (9, 10, 5, 1, 12, 14)))


def reasons(what: Wanted, candidate: Candidate, rare: Callable[[str], float]) -> tuple[str, ...]:
    """Return in words what a check shares with the text, rarest first, and how far apart in time they are."""
    held = {*candidate.check.claim_terms, *candidate.check.title_terms}
    rarest = sorted(held & what.written.keys(), key=lambda term: (-rare(term), term))
    said = [f"both: {', '.join(what.written[term] for term in rarest[:_SHOWN])}"] if rarest else []
    if what.day is not None and candidate.day is not None:
        said.append(f"{abs((what.day - candidate.day).days)} days apart")
    return tuple(said)


class _Looked:
    """A text that is looked up, and all that candidates are measured against."""

    def __init__(self, what: Wanted, rare: Callable[[str], float]) -> None:
        self._what, self._rare = what, rare
        self._terms = frozenset(what.text.claim_terms)
        self._mass = self._weight(self._terms) or 1.0
        self._grams = _grams(what.text.claim)
        self._runs = frozenset(pairwise(what.text.claim_terms))
        self._numbers = {term for term in self._terms if term.isdigit()}

    def _weight(self, terms: frozenset[str]) -> float:
        return sum(map(self._rare, terms))

    def measures(self, candidate: Candidate) -> tuple[float, ...]:
        """Return the numbers that `RANKING` weighs, in its order."""
        check = candidate.check
        claim, title = frozenset(check.claim_terms), frozenset(check.title_terms)
        both = self._terms & (claim | title)
        runs = self._runs & (frozenset(pairwise(check.claim_terms)) | frozenset(pairwise(check.title_terms)))
        claim_grams, title_grams = _grams(check.claim), _grams(check.title)
        in_claim = (claim_grams & self._grams).total()
        dated = self._what.day is not None and candidate.day is not None
        return (
            candidate.bm25 / 10,
            self._weight(both) / self._mass,
            self._weight(self._terms & claim) / (self._weight(claim) or 1.0),
            self._weight(self._terms & title) / (self._weight(title) or 1.0),
            in_claim / max(claim_grams.total(), 1),
            (title_grams & self._grams).total() / max(title_grams.total(), 1),
            in_claim / max(self._grams.total(), 1),
            fuzz.token_set_ratio(self._what.text.claim, check.claim) / 100,
            math.log1p(len(runs)),
            float(dated),
            _apart(self._what.day, candidate.day),
            min(sum(term in both for term in self._numbers), 2),
            max(map(self._rare, both), default=0.0) / 10,
            len(both) / 5,
            math.log1p(len(self._terms)),
            self._weight(self._what.author & (claim | title)) / 10,
            math.log(max(candidate.claimant_checks, 1)) / 5,
        )


def _grams(text: str) -> Counter[str]:
    padded = f" {text} "
    return Counter(padded[at : at + 3] for at in range(len(padded) - 2))


def _apart(one: date | None, other: date | None) -> float:
    """Return how far apart two days are on a logarithmic scale, 0 to about 1; 0 if one is unknown."""
    if one is None or other is None:
        return 0.0
    return math.log1p(abs((one - other).days)) / _FAR


def _weigh(weights: tuple[float, ...], numbers: tuple[float, ...]) -> float:
    return weights[0] + sum(w * x for w, x in zip(weights[1:], numbers, strict=True))
