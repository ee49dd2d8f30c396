"""Whether a clause is put as fact, forecast or what would be; whether it judges or asks."""

from kzcheck.domain import Modality, Span
from kzcheck.extract.kinds import ASSERTED, COUNTERFACTUAL, PREDICTED
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_COUNTERFACTUAL = Pattern(
    r"\b(?:(?:would|could|might)(?:\s+\w+){0,2}\s+have\s+\w+|if\s+(?:[\w’'-]+\s+){1,6}(?:had"
    r"|were)\b|^had\s+[\w’'-]+(?:\s+[\w’'-]+){0,6}?\s+"
    r"\w+ed\b|as\s+if|were\s+(?:it|he|she|they)\s+to)"
)
_OPINION_WORDS = frozenset(
    words(
        """
seem seems seemed appear appears appeared arguably obvious obviously clear clearly unmistakable
unmissable ought must should course wishful nonsense astutely comically easy pretend pretends surely
undoubtedly doubt perhaps view think believe feel need laudable stupid shameful disgrace disgraceful brilliant
wonderful terrible awful ironically sadly fortunately unfortunately remarkably deserve deserves
right
"""
    )
)
_PREDICTING_WORDS = frozenset(
    words(
        """
will won't won’t shall going likely expect expects
expected set due projected forecast predict predicts predicted
predicting plan plans planned aim aims hope hopes intend intends may might could would should by be
become open rise fall
"""
    )
)
_UNREAL_WORDS = frozenset(("would", "could", "might", "if", "had", "were"))
_UNREAL_PAIRS = (
    (frozenset(("would", "could", "might")), frozenset(("have",))),
    (frozenset(("if",)), frozenset(("had", "were", "as"))),
    (frozenset(("were",)), frozenset(("it", "he", "she", "they"))),
)
"""Words that tell what would be only beside others of their sentence, and those others."""
_PREDICTED = Pattern(
    r"\b(?:will|won[’']t|shall|going\s+to|likely\s+to|expected\s+to|set\s+to|due\s+to\s+(?:be|open"
    r"|begin|start)|projected|forecast(?!\s(?:by|for|of|from))|predict(?:s|ed|ing)?|expects?"
    r"|plans?\s+to|planned\s+to|aims?\s+to|hopes?\s+to|intends?\s+to|may|might|could|would|should"
    r"|by\s+20[3-9]\d|is\s+to\s+(?:be|become|open|rise|fall)"
    r"|are\s+to\s+(?:be|become))\b"
)
_OPINION = Pattern(
    r"\b(?:seems?|seemed|appears?\s+to|arguably|obvious(?:ly)?|clear(?:ly)?\s+(?:message|sign|that)"
    r"|unmistakable|unmissable|ought|must|should|of\s+course"
    r"|wishful|nonsense|astutely|comically|easy\s+to\s+see|pretends?|surely|undoubtedly|no\s+doubt"
    r"|perhaps|in\s+my\s+view|i\s+(?:think|believe|feel)"
    r"|we\s+(?:should|must|need)|laudable|stupid|shameful|disgrace(?:ful)?|brilliant|wonderful"
    r"|terrible|awful|ironically|sadly|fortunately"
    r"|unfortunately|remarkably|deserves?|right\s+to\s+expect)\b"
)


def modality_of(sentence: Sentence, clause: int, start: int) -> Modality:
    """Return the modality of the figure or verb at `start` within the clause that begins at `clause`."""
    if sentence.unreal is None:
        sentence.unreal = _is_unreal(sentence)
    if sentence.unreal:
        return COUNTERFACTUAL
    if not _PREDICTING_WORDS.isdisjoint(sentence.vocabulary):
        told = sentence.lowers[sentence.word_at(clause) : sentence.word_at(start)]
        before = sentence.text[clause:start].replace(" May", "").lower()
        if not _PREDICTING_WORDS.isdisjoint(told) and _PREDICTED.search(before) is not None:
            return PREDICTED
    return ASSERTED


def _is_unreal(sentence: Sentence) -> bool:
    """Whether the sentence tells what would be, if something else were."""
    told = sentence.vocabulary
    if _UNREAL_WORDS.isdisjoint(told):
        return False
    paired = any(
        not these.isdisjoint(told) and not others.isdisjoint(told) for these, others in _UNREAL_PAIRS
    )
    if not paired and sentence.lowers[0] != "had":
        return False
    return _COUNTERFACTUAL.search(sentence.span.of(sentence.text).lower()) is not None


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks."""
    if "?" not in sentence.gaps[-1]:
        return False
    ending = sentence.text[max(sentence.span.start, sentence.span.end - 3) : sentence.span.end]
    return ending.rstrip('”"’)').endswith("?")


def is_opinion(sentence: Sentence, span: Span) -> bool:
    """Whether a stretch of the sentence is worded as a judgement."""
    if _OPINION_WORDS.isdisjoint(sentence.vocabulary):
        return False
    return _OPINION.search(span.of(sentence.text).lower()) is not None
