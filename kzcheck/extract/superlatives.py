"""Superlatives, firsts and records, with their scope; not "First, …", not "the second front"."""

import re
from dataclasses import dataclass

from kzcheck.domain import Span
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence
from kzcheck.extract.wordlists import words

_ORDINAL = "(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|[1-9]\\d?(?:st|nd|rd|th))"
_ADJECTIVE = (
    "largest|biggest|smallest|greatest|highest|lowest|longest|shortest|tallest|deepest|oldest"
    "|youngest|richest|"
    "poorest|wealthiest|fastest|slowest|strongest|weakest|busiest|deadliest|worst|best|hottest"
    "|coldest|warmest|wettest|"
    "driest|heaviest|lightest|cheapest|costliest|earliest|widest|narrowest|steepest|safest|hardest|"
    "closest|nearest|farthest|furthest|bloodiest|fewest|loudest|brightest|tightest|sharpest|"
    "most[-\\s](?:populous|expensive|common|powerful|important|popular|polluted|dangerous"
    "|successful|visited|widely|"
    "densely|heavily|frequent|powerful|corrupt|wanted|deadly|costly|severe|extensive|productive|abundant"
    "|prevalent|violent|profitable|valuable|intense|dangerous|\\w+ed)"
)
_RANKS = {
    word: float(i)
    for i, word in enumerate(
        words("first second third fourth fifth sixth seventh eighth ninth tenth"), start=1
    )
}
_SUPERLATIVE = Pattern(
    rf"\b(?P<rank>{_ORDINAL}[-\s])?(?P<word>{_ADJECTIVE})\b(?P<noun>(?:\s+[\w’'-]+){{0,7}})", re.IGNORECASE
)
_BEFORE_FIRST = Pattern(r"\b(?:the|its|his|her|their|[\w.]+[’']s|a|as)\s+(?:very\s+)?\Z", re.IGNORECASE)
_FIRST = Pattern(
    r"(?P<word>first|only|last)(?:-ever|\sever)?\s+"
    r"(?P<noun>time\b|(?:[\w’'-]+\s+){0,2}?(?:person|people|woman|man|country|countries|nation"
    r"|state|president|leader|city|company|"
    r"team|player|athlete|case|death|visit|meeting|invocation|use|victory|win|loss|defeat|title"
    r"|increase|decrease|rise|fall|"
    r"decline|drop|instance|occasion|president|minister|member|astronaut|satellite|spacecraft"
    r"|mission|flight|trial|study|law|"
    r"attack|strike|election|vote|black|african|american|female|human|drug|vaccine|treatment|bank"
    r"|school|hospital|station|"
    r"ship|train|line|bridge|goal|medal|record|game|match|series|season|profit|annual|quarterly"
    r"|major|foreign|direct|permanent)\b"
    r"|(?!step|thing|priority|task|duty)(?:[\w’'-]+\s+){1,3}?(?=to\s(?:be|become|win|reach|have|hold|visit|join|lead"
    r"|sign|pass|cross|land|fly|serve|receive|run|open|host|complete|beat|adopt|recogni[sz]e)\b))",
    re.IGNORECASE,
)
_BEST_IDIOM = Pattern(r"(?:bets?|thing|way|ways|interests?|chance|hope|part|practices?|friends?)\b")
_LOOSE_END = Pattern(r"(?:\s+(?:of|in|on|at|the|a|an|and|or|from|between|any|its|his|their))+\s*$")
_GRADED = frozenset(word for word in _ADJECTIVE.split("|") if word.isalpha())
_BARE = frozenset(word for word in _GRADED if word.endswith("st")).union(
    ("first", "only", "last", "record", "all-time", "most", "first-ever")
)
_LONGEST_NOUN = 60  # characters after "first" in which its noun stands
_NEARNESS = frozenset(("closest", "nearest", "best", "worst", "greatest", "biggest", "oldest", "strongest"))
_FIRSTS = ("first", "only", "last")
_RECORDS = ("record", "all-time")
_FIRSTS_AND_RECORDS = _FIRSTS + _RECORDS
_BEFORE_FIRSTS = ("the", "a", "s", "her", "their", "very")
"""Ends of the words before a first: "as", "its" and "N’s" with them."""
_OWNED = Pattern(r"\b(?:its|his|her|their|our|my|your)\s+$", re.IGNORECASE)
_RECORD = Pattern(
    r"\b(?:a|an|all-time|new)\s+(?P<word>record(?:\s+(?:high|low))?|all-time\s+(?:high|low))\b",
    re.IGNORECASE,
)
_DETERMINED = Pattern(
    r"(?:\b(?:the|its|his|her|their|our|my|world|a|one\s+of|is|are|was|were)|[’']s?)\s+(?:(?:single"
    r"|very|second|two|three|four|five)\s+)?$",
    re.IGNORECASE,
)
_IDIOM = Pattern(
    r"\b(?:do|does|did|doing|done|try|tried)\s+(?:his|her|its|their|our|my|your)\s+$|\b(?:at"
    r"|to)\s+(?:the\s+)?(?:very\s+)?$",
    re.IGNORECASE,
)
_CUT = Pattern(
    r"\s+(?:that|which|who|when|while|but|as|is|are|was|were|has|have|had|to|with|by|for"
    r"|and\s+(?:is|was|has|the|it|they|he|she))\b"
)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A superlative in a text: where it stands, its rank (1 for the first), and what it is the first of."""

    span: Span
    rank: float
    word: str
    of: str


def superlatives_in(sentence: Sentence) -> list[Superlative]:
    """Return the superlatives of a sentence by kind: graded, then firsts, then records."""
    start, end = sentence.span
    hyphened: list[str] = []
    if sentence.text.find("-", start, end) >= 0:
        hyphened = [word for word in sentence.vocabulary if "-" in word and _ends_graded(word)]
    if not hyphened and _BARE.isdisjoint(sentence.vocabulary):
        return []
    found = []
    for i, lower in enumerate(sentence.lowers):
        if lower in _BARE or lower in hyphened:
            first = lower.startswith(_FIRSTS_AND_RECORDS)
            superlative = _first(sentence, i) if first else _graded(sentence, i)
            if superlative is not None:
                found.append(superlative)
    return found


def _ends_graded(word: str) -> bool:
    """Whether a word with a hyphen ends in a superlative: "second-largest"."""
    return word.partition("-")[2] in _GRADED


def _graded(sentence: Sentence, i: int) -> Superlative | None:
    """Return the graded superlative at word `i`: "second-largest producer of chromium"."""
    text, span = sentence.text, sentence.span
    start = sentence.starts[i - 1] if i and sentence.lowers[i - 1] in _RANKS else sentence.starts[i]
    match = _SUPERLATIVE.match(text, start, span.end)
    if match is None:
        return None
    before = text[max(span.start, match.start() - 24) : match.start()]
    ranked = match["rank"] is not None
    if not ranked and (_IDIOM.search(before) or not _DETERMINED.search(before)):
        return None
    if match["word"].lower() in _NEARNESS and _OWNED.search(before):
        return None
    noun = _LOOSE_END.sub("", _CUT.split(match["noun"], maxsplit=1)[0]).strip()
    if (not noun and not ranked) or (match["word"].lower() == "best" and _BEST_IDIOM.match(noun)):
        return None
    end = match.start("noun") + match["noun"].find(noun) + len(noun)
    return Superlative(Span(match.start(), end), _rank(match["rank"]), match["word"], noun)


def _first(sentence: Sentence, i: int) -> Superlative | None:
    """Return the first, the only or the record at word `i`."""
    text, span = sentence.text, sentence.span
    start = sentence.starts[max(0, i - 2)]
    end = min(sentence.ends[i] + _LONGEST_NOUN, span.end)
    if sentence.lowers[i].startswith(_RECORDS):
        match = _RECORD.search(text, start, end)
        if match and match.start("word") == sentence.starts[i]:
            return Superlative(Span(match.start(), match.end()), 1.0, match["word"], "")
        return None
    if not i or not sentence.lowers[i - 1].endswith(_BEFORE_FIRSTS):
        return None
    at = sentence.starts[i]
    match = _FIRST.match(text, at, end) if _BEFORE_FIRST.search(text, start, at) else None
    if match is None:
        return None
    if match["word"].lower() == "first" or match["noun"].lower().startswith(("person", "country", "time")):
        end = match.end("noun") - match["noun"].endswith(" ")
        return Superlative(Span(at, end), 1.0, match["word"], match["noun"].rstrip())
    return None


def _rank(ordinal: str | None) -> float:
    """Return the number of an ordinal such as "second-" or "12th "; 1 when there is none."""
    word = (ordinal or "first").strip(" -\n").lower()
    return _RANKS.get(word) or float(word.rstrip("stndrh") or 1)
