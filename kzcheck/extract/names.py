"""Names and noun phrases of a sentence."""

from functools import lru_cache

from kzcheck.domain import Span, SubjectOrigin
from kzcheck.extract.function_words import ARTICLES, PREPOSITIONS
from kzcheck.extract.patterns import Pattern
from kzcheck.extract.reading import Sentence, Subject
from kzcheck.extract.wordlists import words

_LONGEST_NAME = 9  # words of a subject; a longer one is cut at its first preposition
_AN_ARTICLE_AND_A_NOUN = 2  # words
_DESCRIBING = 6  # words between a demonym and the name it tells of
CALENDAR = frozenset(
    words(
        """
january february march april may june july august september october november december monday tuesday
wednesday thursday friday saturday sunday
"""
    )
)
_DEMONYM = Pattern(r"(?:an|ian|ish|ese|ch|sh|akh|ek|ik|yz|i)$")
_POSTMODIFIER = Pattern(r"\s(?:of|in|on|at|for|with|from|to|against|between|over|about)\s")
_PLACES = (
    "stan",
    "Iran",
    "Japan",
    "Sudan",
    "Milan",
    "Oman",
    "Taiwan",
    "Bhutan",
    "Helsinki",
    "Mali",
    "Haiti",
    "Fiji",
    "Brunei",
    "Malawi",
)
_SHORT_TITLES = frozenset(
    words(
        """
Dr Mr Mrs Ms Prof Gen Sen Rep Gov St Col Lt Sgt Capt Rev Jr Sr
"""
    )
)
_BEFORE_NAMES = frozenset(words("ethnic former many several some most other young fellow"))
_LINKS = frozenset(("of", "the"))  # inside a name
_UNQUOTED = str.maketrans("", "", '“”"')


def phrase(
    sentence: Sentence, first: int, last: int, origin: SubjectOrigin = SubjectOrigin.EXPLICIT
) -> Subject:
    """Return words `first` to `last` as a subject: without its article, and not longer than a name is."""
    if first < last and sentence.lowers[first] in ARTICLES:
        first += 1
    if last - first >= _LONGEST_NAME:
        cut = next(
            (j for j in range(first + 1, last) if sentence.lowers[j] in PREPOSITIONS and j - first > 1),
            last + 1,
        )
        last = min(cut - 1, first + _LONGEST_NAME)
    small = first == 0 and sentence.words[0][0].isupper() and is_common_opener(sentence, last)
    start, end = sentence.starts[first], sentence.ends[last]
    name = sentence.text[start:end]
    if not name.isalnum():  # more than one word, or with a sign
        if "(" in name and name.count("(") > name.count(")") and sentence.text[end : end + 1] == ")":
            end += 1
        if name.endswith(("’s", "'s")):
            end -= 2
        name = _clean(sentence.text[start:end])
    return Subject(name[:1].lower() + name[1:] if small else name, Span(start, end), origin)


def is_common_opener(sentence: Sentence, last: int) -> bool:
    """Whether the phrase of the first words to word `last` has its capital only from opening the sentence."""
    if sentence.lowers[0] in _BEFORE_NAMES and last:
        return True
    return len(sentence.words[0]) > 1 and not sentence.is_name(0) and not sentence.words[0].isupper()


def _clean(name: str) -> str:
    if not name.isascii() or '"' in name:
        name = name.translate(_UNQUOTED)
    return " ".join(name.split()).strip(" ,.;:")


def names_in(sentence: Sentence) -> list[Subject]:
    """Return the names of the sentence in order: runs of capitalised words, acronyms, no dates."""
    return [phrase(sentence, first, last) for first, last in name_runs(sentence)]


def name_runs(sentence: Sentence) -> list[tuple[int, int]]:
    """Return the first and last word of each name of the sentence, in order."""
    if sentence.names is None:
        sentence.names = _find_names(sentence)
    return sentence.names


def _find_names(sentence: Sentence) -> list[tuple[int, int]]:
    lowers, named, count = sentence.lowers, sentence.named, len(sentence.words)
    found = []
    after = 0
    for i in sorted(named):
        if i < after or lowers[i] in CALENDAR:
            continue
        after = i + 1
        while after < count and (after in named or lowers[after] in _LINKS) and _joins(sentence, after):
            after += 1
        last = after - 1
        while lowers[last] in {"of", "the", "and", "for"}:
            last -= 1
        found.append((i, last))
    return found


def is_joined(sentence: Sentence, i: int) -> bool:
    """Whether nothing but a space, or the full stop of a title or initial, stands before word `i`."""
    gap = sentence.gaps[i]
    if gap == ". ":
        before = sentence.words[i - 1]
        return len(before) == 1 or before in _SHORT_TITLES
    return gap == " " or not gap.strip()


