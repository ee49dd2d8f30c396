"""Which of the reasons for checking apply to a claim."""

import re

from kzcheck.domain import Approximator, Attribution, ClaimKind, Modality, QuantityKind
from kzcheck.extract import priority
from kzcheck.extract.drafts import Draft
from kzcheck.extract.priority import Weight
from kzcheck.extract.reading import Sentence

_PEOPLE = re.compile(
    r"\b(?:people|persons?|men|women|children|soldiers?|troops|civilians?|deaths?|dead|killed"
    r"|wounded|injured|refugees?|workers?|"
    r"jobs|victims?|residents|voters|patients|casualties|displaced|inhabitants|citizens|families"
    r"|homes|population)\b",
    re.IGNORECASE,
)
_FORCE = re.compile(
    r"\b(?:war|army|military|troops|soldiers?|kill\w*|attack\w*|strikes?|bomb\w*|invad\w*|invasion"
    r"|missiles?|murder\w*|arrest\w*|court|"
    r"sentenc\w+|convict\w*|law|illegal\w*|sanction\w*|treaty|police|prison|jail\w*|fraud"
    r"|corrupt\w*|rape\w*|assault\w*|protest\w*|annex\w*)\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\b(?:health\w*|disease\w*|vaccin\w+|hospital\w*|cancer|virus\w*|infect\w+|patients?|deaths?"
    r"|drugs?|doctors?|covid\S*|epidemic|pandemic)\b",
    re.IGNORECASE,
)
_COMPARISON = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|bigger|smaller)\s+than\b|\btimes\b"
    r"|\bcompared\s+(?:to|with)\b",
    re.IGNORECASE,
)


def weights_of(draft: Draft, sentence: Sentence) -> list[Weight]:
    """Return the weights that apply to a draft."""
    words = draft.span.of(sentence.text)
    weights = list(priority.KINDS[draft.kind])
    weights += _of_figure(draft, words)
    weights += _of_voice(draft)
    if _FORCE.search(words):
        weights.append(priority.FORCE)
    if _HEALTH.search(words):
        weights.append(priority.HEALTH)
    if _COMPARISON.search(words):
        weights.append(priority.COMPARISON)
    if draft.subject and any(word[:1].isupper() for word in draft.subject.name.split()):
        weights.append(priority.NAMES)
    if draft.modality is Modality.PREDICTED:
        weights.append(priority.PREDICTED)
    if draft.modality is Modality.COUNTERFACTUAL:
        weights.append(priority.COUNTERFACTUAL)
    if draft.question:
        weights.append(priority.QUESTION)
    if draft.opinion:
        weights.append(priority.OPINION)
    if sentence.text[draft.span.start - 1 : draft.span.start] == "(":
        weights.append(priority.ASIDE)
    return weights


def _of_figure(draft: Draft, words: str) -> list[Weight]:
    quantity = draft.quantity
    if quantity is None:
        return []
    weights = []
    high = quantity.value_high or quantity.value or 0.0
    if quantity.kind is QuantityKind.MONEY:
        weights.append(priority.MONEY)
    if quantity.kind is QuantityKind.COUNT and high >= 100 and _PEOPLE.search(words):
        weights.append(priority.MANY_PEOPLE)
    if high >= 1_000_000:
        weights.append(priority.LARGE)
    if quantity.approximator is Approximator.VAGUE:
        weights.append(priority.VAGUE)
    if (
        quantity.kind in (QuantityKind.COUNT, QuantityKind.NUMBER)
        and high < 10
        and draft.kind is ClaimKind.QUANTITY
    ):
        weights.append(priority.SMALL_COUNT)
    return weights


def _of_voice(draft: Draft) -> list[Weight]:
    if draft.attribution is Attribution.NAMED:
        return [priority.NAMED_SPEAKER]
    if draft.attribution is Attribution.UNNAMED:
        return [priority.UNNAMED_SPEAKER]
    return [priority.IMAGINED] if draft.attribution is Attribution.IMAGINED else []
