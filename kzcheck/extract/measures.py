"""What a figure is a share, a rank or an amount of."""

import re

from kzcheck.domain import Quantity
from kzcheck.extract.function_words import ARTICLES, CLAUSE_OPENERS, PREPOSITIONS
from kzcheck.extract.kinds import RANK
from kzcheck.extract.lexicon import GERUNDS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence

_OF = Pattern(r"\s*(?:[”\"]\s*)?(?:\([^)]{0,60}\)\s*)?(?:of|among|in)\s", re.IGNORECASE)
_ENDS = Pattern(r"[,;:()—“”\"]|\s–\s")
_LONGEST = 8
_COUNTED = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_FIGURES = frozenset(("half", "two-thirds", "three-quarters", "one", "two", "three", "four", "five"))
_SHARES = (["a", "third"], ["a", "quarter"], ["a", "half"], ["a", "fifth"], ["a", "tenth"])
_NO_NOUNS = frozenset(
    (
        "front",
        "top",
        "ahead",
        "because",
        "instead",
        "lack",
        "case",
        "behalf",
        "one",
        "means",
        "lieu",
        "excess",
        "tune",
    )
)
"""Words before "of" that only place what follows: "in front of 15,000"."""


def measure_after(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return what follows "of" after a figure ("total population"), without its article."""
    match = _OF.match(sentence.text, quantity.end, sentence.span.end)
    if not match:
        return None
    if quantity.kind is not RANK and sentence.text[match.end() - 3 : match.end() - 1].lower() == "in":
        return None
    first = sentence.word_at(match.end())
    return noun_phrase(sentence, first)


def noun_phrase(sentence: Sentence, first: int) -> str | None:
    """Return the noun phrase that begins at word `first`: up to a verb, a clause, or punctuation."""
    count = len(sentence.words)
    if first >= count:
        return None
    busy = {
        j for group in sentence.verbs if group.mood != "gerund" for j in range(group.first, group.last + 1)
    }
    if sentence.lowers[first] in ARTICLES and first + 1 < count:
        first += 1
    last = first
    while last + 1 < count and last - first < _LONGEST:
        j = last + 1
        if _ENDS.search(sentence.gaps[j]) or j in busy or sentence.lowers[j] in CLAUSE_OPENERS:
            break
        if sentence.lowers[j] in PREPOSITIONS and sentence.lowers[j] not in ("of", "in"):
            break
        if sentence.lowers[j] in ("and", "or") and (
            j + 1 in busy or j + 1 >= count or _is_another(sentence.lowers[j + 1 : j + 3])
        ):
            break
        last = j
    while last > first and (
        sentence.lowers[last] in PREPOSITIONS or sentence.lowers[last] in ("and", "or", "the", "a")
    ):
        last -= 1
    if first in busy:
        return None
    return " ".join(sentence.text[sentence.starts[first] : sentence.ends[last]].split())


def _is_another(lowers: list[str]) -> bool:
    """Whether words behind "and" go on with another figure or clause: "a third of …", "ending …"."""
    first = lowers[0]
    return first[0].isdigit() or first in _FIGURES or first in GERUNDS or lowers in _SHARES


def noun_before(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the noun that a figure belongs to when it stands before "of": "a design capacity of 20 tons"."""
    i = sentence.word_at(quantity.start) - 1
    if i < 1 or sentence.lowers[i] != "of":
        return None
    last = first = i - 1
    busy = {j for group in sentence.verbs for j in range(group.first, group.last + 1)}
    while first > 0 and last - first < 3:
        before = sentence.lowers[first - 1]
        if (
            before in ARTICLES
            or before in PREPOSITIONS
            or first - 1 in busy
            or before in CLAUSE_OPENERS
            or _ENDS.search(sentence.gaps[first])
            or before in ("its", "his", "their", "and", "or")
        ):
            break
        first -= 1
    noun = sentence.lowers[last]
    if last in busy or noun in PREPOSITIONS or noun in CLAUSE_OPENERS or noun in _NO_NOUNS:
        return None
    if noun in _COUNTED:
        return None
    return sentence.text[sentence.starts[first] : sentence.ends[last]]
