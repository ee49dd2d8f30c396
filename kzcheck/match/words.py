"""Making words comparable: tokens, clitics, dashes, a light stemmer, stop words, news synonyms, opposites.

Everything here looks at one text alone; how rare a word is on a desk only the index knows.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from kzcheck.match import synonyms, vocabulary

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": " ", "−": "-"}
)
_TOKEN = re.compile(
    r"U(?:nited|NITED)\s(?:States|STATES|Kingdom|KINGDOM)\b|"
    r"(?:[^\W\d_]\.){2,}|\d{1,3}(?:,\d{3})+(?![\d\w])|\d+\.\d+(?![\d\w.])|[^\W_]+(?:'[^\W\d_]+)*|[%$€£¥]"
)


_DENIED = {"can": "can", "won": "will", "shan": "shall", "ain": "is"}
"""Words before "'t" that stand for another word and a "not"."""

_DECADE = re.compile(r"(?:1[5-9]|20)\d0|\d0")


class Token(NamedTuple):
    """A word of a text, as written but without quotes and clitics, and where it stands (code points)."""

    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return `text` with compatibility forms, quotes and dashes unified; its length may change."""
    return unicodedata.normalize("NFKC", text).translate(_QUOTES)


def fold(word: str) -> str:
    """Return `word` in lower case without accents."""
    lowered = word.casefold()
    if lowered.isascii():
        return lowered
    decomposed = unicodedata.normalize("NFD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def tokens(text: str) -> list[Token]:
    """Return the words of `text` in order; "n't" becomes a separate "not", other clitics are dropped."""
    found = []
    for match in _TOKEN.finditer(text.translate(_QUOTES)):
        word, start, end = match.group(), match.start(), match.end()
        if word[:1] == "U" and word[6:7].isspace():
            word = f"U{word[7]}"
        elif word[0].isdigit():
            head, clitic, tail = word.replace(",", "").partition("'")
            word = head + tail if clitic and _DECADE.fullmatch(head) else head
        elif "." in word:
            word = word.replace(".", "")
        elif "'" in word:
            head, _, tail = word.partition("'")
            if tail.casefold() == "t":
                found.append(Token("not", start, end))
                head = _DENIED.get(head.casefold(), head[:-1] if head[-1:] in "nN" else head)
            elif len(head) == 1 and tail[:1].isupper():  # O'Brien, D'Souza
                head += tail
            word = head
        if word:
            found.append(Token(word, start, end))
    return found


SHORT_ROOT = 4
"""Roots of only this many letters take few endings: "bank" and "banker", but not "port" and "portion"."""

_VOWEL = re.compile(r"[aeiouy]")


_BASE = {
    form: base for base, *forms in map(str.split, vocabulary.IRREGULAR.strip().splitlines()) for form in forms
}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the light stem of a folded English word: without plural, -ed, -ing, -ly, final e and y.

    A shortened form of Porter (1980), steps 1a to 1c, after a list of irregular forms. Names are stemmed
    too; that does no harm, since both sides are treated alike.
    """
    word = _BASE.get(word, word)
    if len(word) <= 3 or not word.isalpha():
        return word
    return _drop_end(_drop_inflection(_drop_plural(_american(word))))


_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"([aeiou].*[^aeiou])is(?=(?:e|ed|es|ing|ers?|ations?)$)", r"\1iz"),
        (r"(..)our(?=(?:s?$|ed$|ing$|er|hood|abl|al|it|ful|less))", r"\1or"),
        (r"([aeiou][^aeiou]{1,3}[ae])ll(?=(?:ed|ing|ers?|ors?)$)", r"\1l"),
        (r"dgement", "dgment"),
        (r"ogramme", "ogram"),
        (r"logue(?=s?$)", "log"),
        (r"lys(?=(?:e|ed|es|ing)$)", "lyz"),
        (r"((?:^def|^off|^lic|^pret))ence", r"\1ense"),
        (r"((?:^cent|^theat|met|lit|^fib|calib))re(?=s?$)", r"\1er"),
    )
)


def _american(word: str) -> str:
    """Return the American spelling of a British word that follows a rule: organise, labour, travelled."""
    for british, american in _SPELLINGS:
        word = british.sub(american, word, count=1)
    return word


def _drop_plural(word: str) -> str:
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _drop_inflection(word: str) -> str:
    for ending in ("ing", "ed"):
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= 3 and _VOWEL.search(base):
            doubled = len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz"
            return base[:-1] if doubled else base
    if word.endswith("ly") and len(word) > 6:
        return word[:-2]
    return word


def _drop_end(word: str) -> str:
    if len(word) > 4 and word.endswith("ll"):
        return word[:-1]
    if len(word) > 3 and word[-1] == "e":
        return word[:-1]
    if len(word) > 3 and word[-1] == "y":
        return word[:-1] + "i"
    return word


_ENDINGS = frozenset(vocabulary.ENDINGS.split())
_SHORT_ENDINGS = frozenset(vocabulary.SHORT_ENDINGS.split())


@lru_cache(maxsize=65536)
def one_family(a: str, b: str) -> bool:
    """Return whether two stems are one word with different endings: "investigat" and "investigation"."""
    shared = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    ends = (a[shared:], b[shared:])
    if shared == SHORT_ROOT:
        return "" in ends and not _SHORT_ENDINGS.isdisjoint(ends)
    return shared > SHORT_ROOT and all(not end or end in _ENDINGS for end in ends)


def _groups(lines: str) -> dict[str, str]:
    """Map each stem to the stem of the first group it stands in."""
    table: dict[str, str] = {}
    for line in lines.strip().splitlines():
        first, *rest = line.split()
        for word in (first, *rest):
            table.setdefault(stem(word), stem(first))
    return table


def _axes(lines: str) -> dict[str, tuple[tuple[int, int], ...]]:
    """Map each stem to the axes it lies on, with +1 or -1 for the end that it means."""
    table: dict[str, list[tuple[int, int]]] = {}
    for axis, line in enumerate(lines.strip().splitlines()):
        for sign, words in zip((1, -1), line.split("|"), strict=True):
            for word in words.split():
                table.setdefault(stem(word), []).append((axis, sign))
    return {word: tuple(places) for word, places in table.items()}


SYNONYM = _groups(synonyms.SYNONYMS)
"""Maps a stem to the stem that stands for its group. Groups are words that headlines swap freely."""

OPPOSITE = _axes(synonyms.OPPOSITES)
"""Maps a stem to pairs of axis and sign. Two words on one axis with different signs are opposites."""

LIGHT_STEMS = frozenset(stem(word) for word in vocabulary.LIGHT)

DENIALS = frozenset(map(stem, vocabulary.DENIALS))

WEEKDAYS = frozenset(map(stem, vocabulary.WEEKDAYS))

MONTHS = frozenset(map(stem, vocabulary.MONTHS))

EVENTS = frozenset(SYNONYM.get(word, word) for word in map(stem, synonyms.EVENTS.split()))
"""Stems of what can happen, each replaced by the one that stands for its group."""

PERSONS = frozenset(map(stem, vocabulary.PEOPLE))
"""Stems of counted nouns that may all count the same people."""

SAYING = frozenset(word for word, group in SYNONYM.items() if group == SYNONYM["say"])
"""Stems that mean no more than that something is said."""