def _joins(sentence: Sentence, i: int) -> bool:
    """Whether word `i`, itself of a name or "of" or "the", goes on with the name before it."""
    if i not in sentence.named and not (i + 1 < len(sentence.words) and sentence.words[i + 1][0].isupper()):
        return False
    return is_joined(sentence, i) and not sentence.words[i - 1].endswith(("’s", "'s", "s’"))


@lru_cache(maxsize=1024)
def is_named(name: str) -> bool:
    """Whether a subject is someone or something by name: it begins or ends with one."""
    if name[:1].isupper():
        return True
    parts = _POSTMODIFIER.split(name, maxsplit=1)[0].split()
    return bool(parts) and (parts[-1].strip("()")[:1].isupper() or parts[0][:1].isupper())


def is_demonym(word: str) -> bool:
    """Whether a word is likely to name a people and not a place: "Russian", "Kazakh", "Chinese"."""
    return _DEMONYM.search(word) is not None and not word.endswith(_PLACES)


def is_adjective(name: str) -> bool:
    """Whether a name only says of which people: "Russian"."""
    return " " not in name and is_demonym(name)


def list_goes_on(sentence: Sentence, j: int) -> bool:
    """Whether the comma before word `j` parts the names of one list, which ends in "and" and a name."""
    if not 0 < j < len(sentence.words):
        return False
    if not sentence.words[j - 1][0].isupper():
        return False
    for k in range(j, min(j + 16, len(sentence.words))):
        if sentence.lowers[k] in ("and", "or"):
            return k + 1 < len(sentence.words) and sentence.is_name(k + 1)
        if not sentence.is_name(k):
            return False
    return False


def named_before(sentence: Sentence, first: int) -> int | None:
    """Return the first word of the name that the phrase beginning at `first` only describes, if any."""
    if first < 2 or sentence.lowers[first] not in ARTICLES or "," not in sentence.gaps[first]:
        return None
    return _name_ending(sentence, first - 1)


def _name_ending(sentence: Sentence, start: int) -> int | None:
    """Return the first word of the name that ends at word `start`; None where no name does."""
    if start < 1 or not sentence.is_name(start) or sentence.lowers[start] in CALENDAR:
        return None
    while start > 0 and sentence.gaps[start].strip() in ("", "&") and sentence.is_name(start - 1):
        start -= 1
    return start


def _behind_demonym(sentence: Sentence, first: int) -> int:
    """Step over "Japanese technology company" to the name itself: "largest owner, Japanese company N"."""
    if not is_demonym(sentence.words[first]) or first + 1 >= len(sentence.words):
        return first
    i = first + 1
    while i < len(sentence.words) and i - first < _DESCRIBING and not sentence.gaps[i].strip():
        if sentence.words[i][0].isupper():
            return i if i > first + 1 else first
        i += 1
    return first


def described(sentence: Sentence, first: int, last: int) -> Subject | None:
    """Return the name beside the phrase of words `first` to `last`: "N, the largest port"."""
    owned = (
        first > 1
        and sentence.words[first - 1].endswith(("’s", "'s", "s’"))
        and not sentence.gaps[first].strip()
    )
    first -= owned
    if first and sentence.lowers[first - 1] in ARTICLES:
        first -= 1
    gap = sentence.gaps[first]
    if first and ("," in gap or "(" in gap) and (owned or sentence.lowers[first] in ARTICLES):
        named = _name_ending(sentence, first - 1) if "," in gap else None
        if named is not None:
            return phrase(sentence, named, first - 1)
        if first == _AN_ARTICLE_AND_A_NOUN and "," in gap and sentence.lowers[0] in ARTICLES:
            return phrase(sentence, first - 2, first - 1)  # "the company, the largest"
        if "(" in gap:
            start = first - 1
            while (
                start > 0
                and sentence.lowers[start] not in ARTICLES
                and sentence.lowers[start - 1] not in PREPOSITIONS
            ):
                start -= 1
            return phrase(sentence, start, first - 1)
    after = last + 1
    if after + 1 < len(sentence.words) and "," in sentence.gaps[after]:
        named = after + 1 if sentence.lowers[after] in ARTICLES else after
        if sentence.is_name(named):
            named = _behind_demonym(sentence, named)
            end = named
            while (
                end + 1 < len(sentence.words)
                and not sentence.gaps[end + 1].strip(" (")
                and sentence.is_name(end + 1)
            ):
                end += 1
            return phrase(sentence, named, end)
    return None
