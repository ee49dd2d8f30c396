"""Whether a clause is put as fact, forecast or what would be; whether it judges or asks."""

import re

from kzcheck.domain import Modality, Span
from kzcheck.extract.reading import Sentence

_COUNTERFACTUAL = re.compile(
    r"\b(?:(?:would|could|might)(?:\s+\w+){0,2}\s+have\s+\w+|if\s+(?:[\w’'-]+\s+){1,6}(?:had"
    r"|were)\b|^had\s+[\w’'-]+(?:\s+[\w’'-]+){0,6}?\s+"
    r"\w+ed\b|as\s+if|were\s+(?:it|he|she|they)\s+to)",
    re.IGNORECASE,
)
_PREDICTED = re.compile(
    r"\b(?:will|won[’']t|shall|going\s+to|likely\s+to|expected\s+to|set\s+to|due\s+to\s+(?:be|open"
    r"|begin|start)|projected|forecast|predict(?:s|ed|ing)?"
    r"|plans?\s+to|planned\s+to|aims?\s+to|hopes?\s+to|intends?\s+to|may|might|could|would|should"
    r"|by\s+20[3-9]\d|is\s+to\s+(?:be|become|open|rise|fall)"
    r"|are\s+to\s+(?:be|become))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:seems?|seemed|appears?\s+to|arguably|obvious(?:ly)?|clear(?:ly)?\s+(?:message|sign|that)"
    r"|unmistakable|unmissable|ought|must|should|of\s+course"
    r"|wishful|nonsense|astutely|comically|easy\s+to\s+see|pretends?|surely|undoubtedly|no\s+doubt"
    r"|perhaps|in\s+my\s+view|i\s+(?:think|believe|feel)"
    r"|we\s+(?:should|must|need)|laudable|stupid|shameful|disgrace(?:ful)?|brilliant|wonderful"
    r"|terrible|awful|ironically|sadly|fortunately"
    r"|unfortunately|remarkably|deserves?|right\s+to\s+expect)\b",
    re.IGNORECASE,
)


def modality_of(sentence: Sentence, clause: Span, start: int) -> Modality:
    """Return the modality of the figure or verb at `start` within its clause."""
    whole = sentence.text[sentence.span.start : sentence.span.end]
    if _COUNTERFACTUAL.search(whole):
        return Modality.COUNTERFACTUAL
    if _PREDICTED.search(sentence.text, clause.start, max(start, clause.start)):
        return Modality.PREDICTED
    return Modality.ASSERTED


def is_question(sentence: Sentence) -> bool:
    """Whether the sentence asks."""
    return (
        sentence.text[max(sentence.span.start, sentence.span.end - 3) : sentence.span.end]
        .rstrip('”"’)')
        .endswith("?")
    )


def is_opinion(text: str) -> bool:
    """Whether a stretch of text is worded as a judgement."""
    return _OPINION.search(text) is not None
