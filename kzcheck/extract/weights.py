"""Which of the reasons for checking apply to a claim."""

import re
from collections.abc import Sequence

from kzcheck.domain import ClaimKind, Quantity
from kzcheck.extract import priority
from kzcheck.extract.drafts import Draft
from kzcheck.extract.kinds import COUNT, MONEY, NUMBER, VAGUE
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.priority import Weight
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_PEOPLE = frozenset(
    words(
        """
people person persons men women children soldier soldiers troops civilian civilians death deaths
dead killed wounded injured refugee refugees worker workers jobs job victim victims resident
residents voters patients casualties displaced inhabitants citizens families family homes home
population
"""
    )
)
_FORCE = frozenset(
    words(
        """
war wars army military troops soldier soldiers kill kills killed killing attack attacks attacked
strike strikes bomb bombs bombed bombing invade invaded invading invasion missile missiles murder
murdered arrest arrested arrests court courts sentence sentenced convicted conviction law laws
illegal illegally sanction sanctions treaty police prison jail jailed fraud corrupt corruption rape
assault assaulted protest protests annexed annexation
"""
    )
)
_HEALTH = frozenset(
    words(
        """
health healthy disease diseases vaccine vaccines vaccinated hospital hospitals cancer virus viruses
infected infection infections patient patients death deaths drug drugs doctor doctors covid covid-19
epidemic pandemic
"""
    )
)
_COMPARISON = Pattern(
    r"\b(?:more|less|fewer|higher|lower|larger|bigger|smaller)\s+than\b|\btimes\b"
    r"|\bcompared\s+(?:to|with)\b",
    re.IGNORECASE,
)
_SMALL = 10
_COMPARING = frozenset(("than", "times", "compared"))
_WEIGHTY = _PEOPLE | _FORCE | _HEALTH | _COMPARING


def weights_of(draft: Draft, sentence: Sentence) -> list[Weight]:
    """Return the weights that apply to a draft."""
    said = [] if _WEIGHTY.isdisjoint(sentence.vocabulary) else _words_of(draft, sentence)
    weights = list(priority.KINDS[draft.kind])
    if draft.quantity is not None:
        weights += _of_figure(draft.quantity, draft.kind, said)
    weights += priority.VOICES[draft.attribution]
    if not _FORCE.isdisjoint(said):
        weights.append(priority.FORCE)
    if not _HEALTH.isdisjoint(said):
        weights.append(priority.HEALTH)
    if not _COMPARING.isdisjoint(said) and _COMPARISON.search(draft.span.of(sentence.text)):
        weights.append(priority.COMPARISON)
    name = draft.subject.name if draft.subject else ""
    if name[:1].isupper() or (not name.islower() and any(word[:1].isupper() for word in name.split())):
        weights.append(priority.NAMES)
    weights += priority.MODALITIES[draft.modality]
    if draft.question:
        weights.append(priority.QUESTION)
    if draft.opinion:
        weights.append(priority.OPINION)
    if sentence.text[draft.span.start - 1 : draft.span.start] == "(":
        weights.append(priority.ASIDE)
    return weights


def _words_of(draft: Draft, sentence: Sentence) -> list[str]:
    first, last = sentence.word_at(draft.span.start), sentence.word_at(draft.span.end - 1)
    return sentence.lowers[first : last + 1]


def _of_figure(quantity: Quantity, kind: ClaimKind, said: Sequence[str]) -> list[Weight]:
    weights = []
    high = quantity.value_high or quantity.value or 0.0
    if quantity.kind is MONEY:
        weights.append(priority.MONEY)
    if quantity.kind is COUNT and high >= 100 and not _PEOPLE.isdisjoint(said):
        weights.append(priority.MANY_PEOPLE)
    if high >= 1_000_000:
        weights.append(priority.LARGE)
    if quantity.approximator is VAGUE:
        weights.append(priority.VAGUE)
    if high < _SMALL and quantity.kind in (COUNT, NUMBER) and kind is ClaimKind.QUANTITY:
        weights.append(priority.SMALL_COUNT)
    return weights
